//! BTF, the type descriptions of the Linux kernel.
//!
//! A reader of our own, because no published one fits: the crate `btf` knows no split BTF, reads a path
//! alone and follows typedefs without a limit; `btf-rs` is under the LGPL, which a program under MIT or
//! Apache-2.0 that is linked into one file should not bring along, copies every string, and adds
//! offsets of the header without a check. What is needed is small: find types by name, read a few.

use super::foreign::{
    Budget, Declaration, Found, MemberShape, ReadError, Shape, ShapeKind, TypeSource, Wanted,
    flatten, looks_like_ours,
};

mod format;

use format::{Header, Kind, Record, Types};

/// The types of a file, after those of the base that they refer to, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Btf<'d> {
    types: &'d Types<'d>,
    base: Option<&'d Types<'d>>,
}

/// A BTF section that has been read.
#[derive(Debug)]
pub struct Section<'d> {
    types: Types<'d>,
}

impl<'d> Section<'d> {
    /// Reads a section; `base` is what its numbers continue.
    pub fn read(data: &'d [u8], base: Option<&Section<'_>>) -> Result<Self, ReadError> {
        let header = Header::read(data)?;
        let (first, strings) = match base {
            Some(base) => (base.types.end(), base.types.strings_end()),
            None => (1, 0),
        };
        Ok(Self {
            types: Types::read(header, first, strings)?,
        })
    }

    /// Whether the section refers to types that it does not have, so that it needs a base.
    pub fn needs_base(&self) -> bool {
        self.types.refers_beyond()
    }
}

/// Where a BTF begins in data that holds one somewhere, as the image of a kernel does.
pub fn find(data: &[u8]) -> Option<&[u8]> {
    // A kernel has tens of thousands of types; less is something that looks like BTF.
    const LEAST: usize = 64 * 1024;
    // Little-endian, as both architectures are.
    const START: [u8; 8] = [0x9f, 0xeb, 1, 0, 24, 0, 0, 0];
    let starts = data.windows(START.len()).enumerate();
    let mut candidates = starts.filter(|(_, window)| *window == START);
    candidates.find_map(|(at, _)| {
        let candidate = &data[at..];
        let header = Header::read(candidate).ok()?;
        (header.length() >= LEAST).then(|| &candidate[..header.length()])
    })
}

impl<'d> Btf<'d> {
    /// The types of a section and of its base.
    pub fn new(section: &'d Section<'d>, base: Option<&'d Section<'d>>) -> Self {
        Self {
            types: &section.types,
            base: base.map(|base| &base.types),
        }
    }

    /// How many types the section has.
    pub fn count(&self) -> usize {
        self.types.count()
    }

    /// What has a name that is looked for. A type that cannot be read is told as such.
    pub fn find(&self, wanted: &Wanted) -> Found {
        let mut found = Found::default();
        let mut budget = Budget::default();
        for id in self.types.ids() {
            let Some(record) = self.types.record(id) else {
                continue;
            };
            let name = self.string(record.name);
            let is_wanted = match record.kind {
                Kind::Struct | Kind::Union | Kind::Typedef => wanted.has_type(name),
                Kind::Enum | Kind::Enum64 if name.is_empty() => record
                    .enumerators()
                    .any(|(name, _)| wanted.has_number(self.string(name))),
                Kind::Enum | Kind::Enum64 => wanted.has_type(name),
                _ => false,
            };
            if !is_wanted {
                let is_type = matches!(
                    record.kind,
                    Kind::Struct | Kind::Union | Kind::Typedef | Kind::Enum | Kind::Enum64
                );
                if is_type && looks_like_ours(name) {
                    let name = String::from_utf8_lossy(name).into_owned();
                    found.unknown.insert(name);
                }
                continue;
            }
            found.declarations.push(Declaration {
                path: String::from_utf8_lossy(name).into_owned(),
                layout: flatten(self, id, &mut budget),
                unit: String::new(),
            });
        }
        found
    }

    fn record(&self, id: u32) -> Option<Record<'d>> {
        self.types
            .record(id)
            .or_else(|| self.base.and_then(|base| base.record(id)))
    }

    fn string(&self, offset: u32) -> &'d [u8] {
        self.types
            .string(offset)
            .or_else(|| self.base.and_then(|base| base.string(offset)))
            .unwrap_or_default()
    }

    fn text(&self, offset: u32) -> Option<String> {
        let name = self.string(offset);
        (!name.is_empty()).then(|| String::from_utf8_lossy(name).into_owned())
    }
}

impl TypeSource for Btf<'_> {
    type Ref = u32;

    fn shape(&self, id: u32) -> Result<Shape<u32>, ReadError> {
        if id == 0 {
            return Ok(Shape {
                name: Some("void".to_owned()),
                kind: ShapeKind::Opaque { bytes: 0 },
            });
        }
        let record = self.record(id).ok_or_else(|| {
            ReadError::new(format!("there is no type {id}; it may stand in a base"))
        })?;
        let bytes = u64::from(record.size);
        let kind = match record.kind {
            Kind::Int | Kind::Float => ShapeKind::Integer { bytes },
            Kind::Pointer => ShapeKind::Opaque { bytes: 8 },
            Kind::Array => {
                let (element, count) = record.array().ok_or_else(truncated)?;
                ShapeKind::Array {
                    element,
                    count: (count > 0).then_some(count.into()),
                }
            }
            Kind::Struct | Kind::Union => ShapeKind::Record {
                union: record.kind == Kind::Union,
                bytes,
                members: self.members(&record),
            },
            Kind::Enum | Kind::Enum64 => ShapeKind::Enum {
                bytes,
                values: record
                    .enumerators()
                    .map(|(name, value)| (self.text(name).unwrap_or_default(), value))
                    .collect(),
            },
            Kind::Forward => ShapeKind::Declaration,
            Kind::Typedef | Kind::Qualifier => ShapeKind::Alias(record.size),
            Kind::Other => ShapeKind::Opaque { bytes: 0 },
        };
        Ok(Shape {
            name: self.text(record.name),
            kind,
        })
    }
}

impl Btf<'_> {
    fn members(&self, record: &Record<'_>) -> Vec<MemberShape<u32>> {
        let members = record.members();
        members
            .map(|(name, r#type, offset)| {
                // With the flag, the upper byte is the width of a bit-field.
                let (bit, bits) = if record.flag {
                    (offset & 0xff_ffff, offset >> 24)
                } else {
                    (offset, self.old_bits(r#type))
                };
                MemberShape {
                    name: self.text(name),
                    r#type,
                    bit: bit.into(),
                    bits: (bits > 0).then_some(bits.into()),
                }
            })
            .collect()
    }

    /// Before the flag, an integer of fewer bits than its size was a bit-field.
    fn old_bits(&self, id: u32) -> u32 {
        match self.record(id) {
            Some(record) if record.kind == Kind::Int => {
                let (bits, offset) = record.integer();
                if offset == 0 && bits < record.size.saturating_mul(8) {
                    bits
                } else {
                    0
                }
            }
            _ => 0,
        }
    }
}

fn truncated() -> ReadError {
    ReadError::new("a type is cut off")
}

#[cfg(test)]
pub(super) mod made;
#[cfg(test)]
mod tests;
