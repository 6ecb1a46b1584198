//! Pages that are made from the spec are what the spec says now.

use std::fs;

use hv_codegen::abi::snapshot::Snapshot;
use hv_codegen::emit::{counts, errata, leading_over};
use hv_defs_tests::agreement::MODEL;
use hv_defs_tests::{golden, repository};

#[test]
fn errata_page() {
    golden::check(
        &repository().join("spec/ERRATA.md"),
        &errata::document(&MODEL),
    );
}

#[test]
fn snapshot_of_the_layouts() {
    golden::check(
        &repository().join("spec/abi.json"),
        &Snapshot::new(&MODEL).text(),
    );
}

/// Each revision of the spec says what it changed.
#[test]
fn the_changelog_has_a_section_for_the_revision() {
    let text =
        fs::read_to_string(repository().join("spec/CHANGELOG.md")).expect("there is a changelog");
    let heading = format!("\n## {}\n", MODEL.revision);
    assert!(
        text.contains(&heading),
        "write it with `hv-codegen abi changelog BEFORE spec -o spec/CHANGELOG.md`"
    );
}

/// The pages for users of other crates: the advice is written by hand, the tables are not.
#[test]
fn pages_that_lead_over() {
    const START: &str =
        "<!-- names, written by `UPDATE_GOLDEN=1 cargo test --test published` -->\n\n";
    for name in ["hvdef", "mshv-bindings"] {
        let path = repository().join(format!("docs/from-{name}.md"));
        let text = fs::read_to_string(&path).expect("there is a page");
        let (before, _) = text.split_once(START).expect("the tables have a start");
        let mut dialects = MODEL.dialects.iter();
        let dialect = dialects.find(|dialect| dialect.name == name);
        let table = leading_over::table(&MODEL, dialect.expect("there is a dialect"));
        golden::check(&path, &format!("{before}{START}{}\n", table.trim_end()));
    }
}

#[test]
fn counts_in_the_readme() {
    const START: &str =
        "<!-- counts, written by `UPDATE_GOLDEN=1 cargo test --test published` -->\n\n";
    const END: &str = "<!-- end of counts -->";
    let path = repository().join("README.md");
    let text = fs::read_to_string(&path).expect("there is a README");
    let (before, rest) = text.split_once(START).expect("the table has a start");
    let (_, after) = rest.split_once(END).expect("the table has an end");
    let table = counts::table(&MODEL);
    golden::check(&path, &format!("{before}{START}{table}\n{END}{after}"));
}
