//! A guest that comes up on a hypervisor: it finds the interface, sets up hypercalls, messages and a
//! timer, posts a message and flushes TLBs.
//!
//! The machine below it is a trait here; on a real one its functions are the instructions CPUID, RDMSR
//! and WRMSR, and a call of the hypercall page. In `main` it is the VMM of `vmm.rs`.

#[path = "vmm.rs"]
mod vmm;

use hv_defs::call::{Call, CallError, SeriesError, X64FastRegisters};
use hv_defs::cpuid::{
    HvHypervisorInterface, HvHypervisorInterfaceInfo, HvVendorAndMaxFunction,
    HvX64HypervisorFeatures,
};
use hv_defs::hypercall::{
    HvGuestOsIdOpenSource, HvHypercallInput, HvHypercallOutput, HvX64MsrGuestOsId,
    HvX64MsrHypercall, HvX64MsrHypercallContents,
};
use hv_defs::mmu::{
    HvCallFlushVirtualAddressListEx, HvCallFlushVirtualAddressSpaceEx, HvFlushFlags, HvGvaRange,
    HvGvaRangeSimple, HvInputFlushVirtualAddressListEx, HvInputFlushVirtualAddressSpaceEx,
};
use hv_defs::synic::{
    HvCallPostMessage, HvConnectionId, HvInputPostMessage, HvMessage, HvMessageType,
    HvSynicScontrol, HvSynicSimp, HvX64MsrScontrol, HvX64MsrSimp, HvX64MsrSint2, HvX64SynicSint,
};
use hv_defs::timer::{HvX64MsrStimer0Config, HvX64MsrStimer0Count, HvX64MsrStimerConfigContents};
use hv_defs::typed_message::X64Message;
use hv_defs::vp_set::{SparseVpSet, VpIndexTooHigh};
use hv_defs::zerocopy::FromBytes;
use hv_defs::{CpuidLeaf, Msr};

/// What a guest stands on.
pub trait Machine {
    /// CPUID: EAX, EBX, ECX, EDX.
    fn cpuid(&self, leaf: u32) -> [u32; 4];
    /// RDMSR.
    fn rdmsr(&self, number: u32) -> u64;
    /// WRMSR.
    fn wrmsr(&mut self, number: u32, value: u64);
    /// The hypercall page, with input and output at these addresses.
    fn hypercall(&mut self, control: u64, input_gpa: u64, output_gpa: u64) -> u64;
    /// The hypercall page, with parameters in registers.
    fn fast_hypercall(&mut self, control: u64, registers: &mut X64FastRegisters) -> u64;
    /// Writes guest physical memory.
    fn store(&mut self, gpa: u64, bytes: &[u8]);
    /// Reads guest physical memory.
    fn load(&self, gpa: u64, bytes: &mut [u8]);
}

/// Why the guest cannot come up.
#[derive(Debug)]
pub enum Trouble {
    /// There is no hypervisor with this interface.
    NoInterface,
    /// It lacks what this guest needs.
    NoPrivilege,
    /// The hypercall page could not be enabled.
    NoHypercalls,
    /// A hypercall failed.
    Call(CallError),
    /// A hypercall that repeats failed.
    Series(SeriesError),
    /// A processor is beyond what a set can name.
    Processor(VpIndexTooHigh),
}

const HYPERCALL_PAGE: u64 = 1;
const MESSAGE_PAGE: u64 = 2;
const INPUT_PAGE: u64 = 3;
const PAGE: u64 = hv_defs::hypercall::HV_PAGE_SIZE;
/// The synthetic interrupt source of the timer.
const TIMER_SOURCE: u8 = 2;

fn read<M: Msr>(machine: &impl Machine) -> M::Value {
    M::decode(machine.rdmsr(M::NUMBER))
}

fn write<M: Msr>(machine: &mut impl Machine, value: M::Value) {
    machine.wrmsr(M::NUMBER, M::encode(value));
}

fn leaf<L: CpuidLeaf>(machine: &impl Machine) -> L {
    L::from_registers(machine.cpuid(L::LEAF))
}

/// Finds the interface and turns everything on.
pub fn bring_up(machine: &mut impl Machine) -> Result<(), Trouble> {
    // A hypervisor is there, and speaks this interface.
    let vendor: HvVendorAndMaxFunction = leaf(machine);
    let interface: HvHypervisorInterfaceInfo = leaf(machine);
    if vendor.max_function < HvX64HypervisorFeatures::LEAF
        || interface.interface != HvHypervisorInterface::MICROSOFT_HYPERVISOR_INTERFACE
    {
        return Err(Trouble::NoInterface);
    }
    let privileges = leaf::<HvX64HypervisorFeatures>(machine).partition_privileges;
    if !privileges.access_synic_regs() || !privileges.access_synthetic_timer_regs() {
        return Err(Trouble::NoPrivilege);
    }

    // Who this is, then the hypercall page.
    let identity = HvGuestOsIdOpenSource::new()
        .with_is_open_source(true)
        .with_build_number(1);
    machine.wrmsr(HvX64MsrGuestOsId::NUMBER, identity.into_bits());
    let page = HvX64MsrHypercallContents::new()
        .with_enable(true)
        .with_gpa_page_number(HYPERCALL_PAGE);
    write::<HvX64MsrHypercall>(machine, page);
    if !read::<HvX64MsrHypercall>(machine).enable() {
        return Err(Trouble::NoHypercalls);
    }

    // Messages, and a timer that sends one.
    let simp = HvSynicSimp::new()
        .with_simp_enabled(true)
        .with_base_simp_gpa(MESSAGE_PAGE);
    write::<HvX64MsrSimp>(machine, simp);
    let source = HvX64SynicSint::new().with_vector(0x50).with_auto_eoi(true);
    write::<HvX64MsrSint2>(machine, source);
    write::<HvX64MsrScontrol>(machine, HvSynicScontrol::new().with_enable(true));
    let timer = HvX64MsrStimerConfigContents::new()
        .with_enable(true)
        .with_sintx(TIMER_SOURCE);
    write::<HvX64MsrStimer0Config>(machine, timer);
    write::<HvX64MsrStimer0Count>(machine, 10_000);
    Ok(())
}

/// Makes a call with its input in a page of the guest.
fn in_memory(
    machine: &mut impl Machine,
) -> impl FnMut(HvHypercallInput, &[u8], &mut [u8]) -> HvHypercallOutput {
    move |control, input, _output| {
        machine.store(INPUT_PAGE * PAGE, input);
        let result = machine.hypercall(control.into_bits(), INPUT_PAGE * PAGE, 0);
        HvHypercallOutput::from_bits(result)
    }
}

/// Posts a message to a connection.
pub fn post(machine: &mut impl Machine, connection: u32, payload: &[u8]) -> Result<(), Trouble> {
    let mut input = HvInputPostMessage {
        connection_id: HvConnectionId::new().with_id(connection),
        message_type: HvMessageType::from_bits(1),
        payload_size: payload.len().try_into().unwrap_or(u32::MAX),
        ..Default::default()
    };
    if let Some(start) = input.message.get_mut(..payload.len()) {
        start.copy_from_slice(payload);
    }
    let call = Call::<HvCallPostMessage>::new(input);
    call.issue(&mut [0; 4096], &mut [], in_memory(machine))
        .map_err(Trouble::Call)
}

/// Flushes all translations of some processors, with the parameters in registers.
pub fn flush_everything(machine: &mut impl Machine, processors: &[u32]) -> Result<(), Trouble> {
    let set = SparseVpSet::of(processors.iter().copied()).map_err(Trouble::Processor)?;
    let call = Call::<HvCallFlushVirtualAddressSpaceEx>::new(HvInputFlushVirtualAddressSpaceEx {
        flags: HvFlushFlags::new().with_all_virtual_address_spaces(true),
        processor_set: set.header(),
        ..Default::default()
    })
    .with_variable_header(set.banks());
    let issue = |control: HvHypercallInput, registers: &mut X64FastRegisters| {
        HvHypercallOutput::from_bits(machine.fast_hypercall(control.into_bits(), registers))
    };
    call.issue_fast(&mut X64FastRegisters::default(), issue)
        .map_err(Trouble::Call)
}

/// Flushes translations of pages on some processors, in as many calls as it takes.
pub fn flush_pages(
    machine: &mut impl Machine,
    processors: &[u32],
    pages: &[u64],
) -> Result<(), Trouble> {
    let set = SparseVpSet::of(processors.iter().copied()).map_err(Trouble::Processor)?;
    let ranges: Vec<HvGvaRange> = pages
        .iter()
        .map(|page| {
            let range = HvGvaRangeSimple::new().with_gva_page_number(*page);
            HvGvaRange::from_bytes(range.into_bits().to_le_bytes())
        })
        .collect();
    let call = Call::<HvCallFlushVirtualAddressListEx>::new(HvInputFlushVirtualAddressListEx {
        flags: HvFlushFlags::new().with_all_virtual_address_spaces(true),
        processor_set: set.header(),
        ..Default::default()
    })
    .with_variable_header(set.banks());
    // An 8-byte buffer of output, though this call has none, shows where it would go.
    call.over(&ranges)
        .in_batches()
        .run(&mut [0; 4096], &mut [0; 8], in_memory(machine), |_, _| ())
        .map_err(Trouble::Series)
}

/// When the timer was due, and when it was delivered, if its message is there.
pub fn take_timer_message(machine: &mut impl Machine) -> Option<(u64, u64)> {
    let slot = MESSAGE_PAGE * PAGE + u64::from(TIMER_SOURCE) * size_of::<HvMessage>() as u64;
    let mut bytes = [0; size_of::<HvMessage>()];
    machine.load(slot, &mut bytes);
    let message = HvMessage::read_from_bytes(&bytes).ok()?;
    let X64Message::TimerExpired(timer) = X64Message::read(&message) else {
        return None;
    };
    // The slot is free again once its type is none.
    machine.store(slot, &[0; 4]);
    Some((timer.expiration_time, timer.delivery_time))
}

impl Machine for vmm::Vmm {
    fn cpuid(&self, leaf: u32) -> [u32; 4] {
        self.cpuid(leaf)
    }

    fn rdmsr(&self, number: u32) -> u64 {
        self.rdmsr(number)
            .expect("this guest only reads what it may")
    }

    fn wrmsr(&mut self, number: u32, value: u64) {
        self.wrmsr(number, value)
            .expect("this guest only writes what it may");
    }

    fn hypercall(&mut self, control: u64, input_gpa: u64, output_gpa: u64) -> u64 {
        self.hypercall(control, input_gpa, output_gpa)
    }

    fn fast_hypercall(&mut self, control: u64, registers: &mut X64FastRegisters) -> u64 {
        self.fast_hypercall(control, registers)
            .expect("this guest only uses what is offered")
    }

    fn store(&mut self, gpa: u64, bytes: &[u8]) {
        let start = usize::try_from(gpa).expect("a small address");
        self.memory[start..start + bytes.len()].copy_from_slice(bytes);
    }

    fn load(&self, gpa: u64, bytes: &mut [u8]) {
        let start = usize::try_from(gpa).expect("a small address");
        bytes.copy_from_slice(&self.memory[start..start + bytes.len()]);
    }
}

/// The guest against the VMM, from the first CPUID to the timer's message.
pub fn run() -> Result<vmm::Vmm, Trouble> {
    let mut machine = vmm::Vmm::new(16, 200);
    bring_up(&mut machine)?;
    post(&mut machine, 7, b"hello")?;
    flush_everything(&mut machine, &[1, 130])?;
    // More ranges than a page holds.
    let pages: Vec<u64> = (0..1000).collect();
    flush_pages(&mut machine, &[0, 64], &pages)?;
    let vector = machine.interrupt(12_000);
    println!(
        "interrupt {vector:x?}, timer {:?}",
        take_timer_message(&mut machine)
    );
    Ok(machine)
}

#[allow(dead_code, reason = "the tests include this example")]
fn main() {
    let machine = run().expect("the guest comes up");
    println!("the guest is {:?}", machine.guest_os_id());
    println!("posted: {:?}", machine.posted);
    for (processors, ranges) in &machine.flushed {
        println!("flushed {processors:?}: {ranges:?} ranges");
    }
}
