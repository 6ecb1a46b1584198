//! `hv-codegen abi check`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::super::{Failure, SpecArgs, output};
use crate::abi::files::Inspector;
use crate::abi::header;
use crate::abi::report::{Report, document, plain};
use crate::arch::Arch;
use crate::compiler::Compiler;
use crate::coverage::Index;
use crate::model::Model;

/// Hold the layouts in other people's binaries and headers against the spec
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    hv-codegen abi check /sys/kernel/btf/vmlinux\n  \
    hv-codegen abi check --dialect linux hv_vmbus.ko vmlinux\n  \
    hv-codegen abi check --base vmlinux drivers/hv/hv_vmbus.ko\n  \
    hv-codegen abi check --header include/hyperv/hvgdk_mini.h -I include\n  \
    hv-codegen abi check --dialect hvdef target/debug/libhvdef.rlib --verbose\n\n\
    Exit status: 0 nothing differs, 1 something differs or nothing was found, 2 a file cannot be read.")]
pub(super) struct Check {
    #[command(flatten)]
    spec: SpecArgs,
    /// ELF (also .ko, .o, .debug), PE and COFF with DWARF, .rlib and .a, raw BTF, vmlinuz, and compressed ones
    #[arg(value_name = "FILE", required_unless_present = "header")]
    files: Vec<PathBuf>,
    /// A C header: the compiler lays its types out and computes its macros
    #[arg(long, value_name = "FILE")]
    header: Vec<PathBuf>,
    /// A directory in which the compiler looks for headers
    #[arg(short = 'I', value_name = "DIR")]
    include_directory: Vec<PathBuf>,
    /// A macro for the compiler
    #[arg(short = 'D', value_name = "NAME[=VALUE]")]
    define: Vec<String>,
    /// A header that the compiler reads first
    #[arg(long, value_name = "FILE")]
    include: Vec<PathBuf>,
    /// The C or C++ compiler; `cc` if not said, and for another architecture that one's gcc
    #[arg(long, value_name = "PROGRAM")]
    cc: Option<String>,
    /// Look for the names of this dialect, of the TLFS and of Rust alone; those of all dialects if not said
    #[arg(long, value_name = "NAME")]
    dialect: Option<String>,
    /// The architecture of files that do not say: x64 (x86_64) or arm64 (aarch64); this machine's if not said
    #[arg(long)]
    arch: Option<Arch>,
    /// The kernel whose BTF that of modules continues
    #[arg(long, value_name = "FILE")]
    base: Option<PathBuf>,
    /// Where debug information stands that was taken away from its file
    #[arg(long, value_name = "DIR", default_value = "/usr/lib/debug")]
    debug_directory: Vec<PathBuf>,
    /// How to print what came out
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What is a failure besides a file that cannot be read
    #[arg(long, value_enum, default_value_t = FailOn::Difference)]
    fail_on: FailOn,
    /// List what matches, what is not known, and every difference
    #[arg(short, long)]
    verbose: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for a terminal
    Text,
    /// For programs
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A layout or number of another version than today's, too
    Version,
    /// A layout or number that the spec has otherwise, or a file without any
    Difference,
    /// Nothing
    Never,
}

impl Check {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let dialect = self.dialect.as_deref();
        let model = with_dialect(self.spec.published_or_checked(dialect)?, dialect)?;
        // The program ends with this command: to give back each small piece would take as long as to
        // check a module.
        let model: &Model = Box::leak(Box::new(model));
        let index: &Index<'_> = Box::leak(Box::new(Index::new(model)));
        let mut inspector = Inspector::new(model, index);
        inspector.arch = self.arch;
        inspector.base.clone_from(&self.base);
        inspector
            .debug_directories
            .clone_from(&self.debug_directory);
        let mut reports = Vec::new();
        let mut unreadable = 0;
        for path in &self.files {
            match inspector.inspect(path) {
                Ok(of_file) => reports.extend(of_file),
                Err(error) => {
                    unreadable += 1;
                    let _ = writeln!(std::io::stderr(), "error: {}: {error}", path.display());
                }
            }
        }
        let compiler = self.compiler()?;
        for path in &self.header {
            match header::inspect(&inspector, path, &compiler) {
                Ok(report) => reports.push(report),
                Err(error) => {
                    unreadable += 1;
                    let _ = writeln!(std::io::stderr(), "error: {}: {error}", path.display());
                }
            }
        }
        self.print(model, &reports)?;
        if unreadable > 0 {
            return Err(Failure::Impossible(format!(
                "{unreadable} files cannot be checked"
            )));
        }
        self.outcome(&reports)
    }

    fn compiler(&self) -> Result<Compiler, Failure> {
        // The compiler runs in a directory of its own.
        let absolute = |path: &PathBuf| {
            std::path::absolute(path).map_err(|error| {
                Failure::Impossible(format!("{} cannot be found: {error}", path.display()))
            })
        };
        let mut arguments = Vec::new();
        for directory in &self.include_directory {
            arguments.push(format!("-I{}", absolute(directory)?.display()));
        }
        arguments.extend(self.define.iter().map(|define| format!("-D{define}")));
        for header in &self.include {
            // A header that is not here is looked for in the directories.
            let name = if header.is_file() {
                absolute(header)?
            } else {
                header.clone()
            };
            arguments.extend(["-include".to_owned(), name.display().to_string()]);
        }
        Ok(Compiler {
            program: self
                .cc
                .clone()
                .unwrap_or_else(|| Compiler::usual(self.arch)),
            arguments,
        })
    }

    fn print(&self, model: &Model, reports: &[Report<'_>]) -> Result<(), Failure> {
        match self.format {
            Format::Json => output::print(&document(model, reports)),
            Format::Text => {
                let texts = reports
                    .iter()
                    .map(|report| plain(model, report, self.verbose));
                output::print(&texts.collect::<String>())
            }
        }
    }

    fn outcome(&self, reports: &[Report<'_>]) -> Result<(), Failure> {
        if self.fail_on == FailOn::Never {
            return Ok(());
        }
        let empty: Vec<&str> = reports
            .iter()
            .filter(|report| report.findings.is_empty())
            .map(|report| report.name.as_str())
            .collect();
        if reports
            .iter()
            .all(|report| report.findings.is_empty() && report.numbers == 0)
        {
            let _ = writeln!(
                std::io::stderr(),
                "no type of the spec was found in {}, so nothing was checked",
                empty.join(", ")
            );
            return Err(Failure::Found);
        }
        let fails = |report: &Report<'_>| {
            let counts = report.counts();
            counts.differing > 0 || self.fail_on == FailOn::Version && counts.other_version > 0
        };
        if reports.iter().any(fails) {
            Err(Failure::Found)
        } else {
            Ok(())
        }
    }
}

/// The spec with the names of one dialect alone.
fn with_dialect(mut model: Model, name: Option<&str>) -> Result<Model, Failure> {
    let Some(name) = name else { return Ok(model) };
    let known: Vec<String> = model
        .dialects
        .iter()
        .map(|dialect| dialect.name.clone())
        .collect();
    model.dialects.retain(|dialect| dialect.name == name);
    if model.dialects.is_empty() {
        return Err(Failure::Impossible(format!(
            "there is no dialect `{name}`; the dialects are {}",
            known.join(", ")
        )));
    }
    Ok(model)
}
