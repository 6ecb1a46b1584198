//! What a header of a dialect holds, one entry for each thing that can be added by itself.

use std::collections::BTreeSet;

use crate::emit::c::Emitter;
use crate::model::{DialectFile, Item, Kind, is_type};

/// An item with its macros, or a macro of a group.
pub(super) struct Entry<'m> {
    /// The item, unless it is a macro of a group.
    pub(super) item: Option<&'m Item>,
    /// Whether the dialect only offers it.
    pub(super) is_offer: bool,
    /// The names that it declares.
    pub(super) names: Vec<String>,
    /// What is added for it: only what the tree lacks.
    pub(super) text: String,
}

impl Entry<'_> {
    /// Whether the tree lacks something of it that no entry has added.
    pub(super) fn is_wanted(&self, missing: &BTreeSet<&str>, added: &BTreeSet<&str>) -> bool {
        let lacks =
            |name: &String| missing.contains(name.as_str()) && !added.contains(name.as_str());
        !self.text.is_empty() && self.names.iter().any(lacks)
    }

    pub(super) fn is(&self, other: &Self) -> bool {
        self.names == other.names
    }
}

/// The entries of a header, in its order.
pub(super) fn entries<'m>(emitter: &Emitter<'m>, file: &DialectFile) -> Vec<Entry<'m>> {
    let emitter = emitter.of_file(file);
    let mut found = Vec::new();
    for group in &file.macros {
        for name in &group.names {
            found.push(Entry {
                item: None,
                is_offer: false,
                names: vec![name.clone()],
                text: emitter.macros_named(name),
            });
        }
    }
    for id in &file.items {
        let item = emitter.model.item(*id);
        let names = names(&emitter, item);
        let is_record = declares_record(item);
        // A type that the tree has stays as it is; its macros may still lack.
        let has_type = is_record && names.iter().any(|name| emitter.options.omit.contains(name));
        let text = if has_type {
            emitter.macros_of(item)
        } else {
            emitter.items(&[*id])
        };
        found.push(Entry {
            item: Some(item),
            is_offer: file.offered.contains(id),
            names,
            text,
        });
    }
    found
}

/// Whether an item is declared as a type with a name of its own.
pub(super) fn declares_record(item: &Item) -> bool {
    is_type(item) && !matches!(item.kind, Kind::Enum(_))
}

/// What an item declares, with the macros that stand after it.
fn names(emitter: &Emitter<'_>, item: &Item) -> Vec<String> {
    let mut names: Vec<String> = match &item.kind {
        Kind::Enum(body) => {
            let values = body.values.iter();
            values
                .map(|value| emitter.value_name(item, value))
                .collect()
        }
        _ => vec![emitter.item_name(item)],
    };
    let declarations = emitter.dialect.declarations_of(item, emitter.options.arch);
    names.extend(declarations.map(|declaration| declaration.name.clone()));
    let macros = emitter.dialect.macros.iter();
    names.extend(
        macros
            .filter(|body| body.item == item.id && !emitter.dialect.is_grouped(&body.name))
            .map(|body| body.name.clone()),
    );
    names
}
