//! What is known of each virtual processor.

use core::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::interrupts::{FIRST_VECTOR, VECTORS};

/// As many as there can be.
pub const MOST: usize = 70;

struct Processor {
    ready: AtomicBool,
    index: AtomicU32,
    interrupts: [AtomicU32; VECTORS],
}

static PROCESSORS: [Processor; MOST] = [const {
    Processor {
        ready: AtomicBool::new(false),
        index: AtomicU32::new(0),
        interrupts: [const { AtomicU32::new(0) }; VECTORS],
    }
}; MOST];

/// This processor takes interrupts from here on.
pub fn set_ready(number: usize, vp_index: u32) {
    PROCESSORS[number].index.store(vp_index, Ordering::Relaxed);
    PROCESSORS[number].ready.store(true, Ordering::Release);
}

/// Whether it has started.
pub fn is_ready(number: usize) -> bool {
    PROCESSORS[number].ready.load(Ordering::Acquire)
}

/// The index that it read.
pub fn vp_index(number: usize) -> u32 {
    PROCESSORS[number].index.load(Ordering::Relaxed)
}

/// How often it took this vector.
pub fn interrupts(number: usize, vector: u8) -> u32 {
    let place = usize::from(vector) - usize::from(FIRST_VECTOR);
    PROCESSORS[number].interrupts[place].load(Ordering::SeqCst)
}

pub(super) fn count_interrupt(number: usize, vector: u8) {
    let place = usize::from(vector) - usize::from(FIRST_VECTOR);
    PROCESSORS[number].interrupts[place].fetch_add(1, Ordering::SeqCst);
}
