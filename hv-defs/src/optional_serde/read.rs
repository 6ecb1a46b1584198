//! From a deserializer to bytes.
//!
//! Each visitor takes both forms, the named and the binary one: what holds a value between the
//! format and here, as for `flatten` and untagged enums, forgets which of them the format has.

use core::fmt;

use serde_core::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer};

use super::form::{Field, Form, MAX_FIELDS};
use super::hex::read_hex;
use super::read_number::{ReadName, ReadNumber};

/// Reads into bytes that are zero.
pub(super) struct Read<'b> {
    pub(super) form: &'static Form,
    pub(super) bytes: &'b mut [u8],
}

impl<'de> DeserializeSeed<'de> for Read<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { form, bytes } = self;
        let named = deserializer.is_human_readable();
        match form {
            Form::Number(_, number) => {
                let width = bytes.iter().map(|_| u8::BITS).sum();
                let bits = if named {
                    ReadNumber { number, width }.deserialize(deserializer)?
                } else {
                    integer(bytes.len(), deserializer)?
                };
                put(bits, bytes);
                Ok(())
            }
            _ if !named => deserializer.deserialize_byte_buf(Bytes(bytes)),
            Form::Array(element, count) if !form.is_bytes() => {
                let elements = Elements {
                    element,
                    count: *count,
                    bytes,
                };
                deserializer.deserialize_seq(elements)
            }
            Form::Array(..) | Form::Union => deserializer.deserialize_any(Bytes(bytes)),
            Form::Struct { name, fields } => {
                let fields = Fields {
                    name,
                    fields,
                    bytes,
                };
                deserializer.deserialize_any(fields)
            }
        }
    }
}

fn integer<'de, D: Deserializer<'de>>(size: usize, deserializer: D) -> Result<u64, D::Error> {
    match size {
        1 => u8::deserialize(deserializer).map(u64::from),
        2 => u16::deserialize(deserializer).map(u64::from),
        4 => u32::deserialize(deserializer).map(u64::from),
        _ => u64::deserialize(deserializer),
    }
}

fn put(bits: u64, bytes: &mut [u8]) {
    let size = bytes.len();
    let all = bits.to_ne_bytes();
    let start = if cfg!(target_endian = "little") {
        0
    } else {
        all.len() - size
    };
    bytes.copy_from_slice(&all[start..][..size]);
}

/// All bytes at once.
struct Bytes<'b>(&'b mut [u8]);

impl<'de> Visitor<'de> for Bytes<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.len();
        write!(
            f,
            "{size} bytes, or a string of {} digits of base 16",
            size * 2
        )
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        if bytes.len() != self.0.len() {
            return Err(E::invalid_length(bytes.len(), &self));
        }
        self.0.copy_from_slice(bytes);
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match read_hex(text, self.0) {
            Some(()) => Ok(()),
            None => Err(E::invalid_value(
                serde_core::de::Unexpected::Str(text),
                &self,
            )),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let mut length = 0;
        while let Some(byte) = sequence.next_element()? {
            if let Some(place) = self.0.get_mut(length) {
                *place = byte;
            }
            length += 1;
        }
        if length != self.0.len() {
            return Err(A::Error::invalid_length(length, &self));
        }
        Ok(())
    }
}

/// The elements of an array.
struct Elements<'b> {
    element: &'static Form,
    count: usize,
    bytes: &'b mut [u8],
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} elements", self.count)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let Self { count, .. } = self;
        let size = self.bytes.len() / count.max(1);
        for at in 0..count {
            let form = self.element;
            let bytes = &mut self.bytes[at * size..][..size];
            if sequence.next_element_seed(Read { form, bytes })?.is_none() {
                return Err(A::Error::invalid_length(at, &self));
            }
        }
        match sequence.next_element::<serde_core::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::invalid_length(count + 1, &self)),
            None => Ok(()),
        }
    }
}

/// The fields of a struct; those that are not there stay zero.
struct Fields<'b> {
    name: &'static str,
    fields: &'static [Field],
    bytes: &'b mut [u8],
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.bytes.len();
        write!(
            f,
            "a map of the fields of {}, or its {size} bytes",
            self.name
        )
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        if bytes.len() != self.bytes.len() {
            return Err(E::invalid_length(bytes.len(), &self));
        }
        self.bytes.copy_from_slice(bytes);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = [false; MAX_FIELDS];
        let names = ReadName {
            owner: self.name,
            count: self.fields.len(),
            name_at: |at: usize| self.fields[at].name,
        };
        while let Some(at) = map.next_key_seed(&names)? {
            let field = &self.fields[at];
            if core::mem::replace(&mut seen[at], true) {
                return Err(A::Error::duplicate_field(field.name));
            }
            let form = field.form;
            let bytes = &mut self.bytes[field.offset..][..field.size];
            map.next_value_seed(Read { form, bytes })?;
        }
        Ok(())
    }
}
