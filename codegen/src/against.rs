//! A dialect against the headers of a tree: what they lack, have otherwise or have besides, and a
//! patch that adds what they lack.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::arch::Arch;
use crate::compiler::Compiler;
use crate::declared::{Declared, Record};
use crate::emit::c::{Options, headers};
use crate::model::{Dialect, DialectFile, Model};

mod patch;
mod place;
mod stand_ins;
mod text;

pub use patch::patch;

/// What went wrong, and what the compiler said.
pub type Failure = String;

/// What is compared with what.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The root of the tree.
    pub root: PathBuf,
    /// The compiler.
    pub program: String,
    /// What it is called with besides.
    pub arguments: Vec<String>,
    /// The architecture.
    pub arch: Arch,
}

/// A difference between a dialect and the headers of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The name in C.
    pub name: String,
    /// What it is: `struct`, `union`, `type` or `constant`.
    pub kind: &'static str,
    /// In which way.
    pub verdict: Verdict,
}

/// In which way a dialect and the headers of a tree differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The tree lacks it.
    Missing,
    /// The tree has it otherwise.
    Different(String),
    /// Another file of the tree has it: this one.
    Elsewhere(String),
    /// The tree alone has it.
    Extra,
}

/// Both sides as a compiler understands them.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What the dialect declares.
    pub ours: Declared,
    /// What the headers of the tree declare.
    pub theirs: Declared,
    /// The headers that the tree has, as the dialect names them, with their text.
    pub found: BTreeMap<String, String>,
    /// What other files of the tree declare, and which.
    pub elsewhere: BTreeMap<String, String>,
    /// All differences by name.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// The names that the tree lacks.
    pub fn missing(&self) -> BTreeSet<&str> {
        let missing = self.differences.iter();
        missing
            .filter(|difference| difference.verdict == Verdict::Missing)
            .map(|difference| difference.name.as_str())
            .collect()
    }
}

/// Holds the headers of a tree against a dialect. Only what the options want is compared.
pub fn compare(
    model: &Model,
    dialect: &Dialect,
    tree: &Tree,
    options: &Options,
) -> Result<Comparison, Failure> {
    let Some(style) = &dialect.headers else {
        return Err(format!("the dialect {} has no headers", dialect.name));
    };
    let files: Vec<&DialectFile> = style
        .files
        .iter()
        .filter(|file| file.arch.is_none_or(|own| own == tree.arch))
        .collect();
    let directory = tree.root.join(&style.tree);
    let mut found = BTreeMap::new();
    for file in &files {
        if let Ok(text) = std::fs::read_to_string(directory.join(&file.path)) {
            found.insert(file.path.clone(), text);
        }
    }
    if found.is_empty() {
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        return Err(format!(
            "{} has none of {}: name the root of a kernel's source that has these headers",
            directory.display(),
            paths.join(", ")
        ));
    }
    let theirs = read(tree, &directory, found.keys())?;
    // Our side is what the dialect has and what it offers, so that a kernel learns what it may lack.
    let all = dialect.with_offers();
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let printed = headers(model, &all, options);
    let texts = printed.iter();
    let texts = texts.map(|header| (header.path.as_str(), header.text.as_str()));
    write(scratch.path(), texts)?;
    let printed_for_arch = printed
        .iter()
        .map(|header| &header.path)
        .filter(|path| files.iter().any(|file| file.path == **path));
    let ours = read(tree, scratch.path(), printed_for_arch)?;
    let elsewhere = elsewhere(&tree.root, &style.others);
    let mut differences = differences(&ours, &theirs, options.only.is_empty());
    for difference in &mut differences {
        let other = elsewhere.get(&difference.name);
        if let (Verdict::Missing, Some(path)) = (&difference.verdict, other) {
            difference.verdict = Verdict::Elsewhere(path.clone());
        }
    }
    Ok(Comparison {
        ours,
        theirs,
        found,
        elsewhere,
        differences,
    })
}

/// The names that other files of a tree declare, with the file.
fn elsewhere(root: &Path, others: &[String]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for path in others {
        let text = std::fs::read_to_string(root.join(path)).unwrap_or_default();
        let names = text::Text::new(&text).names();
        found.extend(names.into_iter().map(|name| (name, path.clone())));
    }
    found
}

fn write<'t>(
    directory: &Path,
    files: impl IntoIterator<Item = (&'t str, &'t str)>,
) -> Result<(), Failure> {
    for (path, text) in files {
        let path = directory.join(path);
        let parent = path.parent().unwrap_or(directory);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// Reads headers with stand-ins for what a kernel has besides, so that no kernel need be configured.
fn read<'p>(
    tree: &Tree,
    directory: &Path,
    paths: impl Iterator<Item = &'p String>,
) -> Result<Declared, Failure> {
    let stand_ins = tempfile::tempdir().map_err(|error| error.to_string())?;
    write(stand_ins.path(), stand_ins::STAND_INS.iter().copied())?;
    let own_arch = match tree.arch {
        Arch::X64 => "arch/x86/include",
        Arch::Arm64 => "arch/arm64/include",
    };
    let mut arguments = tree.arguments.clone();
    if tree.arch == Arch::Arm64 {
        arguments.extend(stand_ins::STAND_IN_ARM64.map(str::to_owned));
    }
    let directories = [
        stand_ins.path().to_owned(),
        directory.join(own_arch),
        directory.join("include"),
        directory.to_owned(),
    ];
    for path in &directories {
        arguments.extend(["-I".to_owned(), path.display().to_string()]);
    }
    let compiler = Compiler {
        program: tree.program.clone(),
        arguments,
    };
    let headers: Vec<PathBuf> = paths.map(|path| directory.join(path)).collect();
    Declared::read(&compiler, &headers, &[directory.to_owned()]).map_err(|error| error.to_string())
}

/// All differences by name; what only the tree has counts where everything was wanted.
fn differences(ours: &Declared, theirs: &Declared, is_all: bool) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut add = |name: &str, kind, verdict| {
        found.push(Difference {
            name: name.to_owned(),
            kind,
            verdict,
        });
    };
    for (name, record) in &ours.records {
        match theirs.records.get(name) {
            None => add(name, kind(record), Verdict::Missing),
            Some(other) => {
                if let Some(difference) = record_difference(record, other) {
                    add(name, kind(record), Verdict::Different(difference));
                }
            }
        }
    }
    for (name, size) in &ours.typedefs {
        match theirs.typedefs.get(name) {
            None => add(name, "type", Verdict::Missing),
            Some(other) if other != size => {
                let difference = format!("{other} bytes in the tree, {size} here");
                add(name, "type", Verdict::Different(difference));
            }
            Some(_) => {}
        }
    }
    for (name, number) in numbers(ours) {
        match theirs.number(name) {
            None if theirs.has(name) => {}
            None => add(name, "constant", Verdict::Missing),
            // A value of an enum has 32 bits, though its constant may have more.
            Some(other) if (other ^ number) & u64::from(u32::MAX) != 0 => {
                let difference = format!("{other:#x} in the tree, {number:#x} here");
                add(name, "constant", Verdict::Different(difference));
            }
            Some(_) => {}
        }
    }
    if is_all {
        for (name, record) in &theirs.records {
            if !ours.records.contains_key(name) {
                add(name, kind(record), Verdict::Extra);
            }
        }
        for (name, _) in numbers(theirs).filter(|(name, _)| !ours.has(name)) {
            add(name, "constant", Verdict::Extra);
        }
    }
    found.sort_by(|left, right| left.name.cmp(&right.name));
    found
}

fn numbers(declared: &Declared) -> impl Iterator<Item = (&String, u64)> {
    let all = declared.macros.iter().chain(&declared.enumerators);
    all.map(|(name, number)| (name, *number))
}

fn kind(record: &Record) -> &'static str {
    if record.is_union { "union" } else { "struct" }
}

/// What is otherwise in the record of the tree. Names of reserved space are its own business.
fn record_difference(ours: &Record, theirs: &Record) -> Option<String> {
    let mut report = Vec::new();
    if ours.size != theirs.size {
        report.push(format!(
            "{} bytes in the tree, {} here",
            theirs.size, ours.size
        ));
    }
    for field in &ours.fields {
        let same_name = theirs.fields.iter().find(|other| other.name == field.name);
        match same_name {
            Some(other) if other == field => {}
            Some(other) => report.push(format!(
                "{} at bit {}, {} bits, in the tree, and at bit {}, {} bits, here",
                field.name, other.bit_offset, other.bits, field.bit_offset, field.bits
            )),
            None if is_reserved(&field.name) => {}
            None => report.push(format!("the tree has no {}", field.name)),
        }
    }
    (!report.is_empty()).then(|| report.join("; "))
}

fn is_reserved(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    ["reserved", "rsvd", "padding", "mbz"]
        .iter()
        .any(|word| last.starts_with(word))
}

/// The report: counts, then a line for each difference.
pub fn report(comparison: &Comparison) -> String {
    let mut lines = String::new();
    let (mut missing, mut different, mut extra) = (0, 0, 0);
    for difference in &comparison.differences {
        let (word, detail) = match &difference.verdict {
            Verdict::Missing => {
                missing += 1;
                ("missing", String::new())
            }
            Verdict::Different(detail) => {
                different += 1;
                ("different", format!(": {detail}"))
            }
            Verdict::Elsewhere(path) => ("elsewhere", format!(": {path}")),
            Verdict::Extra => {
                extra += 1;
                ("extra", String::new())
            }
        };
        lines.push_str(&format!(
            "{word:<10}{} {}{detail}\n",
            difference.kind, difference.name
        ));
    }
    let found: Vec<&str> = comparison.found.keys().map(String::as_str).collect();
    format!(
        "{missing} missing, {different} different, {extra} extra in {}\n{lines}",
        found.join(", ")
    )
}
