//! From names to numbers of items, after the checks have proved that each name has one.

use crate::arch::Arch;
use crate::draft::{Draft, Entry, Layout};
use crate::types::{Base, Int, Length, TypeExpr};

use super::{ByName, Grant, ItemId, Type};

/// Finds items of the model by their names in the draft.
pub(super) struct Resolver<'d, 'a> {
    pub(super) draft: &'d Draft<'a>,
    by_name: &'d ByName,
}

impl<'d, 'a> Resolver<'d, 'a> {
    pub(super) fn new(draft: &'d Draft<'a>, by_name: &'d ByName) -> Self {
        Self { draft, by_name }
    }

    pub(super) fn id(&self, name: &str, arch: Arch) -> ItemId {
        // The checks have found every name; the first item stands in for what cannot happen.
        let of_arch = self.by_name.get(name);
        of_arch
            .and_then(|of_arch| of_arch[arch as usize])
            .unwrap_or(ItemId(0))
    }

    pub(super) fn type_of(&self, text: &str, arch: Arch) -> Type {
        let Some(expr) = TypeExpr::parse(text) else {
            return Type::Int(Int {
                bytes: 1,
                signed: false,
            });
        };
        let base = match expr.base {
            Base::Int(int) => Type::Int(int),
            Base::Name(name) => Type::Item(self.id(name, arch)),
        };
        match expr.length {
            Length::One | Length::Tail => base,
            length => Type::Array(Box::new(base), self.draft.count(length, arch).unwrap_or(0)),
        }
    }

    /// The layout of a type; of one element for a tail.
    pub(super) fn layout(&self, text: &str, arch: Arch) -> Layout {
        let one = text.strip_suffix("[]").unwrap_or(text);
        self.draft
            .layout(one, arch)
            .unwrap_or(Layout { size: 0, align: 1 })
    }

    pub(super) fn storage(&self, text: &str, arch: Arch) -> Int {
        self.draft.storage(text, arch).unwrap_or(Int {
            bytes: 8,
            signed: false,
        })
    }

    pub(super) fn grant(&self, text: &str, arch: Arch) -> Option<Grant> {
        let (owner, field) = text.split_once('.')?;
        let entry: &Entry<'_> = self.draft.named(owner).next()?;
        let arch = if entry.arches.contains(arch) {
            arch
        } else {
            entry.arches.iter().next()?
        };
        Some(Grant {
            bitfield: self.id(owner, arch),
            field: field.to_owned(),
        })
    }
}
