//! What the spec fixes, without its prose: every layout and every number on each architecture.
//!
//! The text is canonical: the same spec gives the same bytes, and one part stands on one line, so that
//! a difference of two snapshots can be read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod entries;

use crate::model::Model;

/// The number of the form of the file.
const FORMAT: u32 = 1;

/// All that the spec fixes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The form of the file; readers refuse others.
    pub format: u32,
    /// The revision of the transcription.
    pub spec_revision: String,
    /// The items, sorted by kind, name and architecture.
    pub items: Vec<Entry>,
}

/// An item on one architecture, or on both where it is the same there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The key of its kind in the spec files.
    pub kind: String,
    /// The name, as the document spells it.
    pub name: String,
    /// `x64`, `arm64` or `both`.
    pub arch: String,
    /// Bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Alignment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<u64>,
    /// The number that it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// What else is said about it that a user can rely on, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    /// The fields, bit ranges or members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// The values of an enum.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// A field, bit range or member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The name; reserved parts may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The first bit.
    pub bit: u64,
    /// Bits of one element.
    pub bits: u64,
    /// Elements; 0 for any number of them.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u64,
    /// The type of one element.
    pub r#type: String,
    /// How it behaves, if it is reserved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved: Option<String>,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The name.
    pub name: String,
    /// The number.
    pub value: u64,
    /// The architecture, if it has it on one alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arch: Option<String>,
}

fn one() -> u64 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_one(count: &u64) -> bool {
    *count == 1
}

impl Snapshot {
    /// The snapshot of a checked spec.
    pub fn new(model: &Model) -> Self {
        let mut items: Vec<Entry> = model
            .items
            .iter()
            .map(|item| entries::entry(model, item))
            .collect();
        items.sort_by(|left, right| left.key().cmp(&right.key()));
        Self {
            format: FORMAT,
            spec_revision: model.revision.clone(),
            items,
        }
    }

    /// Reads the text of a snapshot.
    pub fn parse(text: &str) -> Result<Self, String> {
        let snapshot: Self =
            serde_json::from_str(text).map_err(|error| format!("no snapshot: {error}"))?;
        if snapshot.format == FORMAT {
            Ok(snapshot)
        } else {
            Err(format!(
                "a snapshot of form {}; this program reads form {FORMAT}",
                snapshot.format
            ))
        }
    }

    /// The canonical text.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{{\n\"format\": {},\n\"spec_revision\": {},\n\"items\": [\n",
            self.format,
            line(&self.spec_revision)
        );
        for (at, entry) in self.items.iter().enumerate() {
            let end = if at + 1 == self.items.len() { "" } else { "," };
            text.push_str(&entry.text());
            text.push_str(end);
            text.push('\n');
        }
        text.push_str("]\n}\n");
        text
    }
}

impl Entry {
    fn key(&self) -> (&str, &str, &str) {
        (&self.kind, &self.name, &self.arch)
    }

    /// The head on one line, and each part on a line of its own.
    fn text(&self) -> String {
        let head = Self {
            parts: Vec::new(),
            values: Vec::new(),
            ..self.clone()
        };
        let head = line(&head);
        let parts: Vec<String> = self.parts.iter().map(line).collect();
        let values: Vec<String> = self.values.iter().map(line).collect();
        let mut text = head.strip_suffix('}').unwrap_or(&head).to_owned();
        for (key, lines) in [("parts", parts), ("values", values)] {
            if !lines.is_empty() {
                text.push_str(&format!(",\"{key}\":[\n  {}]", lines.join(",\n  ")));
            }
        }
        text.push('}');
        text
    }
}

fn line(value: &impl Serialize) -> String {
    // Strings, numbers and lists alone: there is nothing that JSON cannot hold.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Files;

    #[test]
    fn the_text_is_read_back_as_it_was() {
        let model = Model::new(&Files::embedded()).expect("the spec is correct");
        let snapshot = Snapshot::new(&model);
        assert!(snapshot.items.len() > 3000);
        assert_eq!(Snapshot::parse(&snapshot.text()), Ok(snapshot));
    }

    #[test]
    fn another_form_is_refused() {
        let error = Snapshot::parse(r#"{"format":99,"spec_revision":"x","items":[]}"#);
        assert!(error.expect_err("the form is unknown").contains("form 99"));
        assert!(Snapshot::parse("{").is_err());
    }
}
