//! What no table confirms: facts that rest on the source that their entry cites, and on the person
//! who read it.

use std::collections::BTreeSet;

use super::Confirmation;
use crate::model::{Item, Kind, Model};

/// A line for each number and place of the spec that nothing confirms, with its value, so that a
/// change of any of them changes a line.
pub fn unconfirmed(model: &Model, confirmed: &BTreeSet<Confirmation>) -> Vec<String> {
    let mut lines = BTreeSet::new();
    for item in &model.items {
        let mut unless = |part: Option<&str>, value: String| {
            let confirmation = Confirmation::new(item, part);
            if !confirmed.contains(&confirmation) {
                let part = part.map(|part| format!(".{part}")).unwrap_or_default();
                lines.insert(format!("{}{part} {value}", confirmation.item));
            }
        };
        numbers(item, &mut unless);
        places(item, &mut unless);
        // No table has these.
        if let Kind::Hypercall(body) = &item.kind {
            if let Some(header) = &body.variable_header {
                lines.insert(format!(
                    "{}.variable-header at {}",
                    item.name, header.offset
                ));
            }
        }
        if let Kind::Cpuid(body) = &item.kind {
            lines.extend(
                body.subleaf
                    .map(|subleaf| format!("{}.subleaf {subleaf:#x}", item.name)),
            );
        }
    }
    lines.into_iter().collect()
}

fn numbers(item: &Item, unless: &mut impl FnMut(Option<&str>, String)) {
    let own = match &item.kind {
        Kind::Constant(body) => body.value,
        Kind::Register(body) => body.number.into(),
        Kind::Msr(body) => body.number.into(),
        Kind::Ioctl(body) => body.request.into(),
        Kind::Cpuid(body) => body.leaf.into(),
        Kind::StatusCode(body) => body.value.into(),
        Kind::Hypercall(body) => body.code.into(),
        Kind::Message(body) => body.number.into(),
        Kind::Enum(body) => {
            for value in body.values.iter().filter(|_| body.collects.is_none()) {
                unless(Some(&value.name), format!("= {:#x}", value.value));
            }
            return;
        }
        _ => return,
    };
    unless(None, format!("= {own:#x}"));
}

fn places(item: &Item, unless: &mut impl FnMut(Option<&str>, String)) {
    match &item.kind {
        Kind::Struct(body) => {
            for field in body.fields.iter().filter(|field| !field.reserved) {
                unless(
                    field.name.as_deref(),
                    format!(
                        "at byte {} of {}, {} bytes",
                        field.offset, body.size, field.size
                    ),
                );
            }
        }
        Kind::Bitfield(body) => {
            for bits in body.bits.iter().filter(|bits| bits.reserved.is_none()) {
                unless(
                    bits.name.as_deref(),
                    format!(
                        "at bit {} of {}, {} bits",
                        bits.low,
                        body.storage.bits(),
                        bits.width()
                    ),
                );
            }
        }
        Kind::Union(body) => {
            for member in &body.members {
                unless(
                    Some(&member.name),
                    format!("{} of {} bytes", member.size, body.size),
                );
            }
        }
        _ => {}
    }
}
