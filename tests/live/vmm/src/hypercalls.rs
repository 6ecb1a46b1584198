//! Hypercalls that KVM leaves to user space.

use std::os::fd::AsRawFd;
use std::sync::MutexGuard;

use hv_defs::Msr;
use hv_defs::call::CallSizes;
use hv_defs::hypercall::{
    HvCallCode, HvExtOutputQueryCapabilities, HvHypercallInput, HvHypercallOutput,
};
use hv_defs::synic::{HvMessageType, HvX64MsrScontrol, HvX64MsrSiefp, HvX64MsrSimp};
use hv_defs::{HvError, HvResult};
use kvm_bindings::{KVM_EXIT_HYPERV_HCALL, KVM_EXIT_HYPERV_SYNIC, KVMIO, kvm_hyperv_eventfd};
use kvm_ioctls::VcpuFd;
use vm_memory::{Bytes, GuestAddress};
use vmm_sys_util::eventfd::{EFD_NONBLOCK, EventFd};
use vmm_sys_util::ioctl::ioctl_with_ref;
use vmm_sys_util::ioctl_iow_nr;

use crate::machine::{Failure, Machine};

// kvm-ioctls does not have it.
ioctl_iow_nr!(KVM_HYPERV_EVENTFD, KVMIO, 0xbd, kvm_hyperv_eventfd);

hv_defs::hypercall_requests! {
    /// The calls that this VMM answers.
    enum Calls {
        PostMessage = hv_defs::synic::HvCallPostMessage,
        SignalEvent = hv_defs::synic::HvCallSignalEvent,
        QueryCapabilities = hv_defs::hypercall::HvExtCallQueryCapabilities,
    }
}

/// The connection to this VMM.
const CONNECTION: u32 = 7;
/// The connection that comes back to the guest.
const ECHO: u32 = 9;
/// The connection whose events KVM counts itself, without asking.
const COUNTED: u32 = 10;
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
    /// Changes of SynIC registers: which MSR, and the values of SCONTROL, SIEFP and SIMP after it.
    synic: Vec<(u32, [u64; 3])>,
    /// The events that KVM counted.
    counted: Option<EventFd>,
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
        let counted = self.counted.as_ref().map(EventFd::read);
        if !matches!(counted, Some(Ok(2))) {
            return Err(format!("KVM counted {counted:?} events"));
        }
        // The guest enables the page of messages, then that of events, then all.
        let enabled: Vec<_> = self
            .synic
            .iter()
            .filter(|(_, [_, siefp, simp])| (siefp | simp) & 1 == 1)
            .collect();
        match enabled[..] {
            [
                (HvX64MsrSimp::NUMBER, [_, 0, _]),
                (HvX64MsrSiefp::NUMBER, [_, siefp, simp]),
                (HvX64MsrScontrol::NUMBER, [0, ..]),
                (HvX64MsrScontrol::NUMBER, [1, ..]),
            ] if siefp & simp & 1 == 1 => Ok(()),
            _ => Err(format!("the SynIC became {enabled:x?}")),
        }
    }
}

impl Machine {
    /// What the guest sent until now.
    pub fn received(&self) -> MutexGuard<'_, Received> {
        self.received.lock().expect("no thread panics with it")
    }
}

/// Lets KVM count the events of one connection.
pub fn connect_event(machine: &Machine) -> Result<(), Failure> {
    let counted = EventFd::new(EFD_NONBLOCK)?;
    let connection = kvm_hyperv_eventfd {
        conn_id: COUNTED,
        fd: counted.as_raw_fd(),
        ..Default::default()
    };
    // SAFETY: KVM reads the connection, and holds the event by itself.
    if unsafe { ioctl_with_ref(&machine.vm, KVM_HYPERV_EVENTFD(), &connection) } != 0 {
        return Err(std::io::Error::last_os_error().into());
    }
    machine.received().counted = Some(counted);
    Ok(())
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
            let values = [synic.control, synic.evt_page, synic.msg_page];
            machine.received().synic.push((synic.msr, values));
            machine.outbox.set_pages(synic.msg_page, synic.evt_page);
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
            match input.connection_id.id() {
                CONNECTION => machine
                    .received()
                    .messages
                    .push((input.message_type, payload.to_vec())),
                ECHO => machine
                    .outbox
                    .send(&machine.memory, input.message_type, payload)
                    .map_err(|_| HvError::INVALID_SYNIC_STATE)?,
                _ => return Err(HvError::INVALID_CONNECTION_ID),
            }
            request.done()
        }
        Calls::SignalEvent(request) => {
            let input = request.input();
            match input.connection_id.id() {
                CONNECTION => machine.received().events.push(input.flag_number),
                ECHO => machine
                    .outbox
                    .set_flag(&machine.memory, input.flag_number)
                    .map_err(|_| HvError::INVALID_SYNIC_STATE)?,
                _ => return Err(HvError::INVALID_CONNECTION_ID),
            }
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
