//! Names: identifiers, keywords, duplicates, and names that become one in Rust.

use std::collections::HashMap;

use super::Checker;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::draft::Entry;
use crate::naming;
use crate::raw::Body;

/// Names that the generated types use for something else.
const GENERATED: &[&str] = &[
    "VALUES",
    "new",
    "name",
    "from_bits",
    "into_bits",
    "try_from_bits",
    "from_bytes",
    "into_bytes",
    "result",
    "clone",
    "default",
    "fmt",
    "bytes",
];

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    items(checker);
    collected(checker);
    let entries = checker.draft.entries.clone();
    for entry in &entries {
        identifier(
            checker,
            entry.name(),
            entry.item.body.common().rust,
            &entry.path.key(entry.item.body.kind()),
        );
        match &entry.item.body {
            Body::Struct(body) => {
                let fields = body
                    .fields
                    .iter()
                    .map(|field| (field.name.as_deref(), field.rust.as_deref()));
                parts(
                    checker,
                    fields,
                    &entry.path.key("fields"),
                    naming::snake_case,
                    &[],
                );
            }
            Body::Bitfield(body) => {
                let bits = body
                    .bits
                    .iter()
                    .map(|bits| (bits.name.as_deref(), bits.rust.as_deref()));
                parts(
                    checker,
                    bits,
                    &entry.path.key("bits"),
                    naming::snake_case,
                    GENERATED,
                );
            }
            Body::Union(body) => {
                let members = body
                    .members
                    .iter()
                    .map(|member| (Some(member.name.as_str()), member.rust.as_deref()));
                parts(
                    checker,
                    members,
                    &entry.path.key("members"),
                    naming::snake_case,
                    GENERATED,
                );
            }
            Body::Enum(body) => {
                let values = body
                    .values
                    .iter()
                    .map(|value| (Some(value.name.as_str()), value.rust.as_deref()));
                parts(
                    checker,
                    values,
                    &entry.path.key("values"),
                    |name| naming::value_name(entry.name(), name),
                    GENERATED,
                );
            }
            _ => {}
        }
    }
}

/// One name for one thing on each architecture, and one Rust name for one thing in each chapter.
fn items(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let mut rust_names: HashMap<(usize, String), usize> = HashMap::new();
    for (index, entry) in draft.entries.iter().enumerate() {
        let earlier = draft.entries[..index].iter();
        let same_name = draft
            .named(entry.name())
            .next()
            .is_some_and(|first| first.path != entry.path);
        let twin = same_name
            .then(|| {
                earlier
                    .clone()
                    .find(|other| other.name() == entry.name() && other.arches.meet(entry.arches))
            })
            .flatten();
        if let Some(twin) = twin {
            let message = format!("`{}` is defined twice for {}", entry.name(), entry.arches);
            let remedy = "rename one, or give each an `arch` of its own";
            let diagnostic =
                Diagnostic::new(Code::DuplicateName, entry.path.clone(), message, remedy);
            checker.push(diagnostic.and(twin.path.clone(), "the first one"));
        } else if !same_name {
            let rust = entry.item.body.common().rust;
            let is_value = matches!(
                entry.item.body,
                Body::Register(_) | Body::Message(_) | Body::StatusCode(_) | Body::Cpuid(_)
            );
            let name = match &entry.item.body {
                Body::Constant(_) | Body::Msr(_) | Body::Ioctl(_) => entry.name().to_owned(),
                _ => rust.map_or_else(|| naming::type_name(entry.name()), str::to_owned),
            };
            if is_value {
                continue;
            }
            if let Some(other) = rust_names.insert((entry.chapter, name.clone()), index) {
                let other = &draft.entries[other];
                let message = format!(
                    "`{}` and `{}` are both `{name}` in Rust",
                    other.name(),
                    entry.name()
                );
                let diagnostic = Diagnostic::new(
                    Code::RustNameClash,
                    entry.path.clone(),
                    message,
                    "add `rust: OtherName` to one",
                );
                checker.push(diagnostic.and(other.path.clone(), "the other one"));
            }
        }
    }
}

/// One Rust name for one item among those that an enum collects.
fn collected(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let collectors = draft
        .entries
        .iter()
        .filter_map(|entry| match &entry.item.body {
            Body::Enum(body) => Some((entry.name(), body.collects?.kind())),
            _ => None,
        });
    for (owner, kind) in collectors {
        let mut seen: HashMap<String, &Entry<'_>> = HashMap::new();
        for entry in draft
            .entries
            .iter()
            .filter(|entry| entry.item.body.kind() == kind)
        {
            let name = crate::model::collected_name(owner, entry.item);
            let other = seen.insert(name.clone(), entry);
            if let Some(other) = other.filter(|other| other.name() != entry.name()) {
                let message = format!(
                    "`{}` and `{}` are both `{name}` in `{owner}`",
                    other.name(),
                    entry.name()
                );
                let remedy = "add `rust: OtherName` to one";
                let diagnostic =
                    Diagnostic::new(Code::RustNameClash, entry.path.clone(), message, remedy);
                checker.push(diagnostic.and(other.path.clone(), "the other one"));
            }
        }
    }
}

fn identifier(checker: &mut Checker<'_, '_>, name: &str, rust: Option<&str>, path: &KeyPath) {
    for name in [Some(name), rust].into_iter().flatten() {
        if !naming::is_identifier(name) {
            let message = format!("`{name}` is not an identifier");
            let remedy = "write a letter or `_`, then letters, digits and `_`, at most 100 in all";
            checker.report(Code::BadName, path.clone(), message, remedy);
        }
    }
    let is_keyword =
        naming::is_c_keyword(name) || (rust.is_none() && naming::is_rust_keyword(name));
    if is_keyword {
        let message = format!("`{name}` is a keyword");
        checker.report(
            Code::Keyword,
            path.clone(),
            message,
            "keep the spelling of the document, which is another, or add `rust: other_name`",
        );
    }
}

/// The names of the parts of an item: valid, and different from each other in the spec and in Rust.
fn parts<'n>(
    checker: &mut Checker<'_, '_>,
    names: impl Iterator<Item = (Option<&'n str>, Option<&'n str>)>,
    path: &KeyPath,
    rule: impl Fn(&str) -> String,
    taken: &[&str],
) {
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut by_rust: HashMap<String, usize> = HashMap::new();
    for (index, (name, rust)) in names.enumerate() {
        let Some(name) = name else { continue };
        let place = path.index(index);
        identifier(checker, name, rust, &place.key("name"));
        if let Some(first) = by_name.insert(name, index) {
            let message = format!("the name `{name}` stands twice");
            let diagnostic = Diagnostic::new(
                Code::DuplicateName,
                place.key("name"),
                message,
                "rename one of them",
            );
            checker.push(diagnostic.and(path.index(first).key("name"), "the first one"));
            continue;
        }
        let rust_name = rust.map_or_else(|| rule(name), str::to_owned);
        if naming::is_rust_keyword(&rust_name) || taken.contains(&rust_name.as_str()) {
            let message = format!(
                "`{name}` becomes `{rust_name}` in Rust, which is a keyword or a generated name"
            );
            checker.report(
                Code::Keyword,
                place.key("name"),
                message,
                "add `rust: other_name`",
            );
        }
        if let Some(first) = by_rust.insert(rust_name.clone(), index) {
            let message = format!("`{name}` becomes `{rust_name}` in Rust, as another does");
            let diagnostic = Diagnostic::new(
                Code::RustNameClash,
                place.key("name"),
                message,
                "add `rust: other_name` to one",
            );
            checker.push(diagnostic.and(path.index(first).key("name"), "the other one"));
        }
    }
}
