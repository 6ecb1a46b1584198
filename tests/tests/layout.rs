//! C, Rust and the model lay out every type the same, in every dialect, on both architectures.

use std::sync::LazyLock;

use hv_codegen::arch::Arch;
use hv_codegen::emit::witness::{expected, expected_macros, expected_reading, undeclared};
use hv_codegen::load::Files;
use hv_codegen::model::{Dialect, Model};
use hv_defs_tests::c_compiler::{
    self, Compiler, GCC_C11, GCC_CXX17, GCC_KERNEL, build_witness, compile_alone, run_witness,
    write_headers,
};
use hv_defs_tests::lines::differences;
use hv_defs_tests::witness;

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Files::embedded()).expect("the spec is correct"));

fn dialect(name: &str) -> &'static Dialect {
    MODEL
        .dialects
        .iter()
        .find(|dialect| dialect.name == name)
        .expect("the dialect exists")
}

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

fn c_agrees(compiler: Compiler, name: &str) {
    for arch in Arch::ALL {
        let (_directory, program) = build_witness(compiler, &MODEL, dialect(name), arch)
            .unwrap_or_else(|error| panic!("{error}"));
        let (macros, written) = without_macros(&run_witness(&program, None));
        let expected_macros = expected_macros(dialect(name), arch);
        if let Some(report) = differences("the model", &expected_macros, "C", &macros) {
            panic!("{name} {arch}: {report}");
        }
        let undeclared = undeclared(&MODEL, dialect(name));
        let declared = |text: String| -> String {
            let lines = text
                .lines()
                .filter(|line| !undeclared.contains(line.split(' ').nth(1).unwrap_or_default()));
            lines.map(|line| format!("{line}\n")).collect()
        };
        let rust = declared(witness::write(arch));
        let (written_lines, rust_lines) = comparable(name, &written, &rust);
        if let Some(report) = differences("Rust", &rust_lines, "C", &written_lines) {
            panic!("{name} {arch}: {report}");
        }
        // Each reads what the other wrote.
        let expected = declared(expected_reading(&MODEL, arch));
        for (label, reading) in [
            ("C", run_witness(&program, Some(&rust))),
            ("Rust", witness::read(arch, &written)),
        ] {
            if let Some(report) = differences("the model", &expected, label, &reading) {
                panic!("{name} {arch}: {report}");
            }
        }
    }
}

/// The lines of macros, and the others.
fn without_macros(lines: &str) -> (String, String) {
    let (macros, others): (Vec<&str>, Vec<&str>) =
        lines.lines().partition(|line| line.starts_with("macro "));
    let text = |lines: Vec<&str>| lines.into_iter().map(|line| format!("{line}\n")).collect();
    (text(macros), text(others))
}

fn packs_all(name: &str) -> bool {
    let headers = dialect(name).headers.as_ref();
    headers.is_some_and(|headers| headers.pack_all)
}

/// A packed dialect has no alignment to compare.
fn comparable(name: &str, c: &str, rust: &str) -> (String, String) {
    let keep = |text: &str| match packs_all(name) {
        false => text.to_owned(),
        true => text.lines().map(without_alignment).collect(),
    };
    (keep(c), keep(rust))
}

fn without_alignment(line: &str) -> String {
    match line.strip_prefix("size ") {
        Some(_) => format!(
            "{} -\n",
            line.rsplit_once(' ').map_or(line, |(start, _)| start)
        ),
        None => format!("{line}\n"),
    }
}

#[test]
fn tlfs_headers_agree_with_rust() {
    c_agrees(GCC_C11, "tlfs");
}

#[test]
fn stdint_headers_agree_with_rust() {
    c_agrees(GCC_C11, "stdint");
}

#[test]
fn linux_headers_agree_with_rust() {
    c_agrees(GCC_KERNEL, "linux");
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
