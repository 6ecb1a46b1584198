//! Reading the tables: those made from headers and from Rust, and which reader others need.

use serde_json::Value;

use super::{Claim, Fact, FactKind, FactLayout, FactPart, Table, tlfs_tables};
use crate::arch::Arch;

/// Reads a table. The error says what is wrong with the file.
pub fn read_table(name: &str, text: &str) -> Result<Table, String> {
    let content: Value =
        serde_json::from_str(text).map_err(|error| format!("{name} is not JSON: {error}"))?;
    let facts = match name {
        name if name.starts_with("tlfs-") => tlfs_tables::read(name, &content),
        _ if content.get("types").is_some() && content.get("constants").is_some() => {
            // That table gives the width of an array, the others that of its element.
            header_facts(&content, name.starts_with("mu_msvm"))
        }
        _ => {
            return Err(format!(
                "{name} is not a table of facts: it has no `constants` and `types`"
            ));
        }
    };
    Ok(Table {
        name: name.to_owned(),
        facts,
    })
}

/// The entries of an object, or nothing.
pub(super) fn entries<'v>(
    value: &'v Value,
    key: &str,
) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value
        .get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

/// The elements of a list, or nothing.
pub(super) fn elements<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// A number, or the text of one in base 16.
pub(super) fn number(value: &Value) -> Option<u64> {
    if let Some(number) = value.as_u64() {
        return Some(number);
    }
    u64::from_str_radix(value.as_str()?.strip_prefix("0x")?, 16).ok()
}

/// The name of a field of an object.
pub(super) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn header_facts(content: &Value, whole_arrays: bool) -> Vec<Fact> {
    let arch: Option<Arch> = text(content, "arch").parse().ok();
    let mut facts = Vec::new();
    let mut add = |kind, name: &str, claim| {
        facts.push(Fact {
            kind,
            name: name.to_owned(),
            arch,
            document: String::new(),
            claim,
        });
    };
    for (name, value) in entries(content, "constants") {
        if let Some(value) = number(value) {
            add(
                kind_of_constant(name),
                name,
                Claim::Number { value, owner: None },
            );
        }
    }
    for (owner, body) in entries(content, "enums") {
        // hvdef has its values below `variants`.
        let values = body.get("variants").unwrap_or(body);
        for (name, value) in values.as_object().into_iter().flatten() {
            if let Some(value) = number(value) {
                let owner = Some(owner.clone());
                add(
                    kind_of_enum(owner.as_deref().unwrap_or_default(), name),
                    name,
                    Claim::Number { value, owner },
                );
            }
        }
    }
    for (name, body) in entries(content, "types") {
        // A typedef of a pointer or an integer has no layout of its own.
        if !matches!(text(body, "kind"), "typedef" | "enum" | "open_enum") {
            add(
                FactKind::Type,
                name,
                Claim::Layout(header_layout(body, whole_arrays)),
            );
        }
    }
    facts
}

fn kind_of_constant(name: &str) -> FactKind {
    let starts = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    match name {
        _ if starts(&["HVCALL_", "HV_EXT_CALL_", "HvCall", "HvExtCall"]) => FactKind::Hypercall,
        _ if starts(&["HV_STATUS_"]) => FactKind::Status,
        _ => FactKind::Constant,
    }
}

fn kind_of_enum(owner: &str, name: &str) -> FactKind {
    let owner = owner.to_ascii_lowercase().replace('_', "");
    match name {
        _ if owner.contains("registername") => FactKind::Register,
        _ if owner.ends_with("messagetype") => FactKind::Message,
        _ if owner.contains("callcode") || owner.contains("hypercallcode") => FactKind::Hypercall,
        _ if owner.contains("syntheticmsr") => FactKind::Msr,
        _ if owner.contains("cpuidfunction") => FactKind::Cpuid,
        _ if owner == "hverror" || owner == "hvstatus" => FactKind::Status,
        _ => FactKind::EnumValue,
    }
}

fn header_layout(body: &Value, whole_arrays: bool) -> FactLayout {
    let part = |field: &Value| {
        let bits = field.get("bits").and_then(Value::as_u64)?;
        let count = field.get("count").and_then(Value::as_u64);
        let flexible =
            field.get("flexible").and_then(Value::as_bool) == Some(true) || count == Some(0);
        let total = if whole_arrays {
            bits
        } else {
            bits * count.unwrap_or(1).max(1)
        };
        Some(FactPart {
            name: text(field, "name").to_owned(),
            offset: field.get("bit_offset").and_then(Value::as_u64)?,
            bits: (!flexible).then_some(total),
        })
    };
    FactLayout {
        size: body.get("size").and_then(Value::as_u64),
        parts: elements(body, "fields").filter_map(part).collect(),
        ..FactLayout::default()
    }
}
