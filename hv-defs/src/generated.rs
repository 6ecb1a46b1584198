//! What generated code calls; not part of the interface.

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// The start of a union as one of its members. That it fits is proved where this is compiled.
#[inline]
pub fn view<U: IntoBytes + Immutable, T: FromBytes + Immutable + KnownLayout>(union: &U) -> &T {
    const { assert!(size_of::<T>() <= size_of::<U>() && align_of::<T>() <= align_of::<U>()) };
    match T::ref_from_prefix(union.as_bytes()) {
        Ok((member, _)) => member,
        Err(_) => unreachable!("size and alignment were checked"),
    }
}

/// As [`view`], to change it.
#[inline]
pub fn view_mut<U, T>(union: &mut U) -> &mut T
where
    U: FromBytes + IntoBytes + Immutable,
    T: FromBytes + IntoBytes + Immutable + KnownLayout,
{
    const { assert!(size_of::<T>() <= size_of::<U>() && align_of::<T>() <= align_of::<U>()) };
    match T::mut_from_prefix(union.as_mut_bytes()) {
        Ok((member, _)) => member,
        Err(_) => unreachable!("size and alignment were checked"),
    }
}
