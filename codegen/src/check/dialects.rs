//! Dialects: what they name exists, no two things have one name, and files come in an order.

use std::collections::{HashMap, HashSet};

use super::{Checker, declarations};
use crate::arch::Arch;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::load::nearest;
use crate::model::{self, Item, ItemId, Kind, Model};
use crate::naming;
use crate::raw::{Body, Dialect, Headers, PerArch};

pub(super) fn check(checker: &mut Checker<'_, '_>) {
    let draft = checker.draft;
    for (file, _, dialect) in &draft.parsed.dialects {
        let path = KeyPath::file(*file);
        check_like(checker, dialect, &path);
        if let Some(headers) = &dialect.headers {
            let base = draft.parsed.base_of(dialect);
            let macros: Vec<&str> = base
                .into_iter()
                .chain([dialect])
                .flat_map(|dialect| dialect.macros.0.keys().map(String::as_str))
                .collect();
            check_files(checker, headers, &macros, &path.key("headers"));
        }
        check_macros(checker, dialect, &path.key("macros"));
        declarations::check(checker, dialect, &path);
        for (name, names) in &dialect.names.0 {
            let place = path.key("names").key(name);
            let parts: Vec<&str> = draft
                .named(name)
                .flat_map(|entry| part_names(&entry.item.body))
                .collect();
            if draft.named(name).next().is_none() {
                unknown(checker, name, place, draft.names());
                continue;
            }
            for part in names.fields.0.keys() {
                if !parts.contains(&part.as_str()) {
                    unknown(
                        checker,
                        part,
                        place.key("fields").key(part),
                        parts.iter().copied(),
                    );
                }
            }
        }
    }
}

/// The dialect that a dialect is like exists and is like no other.
fn check_like(checker: &mut Checker<'_, '_>, dialect: &Dialect, path: &KeyPath) {
    let Some(like) = &dialect.like else {
        return;
    };
    let draft = checker.draft;
    match draft.parsed.base_of(dialect) {
        None => {
            let known = draft
                .parsed
                .dialects
                .iter()
                .map(|(_, stem, _)| stem.as_str());
            unknown(checker, like, path.key("like"), known);
        }
        Some(base) if base.like.is_some() => checker.report(
            Code::DialectUnknown,
            path.key("like"),
            format!("`{like}` is like another dialect itself"),
            "name the dialect that it is like",
        ),
        Some(_) => {}
    }
}

/// What a macro is made of exists.
fn check_macros(checker: &mut Checker<'_, '_>, dialect: &Dialect, path: &KeyPath) {
    let draft = checker.draft;
    for (name, body) in &dialect.macros.0 {
        let targets: Vec<(&str, Option<Arch>)> = match &body.of {
            PerArch::Same(target) => vec![(target, None)],
            PerArch::Each(each) => [(&each.x64, Arch::X64), (&each.arm64, Arch::Arm64)]
                .into_iter()
                .filter_map(|(target, arch)| Some((target.as_deref()?, Some(arch))))
                .collect(),
        };
        for (target, arch) in targets {
            let place = path.key(name).key("of");
            let (owner, part) = match target.split_once('.') {
                Some((owner, part)) => (owner, Some(part)),
                None => (target, None),
            };
            let entries: Vec<_> = draft
                .named(owner)
                .filter(|entry| arch.is_none_or(|arch| entry.arches.contains(arch)))
                .collect();
            if entries.is_empty() {
                unknown(checker, owner, place, draft.names());
            } else if let Some(part) = part {
                let parts: Vec<&str> = entries
                    .iter()
                    .filter(|entry| matches!(entry.item.body, Body::Enum(_) | Body::Bitfield(_)))
                    .flat_map(|entry| part_names(&entry.item.body))
                    .collect();
                if !parts.contains(&part) {
                    unknown(checker, part, place, parts.into_iter());
                }
            }
        }
    }
}

fn check_files(checker: &mut Checker<'_, '_>, dialect: &Headers, macros: &[&str], path: &KeyPath) {
    let draft = checker.draft;
    let chapters: Vec<&str> = draft
        .parsed
        .chapters
        .iter()
        .map(|(_, stem, _)| stem.as_str())
        .collect();
    for (at, file) in dialect.files.iter().enumerate() {
        for (key, names) in [
            ("chapters", &file.chapters),
            ("except", &file.except),
            ("offers", &file.offers),
        ] {
            for (chapter_at, chapter) in names.iter().enumerate() {
                if chapter != "*" && !chapters.contains(&chapter.as_str()) {
                    let place = path.key("files").index(at).key(key).index(chapter_at);
                    unknown(checker, chapter, place, chapters.iter().copied());
                }
            }
        }
        for (group_at, group) in file.macros.iter().enumerate() {
            for (name_at, name) in group.names.iter().enumerate() {
                if !macros.contains(&name.as_str()) {
                    let place = path.key("files").index(at).key("macros").index(group_at);
                    let place = place.key("names").index(name_at);
                    unknown(checker, name, place, macros.iter().copied());
                }
            }
        }
        for (item_at, item) in file.items.iter().enumerate() {
            if draft.named(item).next().is_none() {
                unknown(
                    checker,
                    item,
                    path.key("files").index(at).key("items").index(item_at),
                    draft.names(),
                );
            }
        }
    }
}

pub(super) fn unknown<'n>(
    checker: &mut Checker<'_, '_>,
    name: &str,
    path: KeyPath,
    known: impl Iterator<Item = &'n str>,
) {
    let remedy = match nearest(name, known) {
        Some(near) => format!("write `{near}`"),
        None => "remove it, or define it in a chapter".to_owned(),
    };
    checker.report(
        Code::DialectUnknown,
        path,
        format!("there is no `{name}`"),
        remedy,
    );
}

fn part_names(body: &Body) -> Vec<&str> {
    match body {
        Body::Struct(body) => body
            .fields
            .iter()
            .filter_map(|field| field.name.as_deref())
            .collect(),
        Body::Bitfield(body) => body
            .bits
            .iter()
            .filter_map(|bits| bits.name.as_deref())
            .collect(),
        Body::Union(body) => body
            .members
            .iter()
            .map(|member| member.name.as_str())
            .collect(),
        Body::Enum(body) => body
            .values
            .iter()
            .map(|value| value.name.as_str())
            .collect(),
        _ => Vec::new(),
    }
}

/// The rules that need names by rule and by dialect, and so a model.
pub(crate) fn check_names(model: &Model, files: &[usize]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (dialect, &file) in model.dialects.iter().zip(files) {
        let path = KeyPath::file(file);
        let names = path.key("names");
        for arch in Arch::ALL {
            let mut all = Names {
                dialect,
                names: &names,
                found: &mut found,
                seen: HashMap::new(),
            };
            for item in model.items.iter().filter(|item| {
                item.arches.contains(arch)
                    && !dialect.is_absent(item)
                    && (dialect.headers.is_none() || dialect.declares_on(item, arch))
            }) {
                all.item(item);
            }
            for declaration in &dialect.declarations {
                let item = model.item(declaration.item);
                if declaration.arches.contains(arch)
                    && dialect.declares_on(item, arch)
                    && dialect.item_name(item).as_ref() != Some(&declaration.name)
                {
                    all.claim(declaration.name.clone(), &item.name, &declaration.name);
                }
            }
            for body in dialect
                .macros
                .iter()
                .filter(|body| body.arches.contains(arch))
                .filter(|body| dialect.headers.is_none() || dialect.has_macro(model, body, arch))
            {
                all.r#macro(&model.item(body.item).name, body);
            }
        }
        declarations::check_layout(model, dialect, &path, &mut found);
        if let Some(headers) = &dialect.headers {
            order(model, dialect, headers, &path.key("headers"), &mut found);
        }
    }
    let mut unique: Vec<Diagnostic> = Vec::new();
    for diagnostic in found {
        if !unique.contains(&diagnostic) {
            unique.push(diagnostic);
        }
    }
    unique
}

/// The names of a dialect on one architecture.
struct Names<'m, 'f> {
    dialect: &'m model::Dialect,
    names: &'f KeyPath,
    found: &'f mut Vec<Diagnostic>,
    /// The item that has a name, or whose value has it.
    seen: HashMap<String, (&'m str, &'m str)>,
}

impl<'m> Names<'m, '_> {
    fn item(&mut self, item: &'m Item) {
        match &item.kind {
            Kind::Enum(body) => {
                for value in &body.values {
                    if let Some(name) = self.dialect.value_name(item, value) {
                        self.claim(name, &item.name, &value.name);
                    }
                }
                self.own(item);
            }
            Kind::Struct(body) => self.parts(
                item,
                body.fields
                    .iter()
                    .chain(&body.tail)
                    .filter_map(|field| field.name.as_deref()),
            ),
            Kind::Bitfield(body) => self.parts(
                item,
                body.bits.iter().filter_map(|bits| bits.name.as_deref()),
            ),
            Kind::Union(body) => {
                self.parts(item, body.members.iter().map(|member| member.name.as_str()))
            }
            Kind::Constant(_) | Kind::Msr(_) | Kind::Ioctl(_) | Kind::Alias(_) => {
                self.own(item);
            }
            // Values of enums.
            _ => {}
        }
    }

    fn r#macro(&mut self, owner: &'m str, body: &'m model::Macro) {
        self.claim(body.name.clone(), owner, &body.name);
    }

    fn own(&mut self, item: &'m Item) {
        if let Some(name) = self.dialect.item_name(item) {
            self.claim(name, &item.name, &item.name);
        }
    }

    /// A name that all items share.
    fn claim(&mut self, name: String, owner: &'m str, part: &'m str) {
        self.keyword(&name, owner, part);
        match self.seen.get(&name) {
            Some(&(other_owner, other)) if (other_owner, other) != (owner, part) => {
                self.clash(&name, other, part)
            }
            _ => {
                self.seen.insert(name, (owner, part));
            }
        }
    }

    /// The names of a type and of its parts, which share nothing with those of another type.
    fn parts(&mut self, item: &'m Item, parts: impl Iterator<Item = &'m str>) {
        self.own(item);
        let mut seen: HashMap<String, &str> = HashMap::new();
        for part in parts {
            let Some(name) = self.dialect.part_name(item, part) else {
                continue;
            };
            self.keyword(&name, &item.name, part);
            if let Some(other) = seen.insert(name.clone(), part) {
                self.clash(&name, other, &format!("{}.{part}", item.name));
            }
        }
    }

    fn keyword(&mut self, name: &str, owner: &str, part: &str) {
        if naming::is_c_keyword(name) {
            let message =
                format!("`{part}` of `{owner}` becomes `{name}`, which is a keyword of C or C++");
            let remedy = format!("name it under `{owner}`");
            self.found.push(Diagnostic::new(
                Code::Keyword,
                self.names.clone(),
                message,
                remedy,
            ));
        }
    }

    fn clash(&mut self, name: &str, first: &str, second: &str) {
        let message = format!("`{first}` and `{second}` are both `{name}` in this dialect");
        let remedy = "give one a name of its own, or say that it is `absent`";
        self.found.push(Diagnostic::new(
            Code::DialectClash,
            self.names.clone(),
            message,
            remedy,
        ));
    }
}

/// No file uses a type that only a later file declares.
fn order(
    model: &Model,
    dialect: &model::Dialect,
    headers: &model::Headers,
    path: &KeyPath,
    found: &mut Vec<Diagnostic>,
) {
    let mut declared: HashSet<ItemId> = HashSet::new();
    for (at, file) in headers.files.iter().enumerate() {
        declared.extend(&file.items);
        for &id in &file.items {
            let item = model.item(id);
            let later = dialect
                .dependencies(model, item)
                .into_iter()
                .find(|needed| !declared.contains(needed));
            if let Some(needed) = later.map(|needed| model.item(needed)) {
                let message = format!(
                    "`{}` needs `{}`, which no file up to {} declares",
                    item.name, needed.name, file.path
                );
                let remedy = format!("put `{}` into this file or an earlier one", needed.name);
                found.push(Diagnostic::new(
                    Code::DialectOrder,
                    path.key("files").index(at),
                    message,
                    remedy,
                ));
            }
        }
    }
}
