//! The layout of a type down to its last bit, to compare with another's.

use std::collections::{BTreeMap, BTreeSet};

use super::{FactLayout, FactPart};
use crate::model::{Item, Kind, Model, Type};

/// Every place of a type that is something by itself, at any depth: fields, their fields, bit
/// ranges, elements of arrays.
#[derive(Debug, Default)]
pub(crate) struct Flat {
    pub(crate) size: u64,
    /// Offset and width in bits; for the direct parts of the item, their names.
    pub(crate) places: BTreeMap<(u64, u64), BTreeSet<String>>,
    /// Bits that mean nothing.
    pub(crate) reserved: Vec<(u64, u64)>,
    /// The start of elements in any number.
    pub(crate) tail: Option<u64>,
}

/// More elements than this are not looked at one by one.
const ELEMENT_LIMIT: u64 = 512;

pub(crate) fn flatten(model: &Model, item: &Item) -> Flat {
    let (size, _) = model.layout(&Type::Item(item.id));
    let mut flat = Flat {
        size,
        ..Flat::default()
    };
    flat.places.entry((0, size * 8)).or_default();
    add_item(model, item, 0, true, &mut flat);
    flat
}

fn add_item(model: &Model, item: &Item, base: u64, direct: bool, flat: &mut Flat) {
    let mut add =
        |offset: u64, bits: u64, name: Option<&str>, reserved: bool, r#type: Option<&Type>| {
            let names = flat.places.entry((base + offset, bits)).or_default();
            names.extend(name.filter(|_| direct).map(str::to_owned));
            if reserved {
                flat.reserved.push((base + offset, base + offset + bits));
            }
            if let Some(r#type) = r#type {
                add_type(model, r#type, base + offset, flat);
            }
        };
    match &item.kind {
        Kind::Struct(body) => {
            for field in &body.fields {
                add(
                    field.offset * 8,
                    field.size * 8,
                    field.name.as_deref(),
                    field.reserved,
                    Some(&field.r#type),
                );
            }
            if let Some(tail) = &body.tail {
                flat.tail = Some(base + tail.offset * 8);
            }
        }
        Kind::Union(body) => {
            for member in &body.members {
                add(
                    0,
                    member.size * 8,
                    Some(&member.name),
                    false,
                    Some(&member.r#type),
                );
            }
        }
        Kind::Bitfield(body) => {
            add(0, body.storage.bits().into(), None, false, None);
            for bits in &body.bits {
                add(
                    bits.low.into(),
                    bits.width().into(),
                    bits.name.as_deref(),
                    bits.reserved.is_some(),
                    None,
                );
            }
        }
        Kind::Alias(body) => add_type(model, &body.r#type, base, flat),
        _ => {}
    }
}

fn add_type(model: &Model, r#type: &Type, base: u64, flat: &mut Flat) {
    match r#type {
        Type::Int(_) => {}
        Type::Item(id) => add_item(model, model.item(*id), base, false, flat),
        Type::Array(element, count) => {
            let bits = model.layout(element).0 * 8;
            for index in 0..(*count).min(ELEMENT_LIMIT) {
                let at = base + index * bits;
                flat.places.entry((at, bits)).or_default();
                add_type(model, element, at, flat);
            }
        }
    }
}

impl Flat {
    /// What the fact has and this layout has not; nothing if they agree.
    pub(crate) fn difference(&self, fact: &FactLayout) -> Option<String> {
        if let Some(size) = fact.size.filter(|size| *size != self.size) {
            return Some(format!("size {} in the spec, {size} there", self.size));
        }
        let missing = fact.parts.iter().find(|part| !self.has(part))?;
        let bits = missing
            .bits
            .map_or_else(|| "variable".to_owned(), |bits| bits.to_string());
        Some(format!(
            "`{}` at bit {} with {bits} bits is no part in the spec",
            missing.name, missing.offset
        ))
    }

    fn has(&self, part: &FactPart) -> bool {
        match part.bits {
            None => {
                self.tail == Some(part.offset)
                    || self.size * 8 == part.offset
                    || self.places.keys().any(|(at, _)| *at == part.offset)
            }
            Some(0) => true,
            Some(bits) => {
                self.places.contains_key(&(part.offset, bits))
                    || self.spans(part.offset, part.offset + bits)
                    || (part.is_reserved() && self.is_free(part.offset, part.offset + bits))
            }
        }
    }

    /// Whether reserved space of the source cuts nothing of ours: places begin and end at its ends.
    pub(crate) fn is_free(&self, start: u64, end: u64) -> bool {
        let inside = |&(at, bits): &(u64, u64)| at < end && at + bits > start;
        let whole = |&(at, bits): &(u64, u64)| {
            (at >= start && at + bits <= end) || (at <= start && at + bits >= end)
        };
        self.places.keys().filter(|place| inside(place)).all(whole)
    }

    /// Whether an array of the source covers whole elements of ours.
    pub(crate) fn spans(&self, start: u64, end: u64) -> bool {
        let mut at = start;
        while at < end {
            let step = self
                .places
                .range((at, 1)..=(at, end - at))
                .map(|((_, bits), _)| *bits)
                .max();
            match step {
                Some(bits) if bits > 0 => at += bits,
                _ => return false,
            }
        }
        at == end
    }

    /// The names of the direct parts at exactly the place of a part of the source.
    pub(crate) fn names_at(&self, part: &FactPart) -> impl Iterator<Item = &String> {
        let place = part
            .bits
            .and_then(|bits| self.places.get(&(part.offset, bits)));
        place.into_iter().flatten()
    }
}
