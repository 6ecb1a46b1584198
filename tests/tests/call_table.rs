//! The table of hypercalls of hv-defs against the tables of the TLFS's own pages, as a machine read them:
//! headers and elements have the same sizes, or an erratum says why not.

use std::fs;

use hv_codegen::arch::Arch;
use hv_codegen::model::{Hypercall, Item, Kind, Type};
use hv_defs::hypercall::HvCallCode;
use hv_defs::tables::{self, Architecture, HypercallInfo};
use hv_defs_tests::agreement::MODEL;
use hv_defs_tests::repository;
use serde_json::Value;

/// Where a page has a block of parameters, and on which architecture if it says so.
const BLOCKS: [(&str, Option<Arch>); 6] = [
    ("input", None),
    ("input_x64", Some(Arch::X64)),
    ("input_arm64", Some(Arch::Arm64)),
    ("input_element", None),
    ("output", None),
    ("output_element", None),
];

/// Pages whose rows are not the whole block, and why.
const PARTIAL: [(&str, &str); 1] = [(
    "HvCallMapEventLogBuffer",
    "the page has the first of the page numbers that fill the output",
)];

fn size(info: &HypercallInfo, block: &str) -> usize {
    match block {
        "input_element" => info.input_element_size,
        "output" => info.output_size,
        "output_element" => info.output_element_size,
        _ => info.input_size,
    }
}

fn parameter<'h>(body: &'h Hypercall, block: &str) -> Option<&'h Type> {
    match block {
        "input_element" => body.input_element.as_ref(),
        "output" => body.output.as_ref(),
        "output_element" => body.output_element.as_ref(),
        _ => body.input.as_ref(),
    }
}

/// The end of the last row of a block, if all rows have a place and a size.
fn end(rows: &[Value]) -> Option<usize> {
    let ends = rows.iter().map(|row| {
        let number = |key: &str| usize::try_from(row.get(key)?.as_u64()?).ok();
        Some(number("offset")? + number("size")?)
    });
    ends.collect::<Option<Vec<usize>>>()?.into_iter().max()
}

/// Whether an erratum is about a call or about a type of its parameters, or an older version of the type
/// has this size.
fn is_explained(item: &Item, body: &Hypercall, block: &str, size: usize) -> bool {
    let Some(Type::Item(id)) = parameter(body, block) else {
        return !item.facts.errata.is_empty();
    };
    let r#type = MODEL.item(*id);
    let is_version = |other: &Item| match &other.kind {
        Kind::Struct(version) => {
            version.version_of.as_deref() == Some(&r#type.name) && version.size == size as u64
        }
        _ => false,
    };
    !item.facts.errata.is_empty()
        || !r#type.facts.errata.is_empty()
        || MODEL.items.iter().any(is_version)
}

#[test]
fn sizes_agree_with_the_pages() {
    let path = repository().join("tests/facts/tlfs-hypercalls.json");
    let text = fs::read_to_string(path).expect("there is a table");
    let facts: Value = serde_json::from_str(&text).expect("it is JSON");
    let calls = facts["hypercalls"].as_object().expect("it has calls");
    let (mut same, mut explained, mut report) = (0, 0, String::new());
    for call in calls.values() {
        let code = call["code"].as_u64().expect("a call has a code");
        let code = HvCallCode::from_bits(u16::try_from(code).expect("codes have 16 bits"));
        let definitions = call["definitions"].as_object().into_iter().flatten();
        for (document, definition) in definitions {
            for (block, arch) in BLOCKS {
                let rows = definition.get(block).and_then(Value::as_array);
                let Some(end) = rows.and_then(|rows| end(rows)) else {
                    continue;
                };
                let named = definition.get("architecture").and_then(Value::as_str);
                let arch = arch.or_else(|| named?.parse().ok()).unwrap_or(Arch::X64);
                let architecture = match arch {
                    Arch::X64 => Architecture::X64,
                    Arch::Arm64 => Architecture::Arm64,
                };
                let info = tables::hypercall(code, architecture)
                    .unwrap_or_else(|| panic!("{document} has {code:?} on {arch}"));
                let found = size(info, block);
                if found == end || found == end.next_multiple_of(8) {
                    same += 1;
                    continue;
                }
                let explains = |item: &&Item| match &item.kind {
                    Kind::Hypercall(body) => {
                        body.code == code.into_bits()
                            && item.arches.contains(arch)
                            && is_explained(item, body, block, end)
                    }
                    _ => false,
                };
                if MODEL.items.iter().any(|item| explains(&item))
                    || PARTIAL.iter().any(|(name, _)| *name == info.name)
                {
                    explained += 1;
                } else {
                    report += &format!(
                        "{}: {document} has {end} bytes of {block} on {arch}, the spec {found}\n",
                        info.name
                    );
                }
            }
        }
    }
    println!("{same} blocks agree, {explained} are explained");
    assert!(report.is_empty(), "{report}");
    assert!(
        same > 200 && explained < 50,
        "{same} agree, {explained} are explained"
    );
}
