//! From an entry to what the type is.

use gimli::{AttributeValue, DwTag, EntriesRaw, UnitOffset};

use super::{Bytes, Dwarf, broken};
use crate::abi::foreign::{MemberShape, ReadError, Shape, ShapeKind, TypeSource};

/// More members than any type has.
const MEMBER_LIMIT: usize = 100_000;

/// An entry: its unit and its place there.
type Entry = (usize, UnitOffset);

impl TypeSource for Dwarf<'_> {
    type Ref = Entry;

    fn shape(&self, (unit, offset): Entry) -> Result<Shape<Entry>, ReadError> {
        if unit == usize::MAX {
            return Ok(Shape {
                name: Some("void".to_owned()),
                kind: ShapeKind::Opaque { bytes: 0 },
            });
        }
        let root = self.root(unit)?;
        let header = &self.units[unit].header;
        let mut raw = header
            .entries_raw(&root.abbreviations, Some(offset))
            .map_err(broken)?;
        let Some(first) = self.entry(unit, &mut raw)? else {
            return Err(ReadError::new("a reference to a type leads nowhere"));
        };
        if let Some(signature) = first.signature {
            return match self.signatures.get(&signature) {
                Some(place) if *place != (unit, offset) => Ok(Shape {
                    name: first.name,
                    kind: ShapeKind::Alias(*place),
                }),
                _ => Err(ReadError::new(
                    "a type with a signature that is not in the file",
                )),
            };
        }
        let target = first.r#type.unwrap_or((usize::MAX, UnitOffset(0)));
        let kind = match first.tag {
            gimli::DW_TAG_base_type => ShapeKind::Integer {
                bytes: first.bytes.unwrap_or_default(),
            },
            gimli::DW_TAG_structure_type | gimli::DW_TAG_class_type | gimli::DW_TAG_union_type => {
                if first.declaration {
                    ShapeKind::Declaration
                } else {
                    ShapeKind::Record {
                        union: first.tag == gimli::DW_TAG_union_type,
                        bytes: first.bytes.unwrap_or_default(),
                        members: self.members(unit, &first, &mut raw)?,
                    }
                }
            }
            gimli::DW_TAG_enumeration_type => ShapeKind::Enum {
                bytes: first.bytes.unwrap_or_default(),
                values: self.values(unit, &first, &mut raw)?,
            },
            gimli::DW_TAG_array_type => ShapeKind::Array {
                element: target,
                count: self.count(unit, &first, &mut raw)?,
            },
            gimli::DW_TAG_typedef
            | gimli::DW_TAG_const_type
            | gimli::DW_TAG_volatile_type
            | gimli::DW_TAG_restrict_type
            | gimli::DW_TAG_atomic_type => ShapeKind::Alias(target),
            gimli::DW_TAG_pointer_type
            | gimli::DW_TAG_reference_type
            | gimli::DW_TAG_rvalue_reference_type => ShapeKind::Opaque {
                bytes: first.bytes.unwrap_or(header.address_size().into()),
            },
            _ => ShapeKind::Opaque {
                bytes: first.bytes.unwrap_or_default(),
            },
        };
        Ok(Shape {
            name: first.name,
            kind,
        })
    }
}

/// What the attributes of an entry say.
struct Attributes {
    tag: DwTag,
    has_children: bool,
    name: Option<String>,
    bytes: Option<u64>,
    r#type: Option<Entry>,
    declaration: bool,
    signature: Option<u64>,
    /// Bytes from the start of the record.
    location: Option<u64>,
    bits: Option<u64>,
    /// Bits from the start of the record.
    data_bit: Option<u64>,
    /// Bits from the top of the storage, as before DWARF 4.
    old_bit: Option<u64>,
    count: Option<u64>,
    value: Option<u64>,
    external: bool,
}

impl<'d> Dwarf<'d> {
    fn entry(
        &self,
        unit: usize,
        raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
    ) -> Result<Option<Attributes>, ReadError> {
        let Some(abbreviation) = raw.read_abbreviation().map_err(broken)? else {
            return Ok(None);
        };
        let mut entry = Attributes {
            tag: abbreviation.tag(),
            has_children: abbreviation.has_children(),
            name: None,
            bytes: None,
            r#type: None,
            declaration: false,
            signature: None,
            location: None,
            bits: None,
            data_bit: None,
            old_bit: None,
            count: None,
            value: None,
            external: false,
        };
        for specification in abbreviation.attributes() {
            let attribute = raw.read_attribute(*specification).map_err(broken)?;
            let number = || attribute.udata_value();
            match attribute.name() {
                gimli::DW_AT_name => {
                    let header = &self.units[unit].header;
                    let text = self.string(header, self.root(unit)?, attribute.value());
                    entry.name = text.map(|text| text.to_string_lossy().into_owned());
                }
                gimli::DW_AT_byte_size => entry.bytes = number(),
                gimli::DW_AT_type => entry.r#type = Some(self.target(unit, attribute.value())?),
                gimli::DW_AT_declaration => entry.declaration = true,
                gimli::DW_AT_external => entry.external = true,
                gimli::DW_AT_signature => {
                    if let AttributeValue::DebugTypesRef(signature) = attribute.value() {
                        entry.signature = Some(signature.0);
                    }
                }
                gimli::DW_AT_data_member_location => entry.location = number(),
                gimli::DW_AT_bit_size => entry.bits = number(),
                gimli::DW_AT_data_bit_offset => entry.data_bit = number(),
                gimli::DW_AT_bit_offset => entry.old_bit = number(),
                gimli::DW_AT_count => entry.count = number(),
                gimli::DW_AT_upper_bound => {
                    entry.count = number().and_then(|last| last.checked_add(1));
                }
                gimli::DW_AT_const_value => {
                    // Small numbers that are stored without a sign come as one, large ones do not.
                    entry.value = match attribute.value() {
                        AttributeValue::Sdata(value) => Some(value as u64),
                        _ => number(),
                    };
                }
                _ => {}
            }
        }
        Ok(Some(entry))
    }

    fn target(&self, unit: usize, value: AttributeValue<Bytes<'d>>) -> Result<Entry, ReadError> {
        match value {
            AttributeValue::UnitRef(offset) => Ok((unit, offset)),
            AttributeValue::DebugInfoRef(offset) => self
                .unit_at(offset.0)
                .ok_or_else(|| ReadError::new("a reference to a type leads out of the file")),
            AttributeValue::DebugTypesRef(signature) => {
                self.signatures.get(&signature.0).copied().ok_or_else(|| {
                    ReadError::new("a type with a signature that is not in the file")
                })
            }
            _ => Err(ReadError::new(
                "a type that stands in another file, as dwz makes them; undo it with `dwz -o` or use the unsplit file",
            )),
        }
    }

    /// Calls the function with each direct child that has been read.
    fn children(
        &self,
        unit: usize,
        parent: &Attributes,
        raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
        mut each: impl FnMut(Attributes),
    ) -> Result<(), ReadError> {
        if !parent.has_children {
            return Ok(());
        }
        let mut count = 0;
        while !raw.is_empty() {
            let depth = raw.next_depth();
            if depth < 1 {
                break;
            }
            count += 1;
            if count > MEMBER_LIMIT {
                return Err(ReadError::new(format!("more than {MEMBER_LIMIT} members")));
            }
            let Some(entry) = self.entry(unit, raw)? else {
                continue;
            };
            if depth == 1 {
                each(entry);
            }
        }
        Ok(())
    }

    fn members(
        &self,
        unit: usize,
        parent: &Attributes,
        raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
    ) -> Result<Vec<MemberShape<Entry>>, ReadError> {
        let mut members = Vec::new();
        self.children(unit, parent, raw, |entry| {
            let is_member = entry.tag == gimli::DW_TAG_member && !entry.external;
            let is_base = entry.tag == gimli::DW_TAG_inheritance;
            if let (true, Some(r#type)) = (is_member || is_base, entry.r#type) {
                let byte = entry.location.unwrap_or_default();
                members.push(MemberShape {
                    r#type,
                    bit: self.first_bit(&entry, byte.saturating_mul(8)),
                    bits: entry.bits,
                    name: entry.name,
                });
            }
        })?;
        Ok(members)
    }

    fn first_bit(&self, entry: &Attributes, start: u64) -> u64 {
        if let Some(bit) = entry.data_bit {
            return start.saturating_add(bit);
        }
        let (Some(top), Some(bits)) = (entry.old_bit, entry.bits) else {
            return start;
        };
        // Counted from the top of the integer that holds it, whose size is that of the type if not said.
        let storage = entry.bytes.or_else(|| self.bytes_of(entry.r#type?, 0));
        let storage = storage.unwrap_or_default().saturating_mul(8);
        start
            .saturating_add(storage)
            .saturating_sub(top)
            .saturating_sub(bits)
    }

    fn bytes_of(&self, r#type: Entry, depth: u32) -> Option<u64> {
        match self.shape(r#type).ok()?.kind {
            ShapeKind::Integer { bytes } | ShapeKind::Enum { bytes, .. } => Some(bytes),
            ShapeKind::Alias(to) if depth < 16 => self.bytes_of(to, depth + 1),
            _ => None,
        }
    }

    fn values(
        &self,
        unit: usize,
        parent: &Attributes,
        raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
    ) -> Result<Vec<(String, u64)>, ReadError> {
        let mut values = Vec::new();
        self.children(unit, parent, raw, |entry| {
            if let (gimli::DW_TAG_enumerator, Some(name), Some(value)) =
                (entry.tag, entry.name, entry.value)
            {
                values.push((name, value));
            }
        })?;
        Ok(values)
    }

    /// The elements of an array in all its dimensions.
    fn count(
        &self,
        unit: usize,
        parent: &Attributes,
        raw: &mut EntriesRaw<'_, '_, Bytes<'d>>,
    ) -> Result<Option<u64>, ReadError> {
        let mut counts = Vec::new();
        self.children(unit, parent, raw, |entry| {
            if entry.tag == gimli::DW_TAG_subrange_type {
                counts.push(entry.count);
            }
        })?;
        let all: Option<Vec<u64>> = counts.into_iter().collect();
        let product = all.and_then(|all| all.into_iter().try_fold(1, u64::checked_mul));
        Ok(product.filter(|count| *count > 0))
    }
}
