//! A type as somebody else has it, in one form whatever it was read from.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

mod flatten;
mod source;

pub use flatten::{Budget, flatten};
pub use source::{MemberShape, Shape, ShapeKind, TypeSource};

use crate::coverage::Index;

/// A declaration that has a name which the spec knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Declaration {
    /// The name with its modules or namespaces: `hypercall::Control`.
    pub path: String,
    /// What it is.
    pub layout: Layout,
    /// The compilation unit or file that has it.
    pub unit: String,
}

impl Declaration {
    /// The name without modules; nothing for an enum without a name.
    pub fn name(&self) -> &str {
        self.path.rsplit("::").next().unwrap_or(&self.path)
    }
}

/// A layout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Layout {
    /// What it is.
    pub kind: LayoutKind,
    /// Bytes; nothing where the file does not say.
    pub size: Option<u64>,
    /// The parts by their places; those of members without a name stand among them.
    pub parts: Vec<Part>,
    /// The values of an enum. A negative number is extended to 64 bits.
    pub values: Vec<(String, u64)>,
    /// Why some of it is not known.
    pub gap: Option<String>,
}

/// What a layout is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LayoutKind {
    /// Fields one after another.
    #[default]
    Struct,
    /// Views of the same bytes.
    Union,
    /// Named numbers.
    Enum,
    /// A number.
    Integer,
    /// An array, a pointer or the like.
    Other,
}

/// A part of a layout.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// The first bit.
    pub bit: u64,
    /// Bits in all; nothing for elements in any number.
    pub bits: Option<u64>,
    /// The name; of a part of a named member, that of the member before it.
    pub name: String,
    /// The type in the words of the file.
    pub r#type: String,
    /// Whether it is a part of a named member.
    pub nested: bool,
}

impl Part {
    /// Whether it is what bindgen puts in the place of bit-fields: their places are in code alone.
    pub fn is_bitfield_unit(&self) -> bool {
        let name = self.name.rsplit('.').next().unwrap_or_default();
        name.starts_with("_bitfield_")
    }

    /// Whether the name says that it means nothing.
    pub fn is_reserved(&self) -> bool {
        let name = self.name.rsplit('.').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let name = name.trim_matches('_');
        let word = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let shorter = ["reserved", "rsvd", "padding", "unused", "mbz"];
        name.is_empty()
            || matches!(word, "res" | "pad" | "rsv")
            || shorter.iter().any(|start| name.starts_with(start))
    }
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(pub String);

impl ReadError {
    /// An error of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The names that are looked for, whatever their spelling: case and underscores do not count.
#[derive(Clone, Debug)]
pub struct Wanted {
    types: FxHashSet<u64>,
    numbers: FxHashSet<u64>,
}

impl Wanted {
    /// The names of a spec.
    pub fn new(index: &Index<'_>) -> Self {
        Self {
            types: index
                .type_names()
                .map(|name| hash(name.as_bytes()))
                .collect(),
            numbers: index
                .number_names()
                .map(|name| hash(name.as_bytes()))
                .collect(),
        }
    }

    /// Whether a type of this name is looked for. Some that are not may pass.
    pub fn has_type(&self, name: &[u8]) -> bool {
        self.types.contains(&hash(name))
    }

    /// Whether a number of this name is looked for. Some that are not may pass.
    pub fn has_number(&self, name: &[u8]) -> bool {
        self.numbers.contains(&hash(name))
    }
}

/// Whether a name is one that Hyper-V's definitions could have, so that it is worth a word when the spec
/// does not know it.
pub fn looks_like_ours(name: &[u8]) -> bool {
    let mut letters = name
        .iter()
        .skip_while(|byte| **byte == b'_')
        .map(u8::to_ascii_lowercase);
    letters.next() == Some(b'h')
        && letters.next() == Some(b'v')
        && letters
            .next()
            .is_some_and(|third| third == b'_' || name.first() == Some(&b'H'))
}

/// What was found in a file, and what could not be read.
#[derive(Debug, Default)]
pub struct Found {
    /// The declarations, each layout of a name once.
    pub declarations: Vec<Declaration>,
    /// Names of types that look like ours and are not looked for.
    pub unknown: BTreeSet<String>,
    /// What could not be read and why.
    pub gaps: Vec<String>,
}

/// FNV-1a of a name without underscores in lower case: cheap, and most names of a kernel end here.
fn hash(name: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in name {
        if *byte != b'_' {
            hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3);
        }
    }
    hash
}
