//! C, Rust and the model lay out every type the same, in every dialect, on both architectures.

use hv_codegen::arch::Arch;
use hv_codegen::emit::witness::{expected, expected_reading};
use hv_defs_tests::agreement::{MODEL, c_agrees, dialect};
use hv_defs_tests::c_compiler::{
    self, Compiler, GCC_C11, GCC_CXX17, GCC_CXX17_LINUX, GCC_KERNEL, compile_alone,
    compile_in_order, is_for, write_headers,
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

#[test]
fn linux_6_12_headers_agree_with_rust() {
    c_agrees(GCC_KERNEL, "linux-6.12", &Arch::ALL);
}

#[test]
fn linux_uapi_headers_agree_with_rust() {
    c_agrees(GCC_C11, "linux-uapi", &Arch::ALL);
}

/// Every header compiles by itself, without a warning, for one architecture and for both.
#[test]
fn headers_compile_alone() {
    for dialect in MODEL
        .dialects
        .iter()
        .filter(|dialect| dialect.headers.is_some())
    {
        let compilers: &[Compiler] = match dialect.name.as_str() {
            "linux" | "linux-6.12" => &[GCC_KERNEL],
            "linux-uapi" => &[GCC_C11, GCC_CXX17_LINUX],
            _ => &[GCC_C11, GCC_CXX17],
        };
        for only in [None, Some(Arch::X64), Some(Arch::Arm64)] {
            let (directory, paths) = write_headers(&MODEL, dialect, only);
            assert!(!paths.is_empty());
            for (path, compiler) in paths
                .iter()
                .flat_map(|path| compilers.iter().map(move |compiler| (path, *compiler)))
            {
                // A machine may have gcc without g++; a machine of continuous integration has both.
                if !c_compiler::is_installed(compiler) && compiler.program == "g++" {
                    continue;
                }
                for arch in Arch::ALL.into_iter().filter(|arch| is_for(path, *arch)) {
                    // A tree for one architecture has no `asm` of the other.
                    if dialect.name == "linux-6.12" && only.is_some_and(|only| only != arch) {
                        continue;
                    }
                    if let Err(error) = compile_alone(compiler, directory.path(), path, arch) {
                        panic!("{} {only:?} {compiler:?} {arch}:\n{error}", path.display());
                    }
                }
            }
        }
    }
}

/// Headers can be included in any order.
#[test]
fn headers_compile_in_every_order() {
    for (name, compiler) in [("linux", GCC_KERNEL), ("linux-6.12", GCC_KERNEL)] {
        let (directory, paths) = write_headers(&MODEL, dialect(name), None);
        for arch in Arch::ALL {
            let here: Vec<_> = paths.iter().filter(|path| is_for(path, arch)).collect();
            let orders = orders(&here);
            assert_eq!(orders.len(), (1..=here.len()).product::<usize>());
            for order in orders {
                let result = compile_in_order(compiler, directory.path(), &order, arch);
                if let Err(error) = result {
                    panic!("{name} {arch} {order:?}:\n{error}");
                }
            }
        }
    }
}

/// All orders of a list.
fn orders<T: Copy>(list: &[T]) -> Vec<Vec<T>> {
    if list.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |at: usize| {
        let mut rest = list.to_vec();
        let first = rest.remove(at);
        let others = orders(&rest).into_iter();
        others.map(move |other| [&[first], other.as_slice()].concat())
    };
    (0..list.len()).flat_map(with_first).collect()
}
