//! All types of the spec, each as functions that do not know its name.
//!
//! What the parts of a type are is said by rustc here, not by the model from which the features are
//! made: offsets by `offset_of!`, bit ranges by their getters.

#![allow(clippy::unnecessary_cast, reason = "one macro for all widths")]
#![allow(missing_docs, reason = "a test")]

use arbitrary::{Arbitrary, Unstructured};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// A part of a value.
#[derive(Debug)]
pub struct Part {
    /// Its Rust name.
    pub name: &'static str,
    /// The bytes of a value in which all but this part is zero.
    pub alone: Vec<u8>,
    /// The value of a bit range.
    pub number: Option<u64>,
}

/// What a type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Enum,
    Bitfield,
    Struct,
    Union,
}

/// A type.
pub struct Type {
    pub name: &'static str,
    pub size: usize,
    pub kind: Kind,
    /// The names of an enum, with the numbers of their constants.
    pub values: &'static [(&'static str, u64)],
    pub parts: fn(&[u8]) -> Vec<Part>,
    pub to_json: fn(&[u8]) -> String,
    pub from_json: fn(&str) -> Result<Vec<u8>, String>,
    /// The binary form of a self-describing format, and one that is not.
    pub cbor: fn(&[u8]) -> (Vec<u8>, Result<Vec<u8>, String>),
    pub postcard: fn(&[u8]) -> (Vec<u8>, Result<Vec<u8>, String>),
    /// The bytes of the value that these bytes give, and how many are left of them.
    pub arbitrary: fn(&[u8]) -> (Vec<u8>, usize),
    pub size_hint: fn() -> (usize, Option<usize>),
}

/// What every type is.
pub trait Value:
    FromBytes + IntoBytes + Immutable + Serialize + DeserializeOwned + for<'a> Arbitrary<'a>
{
}

impl<T> Value for T where
    T: FromBytes + IntoBytes + Immutable + Serialize + DeserializeOwned + for<'a> Arbitrary<'a>
{
}

/// The value of these bytes.
pub fn value<T: Value>(bytes: &[u8]) -> T {
    T::read_from_bytes(bytes).expect("as many bytes as the type has")
}

fn to_json<T: Value>(bytes: &[u8]) -> String {
    serde_json::to_string(&value::<T>(bytes)).expect("a string takes all")
}

fn from_json<T: Value>(text: &str) -> Result<Vec<u8>, String> {
    let value: Result<T, _> = serde_json::from_str(text);
    value
        .map(|value| value.as_bytes().to_vec())
        .map_err(|error| error.to_string())
}

fn cbor<T: Value>(bytes: &[u8]) -> (Vec<u8>, Result<Vec<u8>, String>) {
    let mut written = Vec::new();
    ciborium::into_writer(&value::<T>(bytes), &mut written).expect("a vector takes all");
    let read: Result<T, _> = ciborium::from_reader(&*written);
    let read = read.map(|value| value.as_bytes().to_vec());
    (written, read.map_err(|error| error.to_string()))
}

fn postcard<T: Value>(bytes: &[u8]) -> (Vec<u8>, Result<Vec<u8>, String>) {
    let written = postcard::to_stdvec(&value::<T>(bytes)).expect("a vector takes all");
    let read: Result<T, _> = postcard::from_bytes(&written);
    let read = read.map(|value| value.as_bytes().to_vec());
    (written, read.map_err(|error| error.to_string()))
}

fn arbitrary<T: Value>(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut unstructured = Unstructured::new(bytes);
    let value = T::arbitrary(&mut unstructured).expect("any bytes are a value");
    (value.as_bytes().to_vec(), unstructured.len())
}

fn size_hint<T: Value>() -> (usize, Option<usize>) {
    T::size_hint(0)
}

/// The bytes of a value whose bytes at the offset are these, and zero elsewhere.
fn alone(size: usize, offset: usize, part: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; size];
    bytes[offset..][..part.len()].copy_from_slice(part);
    bytes
}

macro_rules! describe {
    ($path:path, $kind:ident, $values:expr, $parts:expr) => {
        Type {
            name: stringify!($path),
            size: size_of::<$path>(),
            kind: Kind::$kind,
            values: $values,
            parts: $parts,
            to_json: to_json::<$path>,
            from_json: from_json::<$path>,
            cbor: cbor::<$path>,
            postcard: postcard::<$path>,
            arbitrary: arbitrary::<$path>,
            size_hint: size_hint::<$path>,
        }
    };
}

macro_rules! open_enum {
    ($path:path; $($name:literal $constant:ident),*) => {
        describe!(
            $path,
            Enum,
            &[$(($name, <$path>::$constant.into_bits() as u64)),*],
            |_| Vec::new()
        )
    };
}

macro_rules! bitfield {
    ($path:path; $($range:ident $with:ident ($($into:tt)*)),*) => {
        describe!($path, Bitfield, &[], |bytes| {
            let _value = value::<$path>(bytes);
            vec![$(Part {
                name: stringify!($range),
                alone: <$path>::new().$with(_value.$range()).as_bytes().to_vec(),
                number: Some(_value.$range()$($into)* as u64),
            }),*]
        })
    };
}

macro_rules! structure {
    ($path:path; $($field:ident),*) => {
        describe!($path, Struct, &[], |bytes| {
            let _value = value::<$path>(bytes);
            vec![$(Part {
                name: stringify!($field),
                alone: alone(
                    size_of::<$path>(),
                    core::mem::offset_of!($path, $field),
                    _value.$field.as_bytes(),
                ),
                number: None,
            }),*]
        })
    };
}

macro_rules! union {
    ($path:path) => {
        describe!($path, Union, &[], |_| Vec::new())
    };
}

/// All of them.
pub static TYPES: &[Type] = TYPES_OF_THE_SPEC;

include!(concat!(env!("OUT_DIR"), "/types.rs"));
