//! Hypercalls: parameters that the calling convention can pass.

use super::Checker;
use super::values::check_grant;
use crate::arch::Arch;
use crate::diagnostic::{Code, KeyPath};
use crate::draft::{Entry, on_arch};
use crate::raw::{Body, Hypercall, PerArch, Shape};

/// Input and output each lie within one page of this size.
const PAGE: u64 = 4096;

pub(super) fn check(
    checker: &mut Checker<'_, '_>,
    entry: &Entry<'_>,
    body: &Hypercall,
    arch: Arch,
) {
    let path = &entry.path;
    let size = |checker: &Checker<'_, '_>, parameter: &Option<PerArch>| {
        let text = on_arch(parameter.as_ref()?, arch)?;
        checker.draft.layout(text, arch).map(|layout| layout.size)
    };
    let input = size(checker, &body.input);
    let output = size(checker, &body.output);
    for (key, size) in [("input", input), ("output", output)] {
        if let Some(size) = size.filter(|size| size % 8 != 0) {
            let message = format!("the {key} has {size} bytes, and is passed in multiples of 8");
            let remedy = "add the padding as a reserved field";
            checker.report(Code::NotEightByteMultiple, path.key(key), message, remedy);
        }
    }
    let input_element = size(checker, &body.input_element);
    let output_element = size(checker, &body.output_element);
    for (key, fixed, element) in [
        ("input", input, input_element),
        ("output", output, output_element),
    ] {
        let total = fixed.unwrap_or(0) + element.unwrap_or(0);
        if total > PAGE {
            let message = format!("the {key} with one element has {total} bytes, more than a page");
            checker.report(
                Code::BeyondPage,
                path.key(key),
                message,
                format!("correct the types: a page has {PAGE} bytes"),
            );
        }
    }
    check_shape(checker, body, path);
    check_variable_header(checker, body, path, input, arch);
    for (at, grant) in body.grant.iter().enumerate() {
        check_grant(checker, grant, path.key("grant").index(at));
    }
    for (at, status) in body.returns.iter().enumerate() {
        let known = checker
            .draft
            .named(status)
            .any(|entry| matches!(entry.item.body, Body::StatusCode(_)));
        if !known {
            let message = format!("`{status}` is not a status code");
            checker.report(
                Code::UnknownStatus,
                path.key("returns").index(at),
                message,
                "name a status-code item",
            );
        }
    }
}

/// Elements belong to rep calls; a rep call whose types are known has at least one.
fn check_shape(checker: &mut Checker<'_, '_>, body: &Hypercall, path: &KeyPath) {
    let elements = body.input_element.is_some() || body.output_element.is_some();
    let typed = body.input.is_some() || body.output.is_some();
    let message = match body.shape {
        Shape::Rep if !elements && typed && !body.count_only => "a rep call has no element",
        Shape::Rep if elements && body.count_only => "a call that counts only has an element",
        Shape::Simple | Shape::Vtl if body.count_only => "a call that does not repeat counts",
        Shape::Simple | Shape::Vtl if elements => "a call that does not repeat has an element",
        _ => return,
    };
    let remedy = "write `shape: rep` with `input-element` or `output-element` or `count-only: true`, or `shape: simple`";
    checker.report(
        Code::ShapeAgainstElements,
        path.key("shape"),
        message,
        remedy,
    );
}

fn check_variable_header(
    checker: &mut Checker<'_, '_>,
    body: &Hypercall,
    path: &KeyPath,
    input: Option<u64>,
    arch: Arch,
) {
    let Some(header) = &body.variable_header else {
        return;
    };
    let path = path.key("variable-header");
    let inside = input.is_some_and(|input| header.at <= input);
    if !inside || header.at % 8 != 0 {
        let end = input.unwrap_or(0);
        let message = format!(
            "the variable part starts at {}, the input has {end} bytes",
            header.at
        );
        let remedy = "start it at a multiple of 8 that is not behind the input";
        checker.report(Code::VariableHeaderStart, path.key("at"), message, remedy);
    }
    if checker
        .draft
        .layout(&header.element, arch)
        .is_some_and(|layout| layout.size == 0 || layout.size % 8 != 0)
    {
        let message = "the elements are not multiples of 8 bytes";
        checker.report(
            Code::NotEightByteMultiple,
            path.key("element"),
            message,
            "use an element of 8 or 16 bytes",
        );
    }
}
