//! Types as a dialect declares them, where its rule would give another form.

use serde::Deserialize;

use super::ArchChoice;
use crate::arch::Arch;

/// A C type of the dialect: the layout of an item of the spec in another form, or the beginning of
/// one, or an item and what stands after it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DialectDeclaration {
    /// The name, if it is a struct.
    pub r#struct: Option<String>,
    /// The name, if it is a union.
    pub union: Option<String>,
    /// The item that it declares. If that has this name in the dialect, the declaration is used
    /// wherever the item is.
    pub of: String,
    /// The architecture for which it exists.
    pub arch: Option<ArchChoice>,
    /// Bytes, where that is not the size of the item: the dialect has a part of it, or more.
    pub size: Option<DeclaredSize>,
    /// Whether it is packed; if not said, a struct is where the dialect packs every record.
    pub packed: Option<bool>,
    /// The alignment that it is given.
    pub align: Option<u64>,
    /// What it holds, in order.
    pub members: Vec<DeclaredMember>,
}

/// The bytes of a declaration that has not those of its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DeclaredSize {
    /// On every architecture.
    Same(u64),
    /// On each.
    Each {
        /// On x86-64.
        x64: u64,
        /// On ARM64.
        arm64: u64,
    },
}

impl DeclaredSize {
    /// The bytes on an architecture.
    pub fn on(self, arch: Arch) -> u64 {
        match (self, arch) {
            (Self::Same(size), _) => size,
            (Self::Each { x64, .. }, Arch::X64) => x64,
            (Self::Each { arm64, .. }, Arch::Arm64) => arm64,
        }
    }
}

impl DialectDeclaration {
    /// The name of the struct or union.
    pub fn name(&self) -> Option<&String> {
        self.r#struct.as_ref().or(self.union.as_ref())
    }
}

/// A member: a field, a bit-field (`bits`), or a struct or union within.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DeclaredMember {
    /// The name; a struct or union within may have none.
    pub name: Option<String>,
    /// The type of a field, or the integer that a bit-field is declared with.
    pub r#type: Option<String>,
    /// How C spells the type, where it is not the spelling of `type`: `volatile u32`.
    pub spelled: Option<String>,
    /// How C spells the number of elements, where it is not a number: a macro.
    pub length: Option<String>,
    /// The number of bits of a bit-field.
    pub bits: Option<u32>,
    /// The part of the item that it is: `Field`, or `Field.Bit` within. Nothing for reserved space
    /// and for what only the dialect has.
    pub of: Option<String>,
    /// The members of a struct within.
    pub r#struct: Option<Vec<DeclaredMember>>,
    /// The members of a union within.
    pub union: Option<Vec<DeclaredMember>>,
    /// Holds for a struct or union within that stands for any number of elements.
    #[serde(default)]
    pub tail: bool,
    /// The tag of a struct or union within.
    pub tag: Option<String>,
    /// Whether a struct or union within is packed; as for the whole if not said.
    pub packed: Option<bool>,
    /// The architecture for which it exists.
    pub arch: Option<ArchChoice>,
}
