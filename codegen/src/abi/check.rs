//! Holding the declarations of a file against the spec.

use std::collections::BTreeSet;

use super::foreign::{Declaration, Layout, LayoutKind, Wanted};
use crate::arch::Arch;
use crate::coverage::Index;
use crate::model::{Item, Kind, Model, is_type};

mod compare;
mod numbers;
mod view;

pub use compare::Mismatch;
pub(crate) use compare::place;
pub use numbers::NumberVerdict;
pub use view::{SpecPart, View};

/// What came out for one declaration.
#[derive(Clone, Debug)]
pub struct Finding<'m> {
    /// The declaration.
    pub declaration: Declaration,
    /// What the spec says of it.
    pub verdict: Verdict<'m>,
}

/// How a declaration stands to the spec.
#[derive(Clone, Debug)]
pub enum Verdict<'m> {
    /// It is as the spec has it.
    Matched {
        /// The item.
        item: &'m Item,
        /// Whether the file tells no more than the size, or nothing that can be compared.
        size_only: bool,
        /// What is told otherwise without being another layout.
        notes: Vec<String>,
    },
    /// It is declared otherwise on purpose, as a dialect says.
    Known {
        /// The item.
        item: &'m Item,
        /// Why.
        reason: &'m str,
    },
    /// It is as another version of the item was.
    OtherVersion {
        /// The item as it is today.
        item: &'m Item,
        /// The version that it is like.
        version: &'m Item,
    },
    /// It is not as the spec has it.
    Differs {
        /// The item.
        item: &'m Item,
        /// What differs, the first place first.
        mismatches: Vec<Mismatch>,
    },
    /// It has the name and shares nothing else.
    OtherMeaning {
        /// The item of the name.
        item: &'m Item,
        /// What speaks for it.
        reason: String,
    },
    /// It could not be compared.
    NotChecked {
        /// The item of the name.
        item: &'m Item,
        /// Why.
        reason: String,
    },
}

impl<'m> Verdict<'m> {
    /// The item that the declaration was held against.
    pub fn item(&self) -> &'m Item {
        match self {
            Self::Matched { item, .. }
            | Self::Known { item, .. }
            | Self::OtherVersion { item, .. }
            | Self::Differs { item, .. }
            | Self::OtherMeaning { item, .. }
            | Self::NotChecked { item, .. } => item,
        }
    }
}

/// A spec that declarations are held against.
#[derive(Debug)]
pub struct Checker<'m, 'w> {
    model: &'m Model,
    index: &'m Index<'m>,
    wanted: &'w Wanted,
    arch: Arch,
}

impl<'m, 'w> Checker<'m, 'w> {
    /// A checker for one architecture.
    pub fn new(model: &'m Model, index: &'m Index<'m>, wanted: &'w Wanted, arch: Arch) -> Self {
        Self {
            model,
            index,
            wanted,
            arch,
        }
    }

    /// What the spec says of a declaration; nothing if it does not know the name.
    pub fn check(&self, declaration: &Declaration) -> Option<Finding<'m>> {
        let verdict = if declaration.path.is_empty() {
            self.nameless(declaration)?
        } else {
            self.named(declaration)?
        };
        Some(Finding {
            declaration: declaration.clone(),
            verdict,
        })
    }

    /// An enum without a name is that of its values.
    fn nameless(&self, declaration: &Declaration) -> Option<Verdict<'m>> {
        let values = declaration.layout.values.iter();
        let mut owners = values
            .filter(|(name, _)| self.wanted.has_number(name.as_bytes()))
            .filter_map(|(name, _)| Some(self.index.by_name(name, Some(self.arch)).next()?.item));
        let item = owners.next()?;
        Some(self.values(item, declaration))
    }

    fn named(&self, declaration: &Declaration) -> Option<Verdict<'m>> {
        let candidates = self.candidates(declaration);
        let first = *candidates.first()?;
        if let Some(gap) = &declaration.layout.gap {
            return Some(Verdict::NotChecked {
                item: first,
                reason: gap.clone(),
            });
        }
        let verdicts: Vec<Verdict<'m>> = candidates
            .iter()
            .map(|item| self.against(item, declaration))
            .collect();
        let of = |wanted: fn(&Verdict<'_>) -> bool| verdicts.iter().position(wanted);
        let at = of(|verdict| matches!(verdict, Verdict::Matched { .. }))
            .or_else(|| of(|verdict| matches!(verdict, Verdict::Known { .. })));
        if let Some(at) = at {
            return Some(self.told_as_version(verdicts[at].clone()));
        }
        if let Some(version) = self.version(&candidates, declaration) {
            return Some(version);
        }
        verdicts.into_iter().min_by_key(|verdict| match verdict {
            Verdict::Differs { mismatches, .. } => (0, mismatches.len()),
            _ => (1, 0),
        })
    }

    /// What has the name of an older version is told as such.
    fn told_as_version(&self, verdict: Verdict<'m>) -> Verdict<'m> {
        let version = verdict.item();
        let today = version_of(version).and_then(|name| self.model.find(name, self.arch));
        match today {
            Some(item) if version.facts.until.is_some() => Verdict::OtherVersion { item, version },
            _ => verdict,
        }
    }

    fn version(&self, candidates: &[&'m Item], declaration: &Declaration) -> Option<Verdict<'m>> {
        let names: BTreeSet<&str> = candidates.iter().map(|item| item.name.as_str()).collect();
        let versions = self.model.items.iter().filter(|item| {
            item.arches.contains(self.arch)
                && version_of(item).is_some_and(|name| names.contains(name))
        });
        for version in versions {
            let is_like = matches!(
                self.against(version, declaration),
                Verdict::Matched { .. } | Verdict::Known { .. }
            );
            if is_like && self.has_its_names(version, declaration) {
                let item = candidates
                    .iter()
                    .find(|item| version_of(version) == Some(&item.name))?;
                return Some(Verdict::OtherVersion { item, version });
            }
        }
        None
    }

    /// Whether the declaration has names of the version and no other: the places alone may be a mistake
    /// that looks like an old version.
    fn has_its_names(&self, version: &Item, declaration: &Declaration) -> bool {
        let view = View::new(self.model, version);
        let mut parts = declaration
            .layout
            .parts
            .iter()
            .filter(|part| !part.nested && !part.is_reserved() && !part.is_bitfield_unit());
        parts.all(|part| view.named_by_file(&part.name).is_some())
    }

    /// The items of the name on the architecture, or where it has none there, on the other: headers
    /// show much of one architecture on both.
    fn candidates(&self, declaration: &Declaration) -> Vec<&'m Item> {
        let named = |arch: Option<Arch>| -> Vec<&'m Item> {
            let mut items: Vec<&'m Item> = self
                .index
                .types(declaration.name(), arch)
                .filter(|item| is_type(item) && self.may_name(item, &declaration.path))
                .collect();
            items.sort_by_key(|item| item.id);
            items.dedup_by_key(|item| item.id);
            items
        };
        let here = named(Some(self.arch));
        if here.is_empty() { named(None) } else { here }
    }

    /// Whether a path is one of the names of an item: where the name has modules, the path must have
    /// them too.
    fn may_name(&self, item: &Item, path: &str) -> bool {
        let mut names = vec![item.name.clone(), item.rust.clone()];
        for dialect in &self.model.dialects {
            names.extend(dialect.item_name(item));
            names.extend(dialect.aliases(item).iter().cloned());
        }
        let path: Vec<String> = path.split("::").map(plain).collect();
        names.iter().any(|name| {
            let segments: Vec<String> = name.split("::").map(plain).collect();
            path.ends_with(&segments)
        })
    }

    fn against(&self, item: &'m Item, declaration: &Declaration) -> Verdict<'m> {
        let layout = &declaration.layout;
        if layout.kind == LayoutKind::Enum {
            return self.values(item, declaration);
        }
        let view = View::new(self.model, item);
        let mut compared = compare::compare(&view, layout);
        if compared.size_only && view::is_in_bits_alone(self.model, item) {
            compared.mismatches.clear();
        }
        if compared.mismatches.is_empty()
            && compared.common_names == 0
            && compared.loose > 0
            && !compared.size_only
        {
            return Verdict::OtherMeaning {
                item,
                reason: "it has no field of ours, and fits by its size alone".to_owned(),
            };
        }
        if compared.mismatches.is_empty() {
            return Verdict::Matched {
                item,
                size_only: compared.size_only,
                notes: compared.notes,
            };
        }
        if let Some(reason) = self.known(item, layout, &compared.mismatches) {
            return Verdict::Known { item, reason };
        }
        // A thing of another kind, or without one field of ours, is another thing.
        let is_record = matches!(item.kind, Kind::Struct(_) | Kind::Union(_));
        let reason = if is_record && layout.parts.is_empty() {
            Some("it is a number or the like, and not a record".to_owned())
        } else if !compared.size_only && compared.common_names == 0 {
            Some("it has no field of ours".to_owned())
        } else {
            None
        };
        match reason {
            Some(reason) => Verdict::OtherMeaning { item, reason },
            None => Verdict::Differs {
                item,
                mismatches: compared.mismatches,
            },
        }
    }
}

impl<'m> Checker<'m, '_> {
    /// Why a dialect has these mismatches, if it says so for each of them.
    fn known(&self, item: &Item, layout: &Layout, mismatches: &[Mismatch]) -> Option<&'m str> {
        let dialects = self.model.dialects.iter();
        let mut known = dialects.flat_map(|dialect| dialect.differences(item));
        known
            .find(|known| {
                mismatches.iter().all(|mismatch| match &mismatch.part {
                    Some(part) => known.parts.contains(part),
                    None => known.size.is_some() && known.size == layout.size,
                })
            })
            .map(|known| known.doc.as_str())
    }
}

/// The item of which this is another version.
fn version_of(item: &Item) -> Option<&str> {
    match &item.kind {
        Kind::Struct(body) => body.version_of.as_deref(),
        Kind::Union(body) => body.version_of.as_deref(),
        _ => None,
    }
}

fn plain(name: &str) -> String {
    crate::coverage::index::plain(name)
}

#[cfg(test)]
mod tests;
