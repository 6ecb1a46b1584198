//! How a guest uses hv-defs: leaves, MSRs, the hypercall page, and hypercalls in memory and in
//! registers.

use core::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use hv_defs::call::{Call, CallError, SeriesError, X64FastRegisters};
use hv_defs::crash::{
    HvCrashCtlRegContents, HvX64MsrCrashCtl, HvX64MsrCrashP0, HvX64MsrCrashP1, HvX64MsrCrashP2,
    HvX64MsrCrashP3, HvX64MsrCrashP4,
};
use hv_defs::hypercall::{HvHypercallInput, HvHypercallOutput};
use hv_defs::interrupt::{HvVirtualApicAssist, HvX64MsrEoi};
use hv_defs::timer::HvX64MsrTimeRefCount;
use hv_defs::vp::{HvX64MsrVpIndex, HvX64VpAssistPage};
use hv_defs::{CpuidLeaf, FastCall, Hypercall, InputListCall, Msr, SimpleCall};

use crate::machine::{self, Fault, Page};

/// Input and output of hypercalls of the first processor, which alone makes any.
pub static INPUT: Page = Page::new();
pub static OUTPUT: Page = Page::new();
/// The hypercall page.
pub static HYPERCALL: Page = Page::new();
/// The assist page of the first processor.
pub static ASSIST: Page = Page::new();

/// How often the hypervisor said that no end of interrupt is needed.
static LAZY: AtomicU32 = AtomicU32::new(0);
/// The vector that needs no end; 0 if there is none.
static AUTO_END: AtomicU32 = AtomicU32::new(0);
/// Address of the assist page, once it is enabled.
static ASSIST_GPA: AtomicU64 = AtomicU64::new(0);

/// A leaf as a record.
pub fn leaf<L: CpuidLeaf>() -> L {
    L::from_registers(machine::cpuid(L::LEAF))
}

/// An MSR that the guest has.
pub fn read<M: Msr>() -> M::Value {
    match try_read::<M>() {
        Ok(value) => value,
        Err(fault) => panic!("reading {}: {fault:?}", M::NAME),
    }
}

/// Reads an MSR.
pub fn try_read<M: Msr>() -> Result<M::Value, Fault> {
    machine::rdmsr(M::NUMBER).map(M::decode)
}

/// Writes an MSR that the guest has.
pub fn write<M: Msr>(value: M::Value) {
    if let Err(fault) = try_write::<M>(value) {
        panic!("writing {}: {fault:?}", M::NAME);
    }
}

/// Writes an MSR.
pub fn try_write<M: Msr>(value: M::Value) -> Result<(), Fault> {
    machine::wrmsr(M::NUMBER, M::encode(value))
}

/// The index of this virtual processor.
pub fn vp_index() -> u32 {
    u32::try_from(read::<HvX64MsrVpIndex>()).expect("an index of 32 bits")
}

/// Reference time in units of 100 nanoseconds.
pub fn now() -> u64 {
    read::<HvX64MsrTimeRefCount>()
}

/// Waits until this holds, with interrupts let in; false after this many units of 100 nanoseconds. The machine
/// around this one may have stood still in all of them, so it looks a number of times in any case.
pub fn wait(duration: u64, mut holds: impl FnMut() -> bool) -> bool {
    const LEAST: u32 = 1000;
    let end = now() + duration;
    let mut times = 0_u32;
    loop {
        if holds() {
            return true;
        }
        if times >= LEAST && now() > end {
            return false;
        }
        times = times.saturating_add(1);
        machine::breathe();
    }
}

/// Says that the assist page is enabled, or disabled.
pub fn use_assist_page(on: bool) {
    ASSIST_GPA.store(if on { ASSIST.gpa() } else { 0 }, Ordering::SeqCst);
}

/// How often no end of interrupt was needed.
pub fn lazy_ends() -> u32 {
    LAZY.load(Ordering::SeqCst)
}

/// Interrupts with this vector end by themselves: their source has AutoEoi.
pub fn ends_by_itself(vector: u8) {
    AUTO_END.store(u32::from(vector), Ordering::SeqCst);
}

/// Ends an interrupt, unless its source or the hypervisor says that it need not be. Only the first processor
/// has an assist page.
pub fn end_interrupt(number: usize, vector: u8) {
    if AUTO_END.load(Ordering::SeqCst) == u32::from(vector) {
        return;
    }
    if number == 0 && ASSIST_GPA.load(Ordering::SeqCst) != 0 {
        const AT: usize = core::mem::offset_of!(HvX64VpAssistPage, apic_assist);
        const NO_END: HvVirtualApicAssist = HvVirtualApicAssist::new().with_no_eoi_required(true);
        // In one step: the hypervisor may take the bit back until the guest has cleared it.
        let assist = ASSIST.keep_bits(AT, !NO_END.into_bits());
        if HvVirtualApicAssist::from_bits(assist).no_eoi_required() {
            LAZY.fetch_add(1, Ordering::SeqCst);
            return;
        }
    }
    if let Err(fault) = machine::wrmsr(HvX64MsrEoi::NUMBER, 0) {
        panic!("end of interrupt: {fault:?}");
    }
}

/// A hypercall with any control word, and parameters at these addresses.
pub fn raw(control: u64, input_gpa: u64, output_gpa: u64) -> HvHypercallOutput {
    let result = machine::hypercall(HYPERCALL.gpa(), control, input_gpa, output_gpa);
    HvHypercallOutput::from_bits(result)
}

/// The same with parameters in registers.
pub fn raw_fast(
    control: u64,
    registers: &mut X64FastRegisters,
) -> Result<HvHypercallOutput, Fault> {
    let result = machine::fast_hypercall(HYPERCALL.gpa(), control, registers)?;
    Ok(HvHypercallOutput::from_bits(result))
}

/// A hypercall with its parameters in the two pages, as [`Call`] and what is made of it want it.
pub fn in_memory(control: HvHypercallInput, input: &[u8], output: &mut [u8]) -> HvHypercallOutput {
    INPUT.write(0, input);
    let result = raw(control.into_bits(), INPUT.gpa(), OUTPUT.gpa());
    let bytes: [u8; 64] = OUTPUT.read(0);
    let length = output.len();
    output.copy_from_slice(&bytes[..length]);
    result
}

/// Makes a call with its parameters in memory.
pub fn issue<H: SimpleCall>(call: &Call<'_, H>) -> Result<H::Output, CallError> {
    call.issue(&mut [0; Page::SIZE], &mut [0; 64], in_memory)
}

/// Makes a call with its parameters in registers.
pub fn issue_fast<H: SimpleCall + FastCall>(call: &Call<'_, H>) -> Result<H::Output, CallError> {
    call.issue_fast(&mut X64FastRegisters::default(), |control, registers| {
        raw_fast(control.into_bits(), registers).expect("these registers are offered")
    })
}

/// Makes a call over a list with its parameters in registers, in as many batches as it takes.
pub fn issue_fast_over<H: InputListCall + FastCall>(
    call: Call<'_, H>,
    list: &[<H as Hypercall>::InputElement],
) -> Result<(), SeriesError> {
    call.over(list).in_batches().run_fast(
        &mut X64FastRegisters::default(),
        |control, registers| {
            raw_fast(control.into_bits(), registers).expect("these registers are offered")
        },
        |_, _| (),
    )
}

/// Makes a call over a list, in as many batches as it takes.
pub fn issue_over<H: InputListCall>(
    call: Call<'_, H>,
    list: &[<H as Hypercall>::InputElement],
) -> Result<(), SeriesError> {
    call.over(list)
        .in_batches()
        .run(&mut [0; Page::SIZE], &mut [0; 64], in_memory, |_, _| ())
}

/// Reports a crash with a message.
pub fn crash(code: u64, values: [u64; 2], message: &str) {
    let [first, second] = values;
    write::<HvX64MsrCrashP0>(code);
    write::<HvX64MsrCrashP1>(first);
    write::<HvX64MsrCrashP2>(second);
    write::<HvX64MsrCrashP3>(message.as_ptr() as u64);
    write::<HvX64MsrCrashP4>(message.len() as u64);
    write::<HvX64MsrCrashCtl>(
        HvCrashCtlRegContents::new()
            .with_crash_message(true)
            .with_crash_notify(true),
    );
}
