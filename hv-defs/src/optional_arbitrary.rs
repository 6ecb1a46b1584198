//! The feature `arbitrary`: each type from bytes that a fuzzer or a test gives.

use arbitrary::{Arbitrary, Result, Unstructured};
use zerocopy::{FromBytes, IntoBytes};

/// A type of which any bytes are a value. Where there are too few of them, zeros follow.
macro_rules! from_bytes {
    ($type:ty) => {
        impl<'a> Arbitrary<'a> for $type {
            fn arbitrary(unstructured: &mut Unstructured<'a>) -> Result<Self> {
                filled(unstructured)
            }

            fn size_hint(_depth: usize) -> (usize, Option<usize>) {
                (size_of::<Self>(), Some(size_of::<Self>()))
            }
        }
    };
}

/// An enum that has no other values.
#[allow(unused_macros, reason = "the spec may have no such enum")]
macro_rules! one_of {
    ($type:ty: $($variant:ident),*) => {
        impl<'a> Arbitrary<'a> for $type {
            fn arbitrary(unstructured: &mut Unstructured<'a>) -> Result<Self> {
                unstructured.choose(&[$(Self::$variant),*]).copied()
            }

            fn size_hint(_depth: usize) -> (usize, Option<usize>) {
                // A choice takes no more bytes than it needs, and none where there is none.
                (0, Some(size_of::<Self>()))
            }
        }
    };
}

/// A number of which only zero is no value.
macro_rules! not_zero {
    ($type:ty: $storage:ty) => {
        impl<'a> Arbitrary<'a> for $type {
            fn arbitrary(unstructured: &mut Unstructured<'a>) -> Result<Self> {
                let bits = unstructured.int_in_range(1..=<$storage>::MAX)?;
                Self::from_bits(bits).ok_or(arbitrary::Error::IncorrectFormat)
            }

            fn size_hint(_depth: usize) -> (usize, Option<usize>) {
                (0, Some(size_of::<Self>()))
            }
        }
    };
}

fn filled<T: FromBytes + IntoBytes>(unstructured: &mut Unstructured<'_>) -> Result<T> {
    let mut value = T::new_zeroed();
    unstructured.fill_buffer(value.as_mut_bytes())?;
    Ok(value)
}

hv_defs_derive::index!("arbitrary");
