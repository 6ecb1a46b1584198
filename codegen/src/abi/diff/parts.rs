//! What changed within an item that both snapshots have.

use std::collections::BTreeMap;

use super::{Change, Difference, whole};
use crate::abi::snapshot::{Entry, Part, Value};

/// Adds what changed in an item on an architecture.
pub(super) fn compare(old: &Entry, new: &Entry, arch: &str, found: &mut Vec<Difference>) {
    let mut say = |change, part: Option<&str>, before: Option<String>, after: Option<String>| {
        found.push(Difference {
            part: part.map(str::to_owned),
            before,
            after,
            ..whole(change, new)
        });
    };
    if old.number != new.number {
        let text = |number: Option<u64>| number.map(|number| format!("{number:#x}"));
        say(
            Change::ValueChanged,
            None,
            text(old.number),
            text(new.number),
        );
    }
    if (old.size, old.align) != (new.size, new.align) {
        say(
            Change::LayoutChanged,
            None,
            Some(extent(old)),
            Some(extent(new)),
        );
    }
    for (key, before, after) in both(&old.facts, &new.facts) {
        if before != after {
            say(
                Change::MeaningChanged,
                Some(key),
                before.cloned(),
                after.cloned(),
            );
        }
    }
    layout(old, new, &mut say);
    values(&old.values, &new.values, arch, &mut say);
}

fn extent(entry: &Entry) -> String {
    let number = |number: Option<u64>| number.map_or_else(|| "?".to_owned(), |n| n.to_string());
    format!(
        "{} bytes, align {}",
        number(entry.size),
        number(entry.align)
    )
}

type Say<'a> = dyn FnMut(Change, Option<&str>, Option<String>, Option<String>) + 'a;

/// Named parts by name; what has lost its name and found another at the same place is renamed.
/// Reserved space is named by what fills it, so that only named parts are compared.
fn layout(old: &Entry, new: &Entry, say: &mut Say<'_>) {
    let old_parts = named(old);
    let new_parts = named(new);
    let mut renamed = Vec::new();
    for (name, before) in &old_parts {
        let Some(after) = new_parts.get(name) else {
            let same_place = new_parts
                .iter()
                .find(|(other, after)| !old_parts.contains_key(*other) && alike(before, after));
            match same_place {
                Some((other, _)) => {
                    renamed.push(*other);
                    say(
                        Change::Renamed,
                        Some(name),
                        Some((*name).to_owned()),
                        Some((*other).to_owned()),
                    );
                }
                None => say(Change::Removed, Some(name), Some(place(before)), None),
            }
            continue;
        };
        if !alike(before, after) {
            say(
                Change::LayoutChanged,
                Some(name),
                Some(place(before)),
                Some(place(after)),
            );
        } else if (&before.r#type, &before.reserved) != (&after.r#type, &after.reserved) {
            say(
                Change::MeaningChanged,
                Some(name),
                Some(meaning(before)),
                Some(meaning(after)),
            );
        }
    }
    for (name, after) in &new_parts {
        if !old_parts.contains_key(name) && !renamed.contains(name) {
            say(Change::Added, Some(name), None, Some(place(after)));
        }
    }
}

fn named(entry: &Entry) -> BTreeMap<&str, &Part> {
    let parts = entry.parts.iter();
    parts
        .filter_map(|part| Some((part.name.as_deref()?, part)))
        .collect()
}

fn alike(before: &Part, after: &Part) -> bool {
    before.bit == after.bit
        && before.bits * before.count == after.bits * after.count
        && (before.count == 0) == (after.count == 0)
}

fn place(part: &Part) -> String {
    let at = if part.bit % 8 == 0 && part.bits % 8 == 0 {
        format!("byte {}", part.bit / 8)
    } else {
        format!("bit {}", part.bit)
    };
    match (part.count, part.bits % 8) {
        (0, _) => format!("{at}, any number of {}", part.r#type),
        (count, 0) => format!("{at}, {} bytes", part.bits * count / 8),
        (_, _) => format!("{at}, {} bits", part.bits),
    }
}

fn meaning(part: &Part) -> String {
    match &part.reserved {
        Some(kind) => format!("{} reserved ({kind})", part.r#type),
        None => part.r#type.clone(),
    }
}

fn values(old: &[Value], new: &[Value], arch: &str, say: &mut Say<'_>) {
    let here = |values: &[Value]| -> BTreeMap<String, u64> {
        let here = values
            .iter()
            .filter(|value| value.arch.as_deref().is_none_or(|on| on == arch));
        here.map(|value| (value.name.clone(), value.value))
            .collect()
    };
    let (old, new) = (here(old), here(new));
    let text = |value: u64| Some(format!("{value:#x}"));
    let mut renamed = Vec::new();
    for (name, before, after) in both(&old, &new) {
        match (before, after) {
            (Some(before), Some(after)) if before != after => {
                say(
                    Change::ValueChanged,
                    Some(name),
                    text(*before),
                    text(*after),
                );
            }
            (Some(before), None) => {
                let other = new
                    .iter()
                    .find(|(other, value)| !old.contains_key(*other) && *value == before);
                match other {
                    Some((other, _)) => {
                        renamed.push(other.clone());
                        say(
                            Change::Renamed,
                            Some(name),
                            Some(name.to_owned()),
                            Some(other.clone()),
                        );
                    }
                    None => say(Change::Removed, Some(name), text(*before), None),
                }
            }
            _ => {}
        }
    }
    for (name, after) in &new {
        if !old.contains_key(name) && !renamed.contains(name) {
            say(Change::Added, Some(name), None, text(*after));
        }
    }
}

/// What two maps have under each key of either.
fn both<'m, V>(
    old: &'m BTreeMap<String, V>,
    new: &'m BTreeMap<String, V>,
) -> Vec<(&'m str, Option<&'m V>, Option<&'m V>)> {
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .map(|key| (key.as_str(), old.get(key), new.get(key)))
        .collect()
}
