//! Messages: the bytes of one slot.

#![no_main]

use hv_defs::synic::HvMessage;
use hv_defs::typed_message::{Arm64Message, X64Message};
use libfuzzer_sys::fuzz_target;
use zerocopy::FromBytes;

fuzz_target!(|data: &[u8]| {
    let mut slot = [0; size_of::<HvMessage>()];
    for (place, byte) in slot.iter_mut().zip(data) {
        *place = *byte;
    }
    let message = HvMessage::read_from_bytes(&slot).expect("a slot is as long as a message");
    assert!(message.valid_payload().len() <= 240);
    let _ = format!("{:?}", X64Message::read(&message));
    let _ = format!("{:?}", Arm64Message::read(&message));
});
