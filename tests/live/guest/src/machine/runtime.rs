//! What the compiler expects of a C library and of an unwinder, neither of which is here.

use core::arch::naked_asm;

/// The core library names it, though nothing unwinds.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn memcpy(to: *mut u8, from: *const u8, length: usize) -> *mut u8 {
    naked_asm!("mov rax, rdi", "mov rcx, rdx", "rep movsb", "ret")
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn memmove(to: *mut u8, from: *const u8, length: usize) -> *mut u8 {
    // Backwards where the target starts within the source.
    naked_asm!(
        "mov rax, rdi",
        "mov rcx, rdx",
        "mov r8, rdi",
        "sub r8, rsi",
        "cmp r8, rdx",
        "jb 2f",
        "rep movsb",
        "ret",
        "2:",
        "lea rdi, [rdi + rdx - 1]",
        "lea rsi, [rsi + rdx - 1]",
        "std",
        "rep movsb",
        "cld",
        "ret",
    )
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn memset(to: *mut u8, byte: i32, length: usize) -> *mut u8 {
    naked_asm!(
        "mov r8, rdi",
        "mov eax, esi",
        "mov rcx, rdx",
        "rep stosb",
        "mov rax, r8",
        "ret"
    )
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn memcmp(left: *const u8, right: *const u8, length: usize) -> i32 {
    naked_asm!(
        "mov rcx, rdx",
        "xor eax, eax",
        "test rcx, rcx",
        "jz 2f",
        "repe cmpsb",
        "movzx eax, byte ptr [rdi - 1]",
        "movzx ecx, byte ptr [rsi - 1]",
        "sub eax, ecx",
        "2:",
        "ret",
    )
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn bcmp(left: *const u8, right: *const u8, length: usize) -> i32 {
    naked_asm!("jmp {memcmp}", memcmp = sym memcmp)
}
