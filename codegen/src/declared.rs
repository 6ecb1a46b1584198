//! All that C headers of somebody else declare, as a compiler understands them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::abi::foreign::ReadError;
use crate::compiler::Compiler;

mod types;

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
    /// Reads headers, which are included one after the other. Macros are those that the headers
    /// below one of the directories `own` define.
    pub fn read(
        compiler: &Compiler,
        headers: &[PathBuf],
        own: &[PathBuf],
    ) -> Result<Self, ReadError> {
        let compiled = compiler.compile(headers)?;
        let macros =
            compiled.macros(|file| own.iter().any(|directory| file.starts_with(directory)))?;
        let numbers = compiled.numbers(&macros.plain)?;
        let mut declared = Self {
            macros: numbers.known.into_iter().collect(),
            other_macros: macros.with_parameters,
            ..Self::default()
        };
        declared.other_macros.extend(numbers.none);
        types::read(&compiled.types(), &mut declared)?;
        Ok(declared)
    }

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
