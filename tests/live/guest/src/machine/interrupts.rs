//! Exceptions and interrupts.

use core::arch::{asm, naked_asm};

use super::{processors, wrmsr};

/// R9 holds this while a fault is expected: the handler goes on at R11, with the vector in R10.
pub const MARK: u64 = 0x6578_7065_6374_6564;

/// Interrupts come with these vectors.
pub const FIRST_VECTOR: u8 = 0x50;
pub const VECTORS: usize = 8;

const GS_BASE: u32 = 0xc000_0101;
const X2APIC_SPURIOUS: u32 = 0x80f;

/// A gate: where the handler is.
#[derive(Clone, Copy)]
#[repr(C)]
struct Gate([u64; 2]);

impl Gate {
    fn to(handler: extern "C" fn()) -> Self {
        const CODE: u64 = 8 << 16;
        const PRESENT_INTERRUPT: u64 = 0x8e << 40;
        let at = handler as usize as u64;
        let low = at & 0xffff | CODE | PRESENT_INTERRUPT | (at >> 16 & 0xffff) << 48;
        Self([low, at >> 32])
    }
}

static mut GATES: [[Gate; 256]; processors::MOST] = [[Gate([0; 2]); 256]; processors::MOST];
static SEGMENTS: [u64; 3] = [0, 0x00af_9b00_0000_ffff, 0x00cf_9300_0000_ffff];

#[repr(C, packed)]
struct Table {
    limit: u16,
    base: u64,
}

/// Sets handlers up on this processor, and its local APIC.
pub fn prepare_processor() {
    let mut gates = [Gate([0; 2]); 256];
    gates[..32].fill(Gate::to(unexpected::<0>));
    gates[0] = Gate::to(unexpected::<0>);
    gates[6] = Gate::to(undefined);
    gates[8] = Gate::to(unexpected::<8>);
    gates[13] = Gate::to(protection);
    gates[14] = Gate::to(unexpected::<14>);
    let interrupts = [
        interrupt::<0x50>,
        interrupt::<0x51>,
        interrupt::<0x52>,
        interrupt::<0x53>,
        interrupt::<0x54>,
        interrupt::<0x55>,
        interrupt::<0x56>,
        interrupt::<0x57>,
    ] as [extern "C" fn(); VECTORS];
    for (gate, handler) in gates[usize::from(FIRST_VECTOR)..]
        .iter_mut()
        .zip(interrupts)
    {
        *gate = Gate::to(handler);
    }
    let number = number();
    // SAFETY: each processor has a table of its own, and sets it up once, before it lets
    // interrupts in. The selectors that are loaded have entries in the new table.
    unsafe {
        let own = &raw mut GATES[number];
        own.write(gates);
        let gates = Table {
            limit: 0xfff,
            base: own as u64,
        };
        let segments = Table {
            limit: 23,
            base: &raw const SEGMENTS as u64,
        };
        asm!("lidt [{}]", "lgdt [{}]", in(reg) &raw const gates, in(reg) &raw const segments);
    }
    wrmsr(X2APIC_SPURIOUS, 0x1ff).expect("the VMM enabled the x2APIC");
}

/// The number of this processor, which the VMM put there.
fn number() -> usize {
    usize::try_from(super::rdmsr(GS_BASE).expect("every processor has it")).expect("a small number")
}

/// Goes on where the one who expects the fault says, or reports it.
macro_rules! fault {
    ($name:ident, $vector:literal, $drop_error_code:literal) => {
        #[unsafe(naked)]
        extern "C" fn $name() {
            naked_asm!(
                "push rax",
                "mov rax, {mark}",
                "cmp r9, rax",
                "pop rax",
                "jne 2f",
                $drop_error_code,
                "mov [rsp], r11",
                "mov r10d, {vector}",
                "iretq",
                "2:",
                "jmp {unexpected}",
                mark = const MARK,
                vector = const $vector,
                unexpected = sym unexpected::<$vector>,
            )
        }
    };
}

fault!(undefined, 6, "");
fault!(protection, 13, "add rsp, 8");

/// An exception that ends the guest: shows its vector and what the processor pushed.
#[unsafe(naked)]
extern "C" fn unexpected<const VECTOR: u64>() {
    naked_asm!(
        "mov edi, {vector}",
        "mov rsi, [rsp]",
        "mov rdx, [rsp + 8]",
        "and rsp, -16",
        "call {report}",
        "ud2",
        vector = const VECTOR,
        report = sym report_exception,
    )
}

extern "C" fn report_exception(vector: u64, first: u64, second: u64) -> ! {
    panic!("exception {vector}; on its stack {first:#x} {second:#x}");
}

/// An interrupt: saves what a function may change, and calls one.
#[unsafe(naked)]
extern "C" fn interrupt<const VECTOR: u64>() {
    naked_asm!(
        "cld",
        "push rax", "push rcx", "push rdx", "push rsi", "push rdi",
        "push r8", "push r9", "push r10", "push r11",
        "sub rsp, 512",
        "fxsave [rsp]",
        "mov edi, {vector}",
        "call {take}",
        "fxrstor [rsp]",
        "add rsp, 512",
        "pop r11", "pop r10", "pop r9", "pop r8",
        "pop rdi", "pop rsi", "pop rdx", "pop rcx", "pop rax",
        "iretq",
        vector = const VECTOR,
        take = sym take_interrupt,
    )
}

extern "C" fn take_interrupt(vector: u8) {
    let number = number();
    processors::count_interrupt(number, vector);
    crate::enlightened::end_interrupt(number, vector);
}
