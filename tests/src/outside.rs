//! Crates below `tests/` that are no members of the workspace, as those of users are.

use std::path::Path;
use std::process::{Command, Output};

use crate::repository;

/// Runs cargo on the crate of this name with a subcommand and its arguments, and gives what it said. The
/// results go below `target`, so that nothing is built into the source tree.
///
/// # Panics
///
/// Where cargo cannot be run, or fails: with what it said.
pub fn cargo(name: &str, target: &Path, arguments: &[&str]) -> Output {
    let (subcommand, rest) = arguments.split_first().expect("a subcommand");
    let output = Command::new(env!("CARGO"))
        .args([subcommand, "--locked", "--manifest-path"])
        .arg(repository().join("tests").join(name).join("Cargo.toml"))
        .args(rest)
        .env("CARGO_TARGET_DIR", target.join(name))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}
