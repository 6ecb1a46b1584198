//! The feature `serde`: each type is read and written by a description of its bytes.

use serde_core::de::{DeserializeSeed, Error};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use zerocopy::{FromBytes, Immutable, IntoBytes};

mod form;
mod hex;
mod read;
mod read_number;
mod write;

use form::{Described, Field, Form, Number, Range, form_of, number_of};
use read::Read;
use write::Written;

/// The key of the reserved bits of a bit-field that are set.
const RESERVED_BITS: &str = "reserved_bits";

/// A type of which any bytes are a value.
macro_rules! through_bytes {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer)
            }
        }
    };
}

/// An enum that has no other values.
#[allow(unused_macros, reason = "the spec may have no such enum")]
macro_rules! through_number {
    ($type:ty: $storage:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let bits = self.into_bits();
                let (form, bytes) = (Self::FORM, bits.as_bytes());
                Written { form, bytes }.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut bits: $storage = 0;
                let (form, bytes) = (Self::FORM, bits.as_mut_bytes());
                Read { form, bytes }.deserialize(deserializer)?;
                Self::try_from_bits(bits).map_err(|bits| {
                    D::Error::custom(format_args!("{} has no value {bits:#x}", stringify!($type)))
                })
            }
        }
    };
}

/// A status other than success.
macro_rules! through_status {
    ($type:ty: $status:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.status().serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let status = <$status>::deserialize(deserializer)?;
                Self::from_bits(status.into_bits())
                    .ok_or_else(|| D::Error::custom("success is no error"))
            }
        }
    };
}

fn write<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Described + IntoBytes + Immutable,
    S: Serializer,
{
    let (form, bytes) = (T::FORM, value.as_bytes());
    Written { form, bytes }.serialize(serializer)
}

fn read<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Described + FromBytes + IntoBytes,
    D: Deserializer<'de>,
{
    let mut value = T::new_zeroed();
    let (form, bytes) = (T::FORM, value.as_mut_bytes());
    Read { form, bytes }.deserialize(deserializer)?;
    Ok(value)
}

hv_defs_derive::index!("serde");
