//! The keys of each kind of item, and of their parts.

use serde::Deserialize;

use super::{
    Access, ArchChoice, BitRange, Direction, PerArch, ReservedBits, Scope, Shape, Sources, Standing,
};

/// Defines the type of one kind of item: the keys common to all kinds, and its own.
macro_rules! item {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            /// What the item is, in our own words, a sentence or more.
            pub doc: Option<String>,
            /// Where the fact stands; replaces the default of the file.
            #[serde(default)]
            pub source: Sources,
            /// How certain the fact is; `documented` where nothing is said.
            pub status: Option<Standing>,
            /// The source in which the item appeared first.
            pub since: Option<String>,
            /// The last source that has the item in this form.
            pub until: Option<String>,
            /// The architecture for which the item exists.
            pub arch: Option<ArchChoice>,
            /// Entries of `errata.yaml` that concern the item.
            #[serde(default)]
            pub errata: Vec<String>,
            /// The name in Rust where the rule gives a bad one.
            pub rust: Option<String>,
            $($(#[$field_meta])* pub $field: $type,)*
        }
    };
}

item! {
    /// A number with a name.
    Constant {
        /// The type of the number: an integer or an alias of one.
        r#type: String,
        /// The number.
        value: u64,
    }
}

item! {
    /// Another name for a type.
    Alias {
        /// The type that it stands for.
        r#type: String,
    }
}

item! {
    /// A set of named numbers.
    Enum {
        /// The integer that stores it.
        storage: String,
        /// The values, by number. An enum that collects items has none of its own.
        #[serde(default)]
        values: Vec<EnumValue>,
        /// Takes its values from the items of this kind instead of a list.
        collects: Option<Collects>,
        /// For an enum that collects status codes: the type of the non-zero ones.
        error: Option<String>,
        /// Holds for an enum whose list is complete, so that other numbers are refused.
        #[serde(default)]
        closed: bool,
    }
}

/// The kinds of item that an enum can collect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Collects {
    /// CPUID leaves.
    Cpuid,
    /// Call codes.
    Hypercall,
    /// Message types.
    Message,
    /// Register names.
    Register,
    /// Status codes.
    StatusCode,
}

impl Collects {
    /// The key of the kind.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Cpuid => "cpuid",
            Self::Hypercall => "hypercall",
            Self::Message => "message",
            Self::Register => "register",
            Self::StatusCode => "status-code",
        }
    }
}

/// One value of an enum.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EnumValue {
    /// The number.
    pub value: u64,
    /// The name, as the document spells it.
    pub name: String,
    /// What it means.
    pub doc: Option<String>,
    /// Where the fact stands, if not where the enum does.
    #[serde(default)]
    pub source: Sources,
    /// How certain the fact is, if not as the enum is.
    pub status: Option<Standing>,
    /// The source in which the value appeared first.
    pub since: Option<String>,
    /// The last source that has the value.
    pub until: Option<String>,
    /// The architecture for which the value exists.
    pub arch: Option<ArchChoice>,
    /// The other value of this enum that has the same number.
    pub same_as: Option<String>,
    /// Entries of `errata.yaml` that concern the value.
    #[serde(default)]
    pub errata: Vec<String>,
    /// The name in Rust where the rule gives a bad one.
    pub rust: Option<String>,
}

item! {
    /// An integer divided into bit ranges.
    Bitfield {
        /// The integer that stores it.
        storage: String,
        /// The bit ranges, from bit 0 up; together they cover the storage.
        bits: Vec<Bits>,
    }
}

/// A bit range: named, or reserved.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Bits {
    /// The bit, or the highest and the lowest bit: `7..0`.
    pub at: BitRange,
    /// The name, as the document spells it.
    pub name: Option<String>,
    /// The type of the range; a bool for one bit and the smallest integer for more if not said.
    pub r#type: Option<String>,
    /// How the reserved bits behave; a range without a meaning has this instead of a name.
    pub reserved: Option<ReservedBits>,
    /// What it means.
    pub doc: Option<String>,
    /// Where the fact stands, if not where the item does.
    #[serde(default)]
    pub source: Sources,
    /// How certain the fact is, if not as the item is.
    pub status: Option<Standing>,
    /// The source in which the range appeared first.
    pub since: Option<String>,
    /// Entries of `errata.yaml` that concern the range.
    #[serde(default)]
    pub errata: Vec<String>,
    /// The name in Rust where the rule gives a bad one.
    pub rust: Option<String>,
}

item! {
    /// A record with fields at fixed offsets.
    Struct {
        /// Bytes, without a tail.
        size: u64,
        /// Alignment in bytes.
        align: u64,
        /// The fields by offset; together they cover the size.
        fields: Vec<Field>,
        /// Holds where the ABI places fields off their natural alignment.
        #[serde(default)]
        unaligned: bool,
        /// Holds where the ABI asks for more alignment than the fields need.
        #[serde(default)]
        over_aligned: bool,
        /// The item of which this is another version.
        version_of: Option<String>,
    }
}

/// A field of a struct: named, or reserved.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Field {
    /// Bytes from the start of the struct.
    pub at: u64,
    /// The name, as the document spells it.
    pub name: Option<String>,
    /// The type: `u32`, `HV_GPA`, `u64[4]`, `u8[HV_MESSAGE_PAYLOAD_SIZE]`, or `u64[]` for a tail.
    pub r#type: Option<String>,
    /// The type of space that has no meaning, instead of `type`.
    pub reserved: Option<String>,
    /// What it means.
    pub doc: Option<String>,
    /// Where the fact stands, if not where the item does.
    #[serde(default)]
    pub source: Sources,
    /// How certain the fact is, if not as the item is.
    pub status: Option<Standing>,
    /// The source in which the field appeared first.
    pub since: Option<String>,
    /// Entries of `errata.yaml` that concern the field.
    #[serde(default)]
    pub errata: Vec<String>,
    /// The name in Rust where the rule gives a bad one.
    pub rust: Option<String>,
}

item! {
    /// Several views of the same bytes.
    Union {
        /// Bytes.
        size: u64,
        /// Alignment in bytes.
        align: u64,
        /// The views.
        members: Vec<Member>,
        /// Holds where the ABI asks for more alignment than the members need.
        #[serde(default)]
        over_aligned: bool,
        /// The item of which this is another version.
        version_of: Option<String>,
    }
}

/// A member of a union.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Member {
    /// The name, as the document spells it.
    pub name: String,
    /// The type.
    pub r#type: String,
    /// When this member is the valid one.
    pub doc: Option<String>,
    /// The architecture for which the member exists.
    pub arch: Option<ArchChoice>,
    /// Where the fact stands, if not where the item does.
    #[serde(default)]
    pub source: Sources,
    /// How certain the fact is, if not as the item is.
    pub status: Option<Standing>,
    /// Entries of `errata.yaml` that concern the member.
    #[serde(default)]
    pub errata: Vec<String>,
    /// The name in Rust where the rule gives a bad one.
    pub rust: Option<String>,
}

item! {
    /// A virtual processor register, read and written by hypercall.
    Register {
        /// The number.
        number: u32,
        /// The type of the value.
        value: PerArch,
        /// The bit that grants access, `BITFIELD.Field`.
        grant: Option<String>,
    }
}

item! {
    /// A model-specific register.
    Msr {
        /// The number.
        number: u32,
        /// Whether a guest can read and write it.
        access: Access,
        /// Whether each virtual processor has its own.
        scope: Scope,
        /// The type of the value.
        value: String,
        /// The bit that grants access, `BITFIELD.Field`.
        grant: Option<String>,
    }
}

item! {
    /// A request of a Linux device: the number that `ioctl` takes, and its argument.
    Ioctl {
        /// What is opened or given to get the file on which it works.
        device: String,
        /// The number of the device's family, Linux's "type".
        magic: u8,
        /// The number within the family.
        number: u8,
        /// Which way the argument goes, as user space sees it.
        direction: Direction,
        /// The type behind the pointer that it takes.
        argument: Option<String>,
    }
}

item! {
    /// A CPUID leaf.
    Cpuid {
        /// The value of EAX that selects it.
        leaf: u32,
        /// The value of ECX that selects it, where it matters.
        subleaf: Option<u32>,
        /// The 16-byte struct of EAX, EBX, ECX and EDX in this order.
        value: String,
    }
}

item! {
    /// A status code.
    StatusCode {
        /// The number.
        value: u16,
    }
}

item! {
    /// A hypercall.
    Hypercall {
        /// The call code.
        code: u16,
        /// Whether it repeats over a list of elements.
        shape: Shape,
        /// The fixed part of the input.
        input: Option<PerArch>,
        /// The variable part of the input header.
        variable_header: Option<VariableHeader>,
        /// One element of the input list of a rep call.
        input_element: Option<PerArch>,
        /// The fixed part of the output.
        output: Option<PerArch>,
        /// One element of the output list of a rep call.
        output_element: Option<PerArch>,
        /// Holds for a rep call without a list: the count alone says how often.
        #[serde(default)]
        count_only: bool,
        /// Whether the input may be passed in registers, where a source says so.
        fast: Option<bool>,
        /// The bits that grant it, `BITFIELD.Field`; any one is enough.
        #[serde(default)]
        grant: Vec<String>,
        /// The statuses that it returns besides those common to all calls.
        #[serde(default)]
        returns: Vec<String>,
    }
}

/// The variable part of an input header.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VariableHeader {
    /// Bytes from the start of the input to the first that the control word counts as variable.
    pub at: u64,
    /// The type of which the variable part is an array.
    pub element: String,
    /// What the elements are.
    pub doc: Option<String>,
}

item! {
    /// A type of message that the hypervisor delivers.
    Message {
        /// The message type number.
        number: u32,
        /// The type of the payload.
        payload: Option<PerArch>,
    }
}
