//! The parts of the repository that have to name each other do.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hv_defs_tests::repository;

/// The YAML files of the spec below a directory, as paths from the root of the spec.
fn yaml_files(spec: &Path, below: &str) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(spec.join(below)).expect("the directory can be listed") {
        let entry = entry.expect("its entries can be read");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let path = if below.is_empty() {
            name
        } else {
            format!("{below}/{name}")
        };
        if entry.file_type().expect("entries have a type").is_dir() {
            if !matches!(path.as_str(), "src" | "target") {
                files.extend(yaml_files(spec, &path));
            }
        } else if path.ends_with(".yaml") {
            files.insert(path);
        }
    }
    files
}

#[test]
fn the_crate_embeds_every_file_of_the_spec() {
    let embedded: BTreeSet<String> = hv_spec::FILES
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect();
    assert_eq!(
        embedded,
        yaml_files(&repository().join("spec"), ""),
        "spec/src/lib.rs lists other files than spec/ holds"
    );
}

#[test]
fn every_file_names_its_schema() {
    for (path, text) in hv_spec::FILES {
        let up = "../".repeat(path.matches('/').count());
        let wanted = format!("# yaml-language-server: $schema={up}schema.json");
        assert_eq!(text.lines().next(), Some(wanted.as_str()), "{path}");
    }
}

#[test]
fn every_chapter_has_a_module() {
    let source = repository().join("hv-defs/src");
    let root = fs::read_to_string(source.join("lib.rs")).expect("the crate has a root");
    let spec = repository().join("spec");
    let chapters = ["tlfs", "linux"].map(|directory| yaml_files(&spec, directory));
    for path in chapters.iter().flatten() {
        let (_, file) = path.split_once('/').expect("a directory and a file");
        let chapter = file.trim_end_matches(".yaml");
        assert!(
            root.lines()
                .any(|line| line == format!("pub mod {chapter};")),
            "hv-defs/src/lib.rs lacks `pub mod {chapter};`"
        );
        let module = fs::read_to_string(source.join(format!("{chapter}.rs")))
            .unwrap_or_else(|error| panic!("hv-defs/src/{chapter}.rs: {error}"));
        assert!(
            module.contains(&format!("tlfs!(\"{chapter}\")")),
            "hv-defs/src/{chapter}.rs lacks `hv_defs_derive::tlfs!(\"{chapter}\")`"
        );
    }
}
