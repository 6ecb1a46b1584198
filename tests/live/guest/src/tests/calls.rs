//! Hypercalls that the VMM answers, and those that nobody does.

use hv_defs::HvError;
use hv_defs::call::{Call, CallError};
use hv_defs::hypercall::{HvCallCode, HvExtCallQueryCapabilities, HvHypercallInput};
use hv_defs::synic::{
    HvCallPostMessage, HvCallSignalEvent, HvConnectionId, HvInputPostMessage, HvInputSignalEvent,
    HvMessageType,
};

use crate::enlightened::{INPUT, OUTPUT, issue, issue_fast, raw};
use crate::report::{Outcome, require};

/// The connection that the VMM has, and one that it lacks.
const CONNECTION: u32 = 7;
const NO_CONNECTION: u32 = 8;

fn message(connection: u32, length: u8) -> Call<'static, HvCallPostMessage> {
    let mut input = HvInputPostMessage {
        connection_id: HvConnectionId::new().with_id(connection),
        message_type: HvMessageType::from_bits(1),
        payload_size: u32::from(length),
        ..Default::default()
    };
    for (value, byte) in (0..length).zip(&mut input.message) {
        *byte = value;
    }
    Call::new(input)
}

/// Short, and as long as can be; the VMM says at the end what it got.
pub fn post_message() -> Outcome {
    for length in [5, 240] {
        let result = issue(&message(CONNECTION, length));
        require!(result == Ok(()), "{length} bytes: {result:?}");
    }
    let result = issue(&message(NO_CONNECTION, 1));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_CONNECTION_ID));
    require!(result == expected, "no connection: {result:?}");
    let result = issue(&message(CONNECTION, 241));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_PARAMETER));
    require!(result == expected, "241 bytes: {result:?}");
    Ok(())
}

/// In memory and in registers.
pub fn signal_event() -> Outcome {
    let event = |connection, flag_number| {
        Call::<HvCallSignalEvent>::new(HvInputSignalEvent {
            connection_id: HvConnectionId::new().with_id(connection),
            flag_number,
            ..Default::default()
        })
    };
    let result = issue(&event(CONNECTION, 3));
    require!(result == Ok(()), "in memory: {result:?}");
    let result = issue_fast(&event(CONNECTION, 2047));
    require!(result == Ok(()), "in registers: {result:?}");
    let result = issue(&event(NO_CONNECTION, 0));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_CONNECTION_ID));
    require!(result == expected, "no connection: {result:?}");
    Ok(())
}

/// What the VMM can besides; it answers in memory.
pub fn capabilities() -> Outcome {
    match issue(&Call::<HvExtCallQueryCapabilities>::new(())) {
        Ok(has) if has.get_boot_zeroed_memory() && has.into_bits().count_ones() == 1 => Ok(()),
        other => crate::report::fail!("{other:?}"),
    }
}

/// A call that nobody has.
pub fn unknown() -> Outcome {
    let control = HvHypercallInput::new().with_call_code(HvCallCode::from_bits(0x7777));
    let result = raw(control.into_bits(), INPUT.gpa(), OUTPUT.gpa());
    let status = result.call_status().result();
    require!(status == Err(HvError::INVALID_HYPERCALL_CODE), "{result:?}");
    Ok(())
}

/// A call whose privilege this guest lacks.
pub fn denied() -> Outcome {
    let result = issue(&message(CONNECTION, 1));
    let expected = Err(CallError::Hypervisor(HvError::ACCESS_DENIED));
    require!(result == expected, "{result:?}");
    Ok(())
}
