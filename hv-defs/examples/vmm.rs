//! A VMM in small: it answers CPUID and MSRs, and takes hypercalls apart. Nothing here trusts the guest.
//!
//! Run it with the guest of `guest.rs`: `cargo run -p hv-defs --example guest`.

use hv_defs::call::{CallSizes, FastOffer, FastRefusal, FastRegisters, X64FastRegisters};
use hv_defs::cpuid::{
    HvHypervisorInterface, HvHypervisorInterfaceInfo, HvVendorAndMaxFunction,
    HvX64HypervisorFeatures, HvX64HypervisorFeaturesEdx,
};
use hv_defs::hypercall::{
    HvGuestOsIdContents, HvHypercallInput, HvHypercallOutput, HvX64MsrGuestOsId, HvX64MsrHypercall,
    HvX64MsrHypercallContents,
};
use hv_defs::partition::HvPartitionPrivilegeMask;
use hv_defs::synic::{
    HvMessage, HvMessageHeader, HvMessageType, HvSynicScontrol, HvSynicSimp, HvX64MsrScontrol,
    HvX64MsrSimp, HvX64MsrSint2, HvX64SynicSint,
};
use hv_defs::timer::{
    HvTimerMessagePayload, HvX64MsrStimer0Config, HvX64MsrStimer0Count,
    HvX64MsrStimerConfigContents,
};
use hv_defs::vp_set::VpSet;
use hv_defs::zerocopy::IntoBytes;
use hv_defs::{CpuidLeaf, HvError, HvResult, Msr, tables};

hv_defs::hypercall_requests! {
    /// The calls that this VMM answers.
    pub enum Calls {
        PostMessage = hv_defs::synic::HvCallPostMessage,
        SignalEvent = hv_defs::synic::HvCallSignalEvent,
        FlushSpaceEx = hv_defs::mmu::HvCallFlushVirtualAddressSpaceEx,
        FlushListEx = hv_defs::mmu::HvCallFlushVirtualAddressListEx,
    }
}

/// Bytes of a page.
const PAGE: usize = 4096;

/// The instruction faults.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault;

/// A partition with one running virtual processor, and others that only have their TLBs flushed.
pub struct Vmm {
    /// Guest physical memory.
    pub memory: Vec<u8>,
    /// How many virtual processors there are.
    pub processors: u32,
    /// The messages that the guest posted: connection and payload.
    pub posted: Vec<(u32, Vec<u8>)>,
    /// The sets of virtual processors whose TLBs the guest had flushed, with the number of ranges, or
    /// none for everything.
    pub flushed: Vec<(Vec<u32>, Option<usize>)>,
    guest_os_id: u64,
    hypercall: HvX64MsrHypercallContents,
    synic: HvSynicScontrol,
    message_page: HvSynicSimp,
    timer_source: HvX64SynicSint,
    timer: HvX64MsrStimerConfigContents,
    timer_count: u64,
    timer_message: bool,
}

const PRIVILEGES: HvPartitionPrivilegeMask = HvPartitionPrivilegeMask::new()
    .with_access_hypercall_msrs(true)
    .with_access_synic_regs(true)
    .with_access_synthetic_timer_regs(true)
    .with_post_messages(true)
    .with_signal_events(true);

impl Vmm {
    /// A partition with this much memory.
    pub fn new(pages: usize, processors: u32) -> Self {
        Self {
            memory: vec![0; pages * PAGE],
            processors,
            posted: Vec::new(),
            flushed: Vec::new(),
            guest_os_id: 0,
            hypercall: HvX64MsrHypercallContents::new(),
            synic: HvSynicScontrol::new(),
            message_page: HvSynicSimp::new(),
            timer_source: HvX64SynicSint::new().with_masked(true),
            timer: HvX64MsrStimerConfigContents::new(),
            timer_count: 0,
            timer_message: false,
        }
    }

    /// What CPUID returns in EAX, EBX, ECX and EDX.
    pub fn cpuid(&self, leaf: u32) -> [u32; 4] {
        match leaf {
            HvVendorAndMaxFunction::LEAF => HvVendorAndMaxFunction {
                max_function: HvX64HypervisorFeatures::LEAF,
                vendor_name: *b"Microsoft Hv",
            }
            .into_registers(),
            HvHypervisorInterfaceInfo::LEAF => HvHypervisorInterfaceInfo {
                interface: HvHypervisorInterface::MICROSOFT_HYPERVISOR_INTERFACE,
                ..Default::default()
            }
            .into_registers(),
            HvX64HypervisorFeatures::LEAF => HvX64HypervisorFeatures {
                partition_privileges: PRIVILEGES,
                edx: HvX64HypervisorFeaturesEdx::new()
                    .with_xmm_registers_for_fast_hypercall_available(true),
                ..Default::default()
            }
            .into_registers(),
            _ => [0; 4],
        }
    }

    /// RDMSR.
    pub fn rdmsr(&self, number: u32) -> Result<u64, Fault> {
        granted(number)?;
        Ok(match number {
            HvX64MsrGuestOsId::NUMBER => self.guest_os_id,
            HvX64MsrHypercall::NUMBER => HvX64MsrHypercall::encode(self.hypercall),
            HvX64MsrScontrol::NUMBER => HvX64MsrScontrol::encode(self.synic),
            HvX64MsrSimp::NUMBER => HvX64MsrSimp::encode(self.message_page),
            HvX64MsrSint2::NUMBER => HvX64MsrSint2::encode(self.timer_source),
            HvX64MsrStimer0Config::NUMBER => HvX64MsrStimer0Config::encode(self.timer),
            HvX64MsrStimer0Count::NUMBER => self.timer_count,
            _ => return Err(Fault),
        })
    }

    /// WRMSR.
    pub fn wrmsr(&mut self, number: u32, value: u64) -> Result<(), Fault> {
        granted(number)?;
        match number {
            HvX64MsrGuestOsId::NUMBER => {
                self.guest_os_id = value;
                if value == 0 {
                    self.hypercall = self.hypercall.with_enable(false);
                }
            }
            HvX64MsrHypercall::NUMBER if !self.hypercall.locked() => {
                let wanted = HvX64MsrHypercall::decode(value);
                self.hypercall = wanted.with_enable(wanted.enable() && self.guest_os_id != 0);
            }
            HvX64MsrScontrol::NUMBER => self.synic = HvX64MsrScontrol::decode(value),
            HvX64MsrSimp::NUMBER => self.message_page = HvX64MsrSimp::decode(value),
            HvX64MsrSint2::NUMBER => {
                let source = HvX64MsrSint2::decode(value);
                // Vectors below 16 belong to the processor.
                if !source.masked() && source.vector() < 16 {
                    return Err(Fault);
                }
                self.timer_source = source;
            }
            HvX64MsrStimer0Config::NUMBER => self.timer = HvX64MsrStimer0Config::decode(value),
            HvX64MsrStimer0Count::NUMBER => {
                self.timer_count = value;
                self.timer_message = value != 0 && self.timer.enable();
            }
            _ => return Err(Fault),
        }
        Ok(())
    }

    /// The interrupt that is pending at this time, in units of 100 nanoseconds; its message is then in
    /// the guest's message page.
    pub fn interrupt(&mut self, time: u64) -> Option<u8> {
        let due = self.timer_message && time >= self.timer_count;
        let ready = self.synic.enable() && self.message_page.simp_enabled();
        if !due || !ready || self.timer_source.masked() {
            return None;
        }
        let payload = HvTimerMessagePayload {
            timer_index: 0,
            expiration_time: self.timer_count,
            delivery_time: time,
            ..Default::default()
        };
        let message = HvMessage::with_payload(HvMessageType::TIMER_EXPIRED, &payload)?;
        let page = usize::try_from(self.message_page.base_simp_gpa()).ok()? * PAGE;
        let slot = page + usize::from(self.timer.sintx()) * size_of::<HvMessage>();
        let bytes = self.memory.get_mut(slot..slot + size_of::<HvMessage>())?;
        // The slot is taken while its type is not none.
        let header = HvMessageHeader::default();
        if bytes.get(..4)? != header.message_type.as_bytes() {
            return None;
        }
        bytes.copy_from_slice(message.as_bytes());
        self.timer_message = false;
        Some(self.timer_source.vector())
    }

    /// A hypercall with its parameters in memory.
    pub fn hypercall(&mut self, control: u64, input_gpa: u64, output_gpa: u64) -> u64 {
        let control = HvHypercallInput::from_bits(control);
        self.memory_call(control, input_gpa, output_gpa)
            .unwrap_or_else(Into::into)
            .into_bits()
    }

    fn memory_call(
        &mut self,
        control: HvHypercallInput,
        input_gpa: u64,
        output_gpa: u64,
    ) -> HvResult<HvHypercallOutput> {
        let sizes = Calls::sizes(control)?.ok_or(HvError::INVALID_HYPERCALL_CODE)?;
        sizes.check_addresses(input_gpa, output_gpa, self.memory.len() as u64)?;
        // A copy: the guest's other processors may write to the page while this one waits.
        let input = self.copy(input_gpa, sizes)?;
        Ok(self.answer(control, &input))
    }

    fn copy(&self, gpa: u64, sizes: CallSizes) -> HvResult<Vec<u8>> {
        if sizes.input == 0 {
            return Ok(Vec::new());
        }
        let start = usize::try_from(gpa).map_err(|_| HvError::INVALID_ALIGNMENT)?;
        let bytes = self
            .memory
            .get(start..)
            .and_then(|rest| rest.get(..sizes.input));
        Ok(bytes.ok_or(HvError::INVALID_ALIGNMENT)?.to_vec())
    }

    /// A hypercall with its parameters in registers.
    pub fn fast_hypercall(
        &mut self,
        control: u64,
        registers: &mut X64FastRegisters,
    ) -> Result<u64, Fault> {
        let control = HvHypercallInput::from_bits(control);
        let refused = |error: HvError| Ok(HvHypercallOutput::from(error).into_bits());
        let sizes = match Calls::sizes(control) {
            Ok(Some(sizes)) => sizes,
            Ok(None) => return refused(HvError::INVALID_HYPERCALL_CODE),
            Err(error) => return refused(error),
        };
        match X64FastRegisters::check(sizes, FastOffer::Input) {
            // No call of this VMM has output, which would go to this range of the registers.
            Ok(_output) => Ok(self.answer(control, registers.as_bytes()).into_bits()),
            Err(FastRefusal::Status(error)) => refused(error),
            Err(FastRefusal::UndefinedInstruction) => Err(Fault),
        }
    }

    fn answer(&mut self, control: HvHypercallInput, input: &[u8]) -> HvHypercallOutput {
        let call = match Calls::parse(control, input) {
            Ok(call) => call,
            Err(error) => return error.into(),
        };
        match call {
            Calls::PostMessage(request) => {
                let input = request.input();
                let length = input.payload_size as usize;
                let Some(payload) = input.message.get(..length) else {
                    return request.stopped(0, HvError::INVALID_PARAMETER);
                };
                self.posted
                    .push((input.connection_id.id(), payload.to_vec()));
                request.done()
            }
            Calls::SignalEvent(request) => request.stopped(0, HvError::INVALID_CONNECTION_ID),
            Calls::FlushSpaceEx(request) => {
                match VpSet::parse(request.input().processor_set, request.variable_header()) {
                    Ok(set) => {
                        let set = set.indices(self.processors).collect();
                        self.flushed.push((set, None));
                        request.done()
                    }
                    Err(error) => request.stopped(0, error),
                }
            }
            Calls::FlushListEx(request) => {
                match VpSet::parse(request.input().processor_set, request.variable_header()) {
                    Ok(set) => {
                        let set = set.indices(self.processors).collect();
                        self.flushed.push((set, Some(request.pending().len())));
                        request.done()
                    }
                    Err(error) => request.stopped(0, error),
                }
            }
            Calls::Unknown(_) => HvError::INVALID_HYPERCALL_CODE.into(),
        }
    }

    /// Who the guest says that it is.
    pub fn guest_os_id(&self) -> HvGuestOsIdContents {
        HvX64MsrGuestOsId::decode(self.guest_os_id)
    }

    /// Whether the guest has its hypercall page.
    pub fn has_hypercall_page(&self) -> bool {
        self.hypercall.enable()
    }
}

/// Whether the guest has the privilege for an MSR.
fn granted(number: u32) -> Result<(), Fault> {
    let info = tables::msr(number).ok_or(Fault)?;
    match info.grant {
        Some(grant) if grant.into_bits() & PRIVILEGES.into_bits() == 0 => Err(Fault),
        _ => Ok(()),
    }
}

#[allow(dead_code, reason = "the other example includes this one")]
fn main() {
    let vmm = Vmm::new(16, 1);
    for leaf in 0x4000_0000..=0x4000_0003 {
        println!("CPUID {leaf:#x}: {:x?}", vmm.cpuid(leaf));
    }
}
