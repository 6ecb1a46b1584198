//! The bytes of a BTF section. Every access is checked: the file may be hostile.

use crate::abi::foreign::ReadError;

/// More than any kernel has, and few enough to hold.
const TYPE_LIMIT: usize = 8 << 20;

/// The parts of a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header<'d> {
    little: bool,
    types: &'d [u8],
    strings: &'d [u8],
    length: usize,
}

impl<'d> Header<'d> {
    pub(super) fn read(data: &'d [u8]) -> Result<Self, ReadError> {
        let little = match data {
            [0x9f, 0xeb, ..] => true,
            [0xeb, 0x9f, ..] => false,
            _ => {
                return Err(ReadError::new(
                    "this is no BTF: its first two bytes are not 9F EB",
                ));
            }
        };
        if data.get(2) != Some(&1) {
            return Err(ReadError::new(
                "a version of BTF that is not known; version 1 is",
            ));
        }
        let field = |at: usize| {
            let bytes = data.get(at..at + 4);
            bytes.map(|bytes| number(bytes, little) as usize)
        };
        let cut = || ReadError::new("the header of the BTF says more bytes than there are");
        let part = |start: usize, offset: usize, length: usize| {
            let start = start.checked_add(offset)?;
            Some((data.get(start..start.checked_add(length)?)?, start + length))
        };
        let read = || {
            let header = field(4)?;
            let (types, types_end) = part(header, field(8)?, field(12)?)?;
            let (strings, strings_end) = part(header, field(16)?, field(20)?)?;
            Some(Self {
                little,
                types,
                strings,
                length: types_end.max(strings_end),
            })
        };
        read().ok_or_else(cut)
    }

    pub(super) fn length(&self) -> usize {
        self.length
    }
}

/// Four bytes as a number.
fn number(bytes: &[u8], little: bool) -> u32 {
    let bytes = bytes.try_into().unwrap_or_default();
    if little {
        u32::from_le_bytes(bytes)
    } else {
        u32::from_be_bytes(bytes)
    }
}

/// What a type is, as far as layouts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Pointer,
    Array,
    Struct,
    Union,
    Enum,
    Forward,
    Typedef,
    /// `const`, `volatile`, `restrict` or a tag of a type.
    Qualifier,
    Float,
    Enum64,
    /// Functions, variables, sections and tags of declarations.
    Other,
}

/// One type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'d> {
    pub(super) name: u32,
    pub(super) kind: Kind,
    pub(super) flag: bool,
    /// Bytes, or the type that it refers to.
    pub(super) size: u32,
    count: usize,
    little: bool,
    body: &'d [u8],
}

impl<'d> Record<'d> {
    /// The type at the start of the data, and how long it is.
    fn read(data: &'d [u8], little: bool) -> Option<(Self, usize)> {
        let field = |at: usize| data.get(at..at + 4).map(|bytes| number(bytes, little));
        let info = field(4)?;
        let count = (info & 0xffff) as usize;
        let (kind, body) = match info >> 24 & 0x1f {
            1 => (Kind::Int, 4),
            2 => (Kind::Pointer, 0),
            3 => (Kind::Array, 12),
            4 => (Kind::Struct, 12 * count),
            5 => (Kind::Union, 12 * count),
            6 => (Kind::Enum, 8 * count),
            7 => (Kind::Forward, 0),
            8 => (Kind::Typedef, 0),
            9..=11 | 18 => (Kind::Qualifier, 0),
            12 => (Kind::Other, 0),
            13 => (Kind::Other, 8 * count),
            14 => (Kind::Other, 4),
            15 => (Kind::Other, 12 * count),
            16 => (Kind::Float, 0),
            17 => (Kind::Other, 4),
            19 => (Kind::Enum64, 12 * count),
            _ => return None,
        };
        let record = Self {
            name: field(0)?,
            kind,
            flag: info >> 31 == 1,
            size: field(8)?,
            count,
            little,
            body: data.get(12..12 + body)?,
        };
        Some((record, 12 + body))
    }

    fn word(&self, index: usize) -> Option<u32> {
        let at = index * 4;
        let bytes = self.body.get(at..at + 4)?;
        Some(number(bytes, self.little))
    }

    /// The bits of an integer, and the first.
    pub(super) fn integer(&self) -> (u32, u32) {
        let word = self.word(0).unwrap_or_default();
        (word & 0xff, word >> 16 & 0xff)
    }

    /// The type of an element, and how many there are.
    pub(super) fn array(&self) -> Option<(u32, u32)> {
        Some((self.word(0)?, self.word(2)?))
    }

    /// Name, type and offset of each member.
    pub(super) fn members(&self) -> impl Iterator<Item = (u32, u32, u32)> + '_ {
        (0..self.count).filter_map(|index| {
            let at = index * 3;
            Some((self.word(at)?, self.word(at + 1)?, self.word(at + 2)?))
        })
    }

    /// Name and number of each value.
    pub(super) fn enumerators(&self) -> impl Iterator<Item = (u32, u64)> + '_ {
        (0..self.count).filter_map(|index| {
            if self.kind == Kind::Enum64 {
                let low = u64::from(self.word(index * 3 + 1)?);
                let high = u64::from(self.word(index * 3 + 2)?);
                return Some((self.word(index * 3)?, high << 32 | low));
            }
            let value = self.word(index * 2 + 1)?;
            // With the flag the numbers have a sign.
            let value = if self.flag {
                i64::from(value as i32) as u64
            } else {
                value.into()
            };
            Some((self.word(index * 2)?, value))
        })
    }

    /// The types that it refers to.
    fn refers_to(&self) -> Option<u32> {
        match self.kind {
            Kind::Pointer | Kind::Typedef | Kind::Qualifier => Some(self.size),
            Kind::Array => self.word(0),
            Kind::Struct | Kind::Union => self.members().map(|(_, r#type, _)| r#type).max(),
            _ => None,
        }
    }
}

/// The types of a section by number.
#[derive(Debug)]
pub(super) struct Types<'d> {
    header: Header<'d>,
    /// Where each type begins.
    offsets: Vec<u32>,
    /// The number of the first, after those of the base.
    first: u32,
    /// The offset of the first string, after those of the base.
    strings: u32,
}

impl<'d> Types<'d> {
    pub(super) fn read(header: Header<'d>, first: u32, strings: u32) -> Result<Self, ReadError> {
        let mut offsets = Vec::new();
        let mut at = 0;
        while at < header.types.len() {
            let Some((_, length)) = Record::read(&header.types[at..], header.little) else {
                return Err(ReadError::new(format!(
                    "type {} of the BTF is of a kind that is not known, or is cut off",
                    offsets.len() + 1
                )));
            };
            if offsets.len() >= TYPE_LIMIT {
                return Err(ReadError::new(format!("more than {TYPE_LIMIT} types")));
            }
            offsets
                .push(u32::try_from(at).map_err(|_| ReadError::new("more than 4 GiB of types"))?);
            at += length;
        }
        Ok(Self {
            header,
            offsets,
            first,
            strings,
        })
    }

    pub(super) fn count(&self) -> usize {
        self.offsets.len()
    }

    /// The number after the last.
    pub(super) fn end(&self) -> u32 {
        let count = u32::try_from(self.offsets.len()).unwrap_or(u32::MAX);
        self.first.saturating_add(count)
    }

    /// The offset after the last string.
    pub(super) fn strings_end(&self) -> u32 {
        let length = u32::try_from(self.header.strings.len()).unwrap_or(u32::MAX);
        self.strings.saturating_add(length)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = u32> + use<'d> {
        self.first..self.end()
    }

    pub(super) fn record(&self, id: u32) -> Option<Record<'d>> {
        let index = id.checked_sub(self.first)? as usize;
        let at = *self.offsets.get(index)? as usize;
        let (record, _) = Record::read(self.header.types.get(at..)?, self.header.little)?;
        Some(record)
    }

    pub(super) fn string(&self, offset: u32) -> Option<&'d [u8]> {
        let at = offset.checked_sub(self.strings)? as usize;
        let rest = self.header.strings.get(at..)?;
        let end = rest.iter().position(|byte| *byte == 0)?;
        Some(&rest[..end])
    }

    /// Whether a type refers to one that is not here.
    pub(super) fn refers_beyond(&self) -> bool {
        let end = self.end();
        self.ids()
            .filter_map(|id| self.record(id)?.refers_to())
            .any(|id| id >= end)
            || self.header.strings.first() != Some(&0)
    }
}
