//! Which of the items that went and came are the same thing under another name.

use std::collections::HashMap;

use crate::abi::snapshot::{Entry, Part, Value};

/// What makes an item the same thing, whatever its name.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Identity<'s> {
    Number(&'s str, u64),
    Layout(&'s str, Option<u64>, String),
}

/// Takes the pairs that are the same out of both lists. What is not the only one of its kind stays.
pub(super) fn pair<'s>(
    removed: &mut Vec<&'s Entry>,
    added: &mut Vec<&'s Entry>,
) -> Vec<(&'s Entry, &'s Entry)> {
    let old = by_identity(removed);
    let new = by_identity(added);
    let mut pairs = Vec::new();
    for (identity, old) in &old {
        if let ([old], Some([new])) = (&old[..], new.get(identity).map(Vec::as_slice)) {
            pairs.push((*old, *new));
        }
    }
    pairs.sort_by(|left, right| left.0.name.cmp(&right.0.name));
    removed.retain(|entry| !pairs.iter().any(|(old, _)| old == entry));
    added.retain(|entry| !pairs.iter().any(|(_, new)| new == entry));
    pairs
}

fn by_identity<'s>(entries: &[&'s Entry]) -> HashMap<Identity<'s>, Vec<&'s Entry>> {
    let mut map: HashMap<Identity<'s>, Vec<&'s Entry>> = HashMap::new();
    for entry in entries {
        if let Some(identity) = identity(entry) {
            map.entry(identity).or_default().push(entry);
        }
    }
    map
}

/// A number identifies what the hypervisor knows by number; a constant is like many others.
fn identity(entry: &Entry) -> Option<Identity<'_>> {
    match (entry.kind.as_str(), entry.number) {
        ("constant", _) => None,
        (kind, Some(number)) => Some(Identity::Number(kind, number)),
        (kind, None) => {
            let part = |part: &Part| {
                let name = part.name.as_deref().unwrap_or_default();
                format!("{name} {} {} {};", part.bit, part.bits, part.count)
            };
            let value = |value: &Value| format!("{} {};", value.name, value.value);
            let parts: String = entry.parts.iter().map(part).collect();
            let values: String = entry.values.iter().map(value).collect();
            let layout = parts + &values;
            (!layout.is_empty()).then_some(Identity::Layout(kind, entry.size, layout))
        }
    }
}
