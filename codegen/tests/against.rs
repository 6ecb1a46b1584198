//! A dialect against the headers of a tree, which are those of the dialect with changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use hv_codegen::against::{Tree, Verdict, compare, patch, report};
use hv_codegen::arch::Arch;
use hv_codegen::emit::c::{Options, headers};
use hv_codegen::load::Files;
use hv_codegen::model::{Dialect, Model};
use tempfile::TempDir;

fn model() -> Model {
    Model::new(&Files::embedded()).expect("the spec is correct")
}

fn dialect<'m>(model: &'m Model, name: &str) -> &'m Dialect {
    let mut dialects = model.dialects.iter();
    dialects
        .find(|dialect| dialect.name == name)
        .expect("the dialect exists")
}

/// A tree with the headers of a dialect, each as `change` makes it.
fn tree(
    model: &Model,
    dialect: &Dialect,
    change: impl Fn(&str, String) -> String,
) -> (TempDir, Tree) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let below = dialect.headers.as_ref().map_or("", |headers| &headers.tree);
    for header in headers(model, dialect, &Options::default()) {
        let path = directory.path().join(below).join(&header.path);
        fs::create_dir_all(path.parent().expect("a directory")).expect("it can be made");
        fs::write(&path, change(&header.path, header.text)).expect("it can be written");
    }
    let tree = Tree {
        root: directory.path().to_owned(),
        program: "gcc".to_owned(),
        arguments: Vec::new(),
        arch: Arch::X64,
    };
    (directory, tree)
}

/// The text without the lines from the one that starts with `first` to the one that is `last`.
fn without(text: &str, first: &str, last: &str) -> String {
    let mut out = String::new();
    let mut is_inside = false;
    let mut found = false;
    for line in text.lines() {
        if line.starts_with(first) && !found {
            (is_inside, found) = (true, true);
        }
        if !is_inside {
            out.push_str(line);
            out.push('\n');
        }
        if is_inside && line.starts_with(last) {
            is_inside = false;
        }
    }
    assert!(found, "there is no line {first}");
    out
}

fn apply(root: &Path, diff: &str) {
    let path = root.join("the.patch");
    fs::write(&path, diff).expect("the patch can be written");
    for arguments in [&["apply", "--check"][..], &["apply"]] {
        let output = Command::new("git")
            .current_dir(root)
            .args(arguments)
            .arg(&path)
            .output()
            .expect("git runs");
        assert!(
            output.status.success(),
            "git {arguments:?}: {}\n{diff}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// What is taken away is missing, and the patch brings it back to its place.
fn comes_back(name: &str, path: &str, gone: &[(&str, &str)], names: &[&str]) {
    let model = model();
    let dialect = dialect(&model, name);
    let options = Options::default();
    let (directory, tree) = tree(&model, dialect, |here, text| match here == path {
        true => gone
            .iter()
            .fold(text, |text, (first, last)| without(&text, first, last)),
        false => text,
    });
    let names: BTreeSet<&str> = names.iter().copied().collect();
    let comparison = compare(&model, dialect, &tree, &options).expect("gcc reads both");
    let missing = comparison.missing();
    assert!(names.is_subset(&missing), "{}", report(&comparison));

    let only = model
        .items
        .iter()
        .filter(|item| {
            let own = dialect.item_name(item);
            own.is_some_and(|own| names.contains(own.as_str()))
        })
        .map(|item| item.id)
        .collect();
    let wanted = Options { only, ..options };
    let few = compare(&model, dialect, &tree, &wanted).expect("gcc reads both");
    assert!(few.missing().is_subset(&missing));
    let diff = patch(&model, dialect, &few, &wanted);
    let removed = diff
        .lines()
        .filter(|line| line.starts_with('-') && !line.starts_with("--- "));
    assert_eq!(removed.count(), 0, "a patch only adds:\n{diff}");
    apply(directory.path(), &diff);
    let after = compare(&model, dialect, &tree, &wanted).expect("gcc reads both");
    assert!(
        names.is_disjoint(&after.missing()),
        "{}\n{diff}",
        report(&after)
    );
}

#[test]
fn a_current_kernel_gets_what_it_lacks() {
    comes_back(
        "linux",
        "hvgdk_mini.h",
        &[
            ("struct hv_timer_message_payload {", "}"),
            (
                "static_assert(sizeof(struct hv_timer_message_payload)",
                "static_assert(offsetof(struct hv_timer_message_payload, delivery_time",
            ),
            ("#define HV_X64_MSR_SIMP", "#define HV_X64_MSR_SIMP"),
        ],
        &["hv_timer_message_payload", "HV_X64_MSR_SIMP"],
    );
}

#[test]
fn a_changed_number_and_a_changed_field_are_different() {
    let model = model();
    let dialect = dialect(&model, "linux-6.12");
    let (_directory, tree) = tree(&model, dialect, |_, text| {
        text.replace(
            "HVCALL_POST_MESSAGE\t\t\t0x005c",
            "HVCALL_POST_MESSAGE\t\t\t0x005d",
        )
        .replace(
            "\tu64 expiration_time;",
            "\tu32 expiration_time;\n\tu32 added;",
        )
        .replace(
            "static_assert(sizeof(struct hv_timer_message_payload) == 24);",
            "#define HV_OF_NOBODY 1",
        )
    });
    let comparison = compare(&model, dialect, &tree, &Options::default()).expect("gcc reads both");
    let verdict = |name: &str| {
        let mut all = comparison.differences.iter();
        all.find(|difference| difference.name == name)
            .map(|difference| difference.verdict.clone())
    };
    assert_eq!(
        verdict("HVCALL_POST_MESSAGE"),
        Some(Verdict::Different("0x5d in the tree, 0x5c here".to_owned()))
    );
    let Some(Verdict::Different(payload)) = verdict("hv_timer_message_payload") else {
        panic!("{}", report(&comparison));
    };
    assert!(
        payload.contains("expiration_time at bit 64, 32 bits, in the tree"),
        "{payload}"
    );
    assert_eq!(verdict("HV_OF_NOBODY"), Some(Verdict::Extra));
    let others = comparison.differences.iter().filter(|difference| {
        let known = [
            "HVCALL_POST_MESSAGE",
            "hv_timer_message_payload",
            "HV_OF_NOBODY",
        ];
        difference.verdict != Verdict::Missing && !known.contains(&difference.name.as_str())
    });
    assert_eq!(others.count(), 0, "{}", report(&comparison));
}

/// The header of both architectures gets what one of them has not the types for: each still compiles it.
#[test]
fn a_patch_for_one_architecture_leaves_the_other_compiling() {
    let model = model();
    let dialect = dialect(&model, "linux-6.12");
    let options = Options::default();
    let (directory, x64) = tree(&model, dialect, |_, text| text);
    let arm64 = Tree {
        arch: Arch::Arm64,
        ..x64.clone()
    };
    let before = compare(&model, dialect, &x64, &options).expect("gcc reads both");
    assert!(before.missing().contains("hv_input_device_domain"));
    apply(directory.path(), &patch(&model, dialect, &before, &options));
    let after = compare(&model, dialect, &x64, &options).expect("gcc reads both for x64");
    assert!(!after.missing().contains("hv_input_device_domain"));
    compare(&model, dialect, &arm64, &options).expect("gcc reads both for ARM64");
}

/// A tree that has no such header is told apart from one that lacks everything.
#[test]
fn a_tree_without_the_headers_is_refused() {
    let model = model();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let tree = Tree {
        root: directory.path().to_owned(),
        program: "gcc".to_owned(),
        arguments: Vec::new(),
        arch: Arch::X64,
    };
    let result = compare(&model, dialect(&model, "linux"), &tree, &Options::default());
    let error = result.expect_err("there is nothing to compare");
    assert!(error.contains("hvgdk_mini.h"), "{error}");
}
