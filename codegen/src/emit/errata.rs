//! The errata as one page, for those who maintain the documents.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::markdown::markdown;
use super::sources::{Citation, citations};
use crate::model::{Erratum, Facts, Item, Kind, Model, SourceKind};

const HEAD: &str = "\
<!-- Written by `hv-codegen errata` from spec/errata.yaml. -->

# Errata

Where published documents of the hypervisor's interface are wrong, silent or at odds with each other
or with the code that runs: what each source says, what this transcription holds to be true, and why.
Sources are named by their keys in `spec/sources.yaml`; a page of a PDF is counted from the first page
of the file.
";

/// The sections: a title, and whether an erratum with such sources belongs there.
type Section = (&'static str, &'static str, fn(&Sides) -> bool);

const SECTIONS: [Section; 3] = [
    (
        "In the current TLFS",
        "The pages of the TLFS that Microsoft publishes today say this.",
        |sides| sides.current,
    ),
    (
        "In the PDF documents alone",
        "The published PDF documents say this; the current pages do not have it.",
        |sides| !sides.current && sides.document,
    ),
    (
        "In public code alone",
        "No document has this; public code disagrees.",
        |sides| !sides.current && !sides.document,
    ),
];

/// What kinds of source an erratum is about.
struct Sides {
    /// A document whose places have an address of their own: the one that is published page by page.
    current: bool,
    document: bool,
}

impl Sides {
    fn of(model: &Model, erratum: &Erratum) -> Self {
        let documents = || {
            let sources = erratum
                .says
                .0
                .keys()
                .filter_map(|key| model.sources.get(key));
            sources.filter(|source| source.kind == SourceKind::Document)
        };
        let by_page = |url: &str| url.contains("{}");
        Self {
            current: documents().any(|source| source.url.as_deref().is_some_and(by_page)),
            document: documents().next().is_some(),
        }
    }
}

/// The page, with a final newline.
pub fn document(model: &Model) -> String {
    let mut out = HEAD.to_owned();
    for (title, text, holds) in SECTIONS {
        let chosen: Vec<usize> = (0..model.errata.len())
            .filter(|&at| holds(&Sides::of(model, &model.errata[at])))
            .collect();
        if chosen.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {title} ({})\n\n{text}\n", chosen.len());
        for at in chosen {
            out.push_str(&entry(model, at));
        }
    }
    out
}

fn entry(model: &Model, at: usize) -> String {
    let erratum = &model.errata[at];
    let mut out = format!("\n### {}\n\n", erratum.id);
    let concerned: Vec<&Item> = model
        .items
        .iter()
        .filter(|item| facts(item).any(|facts| facts.errata.contains(&at)))
        .collect();
    let names: BTreeSet<String> = concerned
        .iter()
        .map(|item| format!("`{}`", item.name))
        .collect();
    if !names.is_empty() {
        let names: Vec<String> = names.into_iter().collect();
        let _ = writeln!(out, "Concerns {}.\n", names.join(", "));
    }
    for (source, text) in &erratum.says.0 {
        let _ = writeln!(
            out,
            "- **{}** says: {}",
            markdown(source),
            markdown(text.trim())
        );
    }
    let _ = writeln!(
        out,
        "\nHeld to be true: {}\n",
        markdown(erratum.truth.trim())
    );
    let _ = writeln!(out, "Why: {}", markdown(erratum.evidence.trim()));
    let places: BTreeSet<String> = concerned
        .iter()
        .flat_map(|item| citations(model, &item.facts))
        .filter_map(|Citation { text, url }| Some(format!("[{}](<{}>)", markdown(&text), url?)))
        .collect();
    if !places.is_empty() {
        let places: Vec<String> = places.into_iter().collect();
        let _ = writeln!(out, "\nPages: {}.", places.join(", "));
    }
    out
}

/// What is known about an item and about each of its parts.
fn facts(item: &Item) -> impl Iterator<Item = &Facts> {
    let parts: Vec<&Facts> = match &item.kind {
        Kind::Enum(body) => body.values.iter().map(|value| &value.facts).collect(),
        Kind::Bitfield(body) => body.bits.iter().map(|bits| &bits.facts).collect(),
        Kind::Struct(body) => body.fields.iter().map(|field| &field.facts).collect(),
        Kind::Union(body) => body.members.iter().map(|member| &member.facts).collect(),
        _ => Vec::new(),
    };
    std::iter::once(&item.facts).chain(parts)
}
