//! Numbers that identify: each once on an architecture, and in order within a file.

use std::collections::HashMap;

use super::Checker;
use crate::arch::Arch;
use crate::diagnostic::{Code, Diagnostic};
use crate::draft::Entry;
use crate::raw::{Body, Collects};

/// The number of an item among its kind, and the key that holds it.
fn number(body: &Body) -> Option<(u64, &'static str)> {
    Some(match body {
        Body::Register(body) => (body.number.into(), "number"),
        Body::Msr(body) => (body.number.into(), "number"),
        Body::Cpuid(body) => (
            u64::from(body.leaf) << 32 | u64::from(body.subleaf.unwrap_or(0)),
            "leaf",
        ),
        Body::StatusCode(body) => (body.value.into(), "value"),
        Body::Hypercall(body) => (body.code.into(), "code"),
        Body::Message(body) => (body.number.into(), "number"),
        _ => return None,
    })
}

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let mut seen: HashMap<(&str, Arch, u64), &Entry<'_>> = HashMap::new();
    let mut last: HashMap<(usize, &str), (u64, &Entry<'_>)> = HashMap::new();
    for entry in &draft.entries {
        let Some((number, key)) = number(&entry.item.body) else {
            continue;
        };
        let kind = entry.item.body.kind();
        let path = entry.path.key(key);
        let retired = entry.item.body.common().until.is_some();
        for arch in entry.arches.iter().filter(|_| !retired) {
            if let Some(first) = seen.insert((kind, arch, number), entry) {
                let message = format!("`{}` has the number of `{}`", entry.name(), first.name());
                let remedy = "correct one; if the number was reused, add `until` to the older, or an `arch` to each";
                let diagnostic =
                    Diagnostic::new(Code::DuplicateNumber, path.clone(), message, remedy);
                checker.push(diagnostic.and(first.path.key(key), "the first one"));
                break;
            }
        }
        if let Some((before, other)) = last.insert((entry.chapter, kind), (number, entry)) {
            if number < before {
                let message = format!(
                    "`{}` stands after `{}`, which has a higher number",
                    entry.name(),
                    other.name()
                );
                let diagnostic = Diagnostic::new(
                    Code::Unsorted,
                    path,
                    message,
                    format!("sort each {kind} by its number"),
                );
                checker.push(diagnostic.and(other.path.key(key), "the one before it"));
            }
        }
    }
    collectors(checker);
}

/// Each kind that an enum can collect is collected by exactly one where there are items of it.
fn collectors(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let kinds = [
        Collects::Cpuid,
        Collects::Hypercall,
        Collects::Message,
        Collects::Register,
        Collects::StatusCode,
    ];
    for collects in kinds {
        let kind = collects.kind();
        let mut enums = draft.entries.iter().filter(|entry| match &entry.item.body {
            Body::Enum(body) => body.collects == Some(collects),
            _ => false,
        });
        let item = draft
            .entries
            .iter()
            .find(|entry| entry.item.body.kind() == kind);
        match (enums.next(), enums.next(), item) {
            (None, _, Some(item)) => {
                let message = format!("no enum collects the {kind} items");
                let remedy = format!("add an enum with `collects: {kind}`");
                checker.report(Code::CollectorMissing, item.path.clone(), message, remedy);
            }
            (Some(first), Some(second), _) => {
                let message = format!("a second enum collects the {kind} items");
                let diagnostic = Diagnostic::new(
                    Code::CollectorMissing,
                    second.path.clone(),
                    message,
                    "keep one of them",
                );
                checker.push(diagnostic.and(first.path.clone(), "the first one"));
            }
            _ => {}
        }
    }
}
