//! The C compiler of the system: the types of headers as debug information, their macros as numbers.
//! Nothing here parses C.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use object::{Object, ObjectSection, ObjectSymbol};
use tempfile::TempDir;

use crate::abi::foreign::ReadError;
use crate::arch::Arch;

mod macros;

pub use macros::Macros;

/// How headers are compiled.
#[derive(Clone, Debug, Default)]
pub struct Compiler {
    /// The program: gcc, clang, or one that is called as they are.
    pub program: String,
    /// What stands before the file: directories, definitions, headers to read first.
    pub arguments: Vec<String>,
}

/// Headers that a compiler has taken.
#[derive(Debug)]
pub struct Compiled<'c> {
    compiler: &'c Compiler,
    directory: TempDir,
    includes: String,
}

/// What macros come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Those that are numbers; negative ones wrap around.
    pub known: Vec<(String, u64)>,
    /// Those that are none.
    pub none: Vec<String>,
}

/// The file that holds the headers, and the one that computes the macros.
const TYPES: &str = "types.c";
const MACROS: &str = "macros.c";
/// What the compiler makes of them.
const TYPES_OBJECT: &str = "types.o";
const MACROS_OBJECT: &str = "macros.o";
/// What stands before the number of a macro in the name of its constant.
const CONSTANT: &str = "hv_codegen_value_";
/// How a constant is declared that the object holds; C++ would compute at run time what it cannot before.
const DECLARATION: &str = "\
#ifdef __cplusplus
#define hv_codegen_constant extern constexpr
#else
#define hv_codegen_constant const
#endif
";

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

    /// Compiles headers, which are included one after the other.
    pub fn compile(&self, headers: &[PathBuf]) -> Result<Compiled<'_>, ReadError> {
        let mut includes = String::new();
        for header in headers {
            let _ = writeln!(includes, "#include \"{}\"", header.display());
        }
        let compiled = Compiled {
            compiler: self,
            directory: tempfile::tempdir().map_err(|error| ReadError::new(error.to_string()))?,
            includes,
        };
        // Headers may have macros alone, and then there would be no debug information.
        let text = format!("{}int hv_codegen_variable;\n", compiled.includes);
        compiled.write(TYPES, &text)?;
        let flags = ["-g", "-O0", "-fno-eliminate-unused-debug-types"];
        let output = compiled.object_of(TYPES, TYPES_OBJECT, &flags)?;
        if output.status.success() {
            return Ok(compiled);
        }
        let messages = String::from_utf8_lossy(&output.stderr);
        let first: Vec<&str> = messages.lines().take(12).collect();
        Err(ReadError::new(format!(
            "{} does not compile it; give it the directories, macros and headers that it needs:\n{}",
            self.program,
            first.join("\n")
        )))
    }

    fn run(&self, directory: &Path, arguments: &[&str]) -> Result<Output, ReadError> {
        Command::new(&self.program)
            .args(&self.arguments)
            .arg("-w")
            .args(arguments)
            // The messages of the compiler are read.
            .env("LC_ALL", "C")
            .current_dir(directory)
            .output()
            .map_err(|error| {
                let program = &self.program;
                ReadError::new(format!("the compiler {program} cannot be run: {error}"))
            })
    }
}

impl Compiled<'_> {
    /// The object with the debug information of all types.
    pub fn types(&self) -> PathBuf {
        self.directory.path().join(TYPES_OBJECT)
    }

    /// The macros that stand when all headers have been read, of those files that are asked for.
    pub fn macros(&self, is_wanted: impl Fn(&Path) -> bool) -> Result<Macros, ReadError> {
        let arguments = ["-E", "-dD", TYPES];
        let output = self.compiler.run(self.directory.path(), &arguments)?;
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(Macros::of(&text, is_wanted))
    }

    /// The numbers of macros. One that is none is an error of its line; it is left out, and the rest
    /// compiled again.
    pub fn numbers(&self, names: &BTreeSet<String>) -> Result<Numbers, ReadError> {
        let mut numbers = Numbers::default();
        let mut left: Vec<&String> = names.iter().collect();
        while !left.is_empty() {
            let mut text = format!("{}{DECLARATION}", self.includes);
            let first = text.lines().count() + 1;
            for (at, name) in left.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "hv_codegen_constant unsigned long long {CONSTANT}{at} = (unsigned long long)({name});"
                );
            }
            self.write(MACROS, &text)?;
            let output = self.object_of(MACROS, MACROS_OBJECT, &["-O0"])?;
            if output.status.success() {
                numbers.known = self.constants(&left)?;
                return Ok(numbers);
            }
            let messages = String::from_utf8_lossy(&output.stderr);
            let wrong: BTreeSet<usize> = messages
                .lines()
                .filter_map(line_of_message)
                .filter_map(|line| line.checked_sub(first))
                .collect();
            let (before, mut at) = (left.len(), 0);
            left.retain(|name| {
                let is_wrong = wrong.contains(&at);
                at += 1;
                if is_wrong {
                    numbers.none.push((*name).clone());
                }
                !is_wrong
            });
            // No macro is to blame, or one that ends beyond its line: the next round would say the same.
            if left.len() == before {
                return Err(ReadError::new(messages));
            }
        }
        Ok(numbers)
    }

    /// The values of the constants that stand for macros.
    fn constants(&self, names: &[&String]) -> Result<Vec<(String, u64)>, ReadError> {
        let bytes = std::fs::read(self.directory.path().join(MACROS_OBJECT))
            .map_err(|error| ReadError::new(error.to_string()))?;
        let file =
            object::File::parse(&*bytes).map_err(|error| ReadError::new(error.to_string()))?;
        let constants = file.symbols().filter_map(|symbol| {
            let at: usize = symbol.name().ok()?.strip_prefix(CONSTANT)?.parse().ok()?;
            let section = file.section_by_index(symbol.section_index()?).ok()?;
            let start = usize::try_from(symbol.address().checked_sub(section.address())?).ok()?;
            // What is zero may stand in a section without bytes.
            let data = section.data().ok()?;
            let value = match data.get(start..start.checked_add(8)?) {
                Some(bytes) => u64::from_le_bytes(bytes.try_into().ok()?),
                None if data.is_empty() => 0,
                None => return None,
            };
            Some(((*names.get(at)?).clone(), value))
        });
        let constants: Vec<_> = constants.collect();
        match constants.len() == names.len() {
            true => Ok(constants),
            false => Err(ReadError::new("the compiler left constants out")),
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<(), ReadError> {
        std::fs::write(self.directory.path().join(name), text)
            .map_err(|error| ReadError::new(error.to_string()))
    }

    fn object_of(&self, source: &str, object: &str, flags: &[&str]) -> Result<Output, ReadError> {
        let files = ["-c", source, "-o", object];
        let arguments = [flags, &files].concat();
        self.compiler.run(self.directory.path(), &arguments)
    }
}

/// The line of the file of macros about which a message is: an error, or a note that the error before it,
/// in the definition of a macro, comes from here.
fn line_of_message(message: &str) -> Option<usize> {
    let rest = message.strip_prefix(MACROS)?.strip_prefix(':')?;
    rest.split(':').next()?.parse().ok()
}
