//! Requests of Linux devices.

use core::fmt;
use core::marker::PhantomData;

/// Which way the argument of a request goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// There is none.
    None,
    /// User space writes it and the kernel reads it.
    Write,
    /// The kernel writes it and user space reads it.
    Read,
    /// Both.
    ReadWrite,
}

/// A request of a device: the number that `ioctl` takes, and the type behind the pointer.
///
/// ```
/// use hv_defs::Ioctl;
/// use hv_defs::mshv::{MSHV_CREATE_VP, MshvCreateVp};
///
/// /// Only the argument of the request fits.
/// fn ioctl<T>(request: Ioctl<T>, argument: &T) -> (u32, usize) {
///     (request.request(), size_of_val(argument))
/// }
///
/// let argument = MshvCreateVp { vp_index: 3 };
/// assert_eq!(ioctl(MSHV_CREATE_VP, &argument), (0x4004_b801, 4));
/// ```
pub struct Ioctl<T> {
    direction: Direction,
    magic: u8,
    number: u8,
    argument: PhantomData<fn(T) -> T>,
}

impl<T> Ioctl<T> {
    /// A request of the family `magic`.
    pub const fn new(direction: Direction, magic: u8, number: u8) -> Self {
        const { assert!(size_of::<T>() < 1 << 14) };
        Self {
            direction,
            magic,
            number,
            argument: PhantomData,
        }
    }

    /// The number that `ioctl` takes on x86-64 and ARM64.
    pub const fn request(self) -> u32 {
        let direction = match self.direction {
            Direction::None => 0,
            Direction::Write => 1,
            Direction::Read => 2,
            Direction::ReadWrite => 3,
        };
        #[allow(clippy::cast_possible_truncation, reason = "`new` has seen the size")]
        let size = size_of::<T>() as u32;
        direction << 30 | size << 16 | (self.magic as u32) << 8 | self.number as u32
    }

    /// Which way the argument goes.
    pub const fn direction(self) -> Direction {
        self.direction
    }
}

impl<T> Clone for Ioctl<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ioctl<T> {}

impl<T> fmt::Debug for Ioctl<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Ioctl({:#010x})", self.request())
    }
}
