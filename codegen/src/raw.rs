//! The spec files as they are written: one serde type for each kind of entry, no logic.
//!
//! Every type refuses unknown keys. An item names its kind with its first key
//! (`- struct: HV_MESSAGE_HEADER`), so that [`Item`] can hand the rest of the mapping to the type
//! of that kind and errors speak of that kind's keys only. The JSON Schema for editors comes from
//! the same types.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

mod declaration;
mod dialect;
mod evidence;
mod items;
mod scalars;
mod unique_map;

pub use declaration::{DeclaredMember, DeclaredSize, DialectDeclaration};
pub use dialect::{
    BitfieldStyle, Dialect, DialectDifference, DialectFile, DialectMacro, DialectName, EnumStyle,
    Headers, MacroGroup, Take, TypeStyle,
};
pub use evidence::{ErrataList, Erratum, Source, SourceKind, SourceList};
pub use items::*;
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
