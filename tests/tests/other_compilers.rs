//! C, Rust and the model agree with compilers that a machine may not have. Each test is ignored
//! unless it is asked for; continuous integration installs the compilers and asks for all.

use hv_codegen::arch::Arch;
use hv_defs_tests::agreement::{MODEL, c_agrees, dialect};
use hv_defs_tests::c_compiler::{
    CLANG_KERNEL, Compiler, GCC_C11, GCC_CXX17, GCC_CXX17_LINUX, GCC_KERNEL, GCC_MS_BITFIELDS,
    compile_alone, for_arm64, for_windows, is_for, with_clang, write_headers,
};

/// Every header of a dialect compiles by itself, and with it every assertion that it makes.
fn compiles(compiler: Compiler, name: &str) {
    let (directory, paths) = write_headers(&MODEL, dialect(name), None);
    assert!(!paths.is_empty());
    for path in &paths {
        for arch in Arch::ALL.into_iter().filter(|arch| is_for(path, *arch)) {
            if let Err(error) = compile_alone(compiler, directory.path(), path, arch) {
                panic!("{} {arch} {compiler:?}:\n{error}", path.display());
            }
        }
    }
}

#[test]
#[ignore = "needs aarch64-linux-gnu-gcc and qemu-aarch64"]
fn gcc_for_arm64() {
    for (compiler, dialect) in [
        (GCC_C11, "stdint"),
        (GCC_C11, "tlfs"),
        (GCC_KERNEL, "linux"),
        (GCC_KERNEL, "linux-6.12"),
        (GCC_C11, "linux-uapi"),
    ] {
        c_agrees(for_arm64(compiler), dialect, &[Arch::Arm64]);
    }
}

#[test]
#[ignore = "needs clang"]
fn clang() {
    for (compiler, dialect) in [
        (with_clang(GCC_C11), "stdint"),
        (with_clang(GCC_C11), "tlfs"),
        (with_clang(GCC_C11), "linux-uapi"),
        (CLANG_KERNEL, "linux"),
        (CLANG_KERNEL, "linux-6.12"),
    ] {
        c_agrees(compiler, dialect, &Arch::ALL);
    }
}

#[test]
#[ignore = "needs g++ and clang++"]
fn cxx() {
    for compiler in [GCC_CXX17, with_clang(GCC_CXX17)] {
        compiles(compiler, "stdint");
        compiles(compiler, "tlfs");
    }
    for compiler in [GCC_CXX17_LINUX, with_clang(GCC_CXX17_LINUX)] {
        compiles(compiler, "linux-uapi");
    }
}

/// The layout of bit-fields by Microsoft's rule: here it runs, with the same compiler.
#[test]
#[ignore = "needs gcc for x86-64"]
fn microsoft_bit_fields() {
    for dialect in ["stdint", "tlfs"] {
        c_agrees(GCC_MS_BITFIELDS, dialect, &Arch::ALL);
    }
}

#[test]
#[ignore = "needs x86_64-w64-mingw32-gcc and -g++"]
fn gcc_for_windows() {
    for compiler in [for_windows(GCC_C11), for_windows(GCC_CXX17)] {
        compiles(compiler, "stdint");
        compiles(compiler, "tlfs");
    }
}
