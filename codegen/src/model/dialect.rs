//! A dialect with its names resolved.

use std::collections::{BTreeMap, HashMap};

use crate::arch::{Arch, Arches};
use crate::naming;
use crate::raw::{self, BitfieldStyle, EnumStyle, Take, TypeStyle};

use super::order::files;
use super::{Item, ItemId, Kind, Model, Value};

/// How another code base names the items, and how its C headers are written.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// The name of its file without the ending.
    pub name: String,
    /// Whose names these are.
    pub title: String,
    /// How they differ from those of the other dialects.
    pub doc: String,
    /// How C headers are written; nothing for names alone.
    pub headers: Option<Headers>,
    /// The macros that exist only here.
    pub macros: Vec<Macro>,
    names: HashMap<String, raw::DialectName>,
}

/// How C headers are written.
#[derive(Clone, Debug)]
pub struct Headers {
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
    /// Whether requests of devices are written with the macros of Linux.
    pub ioctl_macros: bool,
    /// Headers of the environment.
    pub includes: Vec<String>,
    /// Text after the includes.
    pub prelude: Option<String>,
    /// The files, each after those that it uses.
    pub files: Vec<DialectFile>,
    prefixes: BTreeMap<String, String>,
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

/// A macro that exists only in a dialect.
#[derive(Clone, Debug)]
pub struct Macro {
    /// Its name.
    pub name: String,
    /// The item after which it is declared.
    pub item: ItemId,
    /// Where it exists.
    pub arches: Arches,
    /// Its value, unless it has a text.
    pub value: Option<u64>,
    /// Bytes of the value.
    pub bytes: u8,
    /// The expression, where that is no number of the spec.
    pub text: Option<String>,
    /// What it means.
    pub doc: Option<String>,
    /// The value or bit range that it is, where the item has several.
    pub part: Option<String>,
}

/// A dialect; `base` is the one that it is like.
pub(super) fn lower(
    model: &Model,
    name: &str,
    raw: &raw::Dialect,
    base: Option<&raw::Dialect>,
) -> Dialect {
    let mut names: HashMap<String, raw::DialectName> = HashMap::new();
    let mut macros: BTreeMap<&str, &raw::DialectMacro> = BTreeMap::new();
    for dialect in base.into_iter().chain([raw]) {
        for (item, own) in &dialect.names.0 {
            names.entry(item.clone()).or_default().extend(own);
        }
        macros.extend(
            dialect
                .macros
                .0
                .iter()
                .map(|(name, body)| (name.as_str(), body)),
        );
    }
    let absent = |item: &Item| {
        names
            .get(&item.name)
            .is_some_and(|names| names.absent == Some(true))
    };
    let headers = raw.headers.as_ref().map(|raw| Headers {
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
        ioctl_macros: raw.ioctl_macros,
        includes: raw.includes.clone(),
        prelude: raw.prelude.clone(),
        files: files(model, raw, absent),
        prefixes: raw.prefixes.0.clone(),
    });
    Dialect {
        name: name.to_owned(),
        title: raw.dialect.clone(),
        doc: raw.doc.clone(),
        headers,
        macros: macros
            .into_iter()
            .flat_map(|(name, body)| lower_macro(model, name, body))
            .collect(),
        names,
    }
}

/// A macro, or one for each architecture where what it is made of differs.
fn lower_macro(model: &Model, name: &str, raw: &raw::DialectMacro) -> Vec<Macro> {
    let targets = match &raw.of {
        raw::PerArch::Same(target) => Arch::ALL.map(|arch| (arch, Some(target))),
        raw::PerArch::Each(each) => [
            (Arch::X64, each.x64.as_ref()),
            (Arch::Arm64, each.arm64.as_ref()),
        ],
    };
    let mut macros: Vec<Macro> = Vec::new();
    for (arch, target) in targets {
        let Some(target) = target else { continue };
        let Some((item, number)) = target_of(model, target, arch) else {
            continue;
        };
        if let Some(same) = macros.iter_mut().find(|body| body.item == item) {
            same.arches = Arches::BOTH;
            continue;
        }
        let (value, bytes) = number.take(raw.take);
        macros.push(Macro {
            name: name.to_owned(),
            item,
            arches: arch.into(),
            value: raw.text.is_none().then_some(value),
            bytes,
            text: raw.text.clone(),
            doc: raw.doc.clone(),
            part: target
                .split_once('.')
                .filter(|_| raw.take != Take::Shift)
                .map(|(_, part)| part.to_owned()),
        });
    }
    macros
}

/// What a macro is made of.
struct Number {
    value: u64,
    bytes: u8,
    /// For a bit range.
    low: u32,
}

impl Number {
    fn take(&self, take: Take) -> (u64, u8) {
        match take {
            Take::Value => (self.value, self.bytes),
            Take::WordMask => (self.value >> (self.low / 32 * 32), 4),
            Take::Shift => (self.low.into(), 4),
        }
    }
}

/// The item of `ITEM`, `ENUM.Value` or `BITFIELD.Field` that declares it, and the number.
fn target_of(model: &Model, target: &str, arch: Arch) -> Option<(ItemId, Number)> {
    let number = |value, bytes| Number {
        value,
        bytes,
        low: 0,
    };
    if let Some((owner, part)) = target.split_once('.') {
        let item = model.find(owner, arch)?;
        return match &item.kind {
            Kind::Enum(body) => {
                let value = body.values.iter().find(|value| value.name == part)?;
                Some((item.id, number(value.value, body.storage.bytes)))
            }
            Kind::Bitfield(body) => {
                let bits = body
                    .bits
                    .iter()
                    .find(|bits| bits.name.as_deref() == Some(part))?;
                let number = Number {
                    value: bits.mask(),
                    bytes: body.storage.bytes,
                    low: bits.low,
                };
                Some((item.id, number))
            }
            _ => None,
        };
    }
    let item = model.find(target, arch)?;
    let own = match &item.kind {
        Kind::Constant(body) => return Some((item.id, number(body.value, body.storage.bytes))),
        Kind::Msr(body) => return Some((item.id, number(body.number.into(), 4))),
        Kind::Ioctl(body) => return Some((item.id, number(body.request.into(), 4))),
        Kind::Struct(_) | Kind::Union(_) | Kind::Bitfield(_) | Kind::Alias(_) | Kind::Enum(_) => {
            // Only what a text stands beside.
            return Some((item.id, number(0, 4)));
        }
        Kind::Hypercall(_)
        | Kind::Register(_)
        | Kind::StatusCode(_)
        | Kind::Message(_)
        | Kind::Cpuid(_) => &item.name,
    };
    // The number of a collected item is declared with the enum that collects it.
    model.items.iter().find_map(|owner| match &owner.kind {
        Kind::Enum(body) if body.collects.is_some() => {
            let value = body.values.iter().find(|value| &value.name == own)?;
            Some((owner.id, number(value.value, body.storage.bytes)))
        }
        _ => None,
    })
}

impl Dialect {
    /// Whether the dialect leaves the item out.
    pub fn is_absent(&self, item: &Item) -> bool {
        self.names
            .get(&item.name)
            .is_some_and(|names| names.absent == Some(true))
    }

    /// Whether the headers declare the item.
    pub fn declares(&self, item: &Item) -> bool {
        let mut files = self.headers.iter().flat_map(|headers| &headers.files);
        files.any(|file| file.items.contains(&item.id))
    }

    /// The other names that an item has in the dialect.
    pub fn aliases(&self, item: &Item) -> &[String] {
        self.names
            .get(&item.name)
            .map_or(&[], |names| names.aliases.as_slice())
    }

    /// How the code base declares an item otherwise on purpose.
    pub fn differences(&self, item: &Item) -> &[raw::DialectDifference] {
        self.names
            .get(&item.name)
            .map_or(&[], |names| names.differs.as_slice())
    }

    /// The name of an item: the dialect's own, else by the rule of its headers.
    pub fn item_name(&self, item: &Item) -> Option<String> {
        if self.is_absent(item) {
            return None;
        }
        let own = self
            .names
            .get(&item.name)
            .and_then(|names| own_name(names, item.arches));
        own.or_else(|| Some(self.headers.as_ref()?.item_name(item)))
    }

    /// The name of a value that is an item: of a call, a status, a register.
    pub fn value_name(&self, owner: &Item, value: &Value) -> Option<String> {
        let own = self.names.get(&value.name);
        if own.is_some_and(|names| names.absent == Some(true)) {
            return None;
        }
        own.and_then(|names| own_name(names, value.arches))
            .or_else(|| self.part_name(owner, &value.name))
    }

    /// The name of a field, bit range, member or value: the dialect's own, else by rule.
    pub fn part_name(&self, item: &Item, part: &str) -> Option<String> {
        if self.is_absent(item) {
            return None;
        }
        let own = self
            .names
            .get(&item.name)
            .and_then(|names| names.fields.0.get(part).cloned());
        own.or_else(|| Some(self.headers.as_ref()?.part_name(item, part)))
    }
}

/// The name that a dialect lists.
fn own_name(names: &raw::DialectName, arches: Arches) -> Option<String> {
    match names.name.as_ref()? {
        raw::PerArch::Same(name) => Some(name.clone()),
        raw::PerArch::Each(each) if arches.contains(Arch::X64) => each.x64.clone(),
        raw::PerArch::Each(each) => each.arm64.clone(),
    }
}

impl Headers {
    fn item_name(&self, item: &Item) -> String {
        match (self.types, is_type(item)) {
            (TypeStyle::Tag, true) => naming::snake_case(&item.name),
            (TypeStyle::Tag, false) => self.prefixed(naming::screaming_case(&item.name)),
            (TypeStyle::Typedef, _) => item.name.clone(),
        }
    }

    fn part_name(&self, item: &Item, part: &str) -> String {
        match (self.types, &item.kind) {
            (TypeStyle::Tag, Kind::Enum(_)) => self.prefixed(naming::screaming_case(part)),
            (TypeStyle::Tag, _) => naming::snake_case(part),
            (TypeStyle::Typedef, _) => part.to_owned(),
        }
    }

    /// The condition under which a compiler builds for an architecture.
    pub fn condition(&self, arch: Arch) -> &str {
        self.conditions.get(arch.name()).map_or("1", String::as_str)
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
