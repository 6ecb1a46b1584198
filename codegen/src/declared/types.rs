//! The types and the values of enums in what a compiler wrote.

use std::path::Path;

use super::{Declared, Field, Record};
use crate::abi::binary::Source;
use crate::abi::dwarf::Dwarf;
use crate::abi::foreign::{MemberShape, ReadError, Shape, ShapeKind, TypeSource};

/// Adds what an object holds.
pub(super) fn read(object: &Path, declared: &mut Declared) -> Result<(), ReadError> {
    let source = Source::open(object)?;
    for image in source.images()? {
        let dwarf = Dwarf::read(image.dwarf.sections())?;
        let types = Types { source: &dwarf };
        for entry in dwarf.outermost()? {
            types.declare(entry, declared)?;
        }
    }
    Ok(())
}

struct Types<'s, S> {
    source: &'s S,
}

impl<S: TypeSource> Types<'_, S> {
    fn declare(&self, entry: S::Ref, declared: &mut Declared) -> Result<(), ReadError> {
        let Shape { name, kind } = self.source.shape(entry)?;
        match (kind, name) {
            (
                ShapeKind::Record {
                    union,
                    bytes,
                    members,
                },
                Some(name),
            ) => {
                let mut fields = Vec::new();
                self.fields(&members, 0, "", &mut fields)?;
                let record = Record {
                    is_union: union,
                    size: bytes,
                    fields,
                };
                declared.records.insert(name, record);
            }
            (ShapeKind::Enum { values, .. }, _) => declared.enumerators.extend(values),
            (ShapeKind::Alias(target), Some(name)) => {
                let (element, count) = self.element(target)?;
                let size = element.bytes().unwrap_or(0) * count.unwrap_or(1);
                declared.typedefs.insert(name, size);
            }
            _ => {}
        }
        Ok(())
    }

    /// The fields of a record, and of the records without a tag that it holds.
    fn fields(
        &self,
        members: &[MemberShape<S::Ref>],
        start: u64,
        prefix: &str,
        fields: &mut Vec<Field>,
    ) -> Result<(), ReadError> {
        for member in members {
            let bit_offset = start + member.bit;
            let path = format!("{prefix}{}", member.name.as_deref().unwrap_or_default());
            let (element, count) = self.element(member.r#type)?;
            if let (ShapeKind::Record { members, .. }, None) = (&element.kind, &element.name) {
                let prefix = match (&member.name, count) {
                    (None, _) => prefix.to_owned(),
                    (Some(_), None) => format!("{path}."),
                    (Some(_), Some(_)) => format!("{path}[]."),
                };
                self.fields(members, bit_offset, &prefix, fields)?;
                if count.is_none() {
                    continue;
                }
            }
            fields.push(Field {
                name: path,
                bit_offset,
                bits: member.bits.unwrap_or(element.bytes().unwrap_or(0) * 8),
                count,
            });
        }
        Ok(())
    }

    /// The type of the elements of an array in all its dimensions and their number; any other type
    /// itself, without the names and qualifiers that lead to it.
    fn element(&self, of: S::Ref) -> Result<(Shape<S::Ref>, Option<u64>), ReadError> {
        let shape = self.source.shape(of)?;
        match shape.kind {
            ShapeKind::Alias(target) => self.element(target),
            ShapeKind::Array { element, count } => {
                let (element, more) = self.element(element)?;
                Ok((element, Some(count.unwrap_or(0) * more.unwrap_or(1))))
            }
            _ => Ok((shape, None)),
        }
    }
}
