//! Pages that the hypervisor, or other processors, read and write while this one runs.

use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering};

use hv_defs::zerocopy::{FromBytes, Immutable, IntoBytes};

/// A page of memory. Its address is its guest physical address too.
#[repr(C, align(4096))]
pub struct Page(UnsafeCell<[u8; Page::SIZE]>);

// SAFETY: every access goes through volatile reads and writes of bytes, and what another
// processor writes at the same time is plain bytes as well.
unsafe impl Sync for Page {}

impl Page {
    /// Bytes of a page.
    pub const SIZE: usize = hv_defs::hypercall::HV_PAGE_SIZE as usize;

    pub const fn new() -> Self {
        Self(UnsafeCell::new([0; Self::SIZE]))
    }

    /// Where it is.
    pub fn gpa(&self) -> u64 {
        self.0.get() as u64
    }

    /// Its number.
    pub fn number(&self) -> u64 {
        self.gpa() / Self::SIZE as u64
    }

    /// A copy of what stands at this offset.
    pub fn read<T: FromBytes + IntoBytes>(&self, offset: usize) -> T {
        assert!(offset + size_of::<T>() <= Self::SIZE, "within the page");
        let mut value = T::new_zeroed();
        for (index, byte) in value.as_mut_bytes().iter_mut().enumerate() {
            // SAFETY: the offset is within the page, as checked.
            *byte = unsafe { ptr::read_volatile(self.0.get().cast::<u8>().add(offset + index)) };
        }
        value
    }

    /// Puts this at the offset.
    pub fn write(&self, offset: usize, value: &(impl IntoBytes + Immutable + ?Sized)) {
        let bytes = value.as_bytes();
        assert!(offset + bytes.len() <= Self::SIZE, "within the page");
        for (index, byte) in bytes.iter().enumerate() {
            // SAFETY: the offset is within the page, as checked.
            unsafe { ptr::write_volatile(self.0.get().cast::<u8>().add(offset + index), *byte) };
        }
    }

    /// Leaves only these bits of the word at the offset, in one step, and says what it was.
    pub fn keep_bits(&self, offset: usize, mask: u32) -> u32 {
        assert!(
            offset < Self::SIZE && offset.is_multiple_of(4),
            "a word of the page"
        );
        // SAFETY: the word is within the page and aligned, as checked.
        let word = unsafe { AtomicU32::from_ptr(self.0.get().cast::<u32>().byte_add(offset)) };
        word.fetch_and(mask, Ordering::SeqCst)
    }

    /// Fills it with zeros.
    pub fn clear(&self) {
        self.write(0, &[0_u8; Self::SIZE]);
    }
}
