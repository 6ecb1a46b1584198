//! Documentation, sources, status and errata: what makes a fact one that can be checked.

use std::collections::HashSet;

use super::Checker;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::draft::Entry;
use crate::load::nearest;
use crate::raw::{Body, SourceKind, Sources, Standing};

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    let mut used = HashSet::new();
    for (file, _, chapter) in &draft.parsed.chapters {
        let path = KeyPath::file(*file);
        doc(checker, chapter.doc.as_deref(), &path, true);
        sources(checker, &chapter.source, &path.key("source"));
    }
    for entry in &draft.entries {
        let common = entry.item.body.common();
        doc(checker, common.doc, &entry.path, true);
        sources(checker, common.source, &entry.path.key("source"));
        versions(
            checker,
            [("since", common.since), ("until", common.until)],
            &entry.path,
        );
        errata(checker, common.errata, &entry.path.key("errata"), &mut used);
        standing(checker, entry);
        parts(checker, entry, &mut used);
    }
    errata_list(checker, &used);
}

fn doc(checker: &mut Checker<'_, '_>, doc: Option<&str>, path: &KeyPath, required: bool) {
    match doc.map(str::trim) {
        None if !required => {}
        None | Some("") => {
            let remedy = "add `doc:` with a sentence of our own that says what it is";
            checker.report(
                Code::MissingDoc,
                path.clone(),
                "there is no documentation",
                remedy,
            );
        }
        Some(text) if text.ends_with(['.', '!', '?', ')', ':']) => {}
        Some(_) => {
            let remedy = "write whole sentences";
            checker.report(
                Code::MissingDoc,
                path.key("doc"),
                "the documentation does not end with a full stop",
                remedy,
            );
        }
    }
}

fn sources(checker: &mut Checker<'_, '_>, sources: &Sources, path: &KeyPath) {
    for key in sources.0.keys() {
        known_source(checker, key, path.key(key));
    }
}

fn known_source(checker: &mut Checker<'_, '_>, key: &str, path: KeyPath) {
    let known = &checker.draft.parsed.sources;
    if !known.contains_key(key) {
        let remedy = match nearest(key, known.keys()) {
            Some(near) => format!("write `{near}`"),
            None => format!("add `{key}` to sources.yaml"),
        };
        checker.report(
            Code::UnknownSource,
            path,
            format!("`{key}` is not a known source"),
            remedy,
        );
    }
}

fn versions(checker: &mut Checker<'_, '_>, versions: [(&str, Option<&str>); 2], path: &KeyPath) {
    for (key, version) in versions {
        if let Some(version) = version {
            known_source(checker, version, path.key(key));
        }
    }
}

/// Every item has a source, and one that it says is documented has a document.
fn standing(checker: &mut Checker<'_, '_>, entry: &Entry<'_>) {
    let common = entry.item.body.common();
    let parsed = checker.draft.parsed;
    let chapter = &parsed.chapters[entry.chapter].2;
    let cited = if common.source.0.is_empty() {
        &chapter.source
    } else {
        common.source
    };
    if cited.0.is_empty() {
        let remedy = "add `source: { tlfs: \"page#anchor\" }`, or a `source` for the whole file";
        checker.report(
            Code::MissingSource,
            entry.path.clone(),
            "no source says so",
            remedy,
        );
        return;
    }
    let path = entry.path.key("status");
    status(checker, common.status, cited, path);
}

fn status(checker: &mut Checker<'_, '_>, status: Option<Standing>, cited: &Sources, path: KeyPath) {
    let sources = &checker.draft.parsed.sources;
    let document = cited.0.keys().any(|key| {
        sources
            .get(key)
            .is_none_or(|source| source.kind == SourceKind::Document)
    });
    match status.unwrap_or(Standing::Documented) {
        Standing::Documented if !document => {
            let message = "it counts as documented, but no document is cited";
            let remedy = "add `status: observed`, or cite the document";
            checker.report(Code::StatusAgainstSource, path, message, remedy);
        }
        Standing::Observed if document => {
            let message = "it counts as observed, but a document is cited";
            let remedy = "remove `status: observed`, or the document from `source`";
            checker.report(Code::StatusAgainstSource, path, message, remedy);
        }
        _ => {}
    }
}

/// What fields, bits, members and values say about themselves.
fn parts(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, used: &mut HashSet<String>) {
    let mut part = |list: &str,
                    index: usize,
                    doc_text: Option<&str>,
                    cited: &Sources,
                    own: Option<Standing>,
                    ids: &[String]| {
        let path = entry.path.key(list).index(index);
        doc(checker, doc_text, &path, false);
        sources(checker, cited, &path.key("source"));
        errata(checker, ids, &path.key("errata"), used);
        if own.is_some() && !cited.0.is_empty() {
            status(checker, own, cited, path.key("status"));
        }
    };
    match &entry.item.body {
        Body::Struct(body) => {
            for (at, field) in body.fields.iter().enumerate() {
                part(
                    "fields",
                    at,
                    field.doc.as_deref(),
                    &field.source,
                    field.status,
                    &field.errata,
                );
            }
        }
        Body::Bitfield(body) => {
            for (at, bits) in body.bits.iter().enumerate() {
                part(
                    "bits",
                    at,
                    bits.doc.as_deref(),
                    &bits.source,
                    bits.status,
                    &bits.errata,
                );
            }
        }
        Body::Union(body) => {
            for (at, member) in body.members.iter().enumerate() {
                part(
                    "members",
                    at,
                    member.doc.as_deref(),
                    &member.source,
                    member.status,
                    &member.errata,
                );
            }
        }
        Body::Enum(body) => {
            for (at, value) in body.values.iter().enumerate() {
                part(
                    "values",
                    at,
                    value.doc.as_deref(),
                    &value.source,
                    value.status,
                    &value.errata,
                );
            }
        }
        _ => {}
    }
}

fn errata(
    checker: &mut Checker<'_, '_>,
    ids: &[String],
    path: &KeyPath,
    used: &mut HashSet<String>,
) {
    for (at, id) in ids.iter().enumerate() {
        used.insert(id.clone());
        let known = &checker.draft.parsed.errata;
        if !known.iter().any(|(_, erratum)| erratum.id == *id) {
            let message = format!("`{id}` is not an erratum");
            let remedy = match nearest(id, known.iter().map(|(_, erratum)| &erratum.id)) {
                Some(near) => format!("write `{near}`"),
                None => "add it to errata.yaml".to_owned(),
            };
            checker.report(Code::UnknownErratum, path.index(at), message, remedy);
        }
    }
}

/// The errata themselves: named once, referred to, and about known sources.
fn errata_list(checker: &mut Checker<'_, '_>, used: &HashSet<String>) {
    let errata = &checker.draft.parsed.errata;
    for (at, (path, erratum)) in errata.iter().enumerate() {
        if let Some((first, _)) = errata[..at]
            .iter()
            .find(|(_, other)| other.id == erratum.id)
        {
            let message = format!("the erratum `{}` stands twice", erratum.id);
            let diagnostic = Diagnostic::new(
                Code::DuplicateName,
                path.key("id"),
                message,
                "rename one of them",
            );
            checker.push(diagnostic.and(first.key("id"), "the first one"));
        }
        if !used.contains(&erratum.id) {
            let message = format!("no item refers to `{}`", erratum.id);
            let remedy = format!(
                "add `errata: [{}]` to the item that it is about",
                erratum.id
            );
            checker.report(Code::UnusedErratum, path.key("id"), message, remedy);
        }
        for key in erratum.says.0.keys() {
            known_source(checker, key, path.key("says").key(key));
        }
    }
}
