//! From an item of the model to its entry, one function for each family of kinds.

use std::collections::BTreeMap;

use super::{Entry, Part, Value};
use crate::arch::Arch;
use crate::emit::json::words;
use crate::model::{Bits, BitsType, ForArch, Grant, Item, Kind, Member, Model, Type};

/// The entry of an item.
pub(super) fn entry(model: &Model, item: &Item) -> Entry {
    let mut entry = Entry {
        kind: item.kind.key().to_owned(),
        name: item.name.clone(),
        arch: item.arches.single().map_or("both", Arch::name).to_owned(),
        ..Entry::default()
    };
    let words = &mut entry.facts;
    words.insert("status".to_owned(), words::status(&item.facts).to_owned());
    let mut say = |key: &str, word: Option<&str>| {
        words.extend(word.map(|word| (key.to_owned(), word.to_owned())));
    };
    say("since", item.facts.since.as_deref());
    say("until", item.facts.until.as_deref());
    say("version-of", version_of(item));
    if crate::model::is_type(item) {
        types(model, item, &mut entry);
    } else {
        numbers(model, item, &mut entry);
    }
    entry
}

/// The item of which this is another version.
fn version_of(item: &Item) -> Option<&str> {
    match &item.kind {
        Kind::Struct(body) => body.version_of.as_deref(),
        Kind::Union(body) => body.version_of.as_deref(),
        _ => None,
    }
}

fn types(model: &Model, item: &Item, entry: &mut Entry) {
    let (size, align) = model.layout(&Type::Item(item.id));
    entry.size = Some(size);
    entry.align = Some(align);
    let facts = &mut entry.facts;
    match &item.kind {
        Kind::Alias(body) => say(facts, "type", type_text(model, &body.r#type)),
        Kind::Enum(body) => {
            say(facts, "storage", body.storage.to_string());
            say(facts, "closed", body.closed.to_string());
            // What an enum collects are items with entries of their own.
            if let Some(kind) = body.collects {
                say(facts, "collects", kind.kind().to_owned());
            } else {
                entry.values = body.values.iter().map(value).collect();
            }
        }
        Kind::Bitfield(body) => {
            say(facts, "storage", body.storage.to_string());
            entry.parts = body
                .bits
                .iter()
                .map(|bits| bit_range(model, bits))
                .collect();
        }
        Kind::Struct(body) => {
            let tail = body.tail.iter().map(|field| (field, Some(0)));
            let fields = body.fields.iter().map(|field| (field, None)).chain(tail);
            entry.parts = fields
                .map(|(field, count)| {
                    let part = part(model, field.name.as_deref(), field.offset, &field.r#type);
                    Part {
                        count: count.unwrap_or(part.count),
                        reserved: field.reserved.then(|| "zero".to_owned()),
                        ..part
                    }
                })
                .collect();
        }
        Kind::Union(body) => {
            let member = |member: &Member| part(model, Some(&member.name), 0, &member.r#type);
            entry.parts = body.members.iter().map(member).collect();
        }
        _ => {}
    }
}

fn numbers(model: &Model, item: &Item, entry: &mut Entry) {
    let facts = &mut entry.facts;
    let number = match &item.kind {
        Kind::Constant(body) => {
            say(facts, "type", type_text(model, &body.r#type));
            body.value
        }
        Kind::Register(body) => {
            for_arch(model, facts, &body.value);
            grants(model, facts, body.grant.as_slice());
            body.number.into()
        }
        Kind::Msr(body) => {
            say(facts, "access", words::access(body.access).to_owned());
            say(facts, "scope", words::scope(body.scope).to_owned());
            say(facts, "type", type_text(model, &body.value));
            grants(model, facts, body.grant.as_slice());
            body.number.into()
        }
        Kind::Ioctl(body) => {
            let argument = body.argument.as_ref();
            say(
                facts,
                "direction",
                words::direction(body.direction).to_owned(),
            );
            if let Some(argument) = argument {
                say(facts, "type", type_text(model, argument));
            }
            body.request.into()
        }
        Kind::Cpuid(body) => {
            say(facts, "type", model.item(body.value).name.clone());
            if let Some(subleaf) = body.subleaf {
                say(facts, "subleaf", subleaf.to_string());
            }
            body.leaf.into()
        }
        Kind::StatusCode(body) => body.value.into(),
        Kind::Message(body) => {
            if let Some(payload) = &body.payload {
                for_arch(model, facts, payload);
            }
            body.number.into()
        }
        Kind::Hypercall(body) => {
            say(facts, "shape", words::shape(body.shape).to_owned());
            let parameters = [
                ("input", &body.input),
                ("input-element", &body.input_element),
                ("output", &body.output),
                ("output-element", &body.output_element),
            ];
            for (key, parameter) in parameters {
                if let Some(parameter) = parameter {
                    say(facts, key, type_text(model, parameter));
                }
            }
            if let Some(header) = &body.variable_header {
                let element = type_text(model, &header.element);
                say(
                    facts,
                    "variable-header",
                    format!("{element} at {}", header.offset),
                );
            }
            if body.count_only {
                say(facts, "count-only", "true".to_owned());
            }
            if let Some(fast) = body.fast {
                say(facts, "fast", fast.to_string());
            }
            grants(model, facts, &body.grant);
            if !body.returns.is_empty() {
                say(facts, "returns", body.returns.join(" "));
            }
            body.code.into()
        }
        _ => return,
    };
    entry.number = Some(number);
}

fn say(facts: &mut BTreeMap<String, String>, key: &str, word: String) {
    facts.insert(key.to_owned(), word);
}

fn for_arch(model: &Model, facts: &mut BTreeMap<String, String>, types: &ForArch<Type>) {
    match types.same() {
        Some(same) => say(facts, "type", type_text(model, same)),
        None => {
            for arch in Arch::ALL {
                if let Some(on) = types.on(arch) {
                    say(facts, &format!("type {arch}"), type_text(model, on));
                }
            }
        }
    }
}

fn grants(model: &Model, facts: &mut BTreeMap<String, String>, grants: &[Grant]) {
    let words: Vec<String> = grants
        .iter()
        .map(|grant| format!("{}.{}", model.item(grant.bitfield).name, grant.field))
        .collect();
    if !words.is_empty() {
        say(facts, "grant", words.join(" "));
    }
}

fn value(value: &crate::model::Value) -> Value {
    Value {
        name: value.name.clone(),
        value: value.value,
        arch: value.arches.single().map(|arch| arch.name().to_owned()),
    }
}

fn bit_range(model: &Model, bits: &Bits) -> Part {
    Part {
        name: bits.name.clone(),
        bit: bits.low.into(),
        bits: bits.width().into(),
        count: 1,
        r#type: match &bits.r#type {
            BitsType::Bool => "bool".to_owned(),
            BitsType::Int(int) => int.to_string(),
            BitsType::Item(id, _) => model.item(*id).name.clone(),
        },
        reserved: bits.reserved.map(|kind| words::reserved(kind).to_owned()),
    }
}

fn part(model: &Model, name: Option<&str>, offset: u64, r#type: &Type) -> Part {
    let (element, count) = r#type.elements();
    Part {
        name: name.map(str::to_owned),
        bit: offset * 8,
        bits: model.layout(element).0 * 8,
        count,
        r#type: type_text(model, element),
        reserved: None,
    }
}

fn type_text(model: &Model, r#type: &Type) -> String {
    match r#type {
        Type::Int(int) => int.to_string(),
        Type::Item(id) => model.item(*id).name.clone(),
        Type::Array(element, count) => format!("{}[{count}]", type_text(model, element)),
    }
}
