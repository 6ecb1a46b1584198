//! Types, values of enums and constants of a library.

use gimli::{
    AttributeValue, DebuggingInformationEntry, Dwarf, EndianSlice, LittleEndian, Unit, UnitOffset,
};
use object::{Object, ObjectSection, ObjectSymbol};

use super::{Declared, Failure, Field, Record, macros};

type Reader<'d> = EndianSlice<'d, LittleEndian>;
type Entry<'u, 'd> = DebuggingInformationEntry<'u, 'u, Reader<'d>>;

/// Adds what a library holds.
pub(super) fn read(library: &[u8], declared: &mut Declared) -> Result<(), Failure> {
    let file = object::File::parse(library).map_err(|error| error.to_string())?;
    constants(&file, declared)?;
    let load = |id: gimli::SectionId| -> Result<Reader<'_>, gimli::Error> {
        let section = file.section_by_name(id.name());
        let data = section
            .and_then(|section| section.data().ok())
            .unwrap_or(&[]);
        Ok(EndianSlice::new(data, LittleEndian))
    };
    let dwarf = Dwarf::load(load).map_err(|error| error.to_string())?;
    units(&dwarf, declared).map_err(|error| format!("debug information: {error}"))
}

/// The constants that stand for macros.
fn constants(file: &object::File<'_>, declared: &mut Declared) -> Result<(), Failure> {
    for symbol in file.symbols() {
        let name = symbol.name().map_err(|error| error.to_string())?;
        let Some(name) = name.strip_prefix(macros::PREFIX) else {
            continue;
        };
        let section = symbol
            .section_index()
            .and_then(|index| file.section_by_index(index).ok())
            .ok_or_else(|| format!("the constant of {name} is in no section"))?;
        let start = symbol.address() - section.address();
        let bytes = usize::try_from(start)
            .ok()
            .and_then(|start| section.data().ok()?.get(start..start + 8))
            .ok_or_else(|| format!("the constant of {name} has no bytes"))?;
        let mut number = [0; 8];
        number.copy_from_slice(bytes);
        declared
            .macros
            .insert(name.to_owned(), u64::from_le_bytes(number));
    }
    Ok(())
}

fn units(dwarf: &Dwarf<Reader<'_>>, declared: &mut Declared) -> gimli::Result<()> {
    let mut headers = dwarf.units();
    while let Some(header) = headers.next()? {
        let unit = dwarf.unit(header)?;
        let types = Types { dwarf, unit: &unit };
        let mut tree = unit.entries_tree(None)?;
        let mut children = tree.root()?.children();
        while let Some(child) = children.next()? {
            types.declare(child.entry(), declared)?;
        }
    }
    Ok(())
}

struct Types<'u, 'd> {
    dwarf: &'u Dwarf<Reader<'d>>,
    unit: &'u Unit<Reader<'d>>,
}

impl<'d> Types<'_, 'd> {
    fn declare(&self, entry: &Entry<'_, 'd>, declared: &mut Declared) -> gimli::Result<()> {
        let name = self.name(entry)?;
        match entry.tag() {
            gimli::DW_TAG_structure_type | gimli::DW_TAG_union_type => {
                let size = number(entry, gimli::DW_AT_byte_size);
                if let (Some(name), Some(size)) = (name, size) {
                    let mut fields = Vec::new();
                    self.fields(entry.offset(), 0, "", &mut fields)?;
                    let record = Record {
                        is_union: entry.tag() == gimli::DW_TAG_union_type,
                        size,
                        fields,
                    };
                    declared.records.insert(name, record);
                }
            }
            gimli::DW_TAG_enumeration_type => {
                let mut tree = self.unit.entries_tree(Some(entry.offset()))?;
                let mut values = tree.root()?.children();
                while let Some(value) = values.next()? {
                    let value = value.entry();
                    let number = constant(value, gimli::DW_AT_const_value);
                    if let (Some(name), Some(number)) = (self.name(value)?, number) {
                        declared.enumerators.insert(name, number);
                    }
                }
            }
            gimli::DW_TAG_typedef => {
                if let (Some(name), Some(target)) = (name, target(entry)) {
                    let (size, _) = self.extent(target)?;
                    declared.typedefs.insert(name, size);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn name(&self, entry: &Entry<'_, 'd>) -> gimli::Result<Option<String>> {
        let Some(value) = entry.attr_value(gimli::DW_AT_name)? else {
            return Ok(None);
        };
        let text = self.dwarf.attr_string(self.unit, value)?;
        Ok(Some(text.to_string_lossy().into_owned()))
    }

    /// The fields of a record, and of the records without a tag that it holds.
    fn fields(
        &self,
        record: UnitOffset,
        start: u64,
        prefix: &str,
        fields: &mut Vec<Field>,
    ) -> gimli::Result<()> {
        let mut tree = self.unit.entries_tree(Some(record))?;
        let mut children = tree.root()?.children();
        while let Some(child) = children.next()? {
            let member = child.entry();
            let Some(target) = target(member).filter(|_| member.tag() == gimli::DW_TAG_member)
            else {
                continue;
            };
            let bytes = number(member, gimli::DW_AT_data_member_location).unwrap_or(0);
            let offset = start + number(member, gimli::DW_AT_data_bit_offset).unwrap_or(bytes * 8);
            let name = self.name(member)?;
            let (element, count) = self.element(target)?;
            let inner = self.unit.entry(element)?;
            let is_record = matches!(
                inner.tag(),
                gimli::DW_TAG_structure_type | gimli::DW_TAG_union_type
            );
            let path = format!("{prefix}{}", name.as_deref().unwrap_or_default());
            if is_record && self.name(&inner)?.is_none() {
                let prefix = match (&name, count) {
                    (None, _) => prefix.to_owned(),
                    (Some(_), None) => format!("{path}."),
                    (Some(_), Some(_)) => format!("{path}[]."),
                };
                self.fields(element, offset, &prefix, fields)?;
                if count.is_none() {
                    continue;
                }
            }
            let (size, _) = self.extent(element)?;
            fields.push(Field {
                name: path,
                bit_offset: offset,
                bits: number(member, gimli::DW_AT_bit_size).unwrap_or(size * 8),
                count,
            });
        }
        Ok(())
    }

    /// The type of the elements of an array and their number; any other type itself.
    fn element(&self, of: UnitOffset) -> gimli::Result<(UnitOffset, Option<u64>)> {
        let at = self.plain(of)?;
        let entry = self.unit.entry(at)?;
        let Some(inner) = target(&entry).filter(|_| entry.tag() == gimli::DW_TAG_array_type) else {
            return Ok((at, None));
        };
        let mut count = 1;
        let mut tree = self.unit.entries_tree(Some(at))?;
        let mut dimensions = tree.root()?.children();
        while let Some(dimension) = dimensions.next()? {
            let dimension = dimension.entry();
            let bound = number(dimension, gimli::DW_AT_upper_bound).map(|bound| bound + 1);
            count *= number(dimension, gimli::DW_AT_count).or(bound).unwrap_or(0);
        }
        let (element, more) = self.element(inner)?;
        Ok((element, Some(count * more.unwrap_or(1))))
    }

    /// A type without the names and qualifiers that lead to it.
    fn plain(&self, of: UnitOffset) -> gimli::Result<UnitOffset> {
        let mut at = of;
        loop {
            let entry = self.unit.entry(at)?;
            let leads = matches!(
                entry.tag(),
                gimli::DW_TAG_typedef
                    | gimli::DW_TAG_const_type
                    | gimli::DW_TAG_volatile_type
                    | gimli::DW_TAG_restrict_type
            );
            match target(&entry).filter(|_| leads) {
                Some(next) => at = next,
                None => return Ok(at),
            }
        }
    }

    /// Bytes of a type, and of one element if it is an array.
    fn extent(&self, of: UnitOffset) -> gimli::Result<(u64, u64)> {
        let (element, count) = self.element(of)?;
        let size = number(&self.unit.entry(element)?, gimli::DW_AT_byte_size).unwrap_or(0);
        Ok((size * count.unwrap_or(1), size))
    }
}

fn target(entry: &Entry<'_, '_>) -> Option<UnitOffset> {
    match entry.attr_value(gimli::DW_AT_type).ok()?? {
        AttributeValue::UnitRef(offset) => Some(offset),
        _ => None,
    }
}

fn number(entry: &Entry<'_, '_>, attribute: gimli::DwAt) -> Option<u64> {
    entry.attr_value(attribute).ok()??.udata_value()
}

/// A number that may be negative.
fn constant(entry: &Entry<'_, '_>, attribute: gimli::DwAt) -> Option<u64> {
    let value = entry.attr_value(attribute).ok()??;
    let signed = value.sdata_value().map(|value| value as u64);
    value.udata_value().or(signed)
}
