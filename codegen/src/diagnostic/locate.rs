//! From a place by its keys to a line and a column.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use super::{Diagnostic, KeyPath, Place, Step};
use crate::load::{Files, tree};

/// Where something stands in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The number of the file, or nothing for the spec as a whole.
    pub file: Option<usize>,
    /// The name of the file.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes.
    pub span: Range<usize>,
    /// The keys that lead there, items by their names.
    pub keys: String,
}

/// A diagnostic with its places found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// What is wrong.
    pub diagnostic: Diagnostic,
    /// Where it is.
    pub location: Location,
    /// Where the other half of a conflict is.
    pub other: Option<Location>,
}

/// Finds the places of all diagnostics and sorts them by file and line.
pub fn locate(files: &Files, diagnostics: Vec<Diagnostic>) -> Vec<Located> {
    let mut trees = Trees {
        files,
        read: HashMap::new(),
    };
    let mut located: Vec<Located> = diagnostics
        .into_iter()
        .map(|diagnostic| Located {
            location: trees.find(&diagnostic.place),
            other: diagnostic
                .other
                .as_ref()
                .map(|(place, _)| trees.find(place)),
            diagnostic,
        })
        .collect();
    located.sort_by_key(|one| {
        (
            one.location.file,
            one.location.span.start,
            one.diagnostic.code,
        )
    });
    located
}

/// The trees of the files that have diagnostics, each read once.
struct Trees<'a> {
    files: &'a Files,
    read: HashMap<usize, Option<tree::Node>>,
}

impl Trees<'_> {
    fn find(&mut self, place: &Place) -> Location {
        let (path, known) = match place {
            Place::Whole(name) => {
                let name = name.clone();
                return Location {
                    file: None,
                    name,
                    line: 1,
                    column: 1,
                    span: 0..0,
                    keys: String::new(),
                };
            }
            Place::Path(path) => (path, None),
            Place::Bytes { path, span } => (path, Some(span.clone())),
        };
        let file = &self.files.list[path.file];
        let root = self
            .read
            .entry(path.file)
            .or_insert_with(|| tree::read(&file.text).root);
        let (span, keys) = match root {
            Some(root) => (span_of(root, path), keys_of(root, path)),
            None => (0..0, String::new()),
        };
        let span = known.unwrap_or(span);
        let before = file.text.get(..span.start).unwrap_or(&file.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Location {
            file: Some(path.file),
            name: file.path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            span,
            keys,
        }
    }
}

/// The bytes of the value at a path, or of the nearest thing around it that there is. A mapping or
/// list is pointed at by its first line.
fn span_of(root: &tree::Node, path: &KeyPath) -> Range<usize> {
    let mut node = root;
    for step in &path.steps {
        let next = match step {
            Step::Key(key) => node.get(key).map(|(_, value)| value),
            Step::Index(index) => node.element(*index),
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    match &node.value {
        tree::Value::Mapping(entries) => {
            entries.first().map_or(node.span.clone(), |(key, value)| {
                let end = if value.text().is_some() {
                    value.span.end
                } else {
                    key.span.end
                };
                key.span.start..end
            })
        }
        tree::Value::Sequence(_) => node.span.start..node.span.start,
        _ => node.span.clone(),
    }
}

/// `HV_INPUT_GET_VP_REGISTERS.fields[3].type`: the keys of a path, an item by its name.
fn keys_of(root: &tree::Node, path: &KeyPath) -> String {
    let mut keys = String::new();
    let mut steps = path.steps.as_slice();
    if let [Step::Key(list), Step::Index(index), rest @ ..] = steps {
        let item = root.get(list).and_then(|(_, items)| items.element(*index));
        let name = match item.map(|item| &item.value) {
            Some(tree::Value::Mapping(entries)) => {
                entries.first().and_then(|(_, name)| name.text())
            }
            _ => None,
        };
        if let Some(name) = name {
            keys.push_str(name);
            steps = rest;
        }
    }
    for step in steps {
        keys.push_str(&step.to_string());
    }
    keys.trim_start_matches('.').to_owned()
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            Some(_) => write!(formatter, "{}:{}:{}", self.name, self.line, self.column),
            None => formatter.write_str(&self.name),
        }
    }
}

impl fmt::Display for Located {
    /// `spec/tlfs/vp.yaml:12:3: HV0402: HV_X.fields[3]: what is wrong; what to do`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic {
            code,
            message,
            remedy,
            ..
        } = &self.diagnostic;
        write!(formatter, "{}: {code}: ", self.location)?;
        if !self.location.keys.is_empty() {
            write!(formatter, "{}: ", self.location.keys)?;
        }
        write!(formatter, "{message}")?;
        if let (Some(other), Some((_, label))) = (&self.other, &self.diagnostic.other) {
            write!(formatter, " ({other}: {label})")?;
        }
        write!(formatter, "\n  help: {remedy}")
    }
}
