//! A patch that adds to the headers of a tree what they lack.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use similar::TextDiff;

use super::Comparison;
use super::place::{Entry, declares_record, entries};
use super::text::Text;
use crate::emit::c::{Emitter, Options, headers};
use crate::model::{Dialect, DialectFile, ItemId, Model};

/// A unified diff for the root of the tree, empty if nothing is missing.
pub fn patch(
    model: &Model,
    dialect: &Dialect,
    comparison: &Comparison,
    options: &Options,
) -> String {
    let all = dialect.with_offers();
    let missing = comparison.missing();
    let options = Options {
        omit: comparison
            .theirs
            .names()
            .into_iter()
            .chain(comparison.elsewhere.keys().cloned())
            .collect(),
        ..options.clone()
    };
    let Some(emitter) = Emitter::new(model, &all, &options) else {
        return String::new();
    };
    let mut diff = String::new();
    let mut blocked = BTreeSet::new();
    let mut added: BTreeSet<&str> = BTreeSet::new();
    for file in &emitter.style.files {
        let path = format!("{}{}", root(&emitter.style.tree), file.path);
        let Some(text) = comparison.found.get(&file.path) else {
            continue;
        };
        let entries: Vec<Entry<'_>> = entries(&emitter, file)
            .into_iter()
            .filter(|entry| !is_blocked(&emitter, comparison, entry, &mut blocked))
            .filter(|entry| entry.is_wanted(&missing, &added))
            .collect();
        if entries.is_empty() {
            continue;
        }
        added.extend(
            entries
                .iter()
                .flat_map(|entry| &entry.names)
                .filter_map(|name| missing.get(name.as_str())),
        );
        let changed = insert(&emitter, file, text, &entries);
        diff.push_str(&unified(&path, text, &changed));
    }
    diff.push_str(&new_files(model, &all, comparison, &options));
    diff
}

/// Whether an entry is declared in another file of the tree, or needs what is: the headers come
/// before that file.
fn is_blocked(
    emitter: &Emitter<'_>,
    comparison: &Comparison,
    entry: &Entry<'_>,
    blocked: &mut BTreeSet<ItemId>,
) -> bool {
    let Some(item) = entry.item else {
        return false;
    };
    let is_type = declares_record(item);
    let here =
        |name: &String| comparison.elsewhere.contains_key(name) && !comparison.theirs.has(name);
    let needed = emitter.dialect.dependencies(emitter.model, item);
    let is_blocked =
        is_type && entry.names.iter().any(here) || needed.iter().any(|id| blocked.contains(id));
    if is_blocked {
        blocked.insert(item.id);
    }
    is_blocked
}

fn root(tree: &str) -> String {
    if tree.is_empty() {
        String::new()
    } else {
        format!("{tree}/")
    }
}

fn unified(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let (from, to) = (format!("a/{path}"), format!("b/{path}"));
    diff.unified_diff().header(&from, &to).to_string()
}

/// The text of a header with the entries, each after what stands before it in the dialect's own
/// header, and after what it needs.
fn insert(emitter: &Emitter<'_>, file: &DialectFile, text: &str, wanted: &[Entry<'_>]) -> String {
    let lines = Text::new(text);
    let last = lines.last(&file.includes_after);
    let all = entries(emitter, file);
    let mut insertions: BTreeMap<usize, String> = BTreeMap::new();
    let mut placed: HashMap<ItemId, usize> = HashMap::new();
    let mut anchor = None;
    let mut wanted = wanted.iter().peekable();
    for entry in &all {
        let Some(next) = wanted.next_if(|next| next.is(entry)) else {
            let here = entry
                .names
                .iter()
                .filter_map(|name| lines.after(name))
                .max();
            anchor = here.or(anchor);
            if let (Some(item), Some(here)) = (entry.item, here) {
                placed.insert(item.id, here);
            }
            continue;
        };
        let needed = next.item.into_iter().flat_map(|item| {
            let needed = emitter.dialect.dependencies(emitter.model, item);
            needed.into_iter().filter_map(|id| placed.get(&id).copied())
        });
        // What the kernel's own header does not have at all stands at its end.
        let at = match anchor.filter(|_| !next.is_offer) {
            Some(anchor) => needed.chain([anchor]).max().unwrap_or(anchor),
            None => last,
        };
        let at = at.min(last);
        if let Some(item) = next.item {
            placed.insert(item.id, at);
        }
        let out = insertions.entry(at).or_default();
        let is_line = next.text.starts_with("#define") && !next.text.trim_end().contains('\n');
        let stays_together = is_line && out.lines().last().is_some_and(is_define);
        if !out.is_empty() && !stays_together {
            out.push('\n');
        }
        out.push_str(&next.text);
    }
    lines.with(&insertions)
}

fn is_define(line: &str) -> bool {
    line.starts_with("#define")
}

/// Headers that the tree lacks altogether.
fn new_files(
    model: &Model,
    dialect: &Dialect,
    comparison: &Comparison,
    options: &Options,
) -> String {
    let options = Options {
        omit: BTreeSet::new(),
        ..options.clone()
    };
    let Some(style) = &dialect.headers else {
        return String::new();
    };
    let of_arch = |path: &str| {
        let file = style.files.iter().find(|file| file.path == path);
        file.is_none_or(|file| file.arch.is_none())
    };
    let printed = headers(model, dialect, &options).into_iter();
    printed
        .filter(|header| !comparison.found.contains_key(&header.path) && of_arch(&header.path))
        .map(|header| {
            let path = format!("{}{}", root(&style.tree), header.path);
            let diff = unified(&path, "", &header.text);
            diff.replacen(&format!("--- a/{path}"), "--- /dev/null", 1)
        })
        .collect()
}
