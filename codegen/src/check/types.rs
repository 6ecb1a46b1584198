//! Types: that each exists, is a type, and does not contain itself.

use std::collections::{HashMap, HashSet};

use super::Checker;
use crate::arch::Arch;
use crate::diagnostic::{Code, KeyPath};
use crate::draft::{Entry, Mention};
use crate::load::nearest;
use crate::raw::Body;
use crate::types::{Base, Length, TypeExpr};

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    for entry in &draft.entries {
        for mention in draft.mentions(entry) {
            check_mention(checker, entry, &mention);
        }
    }
    cycles(checker);
}

fn check_mention(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, mention: &Mention<'_>) {
    let Some(expr) = TypeExpr::parse(mention.text) else {
        let message = format!("`{}` is not a type", mention.text);
        let remedy = "write u8, u16, u32, u64, i8 … i64 or the name of a type, and `[4]`, `[HV_CONSTANT]` or `[]` for an array";
        checker.report(Code::BadType, mention.path.clone(), message, remedy);
        return;
    };
    let is_field = matches!(entry.item.body, Body::Struct(_));
    let is_member = matches!(entry.item.body, Body::Union(_));
    match expr.length {
        Length::Tail if !is_field => {
            let message = "a tail of variable length stands where the length must be known";
            checker.report(
                Code::TailNotLast,
                mention.path.clone(),
                message,
                "make it the last field of a struct",
            );
        }
        Length::Count(_) | Length::Constant(_) if !is_field && !is_member => {
            let message = "an array stands where one value belongs";
            checker.report(
                Code::BadType,
                mention.path.clone(),
                message,
                "name a type; put the array into a struct",
            );
        }
        _ => {}
    }
    for arch in mention.arches.iter() {
        if let Base::Name(name) = expr.base {
            check_name(checker, name, arch, &mention.path, mention.inside);
        }
        if let Length::Constant(name) = expr.length {
            check_length(checker, name, arch, &mention.path);
        }
    }
}

fn check_name(checker: &mut Checker<'_, '_>, name: &str, arch: Arch, path: &KeyPath, inside: bool) {
    let Some(found) = checker.draft.find(name, arch) else {
        missing(checker, name, arch, path);
        return;
    };
    match &found.item.body {
        Body::Alias(_) | Body::Bitfield(_) | Body::Struct(_) | Body::Union(_) => {}
        Body::Enum(body) => {
            if body.closed && inside && !in_bitfield(checker, path) {
                let message = format!(
                    "`{name}` is closed, and memory that another party writes can hold any number"
                );
                let remedy = format!("make `{name}` open, or use its storage type here");
                checker.report(Code::ClosedInMemory, path.clone(), message, remedy);
            }
        }
        other => {
            let message = format!("`{name}` is a {} and not a type", other.kind());
            checker.report(
                Code::NotAType,
                path.clone(),
                message,
                "name an alias, enum, bitfield, struct or union",
            );
        }
    }
}

fn in_bitfield(checker: &Checker<'_, '_>, path: &KeyPath) -> bool {
    let owner =
        checker.draft.entries.iter().find(|entry| {
            entry.path.file == path.file && path.steps.starts_with(&entry.path.steps)
        });
    owner.is_some_and(|entry| matches!(entry.item.body, Body::Bitfield(_)))
}

fn check_length(checker: &mut Checker<'_, '_>, name: &str, arch: Arch, path: &KeyPath) {
    match checker.draft.find(name, arch).map(|found| &found.item.body) {
        Some(Body::Constant(_)) => {}
        Some(_) => {
            let message = format!("the length `{name}` is not a constant");
            checker.report(
                Code::UnknownLength,
                path.clone(),
                message,
                "write a number or the name of a constant",
            );
        }
        None => missing(checker, name, arch, path),
    }
}

fn missing(checker: &mut Checker<'_, '_>, name: &str, arch: Arch, path: &KeyPath) {
    let draft = checker.draft;
    if let Some(elsewhere) = draft.named(name).next() {
        let message = format!(
            "`{name}` exists for {} and is needed for {arch}",
            elsewhere.arches
        );
        let remedy = format!(
            "add `arch: {}` here, or define `{name}` for {arch} too",
            elsewhere.arches
        );
        checker.report(Code::WrongArch, path.clone(), message, remedy);
        return;
    }
    let remedy = match nearest(name, draft.names()) {
        Some(near) => format!("write `{near}`"),
        None => format!("define `{name}`, or use the integer that stores it"),
    };
    checker.report(
        Code::UnknownType,
        path.clone(),
        format!("there is no `{name}`"),
        remedy,
    );
}

/// Reports each type that contains itself, once for each round of types.
fn cycles(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let mut inside: HashMap<&str, Vec<&str>> = HashMap::new();
    for entry in &draft.entries {
        for mention in draft
            .mentions(entry)
            .iter()
            .filter(|mention| mention.inside)
        {
            if let Some(TypeExpr {
                base: Base::Name(name),
                ..
            }) = TypeExpr::parse(mention.text)
            {
                inside.entry(entry.name()).or_default().push(name);
            }
        }
    }
    let mut done: HashSet<&str> = HashSet::new();
    for entry in &draft.entries {
        if let Some(cycle) = find_cycle(entry.name(), &inside, &mut done) {
            let message = format!("the type contains itself: {}", cycle.join(" in "));
            let remedy = "a type in memory has an end: refer to the other by its address (`u64`)";
            checker.report(Code::Cycle, entry.path.clone(), message, remedy);
        }
    }
}

/// Walks everything inside a type without recursion; returns the way from a type back to itself.
fn find_cycle<'a>(
    start: &'a str,
    inside: &HashMap<&'a str, Vec<&'a str>>,
    done: &mut HashSet<&'a str>,
) -> Option<Vec<&'a str>> {
    let children = |name: &str| inside.get(name).map_or(&[][..], Vec::as_slice);
    if !done.insert(start) {
        return None;
    }
    let mut way: Vec<(&str, usize)> = vec![(start, 0)];
    while let Some((name, next)) = way.last_mut() {
        match children(name).get(*next).copied() {
            None => {
                way.pop();
            }
            Some(child) => {
                *next += 1;
                if let Some(at) = way.iter().position(|(name, _)| *name == child) {
                    let mut cycle: Vec<&str> = way[at..].iter().map(|(name, _)| *name).collect();
                    cycle.push(child);
                    cycle.reverse();
                    return Some(cycle);
                }
                if done.insert(child) {
                    way.push((child, 0));
                }
            }
        }
    }
    None
}
