//! Each `generated_…` function does over hv-defs what the `by_hand_…` function of the same ending does
//! with shifts and masks. A test compares their instructions. The `parse_…` functions hold what a VMM
//! does with untrusted bytes; the test looks for anything in them that can panic.

#![no_std]

use hv_defs::call::{Arm64FastRegisters, FastOffer, FastRegisters, Request, X64FastRegisters};
use hv_defs::hypercall::HvHypercallInput;
use hv_defs::partition::HvPartitionPrivilegeMask;
use hv_defs::request::{Arm64HypercallRequest, X64HypercallRequest};
use hv_defs::synic::{HvCallSignalEvent, HvMessage, HvSynicSimp, HvX64MsrSimp, HvX64SynicSint};
use hv_defs::typed_message::X64Message;
use hv_defs::vp::HvCallSetVpRegisters;
use hv_defs::vp_set::VpSet;
use hv_defs::{HvError, Msr};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

// ---- Bits

#[unsafe(no_mangle)]
pub fn generated_get_vector(bits: u64) -> u8 {
    HvX64SynicSint::from_bits(bits).vector()
}

#[unsafe(no_mangle)]
pub fn by_hand_get_vector(bits: u64) -> u8 {
    (bits & 0xff) as u8
}

#[unsafe(no_mangle)]
pub fn generated_set_vector(bits: u64, vector: u8, masked: bool) -> u64 {
    HvX64SynicSint::from_bits(bits).with_vector(vector).with_masked(masked).into_bits()
}

#[unsafe(no_mangle)]
pub fn by_hand_set_vector(bits: u64, vector: u8, masked: bool) -> u64 {
    let bits = bits & !0xff | vector as u64;
    bits & !(1 << 16) | (masked as u64) << 16
}

#[unsafe(no_mangle)]
pub fn generated_privileges(bits: u64) -> bool {
    let mask = HvPartitionPrivilegeMask::from_bits(bits);
    mask.access_synic_regs() && mask.post_messages()
}

#[unsafe(no_mangle)]
pub fn by_hand_privileges(bits: u64) -> bool {
    bits & 1 << 2 != 0 && bits & 1 << 36 != 0
}

#[unsafe(no_mangle)]
pub fn generated_msr(bits: u64) -> u64 {
    let value = HvX64MsrSimp::decode(bits);
    if value.simp_enabled() { value.base_simp_gpa() } else { 0 }
}

#[unsafe(no_mangle)]
pub fn by_hand_msr(bits: u64) -> u64 {
    if bits & 1 != 0 { bits >> 12 } else { 0 }
}

#[unsafe(no_mangle)]
pub fn generated_msr_value(page: u64) -> u64 {
    let page = page & 0xf_ffff_ffff_ffff;
    HvX64MsrSimp::encode(HvSynicSimp::new().with_simp_enabled(true).with_base_simp_gpa(page))
}

#[unsafe(no_mangle)]
pub fn by_hand_msr_value(page: u64) -> u64 {
    page << 12 | 1
}

// ---- Control words

#[unsafe(no_mangle)]
pub fn generated_control(count: u16) -> u64 {
    HvHypercallInput::from_bits(0x0014)
        .with_is_fast(true)
        .with_count_of_elements(count & 0xfff)
        .into_bits()
}

#[unsafe(no_mangle)]
pub fn by_hand_control(count: u16) -> u64 {
    0x1_0014 | ((count & 0xfff) as u64) << 32
}

// ---- Requests

#[unsafe(no_mangle)]
pub fn generated_signal_event(control: u64, input: &[u8; 16]) -> u64 {
    let control = HvHypercallInput::from_bits(control);
    match Request::<HvCallSignalEvent>::parse(control, input) {
        Ok(request) => {
            let input = request.input();
            u64::from(input.connection_id.into_bits()) | u64::from(input.flag_number) << 32
        }
        Err(error) => u64::from(error.into_bits()) << 48,
    }
}

#[unsafe(no_mangle)]
pub fn by_hand_signal_event(control: u64, input: &[u8; 16]) -> u64 {
    // Reserved bits, repetitions, and the variable header, which this call does not take.
    if control & 0xf000_f000_7800_0000 != 0
        || control & 0x0fff_0fff_0000_0000 != 0
        || control & 0x07fe_0000 != 0
    {
        return 3 << 48;
    }
    let word = u64::from_le_bytes([
        input[0], input[1], input[2], input[3], input[4], input[5], input[6], input[7],
    ]);
    word & 0xffff_ffff_ffff
}

// ---- What reads untrusted bytes

#[unsafe(no_mangle)]
pub fn parse_x64(control: u64, input: &[u8]) -> u16 {
    match X64HypercallRequest::parse(HvHypercallInput::from_bits(control), input) {
        Ok(X64HypercallRequest::Unknown(_)) => 2,
        Ok(_) => 0,
        Err(error) => error.into_bits(),
    }
}

#[unsafe(no_mangle)]
pub fn parse_arm64(control: u64, input: &[u8]) -> u16 {
    match Arm64HypercallRequest::parse(HvHypercallInput::from_bits(control), input) {
        Ok(Arm64HypercallRequest::Unknown(_)) => 2,
        Ok(_) => 0,
        Err(error) => error.into_bits(),
    }
}

#[unsafe(no_mangle)]
pub fn parse_sizes(control: u64, input_gpa: u64, output_gpa: u64) -> u64 {
    let sizes = match X64HypercallRequest::sizes(HvHypercallInput::from_bits(control)) {
        Ok(Some(sizes)) => sizes,
        Ok(None) => return 2,
        Err(error) => return error.into_bits().into(),
    };
    let fast = X64FastRegisters::check(sizes, FastOffer::InputAndOutput).map_or(0, |range| range.end)
        + Arm64FastRegisters::check(sizes, FastOffer::InputAndOutput).map_or(0, |range| range.end);
    match sizes.check_addresses(input_gpa, output_gpa, 1 << 40) {
        Ok(()) => fast as u64,
        Err(error) => error.into_bits().into(),
    }
}

#[unsafe(no_mangle)]
pub fn parse_registers(control: u64, input: &[u8], output: &mut [u8]) -> u64 {
    let control = HvHypercallInput::from_bits(control);
    let Ok(request) = Request::<HvCallSetVpRegisters>::parse(control, input) else {
        return 0;
    };
    let names: u64 = request.elements().iter().map(|assoc| u64::from(assoc.name.into_bits())).sum();
    let replied = request.reply(output).is_some();
    let last = request.pending().end;
    names + u64::from(replied) + request.stopped(last, HvError::INVALID_PARAMETER).into_bits()
}

#[unsafe(no_mangle)]
pub fn parse_set(control: u64, input: &[u8], vp: u32) -> u32 {
    let control = HvHypercallInput::from_bits(control);
    let request = Request::<hv_defs::mmu::HvCallFlushVirtualAddressListEx>::parse(control, input);
    let Ok(request) = request else {
        return 0;
    };
    match VpSet::parse(request.input().processor_set, request.variable_header()) {
        Ok(set) => u32::from(set.contains(vp)) + set.indices(vp).map(|index| index & 1).sum::<u32>(),
        Err(_) => 0,
    }
}

#[unsafe(no_mangle)]
pub fn parse_message(message: &HvMessage) -> u64 {
    match X64Message::read(message) {
        X64Message::TimerExpired(timer) => timer.delivery_time,
        X64Message::Other(_, bytes) => bytes.len() as u64,
        _ => 1,
    }
}

// ---- A proof that the test finds what it looks for

#[unsafe(no_mangle)]
pub fn panics_on_purpose(bytes: &[u8], index: usize) -> u8 {
    bytes[index]
}
