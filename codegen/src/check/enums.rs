//! Enums: values that fit, in order, each once.

use super::Checker;
use super::bitfields::{bad_storage, unsigned};
use crate::arch::Arches;
use crate::diagnostic::{Code, Diagnostic};
use crate::draft::Entry;
use crate::raw::{Enum, EnumValue};

pub(super) fn check(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, body: &Enum) {
    let Some(storage) = unsigned(&body.storage) else {
        return bad_storage(checker, &body.storage, &entry.path);
    };
    if body.collects.is_some() != body.values.is_empty() {
        let message = "an enum lists its `values` or `collects` items, one of the two";
        checker.report(
            Code::CollectsAndLists,
            entry.path.clone(),
            message,
            "keep one of them",
        );
    }
    let list = entry.path.key("values");
    for (index, value) in body.values.iter().enumerate() {
        let path = list.index(index);
        if !storage.holds(value.value) {
            let message = format!("{:#x} does not fit {}", value.value, body.storage);
            checker.report(
                Code::ValueTooWide,
                path.key("value"),
                message,
                "correct the value or the storage",
            );
        }
        if let Some(previous) = index.checked_sub(1).map(|previous| &body.values[previous]) {
            if value.value < previous.value {
                let message = format!("{:#x} stands after {:#x}", value.value, previous.value);
                let diagnostic = Diagnostic::new(
                    Code::Unsorted,
                    path.key("value"),
                    message,
                    "sort the values by number",
                );
                checker.push(
                    diagnostic.and(list.index(index - 1).key("value"), "the value before it"),
                );
            }
        }
        let twin = body.values[..index]
            .iter()
            .position(|other| other.value == value.value && exist_together(other, value));
        match (&value.same_as, twin) {
            (None, Some(first)) => {
                let other = &body.values[first];
                let message = format!(
                    "`{}` and `{}` are both {:#x}",
                    other.name, value.name, value.value
                );
                let remedy = format!(
                    "correct the number; if it is so, add `same-as: {}`",
                    other.name
                );
                let diagnostic =
                    Diagnostic::new(Code::DuplicateValue, path.key("value"), message, remedy);
                checker.push(diagnostic.and(list.index(first).key("value"), "the first one"));
            }
            (Some(name), twin) => {
                let right = twin.is_some_and(|first| {
                    body.values[..index][first..]
                        .iter()
                        .any(|other| other.name == *name && other.value == value.value)
                });
                if !right {
                    let message = format!(
                        "no value `{name}` before this one has the number {:#x}",
                        value.value
                    );
                    checker.report(
                        Code::WrongSameAs,
                        path.key("same-as"),
                        message,
                        "name the earlier value of that number",
                    );
                }
            }
            (None, None) => {}
        }
    }
}

fn exist_together(left: &EnumValue, right: &EnumValue) -> bool {
    let arches = |value: &EnumValue| value.arch.map_or(Arches::BOTH, Arches::from);
    arches(left).meet(arches(right))
}
