//! Holding C, Rust and the model against each other.

use std::sync::LazyLock;

use hv_codegen::arch::Arch;
use hv_codegen::emit::witness::{expected_macros, expected_reading, undeclared};
use hv_codegen::load::Files;
use hv_codegen::model::{Dialect, Model};

use crate::c_compiler::{Compiler, build_witness, run_witness};
use crate::lines::differences;
use crate::witness;

/// The published spec.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::new(&Files::embedded()).expect("the spec is correct"));

/// A dialect of it.
///
/// # Panics
///
/// Where there is none of that name.
pub fn dialect(name: &str) -> &'static Dialect {
    MODEL
        .dialects
        .iter()
        .find(|dialect| dialect.name == name)
        .expect("the dialect exists")
}

/// Panics with all differences between the model, Rust, and C as this compiler lays it out with the
/// headers of a dialect; each reads what the other wrote.
///
/// # Panics
///
/// Where they do not agree.
pub fn c_agrees(compiler: Compiler, name: &str, arches: &[Arch]) {
    for &arch in arches {
        let (_directory, program) = build_witness(compiler, &MODEL, dialect(name), arch)
            .unwrap_or_else(|error| panic!("{error}"));
        let (macros, written) = without_macros(&run_witness(compiler, &program, None));
        let expected_macros = expected_macros(&MODEL, dialect(name), arch);
        if let Some(report) = differences("the model", &expected_macros, "C", &macros) {
            panic!("{name} {arch}: {report}");
        }
        let undeclared = undeclared(&MODEL, dialect(name), arch);
        let is_declared = |line: &&str| {
            let mut words = line.split(' ').skip(1);
            let item = words.next().unwrap_or_default();
            let part = words.next().unwrap_or_default();
            !undeclared.contains(item) && !undeclared.contains(&format!("{item} {part}"))
        };
        let declared = |text: String| -> String {
            let lines = text.lines().filter(is_declared);
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
            ("C", run_witness(compiler, &program, Some(&rust))),
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
