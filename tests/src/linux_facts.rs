//! Generated headers against the tables of Linux's own, through a compiler and its debug information:
//! nothing here knows how the headers were made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hv_codegen::arch::Arch;
use hv_codegen::compiler::Compiler;
use hv_codegen::declared::{Declared, Field, Record};
use serde::Deserialize;

use crate::agreement::{MODEL, dialect};
use crate::c_compiler::{arch_defines, include_directories, is_for, kernel_headers, write_headers};
use crate::repository;

/// A table of `tests/facts` with what headers declare.
#[derive(Debug, Deserialize)]
pub struct Table {
    constants: BTreeMap<String, i128>,
    enums: BTreeMap<String, BTreeMap<String, i128>>,
    types: BTreeMap<String, Type>,
}

#[derive(Debug, Deserialize)]
struct Type {
    kind: String,
    size: u64,
    fields: Vec<TableField>,
}

#[derive(Debug, Deserialize)]
struct TableField {
    name: String,
    bit_offset: u64,
    bits: u64,
    count: Option<u64>,
}

/// What was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Constants and values of enums.
    pub numbers: usize,
    /// Types.
    pub types: usize,
    /// Fields.
    pub fields: usize,
}

/// What a compiler finds in the headers of a dialect.
///
/// # Panics
///
/// Where the compiler refuses them.
pub fn declared(program: &str, name: &str, arch: Arch) -> Declared {
    let (directory, paths) = write_headers(&MODEL, dialect(name), None);
    let mut arguments: Vec<String> = arch_defines(arch)
        .iter()
        .map(|word| (*word).into())
        .collect();
    let directories = include_directories(directory.path(), arch);
    for path in directories.iter().chain([&kernel_headers()]) {
        arguments.extend(["-I".to_owned(), path.display().to_string()]);
    }
    let compiler = Compiler {
        program: program.to_owned(),
        arguments,
    };
    let headers: Vec<_> = paths
        .into_iter()
        .filter(|path| is_for(path, arch))
        .collect();
    let own = [directory.path().to_owned()];
    Declared::read(&compiler, &headers, &own)
        .unwrap_or_else(|error| panic!("{name} {arch}: {error}"))
}

/// A table.
///
/// # Panics
///
/// Where there is none of that name.
pub fn table(name: &str) -> Table {
    let path = repository().join(format!("tests/facts/{name}.json"));
    let text = fs::read_to_string(&path).expect("the table exists");
    serde_json::from_str(&text).expect("the table is well formed")
}

/// The names that differ on purpose, from `tests/facts/linux-kept.txt`.
///
/// # Panics
///
/// Where the file is not well formed.
pub fn kept(directory: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(directory.join("linux-kept.txt")).expect("the list exists");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, reason) = line.split_once(": ").expect("NAME: reason");
            assert!(!reason.is_empty());
            name.to_owned()
        })
        .collect()
}

/// All differences between a table and headers, each with the name that differs; `wanted` says of
/// which names.
pub fn differences(
    table: &Table,
    declared: &Declared,
    wanted: impl Fn(&str) -> bool,
) -> (Compared, BTreeMap<String, String>) {
    let mut compared = Compared::default();
    let mut found = BTreeMap::new();
    // A C enum holds 32 bits, a macro 64; the tables have negative values as such.
    let enums = table.enums.values().flatten();
    let enums = enums.map(|(name, value)| (name, value, i128::from(u32::MAX)));
    let constants = table.constants.iter();
    let constants = constants.map(|(name, value)| (name, value, i128::from(u64::MAX)));
    for (name, value, mask) in enums.chain(constants).filter(|(name, ..)| wanted(name)) {
        compared.numbers += 1;
        let number = declared.number(name);
        let is_same = number.is_some_and(|number| (i128::from(number) ^ value) & mask == 0);
        if !is_same {
            found.insert(name.clone(), format!("{value:#x}, and here {number:x?}"));
        }
    }
    for (name, r#type) in table.types.iter().filter(|(name, _)| wanted(name)) {
        compared.types += 1;
        compared.fields += r#type.fields.len();
        if let Some(difference) = type_difference(name, r#type, declared) {
            found.insert(name.clone(), difference);
        }
    }
    (compared, found)
}

fn type_difference(name: &str, wanted: &Type, declared: &Declared) -> Option<String> {
    if wanted.kind == "typedef" {
        let size = declared.typedefs.get(name).copied();
        return (size != Some(wanted.size))
            .then(|| format!("{} bytes, and here {size:?}", wanted.size));
    }
    let Some(record) = declared.records.get(name) else {
        return Some("it is missing".to_owned());
    };
    let mut report = Vec::new();
    if record.size != wanted.size {
        report.push(format!("{} bytes, and here {}", wanted.size, record.size));
    }
    if record.is_union != (wanted.kind == "union") {
        report.push(format!("a {}, and here not", wanted.kind));
    }
    for field in &wanted.fields {
        let wanted = Field {
            name: field.name.clone(),
            bit_offset: field.bit_offset,
            bits: field.bits,
            count: field.count,
        };
        if !record.fields.contains(&wanted) && !is_divided(&wanted, record) {
            report.push(format!("no {wanted:?}"));
        }
    }
    (!report.is_empty()).then(|| report.join("; "))
}

/// Whether a reserved range is divided in a record: part of it has a name there that the table does
/// not have yet, and the pieces cover all of it.
fn is_divided(wanted: &Field, record: &Record) -> bool {
    let reserved = ["reserved", "rsvd", "mbz"];
    let last = wanted.name.rsplit('.').next().unwrap_or_default();
    if !reserved.iter().any(|word| last.starts_with(word)) || wanted.count.is_some() {
        return false;
    }
    let (mut at, end) = (wanted.bit_offset, wanted.bit_offset + wanted.bits);
    let mut pieces: Vec<&Field> = record
        .fields
        .iter()
        .filter(|field| field.count.is_none() && field.bit_offset >= at)
        .filter(|field| field.bit_offset + field.bits <= end)
        .collect();
    pieces.sort_by_key(|field| field.bit_offset);
    for piece in &pieces {
        if piece.bit_offset == at {
            at += piece.bits;
        }
    }
    pieces.len() > 1 && at == end
}
