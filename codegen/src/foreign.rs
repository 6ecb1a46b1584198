//! C headers of somebody else as a compiler understands them: the layout of their types from debug
//! information, the values of their macros from data. Nothing here parses C.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Headers of Linux that stand in for those that a kernel has only once it is configured: the path
/// and the text of each.
pub const STAND_INS: &[(&str, &str)] = &[
    ("asm/page.h", include_str!("../stand-ins/asm/page.h")),
    ("linux/bits.h", include_str!("../stand-ins/linux/bits.h")),
    (
        "linux/build_bug.h",
        include_str!("../stand-ins/linux/build_bug.h"),
    ),
    (
        "linux/stddef.h",
        include_str!("../stand-ins/linux/stddef.h"),
    ),
    (
        "linux/time64.h",
        include_str!("../stand-ins/linux/time64.h"),
    ),
    ("linux/types.h", include_str!("../stand-ins/linux/types.h")),
];

/// What tells the stand-ins and the conditions of headers that the architecture is ARM64, whatever
/// the compiler is for.
pub const STAND_IN_ARM64: [&str; 2] = ["-DHV_STAND_IN_ARM64", "-D_M_ARM64"];

mod dwarf;
mod macros;

/// What headers declare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Records by tag.
    pub records: BTreeMap<String, Record>,
    /// The sizes in bytes of other types by name.
    pub typedefs: BTreeMap<String, u64>,
    /// Values of enums.
    pub enumerators: BTreeMap<String, Number>,
    /// Macros that are numbers.
    pub macros: BTreeMap<String, Number>,
    /// Macros that are no numbers, or take parameters.
    pub other_macros: BTreeSet<String>,
}

/// A number in C: negative ones wrap around.
pub type Number = u64;

/// A struct or union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Whether it is a union.
    pub is_union: bool,
    /// Bytes.
    pub size: u64,
    /// The fields; those of records without a tag and a name stand here themselves, those of
    /// records without a tag have the name before theirs.
    pub fields: Vec<Field>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The name, with dots.
    pub name: String,
    /// Bits from the start of the record.
    pub bit_offset: u64,
    /// Bits; for an array of one element.
    pub bits: u64,
    /// The number of elements of an array, zero for any number.
    pub count: Option<u64>,
}

impl Declared {
    /// The number that a name stands for.
    pub fn number(&self, name: &str) -> Option<Number> {
        let macros = self.macros.get(name);
        macros.or_else(|| self.enumerators.get(name)).copied()
    }

    /// Every name.
    pub fn names(&self) -> BTreeSet<String> {
        let records = self.records.keys().chain(self.typedefs.keys());
        let numbers = self.enumerators.keys().chain(self.macros.keys());
        let all = records.chain(numbers).chain(&self.other_macros);
        all.cloned().collect()
    }

    /// Whether the headers have the name for anything.
    pub fn has(&self, name: &str) -> bool {
        self.number(name).is_some()
            || self.records.contains_key(name)
            || self.typedefs.contains_key(name)
            || self.other_macros.contains(name)
    }
}

/// A compiler that writes ELF and DWARF, as gcc does.
#[derive(Clone, Debug)]
pub struct Compiler {
    /// The program.
    pub program: String,
    /// What it is called with besides.
    pub arguments: Vec<String>,
}

/// What went wrong, and what the compiler said.
pub type Failure = String;

impl Compiler {
    /// Reads headers, which are included one after the other. Macros are those that the headers
    /// below one of the directories `own` define.
    pub fn read(&self, headers: &[PathBuf], own: &[PathBuf]) -> Result<Declared, Failure> {
        let directory = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut includes = String::new();
        for header in headers {
            let _ = writeln!(includes, "#include \"{}\"", header.display());
        }
        let (names, other_macros) =
            macros::names(&self.preprocess(&includes, directory.path())?, own);
        let mut declared = Declared {
            other_macros,
            ..Declared::default()
        };
        let library = self.compile(&includes, &names, directory.path(), &mut declared)?;
        dwarf::read(&library, &mut declared)?;
        Ok(declared)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).args(["-x", "c", "-w"]);
        command
    }

    fn preprocess(&self, includes: &str, directory: &Path) -> Result<String, Failure> {
        let source = directory.join("names.c");
        std::fs::write(&source, includes).map_err(|error| error.to_string())?;
        let output = self
            .command()
            .args(["-E", "-dD"])
            .arg(&source)
            .output()
            .map_err(|error| format!("{}: {error}", self.program))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// A library with the debug information of all types, and a constant for each macro. A macro
    /// that is no number is an error of its line; it is left out, and the rest compiled again.
    fn compile(
        &self,
        includes: &str,
        names: &[String],
        directory: &Path,
        declared: &mut Declared,
    ) -> Result<Vec<u8>, Failure> {
        let (source, library) = (directory.join("all.c"), directory.join("all.so"));
        let mut left: Vec<&String> = names.iter().collect();
        loop {
            let mut text = includes.to_owned();
            for (at, name) in left.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "#line {} \"{}\"\nconst unsigned long long {}{name} = (unsigned long long)({name});",
                    at + 1,
                    macros::LINES,
                    macros::PREFIX
                );
            }
            std::fs::write(&source, text).map_err(|error| error.to_string())?;
            let output = self
                .command()
                .args([
                    "-g",
                    "-gdwarf-5",
                    "-fno-eliminate-unused-debug-types",
                    "-shared",
                ])
                .args(["-fPIC", "-nostdlib", "-fmax-errors=0", "-o"])
                .args([&library, &source])
                .output()
                .map_err(|error| format!("{}: {error}", self.program))?;
            if output.status.success() {
                break;
            }
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            let wrong = macros::wrong_lines(&errors);
            if wrong.is_empty() {
                return Err(errors);
            }
            let mut at = 0;
            left.retain(|name| {
                at += 1;
                let is_wrong = wrong.contains(&at);
                if is_wrong {
                    declared.other_macros.insert((*name).clone());
                }
                !is_wrong
            });
        }
        std::fs::read(&library).map_err(|error| error.to_string())
    }
}
