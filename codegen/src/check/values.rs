//! Things with a value: constants, registers, MSRs, CPUID leaves and messages.

use super::Checker;
use crate::arch::Arch;
use crate::diagnostic::{Code, KeyPath};
use crate::draft::{Entry, on_arch};
use crate::raw::{Body, Constant, Cpuid, Direction, Ioctl, Message, Msr, Register};

/// A message slot without its header.
const PAYLOAD: u64 = 240;
/// The alignment of a message slot.
const PAYLOAD_ALIGN: u64 = 16;

pub(super) fn check_constant(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Constant,
    arch: Arch,
) {
    match checker.draft.storage(&body.r#type, arch) {
        Some(int) if !int.holds(body.value) => {
            let message = format!("{:#x} does not fit `{}`", body.value, body.r#type);
            checker.report(
                Code::ValueTooWide,
                entry.path.key("value"),
                message,
                "correct the value or the type",
            );
        }
        Some(_) => {}
        None if checker.draft.layout(&body.r#type, arch).is_some() => {
            let message = format!("`{}` is not an integer", body.r#type);
            checker.report(
                Code::NotAType,
                entry.path.key("type"),
                message,
                "name an integer or an alias of one",
            );
        }
        None => {}
    }
}

pub(super) fn check_register(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Register,
    arch: Arch,
) {
    if let Some(grant) = &body.grant {
        check_grant(checker, grant, entry.path.key("grant"));
    }
    let Some(text) = on_arch(&body.value, arch) else {
        return;
    };
    if let Some(layout) = checker
        .draft
        .layout(text, arch)
        .filter(|layout| layout.size > 16)
    {
        let message = format!(
            "`{text}` has {} bytes, a register value has 16",
            layout.size
        );
        checker.report(
            Code::ValueSize,
            entry.path.key("value"),
            message,
            "name a type of at most 16 bytes",
        );
    }
}

pub(super) fn check_msr(checker: &mut Checker<'_, '_>, entry: &Entry<'_>, body: &Msr, arch: Arch) {
    if let Some(grant) = &body.grant {
        check_grant(checker, grant, entry.path.key("grant"));
    }
    if let Some(layout) = checker
        .draft
        .layout(&body.value, arch)
        .filter(|layout| layout.size != 8)
    {
        let message = format!("`{}` has {} bytes, an MSR has 8", body.value, layout.size);
        checker.report(
            Code::ValueSize,
            entry.path.key("value"),
            message,
            "name a type of 8 bytes",
        );
    }
}

/// The most bytes of an argument that the number of a request can say.
const IOCTL_ARGUMENT_LIMIT: u64 = 1 << 14;

pub(super) fn check_ioctl(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Ioctl,
    arch: Arch,
) {
    let place = entry.path.key("argument");
    match &body.argument {
        Some(_) if body.direction == Direction::None => {
            let message = "the argument goes no way";
            let remedy = "say `direction: write`, `read` or `read-write`, or remove the argument";
            checker.report(Code::Choice, place, message, remedy);
        }
        None if body.direction != Direction::None => {
            let message = "the request has a direction and no argument";
            let remedy = "name the type of the argument, or say `direction: none`";
            checker.report(Code::Choice, entry.path.key("direction"), message, remedy);
        }
        Some(text) => {
            let size = checker.draft.layout(text, arch).map(|layout| layout.size);
            if let Some(size) = size.filter(|size| *size >= IOCTL_ARGUMENT_LIMIT) {
                let message = format!(
                    "`{text}` has {size} bytes; the number of a request has 14 bits for them"
                );
                checker.report(Code::ValueSize, place, message, "name a smaller type");
            }
        }
        None => {}
    }
}

pub(super) fn check_cpuid(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Cpuid,
    arch: Arch,
) {
    if let Some(layout) = checker
        .draft
        .layout(&body.value, arch)
        .filter(|layout| layout.size != 16)
    {
        let message = format!(
            "`{}` has {} bytes, the four registers have 16",
            body.value, layout.size
        );
        checker.report(
            Code::ValueSize,
            entry.path.key("value"),
            message,
            "name a struct of 16 bytes",
        );
    }
}

pub(super) fn check_message(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Message,
    arch: Arch,
) {
    let Some(text) = body
        .payload
        .as_ref()
        .and_then(|payload| on_arch(payload, arch))
    else {
        return;
    };
    let Some(layout) = checker.draft.layout(text, arch) else {
        return;
    };
    if layout.size > PAYLOAD || layout.align > PAYLOAD_ALIGN {
        let message = format!(
            "`{text}` has {} bytes aligned to {}",
            layout.size, layout.align
        );
        let remedy = format!("a payload has at most {PAYLOAD} bytes aligned to {PAYLOAD_ALIGN}");
        checker.report(
            Code::PayloadSize,
            entry.path.key("payload"),
            message,
            remedy,
        );
    }
}

/// A grant is `BITFIELD.Field`.
pub(super) fn check_grant(checker: &mut Checker<'_, '_>, grant: &str, path: KeyPath) {
    let found = grant.split_once('.').is_some_and(|(owner, field)| {
        checker
            .draft
            .named(owner)
            .any(|entry| match &entry.item.body {
                Body::Bitfield(body) => body
                    .bits
                    .iter()
                    .any(|bits| bits.name.as_deref() == Some(field)),
                _ => false,
            })
    });
    if !found {
        let message = format!("`{grant}` is not a bit of a bit-field");
        checker.report(
            Code::UnknownGrant,
            path,
            message,
            "write `BITFIELD.Field`, such as HV_PARTITION_PRIVILEGE_MASK.AccessVpIndex",
        );
    }
}
