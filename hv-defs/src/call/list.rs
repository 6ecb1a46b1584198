//! Lists in memory that a guest filled.

use core::fmt;

use zerocopy::{FromBytes, Immutable, KnownLayout, Unalign};

/// Elements one after another, wherever they start: a guest aligns its parameters to 8 bytes, which
/// is less than some types have in Rust. Elements are read by value.
pub struct List<'p, T> {
    elements: &'p [Unalign<T>],
}

impl<'p, T: FromBytes + Immutable + KnownLayout + Copy> List<'p, T> {
    /// The first `count` elements of these bytes, and the bytes after them; nothing if there are fewer.
    pub fn split_from(bytes: &'p [u8], count: usize) -> Option<(Self, &'p [u8])> {
        let (elements, rest) = <[Unalign<T>]>::ref_from_prefix_with_elems(bytes, count).ok()?;
        Some((Self { elements }, rest))
    }

    /// The element at this index.
    pub fn get(self, index: usize) -> Option<T> {
        self.elements.get(index).map(Unalign::get)
    }

    /// All elements from this index on.
    pub fn from(self, index: usize) -> Self {
        Self {
            elements: self.elements.get(index..).unwrap_or_default(),
        }
    }

    /// The elements in order.
    pub fn iter(self) -> impl ExactSizeIterator<Item = T> + DoubleEndedIterator + use<'p, T> {
        self.elements.iter().map(Unalign::get)
    }
}

impl<T> List<'_, T> {
    /// How many elements there are.
    pub const fn len(self) -> usize {
        self.elements.len()
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.elements.is_empty()
    }
}

impl<T> Clone for List<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<'_, T> {}

impl<T> Default for List<'_, T> {
    fn default() -> Self {
        Self { elements: &[] }
    }
}

impl<T: FromBytes + Immutable + KnownLayout + Copy + fmt::Debug> fmt::Debug for List<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
