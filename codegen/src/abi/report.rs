//! What came out of a check, for people and for programs.

use std::fmt::Write;

use serde_json::{Value, json};

use super::check::{Finding, Verdict, View};
use crate::arch::Arch;
use crate::model::{Item, Model};

mod side_by_side;

/// What came out for one object.
#[derive(Debug)]
pub struct Report<'m> {
    /// The name of the object.
    pub name: String,
    /// What it is built for.
    pub arch: Arch,
    /// Whether the file says for what it is built.
    pub arch_is_known: bool,
    /// What kind of description was read: DWARF, BTF or a header.
    pub form: &'static str,
    /// The declarations of names that the spec knows.
    pub findings: Vec<Finding<'m>>,
    /// Numbers of macros that match, by name.
    pub numbers: usize,
    /// Names that look like Hyper-V's and are not in the spec.
    pub unknown: Vec<String>,
    /// What could not be read and why.
    pub gaps: Vec<String>,
}

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// As the spec has it.
    pub matched: usize,
    /// Of these, compared by size alone.
    pub size_only: usize,
    /// Otherwise on purpose.
    pub known: usize,
    /// As another version has it.
    pub other_version: usize,
    /// Not as the spec has it.
    pub differing: usize,
    /// Another thing of the same name.
    pub other_meaning: usize,
    /// Not comparable.
    pub not_checked: usize,
}

impl Report<'_> {
    /// How many findings there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.findings {
            match &finding.verdict {
                Verdict::Matched { size_only, .. } => {
                    counts.matched += 1;
                    counts.size_only += usize::from(*size_only);
                }
                Verdict::Known { .. } => counts.known += 1,
                Verdict::OtherVersion { .. } => counts.other_version += 1,
                Verdict::Differs { .. } => counts.differing += 1,
                Verdict::OtherMeaning { .. } => counts.other_meaning += 1,
                Verdict::NotChecked { .. } => counts.not_checked += 1,
            }
        }
        counts
    }
}

/// Lines for a terminal. With `verbose`, all findings and unknown names are listed.
pub fn plain(model: &Model, report: &Report<'_>, verbose: bool) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        finding_text(model, finding, verbose, &mut text);
    }
    for gap in report
        .gaps
        .iter()
        .take(if verbose { usize::MAX } else { 10 })
    {
        let _ = writeln!(text, "not read: {gap}");
    }
    if report.gaps.len() > 10 && !verbose {
        let _ = writeln!(
            text,
            "not read: {} more (--verbose)",
            report.gaps.len() - 10
        );
    }
    if verbose {
        for name in &report.unknown {
            let _ = writeln!(text, "not known: {name}");
        }
    }
    text.push_str(&summary(report));
    text
}

fn summary(report: &Report<'_>) -> String {
    let counts = report.counts();
    let by_size = match counts.size_only {
        0 => String::new(),
        count => format!(" ({count} by size alone)"),
    };
    let numbers = match report.numbers {
        0 => String::new(),
        count => format!(", {count} macros match"),
    };
    format!(
        "{} ({}{}, {}): {} found, {} match{by_size}, {} differ, {} differ on purpose, {} are of another version, {} have another meaning, {} not checked{numbers}; {} with such names are not known\n",
        report.name,
        report.arch,
        if report.arch_is_known {
            ""
        } else {
            " as --arch or this machine says"
        },
        report.form,
        report.findings.len(),
        counts.matched,
        counts.differing,
        counts.known,
        counts.other_version,
        counts.other_meaning,
        counts.not_checked,
        report.unknown.len(),
    )
}

fn finding_text(model: &Model, finding: &Finding<'_>, verbose: bool, text: &mut String) {
    let subject = subject(finding);
    match &finding.verdict {
        Verdict::Differs { item, mismatches } => {
            let _ = writeln!(
                text,
                "differs: {subject} is not {}{}",
                item.name,
                errata(model, item)
            );
            for mismatch in mismatches.iter().take(if verbose { usize::MAX } else { 8 }) {
                let _ = writeln!(text, "  {}", mismatch.text);
            }
            if mismatches.len() > 8 && !verbose {
                let _ = writeln!(text, "  and {} more (--verbose)", mismatches.len() - 8);
            }
            let view = View::new(model, item);
            text.push_str(&side_by_side::table(&view, &finding.declaration, verbose));
        }
        Verdict::Known { item, reason } => {
            let _ = writeln!(text, "on purpose: {subject} is not {}: {reason}", item.name);
        }
        Verdict::OtherVersion { item, version } => {
            let until = version.facts.until.as_deref();
            let until = until
                .map(|until| format!(", until {until}"))
                .unwrap_or_default();
            let _ = writeln!(
                text,
                "version: {subject} is {}{until}; today's is {}",
                version.name, item.name
            );
        }
        Verdict::OtherMeaning { item, reason } => {
            let _ = writeln!(
                text,
                "another meaning: {subject} is not {}: {reason}",
                item.name
            );
        }
        Verdict::NotChecked { item, reason } => {
            if verbose {
                let _ = writeln!(text, "not checked: {subject} ({}): {reason}", item.name);
            }
        }
        Verdict::Matched {
            item,
            size_only,
            notes,
        } => {
            if verbose {
                let by_size = if *size_only { ", by size alone" } else { "" };
                let _ = writeln!(text, "matches: {subject} is {}{by_size}", item.name);
                for note in notes {
                    let _ = writeln!(text, "  note: {note}");
                }
            }
        }
    }
}

fn subject(finding: &Finding<'_>) -> String {
    let declaration = &finding.declaration;
    let name = if declaration.path.is_empty() {
        let first = declaration.layout.values.first();
        let first = first.map_or("", |(name, _)| name.as_str());
        format!("the enum of {first}")
    } else {
        declaration.path.clone()
    };
    if declaration.unit.is_empty() {
        name
    } else {
        format!("{name} in {}", declaration.unit)
    }
}

fn errata(model: &Model, item: &Item) -> String {
    let ids: Vec<&str> = item
        .facts
        .errata
        .iter()
        .map(|&at| model.errata[at].id.as_str())
        .collect();
    if ids.is_empty() {
        String::new()
    } else {
        format!(" (see {})", ids.join(", "))
    }
}

/// The reports as one JSON document.
pub fn document(model: &Model, reports: &[Report<'_>]) -> String {
    let files: Vec<Value> = reports.iter().map(|report| file(model, report)).collect();
    let document = json!({ "spec_revision": model.revision, "files": files });
    // Strings, numbers and lists alone: there is nothing that JSON cannot hold.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn file(model: &Model, report: &Report<'_>) -> Value {
    let counts = report.counts();
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let mut value = json!({
                "name": finding.declaration.path,
                "unit": finding.declaration.unit,
                "item": finding.verdict.item().name,
            });
            let (verdict, detail) = match &finding.verdict {
                Verdict::Matched { size_only, notes, .. } => {
                    ("matched", json!({ "size_only": size_only, "notes": notes }))
                }
                Verdict::Known { reason, .. } => ("known", json!({ "reason": reason })),
                Verdict::OtherVersion { version, .. } => (
                    "other-version",
                    json!({ "version": version.name, "since": version.facts.since, "until": version.facts.until }),
                ),
                Verdict::Differs { item, mismatches } => {
                    let texts: Vec<&str> = mismatches.iter().map(|m| m.text.as_str()).collect();
                    let errata: Vec<&str> = item.facts.errata.iter().map(|&at| model.errata[at].id.as_str()).collect();
                    ("differs", json!({ "differences": texts, "errata": errata }))
                }
                Verdict::OtherMeaning { reason, .. } => ("other-meaning", json!({ "reason": reason })),
                Verdict::NotChecked { reason, .. } => ("not-checked", json!({ "reason": reason })),
            };
            value["verdict"] = verdict.into();
            value["detail"] = detail;
            value
        })
        .collect();
    json!({
        "name": report.name,
        "arch": report.arch.name(),
        "form": report.form,
        "counts": {
            "matched": counts.matched,
            "size_only": counts.size_only,
            "known": counts.known,
            "other_version": counts.other_version,
            "differs": counts.differing,
            "other_meaning": counts.other_meaning,
            "not_checked": counts.not_checked,
            "macros_matched": report.numbers,
        },
        "findings": findings,
        "unknown": report.unknown,
        "not_read": report.gaps,
    })
}
