//! The order in which a C compiler accepts declarations, and the files that hold them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::arch::{Arch, Arches};
use crate::raw;

use super::dialect::{Dialect, DialectFile, MacroGroup};
use super::{BitsType, Item, ItemId, Kind, Model, Type};

/// The items that must be declared before an item.
pub(crate) fn dependencies(model: &Model, item: &Item) -> BTreeSet<ItemId> {
    let of = |types: Vec<&Type>| {
        types
            .into_iter()
            .filter_map(|r#type| model.parts_of(r#type))
            .collect()
    };
    match &item.kind {
        Kind::Constant(body) => of(vec![&body.r#type]),
        Kind::Alias(body) => of(vec![&body.r#type]),
        Kind::Struct(body) => of(body
            .fields
            .iter()
            .chain(&body.tail)
            .map(|field| &field.r#type)
            .collect()),
        Kind::Union(body) => of(body.members.iter().map(|member| &member.r#type).collect()),
        Kind::Bitfield(body) => body
            .bits
            .iter()
            .filter_map(|bits| match bits.r#type {
                BitsType::Item(id, _) => Some(id),
                BitsType::Bool | BitsType::Int(_) => None,
            })
            .collect(),
        _ => BTreeSet::new(),
    }
}

/// The files of a dialect, and the items that they can declare on one architecture only.
pub(super) fn files(
    model: &Model,
    raw: &raw::Headers,
    dialect: &Dialect,
) -> (Vec<DialectFile>, BTreeMap<ItemId, Arch>) {
    let placed: HashSet<&str> = raw
        .files
        .iter()
        .flat_map(|file| &file.items)
        .map(String::as_str)
        .collect();
    let named_chapters: HashSet<&str> = raw
        .files
        .iter()
        .flat_map(|file| &file.chapters)
        .map(String::as_str)
        .collect();
    let mut done = HashSet::new();
    let file = |file: &raw::DialectFile| {
        let arch: Option<Arch> = file.arch.and_then(|arch| Arches::from(arch).single());
        let takes_rest = file.chapters.iter().any(|chapter| chapter == "*");
        let wanted = model.items.iter().filter(|item| {
            let chapter = model.chapter_of(item).name.as_str();
            let by_name = file.items.contains(&item.name);
            let by_chapter = file.chapters.iter().any(|name| name == chapter)
                || (takes_rest
                    && !named_chapters.contains(chapter)
                    && !file.except.iter().any(|name| name == chapter));
            let on_arch = arch.is_none_or(|arch| item.arches.contains(arch));
            on_arch
                && !dialect.is_absent(item)
                && (by_name || (by_chapter && !placed.contains(item.name.as_str())))
        });
        let wanted: Vec<ItemId> = wanted.map(|item| item.id).collect();
        DialectFile {
            path: file.path.clone(),
            guard: file.guard.clone(),
            doc: file.doc.clone(),
            items: in_order(model, dialect, &wanted, &mut done),
            offered: Vec::new(),
            arch,
            includes: file.includes.clone(),
            includes_after: file.includes_after.clone(),
            macros: file
                .macros
                .iter()
                .map(|group| MacroGroup {
                    doc: group.doc.clone(),
                    names: group.names.clone(),
                })
                .collect(),
        }
    };
    let mut files: Vec<DialectFile> = raw.files.iter().map(file).collect();
    for (file, raw) in files.iter_mut().zip(&raw.files) {
        file.offered = offered(model, dialect, raw, file.arch, &mut done);
    }
    let confined = confined(model, dialect, &files);
    for file in &mut files {
        file.offered.retain(|id| {
            let arch = confined.get(id);
            arch.is_none_or(|arch| model.item(*id).arches.contains(*arch))
        });
    }
    (files, confined)
}

/// The items that can be declared on one architecture only: those in a file of it, and what needs them.
fn confined(model: &Model, dialect: &Dialect, files: &[DialectFile]) -> BTreeMap<ItemId, Arch> {
    let mut confined = BTreeMap::new();
    let held = files
        .iter()
        .flat_map(|file| file.items.iter().map(move |id| (file, *id)));
    let offered = files
        .iter()
        .flat_map(|file| file.offered.iter().map(move |id| (file, *id)));
    // What an item needs stands before it.
    for (file, id) in held.chain(offered) {
        let needed = dialect.dependencies(model, model.item(id));
        let mut needed = needed.iter().filter_map(|id| confined.get(id).copied());
        if let Some(arch) = file.arch.or_else(|| needed.next()) {
            confined.insert(id, arch);
        }
    }
    confined
}

/// What a file could hold besides: items of chapters that no file holds, and that can be declared
/// with what there is.
fn offered(
    model: &Model,
    dialect: &Dialect,
    raw: &raw::DialectFile,
    arch: Option<Arch>,
    done: &mut HashSet<ItemId>,
) -> Vec<ItemId> {
    let has = |list: &[String], name: &str| list.iter().any(|other| other == name);
    // A name may stand for another version of the item.
    let names: HashMap<String, &str> = done
        .iter()
        .map(|id| model.item(*id))
        .filter_map(|item| Some((dialect.item_name(item)?, item.name.as_str())))
        .collect();
    let placed = done.iter().map(|id| model.item(*id));
    let tags: HashSet<&str> = placed
        .flat_map(|item| dialect.declarations_of(item, None))
        .flat_map(|declaration| declaration.tags())
        .collect();
    let is_free = |item: &Item| {
        let own = dialect.item_name(item);
        let own = own.filter(|own| !tags.contains(own.as_str()));
        own.is_some_and(|own| names.get(&own).is_none_or(|other| *other == item.name))
    };
    let mut possible: Vec<ItemId> = model
        .items
        .iter()
        .filter(|item| {
            let chapter = model.chapter_of(item).name.as_str();
            let by_chapter =
                has(&raw.offers, chapter) || (has(&raw.offers, "*") && !has(&raw.except, chapter));
            by_chapter
                && arch.is_none_or(|arch| item.arches.contains(arch))
                && !done.contains(&item.id)
                && !dialect.is_absent(item)
                && is_free(item)
                && dialect.resized_in(model, item).is_none()
        })
        .map(|item| item.id)
        .collect();
    // What needs something that cannot be declared cannot be either.
    loop {
        let known: HashSet<ItemId> = possible
            .iter()
            .copied()
            .chain(done.iter().copied())
            .collect();
        let before = possible.len();
        possible.retain(|id| {
            let needed = dialect.dependencies(model, model.item(*id));
            needed.iter().all(|id| known.contains(id))
        });
        if possible.len() == before {
            break;
        }
    }
    in_order(model, dialect, &possible, done)
}

/// The items with what each uses before it, else in their own order. Items of earlier files count
/// as declared.
pub(crate) fn in_order(
    model: &Model,
    dialect: &Dialect,
    wanted: &[ItemId],
    done: &mut HashSet<ItemId>,
) -> Vec<ItemId> {
    let set: HashSet<ItemId> = wanted.iter().copied().collect();
    let mut order = Vec::new();
    // What has one name on both architectures is declared at one place, after what either needs.
    let needed = |id: ItemId| -> BTreeSet<ItemId> {
        let item = model.item(id);
        let mut needed = dialect.dependencies(model, item);
        let others = Arch::ALL.into_iter().filter(|_| item.split);
        for other in others.filter_map(|arch| model.find(&item.name, arch)) {
            if set.contains(&other.id) {
                needed.extend(dialect.dependencies(model, other));
            }
        }
        needed
    };
    for &id in wanted {
        // Depth first without recursion: an item is left once all that it uses stand before it.
        let mut open = vec![id];
        while let Some(&top) = open.last() {
            let missing = needed(top)
                .into_iter()
                .find(|id| set.contains(id) && !done.contains(id) && !open.contains(id));
            match missing {
                Some(next) => open.push(next),
                None => {
                    open.pop();
                    if done.insert(top) {
                        order.push(top);
                    }
                }
            }
        }
    }
    order
}
