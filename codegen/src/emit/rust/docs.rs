//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::emit::markdown::markdown;
use crate::emit::sources;
use crate::model::{Bitfield, Bits, Facts, Field, Item, ReservedBits};

/// The width to which sentences are broken; tables and addresses are longer.
const WIDTH: usize = 90;

/// Lines of documentation. Sentences are broken, the rows of tables are not.
pub(super) fn lines(lines: impl IntoIterator<Item = String>) -> TokenStream {
    let broken = lines.into_iter().flat_map(|line| {
        if line.starts_with('|') {
            vec![line]
        } else {
            wrap(&line)
        }
    });
    let lines = broken.map(|line| {
        if line.is_empty() {
            line
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}

/// Breaks a line between words. A word that Markdown would take for the start of a list stays where
/// it is.
fn wrap(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let starts_list = word.starts_with(['-', '+', '*', '#', '>', '|'])
            || word
                .strip_suffix(['.', ')'])
                .is_some_and(|number| number.chars().all(|digit| digit.is_ascii_digit()));
        if let Some(last) = lines.last_mut() {
            if last.is_empty()
                || last.chars().count() + 1 + word.chars().count() <= WIDTH
                || starts_list
            {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(word);
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// The documentation of a type: what it is, a table if there is one, and the evidence.
impl Emitter<'_> {
    pub(super) fn item_doc(&self, item: &Item, more: Vec<String>) -> TokenStream {
        let mut all = vec![
            markdown(item.facts.doc.as_deref().unwrap_or(&item.name)),
            String::new(),
        ];
        if !more.is_empty() {
            all.extend(more);
            all.push(String::new());
        }
        all.push(format!("`{}`. {}", item.name, self.evidence(&item.facts)));
        lines(all)
    }

    /// `Sources: …`, and what the reader must know of them.
    pub(super) fn evidence(&self, facts: &Facts) -> String {
        let citation = |citation: sources::Citation| match citation.url {
            Some(url) => format!("[{}](<{url}>)", markdown(&citation.text)),
            None => markdown(&citation.text),
        };
        let places: Vec<String> = sources::citations(self.model, facts)
            .into_iter()
            .map(citation)
            .collect();
        let label = if places.len() == 1 {
            "Source"
        } else {
            "Sources"
        };
        let mut text = format!("{label}: {}.", places.join(", "));
        let mut add = |sentence: &str| {
            text.push(' ');
            text.push_str(sentence);
        };
        if let Some(standing) = sources::standing(facts) {
            add(standing);
        }
        if let Some(since) = &facts.since {
            add(&format!("Since {since}."));
        }
        if let Some(until) = &facts.until {
            add(&format!("Until {until}."));
        }
        for &erratum in &facts.errata {
            let erratum = &self.model.errata[erratum];
            add(&format!(
                "Erratum {}: {}",
                erratum.id,
                markdown(erratum.truth.trim())
            ));
        }
        text
    }

    /// The documentation of a part of an item, in one line.
    pub(super) fn part_doc(&self, name: &str, facts: &Facts, place: &str) -> String {
        let mut text = match &facts.doc {
            Some(doc) => markdown(doc),
            None => format!("`{name}`."),
        };
        if !place.is_empty() {
            text.push_str(&format!(" {place}."));
        }
        if let Some(standing) = sources::standing(facts) {
            text.push(' ');
            text.push_str(standing);
        }
        text
    }

    pub(super) fn field_doc(&self, field: &Field) -> TokenStream {
        let place = format!("Offset {}", field.offset);
        let name = field.name.as_deref();
        if field.reserved {
            let doc = field
                .facts
                .doc
                .as_deref()
                .map_or_else(|| "Reserved.".to_owned(), markdown);
            return lines([format!("{doc} {place}.")]);
        }
        lines([self.part_doc(name.unwrap_or(&field.rust), &field.facts, &place)])
    }
}

/// The table of the bits of a bit-field.
pub(super) fn bits_table(body: &Bitfield) -> Vec<String> {
    let mut rows: Vec<[String; 3]> = vec![["bits".to_owned(), "field".to_owned(), String::new()]];
    for bits in &body.bits {
        let name = if bits.name.is_some() {
            format!("`{}`", bits.rust)
        } else {
            String::new()
        };
        rows.push([range(bits), name, meaning(bits)]);
    }
    let widths = [0, 1, 2].map(|column| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    });
    let line = |row: &[String; 3]| {
        format!(
            "| {:w0$} | {:w1$} | {:w2$} |",
            row[0],
            row[1],
            row[2],
            w0 = widths[0],
            w1 = widths[1],
            w2 = widths[2]
        )
    };
    let rule = format!(
        "|{:-<w0$}|{:-<w1$}|{:-<w2$}|",
        "",
        "",
        "",
        w0 = widths[0] + 2,
        w1 = widths[1] + 2,
        w2 = widths[2] + 2
    );
    let mut table: Vec<String> = rows.iter().map(line).collect();
    table.insert(1, rule);
    table
}

fn range(bits: &Bits) -> String {
    if bits.high == bits.low {
        bits.low.to_string()
    } else {
        format!("{}:{}", bits.high, bits.low)
    }
}

fn meaning(bits: &Bits) -> String {
    let reserved = match bits.reserved {
        None => "",
        Some(ReservedBits::Zero) => "Reserved, zero.",
        Some(ReservedBits::Preserve) => "Reserved, preserve.",
        Some(ReservedBits::Ignore) => "Reserved, ignore.",
    };
    let doc = bits
        .facts
        .doc
        .as_deref()
        .map(markdown)
        .unwrap_or_default()
        .replace('|', "\\|");
    if reserved.is_empty() || doc.is_empty() {
        format!("{reserved}{doc}")
    } else {
        format!("{reserved} {doc}")
    }
}
