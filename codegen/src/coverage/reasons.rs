//! Why facts are left out of the spec, or stand there otherwise.

use std::collections::BTreeMap;

use super::{Outcome, Table};

/// The reasons, by the names of the facts.
#[derive(Clone, Debug, Default)]
pub struct Reasons {
    names: BTreeMap<String, String>,
    beginnings: BTreeMap<String, String>,
    labels: BTreeMap<String, String>,
}

impl Reasons {
    /// Reads lines of the form `NAME: reason`; a name may end in `*`, and `#` starts a comment.
    /// A line `LABEL => NAME` says what a table calls by a label of its own.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reasons = Self::default();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        {
            if let Some((label, name)) = line.split_once(" => ") {
                reasons.labels.insert(label.to_owned(), name.to_owned());
                continue;
            }
            let Some((name, reason)) = line.split_once(": ") else {
                return Err(format!("`{line}` is not `NAME: reason`"));
            };
            let (map, name) = match name.strip_suffix('*') {
                Some(beginning) => (&mut reasons.beginnings, beginning),
                None => (&mut reasons.names, name),
            };
            if map.insert(name.to_owned(), reason.to_owned()).is_some() {
                return Err(format!("`{name}` has two reasons"));
            }
        }
        Ok(reasons)
    }

    /// Gives the facts that have a label the name of what it stands for.
    pub fn name_labels(&self, tables: &mut [Table]) {
        for fact in tables.iter_mut().flat_map(|table| &mut table.facts) {
            if let Some(name) = self.labels.get(&fact.name) {
                fact.name.clone_from(name);
            }
        }
    }

    /// Whether there is a reason for an open outcome.
    pub fn excuse(&self, outcome: &Outcome<'_>) -> bool {
        outcome.is_open() && self.has(&outcome.fact.name)
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
            || self
                .beginnings
                .keys()
                .any(|beginning| name.starts_with(beginning.as_str()))
    }

    /// The names and beginnings that excuse none of these outcomes.
    pub fn unused(&self, outcomes: &[Outcome<'_>]) -> Vec<String> {
        let open: Vec<&str> = outcomes
            .iter()
            .filter(|outcome| outcome.is_open())
            .map(|outcome| outcome.fact.name.as_str())
            .collect();
        let names = self
            .names
            .keys()
            .filter(|name| !open.contains(&name.as_str()))
            .cloned();
        let idle =
            |beginning: &&String| !open.iter().any(|name| name.starts_with(beginning.as_str()));
        let beginnings = self
            .beginnings
            .keys()
            .filter(idle)
            .map(|beginning| format!("{beginning}*"));
        names.chain(beginnings).collect()
    }
}
