//! The code for a kernel tree, which needs nothing but core, compiles: all of it, and a part of it.

use std::process::Command;

use hv_codegen::arch::Arch;
use hv_codegen::emit::rust::{Flavour, document, with_enums};
use hv_defs_tests::agreement::MODEL;

/// Compiles code for this machine in the editions that kernels use and may come to use.
fn compiles(code: &str) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let root = "#![no_std]\n#![forbid(unsafe_code)]\n#![deny(missing_docs, warnings)]\n\
        //! All that is there.\ninclude!(\"hyperv.rs\");\n";
    for (name, text) in [("hyperv.rs", code), ("lib.rs", root)] {
        std::fs::write(directory.path().join(name), text).expect("it can be written");
    }
    for edition in ["2021", "2024"] {
        let output = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()))
            .args(["--edition", edition, "--crate-type", "lib"])
            .args(["--emit", "metadata", "lib.rs"])
            .arg(format!(
                "--target={}-unknown-linux-gnu",
                std::env::consts::ARCH
            ))
            .current_dir(directory.path())
            .output()
            .expect("rustc runs");
        assert!(
            output.status.success(),
            "edition {edition}:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn all_items() {
    let all = MODEL.items.iter().map(|item| item.id).collect();
    compiles(&document(&MODEL, Flavour::Standalone, &all).expect("the code is Rust"));
}

/// What a part needs comes with it.
#[test]
fn items_with_what_they_need() {
    for (name, declaration) in [
        ("HvCallPostMessage", "pub struct HvInputPostMessage {"),
        ("HvRegisterVpIndex", "pub const VP_INDEX: Self"),
        ("HvMessageTimerExpired", "pub const TIMER_EXPIRED: Self"),
        ("HV_STATUS_TIMEOUT", "pub const TIMEOUT: Self"),
        ("HV_X64_MSR_SIMP", "pub const HV_X64_MSR_SIMP: u32"),
    ] {
        let item = MODEL.find(name, Arch::X64).expect("the item exists");
        let items = with_enums(&MODEL, Flavour::Standalone, vec![item.id]);
        let wanted = MODEL.closure(&items);
        let code = document(&MODEL, Flavour::Standalone, &wanted).expect("the code is Rust");
        assert!(code.contains(declaration), "{name} is not in\n{code}");
        compiles(&code);
    }
}
