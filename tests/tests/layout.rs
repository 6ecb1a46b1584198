//! C, Rust and the model lay out every type the same, in every dialect, on both architectures.

use hv_codegen::arch::Arch;
use hv_codegen::emit::witness::{expected, expected_reading};
use hv_defs_tests::agreement::{MODEL, c_agrees};
use hv_defs_tests::c_compiler::{
    self, Compiler, GCC_C11, GCC_CXX17, GCC_KERNEL, compile_alone, write_headers,
};
use hv_defs_tests::lines::differences;
use hv_defs_tests::witness;

#[test]
fn rust_lays_out_what_the_model_says() {
    for arch in Arch::ALL {
        let expected = expected(&MODEL, arch);
        assert!(
            expected.lines().count() > 2000,
            "the spec has more facts than {}",
            expected.lines().count()
        );
        if let Some(report) = differences("the model", &expected, "Rust", &witness::write(arch)) {
            panic!("{arch}: {report}");
        }
        let reading = witness::read(arch, &expected);
        if let Some(report) = differences(
            "the model",
            &expected_reading(&MODEL, arch),
            "Rust",
            &reading,
        ) {
            panic!("{arch}: {report}");
        }
    }
}

#[test]
fn tlfs_headers_agree_with_rust() {
    c_agrees(GCC_C11, "tlfs", &Arch::ALL);
}

#[test]
fn stdint_headers_agree_with_rust() {
    c_agrees(GCC_C11, "stdint", &Arch::ALL);
}

#[test]
fn linux_headers_agree_with_rust() {
    c_agrees(GCC_KERNEL, "linux", &Arch::ALL);
}

/// Every header compiles by itself, without a warning, for one architecture and for both.
#[test]
fn headers_compile_alone() {
    let arm64 = ["-D_M_ARM64", "-DHV_DEFS_TESTS_ARM64"];
    for dialect in MODEL
        .dialects
        .iter()
        .filter(|dialect| dialect.headers.is_some())
    {
        let compilers: &[Compiler] = if dialect.name == "linux" {
            &[GCC_KERNEL]
        } else {
            &[GCC_C11, GCC_CXX17]
        };
        for arch in [None, Some(Arch::X64), Some(Arch::Arm64)] {
            let (_directory, paths) = write_headers(&MODEL, dialect, arch);
            assert!(!paths.is_empty());
            for (path, compiler) in paths
                .iter()
                .flat_map(|path| compilers.iter().map(move |compiler| (path, *compiler)))
            {
                // A machine may have gcc without g++; a machine of continuous integration has both.
                if !c_compiler::is_installed(compiler) && compiler.program == "g++" {
                    continue;
                }
                for defines in [&[][..], &arm64] {
                    if let Err(error) = compile_alone(compiler, path, defines) {
                        panic!(
                            "{} {arch:?} {compiler:?} {defines:?}:\n{error}",
                            path.display()
                        );
                    }
                }
            }
        }
    }
}
