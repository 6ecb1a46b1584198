//! Reads a tree as a serde type and reports everything that does not fit, not only the first.
//!
//! serde stops at the first error. What it complained about is taken out of the tree and the
//! reading starts again, until it succeeds or nothing is left that can be taken out.

use std::fmt;
use std::ops::Range;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess,
    Unexpected, Visitor, value::StrDeserializer,
};
use serde::forward_to_deserialize_any;

use super::tree::{Node, Value};
use crate::diagnostic::Step;

/// How a value does not fit its type.
#[derive(Clone, Debug)]
pub(crate) enum Misfit {
    UnknownKey {
        key: String,
        expected: &'static [&'static str],
    },
    UnknownWord {
        word: String,
        expected: &'static [&'static str],
    },
    MissingKey(&'static str),
    WrongValue(String),
}

/// One misfit and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Complaint {
    pub(crate) misfit: Misfit,
    pub(crate) path: Vec<Step>,
    pub(crate) span: Range<usize>,
}

/// More complaints about one file than this help nobody.
const COMPLAINT_LIMIT: usize = 100;

/// Reads the tree and returns every complaint, up to a limit.
pub(crate) fn decode<T: DeserializeOwned>(root: &Node) -> Vec<Complaint> {
    let mut root = root.clone();
    let mut complaints = Vec::new();
    while let Err(error) = T::deserialize(TreeDeserializer { node: &root }) {
        let mut path: Vec<Step> = error.path.into_iter().rev().collect();
        let (span, removable) = target(&root, &path, &error.misfit);
        if let Misfit::UnknownKey { key, .. } = &error.misfit {
            path.push(Step::Key(key.clone()));
        }
        complaints.push(Complaint {
            misfit: error.misfit,
            path,
            span,
        });
        match removable {
            Some(at) if complaints.len() < COMPLAINT_LIMIT => remove(&mut root, &at),
            _ => break,
        }
    }
    complaints
}

/// Where the complaint points, and which part of the tree to leave out to go on.
fn target(root: &Node, path: &[Step], misfit: &Misfit) -> (Range<usize>, Option<Vec<Step>>) {
    let node = walk(root, path).unwrap_or(root);
    if let Misfit::UnknownKey { key, .. } = misfit {
        if let Some((name, _)) = node.get(key) {
            let at = path
                .iter()
                .cloned()
                .chain([Step::Key(key.clone())])
                .collect();
            return (name.span.clone(), Some(at));
        }
    }
    let last_element = path.iter().rposition(|step| matches!(step, Step::Index(_)));
    (
        node.span.clone(),
        last_element.map(|at| path[..=at].to_vec()),
    )
}

/// The node at a path.
pub(crate) fn walk<'a>(root: &'a Node, path: &[Step]) -> Option<&'a Node> {
    path.iter().try_fold(root, |node, step| match step {
        Step::Key(key) => node.get(key).map(|(_, value)| value),
        Step::Index(index) => node.element(*index),
    })
}

fn remove(root: &mut Node, path: &[Step]) {
    let Some((first, rest)) = path.split_first() else {
        root.value = Value::Removed;
        return;
    };
    match (&mut root.value, first) {
        (Value::Sequence(elements), Step::Index(index)) => {
            if let Some(element) = elements.get_mut(*index) {
                remove(element, rest);
            }
        }
        (Value::Mapping(entries), Step::Key(key)) => {
            if let Some((_, value)) = entries
                .iter_mut()
                .find(|(name, _)| name.text() == Some(key))
            {
                remove(value, rest);
            }
        }
        _ => {}
    }
}

/// An error with the path back to the root, innermost step first.
#[derive(Debug)]
struct DecodeError {
    misfit: Misfit,
    path: Vec<Step>,
}

impl DecodeError {
    fn new(misfit: Misfit) -> Self {
        Self {
            misfit,
            path: Vec::new(),
        }
    }

    fn below(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.misfit)
    }
}

impl std::error::Error for DecodeError {}

impl Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Misfit::WrongValue(message.to_string()))
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("{unexpected} stands where {expected} belongs"))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Misfit::UnknownKey {
            key: field.to_owned(),
            expected,
        })
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Misfit::UnknownWord {
            word: variant.to_owned(),
            expected,
        })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Misfit::MissingKey(field))
    }
}

#[derive(Clone, Copy)]
struct TreeDeserializer<'a> {
    node: &'a Node,
}

/// The integer that a plain scalar stands for, as YAML 1.2 writes integers.
fn integer(text: &str) -> Option<u64> {
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (text.strip_prefix('+').unwrap_or(text), 10),
    };
    let starts_with_digit = digits.starts_with(|first: char| first.is_ascii_hexdigit());
    let leading_zero = radix == 10 && digits.len() > 1 && digits.starts_with('0');
    (starts_with_digit && !leading_zero)
        .then(|| u64::from_str_radix(digits, radix).ok())
        .flatten()
}

impl<'de> Deserializer<'de> for TreeDeserializer<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Scalar { text, plain: false } => visitor.visit_str(text),
            Value::Scalar { text, .. } => match text.as_str() {
                "" | "~" | "null" | "Null" | "NULL" => visitor.visit_unit(),
                "true" | "True" | "TRUE" => visitor.visit_bool(true),
                "false" | "False" | "FALSE" => visitor.visit_bool(false),
                text => match (integer(text), text.parse::<i64>(), text.parse::<f64>()) {
                    (Some(number), ..) => visitor.visit_u64(number),
                    (None, Ok(number), _) if number < 0 => visitor.visit_i64(number),
                    (None, _, Ok(number)) if text.contains(['.', 'e', 'E']) => {
                        visitor.visit_f64(number)
                    }
                    _ => visitor.visit_str(text),
                },
            },
            Value::Sequence(elements) => visitor.visit_seq(Elements { elements, at: 0 }),
            Value::Mapping(entries) => visitor.visit_map(Entries { entries, at: 0 }),
            Value::Removed => visitor.visit_unit(),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Scalar { text, .. } => visitor.visit_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Removed => visitor.visit_none(),
            Value::Scalar { text, plain: true }
                if text.is_empty() || text == "~" || text == "null" =>
            {
                visitor.visit_none()
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Scalar { text, .. } => {
                StrDeserializer::new(text).deserialize_enum(name, variants, visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct ignored_any
    }
}

struct Elements<'a> {
    elements: &'a [Node],
    at: usize,
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        while let Some(node) = self.elements.get(self.at) {
            self.at += 1;
            if !matches!(node.value, Value::Removed) {
                let index = self.at - 1;
                let value = seed.deserialize(TreeDeserializer { node });
                return value
                    .map(Some)
                    .map_err(|error| error.below(Step::Index(index)));
            }
        }
        Ok(None)
    }
}

struct Entries<'a> {
    entries: &'a [(Node, Node)],
    at: usize,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        while let Some((key, value)) = self.entries.get(self.at) {
            self.at += 1;
            if !matches!(value.value, Value::Removed) {
                return seed.deserialize(TreeDeserializer { node: key }).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        let (key, node) = &self.entries[self.at - 1];
        let step = Step::Key(key.text().unwrap_or_default().to_owned());
        seed.deserialize(TreeDeserializer { node })
            .map_err(|error| error.below(step))
    }
}
