//! Comparing named numbers: the values of enums, and macros.

use std::collections::HashMap;

use super::{Checker, Mismatch, Verdict};
use crate::abi::foreign::Declaration;
use crate::coverage::index::Number;
use crate::model::{Item, Kind, Value};

/// What the spec says of a name with a number.
#[derive(Clone, Debug)]
pub enum NumberVerdict<'m> {
    /// The same.
    Matched,
    /// Another number.
    Differs {
        /// The item that has the name.
        item: &'m Item,
        /// Its number.
        ours: u64,
    },
    /// The number of another thing that ends in the same words: the name is used for that.
    OtherMeaning {
        /// The item that has the name.
        item: &'m Item,
        /// The item that has the number.
        meant: &'m Item,
    },
}

impl<'m> Checker<'m, '_> {
    /// What the spec says of a name with a number; nothing if it does not know the name.
    pub fn number(&self, name: &str, value: u64) -> Option<NumberVerdict<'m>> {
        if !self.wanted.has_number(name.as_bytes()) {
            return None;
        }
        let mut known: Vec<Number<'m>> =
            self.index.by_name(name, Some(self.arch)).copied().collect();
        if known.is_empty() {
            known = self.index.by_name(name, None).copied().collect();
        }
        let first = *known.first()?;
        let same = |number: &Number<'_>| number.value == value || narrow(number.value, value);
        if known.iter().any(same) || self.index.by_name(name, None).any(same) {
            return Some(NumberVerdict::Matched);
        }
        let words: Vec<String> = words(name);
        let meant = self.model.items.iter().find(|item| {
            item.id != first.item.id
                && own_number(item) == Some(value)
                && common_end(&words, &self::words(&item.name)) >= 2
        });
        Some(match meant {
            Some(meant) => NumberVerdict::OtherMeaning {
                item: first.item,
                meant,
            },
            None => NumberVerdict::Differs {
                item: first.item,
                ours: first.value,
            },
        })
    }

    /// An enum against the numbers of the names.
    pub(super) fn values(&self, item: &'m Item, declaration: &Declaration) -> Verdict<'m> {
        let mut mismatches = Vec::new();
        let mut notes = Vec::new();
        let mut known = 0;
        // rustc gives the value alone its name, and the spec has many enums with the like.
        let by_name = values_by_name(self, item);
        for (name, value) in &declaration.layout.values {
            let ours = by_name
                .get(&super::plain(name))
                .map_or(&[][..], Vec::as_slice);
            let same = |ours: &u64| *ours == *value || narrow(*ours, *value);
            let verdict = match ours.first() {
                Some(_) if ours.iter().any(same) => Some(NumberVerdict::Matched),
                Some(&ours) => Some(NumberVerdict::Differs { item, ours }),
                None => self.number(name, *value),
            };
            match verdict {
                Some(NumberVerdict::Matched) => known += 1,
                Some(NumberVerdict::Differs { item, ours }) => {
                    known += 1;
                    mismatches.push(Mismatch {
                        bit: None,
                        part: Some(name.clone()),
                        text: format!(
                            "`{name}` is {value:#x} there, {ours:#x} in the spec ({})",
                            item.name
                        ),
                    });
                }
                Some(NumberVerdict::OtherMeaning { meant, .. }) => notes.push(format!(
                    "`{name}` is {value:#x}, the number of {}",
                    meant.name
                )),
                None => notes.push(format!("`{name}` = {value:#x} is not in the spec")),
            }
        }
        if !mismatches.is_empty() {
            return Verdict::Differs { item, mismatches };
        }
        if known == 0 && !declaration.layout.values.is_empty() {
            return Verdict::OtherMeaning {
                item,
                reason: "it has no value of ours".to_owned(),
            };
        }
        Verdict::Matched {
            item,
            size_only: false,
            notes,
        }
    }
}

/// The numbers of an enum of the spec by every name that they have: without case and underscores, two values may
/// have one name.
fn values_by_name(checker: &Checker<'_, '_>, item: &Item) -> HashMap<String, Vec<u64>> {
    let mut by_name: HashMap<String, Vec<u64>> = HashMap::new();
    let Kind::Enum(body) = &item.kind else {
        return by_name;
    };
    let mut add = |name: &str, value: &Value| {
        by_name
            .entry(super::plain(name))
            .or_default()
            .push(value.value);
    };
    for value in &body.values {
        add(&value.name, value);
        add(&value.rust, value);
    }
    for dialect in &checker.model.dialects {
        let name_of = dialect.value_names(item);
        for value in &body.values {
            if let Some(name) = name_of(value) {
                add(&name, value);
            }
        }
    }
    by_name
}

/// Whether a number with a sign is the same in fewer bits.
fn narrow(ours: u64, theirs: u64) -> bool {
    theirs >> 31 == u64::MAX >> 31 && ours == theirs & 0xffff_ffff
}

fn own_number(item: &Item) -> Option<u64> {
    Some(match &item.kind {
        Kind::Msr(body) => body.number.into(),
        Kind::Register(body) => body.number.into(),
        Kind::Hypercall(body) => body.code.into(),
        Kind::Message(body) => body.number.into(),
        Kind::Cpuid(body) => body.leaf.into(),
        _ => return None,
    })
}

fn words(name: &str) -> Vec<String> {
    let words = crate::naming::words(name);
    words.iter().map(|word| word.to_ascii_lowercase()).collect()
}

/// How many letters' worth of words at the end are the same; a name of one word counts as two.
fn common_end(left: &[String], right: &[String]) -> usize {
    let common = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(left, right)| left == right)
        .count();
    common + usize::from(common == 1 && left.last().is_some_and(|word| word.len() > 3))
}
