//! The optional features of hv-defs, by a crate outside the workspace: inside, they would be on for every
//! other test, and none would see the default.

use std::path::Path;
use std::process::Command;

use hv_defs_tests::repository;

#[test]
#[ignore = "builds hv-defs once more; continuous integration asks for it"]
fn every_type_goes_through_the_optional_features() {
    let output = Command::new(env!("CARGO"))
        .args(["test", "--locked", "--manifest-path"])
        .arg(repository().join("tests/features/Cargo.toml"))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("features"),
        )
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
