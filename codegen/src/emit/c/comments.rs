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
        if let Kind::Struct(body) = &item.kind {
            if let Some(tail) = body.tail.as_ref().and_then(|tail| tail.facts.doc.as_ref()) {
                text.push_str(&format!(" Its tail: {tail}"));
            }
        }
        block(&text, "")
    }
}

/// A comment in one line if it fits, else in several. Nothing in the text ends it early.
pub(super) fn block(text: &str, indent: &str) -> String {
    let text = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("*/", "* /")
        .replace("/*", "/ *");
    let indent_width = indent
        .chars()
        .map(|letter| if letter == '\t' { 8 } else { 1 })
        .sum::<usize>();
    if text.chars().count() + indent_width + 6 <= WIDTH {
        return format!("{indent}/* {text} */\n");
    }
    let mut out = format!("{indent}/*\n");
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty()
            && indent_width + 3 + line.chars().count() + 1 + word.chars().count() > WIDTH
        {
            out.push_str(&format!("{indent} * {line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    out.push_str(&format!("{indent} * {line}\n{indent} */\n"));
    out
}
