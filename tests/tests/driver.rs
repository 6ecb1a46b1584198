//! A driver outside the workspace: it builds without std, and what it depends on stays small.

use std::path::Path;

use hv_defs_tests::outside::cargo;

fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

#[test]
fn a_driver_without_std_builds() {
    cargo("driver", target(), &["build"]);
}

/// Neither the driver nor the macro that it runs when it is built needs a command line, a reader of
/// debug information, or a page of JSON.
#[test]
fn a_driver_depends_on_little() {
    let arguments = ["tree", "--edges", "normal,build", "--prefix", "none"];
    let output = cargo("driver", target(), &arguments);
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
