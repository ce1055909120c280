//! `memcpy`, `memmove`, `memset`, `memcmp`, `bcmp` and `strlen`.
//!
//! They exist because compilers call them by themselves, and `memory.copy` and `memory.fill` end here too. They must
//! not be written in Rust: the optimizer would turn their loops into calls of themselves.
//!
//! An access that is not aligned may cost a hundred times one that is, or be emulated by the kernel, so there is none
//! here. A copy goes byte by byte until the destination is aligned, and then by blocks of eight words if the source is
//! aligned with it. If it is not, two neighboring words of the source are shifted into one: the outer bytes of the
//! first and the last of these may lie outside the source, but never outside of a word, and so of a page, that has
//! bytes of it.
//!
//! Only the base instruction set is used: vector registers could not be detected before these functions first run.
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
        "tail {memmove}",
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
        "sub t0, a0, a1", // how far the destination lies behind the source, as unsigned number
        "bltu t0, a2, 2f", // inside it: backwards
        "tail {forwards}",
        "2:",
        "beqz t0, 3f", // source and destination are the same
        "tail {backwards}",
        "3:",
        "ret",
        frames!(".cfi_endproc"),
        forwards = sym copy_forwards,
        backwards = sym copy_backwards,
    )
}

/// Copies from the first byte on.
///
/// # Safety
/// Both ranges are valid, and the destination does not begin inside the source.
#[unsafe(naked)]
unsafe extern "C" fn copy_forwards(destination: *mut u8, source: *const u8, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        // `a0` stays, being the result; `t0` is the place in the destination, `a1` that in the source, `a2` what is
        // left.
        "mv t0, a0",
        "li t6, 16",
        "bltu a2, t6, 8f",
        // bytes until the destination is aligned: at most seven, so that a word is left
        "2:",
        "andi t1, t0, 7",
        "beqz t1, 3f",
        "lbu t2, 0(a1)",
        "addi a1, a1, 1",
        "sb t2, 0(t0)",
        "addi t0, t0, 1",
        "addi a2, a2, -1",
        "j 2b",
        "3:",
        "andi t1, a1, 7",
        "bnez t1, 6f",
        "li t6, 64",
        "bltu a2, t6, 5f",
        "4:", // aligned blocks: all loads come first, in case that the destination ends inside the source
        "ld t1, 0(a1)",
        "ld t2, 8(a1)",
        "ld t3, 16(a1)",
        "ld t4, 24(a1)",
        "ld t5, 32(a1)",
        "ld a3, 40(a1)",
        "ld a4, 48(a1)",
        "ld a5, 56(a1)",
        "addi a1, a1, 64",
        "sd t1, 0(t0)",
        "sd t2, 8(t0)",
        "sd t3, 16(t0)",
        "sd t4, 24(t0)",
        "sd t5, 32(t0)",
        "sd a3, 40(t0)",
        "sd a4, 48(t0)",
        "sd a5, 56(t0)",
        "addi t0, t0, 64",
        "addi a2, a2, -64",
        "bgeu a2, t6, 4b",
        "5:", // aligned words
        "li t6, 8",
        "bltu a2, t6, 8f",
        "9:",
        "ld t1, 0(a1)",
        "addi a1, a1, 8",
        "sd t1, 0(t0)",
        "addi t0, t0, 8",
        "addi a2, a2, -8",
        "bgeu a2, t6, 9b",
        "j 8f",
        "6:", // the source is not aligned
        "li t6, 16",
        "bltu a2, t6, 8f",
        "sub a3, a1, t1", // the word that has the next byte of the source
        "slli a4, t1, 3", // how many of its bits come before that
        "neg a5, a4",     // how many come after: 64 less those, which is all that shifts look at
        "ld t2, 0(a3)",
        "7:",
        "ld t3, 8(a3)",
        "ld t4, 16(a3)",
        "addi a3, a3, 16",
        "srl t1, t2, a4",
        "sll t5, t3, a5",
        "or t1, t1, t5",
        "srl t3, t3, a4",
        "sll t5, t4, a5",
        "or t3, t3, t5",
        "sd t1, 0(t0)",
        "sd t3, 8(t0)",
        "mv t2, t4",
        "addi t0, t0, 16",
        "addi a1, a1, 16",
        "addi a2, a2, -16",
        "bgeu a2, t6, 7b",
        "8:", // what is left, byte by byte
        "beqz a2, 3f",
        "add a2, a2, t0", // the end
        "2:",
        "lbu t1, 0(a1)",
        "addi a1, a1, 1",
        "sb t1, 0(t0)",
        "addi t0, t0, 1",
        "bltu t0, a2, 2b",
        "3:",
        "ret",
        frames!(".cfi_endproc"),
    )
}

/// Copies from the last byte on.
///
/// # Safety
/// Both ranges are valid, and the destination does not end inside the source.
#[unsafe(naked)]
unsafe extern "C" fn copy_backwards(destination: *mut u8, source: *const u8, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        // `a0` stays, being the result; `t0` is the place in the destination, `a1` that in the source, both behind the
        // next byte; `a2` is what is left.
        "add t0, a0, a2",
        "add a1, a1, a2",
        "li t6, 16",
        "bltu a2, t6, 8f",
        // bytes until the destination is aligned: at most seven, so that a word is left
        "2:",
        "andi t1, t0, 7",
        "beqz t1, 3f",
        "lbu t2, -1(a1)",
        "addi a1, a1, -1",
        "sb t2, -1(t0)",
        "addi t0, t0, -1",
        "addi a2, a2, -1",
        "j 2b",
        "3:",
        "andi t1, a1, 7",
        "bnez t1, 6f",
        "li t6, 64",
        "bltu a2, t6, 5f",
        "4:", // aligned blocks: all loads come first, in case that the destination begins inside the source
        "ld t1, -8(a1)",
        "ld t2, -16(a1)",
        "ld t3, -24(a1)",
        "ld t4, -32(a1)",
        "ld t5, -40(a1)",
        "ld a3, -48(a1)",
        "ld a4, -56(a1)",
        "ld a5, -64(a1)",
        "addi a1, a1, -64",
        "sd t1, -8(t0)",
        "sd t2, -16(t0)",
        "sd t3, -24(t0)",
        "sd t4, -32(t0)",
        "sd t5, -40(t0)",
        "sd a3, -48(t0)",
        "sd a4, -56(t0)",
        "sd a5, -64(t0)",
        "addi t0, t0, -64",
        "addi a2, a2, -64",
        "bgeu a2, t6, 4b",
        "5:", // aligned words
        "li t6, 8",
        "bltu a2, t6, 8f",
        "9:",
        "ld t1, -8(a1)",
        "addi a1, a1, -8",
        "sd t1, -8(t0)",
        "addi t0, t0, -8",
        "addi a2, a2, -8",
        "bgeu a2, t6, 9b",
        "j 8f",
        "6:", // the source is not aligned
        "li t6, 16",
        "bltu a2, t6, 8f",
        "sub a3, a1, t1", // the word that has the last byte of the source
        "slli a4, t1, 3", // how many of its bits belong to the source
        "neg a5, a4",     // how many do not: 64 less those, which is all that shifts look at
        "ld t2, 0(a3)",
        "7:",
        "ld t3, -8(a3)",
        "ld t4, -16(a3)",
        "addi a3, a3, -16",
        "sll t1, t2, a5",
        "srl t5, t3, a4",
        "or t1, t1, t5",
        "sll t3, t3, a5",
        "srl t5, t4, a4",
        "or t3, t3, t5",
        "sd t1, -8(t0)",
        "sd t3, -16(t0)",
        "mv t2, t4",
        "addi t0, t0, -16",
        "addi a1, a1, -16",
        "addi a2, a2, -16",
        "bgeu a2, t6, 7b",
        "8:", // what is left, byte by byte
        "beqz a2, 3f",
        "2:",
        "lbu t1, -1(a1)",
        "addi a1, a1, -1",
        "sb t1, -1(t0)",
        "addi t0, t0, -1",
        "bltu a0, t0, 2b",
        "3:",
        "ret",
        frames!(".cfi_endproc"),
    )
}

/// Fills `bytes` bytes with the low eight bits of `value`. Returns `destination`.
///
/// # Safety
/// The range is valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memset(destination: *mut u8, value: i32, bytes: usize) -> *mut u8 {
    naked_asm!(
        frames!(".cfi_startproc"),
        // `a0` stays, being the result; `t0` is the place.
        "mv t0, a0",
        "add a3, a0, a2", // the end
        "li t6, 16",
        "bltu a2, t6, 6f",
        "andi a1, a1, 0xff",
        "slli t1, a1, 8", // the byte eight times
        "or a1, a1, t1",
        "slli t1, a1, 16",
        "or a1, a1, t1",
        "slli t1, a1, 32",
        "or a1, a1, t1",
        "2:", // bytes until the place is aligned
        "andi t1, t0, 7",
        "beqz t1, 3f",
        "sb a1, 0(t0)",
        "addi t0, t0, 1",
        "j 2b",
        "3:",
        "sub t1, a3, t0",
        "andi t2, t1, -64",
        "add t2, t2, t0",  // the end of the blocks
        "andi t3, a3, -8", // the end of the words
        "beq t0, t2, 5f",
        "4:",
        "sd a1, 0(t0)",
        "sd a1, 8(t0)",
        "sd a1, 16(t0)",
        "sd a1, 24(t0)",
        "sd a1, 32(t0)",
        "sd a1, 40(t0)",
        "sd a1, 48(t0)",
        "sd a1, 56(t0)",
        "addi t0, t0, 64",
        "bne t0, t2, 4b",
        "5:",
        "beq t0, t3, 6f",
        "sd a1, 0(t0)",
        "addi t0, t0, 8",
        "j 5b",
        "6:", // what is left, byte by byte
        "beq t0, a3, 7f",
        "sb a1, 0(t0)",
        "addi t0, t0, 1",
        "j 6b",
        "7:",
        "ret",
        frames!(".cfi_endproc"),
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
        "add a3, a0, a2", // the end
        "xor t0, a0, a1",
        "andi t0, t0, 7",
        "bnez t0, 5f", // never aligned at once
        "li t6, 16",
        "bltu a2, t6, 5f",
        "2:", // bytes until both are aligned
        "andi t1, a0, 7",
        "beqz t1, 3f",
        "lbu t2, 0(a0)",
        "lbu t3, 0(a1)",
        "bne t2, t3, 6f",
        "addi a0, a0, 1",
        "addi a1, a1, 1",
        "j 2b",
        "3:",
        "andi t4, a3, -8", // the end of the words
        "4:",
        "ld t2, 0(a0)",
        "ld t3, 0(a1)",
        "bne t2, t3, 5f", // the bytes of this word say which is less
        "addi a0, a0, 8",
        "addi a1, a1, 8",
        "bltu a0, t4, 4b",
        "5:", // byte by byte
        "beq a0, a3, 7f",
        "lbu t2, 0(a0)",
        "lbu t3, 0(a1)",
        "addi a0, a0, 1",
        "addi a1, a1, 1",
        "beq t2, t3, 5b",
        "6:",
        "sub a0, t2, t3",
        "ret",
        "7:",
        "li a0, 0",
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
        "tail {memcmp}",
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
        "mv a1, a0",
        "2:",
        "lbu a2, 0(a1)",
        "addi a1, a1, 1",
        "bnez a2, 2b",
        "sub a0, a1, a0",
        "addi a0, a0, -1",
        "ret",
        frames!(".cfi_endproc"),
    )
}
