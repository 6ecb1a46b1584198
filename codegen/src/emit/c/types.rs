//! The spelling of types and numbers, and aliases.

use std::collections::BTreeSet;

use super::Emitter;
use crate::model::{Alias, BitfieldStyle, Declaration, Item, ItemId, Kind, Type, TypeStyle};
use crate::types::Int;

impl Emitter<'_> {
    /// The items to print: those that were asked for and all that they need, on the architectures
    /// that were asked for.
    pub(super) fn wanted(&self) -> BTreeSet<ItemId> {
        let on_arch = |item: &Item| {
            !self.is_apart(item)
                || self
                    .options
                    .arch
                    .is_none_or(|arch| item.arches.contains(arch))
        };
        let all = self
            .model
            .items
            .iter()
            .filter(|item| on_arch(item))
            .map(|item| item.id);
        if self.options.only.is_empty() {
            return all.collect();
        }
        self.closure(&self.options.only)
            .into_iter()
            .filter(|id| on_arch(self.model.item(*id)))
            .collect()
    }

    /// Some items and all that the dialect needs to declare them.
    fn closure(&self, ids: &[ItemId]) -> BTreeSet<ItemId> {
        let mut all = BTreeSet::new();
        let mut open: Vec<ItemId> = ids
            .iter()
            .flat_map(|id| [*id].into_iter().chain(self.model.passed_by(*id)))
            .collect();
        while let Some(id) = open.pop() {
            if all.insert(id) {
                open.extend(self.dialect.dependencies(self.model, self.model.item(id)));
            }
        }
        all
    }

    /// `typedef T NAME;`, or nothing where the dialect names no aliases.
    pub(super) fn alias(&self, item: &Item, body: &Alias) -> String {
        if !self.dialect.has_typedef(item) {
            return String::new();
        }
        let name = self.item_name(item);
        format!(
            "{}typedef {} {name};\n",
            self.comment(&item.facts, ""),
            self.type_name(&body.r#type)
        )
    }

    /// A type as the base of a declaration; an array's element.
    pub(crate) fn type_name(&self, r#type: &Type) -> String {
        match r#type {
            Type::Int(int) => self.style.integer(*int),
            Type::Array(element, _) => self.type_name(element),
            Type::Item(id) => {
                let item = self.model.item(*id);
                let name = self.item_name(item);
                match (self.style.types, &item.kind) {
                    (TypeStyle::Typedef, _) => name,
                    (TypeStyle::Tag, Kind::Alias(_)) if self.dialect.has_typedef(item) => name,
                    (TypeStyle::Tag, Kind::Alias(body)) => self.type_name(&body.r#type),
                    (TypeStyle::Tag, Kind::Enum(body)) => self.style.integer(body.storage),
                    (TypeStyle::Tag, kind) => match (self.own_declaration(item), kind) {
                        (Some(declaration), _) => format!("{} {name}", declaration.keyword()),
                        (None, Kind::Struct(_)) => format!("struct {name}"),
                        (None, Kind::Bitfield(body)) if self.has_masks() => {
                            self.style.integer(body.storage)
                        }
                        (None, _) => format!("union {name}"),
                    },
                }
            }
        }
    }

    /// The form that the dialect gives the type of an item.
    pub(crate) fn own_declaration(&self, item: &Item) -> Option<&Declaration> {
        let arch = self.options.arch.or(self.file_arch);
        self.dialect.declaration(item, arch)
    }

    fn has_masks(&self) -> bool {
        self.style.bitfields == BitfieldStyle::Masks
    }

    /// `T name` or `T name[4]`.
    pub(super) fn declaration_of(&self, r#type: &Type, name: &str) -> String {
        let mut dimensions = String::new();
        let mut inner = r#type;
        while let Type::Array(element, count) = inner {
            dimensions.push_str(&format!("[{count}]"));
            inner = element;
        }
        format!("{} {name}{dimensions}", self.type_name(inner))
    }

    /// A number of a list, as wide as the others of it.
    pub(super) fn literal_of_list(&self, value: u64, storage: Int, highest: u64) -> String {
        let digits = usize::from(storage.bytes) * 2 + 2;
        match self.style.plain_numbers {
            true if highest < 10 => value.to_string(),
            true if storage.bytes == 8 => format!("{value:#x}"),
            true => format!("{value:#0digits$x}"),
            false => self.literal(value, storage),
        }
    }

    /// A number with the suffix that its type needs.
    pub(super) fn literal(&self, value: u64, storage: Int) -> String {
        let digits = usize::from(storage.bytes) * 2 + 2;
        match storage.bytes {
            _ if self.style.plain_numbers && value < 10 => value.to_string(),
            _ if self.style.plain_numbers => format!("{value:#x}"),
            8 => format!("{value:#0digits$x}ULL"),
            4 => format!("{value:#0digits$x}U"),
            _ => format!("{value:#0digits$x}"),
        }
    }
}
