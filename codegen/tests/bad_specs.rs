//! Broken specs and the diagnostics that each must give, and the page that lists the diagnostics.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hv_codegen::diagnostic::{Code, Located, locate};
use hv_codegen::load::{File, Files};
use hv_codegen::model::Model;

/// A broken spec and the codes that it gives.
struct Case {
    name: String,
    codes: Vec<String>,
    text: String,
}

const SOURCES: &str = "revision: test
sources:
  tlfs: { title: The TLFS, kind: document, revision: '1', licence: free }
  hvdef: { title: Code, kind: code, revision: '1', licence: free }
";

const HEADER: &str = "chapter: Bad
doc: A chapter with a mistake.
source: { tlfs: page }
items:
";

const DIALECT_WITHOUT_FILES: &str = "dialect: Bad
doc: A dialect with a mistake.
headers:
  spdx: MIT
  integers: {}
  types: tag
  bitfields: union
  enums: define
  packed: __packed
  aligned: __aligned({})
  assert: static_assert
  conditions: {}
";

const ALL_IN_ONE_FILE: &str = "  files:
    - { path: all.h, guard: ALL_H, doc: All., chapters: ['*'] }
";

/// The cases of all files: `--- NAME: CODES`, then the items of a chapter, or files after `@@ PATH`.
fn cases() -> Vec<Case> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut cases = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(directory)
        .expect("tests/bad exists")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a file of cases");
        for part in text.split("\n--- ").skip(1) {
            let (head, body) = part.split_once('\n').unwrap_or((part, ""));
            let (name, codes) = head.split_once(": ").expect("a name and codes");
            cases.push(Case {
                name: name.to_owned(),
                codes: codes.split_whitespace().map(str::to_owned).collect(),
                text: body.to_owned(),
            });
        }
    }
    cases
}

fn files(case: &Case) -> Files {
    let mut files = Files {
        list: vec![File {
            path: "sources.yaml".to_owned(),
            text: SOURCES.to_owned(),
        }],
    };
    let text = match case.text.starts_with("@@ ") {
        true => case.text.clone(),
        false => format!("@@ tlfs/bad.yaml\n{HEADER}{}", case.text),
    };
    for part in text.split("@@ ").skip(1) {
        let (path, body) = part.split_once('\n').unwrap_or((part, ""));
        let body = body
            .replace("DIALECT_WITHOUT_FILES\n", DIALECT_WITHOUT_FILES)
            .replace(
                "DIALECT\n",
                &format!("{DIALECT_WITHOUT_FILES}{ALL_IN_ONE_FILE}"),
            );
        files.list.push(File {
            path: path.to_owned(),
            text: body,
        });
    }
    files.list.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

fn diagnose(files: &Files) -> Vec<Located> {
    match Model::new(files) {
        Ok(_) => Vec::new(),
        Err(diagnostics) => locate(files, diagnostics),
    }
}

fn codes(located: &[Located]) -> Vec<String> {
    let mut codes: Vec<String> = located
        .iter()
        .map(|one| one.diagnostic.code.to_string())
        .collect();
    codes.sort();
    codes
}

#[test]
fn every_broken_spec_gives_its_codes() {
    let cases = cases();
    assert!(cases.len() >= 80, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let located = diagnose(&files(case));
        let mut expected = case.codes.clone();
        expected.sort();
        if codes(&located) != expected {
            let shown: Vec<String> = located.iter().map(ToString::to_string).collect();
            wrong.push(format!(
                "{}: expected {expected:?}, found\n{}\n",
                case.name,
                shown.join("\n")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// Every diagnostic says where, what and what to do.
#[test]
fn every_diagnostic_is_complete() {
    for case in cases() {
        let files = files(&case);
        for one in diagnose(&files) {
            let name = &case.name;
            assert!(
                !one.diagnostic.message.is_empty() && !one.diagnostic.remedy.is_empty(),
                "{name}"
            );
            let file = &files.list[one.location.file.expect("a file")];
            assert!(
                one.location.span.end <= file.text.len(),
                "{name}: {:?}",
                one.location
            );
            assert!(one.location.line >= 1 && one.location.column >= 1, "{name}");
            let lines = file.text.split('\n').count();
            assert!(
                one.location.line <= lines,
                "{name}: line {} of {lines}",
                one.location.line
            );
        }
    }
}

#[test]
fn a_place_has_the_line_and_the_keys() {
    let case = cases()
        .into_iter()
        .find(|case| case.name == "hole")
        .expect("the case exists");
    let located = diagnose(&files(&case));
    let [one] = &located[..] else {
        panic!("one diagnostic")
    };
    assert_eq!((one.location.line, one.location.column), (11, 13));
    assert_eq!(one.location.keys, "HV_X.fields[1].at");
    assert!(
        one.diagnostic.remedy.contains("{ at: 1, reserved: u8[3] }"),
        "{}",
        one.diagnostic.remedy
    );
}

#[test]
fn a_conflict_names_the_other_place() {
    let case = cases()
        .into_iter()
        .find(|case| case.name == "duplicate-in-another-file")
        .expect("the case exists");
    let located = diagnose(&files(&case));
    let other = located[0].other.as_ref().expect("the other place");
    assert_eq!((other.name.as_str(), other.line), ("tlfs/a.yaml", 5));
}

#[test]
fn a_misspelt_name_is_guessed() {
    let text = "- alias: HV_PARTITION_ID\n  type: u64\n  doc: A.\n- alias: HV_X\n  type: HV_PARTITON_ID\n  doc: B.\n";
    let case = Case {
        name: String::new(),
        codes: Vec::new(),
        text: text.to_owned(),
    };
    let located = diagnose(&files(&case));
    assert_eq!(located[0].diagnostic.remedy, "write `HV_PARTITION_ID`");
}

#[test]
fn a_missing_directory_is_told() {
    let diagnostics =
        Files::read_directory(Path::new("no/such/directory")).expect_err("there is none");
    assert_eq!(diagnostics[0].code, Code::Unreadable);
    assert!(
        diagnostics[0].message.contains("no/such/directory"),
        "{}",
        diagnostics[0].message
    );
}

#[test]
fn an_empty_directory_is_told() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let diagnostics = Files::read_directory(directory.path()).expect_err("it is empty");
    assert_eq!(diagnostics[0].code, Code::Unreadable);
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    fs::write(directory.path().join("sources.yaml"), SOURCES).expect("it can be written");
    fs::create_dir(directory.path().join("tlfs")).expect("it can be made");
    fs::write(
        directory.path().join("tlfs/bad.yaml"),
        b"chapter: \xff\xfe\n",
    )
    .expect("it can be written");
    let diagnostics = Files::read_directory(directory.path()).expect_err("it is not UTF-8");
    assert_eq!(diagnostics[0].code, Code::NotUtf8);
    assert!(
        diagnostics[0].message.contains("byte 9"),
        "{}",
        diagnostics[0].message
    );
}

#[test]
fn a_huge_file_is_refused_at_once() {
    let mut text = HEADER.to_owned();
    text.push_str(&"# padding\n".repeat(500_000));
    let files = Files {
        list: vec![File {
            path: "tlfs/bad.yaml".to_owned(),
            text,
        }],
    };
    assert_eq!(codes(&diagnose(&files)), ["HV0010"]);
}

/// Deep nesting and long lines neither overflow the stack nor take long.
#[test]
fn hostile_text_ends_soon() {
    let deep = format!("chapter: {}", "[".repeat(200_000));
    let wide = format!("chapter: Bad\nitems: [{}]", "a, ".repeat(200_000));
    let keys = format!("chapter: {{{}}}", "a: {".repeat(100_000));
    for text in [deep, wide, keys] {
        let files = Files {
            list: vec![File {
                path: "tlfs/bad.yaml".to_owned(),
                text,
            }],
        };
        let started = std::time::Instant::now();
        assert!(!diagnose(&files).is_empty());
        assert!(
            started.elapsed().as_secs() < 60,
            "it took {:?}",
            started.elapsed()
        );
    }
}

/// The page that lists every code, each with the first case that gives it alone.
#[test]
fn the_page_of_diagnostics_is_complete() {
    let cases = cases();
    let mut page = String::from(
        "# Diagnostics of hv-codegen\n\n\
         Every mistake in a spec has a code. This page lists all of them, each with an example and what is\n\
         printed for it. It is generated from `src/diagnostic/code.rs` and `tests/bad/` by\n\
         `UPDATE_GOLDEN=1 cargo test -p hv-codegen --test bad_specs`.\n",
    );
    let mut shown = BTreeSet::new();
    for code in Code::ALL {
        page.push_str(&format!(
            "\n## {code} {}\n\n{}\n",
            code.name(),
            code.meaning()
        ));
        let text = code.to_string();
        let Some(case) = cases
            .iter()
            .find(|case| case.codes.iter().all(|one| *one == text))
        else {
            continue;
        };
        shown.insert(text);
        let located = diagnose(&files(case));
        let printed = located.first().map(ToString::to_string).unwrap_or_default();
        page.push_str(&format!(
            "\n```yaml\n{}\n```\n\n```text\n{printed}\n```\n",
            case.text.trim_end()
        ));
    }
    let without: Vec<String> = Code::ALL
        .iter()
        .map(ToString::to_string)
        .filter(|code| !shown.contains(code))
        .collect();
    // These need a file system, not a text.
    assert_eq!(without, ["HV0001", "HV0002"], "these codes have no example");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("DIAGNOSTICS.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == page,
        "DIAGNOSTICS.md is not up to date: run with UPDATE_GOLDEN=1"
    );
}
