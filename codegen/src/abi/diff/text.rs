//! A difference for people, for programs and for a pull request.

use std::fmt::Write;

use serde::Serialize;

use super::{Change, Diff, Difference, Severity};

/// Lines for a terminal.
pub fn plain(diff: &Diff) -> String {
    if diff.differences.is_empty() {
        return "nothing that the spec fixes has changed\n".to_owned();
    }
    let mut text = String::new();
    for (change, of_change) in by_change(diff) {
        let _ = writeln!(text, "{} ({})", change.word(), of_change.len());
        for difference in of_change {
            let _ = writeln!(
                text,
                "  {} {}{}{}",
                difference.kind,
                subject(difference),
                on(difference),
                detail(difference)
            );
        }
    }
    text + &format!("{}\n", counts(diff))
}

/// The document for programs.
#[derive(Serialize)]
struct Document<'d> {
    before: &'d str,
    after: &'d str,
    severity: Option<Severity>,
    differences: &'d [Difference],
}

/// JSON with a final newline.
pub fn json(diff: &Diff) -> String {
    let document = Document {
        before: &diff.before,
        after: &diff.after,
        severity: diff.severity(),
        differences: &diff.differences,
    };
    // Strings and lists alone: there is nothing that JSON cannot hold.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// Markdown for a comment on a pull request.
pub fn markdown(diff: &Diff) -> String {
    let mut text = format!("### What the spec fixes: {}\n", counts(diff));
    for (change, of_change) in by_change(diff) {
        let _ = write!(
            text,
            "\n<details{}><summary>{} ({})</summary>\n\n| kind | item | on | before | after |\n|---|---|---|---|---|\n",
            if change.severity() == Severity::Addition {
                ""
            } else {
                " open"
            },
            change.word(),
            of_change.len()
        );
        for difference in of_change {
            let _ = writeln!(
                text,
                "| {} | `{}` | {} | {} | {} |",
                difference.kind,
                subject(difference),
                difference.arch,
                difference.before.as_deref().unwrap_or_default(),
                difference.after.as_deref().unwrap_or_default()
            );
        }
        text.push_str("\n</details>\n");
    }
    text
}

/// A section of the changelog: what was added is counted by kind, everything else is named.
pub fn changelog(diff: &Diff) -> String {
    let mut text = format!(
        "## {}\n\nSince {}: {}.\n",
        diff.after,
        diff.before,
        counts(diff)
    );
    for (change, of_change) in by_change(diff) {
        let _ = write!(text, "\n### {}\n\n", capitalised(change.word()));
        if change == Change::Added {
            added(&of_change, &mut text);
            continue;
        }
        for difference in of_change {
            let _ = writeln!(
                text,
                "- {} `{}`{}{}",
                difference.kind,
                subject(difference),
                on(difference),
                detail(difference)
            );
        }
    }
    text
}

/// New items by kind on one line each; new parts under their item.
fn added(differences: &[&Difference], text: &mut String) {
    let mut lines: std::collections::BTreeMap<String, Vec<String>> = Default::default();
    for difference in differences {
        let (key, name) = match &difference.part {
            None => (format!("{}:", difference.kind), &difference.item),
            Some(part) => (
                format!("in {} `{}`:", difference.kind, difference.item),
                part,
            ),
        };
        let names = lines.entry(key).or_default();
        names.push(format!("`{name}`{}", on(difference)));
    }
    for (key, names) in lines {
        let _ = writeln!(text, "- {key} {}", names.join(", "));
    }
}

/// The differences of each kind of change of which there is any.
fn by_change(diff: &Diff) -> impl Iterator<Item = (Change, Vec<&Difference>)> {
    let of = |change| {
        let differences = diff.differences.iter();
        differences
            .filter(|difference| difference.change == change)
            .collect()
    };
    let all = Change::ALL
        .into_iter()
        .map(move |change| (change, of(change)));
    all.filter(|(_, differences): &(Change, Vec<&Difference>)| !differences.is_empty())
}

fn counts(diff: &Diff) -> String {
    let words: Vec<String> = by_change(diff)
        .map(|(change, differences)| format!("{} {}", differences.len(), change.word()))
        .collect();
    match (words.is_empty(), diff.severity()) {
        (true, _) | (_, None) => "no change".to_owned(),
        (false, Some(Severity::Breaking)) => format!("{} (breaking)", words.join(", ")),
        (false, Some(_)) => words.join(", "),
    }
}

fn subject(difference: &Difference) -> String {
    match &difference.part {
        Some(part) => format!("{}.{part}", difference.item),
        None => difference.item.clone(),
    }
}

fn on(difference: &Difference) -> String {
    match difference.arch.as_str() {
        "both" => String::new(),
        arch => format!(" on {arch}"),
    }
}

fn detail(difference: &Difference) -> String {
    match (&difference.before, &difference.after) {
        (Some(before), Some(after)) => format!(": {before} -> {after}"),
        (Some(only), None) | (None, Some(only)) => format!(": {only}"),
        (None, None) => String::new(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
