//! Holding the spec against tables of facts that were extracted from other sources by machine.
//!
//! A fact is a number with a name, or a layout. It is present if the spec has the same number, or
//! the same size and a part at every offset and of every width; by the same name, or by another.

use std::collections::{BTreeMap, BTreeSet};

use crate::arch::Arch;
use crate::model::Item;

pub(crate) mod index;
mod judge;
pub(crate) mod layout;
mod reasons;
mod rows;
mod tables;
mod tlfs_tables;
mod unconfirmed;

pub use index::Index;
pub use judge::judge;
pub use reasons::Reasons;
pub use tables::read_table;
pub use unconfirmed::unconfirmed;

/// The facts of one table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The name of the file without its ending.
    pub name: String,
    /// What it says.
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What kind of thing it is about.
    pub kind: FactKind,
    /// The name in the source.
    pub name: String,
    /// The architecture for which it holds, if the source says.
    pub arch: Option<Arch>,
    /// The document of the source, where the table has several.
    pub document: String,
    /// What it says.
    pub claim: Claim,
}

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A call code.
    Hypercall,
    /// An MSR.
    Msr,
    /// A status code.
    Status,
    /// A virtual processor register.
    Register,
    /// A message type.
    Message,
    /// A CPUID leaf.
    Cpuid,
    /// A value of an enum.
    EnumValue,
    /// Any other number.
    Constant,
    /// A struct, union or bit-field.
    Type,
    /// A parameter block of a hypercall.
    Parameters,
    /// Bits of a CPUID leaf.
    CpuidBits,
}

impl FactKind {
    /// The word for it in reports.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Hypercall => "hypercall",
            Self::Msr => "msr",
            Self::Status => "status",
            Self::Register => "register",
            Self::Message => "message",
            Self::Cpuid => "cpuid",
            Self::EnumValue => "enum value",
            Self::Constant => "constant",
            Self::Type => "type",
            Self::Parameters => "parameters",
            Self::CpuidBits => "cpuid bits",
        }
    }
}

/// What a fact says.
#[derive(Clone, Debug)]
pub enum Claim {
    /// The number.
    Number {
        /// Its value.
        value: u64,
        /// The enum that it belongs to.
        owner: Option<String>,
    },
    /// The layout.
    Layout(FactLayout),
}

/// A layout as a source has it.
#[derive(Clone, Debug, Default)]
pub struct FactLayout {
    /// Bytes, if known.
    pub size: Option<u64>,
    /// The call code and the parameter block, for a fact about parameters.
    pub call: Option<(u64, String)>,
    /// The CPUID leaf, for a fact about its bits.
    pub leaf: Option<u64>,
    /// The parts.
    pub parts: Vec<FactPart>,
}

/// A part of a layout.
#[derive(Clone, Debug)]
pub struct FactPart {
    /// The name in the source.
    pub name: String,
    /// Bits from the start.
    pub offset: u64,
    /// Bits in all; nothing for a part of variable size.
    pub bits: Option<u64>,
}

impl FactPart {
    /// Whether the source gives the part no meaning.
    pub fn is_reserved(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        let name = name.trim_start_matches('_');
        [
            "reserved",
            "rsvd",
            "res",
            "padding",
            "pad",
            "unused",
            "mbz",
            "undefined",
        ]
        .iter()
        .any(|word| name.starts_with(word))
            || name.is_empty()
    }
}

/// What the spec has of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same under the same name.
    Present,
    /// The same under another name.
    OtherName(String),
    /// Something else under the same name.
    Contradicted {
        /// The item of the spec.
        item: String,
        /// What the spec has and the source does not.
        difference: String,
        /// The errata of the item.
        errata: Vec<String>,
    },
    /// Nothing.
    Absent,
}

/// The outcome for one fact.
#[derive(Clone, Debug)]
pub struct Outcome<'f> {
    /// The table.
    pub table: &'f str,
    /// The fact.
    pub fact: &'f Fact,
    /// What the spec has.
    pub verdict: Verdict,
    /// The parts of the spec that the fact confirms: the name of an item, and of a part of it.
    pub confirms: Vec<Confirmation>,
}

impl Outcome<'_> {
    /// Whether the spec lacks the fact or contradicts it, and no erratum says why.
    pub fn is_open(&self) -> bool {
        match &self.verdict {
            Verdict::Absent => true,
            Verdict::Contradicted { errata, .. } => errata.is_empty(),
            Verdict::Present | Verdict::OtherName(_) => false,
        }
    }
}

/// A part of the spec that a fact confirms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confirmation {
    /// The name of the item, with its architecture where the name means something else on the other.
    pub item: String,
    /// The name of the part; nothing for the number or the size of the item.
    pub part: Option<String>,
}

impl Confirmation {
    fn new(item: &Item, part: Option<&str>) -> Self {
        let arch = item.arches.single().filter(|_| item.split);
        let suffix = arch.map(|arch| format!(" ({arch})")).unwrap_or_default();
        Self {
            item: format!("{}{suffix}", item.name),
            part: part.map(str::to_owned),
        }
    }
}

/// The outcomes for all facts of all tables.
pub fn judge_all<'f>(index: &Index<'_>, tables: &'f [Table]) -> Vec<Outcome<'f>> {
    let facts = tables
        .iter()
        .flat_map(|table| table.facts.iter().map(move |fact| (table, fact)));
    facts
        .map(|(table, fact)| {
            let (verdict, confirms) = judge(index, fact);
            Outcome {
                table: &table.name,
                fact,
                verdict,
                confirms,
            }
        })
        .collect()
}

/// Everything that some fact confirms.
pub fn confirmed(outcomes: &[Outcome<'_>]) -> BTreeSet<Confirmation> {
    outcomes
        .iter()
        .flat_map(|outcome| outcome.confirms.iter().cloned())
        .collect()
}

/// How many facts of a table and kind have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Present.
    pub present: usize,
    /// Present under another name.
    pub other_name: usize,
    /// Contradicted, with an erratum.
    pub explained: usize,
    /// Contradicted, without.
    pub contradicted: usize,
    /// Absent.
    pub absent: usize,
}

/// The tallies by table and kind.
pub fn tally<'f>(outcomes: &[Outcome<'f>]) -> BTreeMap<(&'f str, &'static str), Tally> {
    let mut tallies: BTreeMap<_, Tally> = BTreeMap::new();
    for outcome in outcomes {
        let tally = tallies
            .entry((outcome.table, outcome.fact.kind.word()))
            .or_default();
        match &outcome.verdict {
            Verdict::Present => tally.present += 1,
            Verdict::OtherName(_) => tally.other_name += 1,
            Verdict::Contradicted { errata, .. } if !errata.is_empty() => tally.explained += 1,
            Verdict::Contradicted { .. } => tally.contradicted += 1,
            Verdict::Absent => tally.absent += 1,
        }
    }
    tallies
}
