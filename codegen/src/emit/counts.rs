//! How much a spec holds, as a table.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::arch::{Arch, Arches};
use crate::model::{Facts, Kind, Model, Standing};

/// A row of the table.
#[derive(Default)]
struct Count {
    all: usize,
    x64: usize,
    arm64: usize,
    observed: usize,
}

/// A table in Markdown with a row for each kind of item and one for the values of enums, with a final
/// newline. An item that is laid out for each architecture counts once for each.
pub fn table(model: &Model) -> String {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for item in &model.items {
        let mut count = |kind, arches: Arches, facts: &Facts| {
            let count = counts.entry(kind).or_default();
            count.all += 1;
            count.x64 += usize::from(arches.contains(Arch::X64));
            count.arm64 += usize::from(arches.contains(Arch::Arm64));
            count.observed += usize::from(facts.status == Standing::Observed);
        };
        count(item.kind.key(), item.arches, &item.facts);
        let values = match &item.kind {
            Kind::Enum(body) if body.collects.is_none() => &body.values[..],
            _ => &[],
        };
        for value in values {
            count("enum value", value.arches, &value.facts);
        }
    }
    let mut out = String::from(
        "| kind | items | on x64 | on ARM64 | only in public code |\n|---|--:|--:|--:|--:|\n",
    );
    for (kind, count) in counts {
        let _ = writeln!(
            out,
            "| {kind} | {} | {} | {} | {} |",
            count.all, count.x64, count.arm64, count.observed
        );
    }
    out
}
