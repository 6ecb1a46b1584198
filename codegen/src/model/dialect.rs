//! A dialect with its names resolved and its files in an order that a C compiler accepts.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::arch::Arch;
use crate::naming;
use crate::raw::{self, BitfieldStyle, EnumStyle, TypeStyle};

use super::{BitsType, Item, ItemId, Kind, Model, Type, Value};

/// How another code base names and files the items.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// The name of its file without the ending.
    pub name: String,
    /// What the headers are for.
    pub title: String,
    /// How they differ from the other dialects.
    pub doc: String,
    /// The licence expression.
    pub spdx: String,
    /// The spelling of each integer type.
    pub integers: BTreeMap<String, String>,
    /// How types are named and declared.
    pub types: TypeStyle,
    /// How bit-fields are declared.
    pub bitfields: BitfieldStyle,
    /// How the values of enums are declared.
    pub enums: EnumStyle,
    /// What marks a record as packed.
    pub packed: String,
    /// Whether every record is packed.
    pub pack_all: bool,
    /// What aligns a record, with `{}` for the bytes.
    pub aligned: String,
    /// The macro that asserts.
    pub assert: String,
    /// What gives the alignment of a type.
    pub alignof: Option<String>,
    /// What stands before a declaration that ISO C or C++ does not have.
    pub extension: String,
    /// The conditions under which a compiler builds for each architecture.
    conditions: BTreeMap<String, String>,
    /// Headers of the environment.
    pub includes: Vec<String>,
    /// Text after the includes.
    pub prelude: Option<String>,
    /// The files, each after those that it uses.
    pub files: Vec<DialectFile>,
    prefixes: BTreeMap<String, String>,
    names: HashMap<String, raw::DialectName>,
}

/// One header.
#[derive(Clone, Debug)]
pub struct DialectFile {
    /// The path below the output directory.
    pub path: String,
    /// The macro that guards against a second inclusion.
    pub guard: String,
    /// What it holds.
    pub doc: String,
    /// Its items, each after those that it uses.
    pub items: Vec<ItemId>,
}

pub(super) fn lower(model: &Model, name: &str, raw: &raw::Dialect) -> Dialect {
    Dialect {
        name: name.to_owned(),
        title: raw.dialect.clone(),
        doc: raw.doc.clone(),
        spdx: raw.spdx.clone(),
        integers: raw.integers.0.clone(),
        types: raw.types,
        bitfields: raw.bitfields,
        enums: raw.enums,
        packed: raw.packed.clone(),
        pack_all: raw.pack_all,
        aligned: raw.aligned.clone(),
        assert: raw.assert.clone(),
        alignof: raw.alignof.clone(),
        extension: raw.extension.clone(),
        conditions: raw.conditions.0.clone(),
        includes: raw.includes.clone(),
        prelude: raw.prelude.clone(),
        files: files(model, raw),
        prefixes: raw.prefixes.0.clone(),
        names: raw.names.0.clone().into_iter().collect(),
    }
}

impl Dialect {
    /// Whether the dialect leaves the item out.
    pub fn is_absent(&self, item: &Item) -> bool {
        self.names.get(&item.name).is_some_and(|names| names.absent)
    }

    /// The other names that an item has in the dialect.
    pub fn aliases(&self, item: &Item) -> &[String] {
        self.names
            .get(&item.name)
            .map_or(&[], |names| names.aliases.as_slice())
    }

    /// The name of an item: the dialect's own, else by rule.
    pub fn item_name(&self, item: &Item) -> String {
        let own = self
            .names
            .get(&item.name)
            .and_then(|names| names.name.clone());
        let is_type = is_type(item);
        own.unwrap_or_else(|| match (self.types, is_type) {
            (TypeStyle::Tag, true) => naming::snake_case(&item.name),
            (TypeStyle::Tag, false) => self.prefixed(naming::screaming_case(&item.name)),
            (TypeStyle::Typedef, _) => item.name.clone(),
        })
    }

    /// The name of a value that is an item: of a call, a status, a register.
    pub fn value_name(&self, owner: &Item, value: &Value) -> String {
        let own = self
            .names
            .get(&value.name)
            .and_then(|names| names.name.clone());
        own.unwrap_or_else(|| self.part_name(owner, &value.name))
    }

    /// The condition under which a compiler builds for an architecture.
    pub fn condition(&self, arch: Arch) -> &str {
        self.conditions.get(arch.name()).map_or("1", String::as_str)
    }

    /// The name of a field, bit range, member or value: the dialect's own, else by rule.
    pub fn part_name(&self, item: &Item, part: &str) -> String {
        let own = self
            .names
            .get(&item.name)
            .and_then(|names| names.fields.0.get(part).cloned());
        own.unwrap_or_else(|| match (self.types, &item.kind) {
            (TypeStyle::Tag, Kind::Enum(_)) => self.prefixed(naming::screaming_case(part)),
            (TypeStyle::Tag, _) => naming::snake_case(part),
            (TypeStyle::Typedef, _) => part.to_owned(),
        })
    }

    /// A name by rule with the longest beginning replaced for which the dialect has its own.
    fn prefixed(&self, name: String) -> String {
        let matching = self
            .prefixes
            .iter()
            .filter_map(|(from, to)| Some((name.strip_prefix(from.as_str())?, from, to)));
        match matching.max_by_key(|(_, from, _)| from.len()) {
            Some((rest, _, to)) => format!("{to}{rest}"),
            None => name,
        }
    }

    /// The spelling of an integer type.
    pub fn integer(&self, int: crate::types::Int) -> String {
        let name = int.to_string();
        self.integers.get(&name).cloned().unwrap_or(name)
    }
}

/// Whether an item is declared as a type.
pub(crate) fn is_type(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Alias(_) | Kind::Enum(_) | Kind::Bitfield(_) | Kind::Struct(_) | Kind::Union(_)
    )
}

/// The items that must be declared before an item.
pub(crate) fn dependencies(model: &Model, item: &Item) -> BTreeSet<ItemId> {
    let of = |types: Vec<&Type>| {
        types
            .into_iter()
            .filter_map(|r#type| model.parts_of(r#type))
            .collect()
    };
    match &item.kind {
        Kind::Constant(body) => of(vec![&body.r#type]),
        Kind::Alias(body) => of(vec![&body.r#type]),
        Kind::Struct(body) => of(body
            .fields
            .iter()
            .chain(&body.tail)
            .map(|field| &field.r#type)
            .collect()),
        Kind::Union(body) => of(body.members.iter().map(|member| &member.r#type).collect()),
        Kind::Bitfield(body) => body
            .bits
            .iter()
            .filter_map(|bits| match bits.r#type {
                BitsType::Item(id, _) => Some(id),
                BitsType::Bool | BitsType::Int(_) => None,
            })
            .collect(),
        _ => BTreeSet::new(),
    }
}

fn files(model: &Model, raw: &raw::Dialect) -> Vec<DialectFile> {
    let placed: HashSet<&str> = raw
        .files
        .iter()
        .flat_map(|file| &file.items)
        .map(String::as_str)
        .collect();
    let named_chapters: HashSet<&str> = raw
        .files
        .iter()
        .flat_map(|file| &file.chapters)
        .map(String::as_str)
        .collect();
    let absent = |item: &Item| {
        raw.names
            .0
            .get(&item.name)
            .is_some_and(|names| names.absent)
    };
    let mut done = HashSet::new();
    let file = |file: &raw::DialectFile| {
        let takes_rest = file.chapters.iter().any(|chapter| chapter == "*");
        let wanted = model.items.iter().filter(|item| {
            let chapter = model.chapter_of(item).name.as_str();
            let by_name = file.items.contains(&item.name);
            let by_chapter = file.chapters.iter().any(|name| name == chapter)
                || (takes_rest && !named_chapters.contains(chapter));
            !absent(item) && (by_name || (by_chapter && !placed.contains(item.name.as_str())))
        });
        let wanted: Vec<ItemId> = wanted.map(|item| item.id).collect();
        DialectFile {
            path: file.path.clone(),
            guard: file.guard.clone(),
            doc: file.doc.clone(),
            items: in_order(model, &wanted, &mut done),
        }
    };
    raw.files.iter().map(file).collect()
}

/// The items with what each uses before it, else in their own order. Items of earlier files count
/// as declared.
pub(crate) fn in_order(
    model: &Model,
    wanted: &[ItemId],
    done: &mut HashSet<ItemId>,
) -> Vec<ItemId> {
    let set: HashSet<ItemId> = wanted.iter().copied().collect();
    let mut order = Vec::new();
    for &id in wanted {
        // Depth first without recursion: an item is left once all that it uses stand before it.
        let mut open = vec![id];
        while let Some(&top) = open.last() {
            let missing = dependencies(model, model.item(top))
                .into_iter()
                .find(|id| set.contains(id) && !done.contains(id) && !open.contains(id));
            match missing {
                Some(next) => open.push(next),
                None => {
                    open.pop();
                    if done.insert(top) {
                        order.push(top);
                    }
                }
            }
        }
    }
    order
}
