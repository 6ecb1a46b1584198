//! The command line as a user meets it: exit codes, files, messages.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::tempdir;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hv-codegen"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A spec of one chapter.
fn small_spec(items: &str) -> tempfile::TempDir {
    let directory = tempdir().expect("a temporary directory");
    let sources = "revision: test\nsources:\n  tlfs: { title: T, kind: document, revision: '1', licence: free }\n";
    fs::write(directory.path().join("sources.yaml"), sources).expect("it can be written");
    fs::create_dir(directory.path().join("tlfs")).expect("it can be made");
    let chapter =
        format!("chapter: Small\ndoc: One chapter.\nsource: {{ tlfs: page }}\nitems:\n{items}");
    fs::write(directory.path().join("tlfs/small.yaml"), chapter).expect("it can be written");
    directory
}

const GOOD: &str = "  - constant: HV_X\n    type: u32\n    value: 7\n    doc: Seven.\n";
const BAD: &str = "  - constant: HV_X\n    type: u8\n    value: 700\n    doc: Too much.\n";

#[test]
fn check_accepts_the_published_spec() {
    let output = run(&["check"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("no mistake"));
}

#[test]
fn check_tells_mistakes_with_file_line_and_remedy() {
    let spec = small_spec(BAD);
    let output = run(&["check", "--spec", text(spec.path())]);
    assert_eq!(code(&output), 1);
    let printed = stderr(&output);
    for part in [
        "error[HV0601]",
        "tlfs/small.yaml:7:12",
        "700",
        "= help:",
        "1 mistake",
    ] {
        assert!(printed.contains(part), "`{part}` is missing in\n{printed}");
    }
}

#[test]
fn a_missing_spec_is_told() {
    let output = run(&["json", "--spec", "no/such/directory"]);
    assert_eq!(code(&output), 1);
    assert!(
        stderr(&output).contains("no/such/directory"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn wrong_words_are_told_with_the_right_ones() {
    for (arguments, expected) in [
        (&["c", "--dialect", "linuks"][..], "the dialects are"),
        (&["rust", "--chapter", "synick"][..], "the chapters are"),
        (
            &["rust", "--only", "HV_MESAGE"][..],
            "did you mean `HV_MESSAGE`?",
        ),
        (
            &["c", "--dialect", "tlfs", "--arch", "mips"][..],
            "x64 (x86_64) or arm64 (aarch64)",
        ),
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(
            stderr(&output).contains(expected),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn both_words_for_an_architecture_mean_the_same() {
    for (left, right) in [("x64", "x86_64"), ("arm64", "aarch64")] {
        let of = |arch| stdout(&run(&["c", "--dialect", "stdint", "--arch", arch]));
        assert!(of(left).len() > 100_000);
        assert_eq!(of(left), of(right));
    }
}

#[test]
fn help_shows_examples() {
    for command in ["check", "rust", "c", "json", "schema", "coverage"] {
        let output = run(&[command, "--help"]);
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("Example"), "{command}");
    }
}

#[test]
fn files_are_written_and_compared() {
    let directory = tempdir().expect("a temporary directory");
    let out = directory.path().join("deep/er");
    let arguments = ["c", "--dialect", "stdint", "-o", text(&out)];
    assert_eq!(code(&run(&arguments)), 0);
    let header = out.join("hv_defs.h");
    let printed = fs::read_to_string(&header).expect("the header is there");
    assert!(printed.starts_with("/* SPDX-License-Identifier: MIT OR Apache-2.0 */\n"));

    let check = [&arguments[..], &["--check"]].concat();
    assert_eq!(code(&run(&check)), 0);
    fs::write(&header, printed.replacen("0x40000083", "0x40000084", 1)).expect("it can be written");
    let output = run(&check);
    assert_eq!(code(&output), 1);
    assert!(
        stdout(&output).contains("-#define HV_X64_MSR_SIMP"),
        "{}",
        stdout(&output)
    );
    assert!(stdout(&output).contains("+#define HV_X64_MSR_SIMP"));
    assert!(
        fs::read_to_string(&header)
            .expect("it is there")
            .contains("0x40000084"),
        "--check writes nothing"
    );
}

#[test]
fn a_failed_run_leaves_what_was_there() {
    let directory = tempdir().expect("a temporary directory");
    let out = directory.path().join("out.json");
    fs::write(&out, "what was there").expect("it can be written");
    let spec = small_spec(BAD);
    assert_eq!(
        code(&run(&[
            "json",
            "--spec",
            text(spec.path()),
            "-o",
            text(&out)
        ])),
        1
    );
    assert_eq!(
        fs::read_to_string(&out).expect("it is there"),
        "what was there"
    );
    let entries = fs::read_dir(directory.path())
        .expect("it can be listed")
        .count();
    assert_eq!(entries, 1, "no temporary file is left");
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let directory = tempdir().expect("a temporary directory");
    let file = directory.path().join("file");
    fs::write(&file, "").expect("it can be written");
    let output = run(&["json", "-o", text(&file.join("below.json"))]);
    assert_eq!(code(&output), 2);
    assert!(
        stderr(&output).contains("cannot be written"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn only_prints_what_is_needed() {
    let output = run(&["c", "--dialect", "tlfs", "--only", "HV_MESSAGE_HEADER"]);
    let printed = stdout(&output);
    for name in ["HV_MESSAGE_TYPE", "HV_MESSAGE_FLAGS", "HV_MESSAGE_HEADER"] {
        assert!(printed.contains(&format!(" {name};")), "{name}");
    }
    assert!(!printed.contains("HV_SYNIC_SINT"));
    assert!(!printed.contains("#ifndef"), "a snippet has no guard");
}

#[test]
fn a_name_that_a_dialect_has_not_is_refused() {
    let output = run(&["c", "--dialect", "linux", "--only", "MSHV_CREATE_VP"]);
    assert_eq!(code(&output), 2);
    assert_eq!(stdout(&output), "");
    let message = stderr(&output);
    for part in ["linux", "`MSHV_CREATE_VP`", "linux-uapi"] {
        assert!(message.contains(part), "{part} is not in {message}");
    }
}

#[test]
fn a_spec_of_ones_own_is_printed() {
    let spec = small_spec(GOOD);
    let output = run(&["rust", "--spec", text(spec.path()), "--standalone"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(
        stdout(&output).contains("pub const HV_X: u32 = 7;"),
        "{}",
        stdout(&output)
    );
}

/// A chapter of hv-defs names others; one that stands alone brings what it needs of them.
#[test]
fn a_chapter_that_stands_alone_is_complete() {
    let chapter = |arguments: &[&str]| {
        let output = run(&[&["rust", "--chapter", "synic"], arguments].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    let alone = chapter(&["--standalone"]);
    assert!(alone.contains("pub type HvPartitionId = u64;"));
    assert!(!alone.contains("::hv_defs::"));
    let of_crate = chapter(&[]);
    assert!(!of_crate.contains("pub type HvPartitionId"));
    assert!(of_crate.contains("::hv_defs::partition::HvPartitionId"));
}

#[test]
fn json_has_the_documented_form() {
    let document: serde_json::Value = serde_json::from_str(&stdout(&run(&["json"]))).expect("JSON");
    assert!(document["spec_revision"].is_string());
    let items = document["items"].as_array().expect("a list");
    let find = |name: &str| {
        items
            .iter()
            .find(|item| item["name"] == name)
            .expect("the item exists")
    };
    let header = find("HV_MESSAGE_HEADER");
    assert_eq!(
        (
            &header["kind"],
            &header["arch"],
            &header["size"],
            &header["align"]
        ),
        (&"struct".into(), &"both".into(), &16.into(), &8.into())
    );
    assert_eq!(header["names"]["rust"], "HvMessageHeader");
    assert_eq!(header["names"]["linux"], "hv_message_header");
    let size = &header["fields"][1];
    assert_eq!(
        (&size["name"], &size["bit_offset"], &size["bits"]),
        (&"PayloadSize".into(), &32.into(), &8.into())
    );
    let simp = find("HV_X64_MSR_SIMP");
    assert_eq!(
        (&simp["number"], &simp["type"], &simp["access"]),
        (
            &0x4000_0083.into(),
            &"HV_SYNIC_SIMP".into(),
            &"read-write".into()
        )
    );
    let call = find("HvCallPostMessage");
    assert_eq!(
        (&call["code"], &call["input"]),
        (&0x5c.into(), &"HV_INPUT_POST_MESSAGE".into())
    );
}

#[test]
fn the_schema_of_the_repository_is_fresh() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/schema.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        assert_eq!(code(&run(&["schema", "-o", text(&schema)])), 0);
    }
    let output = run(&["schema", "-o", text(&schema), "--check"]);
    assert_eq!(code(&output), 0, "{}{}", stdout(&output), stderr(&output));
}

#[cfg(feature = "abi")]
mod abi {
    use super::*;

    fn snapshot(items: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let spec = small_spec(items);
        let path = spec.path().join("abi.json");
        let arguments = [
            "abi",
            "snapshot",
            "--spec",
            text(spec.path()),
            "-o",
            text(&path),
        ];
        assert_eq!(code(&run(&arguments)), 0);
        (spec, path)
    }

    #[test]
    fn an_undeclared_change_fails_the_check_of_the_snapshot() {
        let (spec, path) = snapshot(GOOD);
        let chapter = spec.path().join("tlfs/small.yaml");
        let arguments = [
            "abi",
            "snapshot",
            "--spec",
            text(spec.path()),
            "-o",
            text(&path),
            "--check",
        ];
        assert_eq!(code(&run(&arguments)), 0);
        let changed = fs::read_to_string(&chapter).expect("the chapter is there");
        fs::write(&chapter, changed.replace("value: 7", "value: 8")).expect("it can be written");
        let output = run(&arguments);
        assert_eq!(code(&output), 1);
        assert!(stdout(&output).contains("-{\"kind\":\"constant\",\"name\":\"HV_X\""));
    }

    #[test]
    fn severity_decides_the_exit_status_of_a_diff() {
        let (spec, before) = snapshot(GOOD);
        let (_other, changed) = snapshot(&GOOD.replace("value: 7", "value: 8"));
        let more =
            format!("{GOOD}  - constant: HV_Y\n    type: u32\n    value: 9\n    doc: Nine.\n");
        let (_more, added) = snapshot(&more);
        for (after, arguments, expected, line) in [
            (
                spec.path(),
                &[][..],
                0,
                "nothing that the spec fixes has changed",
            ),
            (&changed, &[][..], 1, "constant HV_X: 0x7 -> 0x8"),
            (
                &changed,
                &["--fail-on", "never"][..],
                0,
                "value changed (1)",
            ),
            (
                &changed,
                &["--format", "json"][..],
                1,
                "\"severity\": \"breaking\"",
            ),
            (
                &changed,
                &["--format", "markdown"][..],
                1,
                "| constant | `HV_X` | both | 0x7 | 0x8 |",
            ),
            (&added, &[][..], 0, "constant HV_Y: 0x9"),
            (&added, &["--fail-on", "addition"][..], 1, "added (1)"),
        ] {
            let arguments = [&["abi", "diff", text(&before), text(after)][..], arguments].concat();
            let output = run(&arguments);
            assert_eq!(
                code(&output),
                expected,
                "{arguments:?}: {}",
                stderr(&output)
            );
            assert!(
                stdout(&output).contains(line),
                "{arguments:?}: {}",
                stdout(&output)
            );
        }
        let output = run(&["abi", "diff", text(&before), "no-such-thing"]);
        assert_eq!(code(&output), 2);
        assert!(
            stderr(&output).contains("no git revision"),
            "{}",
            stderr(&output)
        );
    }

    #[test]
    fn the_exit_status_of_a_check_says_what_came_out() {
        let directory = tempdir().expect("a temporary directory");
        let header = |name: &str, text: &str| {
            let path = directory.path().join(name);
            fs::write(&path, text).expect("it can be written");
            path
        };
        let good = header(
            "good.h",
            "struct hv_crash { int x; };\n#define HV_X64_MSR_SIMP 0x40000083\n",
        );
        let bad = header("bad.h", "#define HV_X64_MSR_SIMP 0x40000081\n");
        let none = header("none.h", "struct something { int x; };\n");
        let broken = header("broken.h", "struct {\n");
        for (path, expected, words) in [
            (&good, 0, "1 macros match"),
            (&bad, 1, "0x40000081 there, 0x40000083 in the spec"),
            (&none, 1, "nothing was checked"),
            (&broken, 2, "does not compile it"),
        ] {
            let output = run(&["abi", "check", "--header", text(path)]);
            assert_eq!(
                code(&output),
                expected,
                "{}: {}",
                path.display(),
                stderr(&output)
            );
            let printed = stdout(&output) + &stderr(&output);
            assert!(printed.contains(words), "{printed}");
        }
        let output = run(&["abi", "check", text(&directory.path().join("absent.o"))]);
        assert_eq!(code(&output), 2);
        let output = run(&["abi", "check", "--dialect", "linuks", text(&good)]);
        assert!(
            stderr(&output).contains("the dialects are"),
            "{}",
            stderr(&output)
        );
    }
}
