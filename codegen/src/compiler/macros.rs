//! The macros that headers define, from what the preprocessor prints.

use std::collections::BTreeSet;
use std::path::Path;

/// Names of macros that have a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Macros {
    /// Those without parameters, which may be numbers.
    pub plain: BTreeSet<String>,
    /// Those with parameters.
    pub with_parameters: BTreeSet<String>,
}

impl Macros {
    /// Those that stand at the end of a text which says where its lines are from.
    pub(super) fn of(preprocessed: &str, is_wanted: impl Fn(&Path) -> bool) -> Self {
        let mut macros = Self::default();
        let mut is_own = false;
        for line in preprocessed.lines() {
            if let Some(marker) = line.strip_prefix("# ") {
                let file = marker.split('"').nth(1).unwrap_or_default();
                is_own = is_wanted(Path::new(file));
            } else if let Some(name) = line.strip_prefix("#undef ") {
                macros.plain.remove(name);
                macros.with_parameters.remove(name);
            } else if let Some(definition) = line.strip_prefix("#define ").filter(|_| is_own) {
                macros.define(definition);
            }
        }
        macros
    }

    fn define(&mut self, definition: &str) {
        let end = definition
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
            .unwrap_or(definition.len());
        let (name, rest) = definition.split_at(end);
        if rest.starts_with('(') {
            self.with_parameters.insert(name.to_owned());
        } else if !rest.trim().is_empty() {
            self.plain.insert(name.to_owned());
        }
    }
}
