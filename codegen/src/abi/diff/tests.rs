use super::*;
use crate::abi::snapshot::{Part, Value};

fn snapshot(items: Vec<Entry>) -> Snapshot {
    Snapshot {
        format: 1,
        spec_revision: "test".to_owned(),
        items,
    }
}

fn entry(kind: &str, name: &str) -> Entry {
    Entry {
        kind: kind.to_owned(),
        name: name.to_owned(),
        arch: "both".to_owned(),
        ..Entry::default()
    }
}

fn number(kind: &str, name: &str, number: u64) -> Entry {
    Entry {
        number: Some(number),
        ..entry(kind, name)
    }
}

fn record(name: &str, size: u64, fields: &[(&str, u64, u64)]) -> Entry {
    let field = |&(name, at, bytes): &(&str, u64, u64)| Part {
        name: Some(name.to_owned()),
        bit: at * 8,
        bits: bytes * 8,
        count: 1,
        r#type: format!("u{}", bytes * 8),
        reserved: None,
    };
    Entry {
        size: Some(size),
        align: Some(8),
        parts: fields.iter().map(field).collect(),
        ..entry("struct", name)
    }
}

fn lines(before: Vec<Entry>, after: Vec<Entry>) -> Vec<String> {
    let diff = diff(&snapshot(before), &snapshot(after));
    let line = |difference: &Difference| {
        let part = difference.part.as_deref().unwrap_or("-");
        format!(
            "{}: {} {part} {}",
            difference.change.word(),
            difference.item,
            difference.arch
        )
    };
    diff.differences.iter().map(line).collect()
}

#[test]
fn each_change_has_its_class() {
    let arm64 = |entry: Entry| Entry {
        arch: "arm64".to_owned(),
        ..entry
    };
    let with = |entry: Entry, access: &str| Entry {
        facts: BTreeMap::from([("access".to_owned(), access.to_owned())]),
        ..entry
    };
    let values = |values: &[(&str, u64)]| Entry {
        values: values
            .iter()
            .map(|&(name, value)| Value {
                name: name.to_owned(),
                value,
                arch: None,
            })
            .collect(),
        ..entry("enum", "E")
    };
    let cases: Vec<(Vec<Entry>, Vec<Entry>, Vec<&str>)> = vec![
        (
            vec![number("msr", "A", 1)],
            vec![number("msr", "A", 1)],
            vec![],
        ),
        (
            vec![],
            vec![arm64(number("msr", "A", 1))],
            vec!["added: A - arm64"],
        ),
        (
            vec![number("msr", "A", 1)],
            vec![],
            vec!["removed: A - both"],
        ),
        (
            vec![number("msr", "A", 1)],
            vec![number("msr", "A", 2)],
            vec!["value changed: A - both"],
        ),
        (
            vec![number("msr", "A", 1)],
            vec![number("msr", "B", 1)],
            vec!["renamed: A - both"],
        ),
        // One constant is like another: the number does not say that it is the same thing.
        (
            vec![number("constant", "A", 1)],
            vec![number("constant", "B", 1)],
            vec!["removed: A - both", "added: B - both"],
        ),
        (
            vec![with(number("msr", "A", 1), "read-only")],
            vec![with(number("msr", "A", 1), "read-write")],
            vec!["meaning changed: A access both"],
        ),
        (
            vec![record("S", 16, &[("X", 0, 8), ("Y", 8, 4)])],
            vec![record("S", 24, &[("X", 0, 8), ("Y", 16, 4), ("Z", 8, 8)])],
            vec![
                "layout changed: S - both",
                "layout changed: S Y both",
                "added: S Z both",
            ],
        ),
        (
            vec![record("S", 16, &[("X", 0, 8), ("Y", 8, 8)])],
            vec![record("S", 16, &[("X", 0, 8), ("W", 8, 8)])],
            vec!["renamed: S Y both"],
        ),
        (
            vec![record("S", 16, &[("X", 0, 8)])],
            vec![record("T", 16, &[("X", 0, 8)])],
            vec!["renamed: S - both"],
        ),
        (
            vec![values(&[("P", 1), ("Q", 2), ("R", 3)])],
            vec![values(&[("P", 5), ("O", 2), ("S", 4)])],
            vec![
                "removed: E R both",
                "value changed: E P both",
                "renamed: E Q both",
                "added: E S both",
            ],
        ),
    ];
    for (before, after, expected) in cases {
        assert_eq!(lines(before, after), expected);
    }
}

#[test]
fn the_gravest_change_decides() {
    let severity = |before, after| diff(&snapshot(before), &snapshot(after)).severity();
    let a = || number("msr", "A", 1);
    let b = || number("msr", "B", 2);
    assert_eq!(severity(vec![a()], vec![a()]), None);
    assert_eq!(
        severity(vec![a()], vec![a(), b()]),
        Some(Severity::Addition)
    );
    assert_eq!(
        severity(vec![a(), b()], vec![a()]),
        Some(Severity::Breaking)
    );
    let other = Entry {
        facts: BTreeMap::from([("scope".to_owned(), "vp".to_owned())]),
        ..a()
    };
    assert_eq!(
        severity(vec![a()], vec![other, b()]),
        Some(Severity::Meaning)
    );
}

#[test]
fn every_form_names_the_change() {
    let before = snapshot(vec![record("S", 16, &[("X", 0, 8)])]);
    let after = snapshot(vec![record("S", 16, &[("X", 8, 8)]), number("msr", "M", 7)]);
    let diff = diff(&before, &after);
    let text = plain(&diff);
    assert!(
        text.contains("struct S.X: byte 0, 8 bytes -> byte 8, 8 bytes"),
        "{text}"
    );
    let text = markdown(&diff);
    assert!(
        text.contains("| struct | `S.X` | both | byte 0, 8 bytes | byte 8, 8 bytes |"),
        "{text}"
    );
    let text = changelog(&diff);
    assert!(
        text.starts_with("## test\n") && text.contains("- msr: `M`"),
        "{text}"
    );
    let document: serde_json::Value = serde_json::from_str(&json(&diff)).expect("JSON");
    assert_eq!(document["severity"], "breaking");
    assert_eq!(document["differences"][0]["change"], "layout-changed");
}
