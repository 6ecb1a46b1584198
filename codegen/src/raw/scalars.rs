//! The small values of a spec file: words with a fixed meaning, bit ranges, places.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};

/// Defines an enum of words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$word_meta])* $word,)*
        }
    };
}

words! {
    /// An architecture, or both.
    ArchChoice {
        /// x86-64.
        #[serde(alias = "x86_64")]
        X64,
        /// ARM64.
        #[serde(alias = "aarch64")]
        Arm64,
        /// x86-64 and ARM64.
        Both,
    }
}

words! {
    /// How certain a fact is.
    Standing {
        /// A published specification says so.
        Documented,
        /// Public code says so; no published specification does.
        Observed,
        /// The specification sets it aside.
        Reserved,
        /// It was published and must not be used any more.
        Deprecated,
    }
}

words! {
    /// How reserved bits behave.
    ReservedBits {
        /// They are zero, and must be written as zero (RsvdZ).
        Zero,
        /// What was read must be written back (RsvdP).
        Preserve,
        /// Their value means nothing (Rsvd).
        Ignore,
    }
}

words! {
    /// What a guest may do with a register.
    Access {
        /// Read and write.
        ReadWrite,
        /// Read; a write faults.
        ReadOnly,
        /// Write; a read faults or returns zero.
        WriteOnly,
    }
}

words! {
    /// Which way the argument of a request of a device goes.
    Direction {
        /// There is none.
        None,
        /// User space writes it and the kernel reads it.
        Write,
        /// The kernel writes it and user space reads it.
        Read,
        /// Both.
        ReadWrite,
    }
}

words! {
    /// How many copies of a register a partition has.
    Scope {
        /// One, shared by all virtual processors.
        Partition,
        /// One for each virtual processor.
        Vp,
    }
}

words! {
    /// Whether a hypercall repeats.
    Shape {
        /// One operation with a fixed input and output.
        Simple,
        /// A series of operations over a list of elements.
        Rep,
        /// A switch of virtual trust level: no input in memory, no result value.
        Vtl,
    }
}

/// One or more places in a source: a page anchor, a PDF page number, a name in a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "PlaceSchema"))]
pub struct Place(pub Vec<String>);

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged, inline)]
#[allow(dead_code, reason = "describes the form of a place to editors")]
enum PlaceSchema {
    Page(u32),
    Place(String),
    Places(Vec<String>),
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PlaceVisitor;

        impl<'de> Visitor<'de> for PlaceVisitor {
            type Value = Place;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a page number, a quoted place, or a list of quoted places")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Place, E> {
                Ok(Place(vec![value.to_owned()]))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Place, E> {
                Ok(Place(vec![format!("p. {value}")]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Place, A::Error> {
                let mut places = Vec::new();
                while let Some(Place(more)) = seq.next_element()? {
                    places.extend(more);
                }
                Ok(Place(places))
            }
        }

        deserializer.deserialize_any(PlaceVisitor)
    }
}

/// Bits `high` down to `low`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "BitRangeSchema"))]
pub struct BitRange {
    /// The highest bit as written, which may be wrong.
    pub high: u32,
    /// The lowest bit as written.
    pub low: u32,
}

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged, inline)]
#[allow(dead_code, reason = "describes the form of a bit range to editors")]
enum BitRangeSchema {
    Bit(u32),
    Range(#[schemars(regex(pattern = r"^[0-9]+\.\.[0-9]+$"))] String),
}

impl<'de> Deserialize<'de> for BitRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BitRangeVisitor;

        impl Visitor<'_> for BitRangeVisitor {
            type Value = BitRange;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a bit number or a range such as 7..0")
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<BitRange, E> {
                match u32::try_from(value) {
                    Ok(bit) => Ok(BitRange {
                        high: bit,
                        low: bit,
                    }),
                    Err(_) => Err(E::invalid_value(
                        serde::de::Unexpected::Unsigned(value),
                        &self,
                    )),
                }
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<BitRange, E> {
                let ends = value.split_once("..").and_then(|(high, low)| {
                    Some(BitRange {
                        high: high.parse().ok()?,
                        low: low.parse().ok()?,
                    })
                });
                ends.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(value), &self))
            }
        }

        deserializer.deserialize_any(BitRangeVisitor)
    }
}

/// A type that is the same on both architectures, or one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(untagged))]
pub enum PerArch {
    /// The same on both.
    Same(String),
    /// One for each.
    Each(EachArch),
}

/// One type for each architecture; nothing where an architecture has none.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EachArch {
    /// The type on x86-64.
    #[serde(alias = "x86_64")]
    pub x64: Option<String>,
    /// The type on ARM64.
    #[serde(alias = "aarch64")]
    pub arm64: Option<String>,
}

impl<'de> Deserialize<'de> for PerArch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PerArchVisitor;

        impl<'de> Visitor<'de> for PerArchVisitor {
            type Value = PerArch;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a type, or a mapping from x64 and arm64 to types")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<PerArch, E> {
                Ok(PerArch::Same(value.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PerArch, A::Error> {
                EachArch::deserialize(MapAccessDeserializer::new(map)).map(PerArch::Each)
            }
        }

        deserializer.deserialize_any(PerArchVisitor)
    }
}
