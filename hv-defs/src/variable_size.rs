//! Records that are followed by elements in any number.

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// A record that elements follow in memory. The type of the record leaves them out, so that it has
/// a size; they are reached through slices of checked length.
pub trait VariableSize: FromBytes + IntoBytes + Immutable + KnownLayout {
    /// An element.
    type Element: FromBytes + IntoBytes + Immutable + KnownLayout;

    /// The record at the start of the bytes, and as many whole elements as follow it.
    ///
    /// Nothing if the bytes are too few for the record, or do not stand on its alignment.
    fn with_elements(bytes: &[u8]) -> Option<(&Self, &[Self::Element])> {
        const { assert!(size_of::<Self::Element>() != 0) };
        let (record, rest) = Self::ref_from_prefix(bytes).ok()?;
        let whole = rest.len() - rest.len() % size_of::<Self::Element>();
        let elements = <[Self::Element]>::ref_from_bytes(rest.get(..whole)?).ok()?;
        Some((record, elements))
    }

    /// As [`with_elements`](Self::with_elements), to change them.
    fn with_elements_mut(bytes: &mut [u8]) -> Option<(&mut Self, &mut [Self::Element])> {
        const { assert!(size_of::<Self::Element>() != 0) };
        let (record, rest) = Self::mut_from_prefix(bytes).ok()?;
        let whole = rest.len() - rest.len() % size_of::<Self::Element>();
        let elements = <[Self::Element]>::mut_from_bytes(rest.get_mut(..whole)?).ok()?;
        Some((record, elements))
    }
}
