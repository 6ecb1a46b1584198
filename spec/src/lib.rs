//! The text of a machine-readable transcription of the Hyper-V Top-Level Functional Specification.
//!
//! The format is described in `FORMAT.md`; `hv-codegen` reads it and turns it into Rust, C headers
//! and JSON. This crate carries the files, so that tools built with it need no directory.

macro_rules! files {
    ($($path:literal,)*) => {
        /// The path of each file from the root of the spec, and its text.
        pub const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../", $path))),)*];
    };
}

files! {
    "sources.yaml",
    "errata.yaml",
    "dialects/hvdef.yaml",
    "dialects/linux-6.12.yaml",
    "dialects/linux-uapi.yaml",
    "dialects/linux.yaml",
    "dialects/mshv-bindings.yaml",
    "dialects/stdint.yaml",
    "dialects/tlfs.yaml",
    "linux/mshv.yaml",
    "tlfs/cpuid.yaml",
    "tlfs/crash.yaml",
    "tlfs/debug.yaml",
    "tlfs/device.yaml",
    "tlfs/hypercall.yaml",
    "tlfs/intercept.yaml",
    "tlfs/interrupt.yaml",
    "tlfs/isolation.yaml",
    "tlfs/memory.yaml",
    "tlfs/mmu.yaml",
    "tlfs/msr.yaml",
    "tlfs/nested_svm.yaml",
    "tlfs/nested_vmx.yaml",
    "tlfs/partition.yaml",
    "tlfs/partition_property.yaml",
    "tlfs/port.yaml",
    "tlfs/register.yaml",
    "tlfs/register_arm64.yaml",
    "tlfs/register_x64.yaml",
    "tlfs/scheduler.yaml",
    "tlfs/stats.yaml",
    "tlfs/status.yaml",
    "tlfs/synic.yaml",
    "tlfs/timer.yaml",
    "tlfs/vp.yaml",
    "tlfs/vp_state.yaml",
    "tlfs/vsm.yaml",
}
