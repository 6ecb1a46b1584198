//! A guest driver reduced to what it needs of the hypervisor's ABI.
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings)]

use hv_defs::cpuid::{HvHypervisorInterfaceInfo, HvX64HypervisorFeatures};
use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
use hv_defs::synic::{HvCallPostMessage, HvInputPostMessage, HvMessage, HvX64MsrSimp};
use hv_defs::timer::HvTimerMessagePayload;
use hv_defs::zerocopy::IntoBytes;
use hv_defs::{CpuidLeaf, HvResult, Hypercall, Msr};

/// What a driver needs of the machine.
pub trait Machine {
    /// CPUID.
    fn cpuid(&self, leaf: u32) -> [u32; 4];
    /// RDMSR.
    fn read_msr(&self, number: u32) -> u64;
    /// WRMSR.
    fn write_msr(&mut self, number: u32, value: u64);
    /// The call through the hypercall page.
    fn hypercall(&mut self, control: u64, input: &[u8]) -> u64;
}

/// Whether the machine has a hypervisor with this interface that lets us post messages.
pub fn can_post_messages(machine: &impl Machine) -> bool {
    let interface = HvHypervisorInterfaceInfo::from_registers(machine.cpuid(HvHypervisorInterfaceInfo::LEAF));
    let features = HvX64HypervisorFeatures::from_registers(machine.cpuid(HvX64HypervisorFeatures::LEAF));
    let [signature, ..] = interface.into_registers();
    signature.to_le_bytes() == *b"Hv#1" && features.partition_privileges.post_messages()
}

/// Enables the message page at this page of guest memory.
pub fn enable_message_page(machine: &mut impl Machine, page: u64) {
    let simp = HvX64MsrSimp::decode(machine.read_msr(HvX64MsrSimp::NUMBER));
    let simp = simp.with_simp_enabled(true).with_base_simp_gpa(page);
    machine.write_msr(HvX64MsrSimp::NUMBER, HvX64MsrSimp::encode(simp));
}

/// The expiration time of a timer message.
pub fn timer_expiration(message: &HvMessage) -> Option<u64> {
    message.payload_as::<HvTimerMessagePayload>().map(|payload| payload.expiration_time)
}

/// Posts bytes to a connection.
pub fn post(machine: &mut impl Machine, input: &HvInputPostMessage) -> HvResult<()> {
    let control = HvHypercallInput::new().with_call_code(HvCallPostMessage::CODE);
    let output = HvHypercallOutput::from_bits(machine.hypercall(control.into_bits(), input.as_bytes()));
    output.call_status().result()
}
