//! Programs that witness the layout: one in C and one in Rust, from the same model.
//!
//! Each prints the size of every type, the place of every field and the value of every constant,
//! and the bytes of every type with one field at a time set to a pattern of its own; and each reads
//! such bytes back field by field. Where the C compiler, rustc and the model agree on every line,
//! all three lay everything out the same.
//!
//! A line is one of
//!
//! ```text
//! size TYPE BYTES ALIGNMENT
//! offset TYPE FIELD BYTES
//! value NAME NUMBER
//! macro NAME NUMBER       a name that only the dialect has; in C alone
//! set TYPE FIELD HEX      the bytes of the type with this field set
//! get TYPE FIELD HEX      what was read from such bytes
//! ```

use std::collections::HashSet;
use std::fmt::Write;

use crate::arch::{Arch, Arches};
use crate::model::{
    Bitfield, BitsType, Dialect, Enum, Item, Kind, Model, Struct, Type, Union, Value,
};

mod c;
mod rust;

pub use c::program as c_program;
pub use rust::program as rust_program;

/// A part of a type that can be set and read by itself.
pub(crate) struct Probe<'m> {
    /// The name of the part, as the document spells it.
    pub(crate) name: &'m str,
    /// The name in Rust.
    pub(crate) rust: &'m str,
    pub(crate) arches: Arches,
    pub(crate) place: Place<'m>,
}

/// Where a part is, and what it is.
pub(crate) enum Place<'m> {
    Bits {
        low: u32,
        width: u32,
        r#type: &'m BitsType,
    },
    Field {
        offset: u64,
        size: u64,
    },
    Member {
        size: u64,
        r#type: &'m Type,
    },
}

impl Probe<'_> {
    /// The bytes of the part, and its bits where it is a bit range.
    pub(crate) fn extent(&self) -> (usize, u32) {
        match self.place {
            Place::Bits { width, .. } => (width.div_ceil(8) as usize, width),
            Place::Field { size, .. } | Place::Member { size, .. } => {
                (usize::try_from(size).unwrap_or(0), 0)
            }
        }
    }

    pub(crate) fn pattern(&self, owner: &str) -> Vec<u8> {
        let (bytes, bits) = self.extent();
        pattern(owner, self.name, bytes, bits)
    }

    /// The pattern of a bit range as a number.
    pub(crate) fn number(&self, owner: &str) -> u64 {
        self.pattern(owner)
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// Bytes that no other part of the type has: a hash of the names, no byte zero; for a bit range cut
/// to its width, with its highest bit set.
pub fn pattern(owner: &str, part: &str, bytes: usize, bits: u32) -> Vec<u8> {
    let mut state = owner
        .bytes()
        .chain(part.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    let mut pattern: Vec<u8> = (0..bytes)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8 | 1
        })
        .collect();
    if let Some(last) = pattern.last_mut().filter(|_| bits % 8 != 0) {
        *last = *last & (0xff >> (8 - bits % 8)) | 1 << (bits % 8 - 1);
    }
    pattern
}

/// The parts of a type that exist on any of the architectures.
pub(crate) fn probes(item: &Item, arches: Arches) -> Vec<Probe<'_>> {
    match &item.kind {
        Kind::Bitfield(Bitfield { bits, .. }) => {
            let named = bits.iter().filter(|bits| bits.reserved.is_none());
            named
                .map(|bits| Probe {
                    name: bits.name.as_deref().unwrap_or(&bits.rust),
                    rust: &bits.rust,
                    arches: item.arches,
                    place: Place::Bits {
                        low: bits.low,
                        width: bits.width(),
                        r#type: &bits.r#type,
                    },
                })
                .collect()
        }
        Kind::Struct(Struct { fields, .. }) => fields
            .iter()
            .map(|field| Probe {
                name: field.name.as_deref().unwrap_or(&field.rust),
                rust: &field.rust,
                arches: item.arches,
                place: Place::Field {
                    offset: field.offset,
                    size: field.size,
                },
            })
            .collect(),
        Kind::Union(Union { members, .. }) => members
            .iter()
            .filter(|member| member.arches.meet(arches))
            .map(|member| Probe {
                name: &member.name,
                rust: &member.rust,
                arches: member.arches,
                place: Place::Member {
                    size: member.size,
                    r#type: &member.r#type,
                },
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether an item is a type that memory can hold.
fn is_type(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Enum(Enum { closed: false, .. })
            | Kind::Bitfield(_)
            | Kind::Struct(_)
            | Kind::Union(_)
    )
}

/// The types that exist on an architecture.
pub(crate) fn types(model: &Model, arch: Arch) -> impl Iterator<Item = &Item> {
    model
        .items
        .iter()
        .filter(move |item| item.arches.contains(arch) && is_type(item))
}

/// The values of an enum that exist on any of the architectures.
pub(crate) fn values(body: &Enum, arches: Arches) -> impl Iterator<Item = &Value> {
    body.values
        .iter()
        .filter(move |value| value.arches.meet(arches))
}

/// All `size`, `offset`, `value` and `set` lines as the model has them.
pub fn expected(model: &Model, arch: Arch) -> String {
    let mut out = String::new();
    for item in types(model, arch) {
        let (size, align) = model.layout(&Type::Item(item.id));
        let _ = writeln!(out, "size {} {size} {align}", item.name);
        for probe in probes(item, arch.into()) {
            let pattern = probe.pattern(&item.name);
            let mut bytes = vec![0; usize::try_from(size).unwrap_or(0)];
            match probe.place {
                Place::Bits { low, .. } => {
                    let number = probe.number(&item.name) << low;
                    let length = bytes.len();
                    bytes.copy_from_slice(&number.to_le_bytes()[..length]);
                }
                Place::Field { offset, .. } => {
                    let _ = writeln!(out, "offset {} {} {offset}", item.name, probe.name);
                    let start = usize::try_from(offset).unwrap_or(0);
                    bytes[start..start + pattern.len()].copy_from_slice(&pattern);
                }
                Place::Member { .. } => bytes[..pattern.len()].copy_from_slice(&pattern),
            }
            let _ = writeln!(out, "set {} {} {}", item.name, probe.name, hex(&bytes));
        }
        if let Kind::Enum(body) = &item.kind {
            for value in values(body, arch.into()) {
                let _ = writeln!(out, "value {} {:#x}", value.name, value.value);
            }
        }
    }
    for item in model.items.iter().filter(|item| item.arches.contains(arch)) {
        let number = match &item.kind {
            Kind::Constant(body) => body.value,
            Kind::Msr(body) => body.number.into(),
            Kind::Ioctl(body) => body.request.into(),
            _ => continue,
        };
        let _ = writeln!(out, "value {} {number:#x}", item.name);
    }
    out
}

/// What the headers of a dialect do not declare: `ITEM` or the name of a value, or `ITEM PART` where
/// only a part is left out. Lines about these are none of its business.
pub fn undeclared(model: &Model, dialect: &Dialect, arch: Arch) -> HashSet<String> {
    let mut found = HashSet::new();
    let declarable = |item: &&Item| {
        // Those that are values of an enum stand or fall with it.
        item.arches.contains(arch) && !item.kind.is_collected()
    };
    for item in model.items.iter().filter(declarable) {
        let declaration = dialect.declaration(item, Some(arch));
        // A declaration of another size has other bytes.
        let is_whole = declaration.is_none_or(|own| own.own_size.is_none());
        if !dialect.declares_on(item, arch) || !is_whole {
            let values = match &item.kind {
                Kind::Enum(body) => body.values.as_slice(),
                _ => &[],
            };
            found.extend(values.iter().map(|value| value.name.clone()));
            found.insert(item.name.clone());
        } else if let Some(declaration) = declaration {
            let parts = probes(item, arch.into()).into_iter();
            let missing = parts.filter(|probe| declaration.place_of(probe.name).is_none());
            found.extend(missing.map(|probe| format!("{} {}", item.name, probe.name)));
        }
    }
    found
}

/// The macros that only a dialect has, with the values that the model gives them.
pub(crate) fn macros<'m>(
    model: &'m Model,
    dialect: &'m Dialect,
    arch: Arch,
) -> impl Iterator<Item = (&'m str, u64)> {
    let macros = dialect.macros.iter();
    macros
        .filter(move |body| body.arches.contains(arch) && dialect.has_macro(model, body, arch))
        .filter_map(|body| Some((body.name.as_str(), body.value?)))
}

/// All `macro` lines of a dialect as the model has them.
pub fn expected_macros(model: &Model, dialect: &Dialect, arch: Arch) -> String {
    macros(model, dialect, arch)
        .map(|(name, value)| format!("macro {name} {value:#x}\n"))
        .collect()
}

/// The `get` lines that reading all `set` lines must give.
pub fn expected_reading(model: &Model, arch: Arch) -> String {
    let mut out = String::new();
    for item in types(model, arch) {
        for probe in probes(item, arch.into()) {
            let _ = writeln!(
                out,
                "get {} {} {}",
                item.name,
                probe.name,
                hex(&probe.pattern(&item.name))
            );
        }
    }
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
