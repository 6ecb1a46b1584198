//! Sources and errata.

use serde::Deserialize;

use super::UniqueMap;

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
