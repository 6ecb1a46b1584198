//! Bit-fields: every bit of the storage named or reserved, each once.

use super::Checker;
use crate::arch::Arch;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::draft::Entry;
use crate::raw::{Bitfield, Bits, Body};
use crate::types::{Int, fits};

pub(super) fn check(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, body: &Bitfield, arch: Arch) {
    let Some(storage) = unsigned(&body.storage) else {
        return bad_storage(checker, &body.storage, &entry.path);
    };
    let list = entry.path.key("bits");
    if body.bits.is_empty() {
        checker.report(
            Code::EmptyType,
            entry.path.clone(),
            "the bit-field has no bit",
            "add its bit ranges",
        );
        return;
    }
    let mut next = 0;
    for (index, bits) in body.bits.iter().enumerate() {
        let path = list.index(index);
        if bits.name.is_some() == bits.reserved.is_some() && bits.reserved.is_none() {
            let message = "a bit range has a `name`, or is `reserved`";
            let remedy = "write `{ at: 3, name: X }` or `{ at: 3, reserved: zero }`";
            checker.report(Code::Choice, path.clone(), message, remedy);
        }
        let (high, low) = (bits.at.high, bits.at.low);
        if high < low {
            let message = format!("the range {high}..{low} is written from low to high");
            checker.report(
                Code::BitsReversed,
                path.key("at"),
                message,
                format!("write `at: {low}..{high}`"),
            );
            return;
        }
        if high >= storage.bits() {
            let message = format!(
                "bit {high} is beyond the {} bits of the storage",
                storage.bits()
            );
            let remedy = "correct the range, or the storage";
            checker.report(Code::BitsBeyondStorage, path.key("at"), message, remedy);
            return;
        }
        check_start(checker, &list, index, bits, next);
        check_type(checker, bits, &path, arch);
        next = next.max(high + 1);
    }
    if next < storage.bits() {
        let last = storage.bits() - 1;
        let message = format!("bits {last} to {next} belong to no range");
        checker.report(
            Code::BitsUncovered,
            list,
            message,
            format!("add `{}`", range(last, next)),
        );
    }
}

/// The unsigned integer of that name.
pub(super) fn unsigned(storage: &str) -> Option<Int> {
    Int::parse(storage).filter(|int| !int.signed)
}

pub(super) fn bad_storage(checker: &mut Checker<'_, '_>, storage: &str, path: &KeyPath) {
    let message = format!("`{storage}` cannot store it");
    checker.report(
        Code::BadStorage,
        path.key("storage"),
        message,
        "write u8, u16, u32 or u64",
    );
}

/// The reserved range that fills a gap.
fn range(high: u32, low: u32) -> String {
    if high == low {
        format!("{{ at: {low}, reserved: zero }}")
    } else {
        format!("{{ at: {high}..{low}, reserved: zero }}")
    }
}

/// The range starts behind the one before it.
fn check_start(
    checker: &mut Checker<'_, '_>,
    list: &KeyPath,
    index: usize,
    bits: &Bits,
    next: u32,
) {
    let path = list.index(index).key("at");
    let low = bits.at.low;
    if low > next {
        let message = format!("bits {} to {next} belong to no range", low - 1);
        checker.report(
            Code::BitsUncovered,
            path,
            message,
            format!("add `{}` before it", range(low - 1, next)),
        );
    } else if low < next {
        let unsorted = bits.at.high < next && index > 0;
        let (code, remedy) = match unsorted {
            true => (
                Code::Unsorted,
                "sort the ranges from bit 0 up, and let none share bits".to_owned(),
            ),
            false => (
                Code::BitsOverlap,
                format!("start the range at bit {next}, or shorten the one before it"),
            ),
        };
        let message = format!(
            "the range starts at bit {low}, where the ranges before it reach to bit {}",
            next - 1
        );
        let diagnostic = Diagnostic::new(code, path, message, remedy);
        checker.push(diagnostic.and(
            list.index(index.saturating_sub(1)).key("at"),
            "the range before it",
        ));
    }
}

/// The type of the range holds as many bits as the range has, and no named value needs more.
fn check_type(checker: &mut Checker<'_, '_>, bits: &Bits, path: &KeyPath, arch: Arch) {
    let Some(text) = bits.r#type.as_deref() else {
        return;
    };
    let width = bits.at.high - bits.at.low + 1;
    let path = path.key("type");
    match checker.draft.storage(text, arch) {
        Some(int) if int.bits() < width => {
            let message = format!("`{text}` has {} bits, the range has {width}", int.bits());
            checker.report(
                Code::BitsType,
                path.clone(),
                message,
                "use a wider type, or correct the range",
            );
        }
        None if checker.draft.layout(text, arch).is_some() => {
            let message = format!("`{text}` is no integer, enum or bit-field");
            checker.report(
                Code::BitsType,
                path.clone(),
                message,
                "use an integer, an enum or a bit-field",
            );
        }
        _ => {}
    }
    match checker.draft.find(text, arch).map(|found| &found.item.body) {
        Some(Body::Enum(body)) => {
            if let Some(value) = body.values.iter().find(|value| !fits(value.value, width)) {
                let message = format!(
                    "the value {:#x} of `{}` does not fit the {width} bits of the range",
                    value.value, value.name
                );
                checker.report(
                    Code::BitsType,
                    path,
                    message,
                    "correct the range or the enum",
                );
            }
        }
        Some(Body::Bitfield(body))
            if unsigned(&body.storage).is_some_and(|storage| storage.bits() != width) =>
        {
            let message = format!(
                "`{text}` is stored in {}, the range has {width} bits",
                body.storage
            );
            checker.report(
                Code::BitsType,
                path,
                message,
                "a bit-field inside a bit-field has exactly its width",
            );
        }
        _ => {}
    }
}
