//! An item of the spec as it is compared: its parts with every name they have, and every place.

use std::collections::BTreeSet;

use super::plain;
use crate::coverage::layout::{Flat, flatten};
use crate::model::{BitsType, Item, Kind, Model, Type};

/// An item of the spec.
#[derive(Debug)]
pub struct View<'m> {
    /// The item.
    pub item: &'m Item,
    /// Bytes.
    pub size: u64,
    /// Its own parts by their places.
    pub parts: Vec<SpecPart>,
    pub(super) flat: Flat,
    /// Numbers that the spec does not divide.
    pub(super) opaque: Vec<(u64, u64)>,
    /// Bits of the elements that a rep call takes or gives after the item.
    pub(super) list_elements: Vec<u64>,
}

/// A part of an item.
#[derive(Clone, Debug)]
pub struct SpecPart {
    /// The name in the document; empty for reserved space without one.
    pub name: String,
    /// Every name that it has, without case and underscores.
    pub names: BTreeSet<String>,
    /// The first bit.
    pub bit: u64,
    /// Bits; nothing for elements in any number.
    pub bits: Option<u64>,
    /// Bits of one element.
    pub element: u64,
    /// Whether it has no meaning.
    pub reserved: bool,
    /// The type in the words of the spec.
    pub r#type: String,
}

impl<'m> View<'m> {
    /// The view of an item.
    pub fn new(model: &'m Model, item: &'m Item) -> Self {
        let mut view = Self {
            item,
            size: model.layout(&Type::Item(item.id)).0,
            parts: Vec::new(),
            flat: flatten(model, item),
            opaque: Vec::new(),
            list_elements: list_elements(model, item),
        };
        view.add_parts(model, item);
        view.parts.sort_by_key(|part| (part.bit, part.bits));
        add_opaque(model, &Type::Item(item.id), 0, &mut view.opaque);
        view
    }

    fn add_parts(&mut self, model: &Model, item: &Item) {
        let names = |name: Option<&str>, rust: &str| -> BTreeSet<String> {
            let dialects = model.dialects.iter();
            let of_dialects = dialects.filter_map(|dialect| dialect.part_name(item, name?));
            let own = name.map(str::to_owned).into_iter();
            own.chain([rust.to_owned()])
                .chain(of_dialects)
                .map(|name| plain(&name))
                .filter(|name| !name.is_empty())
                .collect()
        };
        match &item.kind {
            Kind::Struct(body) => {
                let tail = body.tail.iter().map(|field| (field, true));
                let fields = body.fields.iter().map(|field| (field, false)).chain(tail);
                self.parts.extend(fields.map(|(field, tail)| SpecPart {
                    name: field.name.clone().unwrap_or_default(),
                    names: names(field.name.as_deref(), &field.rust),
                    bit: field.offset * 8,
                    bits: (!tail).then_some(field.size * 8),
                    element: model.layout(field.r#type.elements().0).0 * 8,
                    reserved: field.reserved,
                    r#type: type_text(model, &field.r#type),
                }));
            }
            Kind::Union(body) => {
                self.parts
                    .extend(body.members.iter().map(|member| SpecPart {
                        name: member.name.clone(),
                        names: names(Some(&member.name), &member.rust),
                        bit: 0,
                        bits: Some(member.size * 8),
                        element: model.layout(member.r#type.elements().0).0 * 8,
                        reserved: false,
                        r#type: type_text(model, &member.r#type),
                    }));
            }
            Kind::Bitfield(body) => {
                self.parts.extend(body.bits.iter().map(|bits| SpecPart {
                    name: bits.name.clone().unwrap_or_default(),
                    names: names(bits.name.as_deref(), &bits.rust),
                    bit: bits.low.into(),
                    bits: Some(bits.width().into()),
                    element: bits.width().into(),
                    reserved: bits.reserved.is_some(),
                    r#type: String::new(),
                }));
            }
            Kind::Alias(body) => {
                if let Type::Item(id) = &body.r#type {
                    self.add_parts(model, model.item(*id));
                }
            }
            _ => {}
        }
    }

    /// The part that has a name of the file.
    pub(crate) fn named_by_file(&self, name: &str) -> Option<&SpecPart> {
        self.named(name).next()
    }

    /// The parts that have a name of the file.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &SpecPart> {
        let name = plain(name);
        self.parts
            .iter()
            .filter(move |part| part.names.contains(&name))
    }
}

fn list_elements(model: &Model, item: &Item) -> Vec<u64> {
    let own = Type::Item(item.id);
    let calls = model.items.iter().filter_map(|call| match &call.kind {
        Kind::Hypercall(body) => Some(body),
        _ => None,
    });
    let mut elements: Vec<u64> = calls
        .flat_map(|call| {
            let lists = [
                (&call.input, &call.input_element),
                (&call.output, &call.output_element),
            ];
            let header = call.variable_header.as_ref().map(|header| &header.element);
            let header = header.filter(|_| call.input.as_ref() == Some(&own));
            lists
                .into_iter()
                .filter(|(block, _)| block.as_ref() == Some(&own))
                .filter_map(|(_, element)| element.as_ref())
                .chain(header)
                .map(|element| model.layout(element).0 * 8)
                .collect::<Vec<_>>()
        })
        .filter(|bits| *bits > 0)
        .collect();
    elements.sort_unstable();
    elements.dedup();
    elements
}

fn type_text(model: &Model, r#type: &Type) -> String {
    match r#type {
        Type::Int(int) => int.to_string(),
        Type::Item(id) => model.item(*id).name.clone(),
        Type::Array(element, count) => format!("{}[{count}]", type_text(model, element)),
    }
}

/// Whether an item is a number that stands in bit ranges alone, so that its own size is nowhere seen.
pub(super) fn is_in_bits_alone(model: &Model, item: &Item) -> bool {
    if !matches!(item.kind, Kind::Enum(_)) {
        return false;
    }
    let uses = |r#type: &Type| model.parts_of(r#type) == Some(item.id);
    let mut in_bits = false;
    for other in &model.items {
        match &other.kind {
            Kind::Bitfield(body) => {
                in_bits |= body
                    .bits
                    .iter()
                    .any(|bits| matches!(bits.r#type, BitsType::Item(id, _) if id == item.id));
            }
            Kind::Struct(body) if body.fields.iter().any(|field| uses(&field.r#type)) => {
                return false;
            }
            Kind::Union(body) if body.members.iter().any(|member| uses(&member.r#type)) => {
                return false;
            }
            _ => {}
        }
    }
    in_bits
}

/// More elements than this are one number.
const ELEMENT_LIMIT: u64 = 512;

fn add_opaque(model: &Model, r#type: &Type, base: u64, opaque: &mut Vec<(u64, u64)>) {
    let (size, _) = model.layout(r#type);
    match model.plain(r#type) {
        Type::Int(_) => opaque.push((base, base + size * 8)),
        Type::Array(element, count) => {
            let bits = model.layout(element).0 * 8;
            if *count > ELEMENT_LIMIT || matches!(model.plain(element), Type::Int(_)) {
                opaque.push((base, base + size * 8));
                return;
            }
            for index in 0..*count {
                add_opaque(model, element, base + index * bits, opaque);
            }
        }
        Type::Item(id) => match &model.item(*id).kind {
            Kind::Struct(body) => {
                for field in &body.fields {
                    add_opaque(model, &field.r#type, base + field.offset * 8, opaque);
                }
            }
            Kind::Union(body) => {
                for member in &body.members {
                    add_opaque(model, &member.r#type, base, opaque);
                }
            }
            Kind::Enum(body) => opaque.push((base, base + u64::from(body.storage.bits()))),
            _ => {}
        },
    }
}
