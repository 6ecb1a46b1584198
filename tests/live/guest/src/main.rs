//! A guest without an operating system that brings up every enlightenment that the hypervisor offers,
//! and checks that it does what the TLFS says. Every fact of Hyper-V comes from hv-defs.
//!
//! `machine` holds the instructions, and all `unsafe` is there; `enlightened` is how a guest uses
//! hv-defs on them; `tests` is what is checked.

#![no_std]
#![no_main]
// Without an allocator the reason of a failure stands in the result itself.
#![allow(clippy::result_large_err)]

mod enlightened;
mod machine;
mod report;
mod tests;

use core::fmt::Write as _;
use core::panic::PanicInfo;

use machine::processors;
use report::Text;

/// Where every virtual processor starts, on a stack of its own. The VMM says whether it keeps something from
/// this guest.
#[unsafe(no_mangle)]
extern "C" fn start(number: usize, restricted: bool) -> ! {
    machine::prepare_processor();
    let index = enlightened::vp_index();
    processors::set_ready(number, index);
    if number == 0 {
        tests::run(restricted);
        enlightened::crash(
            0xe0d,
            [0x1111_2222_3333_4444, u64::MAX],
            "the guest is done",
        );
    }
    loop {
        machine::halt_until_interrupt();
    }
}

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    let mut text = Text::new();
    let _ = write!(text, "{info}");
    enlightened::crash(0xbad, [0, 0], text.as_str());
    loop {
        machine::halt_until_interrupt();
    }
}
