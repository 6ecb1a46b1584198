//! Hypercalls that the VMM answers, and those that nobody does.

use hv_defs::HvError;
use hv_defs::call::{Call, CallError, X64FastRegisters};
use hv_defs::cpuid::HvX64HypervisorFeatures;
use hv_defs::hypercall::{HvCallCode, HvExtCallQueryCapabilities, HvHypercallInput};
use hv_defs::mmu::{HvCallFlushVirtualAddressSpace, HvFlushFlags, HvInputFlushVirtualAddressSpace};
use hv_defs::synic::{
    HvCallPostMessage, HvCallSignalEvent, HvConnectionId, HvInputPostMessage, HvInputSignalEvent,
    HvMessageType,
};

use crate::enlightened::{INPUT, OUTPUT, issue, issue_fast, leaf, raw, raw_fast};
use crate::machine::UNDEFINED;
use crate::report::{Outcome, fail, require};

/// The connection that the VMM has, and one that it lacks.
const CONNECTION: u32 = 7;
const NO_CONNECTION: u32 = 8;
/// A connection whose events KVM counts without asking the VMM. It knows the identity and the place of the
/// flag by itself, and has one flag.
const COUNTED: u32 = 10;

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
    let result = issue(&event(COUNTED, 0));
    require!(result == Ok(()), "counted, in memory: {result:?}");
    let result = issue_fast(&event(COUNTED, 0));
    require!(result == Ok(()), "counted, in registers: {result:?}");
    // The VMM does not have it, and is asked about every flag but the first.
    let result = issue(&event(COUNTED, 1));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_CONNECTION_ID));
    require!(result == expected, "counted, flag 1: {result:?}");
    let result = issue(&event(NO_CONNECTION, 0));
    let expected = Err(CallError::Hypervisor(HvError::INVALID_CONNECTION_ID));
    require!(result == expected, "no connection: {result:?}");
    Ok(())
}

/// What the VMM can besides; it answers in memory.
pub fn capabilities() -> Outcome {
    match issue(&Call::<HvExtCallQueryCapabilities>::new(())) {
        Ok(has) if has.get_boot_zeroed_memory() && has.into_bits().count_ones() == 1 => Ok(()),
        other => fail!("{other:?}"),
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

/// The calls whose privilege this guest lacks are denied, and no others. None of these calls does anything.
pub fn granted() -> Outcome {
    let features: HvX64HypervisorFeatures = leaf();
    let privileges = features.partition_privileges;
    let event = HvInputSignalEvent {
        connection_id: HvConnectionId::new().with_id(NO_CONNECTION),
        ..Default::default()
    };
    let capabilities = Call::<HvExtCallQueryCapabilities>::new(());
    let calls = [
        (
            privileges.post_messages(),
            issue(&message(NO_CONNECTION, 1)).err(),
        ),
        (
            privileges.signal_events(),
            issue(&Call::<HvCallSignalEvent>::new(event)).err(),
        ),
        (
            privileges.enable_extended_hypercalls(),
            issue(&capabilities).err(),
        ),
    ];
    for (number, (granted, error)) in calls.into_iter().enumerate() {
        let denied = error == Some(CallError::Hypervisor(HvError::ACCESS_DENIED));
        require!(
            granted != denied,
            "call {number}, granted: {granted}, {error:?}"
        );
    }
    Ok(())
}

/// A call in more than the two general registers is undefined for a guest that is not offered the others.
pub fn registers() -> Outcome {
    let features: HvX64HypervisorFeatures = leaf();
    let offered = features.edx.xmm_registers_for_fast_hypercall_available();
    let input = HvInputFlushVirtualAddressSpace {
        flags: HvFlushFlags::new().with_all_virtual_address_spaces(true),
        processor_mask: 1,
        ..Default::default()
    };
    let mut registers = X64FastRegisters::default();
    let control = Call::<HvCallFlushVirtualAddressSpace>::new(input).write_fast(&mut registers);
    let Ok(control) = control else {
        fail!("three words do not fit the registers: {control:?}");
    };
    let result = raw_fast(control.into_bits(), &mut registers);
    let result = result.map(|output| output.call_status().result());
    let expected = if offered { Ok(Ok(())) } else { Err(UNDEFINED) };
    require!(result == expected, "offered: {offered}, {result:?}");
    Ok(())
}
