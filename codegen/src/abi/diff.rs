//! What changed between two snapshots, and how grave it is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::snapshot::{Entry, Snapshot};

mod parts;
mod renames;
mod text;

pub use text::{changelog, json, markdown, plain};

/// What happened to an item or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is no longer there.
    Removed,
    /// A size, an alignment, an offset or a width is another.
    LayoutChanged,
    /// A number is another.
    ValueChanged,
    /// The same thing has another name.
    Renamed,
    /// The same place or number is described otherwise: type, access, privilege, parameters.
    MeaningChanged,
    /// It is new.
    Added,
}

impl Change {
    /// All of them, the gravest first.
    pub const ALL: [Self; 6] = [
        Self::Removed,
        Self::LayoutChanged,
        Self::ValueChanged,
        Self::Renamed,
        Self::MeaningChanged,
        Self::Added,
    ];

    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::LayoutChanged => "layout changed",
            Self::ValueChanged => "value changed",
            Self::Renamed => "renamed",
            Self::MeaningChanged => "meaning changed",
            Self::Added => "added",
        }
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::Removed | Self::LayoutChanged | Self::ValueChanged | Self::Renamed => {
                Severity::Breaking
            }
            Self::MeaningChanged => Severity::Meaning,
            Self::Added => Severity::Addition,
        }
    }
}

/// How grave a change is for those who use the definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing that was there is another.
    Addition,
    /// Code still compiles and has the same layout, and may do something else.
    Meaning,
    /// Code no longer compiles, or has another layout or number.
    Breaking,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// What happened.
    pub change: Change,
    /// The kind of item.
    pub kind: String,
    /// The item; the old name if it has a new one.
    pub item: String,
    /// The part of it, if it is not about the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Where: `x64`, `arm64` or `both`.
    pub arch: String,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// The changes from one snapshot to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The revision of the spec before.
    pub before: String,
    /// The revision of the spec after.
    pub after: String,
    /// The changes, sorted by gravity, kind and name.
    pub differences: Vec<Difference>,
}

impl Diff {
    /// The gravest of the changes.
    pub fn severity(&self) -> Option<Severity> {
        let changes = self.differences.iter();
        changes.map(|difference| difference.change.severity()).max()
    }
}

/// What identifies an entry on one architecture.
type Key<'s> = (&'s str, &'s str);

/// The changes from one snapshot to another.
pub fn diff(before: &Snapshot, after: &Snapshot) -> Diff {
    let mut found: BTreeMap<Difference, Vec<&str>> = BTreeMap::new();
    for arch in ["x64", "arm64"] {
        for difference in on(arch, before, after) {
            found.entry(difference).or_default().push(arch);
        }
    }
    // The same on each architecture is one change.
    let differences = found.into_iter().map(|(difference, arches)| Difference {
        arch: match &arches[..] {
            [arch] => (*arch).to_owned(),
            _ => "both".to_owned(),
        },
        ..difference
    });
    Diff {
        before: before.spec_revision.clone(),
        after: after.spec_revision.clone(),
        differences: differences.collect(),
    }
}

fn on(arch: &str, before: &Snapshot, after: &Snapshot) -> Vec<Difference> {
    let old = entries(arch, before);
    let new = entries(arch, after);
    let mut differences = Vec::new();
    let mut removed: Vec<&Entry> = Vec::new();
    for (key, old) in &old {
        match new.get(key) {
            Some(new) => parts::compare(old, new, arch, &mut differences),
            None => removed.push(old),
        }
    }
    let mut added: Vec<&Entry> = new
        .iter()
        .filter(|(key, _)| !old.contains_key(*key))
        .map(|(_, entry)| *entry)
        .collect();
    for (old, new) in renames::pair(&mut removed, &mut added) {
        differences.push(Difference {
            before: Some(old.name.clone()),
            after: Some(new.name.clone()),
            ..whole(Change::Renamed, old)
        });
        parts::compare(old, new, arch, &mut differences);
    }
    differences.extend(removed.iter().map(|entry| Difference {
        before: Some(summary(entry)),
        ..whole(Change::Removed, entry)
    }));
    differences.extend(added.iter().map(|entry| Difference {
        after: Some(summary(entry)),
        ..whole(Change::Added, entry)
    }));
    differences
}

fn entries<'s>(arch: &str, snapshot: &'s Snapshot) -> BTreeMap<Key<'s>, &'s Entry> {
    let here = snapshot
        .items
        .iter()
        .filter(|entry| entry.arch == arch || entry.arch == "both");
    here.map(|entry| ((entry.kind.as_str(), entry.name.as_str()), entry))
        .collect()
}

/// A difference about a whole item; its architecture is filled in when both have been looked at.
fn whole(change: Change, entry: &Entry) -> Difference {
    Difference {
        change,
        kind: entry.kind.clone(),
        item: entry.name.clone(),
        part: None,
        arch: String::new(),
        before: None,
        after: None,
    }
}

fn summary(entry: &Entry) -> String {
    match (entry.number, entry.size) {
        (Some(number), _) => format!("{number:#x}"),
        (None, Some(size)) => format!("{size} bytes"),
        (None, None) => entry.kind.clone(),
    }
}

#[cfg(test)]
mod tests;
