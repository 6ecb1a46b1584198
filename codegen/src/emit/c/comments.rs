//! Comments.

use super::Emitter;
use crate::emit::sources;
use crate::model::{Facts, Item, Kind, SourceKind};

/// The column at which comments break.
const WIDTH: usize = 80;

impl Emitter<'_> {
    /// The comment above a declaration; nothing where there is nothing to say.
    pub(super) fn comment(&self, facts: &Facts, indent: &str) -> String {
        match &facts.doc {
            Some(doc) => block(doc, indent),
            None => String::new(),
        }
    }

    /// The comment above a type: what it is, its name in the TLFS if it has another here, and the
    /// standing of the fact.
    pub(super) fn type_comment(&self, item: &Item) -> String {
        let mut text = self.type_text(item);
        if let Kind::Struct(body) = &item.kind {
            if let Some(tail) = body.tail.as_ref().and_then(|tail| tail.facts.doc.as_ref()) {
                text.push_str(&format!(" Its tail: {tail}"));
            }
        }
        block(&text, "")
    }

    pub(super) fn type_text(&self, item: &Item) -> String {
        let mut text = item.facts.doc.clone().unwrap_or_default();
        let documented = item.facts.sources.keys().any(|key| {
            let source = self.model.sources.get(key);
            source.is_some_and(|source| source.kind == SourceKind::Document)
        });
        if documented && self.item_name(item) != item.name {
            text.push_str(&format!(" {} in the TLFS.", item.name));
        }
        if let Some(standing) = sources::standing(&item.facts) {
            text.push(' ');
            text.push_str(standing);
        }
        text
    }
}

/// A comment in one line if it fits, else in several.
pub(super) fn block(text: &str, indent: &str) -> String {
    let text = clean(text);
    if width(indent) + width(&text) + 6 <= WIDTH {
        return format!("{indent}/* {text} */\n");
    }
    let prefix = format!("{indent} * ");
    let lines = wrap(&text, &prefix, &prefix);
    format!("{indent}/*\n{lines}{indent} */\n")
}

/// A text in one line, in which nothing ends a comment early.
pub(super) fn clean(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("*/", "* /")
        .replace("/*", "/ *")
}

/// Lines that are not too long, where words allow it, the first with another prefix than the others.
pub(super) fn wrap(text: &str, first: &str, others: &str) -> String {
    let mut out = String::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split(' ') {
        if !is_empty && width(&line) + 1 + width(word) > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = others.to_owned();
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    out + &line + "\n"
}

fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| if letter == '\t' { 8 } else { 1 })
        .sum()
}
