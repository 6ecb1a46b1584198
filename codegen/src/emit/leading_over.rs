//! Tables that lead from the names of another code base to those of the document and of `hv-defs`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{Dialect, Item, Kind, Model, is_type};

/// The names of a dialect, those of the document, and where `hv-defs` has the same.
pub fn table(model: &Model, dialect: &Dialect) -> String {
    let mut rows: BTreeMap<(u8, String), Row<'_>> = BTreeMap::new();
    for item in &model.items {
        let names = dialect
            .item_name(item)
            .into_iter()
            .chain(dialect.aliases(item).iter().cloned());
        for name in names {
            let key = (u8::from(!is_type(item)), name.clone());
            let row = rows.entry(key).or_insert_with(|| Row {
                name,
                tlfs: &item.name,
                rust: Vec::new(),
                parts: Vec::new(),
            });
            row.rust.push(place(model, item));
            row.parts.extend(parts(dialect, item));
        }
    }
    let mut text = String::new();
    for (class, title) in [(0, "Types"), (1, "Numbers")] {
        let _ = write!(
            text,
            "## {title}\n\n| there | in the document | in `hv-defs` | parts with other names |\n|---|---|---|---|\n"
        );
        for ((_, _), row) in rows.iter_mut().filter(|((of, _), _)| *of == class) {
            row.rust.sort();
            row.rust.dedup();
            row.parts.sort();
            row.parts.dedup();
            let _ = writeln!(
                text,
                "| `{}` | `{}` | {} | {} |",
                row.name,
                row.tlfs,
                row.rust.join(", "),
                row.parts.join(", ")
            );
        }
        text.push('\n');
    }
    text
}

struct Row<'m> {
    name: String,
    tlfs: &'m str,
    rust: Vec<String>,
    parts: Vec<String>,
}

/// Where `hv-defs` has an item. What is a number of an enum has its name there.
fn place(model: &Model, item: &Item) -> String {
    let chapter = &model.chapter_of(item).name;
    if is_type(item) || matches!(item.kind, Kind::Constant(_)) {
        return format!("`{chapter}::{}`", item.rust);
    }
    match model.collected(item) {
        Some((owner, _, value)) => format!("`{}::{}`", owner.rust, value.rust),
        None => format!("`{chapter}::{}`", item.rust),
    }
}

/// The parts of an item that the dialect names.
fn parts(dialect: &Dialect, item: &Item) -> Vec<String> {
    let names: Vec<(&str, &str)> = match &item.kind {
        Kind::Struct(body) => body
            .fields
            .iter()
            .filter_map(|field| Some((field.name.as_deref()?, field.rust.as_str())))
            .collect(),
        Kind::Union(body) => body
            .members
            .iter()
            .map(|member| (member.name.as_str(), member.rust.as_str()))
            .collect(),
        Kind::Bitfield(body) => body
            .bits
            .iter()
            .filter_map(|bits| Some((bits.name.as_deref()?, bits.rust.as_str())))
            .collect(),
        // Values of enums follow a rule in each of these code bases.
        _ => Vec::new(),
    };
    names
        .into_iter()
        .filter_map(|(name, rust)| {
            let theirs = dialect.part_name(item, name)?;
            let theirs = theirs.rsplit("::").next().unwrap_or_default().to_owned();
            (theirs != rust).then(|| format!("`{theirs}` is `{rust}`"))
        })
        .collect()
}
