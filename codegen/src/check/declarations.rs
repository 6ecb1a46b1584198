//! Types that a dialect declares in a form of its own: what they name exists, and they are laid out
//! as the items that they declare.

use super::Checker;
use super::dialects::unknown;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::model::{self, Declaration, Dialect, Item, Model, Type, part};
use crate::raw::{self, DeclaredMember};
use crate::types::{Base, Int, Length, TypeExpr};

/// What needs no model: the form of the entries, and names.
pub(super) fn check(checker: &mut Checker<'_, '_>, dialect: &raw::Dialect, path: &KeyPath) {
    for (at, declaration) in dialect.declarations.iter().enumerate() {
        let path = path.key("declarations").index(at);
        if declaration.r#struct.is_some() == declaration.union.is_some() {
            choice(checker, path.clone(), "`struct` or `union`");
        }
        if checker.draft.named(&declaration.of).next().is_none() {
            let draft = checker.draft;
            unknown(checker, &declaration.of, path.key("of"), draft.names());
        }
        members(checker, &declaration.members, &path.key("members"));
    }
}

fn members(checker: &mut Checker<'_, '_>, list: &[DeclaredMember], path: &KeyPath) {
    for (at, member) in list.iter().enumerate() {
        let path = path.index(at);
        let kinds = [
            member.r#type.is_some(),
            member.r#struct.is_some(),
            member.union.is_some(),
        ];
        if kinds.iter().filter(|is| **is).count() != 1 {
            choice(checker, path.clone(), "`type`, `struct` or `union`");
        }
        if member.r#type.is_some() && member.name.is_none() {
            choice(checker, path.clone(), "a `name`");
        }
        if let Some(text) = &member.r#type {
            type_exists(checker, text, member.bits, &path.key("type"));
        }
        for (key, within) in [("struct", &member.r#struct), ("union", &member.union)] {
            if let Some(within) = within {
                members(checker, within, &path.key(key));
            }
        }
    }
}

fn type_exists(checker: &mut Checker<'_, '_>, text: &str, bits: Option<u32>, path: &KeyPath) {
    let draft = checker.draft;
    let Some(expr) = TypeExpr::parse(text) else {
        checker.report(
            Code::WrongValue,
            path.clone(),
            format!("`{text}` is no type"),
            "write `u32`, `HV_NAME`, `u8[4]` or `u64[]`",
        );
        return;
    };
    if let Some(bits) = bits {
        let fits = |int: Int| (1..=int.bits()).contains(&bits);
        if !Int::parse(text).is_some_and(fits) {
            checker.report(
                Code::WrongValue,
                path.clone(),
                format!("`{text}` does not hold a bit-field of {bits} bits"),
                "write an integer of at least as many bits",
            );
        }
    }
    let names = [
        match expr.base {
            Base::Name(name) => Some(name),
            Base::Int(_) => None,
        },
        match expr.length {
            Length::Constant(name) => Some(name),
            _ => None,
        },
    ];
    for name in names.into_iter().flatten() {
        if draft.named(name).next().is_none() {
            unknown(checker, name, path.clone(), draft.names());
        }
    }
}

fn choice(checker: &mut Checker<'_, '_>, path: KeyPath, what: &str) {
    checker.report(
        Code::Choice,
        path,
        "the entry does not say what it is".to_owned(),
        format!("write exactly one of {what}"),
    );
}

/// The declarations of a dialect against the items that they declare.
pub(super) fn check_layout(
    model: &Model,
    dialect: &Dialect,
    path: &KeyPath,
    found: &mut Vec<Diagnostic>,
) {
    for declaration in &dialect.declarations {
        let mut path = path.key("declarations");
        if let Some(index) = declaration.index {
            path = path.index(index);
        }
        size(model, declaration, &path, found);
        places(model, declaration, &path, found);
    }
    for item in model.items.iter().filter(|item| dialect.declares(item)) {
        holds_resized(model, dialect, item, path, found);
    }
}

/// A type that is declared by rule holds none that the dialect gives another size.
fn holds_resized(
    model: &Model,
    dialect: &Dialect,
    item: &Item,
    path: &KeyPath,
    found: &mut Vec<Diagnostic>,
) {
    let resized = dialect.resized_in(model, item);
    if let Some(held) = resized.map(|id| model.item(id)) {
        found.push(Diagnostic::new(
            Code::DialectLayout,
            path.key("declarations"),
            format!(
                "`{}` holds `{}`, which has another size in this dialect",
                item.name, held.name
            ),
            format!("declare `{}` too, or say that it is `absent`", item.name),
        ));
    }
}

fn size(model: &Model, declaration: &Declaration, path: &KeyPath, found: &mut Vec<Diagnostic>) {
    let item = model.item(declaration.item);
    let wanted = match declaration.own_size {
        Some(own) => own,
        None => model.layout(&Type::Item(item.id)).0,
    };
    let size = declaration.layout.0;
    if size != wanted {
        let message = format!(
            "`{}` has {size} bytes, and `{}` {wanted}",
            declaration.name, item.name
        );
        let remedy = format!(
            "give it the members that it lacks, or `size: {size}` if it is meant to have another size"
        );
        found.push(Diagnostic::new(
            Code::DialectLayout,
            path.clone(),
            message,
            remedy,
        ));
    }
}

fn places(model: &Model, declaration: &Declaration, path: &KeyPath, found: &mut Vec<Diagnostic>) {
    let item = model.item(declaration.item);
    for place in &declaration.places {
        let Some(of) = &place.of else { continue };
        let (message, remedy) = match part(model, item, of) {
            None => (
                format!("`{}` has no part `{of}`", item.name),
                "write the name of a field, or of a field within as `Field.Part`".to_owned(),
            ),
            Some((offset, width)) if (offset, width) != (place.offset, place.width) => (
                format!(
                    "`{}` of `{}` has {}, and `{of}` of `{}` {}",
                    place.path,
                    declaration.name,
                    bits(place.offset, place.width),
                    item.name,
                    bits(offset, width)
                ),
                "give it the type and the place of that part".to_owned(),
            ),
            Some(_) => continue,
        };
        found.push(Diagnostic::new(
            Code::DialectLayout,
            path.clone(),
            message,
            remedy,
        ));
    }
    let mut seen: Vec<&model::DeclaredPlace> = Vec::new();
    for place in &declaration.places {
        if seen.iter().any(|other| other.path == place.path) {
            found.push(Diagnostic::new(
                Code::DialectClash,
                path.clone(),
                format!("`{}` has two members `{}`", declaration.name, place.path),
                "give one another name",
            ));
        }
        seen.push(place);
    }
}

fn bits(offset: u64, width: u64) -> String {
    format!("{width} bits at byte {}, bit {}", offset / 8, offset % 8)
}
