//! How a type is written: an integer or a name, alone or as an array.

use std::fmt;

/// An integer of a fixed width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Int {
    /// The width in bytes: 1, 2, 4 or 8.
    pub bytes: u8,
    /// Whether it has a sign.
    pub signed: bool,
}

impl Int {
    /// The integer of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let signed = name.starts_with('i');
        let bytes = match name.strip_prefix(['u', 'i'])? {
            "8" => 1,
            "16" => 2,
            "32" => 4,
            "64" => 8,
            _ => return None,
        };
        Some(Self { bytes, signed })
    }

    /// The smallest unsigned integer of at least that many bits.
    pub fn holding(bits: u32) -> Self {
        let bytes = match bits {
            0..=8 => 1,
            9..=16 => 2,
            17..=32 => 4,
            _ => 8,
        };
        Self {
            bytes,
            signed: false,
        }
    }

    /// The width in bits.
    pub fn bits(self) -> u32 {
        u32::from(self.bytes) * 8
    }

    /// Whether an unsigned integer of this width holds the number.
    pub fn holds(self, value: u64) -> bool {
        fits(value, self.bits())
    }
}

/// Whether so many bits hold the number.
pub fn fits(value: u64, bits: u32) -> bool {
    bits >= 64 || value >> bits == 0
}

impl fmt::Display for Int {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}{}",
            if self.signed { 'i' } else { 'u' },
            self.bits()
        )
    }
}

/// A type as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeExpr<'a> {
    /// What it is made of.
    pub base: Base<'a>,
    /// How often.
    pub length: Length<'a>,
}

/// An integer, or something with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base<'a> {
    /// An integer.
    Int(Int),
    /// An item of the spec.
    Name(&'a str),
}

/// The length of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length<'a> {
    /// No array.
    One,
    /// A number of elements.
    Count(u64),
    /// The value of a constant.
    Constant(&'a str),
    /// Any number of elements.
    Tail,
}

impl<'a> TypeExpr<'a> {
    /// Reads `T`, `T[4]`, `T[HV_CONSTANT]` or `T[]`.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (base, length) = match text.split_once('[') {
            None => (text, Length::One),
            Some((base, rest)) => (base, Self::parse_length(rest.strip_suffix(']')?)?),
        };
        let base = match Int::parse(base) {
            Some(int) => Base::Int(int),
            None if crate::naming::is_identifier(base) => Base::Name(base),
            None => return None,
        };
        Some(Self { base, length })
    }

    fn parse_length(text: &'a str) -> Option<Length<'a>> {
        if text.is_empty() {
            return Some(Length::Tail);
        }
        if crate::naming::is_identifier(text) {
            return Some(Length::Constant(text));
        }
        text.parse().ok().map(Length::Count)
    }
}
