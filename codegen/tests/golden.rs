//! The Rust and the C that come out, as files that people read and that must not change unnoticed.
//! `UPDATE_GOLDEN=1` replaces them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use hv_codegen::emit::c::{Options, headers, snippet};
use hv_codegen::emit::rust::{Flavour, document};
use hv_codegen::load::Files;
use hv_codegen::model::{Dialect, Model};
use similar::TextDiff;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn model() -> Model {
    Model::new(&Files::embedded()).expect("the spec is correct")
}

/// The paths of all files below a directory, as seen from there.
fn files_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(&directory).expect("the golden files exist") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).expect("it is below");
                found.push(name.to_string_lossy().into_owned());
            }
        }
    }
    found
}

/// Compares the files of a directory with what is printed now: none missing, none left over.
fn check(directory: &str, printed: &BTreeMap<String, String>) {
    let root = root().join(directory);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        let _ = fs::remove_dir_all(&root);
        for (name, text) in printed {
            let path = root.join(name);
            fs::create_dir_all(path.parent().expect("a directory")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        return;
    }
    let mut report = String::new();
    for (name, text) in printed {
        let there = fs::read_to_string(root.join(name)).unwrap_or_default();
        if there != *text {
            let diff = TextDiff::from_lines(there.as_str(), text);
            let diff = diff
                .unified_diff()
                .header(name, "as printed now")
                .to_string();
            report.extend(diff.lines().take(40).flat_map(|line| [line, "\n"]));
        }
    }
    let left_over: Vec<String> = files_below(&root)
        .into_iter()
        .filter(|name| !printed.contains_key(name))
        .collect();
    assert!(
        left_over.is_empty(),
        "{directory}: nothing prints {}",
        left_over.join(", ")
    );
    assert!(
        report.is_empty(),
        "set UPDATE_GOLDEN=1 to replace the files, and read the difference:\n{report}"
    );
}

#[test]
fn rust() {
    let model = model();
    let mut printed = BTreeMap::new();
    for (index, chapter) in model.chapters.iter().enumerate() {
        let wanted = model.items_of(index).map(|item| item.id).collect();
        let text = document(&model, Flavour::HvDefs, &wanted).expect("the code is Rust");
        // The items of some chapters are values of an enum of another.
        if text.contains("pub mod") {
            printed.insert(format!("{}.rs", chapter.name), text);
        }
    }
    check("rust", &printed);
}

/// One file that needs nothing but core: the items that a guest's first messages need.
#[test]
fn standalone_rust() {
    let model = model();
    let names = [
        "HV_MESSAGE",
        "HV_X64_MSR_SIMP",
        "HV_STATUS",
        "HV_REGISTER_ASSOC",
        "HV_X64_SEGMENT_REGISTER",
    ];
    let wanted: Vec<_> = model
        .items
        .iter()
        .filter(|item| names.contains(&item.name.as_str()))
        .map(|item| item.id)
        .collect();
    let text =
        document(&model, Flavour::Standalone, &model.closure(&wanted)).expect("the code is Rust");
    check(
        "standalone",
        &BTreeMap::from([("some.rs".to_owned(), text)]),
    );
}

#[test]
fn c() {
    let model = model();
    let with_headers = |dialect: &&Dialect| dialect.headers.is_some();
    for dialect in model.dialects.iter().filter(with_headers) {
        let options = Options {
            command: format!("hv-codegen c --dialect {}", dialect.name),
            ..Options::default()
        };
        let printed = headers(&model, dialect, &options)
            .into_iter()
            .map(|header| (header.path, header.text))
            .collect();
        check(&format!("c/{}", dialect.name), &printed);
    }
}

/// What a patch may hold: a call with its parameters, a register, an MSR, a message.
#[test]
fn snippets() {
    let model = model();
    let names = [
        "HvCallPostMessage",
        "HvRegisterVpIndex",
        "HvMessageTimerExpired",
        "HV_X64_MSR_SIMP",
    ];
    let items = model.items.iter();
    let only: Vec<_> = items
        .filter(|item| names.contains(&item.name.as_str()))
        .map(|item| item.id)
        .collect();
    assert_eq!(only.len(), names.len());
    let options = Options {
        only,
        ..Options::default()
    };
    let dialects = model.dialects.iter();
    let printed = dialects
        .filter(|dialect| dialect.headers.is_some())
        .map(|dialect| {
            let text = snippet(&model, dialect, &options);
            (format!("{}.h", dialect.name), text)
        })
        .collect();
    check("snippets", &printed);
}
