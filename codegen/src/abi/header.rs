//! Holding C headers against the spec: the system's compiler lays the types out and computes the macros.

use std::path::Path;

use super::binary::Source;
use super::check::{Checker, Finding, Mismatch, NumberVerdict, Verdict};
use super::files::Inspector;
use super::foreign::{Declaration, Layout, LayoutKind, ReadError};
use super::report::Report;
use crate::compiler::{Compiled, Compiler};

/// What came out for a header.
pub fn inspect<'m>(
    inspector: &Inspector<'m>,
    header: &Path,
    compiler: &Compiler,
) -> Result<Report<'m>, ReadError> {
    let header = header
        .canonicalize()
        .map_err(|error| ReadError::new(format!("it cannot be read: {error}")))?;
    let compiled = compiler.compile(std::slice::from_ref(&header))?;
    let mut reports = inspector.inspect_source(&Source::open(&compiled.types())?)?;
    let mut report = reports
        .pop()
        .ok_or_else(|| ReadError::new("the compiler wrote no debug information"))?;
    report.name = header.display().to_string();
    report.form = "header";
    for finding in &mut report.findings {
        finding.declaration.unit = String::new();
    }
    numbers(inspector, &compiled, &mut report)?;
    Ok(report)
}

/// Compares the macros without parameters that have a name of the spec; there is a word for those that
/// are no numbers.
fn numbers<'m>(
    inspector: &Inspector<'m>,
    compiled: &Compiled<'_>,
    report: &mut Report<'m>,
) -> Result<(), ReadError> {
    let mut names = compiled.macros(|_| true)?.plain;
    names.retain(|name| inspector.wants_number(name));
    match compiled.numbers(&names) {
        Ok(numbers) => {
            add_numbers(inspector, &numbers.known, report);
            let none = numbers.none.iter();
            let gaps = none.map(|name| format!("the macro {name} is no number"));
            report.gaps.extend(gaps);
        }
        Err(_) => report
            .gaps
            .push(format!("{} macros could not be computed", names.len())),
    }
    Ok(())
}

fn add_numbers<'m>(inspector: &Inspector<'m>, values: &[(String, u64)], report: &mut Report<'m>) {
    let checker: Checker<'m, '_> = inspector.checker(report.arch);
    for (name, value) in values {
        let verdict = match checker.number(name, *value) {
            None => continue,
            Some(NumberVerdict::Matched) => {
                report.numbers += 1;
                continue;
            }
            Some(NumberVerdict::Differs { item, ours }) => Verdict::Differs {
                item,
                mismatches: vec![Mismatch {
                    bit: None,
                    part: Some(name.clone()),
                    text: format!("{value:#x} there, {ours:#x} in the spec"),
                }],
            },
            Some(NumberVerdict::OtherMeaning { item, meant }) => Verdict::OtherMeaning {
                item,
                reason: format!("{value:#x} is the number of {}", meant.name),
            },
        };
        report.findings.push(Finding {
            declaration: Declaration {
                path: name.clone(),
                layout: Layout {
                    kind: LayoutKind::Integer,
                    values: vec![(name.clone(), *value)],
                    ..Layout::default()
                },
                unit: String::new(),
            },
            verdict,
        });
    }
}
