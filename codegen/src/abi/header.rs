//! Holding C headers against the spec: the system's compiler lays the types out and computes the macros.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use object::{Object, ObjectSection, ObjectSymbol};

use super::binary::Source;
use super::check::{Checker, Finding, Mismatch, NumberVerdict, Verdict};
use super::files::Inspector;
use super::foreign::{Declaration, Layout, LayoutKind, ReadError};
use super::report::Report;
use crate::arch::Arch;

/// How a header is compiled.
#[derive(Clone, Debug, Default)]
pub struct Compiler {
    /// The program.
    pub program: String,
    /// What stands before the file: directories, definitions, headers to read first.
    pub arguments: Vec<String>,
}

impl Compiler {
    /// The usual compiler for an architecture on this machine.
    pub fn usual(arch: Option<Arch>) -> String {
        let program = match (arch, cfg!(target_arch = "aarch64")) {
            (Some(Arch::Arm64), false) => "aarch64-linux-gnu-gcc",
            (Some(Arch::X64), true) => "x86_64-linux-gnu-gcc",
            _ => "cc",
        };
        program.to_owned()
    }

    fn run(&self, directory: &Path, arguments: &[&str]) -> Result<Output, ReadError> {
        Command::new(&self.program)
            .args(&self.arguments)
            .args(arguments)
            // The messages of the compiler are read.
            .env("LC_ALL", "C")
            .current_dir(directory)
            .output()
            .map_err(|error| {
                ReadError::new(format!(
                    "the compiler {} cannot be run: {error}",
                    self.program
                ))
            })
    }
}

/// The file that holds the header, and the one that computes the macros.
const TYPES: &str = "types.c";
const MACROS: &str = "macros.c";
/// A macro that is no number spoils its line alone; after so many rounds what is left is given up.
const ROUNDS: usize = 4;

/// What came out for a header.
pub fn inspect<'m>(
    inspector: &Inspector<'m>,
    header: &Path,
    compiler: &Compiler,
) -> Result<Report<'m>, ReadError> {
    let failed = |error: std::io::Error| ReadError::new(error.to_string());
    let header = header
        .canonicalize()
        .map_err(|error| ReadError::new(format!("it cannot be read: {error}")))?;
    let directory = tempfile::tempdir().map_err(failed)?;
    let include = format!("#include \"{}\"\n", header.display());
    // A header may have macros alone, and then there would be no debug information.
    let types = format!("{include}int hv_abi_variable;\n");
    std::fs::write(directory.path().join(TYPES), types).map_err(failed)?;
    let object = compile(compiler, directory.path(), TYPES, "types.o")?;
    let mut reports = inspector.inspect_source(&Source::open(&object)?)?;
    let mut report = reports
        .pop()
        .ok_or_else(|| ReadError::new("the compiler wrote no debug information"))?;
    report.name = header.display().to_string();
    report.form = "header";
    for finding in &mut report.findings {
        finding.declaration.unit = String::new();
    }
    let macros = macros(inspector, compiler, directory.path())?;
    let (values, gaps) = values(compiler, directory.path(), &include, macros)?;
    add_numbers(inspector, &values, &mut report);
    report.gaps.extend(gaps);
    Ok(report)
}

fn compile(
    compiler: &Compiler,
    directory: &Path,
    source: &str,
    object: &str,
) -> Result<PathBuf, ReadError> {
    let arguments = [
        "-g",
        "-O0",
        "-w",
        "-fno-eliminate-unused-debug-types",
        "-c",
        source,
        "-o",
        object,
    ];
    let output = compiler.run(directory, &arguments)?;
    if output.status.success() {
        return Ok(directory.join(object));
    }
    let messages = String::from_utf8_lossy(&output.stderr);
    let first: Vec<&str> = messages.lines().take(12).collect();
    Err(ReadError::new(format!(
        "{} does not compile it; give it what it needs with -I, -D or --include:\n{}",
        compiler.program,
        first.join("\n")
    )))
}

/// The macros without parameters that have a name of the spec.
fn macros(
    inspector: &Inspector<'_>,
    compiler: &Compiler,
    directory: &Path,
) -> Result<Vec<String>, ReadError> {
    let output = compiler.run(directory, &["-E", "-dM", TYPES])?;
    let text = String::from_utf8_lossy(&output.stdout);
    let names = text.lines().filter_map(|line| {
        let (name, value) = line.strip_prefix("#define ")?.split_once(' ')?;
        (!name.contains('(') && !value.trim().is_empty()).then_some(name)
    });
    let mut names: Vec<String> = names
        .filter(|name| inspector.wants_number(name))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Names with their numbers.
type Numbers = Vec<(String, u64)>;

/// The numbers of macros, and a word for those that are none.
fn values(
    compiler: &Compiler,
    directory: &Path,
    include: &str,
    mut names: Vec<String>,
) -> Result<(Numbers, Vec<String>), ReadError> {
    let mut gaps = Vec::new();
    for _ in 0..ROUNDS {
        if names.is_empty() {
            break;
        }
        let lines = names.iter().enumerate().map(|(at, name)| {
            format!("const unsigned long long hv_abi_value_{at} = (unsigned long long)({name});\n")
        });
        let text = format!("{include}{}", lines.collect::<String>());
        std::fs::write(directory.join(MACROS), text)
            .map_err(|error| ReadError::new(error.to_string()))?;
        let output = compiler.run(
            directory,
            &[
                "-O0",
                "-w",
                "-ftrack-macro-expansion=0",
                "-c",
                MACROS,
                "-o",
                "macros.o",
            ],
        )?;
        if output.status.success() {
            let bytes = std::fs::read(directory.join("macros.o"))
                .map_err(|error| ReadError::new(error.to_string()))?;
            return Ok((constants(&bytes, &names)?, gaps));
        }
        // The first line is the header; each that follows is a macro.
        let messages = String::from_utf8_lossy(&output.stderr).into_owned();
        let bad: Vec<usize> = messages
            .lines()
            .filter_map(|line| {
                line.strip_prefix(MACROS)?
                    .strip_prefix(':')?
                    .split(':')
                    .next()
            })
            .filter_map(|number| number.parse::<usize>().ok()?.checked_sub(2))
            .collect();
        if bad.is_empty() {
            break;
        }
        let mut kept = Vec::new();
        for (at, name) in names.into_iter().enumerate() {
            if bad.contains(&at) {
                gaps.push(format!("the macro {name} is no number"));
            } else {
                kept.push(name);
            }
        }
        names = kept;
    }
    if !names.is_empty() {
        gaps.push(format!("{} macros could not be computed", names.len()));
    }
    Ok((Vec::new(), gaps))
}

/// The values of the constants in an object.
fn constants(bytes: &[u8], names: &[String]) -> Result<Numbers, ReadError> {
    let file = object::File::parse(bytes).map_err(|error| ReadError::new(error.to_string()))?;
    let mut values = Vec::new();
    for symbol in file.symbols() {
        let value = || {
            let name = symbol.name().ok()?.trim_start_matches('_');
            let at: usize = name.strip_prefix("hv_abi_value_")?.parse().ok()?;
            let section = file.section_by_index(symbol.section_index()?).ok()?;
            let start = usize::try_from(symbol.address().checked_sub(section.address())?).ok()?;
            // What is zero may stand in a section without bytes.
            let data = section.data().ok()?;
            let value = match data.get(start..start.checked_add(8)?) {
                Some(bytes) => u64::from_le_bytes(bytes.try_into().ok()?),
                None if data.is_empty() => 0,
                None => return None,
            };
            Some((names.get(at)?.clone(), value))
        };
        values.extend(value());
    }
    Ok(values)
}

fn add_numbers<'m>(inspector: &Inspector<'m>, values: &[(String, u64)], report: &mut Report<'m>) {
    let checker: Checker<'m, '_> = inspector.checker(report.arch);
    for (name, value) in values {
        let verdict = match checker.number(name, *value) {
            None => continue,
            Some(NumberVerdict::Matched) => {
                report.numbers += 1;
                continue;
            }
            Some(NumberVerdict::Differs { item, ours }) => Verdict::Differs {
                item,
                mismatches: vec![Mismatch {
                    bit: None,
                    part: Some(name.clone()),
                    text: format!("{value:#x} there, {ours:#x} in the spec"),
                }],
            },
            Some(NumberVerdict::OtherMeaning { item, meant }) => Verdict::OtherMeaning {
                item,
                reason: format!("{value:#x} is the number of {}", meant.name),
            },
        };
        report.findings.push(Finding {
            declaration: Declaration {
                path: name.clone(),
                layout: Layout {
                    kind: LayoutKind::Integer,
                    values: vec![(name.clone(), *value)],
                    ..Layout::default()
                },
                unit: String::new(),
            },
            verdict,
        });
    }
}
