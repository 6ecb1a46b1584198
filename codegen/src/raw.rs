//! The spec files as they are written: one serde type for each kind of entry, no logic.
//!
//! Every type refuses unknown keys. An item names its kind with its first key
//! (`- struct: HV_MESSAGE_HEADER`), so that [`Item`] can hand the rest of the mapping to the type
//! of that kind and errors speak of that kind's keys only. The JSON Schema for editors comes from
//! the same types.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

mod dialect;
mod scalars;
mod unique_map;

pub use dialect::{
    BitfieldStyle, Dialect, DialectFile, DialectMacro, DialectName, EnumStyle, Headers, Take,
    TypeStyle,
};
pub use scalars::{
    Access, ArchChoice, BitRange, Direction, EachArch, PerArch, Place, ReservedBits, Scope, Shape,
    Standing,
};
pub use unique_map::UniqueMap;

/// Which document or header says so: a key of `sources.yaml` and the place in that source.
pub type Sources = UniqueMap<Place>;

/// A chapter: the content of one file under `tlfs/` or `linux/`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Chapter {
    /// The title of the chapter.
    pub chapter: String,
    /// What the chapter holds, a sentence or more. It becomes the documentation of the module.
    pub doc: Option<String>,
    /// The source of every item that names none of its own.
    #[serde(default)]
    pub source: Sources,
    /// The architecture of every item that names none of its own.
    pub arch: Option<ArchChoice>,
    /// Sources that only this file cites: for a spec that is added to the published one.
    #[serde(default)]
    pub sources: UniqueMap<Source>,
    /// The entries, in the order in which they are emitted.
    pub items: Vec<Item>,
}

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

/// One entry of a chapter. The first key of the mapping is the kind, its value the name.
#[derive(Clone, Debug)]
pub struct Item {
    /// The name, as the document spells it.
    pub name: String,
    /// The rest of the entry.
    pub body: Body,
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident = $key:literal,)*) => {
        /// What an entry says, by kind.
        #[expect(clippy::large_enum_variant, reason = "a spec has a few thousand of them, read once")]
        #[derive(Clone, Debug)]
        pub enum Body {
            $($(#[$meta])* $kind($kind),)*
        }

        /// The keys that name a kind.
        pub const KINDS: &[&str] = &[$($key),*];

        impl Body {
            /// Reads the rest of a mapping as the kind says; nothing if there is no such kind.
            fn read<'de, A: MapAccess<'de>>(kind: &str, rest: A) -> Option<Result<Self, A::Error>> {
                Some(match kind {
                    $($key => $kind::deserialize(MapAccessDeserializer::new(rest)).map(Self::$kind),)*
                    _ => return None,
                })
            }

            /// The key that names the kind.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $key,)*
                }
            }

            /// The keys that every kind has.
            pub fn common(&self) -> Common<'_> {
                match self {
                    $(Self::$kind(body) => Common {
                        doc: body.doc.as_deref(),
                        source: &body.source,
                        status: body.status,
                        since: body.since.as_deref(),
                        until: body.until.as_deref(),
                        arch: body.arch,
                        errata: &body.errata,
                        rust: body.rust.as_deref(),
                    },)*
                }
            }
        }

        #[cfg(feature = "schema")]
        impl Item {
            fn kind_schemas(generator: &mut schemars::SchemaGenerator) -> Vec<(&'static str, schemars::Schema)> {
                vec![$(($key, <$kind as schemars::JsonSchema>::json_schema(generator)),)*]
            }
        }
    };
}

kinds! {
    /// See [`Constant`].
    Constant = "constant",
    /// See [`Alias`].
    Alias = "alias",
    /// See [`Enum`].
    Enum = "enum",
    /// See [`Bitfield`].
    Bitfield = "bitfield",
    /// See [`Struct`].
    Struct = "struct",
    /// See [`Union`].
    Union = "union",
    /// See [`Register`].
    Register = "register",
    /// See [`Msr`].
    Msr = "msr",
    /// See [`Ioctl`].
    Ioctl = "ioctl",
    /// See [`Cpuid`].
    Cpuid = "cpuid",
    /// See [`StatusCode`].
    StatusCode = "status-code",
    /// See [`Hypercall`].
    Hypercall = "hypercall",
    /// See [`Message`].
    Message = "message",
}

/// The keys that every kind of item has.
#[derive(Clone, Copy, Debug)]
pub struct Common<'a> {
    /// What the item is.
    pub doc: Option<&'a str>,
    /// Where the fact stands.
    pub source: &'a Sources,
    /// How certain the fact is.
    pub status: Option<Standing>,
    /// The source in which it appeared first.
    pub since: Option<&'a str>,
    /// The last source that has it.
    pub until: Option<&'a str>,
    /// The architecture for which it exists.
    pub arch: Option<ArchChoice>,
    /// Entries of `errata.yaml`.
    pub errata: &'a [String],
    /// The name in Rust.
    pub rust: Option<&'a str>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemVisitor;

        impl<'de> Visitor<'de> for ItemVisitor {
            type Value = Item;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an item: a mapping whose first key is its kind")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
                let Some(kind) = map.next_key::<String>()? else {
                    return Err(A::Error::custom("an item without a kind"));
                };
                if !KINDS.contains(&kind.as_str()) {
                    return Err(A::Error::unknown_variant(&kind, KINDS));
                }
                let name = map.next_value::<String>()?;
                match Body::read(&kind, map) {
                    Some(body) => Ok(Item { name, body: body? }),
                    None => Err(A::Error::unknown_variant(&kind, KINDS)),
                }
            }
        }

        deserializer.deserialize_map(ItemVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Item {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Item".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use serde_json::{Value, json};

        let kinds: Vec<Value> = Self::kind_schemas(generator)
            .into_iter()
            .map(|(key, mut schema)| {
                let object = schema.ensure_object();
                let name = json!({ "type": "string", "description": "The name, as the document spells it." });
                if let Some(Value::Object(properties)) = object.get_mut("properties") {
                    properties.insert(key.to_owned(), name);
                }
                let required = object.entry("required").or_insert_with(|| json!([]));
                if let Value::Array(required) = required {
                    required.insert(0, json!(key));
                }
                schema.to_value()
            })
            .collect();
        let schema =
            json!({ "description": "One entry. Its first key is its kind.", "oneOf": kinds });
        schemars::Schema::try_from(schema).unwrap_or_default()
    }
}

/// The content of `sources.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourceList {
    /// The revision of this transcription: the date of its last change.
    pub revision: String,
    /// Every document and code base that an item may cite, by the key that it is cited with.
    pub sources: UniqueMap<Source>,
}

/// A document or a code base.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Whether Microsoft published it as the specification, or it is code that uses the interface.
    pub kind: SourceKind,
    /// The revision or version that was read.
    pub revision: String,
    /// The licence under which it is published.
    pub licence: String,
    /// Its address; `{}` stands for the place that an item cites.
    pub url: Option<String>,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A specification: what it says is documented.
    Document,
    /// Code that uses the interface: what it says is observed.
    Code,
}

/// The content of `errata.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ErrataList {
    /// The errors found in the published documents.
    pub errata: Vec<Erratum>,
}

/// One place where a published document is wrong, silent or contradicts another.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Erratum {
    /// The name by which items refer to it.
    pub id: String,
    /// What the sources say, each in our own words.
    pub says: UniqueMap<String>,
    /// What the spec holds to be true.
    pub truth: String,
    /// Why we believe it.
    pub evidence: String,
}

/// The JSON Schema of the spec files, as text with a final newline. One schema serves all files: a
/// file is what its keys say.
#[cfg(feature = "schema")]
pub fn json_schema() -> String {
    #[derive(schemars::JsonSchema)]
    #[schemars(untagged, title = "A file of hv-spec")]
    #[allow(
        dead_code,
        clippy::large_enum_variant,
        reason = "describes the files to editors"
    )]
    enum SpecFile {
        Chapter(Chapter),
        Sources(SourceList),
        Errata(ErrataList),
        Dialect(Dialect),
    }

    let schema = schemars::schema_for!(SpecFile);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
