//! Dialects: what they name exists, and no two things have one name.

use super::Checker;
use crate::diagnostic::{Code, KeyPath};
use crate::load::nearest;
use crate::raw::{Body, Dialect};

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    for (file, _, dialect) in &draft.parsed.dialects {
        let path = KeyPath::file(*file);
        check_files(checker, dialect, &path);
        for (name, names) in &dialect.names.0 {
            let place = path.key("names").key(name);
            let parts: Vec<&str> = draft.named(name).flat_map(|entry| part_names(&entry.item.body)).collect();
            if draft.named(name).next().is_none() {
                unknown(checker, name, place, draft.names());
                continue;
            }
            for part in names.fields.0.keys() {
                if !parts.contains(&part.as_str()) {
                    unknown(checker, part, place.key("fields").key(part), parts.iter().copied());
                }
            }
        }
    }
}

fn check_files(checker: &mut Checker<'_, '_>, dialect: &Dialect, path: &KeyPath) {
    let draft = checker.draft;
    let chapters: Vec<&str> = draft.parsed.chapters.iter().map(|(_, stem, _)| stem.as_str()).collect();
    for (at, file) in dialect.files.iter().enumerate() {
        for (chapter_at, chapter) in file.chapters.iter().enumerate() {
            if chapter != "*" && !chapters.contains(&chapter.as_str()) {
                let place = path.key("files").index(at).key("chapters").index(chapter_at);
                unknown(checker, chapter, place, chapters.iter().copied());
            }
        }
        for (item_at, item) in file.items.iter().enumerate() {
            if draft.named(item).next().is_none() {
                unknown(checker, item, path.key("files").index(at).key("items").index(item_at), draft.names());
            }
        }
    }
}

fn unknown<'n>(checker: &mut Checker<'_, '_>, name: &str, path: KeyPath, known: impl Iterator<Item = &'n str>) {
    let remedy = match nearest(name, known) {
        Some(near) => format!("write `{near}`"),
        None => "remove it, or define it in a chapter".to_owned(),
    };
    checker.report(Code::DialectUnknown, path, format!("there is no `{name}`"), remedy);
}

fn part_names(body: &Body) -> Vec<&str> {
    match body {
        Body::Struct(body) => body.fields.iter().filter_map(|field| field.name.as_deref()).collect(),
        Body::Bitfield(body) => body.bits.iter().filter_map(|bits| bits.name.as_deref()).collect(),
        Body::Union(body) => body.members.iter().map(|member| member.name.as_str()).collect(),
        Body::Enum(body) => body.values.iter().map(|value| value.name.as_str()).collect(),
        _ => Vec::new(),
    }
}
