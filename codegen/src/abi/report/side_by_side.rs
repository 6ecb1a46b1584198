//! Two layouts beside each other, like a difference of two texts.

use std::fmt::Write;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::abi::check::{View, place};
use crate::abi::foreign::Declaration;

/// Rows that are shown before the first difference and after it.
const CONTEXT: usize = 3;
/// Rows that are shown from the first difference on.
const SHOWN: usize = 12;

/// A row of one side; rows are the same where name and place are.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Row {
    place: (u64, Option<u64>),
    name: String,
}

/// A line of the table: what the spec has, a mark, what the file has.
struct Line {
    ours: String,
    mark: char,
    theirs: String,
}

/// The table around the first difference.
pub(super) fn table(view: &View<'_>, declaration: &Declaration, whole: bool) -> String {
    let layout = &declaration.layout;
    if layout.parts.is_empty() {
        return String::new();
    }
    let ours: Vec<Row> = view
        .parts
        .iter()
        .map(|part| Row {
            place: (part.bit, part.bits),
            name: if part.name.is_empty() {
                "(reserved)".to_owned()
            } else {
                part.name.clone()
            },
        })
        .collect();
    let theirs: Vec<Row> = layout
        .parts
        .iter()
        .map(|part| Row {
            place: (part.bit, part.bits),
            name: part.name.clone(),
        })
        .collect();
    // The names that the spec knows stand for its own.
    let common = |row: &Row| {
        let known = view.named_by_file(&row.name).map(|part| part.name.clone());
        let at_place = || {
            let reserved = crate::coverage::index::plain(&row.name).contains("reserved");
            let same = ours.iter().find(|ours| ours.place == row.place);
            same.filter(|ours| !reserved || ours.name.starts_with('('))
                .map(|ours| ours.name.clone())
        };
        Row {
            place: row.place,
            name: known.or_else(at_place).unwrap_or_else(|| row.name.clone()),
        }
    };
    let keys: Vec<Row> = theirs.iter().map(common).collect();
    let mut lines = Vec::new();
    for operation in capture_diff_slices(Algorithm::Patience, &ours, &keys) {
        add_lines(&operation, &ours, &theirs, &mut lines);
    }
    lines.push(Line {
        ours: format!("{} bytes", view.size),
        mark: if layout.size == Some(view.size) {
            ' '
        } else {
            '|'
        },
        theirs: layout
            .size
            .map_or_else(String::new, |size| format!("{size} bytes")),
    });
    print(&lines, &view.item.name, &declaration.path, whole)
}

fn add_lines(operation: &DiffOp, ours: &[Row], theirs: &[Row], lines: &mut Vec<Line>) {
    let (old, new) = (operation.old_range(), operation.new_range());
    let same = matches!(operation, DiffOp::Equal { .. });
    for index in 0..old.len().max(new.len()) {
        let row = |rows: &[Row], range: &std::ops::Range<usize>| {
            let row = (index < range.len()).then(|| &rows[range.start + index])?;
            Some(format!("{} {}", place(row.place.0, row.place.1), row.name))
        };
        let (left, right) = (row(ours, &old), row(theirs, &new));
        lines.push(Line {
            mark: match (&left, &right) {
                _ if same => ' ',
                (Some(_), Some(_)) => '|',
                (Some(_), None) => '<',
                _ => '>',
            },
            ours: left.unwrap_or_default(),
            theirs: right.unwrap_or_default(),
        });
    }
}

fn print(lines: &[Line], ours: &str, theirs: &str, whole: bool) -> String {
    let first = lines.iter().position(|line| line.mark != ' ').unwrap_or(0);
    let (start, end) = if whole {
        (0, lines.len())
    } else {
        let end = (first + SHOWN).min(lines.len());
        (first.saturating_sub(CONTEXT), end)
    };
    let shown = &lines[start..end];
    let width = shown
        .iter()
        .map(|line| line.ours.len())
        .max()
        .unwrap_or(0)
        .max(ours.len());
    let mut text = String::new();
    let _ = writeln!(text, "    {ours:<width$}   {theirs}");
    if start > 0 {
        let _ = writeln!(text, "    {:<width$}   ...", "...");
    }
    for line in shown {
        let row = format!("    {:<width$} {} {}", line.ours, line.mark, line.theirs);
        let _ = writeln!(text, "{}", row.trim_end());
    }
    if end < lines.len() {
        let _ = writeln!(text, "    {:<width$}   ...", "...");
    }
    text
}
