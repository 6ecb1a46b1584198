//! Messages and events that the VMM sends, as a hypervisor does for a port. It sends back what it gets over
//! one connection, to a source of its own.

use hv_defs::call::{Call, CallError};
use hv_defs::synic::{
    HvCallPostMessage, HvCallSignalEvent, HvConnectionId, HvInputPostMessage, HvInputSignalEvent,
    HvMessage, HvMessageType, HvSynicEventFlags, HvX64MsrSint4, HvX64SynicSint,
};

use super::synic::{EVENTS, LIMIT, MESSAGES, free_slot_at, wait_for_message};
use crate::enlightened::{issue, wait, write};
use crate::machine::processors::interrupts;
use crate::report::{Outcome, require};

/// The connection that comes back, the source where it does, and the vector of that.
const ECHO: u32 = 9;
const SOURCE: usize = 4;
const VECTOR: u8 = 0x54;

fn prepare() {
    write::<HvX64MsrSint4>(HvX64SynicSint::new().with_vector(VECTOR));
}

fn post(message_type: u32, payload: &[u8]) -> Result<(), CallError> {
    let mut input = HvInputPostMessage {
        connection_id: HvConnectionId::new().with_id(ECHO),
        message_type: HvMessageType::from_bits(message_type),
        payload_size: payload.len() as u32,
        ..Default::default()
    };
    input.message[..payload.len()].copy_from_slice(payload);
    issue(&Call::<HvCallPostMessage>::new(input))
}

/// Two messages at once: the second waits until the guest says that the slot is free.
pub fn messages() -> Outcome {
    const SLOT: usize = SOURCE * size_of::<HvMessage>();
    const PAYLOADS: [&[u8]; 2] = [b"first", b"and second"];
    prepare();
    let mut seen = interrupts(0, VECTOR);
    for (message_type, payload) in (0x21..).zip(PAYLOADS) {
        let result = post(message_type, payload);
        require!(result == Ok(()), "posting {payload:?}: {result:?}");
    }
    for (message_type, payload) in (0x21..).zip(PAYLOADS) {
        let came = wait_for_message(VECTOR, seen, SLOT);
        seen = interrupts(0, VECTOR);
        let message: HvMessage = MESSAGES.read(SLOT);
        require!(came, "no interrupt for {payload:?}: {:?}", message.header);
        require!(
            message.header.message_type == HvMessageType::from_bits(message_type)
                && message.valid_payload() == payload,
            "{:?} {:?} in place of {payload:?}",
            message.header,
            message.valid_payload()
        );
        let more = payload != PAYLOADS[1];
        let pending = message.header.message_flags.message_pending();
        require!(
            pending == more,
            "more messages wait: {more}, {:?}",
            message.header
        );
        free_slot_at(SLOT);
    }
    Ok(())
}

/// Flags at both ends of the page's part and within; one that is set already brings no interrupt.
pub fn events() -> Outcome {
    const FLAGS: usize = SOURCE * size_of::<HvSynicEventFlags>();
    const NUMBERS: [u16; 3] = [0, 100, 2047];
    prepare();
    let first = interrupts(0, VECTOR);
    for flag_number in NUMBERS {
        let call = Call::<HvCallSignalEvent>::new(HvInputSignalEvent {
            connection_id: HvConnectionId::new().with_id(ECHO),
            flag_number,
            ..Default::default()
        });
        let before = interrupts(0, VECTOR);
        for _ in 0..2 {
            let result = issue(&call);
            require!(result == Ok(()), "flag {flag_number}: {result:?}");
        }
        let came = wait(LIMIT, || interrupts(0, VECTOR) > before);
        require!(came, "flag {flag_number}: no interrupt");
        let flags: HvSynicEventFlags = EVENTS.read(FLAGS);
        let mut expected = [0_u32; 64];
        expected[usize::from(flag_number / 32)] = 1 << (flag_number % 32);
        require!(
            *flags.flags32() == expected,
            "flag {flag_number}: {:x?}",
            flags.flags32()
        );
        EVENTS.write(FLAGS, &HvSynicEventFlags::from_flags32([0; 64]));
        wait(super::time::SECOND / 20, || false);
    }
    // Twice as many if each signal brought one. QEMU 7.2 sometimes delivers one again.
    let count = interrupts(0, VECTOR) - first;
    require!(
        count < 2 * NUMBERS.len() as u32,
        "{count} interrupts for the flags {NUMBERS:?}"
    );
    Ok(())
}
