//! The Rust half of the layout witness: what rustc makes of the types of hv-defs.

use std::fmt::Write;

use hv_codegen::arch::Arch;
use hv_codegen::emit::witness::pattern;
use zerocopy::{FromBytes, Immutable, IntoBytes};

use crate::{from_hex, hex};

#[allow(
    missing_docs,
    clippy::all,
    clippy::cast_possible_truncation,
    reason = "a generated program, one entry for each fact"
)]
mod tables {
    use super::{PartWitness, TypeWitness, ValueWitness, bytes, number, put};

    include!(concat!(env!("OUT_DIR"), "/witness.rs"));
}

/// A type as rustc sees it.
struct TypeWitness {
    name: &'static str,
    /// Whether it exists on x86-64 and on ARM64.
    arches: [bool; 2],
    size: usize,
    align: usize,
    parts: &'static [PartWitness],
    values: &'static [ValueWitness],
    /// The bytes of the type with only this part set, to this pattern.
    set: fn(usize, &[u8]) -> Vec<u8>,
    /// The bytes of the part of such a type.
    get: fn(usize, &[u8]) -> Option<Vec<u8>>,
}

/// A field, bit range or member of a union.
struct PartWitness {
    name: &'static str,
    arches: [bool; 2],
    /// For a field.
    offset: Option<usize>,
    bytes: usize,
    /// For a bit range.
    bits: u32,
}

/// A constant.
struct ValueWitness {
    name: &'static str,
    arches: [bool; 2],
    value: u64,
}

fn put<T: FromBytes + IntoBytes + ?Sized>(part: &mut T, pattern: &[u8]) {
    part.as_mut_bytes().copy_from_slice(pattern);
}

fn bytes<T: IntoBytes + Immutable + ?Sized>(value: &T) -> Vec<u8> {
    value.as_bytes().to_vec()
}

fn number(pattern: &[u8]) -> u64 {
    pattern
        .iter()
        .rev()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn on(arches: [bool; 2], arch: Arch) -> bool {
    match arch {
        Arch::X64 => arches[0],
        Arch::Arm64 => arches[1],
    }
}

/// All lines but `get` of an architecture.
pub fn write(arch: Arch) -> String {
    let mut out = String::new();
    for r#type in tables::TYPES
        .iter()
        .filter(|r#type| on(r#type.arches, arch))
    {
        let name = r#type.name;
        let _ = writeln!(out, "size {name} {} {}", r#type.size, r#type.align);
        for (at, part) in r#type.parts.iter().enumerate() {
            if !on(part.arches, arch) {
                continue;
            }
            if let Some(offset) = part.offset {
                let _ = writeln!(out, "offset {name} {} {offset}", part.name);
            }
            let pattern = pattern(name, part.name, part.bytes, part.bits);
            let set = (r#type.set)(at, &pattern);
            let _ = writeln!(out, "set {name} {} {}", part.name, hex(&set));
        }
        values(&mut out, r#type.values, arch);
    }
    values(&mut out, tables::VALUES, arch);
    out
}

fn values(out: &mut String, values: &[ValueWitness], arch: Arch) {
    for value in values.iter().filter(|value| on(value.arches, arch)) {
        let _ = writeln!(out, "value {} {:#x}", value.name, value.value);
    }
}

/// The `get` lines for the `set` lines of another witness.
pub fn read(arch: Arch, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines().filter_map(|line| line.strip_prefix("set ")) {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, field, digits] = words[..] else {
            panic!("a line of another form: {line}")
        };
        let bytes = from_hex(digits).expect("hexadecimal digits");
        let value = read_part(arch, name, field, &bytes)
            .map_or_else(|| "nothing".to_owned(), |value| hex(&value));
        let _ = writeln!(out, "get {name} {field} {value}");
    }
    out
}

fn read_part(arch: Arch, name: &str, field: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let r#type = tables::TYPES
        .iter()
        .find(|r#type| r#type.name == name && on(r#type.arches, arch))?;
    let at = r#type
        .parts
        .iter()
        .position(|part| part.name == field && on(part.arches, arch))?;
    (r#type.get)(at, bytes)
}

/// Sets each part of each type to bytes that `random` gives, reads it back, and says where it comes back
/// otherwise. The number of parts, and the differences.
pub fn round_trips(mut random: impl FnMut() -> u8) -> (usize, Vec<String>) {
    let (mut count, mut wrong) = (0, Vec::new());
    for r#type in tables::TYPES {
        for (at, part) in r#type.parts.iter().enumerate() {
            let mut pattern: Vec<u8> = (0..part.bytes).map(|_| random()).collect();
            if let Some(last) = pattern.last_mut().filter(|_| part.bits % 8 != 0) {
                *last &= 0xff >> (8 - part.bits % 8);
            }
            count += 1;
            let whole = (r#type.set)(at, &pattern);
            let back = (r#type.get)(at, &whole);
            if back.as_ref() != Some(&pattern) {
                wrong.push(format!("{}.{}", r#type.name, part.name));
            }
        }
    }
    (count, wrong)
}
