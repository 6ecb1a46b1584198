//! C, Rust and the model agree with compilers that a machine may not have. Each test is ignored
//! unless it is asked for; continuous integration installs the compilers and asks for all.

use hv_codegen::arch::Arch;
use hv_defs_tests::agreement::c_agrees;
use hv_defs_tests::c_compiler::{GCC_C11, GCC_KERNEL, for_arm64};

#[test]
#[ignore = "needs aarch64-linux-gnu-gcc and qemu-aarch64"]
fn gcc_for_arm64() {
    for (compiler, dialect) in [
        (GCC_C11, "stdint"),
        (GCC_C11, "tlfs"),
        (GCC_KERNEL, "linux"),
    ] {
        c_agrees(for_arm64(compiler), dialect, &[Arch::Arm64]);
    }
}
