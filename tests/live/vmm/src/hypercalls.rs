//! Hypercalls that KVM leaves to user space.

use std::sync::MutexGuard;

use hv_defs::call::CallSizes;
use hv_defs::hypercall::{
    HvCallCode, HvExtOutputQueryCapabilities, HvHypercallInput, HvHypercallOutput,
};
use hv_defs::synic::HvMessageType;
use hv_defs::{HvError, HvResult};
use kvm_bindings::{KVM_EXIT_HYPERV_HCALL, KVM_EXIT_HYPERV_SYNIC};
use kvm_ioctls::VcpuFd;
use vm_memory::{Bytes, GuestAddress};

use crate::machine::{Failure, Machine};

hv_defs::hypercall_requests! {
    /// The calls that this VMM answers.
    enum Calls {
        PostMessage = hv_defs::synic::HvCallPostMessage,
        SignalEvent = hv_defs::synic::HvCallSignalEvent,
        QueryCapabilities = hv_defs::hypercall::HvExtCallQueryCapabilities,
    }
}

/// The connection that this VMM has.
const CONNECTION: u32 = 7;
/// The end of the guest's address space, as far as parameters are concerned.
const GPA_SPACE: u64 = 32 << 20;

/// What the guest sent.
#[derive(Default)]
pub struct Received {
    /// Type and payload.
    messages: Vec<(HvMessageType, Vec<u8>)>,
    /// Numbers of flags.
    events: Vec<u16>,
    /// How often it asked for extended capabilities.
    queries: u32,
    /// Changes of SynIC registers: control, event page, message page.
    synic: Vec<(u64, u64, u64)>,
}

impl Received {
    /// Whether this is what the guest of these tests sends.
    pub fn check(&self) -> Result<(), String> {
        let pattern: Vec<u8> = (0..240_u8).collect();
        let messages: Vec<_> = [5, 240]
            .map(|length| (HvMessageType::from_bits(1), &pattern[..length]))
            .into();
        let got: Vec<_> = self
            .messages
            .iter()
            .map(|(kind, bytes)| (*kind, &bytes[..]))
            .collect();
        if got != messages {
            return Err(format!("messages {got:x?}"));
        }
        if self.events != [3, 2047] {
            return Err(format!("events {:?}", self.events));
        }
        if self.queries == 0 {
            return Err("no query of extended capabilities".to_owned());
        }
        match self.synic.last() {
            Some((1, events, messages)) if events & 1 == 1 && messages & 1 == 1 => Ok(()),
            other => Err(format!("the SynIC is {other:x?}")),
        }
    }
}

impl Machine {
    /// What the guest sent until now.
    pub fn received(&self) -> MutexGuard<'_, Received> {
        self.received.lock().expect("no thread panics with it")
    }
}

/// Answers an exit that has to do with Hyper-V.
pub fn answer(machine: &Machine, processor: &mut VcpuFd) -> Result<(), Failure> {
    let run = processor.get_kvm_run();
    // SAFETY: KVM says with the reason of the exit that this part of the union holds.
    let exit = unsafe { &mut run.__bindgen_anon_1.hyperv };
    match exit.type_ {
        KVM_EXIT_HYPERV_SYNIC => {
            // SAFETY: as the type says.
            let synic = unsafe { exit.u.synic };
            machine
                .received()
                .synic
                .push((synic.control, synic.evt_page, synic.msg_page));
        }
        KVM_EXIT_HYPERV_HCALL => {
            // SAFETY: as the type says.
            let call = unsafe { &mut exit.u.hcall };
            let control = HvHypercallInput::from_bits(call.input);
            let [input, output] = call.params;
            let result = carry_out(machine, control, input, output);
            call.result = result.unwrap_or_else(Into::into).into_bits();
        }
        other => return Err(format!("unknown exit of Hyper-V: {other}").into()),
    }
    Ok(())
}

fn carry_out(
    machine: &Machine,
    control: HvHypercallInput,
    input_gpa: u64,
    output_gpa: u64,
) -> HvResult<HvHypercallOutput> {
    let sizes = Calls::sizes(control)?.ok_or(HvError::INVALID_HYPERCALL_CODE)?;
    // KVM passes the two general registers on in place of the addresses. Of an event that is signalled
    // with its parameters in memory it has read them, and passes them on where their address was: see
    // docs/kvm-findings.md.
    let in_place = control.is_fast() || control.call_code() == HvCallCode::SIGNAL_EVENT;
    let input = if in_place {
        [input_gpa.to_le_bytes(), output_gpa.to_le_bytes()].concat()
    } else {
        sizes.check_addresses(input_gpa, output_gpa, GPA_SPACE)?;
        copy(machine, input_gpa, sizes)?
    };
    Ok(match Calls::parse(control, &input)? {
        Calls::PostMessage(request) => {
            let input = request.input();
            let length = input.payload_size as usize;
            let Some(payload) = input.message.get(..length) else {
                return Err(HvError::INVALID_PARAMETER);
            };
            if input.connection_id.id() != CONNECTION {
                return Err(HvError::INVALID_CONNECTION_ID);
            }
            machine
                .received()
                .messages
                .push((input.message_type, payload.to_vec()));
            request.done()
        }
        Calls::SignalEvent(request) => {
            let input = request.input();
            if input.connection_id.id() != CONNECTION {
                return Err(HvError::INVALID_CONNECTION_ID);
            }
            machine.received().events.push(input.flag_number);
            request.done()
        }
        Calls::QueryCapabilities(request) => {
            let capabilities =
                HvExtOutputQueryCapabilities::new().with_get_boot_zeroed_memory(true);
            let mut output = vec![0; sizes.output];
            let mut reply = request
                .reply(&mut output)
                .ok_or(HvError::INVALID_PARAMETER)?;
            reply.set_output(&capabilities);
            let written = machine
                .memory
                .write_slice(&output, GuestAddress(output_gpa));
            written.map_err(|_| HvError::INVALID_PARAMETER)?;
            machine.received().queries += 1;
            request.done()
        }
        Calls::Unknown(_) => return Err(HvError::INVALID_HYPERCALL_CODE),
    })
}

/// A copy of the input, which the guest cannot change while it is read.
fn copy(machine: &Machine, gpa: u64, sizes: CallSizes) -> HvResult<Vec<u8>> {
    guest_bytes(machine, gpa, sizes.input as u64).map_err(|_| HvError::INVALID_ALIGNMENT)
}

/// Bytes of the guest's memory.
pub fn guest_bytes(machine: &Machine, gpa: u64, length: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = vec![0; usize::try_from(length)?];
    machine.memory.read_slice(&mut bytes, GuestAddress(gpa))?;
    Ok(bytes)
}
