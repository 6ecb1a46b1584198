//! Structs and unions: every byte named, every offset, size and alignment as natural alignment
//! gives it.

use super::{Checker, SIZE_LIMIT};
use crate::arch::Arch;
use crate::diagnostic::{Code, Diagnostic, KeyPath};
use crate::draft::{Entry, Layout};
use crate::raw::{Field, Struct, Union};
use crate::types::{Length, TypeExpr};

pub(super) fn check_struct(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Struct,
    arch: Arch,
) {
    check_total(checker, entry, body.size, body.align);
    if body.fields.is_empty() {
        checker.report(
            Code::EmptyType,
            entry.path.clone(),
            "the struct has no field",
            "add its fields",
        );
        return;
    }
    let mut walk = Walk {
        start: 0,
        end: 0,
        end_owner: None,
        natural_align: 1,
        misaligned: false,
        complete: true,
    };
    for (index, field) in body.fields.iter().enumerate() {
        let path = entry.path.key("fields").index(index);
        check_field(checker, entry, body, field, &path, index, arch, &mut walk);
    }
    if walk.complete {
        check_ends(checker, entry, body, &walk);
    }
}

/// What the fields so far say about the struct.
struct Walk {
    /// The first byte of the last field, and the first after it.
    start: u64,
    end: u64,
    end_owner: Option<KeyPath>,
    /// The largest alignment of a field that stands on it.
    natural_align: u64,
    misaligned: bool,
    /// Whether the type of every field is known, so that sums mean something.
    complete: bool,
}

#[expect(
    clippy::too_many_arguments,
    reason = "one step of a walk: where it is, and what it carries"
)]
fn check_field(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Struct,
    field: &Field,
    path: &KeyPath,
    index: usize,
    arch: Arch,
    walk: &mut Walk,
) {
    let Some(text) = field_type(checker, field, path) else {
        walk.complete = false;
        return;
    };
    let is_tail = matches!(
        TypeExpr::parse(text),
        Some(TypeExpr {
            length: Length::Tail,
            ..
        })
    );
    if is_tail && index + 1 != body.fields.len() {
        let message = "a tail of variable length stands before the end";
        checker.report(
            Code::TailNotLast,
            path.clone(),
            message,
            "make it the last field",
        );
    }
    check_start(checker, field, path, walk);
    let Some(layout) = checker.draft.layout(text, arch) else {
        walk.complete = false;
        return;
    };
    if layout.size == 0 && !is_tail {
        checker.report(
            Code::EmptyType,
            path.clone(),
            "the field has no bytes",
            "write `T[]` for a tail, or remove it",
        );
    }
    align_field(checker, entry, body, field, path, layout, walk);
    walk.start = field.at;
    walk.end = field.at.saturating_add(layout.size);
    walk.end_owner = Some(path.clone());
}

/// The type of a field, which is said by `type` or by `reserved`.
fn field_type<'f>(
    checker: &mut Checker<'_, '_>,
    field: &'f Field,
    path: &KeyPath,
) -> Option<&'f str> {
    match (&field.name, &field.r#type, &field.reserved) {
        (Some(_), Some(text), None) | (_, None, Some(text)) => Some(text),
        _ => {
            let message = "a field has a `name` and a `type`, or is `reserved`";
            let remedy = "write `{ at: 0, name: X, type: u32 }` or `{ at: 0, reserved: u32 }`";
            checker.report(Code::Choice, path.clone(), message, remedy);
            None
        }
    }
}

/// The field starts where the one before it ends.
fn check_start(checker: &mut Checker<'_, '_>, field: &Field, path: &KeyPath, walk: &mut Walk) {
    if !walk.complete || field.at == walk.end {
        return;
    }
    let at = path.key("at");
    if field.at > walk.end {
        let gap = field.at - walk.end;
        let message = format!(
            "{gap} bytes from {} to {} belong to no field",
            walk.end, field.at
        );
        checker.report(
            Code::Hole,
            at,
            message,
            format!("add `{}` before it", reserved(walk.end, gap)),
        );
        return;
    }
    if field.at < walk.start {
        let message = format!(
            "the field starts at {}, before the one above it at {}",
            field.at, walk.start
        );
        let diagnostic = Diagnostic::new(Code::Unsorted, at, message, "sort the fields by offset");
        // Sums over fields in another order say nothing.
        walk.complete = false;
        return checker.push(diagnostic);
    }
    let message = format!(
        "the field starts at {}, where the one before it reaches to {}",
        field.at, walk.end
    );
    let diagnostic = Diagnostic::new(
        Code::Overlap,
        at,
        message,
        format!("write `at: {}`, or correct the types", walk.end),
    );
    checker.push(match &walk.end_owner {
        Some(owner) => diagnostic.and(owner.clone(), "the field before it"),
        None => diagnostic,
    });
}

fn align_field(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Struct,
    field: &Field,
    path: &KeyPath,
    layout: Layout,
    walk: &mut Walk,
) {
    if layout.align == 0 || field.at % layout.align == 0 {
        // A field of an unaligned struct that is aligned by chance does not align the struct.
        let counts = !body.unaligned || layout.align <= body.align;
        if counts {
            walk.natural_align = walk.natural_align.max(layout.align);
        }
        return;
    }
    walk.misaligned = true;
    if !body.unaligned {
        let message = format!(
            "offset {} is not a multiple of the alignment {} of the field",
            field.at, layout.align
        );
        let remedy = format!(
            "correct the offset or the type; if the ABI is so, add `unaligned: true` to `{}`",
            entry.name()
        );
        checker.report(Code::Misaligned, path.key("at"), message, remedy);
    }
}

/// The size and the alignment of the whole are those that the fields give.
fn check_ends(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, body: &Struct, walk: &Walk) {
    if body.size > walk.end {
        let gap = body.size - walk.end;
        let message = format!(
            "{gap} bytes from {} to the end at {} belong to no field",
            walk.end, body.size
        );
        let remedy = format!(
            "add `{}` at the end, or write `size: {}`",
            reserved(walk.end, gap),
            walk.end
        );
        checker.report(Code::WrongSize, entry.path.key("size"), message, remedy);
    } else if body.size < walk.end {
        let message = format!(
            "the fields reach to {}, the size is {}",
            walk.end, body.size
        );
        checker.report(
            Code::WrongSize,
            entry.path.key("size"),
            message,
            format!("write `size: {}`", walk.end),
        );
    }
    check_align(
        checker,
        entry,
        body.align,
        walk.natural_align,
        body.over_aligned,
    );
    if body.align.is_power_of_two() && body.size % body.align != 0 {
        let message = format!(
            "the size {} is not a multiple of the alignment {}",
            body.size, body.align
        );
        let rounded = body.size.next_multiple_of(body.align);
        let remedy = format!(
            "add `{}` at the end and write `size: {rounded}`",
            reserved(body.size, rounded - body.size)
        );
        checker.report(Code::WrongSize, entry.path.key("size"), message, remedy);
    }
    if body.unaligned && !walk.misaligned {
        let message = "every field stands on its natural alignment";
        checker.report(
            Code::NeedlessUnaligned,
            entry.path.key("unaligned"),
            message,
            "remove `unaligned`",
        );
    }
}

/// The reserved field that fills a gap.
fn reserved(at: u64, bytes: u64) -> String {
    let r#type = match bytes {
        1 | 2 | 4 | 8 if at % bytes == 0 => format!("u{}", bytes * 8),
        _ => format!("u8[{bytes}]"),
    };
    format!("{{ at: {at}, reserved: {type} }}")
}

pub(super) fn check_union(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Union,
    arch: Arch,
) {
    check_total(checker, entry, body.size, body.align);
    let mut needed = Layout { size: 0, align: 1 };
    for member in &body.members {
        // A member of another architecture takes part there.
        let exists = member
            .arch
            .is_none_or(|choice| crate::arch::Arches::from(choice).contains(arch));
        if !exists {
            continue;
        }
        match checker.draft.layout(&member.r#type, arch) {
            Some(layout) => {
                needed.size = needed.size.max(layout.size);
                needed.align = needed.align.max(layout.align);
            }
            None => return,
        }
    }
    if body.members.is_empty() {
        checker.report(
            Code::EmptyType,
            entry.path.clone(),
            "the union has no member",
            "add its members",
        );
        return;
    }
    if body.size != needed.size.next_multiple_of(body.align.max(1)) {
        let message = format!(
            "the largest member has {} bytes, the size is {}",
            needed.size, body.size
        );
        let remedy = format!(
            "write `size: {}`, or add the member that fills it",
            needed.size
        );
        checker.report(Code::WrongSize, entry.path.key("size"), message, remedy);
    }
    check_align(checker, entry, body.align, needed.align, body.over_aligned);
}

/// The alignment is the natural one, or the file says that the ABI asks for more.
fn check_align(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    align: u64,
    natural: u64,
    over_aligned: bool,
) {
    if align < natural || (align > natural && !over_aligned) {
        let message = format!("the parts give an alignment of {natural}, not {align}");
        let remedy =
            format!("write `align: {natural}`; if the ABI asks for more, add `over-aligned: true`");
        checker.report(Code::WrongAlign, entry.path.key("align"), message, remedy);
    }
    if over_aligned && align <= natural {
        let message = format!("the parts give an alignment of {natural} by themselves");
        checker.report(
            Code::WrongAlign,
            entry.path.key("over-aligned"),
            message,
            "remove `over-aligned`",
        );
    }
}

/// Size and alignment are possible at all.
fn check_total(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, size: u64, align: u64) {
    if size > SIZE_LIMIT {
        let message = format!("{size} bytes are more than anything in the interface has");
        checker.report(
            Code::HugeType,
            entry.path.key("size"),
            message,
            format!("write the true size, at most {SIZE_LIMIT}"),
        );
    }
    if !align.is_power_of_two() || align > 4096 {
        let message = format!("{align} is not an alignment");
        checker.report(
            Code::WrongAlign,
            entry.path.key("align"),
            message,
            "write 1, 2, 4, 8 or 16",
        );
    }
}
