//! What a reader of type descriptions tells about one type.

use std::hash::Hash;

use super::ReadError;

/// A file in which types refer to each other.
pub trait TypeSource {
    /// What refers to a type.
    type Ref: Copy + Eq + Hash;

    /// What a type is.
    fn shape(&self, r#type: Self::Ref) -> Result<Shape<Self::Ref>, ReadError>;
}

/// A type.
#[derive(Clone, Debug)]
pub struct Shape<R> {
    /// The name, if it has one.
    pub name: Option<String>,
    /// What it is.
    pub kind: ShapeKind<R>,
}

impl<R> Shape<R> {
    /// Bytes, where the file says so of the type itself.
    pub fn bytes(&self) -> Option<u64> {
        match self.kind {
            ShapeKind::Integer { bytes }
            | ShapeKind::Record { bytes, .. }
            | ShapeKind::Enum { bytes, .. }
            | ShapeKind::Opaque { bytes } => Some(bytes),
            ShapeKind::Array { .. } | ShapeKind::Alias(_) | ShapeKind::Declaration => None,
        }
    }
}

/// What a type is.
#[derive(Clone, Debug)]
pub enum ShapeKind<R> {
    /// A number.
    Integer {
        /// Bytes.
        bytes: u64,
    },
    /// A struct or a union.
    Record {
        /// Whether the members are views of the same bytes.
        union: bool,
        /// Bytes.
        bytes: u64,
        /// The members.
        members: Vec<MemberShape<R>>,
    },
    /// Elements one after another.
    Array {
        /// The type of one.
        element: R,
        /// How many; nothing if it is not fixed.
        count: Option<u64>,
    },
    /// Named numbers.
    Enum {
        /// Bytes.
        bytes: u64,
        /// The names and numbers.
        values: Vec<(String, u64)>,
    },
    /// Another name for a type, or a qualified one.
    Alias(R),
    /// Something of a size that has no parts.
    Opaque {
        /// Bytes.
        bytes: u64,
    },
    /// A name without a definition.
    Declaration,
}

/// A member of a struct or a union.
#[derive(Clone, Debug)]
pub struct MemberShape<R> {
    /// The name; nothing if its own members stand for it.
    pub name: Option<String>,
    /// The type.
    pub r#type: R,
    /// The first bit.
    pub bit: u64,
    /// Bits of a bit-field.
    pub bits: Option<u64>,
}
