//! The optional features of hv-defs, by a crate outside the workspace: inside, they would be on for every
//! other test, and none would see the default.

use std::path::Path;

use hv_defs_tests::outside::cargo;

#[test]
#[ignore = "builds hv-defs once more; continuous integration asks for it"]
fn every_type_goes_through_the_optional_features() {
    cargo(
        "features",
        Path::new(env!("CARGO_TARGET_TMPDIR")),
        &["test"],
    );
}
