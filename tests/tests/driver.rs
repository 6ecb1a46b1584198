//! A driver outside the workspace: it builds without std, and what it depends on stays small.

use std::path::PathBuf;
use std::process::{Command, Output};

use hv_defs_tests::repository;

fn cargo(arguments: &[&str]) -> Output {
    let manifest = repository().join("tests/driver/Cargo.toml");
    // Beside the workspace's own results, so that nothing is built into the source tree.
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("driver");
    Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--locked")
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo runs")
}

#[test]
fn a_driver_without_std_builds() {
    let output = cargo(&["build"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Neither the driver nor the macro that it runs when it is built needs a command line, a reader of
/// debug information, or a page of JSON.
#[test]
fn a_driver_depends_on_little() {
    let output = cargo(&["tree", "--edges", "normal,build", "--prefix", "none"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    let mut crates: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    crates.sort_unstable();
    crates.dedup();
    assert!(
        crates.contains(&"hv-codegen") && crates.contains(&"zerocopy"),
        "{crates:?}"
    );
    let heavy = [
        "annotate-snippets",
        "clap",
        "gimli",
        "object",
        "prettyplease",
        "schemars",
        "serde_json",
        "similar",
        "tempfile",
    ];
    let found: Vec<_> = heavy.iter().filter(|name| crates.contains(name)).collect();
    assert!(found.is_empty(), "a driver would compile {found:?}");
}
