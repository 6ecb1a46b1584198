//! Numbers in their named form, from a deserializer.

use core::fmt;

use serde_core::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde_core::{Deserialize, Deserializer};

use super::RESERVED_BITS;
use super::form::{Number, Range, low_bits, named_bits};

/// A number of so many bits.
pub(super) struct ReadNumber {
    pub(super) number: &'static Number,
    pub(super) width: u32,
}

impl<'de> DeserializeSeed<'de> for ReadNumber {
    type Value = u64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u64, D::Error> {
        let width = self.width;
        match self.number {
            Number::Bool => bool::deserialize(deserializer).map(u64::from),
            Number::Unsigned => fitting(u64::deserialize(deserializer)?, width),
            Number::Signed => signed(i64::deserialize(deserializer)?, width),
            Number::Enum { name, values, .. } => deserializer.deserialize_any(EnumValue {
                name,
                values,
                width,
            }),
            Number::Bitfield { name, ranges } => deserializer.deserialize_any(BitRanges {
                name,
                ranges,
                width,
            }),
        }
    }
}

fn fitting<E: Error>(bits: u64, width: u32) -> Result<u64, E> {
    if bits & !low_bits(width) == 0 {
        Ok(bits)
    } else {
        Err(E::custom(format_args!(
            "{bits:#x} needs more than {width} bits"
        )))
    }
}

fn signed<E: Error>(number: i64, width: u32) -> Result<u64, E> {
    let beyond = number >> (width - 1);
    if beyond == 0 || beyond == -1 {
        Ok(u64::from_ne_bytes(number.to_ne_bytes()) & low_bits(width))
    } else {
        Err(E::custom(format_args!(
            "{number} needs more than {width} bits"
        )))
    }
}

fn positive<E: Error>(number: i64) -> Result<u64, E> {
    u64::try_from(number).map_err(|_| E::custom(format_args!("{number} is below zero")))
}

/// A value of an enum: a name, or a number.
struct EnumValue {
    name: &'static str,
    values: &'static [(&'static str, u64)],
    width: u32,
}

impl Visitor<'_> for EnumValue {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name or the number of a value of {}", self.name)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<u64, E> {
        let named = self.values.iter().find(|(name, _)| *name == text);
        // The keys of a map are strings in some formats; no name starts with a digit.
        let bits = named.map_or_else(|| text.parse().ok(), |(_, bits)| Some(*bits));
        match bits {
            Some(bits) => fitting(bits, self.width),
            None => Err(E::custom(format_args!(
                "{} has no value `{text}`",
                self.name
            ))),
        }
    }

    fn visit_u64<E: Error>(self, bits: u64) -> Result<u64, E> {
        fitting(bits, self.width)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u64, E> {
        fitting(positive(number)?, self.width)
    }
}

/// The bit ranges of a number; those that are not there stay zero.
struct BitRanges {
    name: &'static str,
    ranges: &'static [Range],
    width: u32,
}

impl<'de> Visitor<'de> for BitRanges {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map of the bits of {}, or a number", self.name)
    }

    fn visit_u64<E: Error>(self, bits: u64) -> Result<u64, E> {
        fitting(bits, self.width)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u64, E> {
        fitting(positive(number)?, self.width)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u64, A::Error> {
        let names = ReadName {
            owner: self.name,
            count: self.ranges.len() + 1,
            name_at: |at: usize| {
                self.ranges
                    .get(at)
                    .map_or(RESERVED_BITS, |range| range.name)
            },
        };
        let named = named_bits(self.ranges);
        let (mut bits, mut seen, mut reserved_seen) = (0, 0, false);
        while let Some(at) = map.next_key_seed(&names)? {
            let Some(range) = self.ranges.get(at) else {
                let reserved = fitting(map.next_value()?, self.width)?;
                if core::mem::replace(&mut reserved_seen, true) {
                    return Err(A::Error::duplicate_field(RESERVED_BITS));
                }
                if reserved & named != 0 {
                    return Err(A::Error::custom(format_args!(
                        "{RESERVED_BITS} of {} holds bits that have a name: {:#x}",
                        self.name,
                        reserved & named
                    )));
                }
                bits |= reserved;
                continue;
            };
            if seen & range.mask() != 0 {
                return Err(A::Error::duplicate_field(range.name));
            }
            seen |= range.mask();
            let (number, width) = (range.number, range.width);
            bits |= map.next_value_seed(ReadNumber { number, width })? << range.low;
        }
        Ok(bits)
    }
}

/// The place of a name among those of a struct or a bit-field.
pub(super) struct ReadName<F> {
    pub(super) owner: &'static str,
    pub(super) count: usize,
    pub(super) name_at: F,
}

impl<'de, F: Fn(usize) -> &'static str> DeserializeSeed<'de> for &ReadName<F> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<F: Fn(usize) -> &'static str> Visitor<'_> for &ReadName<F> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a part of {}", self.owner)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
        let found = (0..self.count).find(|at| (self.name_at)(*at) == text);
        found.ok_or_else(|| {
            E::custom(format_args!(
                "{} has no part `{text}`; its parts are {}",
                self.owner,
                Names(self)
            ))
        })
    }
}

/// All names, for an error.
struct Names<'n, F>(&'n ReadName<F>);

impl<F: Fn(usize) -> &'static str> fmt::Display for Names<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for at in 0..self.0.count {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}`{}`", (self.0.name_at)(at))?;
        }
        Ok(())
    }
}
