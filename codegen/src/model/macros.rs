//! The macros that exist only in a dialect, and what they are made of.

use crate::arch::{Arch, Arches};
use crate::raw::{self, Take};

use super::{ItemId, Kind, Model};

/// A macro that exists only in a dialect.
#[derive(Clone, Debug)]
pub struct Macro {
    /// Its name.
    pub name: String,
    /// The item after which it is declared.
    pub item: ItemId,
    /// Where it exists.
    pub arches: Arches,
    /// Its value, unless it has a text.
    pub value: Option<u64>,
    /// Bytes of the value.
    pub bytes: u8,
    /// What kind of number it is.
    pub number: Number,
    /// Whether it is one of a list: the number of an MSR, a register, a call.
    pub is_listed: bool,
    /// The expression, where that is no number of the spec.
    pub text: Option<String>,
    /// The names of its parameters.
    pub parameters: Vec<String>,
    /// What it means.
    pub doc: Option<String>,
    /// The value or bit range that it is, where the item has several.
    pub part: Option<String>,
}

/// What kind of number a macro is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A number by itself.
    Plain,
    /// The mask of a bit range.
    Mask,
    /// The lowest bit of a bit range.
    Shift,
}

/// A macro, or one for each architecture where what it is made of differs.
pub(super) fn lower(model: &Model, name: &str, raw: &raw::DialectMacro) -> Vec<Macro> {
    let targets = Arch::ALL.map(|arch| (arch, per_arch(&raw.of, arch)));
    let mut macros: Vec<Macro> = Vec::new();
    for (arch, target) in targets {
        let Some(target) = target else { continue };
        let Some((item, number)) = target_of(model, target, arch) else {
            continue;
        };
        let text = raw
            .text
            .as_ref()
            .and_then(|text| per_arch(text, arch))
            .cloned();
        let mut others = macros.iter_mut();
        if let Some(same) = others.find(|body| body.item == item && body.text == text) {
            same.arches = Arches::BOTH;
            continue;
        }
        let (value, bytes) = number.take(raw.take);
        macros.push(Macro {
            name: name.to_owned(),
            item,
            arches: arch.into(),
            value: raw.text.is_none().then_some(value),
            bytes,
            number: number.number(raw.take),
            is_listed: matches!(model.item(item).kind, Kind::Msr(_) | Kind::Enum(_))
                && !target.contains('.'),
            text,
            parameters: raw.parameters.clone(),
            doc: raw.doc.clone(),
            part: target
                .split_once('.')
                .filter(|_| raw.take != Take::Shift)
                .map(|(_, part)| part.to_owned()),
        });
    }
    macros
}

/// What stands for an architecture.
fn per_arch(text: &raw::PerArch, arch: Arch) -> Option<&String> {
    match text {
        raw::PerArch::Same(text) => Some(text),
        raw::PerArch::Each(each) => match arch {
            Arch::X64 => each.x64.as_ref(),
            Arch::Arm64 => each.arm64.as_ref(),
        },
    }
}

/// What a macro is made of.
struct Source {
    value: u64,
    bytes: u8,
    /// For a bit range.
    low: u32,
    is_mask: bool,
}

impl Source {
    fn number(&self, take: Take) -> Number {
        match take {
            Take::Shift => Number::Shift,
            _ if self.is_mask => Number::Mask,
            _ => Number::Plain,
        }
    }

    fn take(&self, take: Take) -> (u64, u8) {
        match take {
            Take::Value => (self.value, self.bytes),
            Take::WordMask => (self.value >> (self.low / 32 * 32), 4),
            Take::Shift => (self.low.into(), 4),
        }
    }
}

/// The item of `ITEM`, `ENUM.Value` or `BITFIELD.Field` that declares it, and the number.
fn target_of(model: &Model, target: &str, arch: Arch) -> Option<(ItemId, Source)> {
    let number = |value, bytes| Source {
        value,
        bytes,
        low: 0,
        is_mask: false,
    };
    if let Some((owner, part)) = target.split_once('.') {
        let item = model.find(owner, arch)?;
        return match &item.kind {
            Kind::Enum(body) => {
                let value = body.values.iter().find(|value| value.name == part)?;
                Some((item.id, number(value.value, body.storage.bytes)))
            }
            Kind::Bitfield(body) => {
                let bits = body
                    .bits
                    .iter()
                    .find(|bits| bits.name.as_deref() == Some(part))?;
                let number = Source {
                    value: bits.mask(),
                    bytes: body.storage.bytes,
                    low: bits.low,
                    is_mask: true,
                };
                Some((item.id, number))
            }
            _ => None,
        };
    }
    let item = model.find(target, arch)?;
    let number = match &item.kind {
        Kind::Constant(body) => number(body.value, body.storage.bytes),
        Kind::Msr(body) => number(body.number.into(), 4),
        Kind::Ioctl(body) => number(body.request.into(), 4),
        // Only what a text stands beside.
        Kind::Struct(_) | Kind::Union(_) | Kind::Bitfield(_) | Kind::Alias(_) | Kind::Enum(_) => {
            number(0, 4)
        }
        // Its number is declared with the enum that collects it.
        Kind::Hypercall(_)
        | Kind::Register(_)
        | Kind::StatusCode(_)
        | Kind::Message(_)
        | Kind::Cpuid(_) => {
            let (owner, body, value) = model.collected(item)?;
            return Some((owner.id, number(value.value, body.storage.bytes)));
        }
    };
    Some((item.id, number))
}
