//! The rows of tables and of the definitions in code, as parts of a layout.

use serde_json::Value;

use super::FactPart;
use super::tables::{elements, number, text};

/// A row with an offset and a size in bytes.
pub(super) fn byte_part(row: &Value) -> Option<FactPart> {
    let offset = row.get("offset").and_then(number)?;
    let bits = row.get("size").and_then(number).map(|size| size * 8);
    Some(FactPart {
        name: text(row, "name").to_owned(),
        offset: offset * 8,
        bits,
    })
}

/// A row with a bit and a width.
pub(super) fn bit_part(row: &Value) -> Option<FactPart> {
    let offset = row.get("bit").and_then(number)?;
    let bits = row.get("bits").and_then(number)?;
    Some(FactPart {
        name: text(row, "name").to_owned(),
        offset,
        bits: Some(bits),
    })
}

/// A row with the highest and the lowest bit.
pub(super) fn range_part(row: &Value) -> Option<FactPart> {
    let bits: Vec<u64> = elements(row, "bits").filter_map(Value::as_u64).collect();
    let [high, low] = bits[..] else { return None };
    Some(FactPart {
        name: text(row, "name").to_owned(),
        offset: low,
        bits: Some(high - low + 1),
    })
}

/// The fields of a definition and of the anonymous records in it.
pub(super) fn nested_parts(definition: &Value, parts: &mut Vec<FactPart>) {
    for field in elements(definition, "fields") {
        if field.get("fields").is_some() {
            nested_parts(field, parts);
            continue;
        }
        if let Some(offset) = field.get("bit_offset").and_then(Value::as_u64) {
            let count = field
                .get("count")
                .and_then(Value::as_u64)
                .unwrap_or(1)
                .max(1);
            let bits = field
                .get("bits")
                .and_then(Value::as_u64)
                .map(|bits| bits * count);
            parts.push(FactPart {
                name: text(field, "name").to_owned(),
                offset,
                bits,
            });
        }
    }
}
