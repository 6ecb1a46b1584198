//! Control words and parameters that a guest made: 8 bytes of control word, then the input.

#![no_main]

use std::fmt::{self, Write};

use hv_defs::call::{
    Arm64FastRegisters, CallSizes, FastOffer, FastRegisters, Request, X64FastRegisters,
};
use hv_defs::hypercall::HvHypercallInput;
use hv_defs::request::{Arm64HypercallRequest, X64HypercallRequest};
use hv_defs::vp::HvCallGetVpRegisters;
use libfuzzer_sys::fuzz_target;

/// Formats without keeping the text: the lists of a page are long.
struct Nothing;

impl Write for Nothing {
    fn write_str(&mut self, _: &str) -> fmt::Result {
        Ok(())
    }
}

fn check(sizes: CallSizes, gpa: u64) {
    let placed = sizes.check_addresses(gpa, gpa, 1 << 40);
    assert!(placed.is_err() || gpa % 4096 + sizes.input as u64 <= 4096 || sizes.input == 0);
    for offer in [
        FastOffer::TwoRegisters,
        FastOffer::Input,
        FastOffer::InputAndOutput,
    ] {
        for (range, size) in [
            (X64FastRegisters::check(sizes, offer), 112),
            (Arm64FastRegisters::check(sizes, offer), 128),
        ] {
            if let Ok(range) = range {
                assert!(range.start >= sizes.input && range.end <= size);
                assert!(range.len() == sizes.output);
            }
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((control, input)) = data.split_first_chunk() else {
        return;
    };
    let bits = u64::from_le_bytes(*control);
    let control = HvHypercallInput::from_bits(bits);
    if let Ok(Some(sizes)) = X64HypercallRequest::sizes(control) {
        check(sizes, bits);
        // A request is there exactly where the input is.
        let request = X64HypercallRequest::parse(control, input);
        assert_eq!(request.is_ok(), sizes.input <= input.len());
    }
    if let Ok(request) = X64HypercallRequest::parse(control, input) {
        let _ = write!(Nothing, "{request:?}");
    }
    if let Ok(Some(sizes)) = Arm64HypercallRequest::sizes(control) {
        check(sizes, bits);
    }
    if let Ok(request) = Arm64HypercallRequest::parse(control, input) {
        let _ = write!(Nothing, "{request:?}");
    }
    // The same bytes as a call with output.
    if let Ok(request) = Request::<HvCallGetVpRegisters>::parse(control, input) {
        let mut output = [0; 4096];
        if let Some(mut reply) = request.reply(&mut output) {
            for index in request.pending() {
                assert!(reply.set_element(index, &Default::default()).is_some());
            }
            assert!(reply.set_element(usize::MAX, &Default::default()).is_none());
        }
    }
});
