//! How another code base names, files and spells the same facts.

use serde::Deserialize;

use super::{ArchChoice, DialectDeclaration, PerArch, UniqueMap};

/// The content of one file under `dialects/`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dialect {
    /// Whose names these are.
    pub dialect: String,
    /// How they differ from those of the other dialects.
    pub doc: String,
    /// A dialect whose names hold here too, unless this one has its own.
    pub like: Option<String>,
    /// How C headers are written; nothing for the names of another code base alone.
    pub headers: Option<Headers>,
    /// Names that the rule of the headers does not give, by the name of the item. Without headers
    /// there is no rule, and only these items have a name.
    #[serde(default)]
    pub names: UniqueMap<DialectName>,
    /// Macros that exist only in this dialect: other names of numbers, and masks of bits.
    #[serde(default)]
    pub macros: UniqueMap<DialectMacro>,
    /// Types that the dialect declares in another form than the rule gives.
    #[serde(default)]
    pub declarations: Vec<DialectDeclaration>,
}

/// How C headers are written.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Headers {
    /// The licence expression of the first line.
    pub spdx: String,
    /// The spelling of each integer type.
    pub integers: UniqueMap<String>,
    /// How types are named and declared.
    pub types: TypeStyle,
    /// How bit-fields are declared.
    pub bitfields: BitfieldStyle,
    /// How the values of enums are declared.
    pub enums: EnumStyle,
    /// What marks a record as packed.
    pub packed: String,
    /// Holds where every record is packed, not only those that the ABI lays out so.
    #[serde(default)]
    pub pack_all: bool,
    /// What aligns a record to more than its fields need, with `{}` for the bytes.
    pub aligned: String,
    /// The macro that asserts at compile time, where headers assert.
    pub assert: Option<String>,
    /// The operator or macro that gives the alignment of a type, where alignments are asserted.
    pub alignof: Option<String>,
    /// What stands before a declaration that ISO C or C++ does not have.
    #[serde(default)]
    pub extension: String,
    /// The conditions under which a compiler builds for each architecture.
    pub conditions: UniqueMap<String>,
    /// Holds where requests of devices are written with the macros of Linux (`_IOW`) and not as numbers.
    #[serde(default)]
    pub ioctl_macros: bool,
    /// Holds where numbers are written without the suffix of their type.
    #[serde(default)]
    pub plain_numbers: bool,
    /// Holds where macros for bits are written with those of Linux (`BIT`, `GENMASK_ULL`).
    #[serde(default)]
    pub bit_macros: bool,
    /// Holds where a record whose members are all described has a comment in the form of kernel-doc.
    #[serde(default)]
    pub kernel_doc: bool,
    /// How a tail is declared that is all that a record holds, with `{type}` and `{name}`, where C has
    /// no such record.
    pub lone_tail: Option<String>,
    /// Where the files stand in a tree, if not at its root: `include/hyperv`.
    #[serde(default)]
    pub tree: String,
    /// Other files of a tree that declare some of the items themselves.
    #[serde(default)]
    pub others: Vec<String>,
    /// Headers of the environment that every file includes.
    #[serde(default)]
    pub includes: Vec<String>,
    /// Text that every file has after its includes: definitions that only this environment lacks.
    pub prelude: Option<String>,
    /// Text that every file has after its content: what ends something that the prelude began.
    pub epilogue: Option<String>,
    /// The files, each after those that it uses.
    pub files: Vec<DialectFile>,
    /// Beginnings of names that the rule gives, and what the dialect has instead.
    #[serde(default)]
    pub prefixes: UniqueMap<String>,
}

/// One header.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DialectFile {
    /// The path below the output directory.
    pub path: String,
    /// The macro that guards against a second inclusion.
    pub guard: String,
    /// What the file holds, for its first comment.
    pub doc: String,
    /// Chapters of which it holds all items that no other file names.
    #[serde(default)]
    pub chapters: Vec<String>,
    /// Chapters that `*` leaves out.
    #[serde(default)]
    pub except: Vec<String>,
    /// Items that it holds besides, or instead.
    #[serde(default)]
    pub items: Vec<String>,
    /// Chapters whose other items it could hold as well, though the dialect's own header has them
    /// not: what is offered to a tree that is held against the dialect. `*` is all.
    #[serde(default)]
    pub offers: Vec<String>,
    /// The architecture whose items it holds, if not those of both.
    pub arch: Option<ArchChoice>,
    /// Headers that it includes besides, before its content.
    #[serde(default)]
    pub includes: Vec<String>,
    /// Headers that it includes after its content.
    #[serde(default)]
    pub includes_after: Vec<String>,
    /// Macros that it holds apart from the items that they are made of.
    #[serde(default)]
    pub macros: Vec<MacroGroup>,
}

/// Macros that stand together.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MacroGroup {
    /// What they are.
    pub doc: String,
    /// Their names, in order.
    pub names: Vec<String>,
}

/// How types are named and declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TypeStyle {
    /// `typedef struct _HV_X { … } HV_X`, fields as the document spells them.
    Typedef,
    /// `struct hv_x { … }`, fields in lower case.
    Tag,
}

/// How bit-fields are declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BitfieldStyle {
    /// A union of the whole and a struct of C bit-fields.
    Union,
    /// An integer type, with a mask and a shift for each range.
    Masks,
}

/// How the values of enums are declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EnumStyle {
    /// `enum x { … }` beside an integer type for storage.
    Enum,
    /// Macros.
    Define,
    /// `enum { … }` without a tag.
    Anonymous,
}

/// The names of one item in a dialect.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DialectName {
    /// The name of the item; one for each architecture where they differ.
    pub name: Option<PerArch>,
    /// The names of its fields, bits, members or values, by their names in the spec.
    #[serde(default)]
    pub fields: UniqueMap<String>,
    /// Other names that it has there as well.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Holds for an item that the dialect does not have.
    pub absent: Option<bool>,
    /// How the values of an enum are declared, where it is not the way of the headers.
    pub declared: Option<EnumStyle>,
    /// Holds for an alias that is declared where the dialect declares none by rule.
    pub typedef: Option<bool>,
    /// Where the code base declares the type otherwise on purpose.
    #[serde(default)]
    pub differs: Vec<DialectDifference>,
}

/// How a code base declares a type otherwise on purpose: another difference is still one.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DialectDifference {
    /// The size that it has there, if it is not that of the spec.
    pub size: Option<u64>,
    /// The parts that have another place there, in that code base's names.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Why.
    pub doc: String,
}

impl DialectName {
    /// Takes over what another dialect says, before what stands here.
    pub(crate) fn extend(&mut self, later: &Self) {
        if later.name.is_some() {
            self.name.clone_from(&later.name);
        }
        self.fields.0.extend(later.fields.0.clone());
        self.aliases.extend(later.aliases.iter().cloned());
        self.absent = later.absent.or(self.absent);
        self.declared = later.declared.or(self.declared);
        self.typedef = later.typedef.or(self.typedef);
        self.differs.extend(later.differs.iter().cloned());
    }
}

/// A macro that exists only in a dialect.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DialectMacro {
    /// What it is: `ITEM`, `ENUM.Value` or `BITFIELD.Field`; on one architecture or on each.
    pub of: PerArch,
    /// What of it is taken.
    #[serde(default)]
    pub take: Take,
    /// The expression, where it is none of these, or one for each architecture; the macro then only
    /// stands beside `of`.
    pub text: Option<PerArch>,
    /// The names of its parameters, for an expression that has any.
    #[serde(default)]
    pub parameters: Vec<String>,
    /// What it means.
    pub doc: Option<String>,
}

/// What a macro takes of a number or a bit range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// The number; for a bit range, its mask.
    #[default]
    Value,
    /// The mask of a bit range within its 32-bit word: the register of a CPUID leaf.
    WordMask,
    /// The lowest bit of a bit range.
    Shift,
}
