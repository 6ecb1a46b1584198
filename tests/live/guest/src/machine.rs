//! The instructions that a guest needs, and the memory that it shares with the hypervisor.

mod interrupts;
mod page;
pub mod processors;
mod runtime;

use core::arch::{asm, global_asm};

use hv_defs::call::X64FastRegisters;

pub use interrupts::prepare_processor;
pub use page::Page;

/// Bytes of the stack of a processor.
const STACK: usize = 32 << 10;

#[repr(C, align(4096))]
struct Stacks([[u8; STACK]; processors::MOST]);

/// Assembly alone refers to it.
#[unsafe(no_mangle)]
static mut STACKS: Stacks = Stacks([[0; STACK]; processors::MOST]);

// The arguments of `start` are in RDI, the number of the processor, and RSI, and stay there.
global_asm!(
    ".globl entry",
    "entry:",
    "lea rax, [rdi + 1]",
    "imul rax, rax, {stack}",
    "lea rsp, [rip + STACKS]",
    "add rsp, rax",
    "xor ebp, ebp",
    "call start",
    "ud2",
    stack = const STACK,
);

/// The instruction faulted, with this vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault(pub u64);

/// An instruction that is undefined.
pub const UNDEFINED: Fault = Fault(6);

/// General protection.
pub const PROTECTION: Fault = Fault(13);

impl Fault {
    fn of<T>(vector: u64, value: T) -> Result<T, Self> {
        if vector == 0 {
            Ok(value)
        } else {
            Err(Self(vector))
        }
    }
}

/// CPUID: EAX, EBX, ECX, EDX.
pub fn cpuid(leaf: u32) -> [u32; 4] {
    let registers = core::arch::x86_64::__cpuid(leaf);
    [registers.eax, registers.ebx, registers.ecx, registers.edx]
}

/// RDTSC, in order with what stands before it.
pub fn rdtsc() -> u64 {
    // SAFETY: it only reads a counter.
    unsafe {
        core::arch::x86_64::_mm_lfence();
        core::arch::x86_64::_rdtsc()
    }
}

/// Instructions that may fault, those that follow in any case, and their operands: the vector of the fault, or 0.
/// `interrupts` goes on at R11, with the vector in R10, where one faults while R9 holds the mark.
macro_rules! vector_of_fault {
    ([$($instruction:literal),+], [$($after:literal),*], $($operands:tt)*) => {{
        let vector: u64;
        asm!(
            "mov r9, {mark}",
            "lea r11, [rip + 2f]",
            "xor r10d, r10d",
            $($instruction,)+
            "2:",
            "xor r9d, r9d",
            $($after,)*
            mark = const interrupts::MARK,
            out("r9") _,
            out("r10") vector,
            out("r11") _,
            $($operands)*
        );
        vector
    }};
}

/// RDMSR.
pub fn rdmsr(number: u32) -> Result<u64, Fault> {
    let (low, high): (u32, u32);
    // SAFETY: reading an MSR changes no memory.
    let vector = unsafe {
        vector_of_fault!(["rdmsr"], [], in("ecx") number, out("eax") low, out("edx") high)
    };
    Fault::of(vector, u64::from(high) << 32 | u64::from(low))
}

/// WRMSR.
pub fn wrmsr(number: u32, value: u64) -> Result<(), Fault> {
    let (low, high) = (value as u32, (value >> 32) as u32);
    // SAFETY: the MSRs of Hyper-V that make the hypervisor write memory are only given `Page`s, which nothing
    // else uses.
    let vector =
        unsafe { vector_of_fault!(["wrmsr"], [], in("ecx") number, in("eax") low, in("edx") high) };
    Fault::of(vector, ())
}

/// Calls the hypercall page at this address.
pub fn hypercall(page: u64, control: u64, input: u64, output: u64) -> u64 {
    let result: u64;
    // SAFETY: the hypervisor put code there, which changes RAX and nothing else, and parameters
    // stand in `Page`s.
    unsafe {
        asm!(
            "call {page}",
            page = in(reg) page,
            in("rcx") control,
            in("rdx") input,
            in("r8") output,
            lateout("rax") result,
        );
    }
    result
}

/// Calls the hypercall page at this address with parameters in registers, and stores the registers.
pub fn fast_hypercall(
    page: u64,
    control: u64,
    registers: &mut X64FastRegisters,
) -> Result<u64, Fault> {
    let result: u64;
    // SAFETY: as in `hypercall`; a fault comes one call deep, so RSP is taken back.
    let vector = unsafe {
        vector_of_fault!(
            [
                "movups xmm0, [{xmm}]",
                "movups xmm1, [{xmm} + 16]",
                "movups xmm2, [{xmm} + 32]",
                "movups xmm3, [{xmm} + 48]",
                "movups xmm4, [{xmm} + 64]",
                "movups xmm5, [{xmm} + 80]",
                "mov r12, rsp",
                "call {page}"
            ],
            [
                "mov rsp, r12",
                "movups [{xmm}], xmm0",
                "movups [{xmm} + 16], xmm1",
                "movups [{xmm} + 32], xmm2",
                "movups [{xmm} + 48], xmm3",
                "movups [{xmm} + 64], xmm4",
                "movups [{xmm} + 80], xmm5"
            ],
            xmm = in(reg) registers.xmm.as_mut_ptr(),
            page = in(reg) page,
            in("rcx") control,
            inout("rdx") registers.rdx,
            inout("r8") registers.r8,
            out("rax") result,
            out("r12") _,
            out("xmm0") _,
            out("xmm1") _,
            out("xmm2") _,
            out("xmm3") _,
            out("xmm4") _,
            out("xmm5") _,
        )
    };
    Fault::of(vector, result)
}

/// Writes text to the VMM's port.
pub fn print(text: &str) {
    // SAFETY: the port only takes bytes.
    unsafe {
        asm!(
            "rep outsb",
            in("dx") 0xe9_u16,
            inout("rsi") text.as_ptr() => _,
            inout("rcx") text.len() => _,
            options(readonly, nostack),
        );
    }
}

/// Waits for the next interrupt.
pub fn halt_until_interrupt() {
    // SAFETY: the handlers stand since `prepare_processor`.
    unsafe { asm!("sti", "hlt", "cli") };
}

/// Lets interrupts in, for a moment. None comes right behind STI; QEMU 7.2 lets none come behind a PAUSE there
/// either, so there is none.
pub fn breathe() {
    // SAFETY: the handlers stand since `prepare_processor`.
    unsafe { asm!("sti", "nop", "nop", "cli") };
}
