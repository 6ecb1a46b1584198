//! From bytes to a serializer.

use serde_core::ser::{SerializeMap, SerializeSeq};
use serde_core::{Serialize, Serializer};

use super::form::{Field, Form, Number, Range, low_bits, named_bits};
use super::hex::Hex;

/// A value as its form and its bytes.
pub(super) struct Written<'v> {
    pub(super) form: &'static Form,
    pub(super) bytes: &'v [u8],
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { form, bytes } = *self;
        match form {
            Form::Number(_, number) => {
                let bits = bits(bytes);
                if serializer.is_human_readable() {
                    let width = number_width(bytes);
                    let named = NamedNumber {
                        number,
                        bits,
                        width,
                    };
                    return named.serialize(serializer);
                }
                integer(bytes, serializer)
            }
            _ if !serializer.is_human_readable() => serializer.serialize_bytes(bytes),
            _ if form.is_bytes() => serializer.collect_str(&Hex(bytes)),
            Form::Array(element, count) => elements(element, *count, bytes, serializer),
            Form::Struct { fields, .. } => structure(fields, bytes, serializer),
            Form::Union => serializer.collect_str(&Hex(bytes)),
        }
    }
}

fn elements<S: Serializer>(
    element: &'static Form,
    count: usize,
    bytes: &[u8],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut sequence = serializer.serialize_seq(Some(count))?;
    let size = bytes.len() / count.max(1);
    for at in 0..count {
        let (form, bytes) = (element, &bytes[at * size..][..size]);
        sequence.serialize_element(&Written { form, bytes })?;
    }
    sequence.end()
}

fn structure<S: Serializer>(
    fields: &'static [Field],
    bytes: &[u8],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let written = fields.iter().filter_map(|field| {
        let bytes = &bytes[field.offset..][..field.size];
        let zero = bytes.iter().all(|byte| *byte == 0);
        (!field.reserved || !zero).then_some((field, bytes))
    });
    let mut map = serializer.serialize_map(Some(written.clone().count()))?;
    for (field, bytes) in written {
        let form = field.form;
        map.serialize_entry(field.name, &Written { form, bytes })?;
    }
    map.end()
}

/// A number in its named form.
struct NamedNumber {
    number: &'static Number,
    bits: u64,
    width: u32,
}

impl Serialize for NamedNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { bits, width, .. } = *self;
        match self.number {
            Number::Bool => serializer.serialize_bool(bits != 0),
            Number::Unsigned => serializer.serialize_u64(bits),
            Number::Signed => serializer.serialize_i64(sign_extended(bits, width)),
            Number::Enum { name_of, .. } => match name_of(bits) {
                Some(name) => serializer.serialize_str(name),
                None => serializer.serialize_u64(bits),
            },
            Number::Bitfield { ranges, .. } => bit_ranges(ranges, bits, serializer),
        }
    }
}

fn bit_ranges<S: Serializer>(
    ranges: &'static [Range],
    bits: u64,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let reserved = bits & !named_bits(ranges);
    let count = ranges.len() + usize::from(reserved != 0);
    let mut map = serializer.serialize_map(Some(count))?;
    for range in ranges {
        let named = NamedNumber {
            number: range.number,
            bits: bits >> range.low & low_bits(range.width),
            width: range.width,
        };
        map.serialize_entry(range.name, &named)?;
    }
    if reserved != 0 {
        map.serialize_entry(super::RESERVED_BITS, &reserved)?;
    }
    map.end()
}

/// The bytes as one integer of their size.
fn integer<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    match *bytes {
        [byte] => serializer.serialize_u8(byte),
        [a, b] => serializer.serialize_u16(u16::from_ne_bytes([a, b])),
        [a, b, c, d] => serializer.serialize_u32(u32::from_ne_bytes([a, b, c, d])),
        _ => serializer.serialize_u64(bits(bytes)),
    }
}

fn bits(bytes: &[u8]) -> u64 {
    let byte_at = |at: usize| u64::from(bytes[at]);
    let number = |bits: u64, at: usize| bits << 8 | byte_at(at);
    if cfg!(target_endian = "little") {
        (0..bytes.len()).rev().fold(0, number)
    } else {
        (0..bytes.len()).fold(0, number)
    }
}

fn number_width(bytes: &[u8]) -> u32 {
    bytes.iter().map(|_| u8::BITS).sum()
}

/// The number of so many bits as one with a sign.
fn sign_extended(bits: u64, width: u32) -> i64 {
    let unused = 64 - width;
    i64::from_ne_bytes((bits << unused).to_ne_bytes()) >> unused
}
