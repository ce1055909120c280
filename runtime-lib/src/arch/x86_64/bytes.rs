//! `memcpy`, `memmove`, `memset`, `memcmp`, `bcmp` and `strlen`.
//!
//! They exist because compilers call them by themselves, and `memory.copy` and `memory.fill` end here too. They must
//! not be written in Rust: the optimizer would turn their loops into calls of themselves.
//!
//! Small sizes are a few overlapping loads and stores without a loop, of which all loads come first, so that overlap of
//! the ranges does not matter. Middle sizes are a loop of 64 bytes. Large ones are `rep movsq` and `rep stosq`, which
//! every x86-64 processor does by whole cache lines once the destination is aligned, also those on which `rep movsb` is
//! slow.
//!
//! Only SSE2 is used: every x86-64 has it, and more features could not be detected before these functions first run.
//!
//! # Safety
//! The callers keep the contracts of C: ranges are valid for their length, and the string of `strlen` ends with a zero.

use core::arch::naked_asm;

/// Copies `bytes` bytes. Unlike C's, this one allows the ranges to overlap. Returns `destination`.
///
/// # Safety
/// Both ranges are valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memcpy(destination: *mut u8, source: *const u8, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        "jmp {memmove}",
        frames!(".cfi_endproc"),
        memmove = sym memmove,
    )
}

/// Copies `bytes` bytes between ranges that may overlap. Returns `destination`.
///
/// # Safety
/// Both ranges are valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memmove(destination: *mut u8, source: *const u8, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mov rax, rdi", // the result
        "cmp rdx, 16",
        "jb 4f",
        "cmp rdx, 32",
        "ja 2f",
        // 16 to 32: the first and the last 16 bytes
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm1",
        "ret",
        "2:",
        "cmp rdx, 64",
        "ja 3f",
        // 33 to 64: the first and the last 32
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + rdx - 32]",
        "movups xmm3, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + rdx - 32], xmm2",
        "movups [rdi + rdx - 16], xmm3",
        "ret",
        "3:",
        // More than 64: a loop from the end that is not overwritten too early. The 64 bytes at the far end of the loop
        // are loaded before it and stored after it, so that its steps need not fit.
        "mov rcx, rdi",
        "sub rcx, rsi", // how far the destination lies behind the source, as unsigned number
        "cmp rcx, rdx",
        "jb 73f", // inside it: backwards
        "movups xmm4, [rsi + rdx - 64]",
        "movups xmm5, [rsi + rdx - 48]",
        "movups xmm6, [rsi + rdx - 32]",
        "movups xmm7, [rsi + rdx - 16]",
        "lea r8, [rdi + rdx - 64]", // where these go
        "cmp rdx, {string_bytes}",
        "jae 72f",
        "70:", // forwards
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + 32]",
        "movups xmm3, [rsi + 48]",
        "add rsi, 64",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + 32], xmm2",
        "movups [rdi + 48], xmm3",
        "add rdi, 64",
        "cmp rdi, r8",
        "jb 70b",
        "77:",
        "movups [r8], xmm4",
        "movups [r8 + 16], xmm5",
        "movups [r8 + 32], xmm6",
        "movups [r8 + 48], xmm7",
        "ret",
        "72:", // large
        "neg rcx",
        "cmp rcx, rdx",
        "jb 70b", // the source begins inside the destination: string instructions would go byte by byte
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + 32]",
        "movups xmm3, [rsi + 48]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + 32], xmm2",
        "movups [rdi + 48], xmm3",
        "mov rcx, rdi",
        "and rcx, 63",
        "sub rcx, 64", // minus the distance to the next cache line of the destination
        "sub rdi, rcx",
        "sub rsi, rcx",
        "lea rcx, [r8 + 64]",
        "sub rcx, rdi",
        "shr rcx, 3", // at most seven bytes are left, which xmm7 covers
        "rep movsq",
        "jmp 77b",
        "73:", // backwards
        "test rcx, rcx",
        "jz 75f", // source and destination are the same
        "movups xmm4, [rsi]",
        "movups xmm5, [rsi + 16]",
        "movups xmm6, [rsi + 32]",
        "movups xmm7, [rsi + 48]",
        "lea r8, [rdi + 64]", // the loop ends at or below this
        "add rsi, rdx",
        "add rdi, rdx",
        "74:",
        "movups xmm0, [rsi - 16]",
        "movups xmm1, [rsi - 32]",
        "movups xmm2, [rsi - 48]",
        "movups xmm3, [rsi - 64]",
        "sub rsi, 64",
        "movups [rdi - 16], xmm0",
        "movups [rdi - 32], xmm1",
        "movups [rdi - 48], xmm2",
        "movups [rdi - 64], xmm3",
        "sub rdi, 64",
        "cmp rdi, r8",
        "ja 74b",
        "movups [rax], xmm4",
        "movups [rax + 16], xmm5",
        "movups [rax + 32], xmm6",
        "movups [rax + 48], xmm7",
        "75:",
        "ret",
        "4:", // below 16
        "cmp edx, 8",
        "jb 5f",
        "mov rcx, [rsi]",
        "mov r8, [rsi + rdx - 8]",
        "mov [rdi], rcx",
        "mov [rdi + rdx - 8], r8",
        "ret",
        "5:",
        "cmp edx, 4",
        "jb 6f",
        "mov ecx, [rsi]",
        "mov r8d, [rsi + rdx - 4]",
        "mov [rdi], ecx",
        "mov [rdi + rdx - 4], r8d",
        "ret",
        "6:",
        "test edx, edx",
        "jz 75b",
        // 1 to 3: the first, the middle and the last byte
        "movzx ecx, byte ptr [rsi]",
        "movzx r8d, byte ptr [rsi + rdx - 1]",
        "mov r9, rdx",
        "shr r9, 1",
        "movzx r10d, byte ptr [rsi + r9]",
        "mov [rdi], cl",
        "mov [rdi + r9], r10b",
        "mov [rdi + rdx - 1], r8b",
        "ret",
        frames!(".cfi_endproc"),
        string_bytes = const STRING_BYTES_MIN,
    )
}

/// From this size on the string instructions' start-up cost is paid back.
const STRING_BYTES_MIN: usize = 2048;

/// Fills `bytes` bytes with the low eight bits of `value`. Returns `destination`.
///
/// # Safety
/// The range is valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memset(destination: *mut u8, value: i32, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        "movzx ecx, sil",
        "movabs rax, 0x0101010101010101",
        "imul rcx, rax", // the byte eight times
        "mov rax, rdi",  // the result
        "cmp rdx, 16",
        "jb 4f",
        "movq xmm0, rcx",
        "punpcklqdq xmm0, xmm0", // sixteen times
        "cmp rdx, 64",
        "ja 2f",
        // 16 to 64: 16 at each end, and 16 at each side of the middle where that is inside
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm0",
        "cmp edx, 32",
        "jbe 9f",
        "movups [rdi + 16], xmm0",
        "movups [rdi + rdx - 32], xmm0",
        "9:",
        "ret",
        "2:",
        "lea r8, [rdi + rdx - 64]", // the last 64, filled after the loop
        "cmp rdx, {string_bytes}",
        "jae 72f",
        "70:",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm0",
        "movups [rdi + 32], xmm0",
        "movups [rdi + 48], xmm0",
        "add rdi, 64",
        "cmp rdi, r8",
        "jb 70b",
        "77:",
        "movups [r8], xmm0",
        "movups [r8 + 16], xmm0",
        "movups [r8 + 32], xmm0",
        "movups [r8 + 48], xmm0",
        "ret",
        "72:", // large: the first 64, then string instructions from the next cache line on
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm0",
        "movups [rdi + 32], xmm0",
        "movups [rdi + 48], xmm0",
        "mov r9, rax",
        "mov rax, rcx",
        "and rdi, -64",
        "add rdi, 64",
        "lea rcx, [r8 + 64]",
        "sub rcx, rdi",
        "shr rcx, 3", // at most seven bytes are left, which the last 64 cover
        "rep stosq",
        "mov rax, r9",
        "jmp 77b",
        "4:", // below 16
        "cmp edx, 8",
        "jb 5f",
        "mov [rdi], rcx",
        "mov [rdi + rdx - 8], rcx",
        "ret",
        "5:",
        "cmp edx, 4",
        "jb 6f",
        "mov [rdi], ecx",
        "mov [rdi + rdx - 4], ecx",
        "ret",
        "6:",
        "test edx, edx",
        "jz 9b",
        // 1 to 3: the first, the middle and the last byte
        "mov [rdi], cl",
        "mov [rdi + rdx - 1], cl",
        "shr edx, 1",
        "mov [rdi + rdx], cl",
        "ret",
        frames!(".cfi_endproc"),
        string_bytes = const STRING_BYTES_MIN,
    )
}

/// Compares `bytes` bytes: negative, zero or positive as the first differing byte of `left` is less or greater.
///
/// # Safety
/// Both ranges are valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memcmp(left: *const u8, right: *const u8, bytes: usize) -> i32 {
    naked_asm!(
        frames!(".cfi_startproc"),
        "cmp rdx, 16",
        "jb 4f",
        "9:",
        "movdqu xmm0, [rdi]",
        "movdqu xmm1, [rsi]",
        "pcmpeqb xmm0, xmm1",
        "pmovmskb ecx, xmm0", // a bit for each equal byte
        "xor ecx, 0xffff",
        "jnz 2f",
        "add rdi, 16",
        "add rsi, 16",
        "sub rdx, 16",
        "jz 3f",
        "cmp rdx, 16",
        "jae 9b",
        // fewer than 16 are left: step back, so that equal bytes are compared again
        "lea rdi, [rdi + rdx - 16]",
        "lea rsi, [rsi + rdx - 16]",
        "mov edx, 16",
        "jmp 9b",
        "2:", // the first difference
        "bsf ecx, ecx",
        "movzx eax, byte ptr [rdi + rcx]",
        "movzx edx, byte ptr [rsi + rcx]",
        "sub eax, edx",
        "ret",
        "3:",
        "xor eax, eax",
        "ret",
        "4:", // below 16, byte by byte
        "test rdx, rdx",
        "jz 3b",
        "movzx eax, byte ptr [rdi]",
        "movzx ecx, byte ptr [rsi]",
        "inc rdi",
        "inc rsi",
        "dec rdx",
        "sub eax, ecx",
        "jz 4b",
        "ret",
        frames!(".cfi_endproc"),
    )
}

/// Compares `bytes` bytes: zero where they are equal.
///
/// # Safety
/// Both ranges are valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn bcmp(left: *const u8, right: *const u8, bytes: usize) -> i32 {
    naked_asm!(
        frames!(".cfi_startproc"),
        "jmp {memcmp}",
        frames!(".cfi_endproc"),
        memcmp = sym memcmp,
    )
}

/// The length of a string that ends with a zero. Only short ones (arguments, file names) come here.
///
/// # Safety
/// There is a zero.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn strlen(string: *const u8) -> usize {
    naked_asm!(
        frames!(".cfi_startproc"),
        "xor eax, eax",
        "jmp 2f",
        "9:",
        "inc rax",
        "2:",
        "cmp byte ptr [rdi + rax], 0",
        "jne 9b",
        "ret",
        frames!(".cfi_endproc"),
    )
}
