//! `memcpy`, `memmove`, `memset`, `memcmp`, `bcmp` and `strlen`.
//!
//! They exist because compilers call them by themselves, and `memory.copy` and `memory.fill` end here too. They must
//! not be written in Rust: the optimizer would turn their loops into calls of themselves.
//!
//! Small sizes are a few overlapping loads and stores without a loop, of which all loads come first, so that overlap of
//! the ranges does not matter. Others are a loop of 64 bytes, by pairs of vector registers, with which every such
//! processor fills its paths to memory; they need no alignment.
//!
//! Only the vector instructions of the first ARMv8-A are used, with registers that callees need not preserve.
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
        "b {memmove}",
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
        // `x0` stays, being the result.
        "add x3, x1, x2", // the ends of both ranges
        "add x4, x0, x2",
        "cmp x2, #16",
        "b.lo 6f",
        "cmp x2, #32",
        "b.hi 2f",
        // 16 to 32: the first and the last 16 bytes
        "ldr q0, [x1]",
        "ldr q1, [x3, #-16]",
        "str q0, [x0]",
        "str q1, [x4, #-16]",
        "ret",
        "2:",
        "cmp x2, #64",
        "b.hi 3f",
        // 33 to 64: the first and the last 32
        "ldp q0, q1, [x1]",
        "ldp q2, q3, [x3, #-32]",
        "stp q0, q1, [x0]",
        "stp q2, q3, [x4, #-32]",
        "ret",
        "3:",
        // More than 64: a loop from the end that is not overwritten too early. The 64 bytes at the far end of the loop
        // are loaded before it and stored after it, so that its steps need not fit.
        "sub x5, x0, x1", // how far the destination lies behind the source, as unsigned number
        "cmp x5, x2",
        "b.lo 5f", // inside it: backwards
        "ldp q4, q5, [x3, #-64]",
        "ldp q6, q7, [x3, #-32]",
        "sub x6, x4, #64", // where these go
        "mov x7, x0",
        "4:", // forwards
        "ldp q0, q1, [x1]",
        "ldp q2, q3, [x1, #32]",
        "add x1, x1, #64",
        "stp q0, q1, [x7]",
        "stp q2, q3, [x7, #32]",
        "add x7, x7, #64",
        "cmp x7, x6",
        "b.lo 4b",
        "stp q4, q5, [x6]",
        "stp q6, q7, [x6, #32]",
        "ret",
        "5:",         // backwards
        "cbz x5, 9f", // source and destination are the same
        "ldp q4, q5, [x1]",
        "ldp q6, q7, [x1, #32]",
        "add x6, x0, #64", // the loop ends at or below this
        "4:",
        "ldp q0, q1, [x3, #-32]",
        "ldp q2, q3, [x3, #-64]",
        "sub x3, x3, #64",
        "stp q0, q1, [x4, #-32]",
        "stp q2, q3, [x4, #-64]",
        "sub x4, x4, #64",
        "cmp x4, x6",
        "b.hi 4b",
        "stp q4, q5, [x0]",
        "stp q6, q7, [x0, #32]",
        "9:",
        "ret",
        "6:", // below 16: two overlapping halves again, of the largest power of two that fits
        "tbz x2, #3, 7f",
        "ldr x5, [x1]",
        "ldr x6, [x3, #-8]",
        "str x5, [x0]",
        "str x6, [x4, #-8]",
        "ret",
        "7:",
        "tbz x2, #2, 8f",
        "ldr w5, [x1]",
        "ldr w6, [x3, #-4]",
        "str w5, [x0]",
        "str w6, [x4, #-4]",
        "ret",
        "8:",
        "cbz x2, 9b",
        // 1 to 3: the first, the middle and the last byte
        "lsr x7, x2, #1",
        "ldrb w5, [x1]",
        "ldrb w6, [x3, #-1]",
        "ldrb w8, [x1, x7]",
        "strb w5, [x0]",
        "strb w8, [x0, x7]",
        "strb w6, [x4, #-1]",
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
        // `x0` stays, being the result.
        "dup v0.16b, w1", // the byte sixteen times
        "add x4, x0, x2", // the end
        "cmp x2, #16",
        "b.lo 4f",
        "cmp x2, #64",
        "b.hi 2f",
        // 16 to 64: 16 at each end, and 16 at each side of the middle where that is inside
        "str q0, [x0]",
        "str q0, [x4, #-16]",
        "cmp x2, #32",
        "b.ls 9f",
        "str q0, [x0, #16]",
        "str q0, [x4, #-32]",
        "9:",
        "ret",
        "2:",
        "sub x6, x4, #64", // the last 64, filled after the loop
        "mov x7, x0",
        "3:",
        "stp q0, q0, [x7]",
        "stp q0, q0, [x7, #32]",
        "add x7, x7, #64",
        "cmp x7, x6",
        "b.lo 3b",
        "stp q0, q0, [x6]",
        "stp q0, q0, [x6, #32]",
        "ret",
        "4:", // below 16
        "tbz x2, #3, 5f",
        "str d0, [x0]",
        "str d0, [x4, #-8]",
        "ret",
        "5:",
        "tbz x2, #2, 6f",
        "str s0, [x0]",
        "str s0, [x4, #-4]",
        "ret",
        "6:",
        "cbz x2, 9b",
        // 1 to 3: the first, the middle and the last byte
        "lsr x7, x2, #1",
        "strb w1, [x0]",
        "strb w1, [x0, x7]",
        "strb w1, [x4, #-1]",
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
        "cmp x2, #16",
        "b.lo 5f",
        "2:",
        "ldp x3, x4, [x0]",
        "ldp x5, x6, [x1]",
        "cmp x3, x5",
        "ccmp x4, x6, #0, eq",
        "b.ne 4f",
        "subs x2, x2, #16",
        "b.eq 3f",
        "add x0, x0, #16",
        "add x1, x1, #16",
        "cmp x2, #16",
        "b.hs 2b",
        // fewer than 16 are left: step back, so that equal bytes are compared again
        "sub x7, x2, #16",
        "add x0, x0, x7",
        "add x1, x1, x7",
        "mov x2, #16",
        "b 2b",
        "3:", // equal
        "mov w0, wzr",
        "ret",
        "4:", // the first word that differs, as a number whose most significant byte comes first
        "cmp x3, x5",
        "csel x3, x3, x4, ne",
        "csel x5, x5, x6, ne",
        "rev x3, x3",
        "rev x5, x5",
        "cmp x3, x5",
        "cset w0, ne",
        "cneg w0, w0, lo",
        "ret",
        "5:", // below 16, byte by byte
        "cbz x2, 3b",
        "ldrb w3, [x0], #1",
        "ldrb w4, [x1], #1",
        "sub x2, x2, #1",
        "subs w3, w3, w4",
        "b.eq 5b",
        "mov w0, w3",
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
        "b {memcmp}",
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
        "mov x1, x0",
        "2:",
        "ldrb w2, [x1], #1",
        "cbnz w2, 2b",
        "sub x0, x1, x0",
        "sub x0, x0, #1",
        "ret",
        frames!(".cfi_endproc"),
    )
}
