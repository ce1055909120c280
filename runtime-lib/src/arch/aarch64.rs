//! AArch64: stack switch, exceptions and frames, on every system.
//!
//! It exists beside the other processors' files with the same items. Parts that depend on the system are in a file of
//! the system's name in the folder beside this one. Contracts are documented in `arch/mod.rs` and must not be repeated
//! here.
//!
//! # Safety
//! Assembly follows the Procedure Call Standard for the Arm 64-bit Architecture (AAPCS64), section 6.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::sync::atomic::AtomicUsize;

use super::Landing;
use crate::unwind::throw;

// A system with a libc has these functions already.
#[cfg(target_os = "linux")]
mod bytes;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;

#[cfg(target_os = "linux")]
pub use bytes::{bcmp, memcmp, memcpy, memmove, memset, strlen};
#[cfg(target_os = "linux")]
pub use linux::*;
#[cfg(target_os = "macos")]
pub use macos::*;

/// The smallest page that a system may use. Linux kernels are built for pages of 4, 16 or 64 KiB, macOS has 16 KiB.
pub const PAGE_BYTES_MIN: usize = 4096;
/// How far below the frame pointer of a Rust function its frame record is (the caller's frame pointer, then the return
/// address). That of a compiled function is where the frame pointer points.
pub const RUNTIME_FRAME_OFFSET: usize = 0;

pub(super) unsafe fn call_on_stack(top: usize, function: extern "C" fn() -> !) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov sp, x0",
            "mov x29, xzr", // the chain of frame pointers ends here
            "mov x30, xzr", // no return address: debuggers end here too
            "br x1",        // does not return
            in("x0") top,
            in("x1") function,
            options(noreturn),
        )
    }
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_on_stack_and_return(
    argument: *mut c_void,
    function: extern "C" fn(*mut c_void),
    top: usize,
) {
    naked_asm!(
        frames!(".cfi_startproc"),
        "stp x29, x30, [sp, #-16]!",
        frames!(".cfi_def_cfa_offset 16; .cfi_offset x29, -16; .cfi_offset x30, -8"),
        "mov x29, sp", // the chain of frame pointers leads back to this stack
        frames!(".cfi_def_cfa x29, 16"),
        "mov sp, x2",
        "blr x1", // with the argument where it is; it preserves x29
        "mov sp, x29",
        "ldp x29, x30, [sp], #16",
        frames!(".cfi_def_cfa sp, 0; .cfi_restore x29; .cfi_restore x30"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

/// `wasmc_abi::builtins::RAISE`. It makes no frame: the trap is its caller's, and so are the frame pointer and the
/// return address from which the backtrace starts.
///
/// # Safety
/// None: traps are how compiled code ends.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn wasmc_raise(kind: u32) -> ! {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mov x1, x29",
        "mov x2, x30",
        "b {raised}",
        frames!(".cfi_endproc"),
        raised = sym crate::traps::raise::raised,
    )
}

#[inline(always)]
pub(super) fn frame_pointer() -> usize {
    let frame_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mov {}, x29", out(reg) frame_pointer, options(nomem, nostack, preserves_flags)) }
    frame_pointer
}

#[inline(always)]
pub(super) fn end_backtrace() {
    // SAFETY: a directive is no instruction.
    unsafe { asm!(frames!(".cfi_undefined x30"), options(nomem, nostack, preserves_flags)) }
}

#[inline(always)]
pub(super) fn stack_pointer() -> usize {
    let stack_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mov {}, sp", out(reg) stack_pointer, options(nomem, nostack, preserves_flags)) }
    stack_pointer
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_resumably(function: usize, newest: *const AtomicUsize) -> usize {
    naked_asm!(
        frames!(".cfi_startproc"),
        "sub sp, sp, #192",
        frames!(".cfi_def_cfa_offset 192"),
        "stp x29, x30, [sp, #176]",
        frames!(".cfi_offset x29, -16; .cfi_offset x30, -8"),
        "add x29, sp, #176",
        frames!(".cfi_def_cfa x29, 16"),
        "stp x19, x20, [sp, #32]",
        "stp x21, x22, [sp, #48]",
        "stp x23, x24, [sp, #64]",
        "stp x25, x26, [sp, #80]",
        "stp x27, x28, [sp, #96]",
        frames!(".cfi_offset x19, -160; .cfi_offset x20, -152; .cfi_offset x21, -144"),
        frames!(".cfi_offset x22, -136; .cfi_offset x23, -128"),
        frames!(".cfi_offset x24, -120; .cfi_offset x25, -112; .cfi_offset x26, -104"),
        frames!(".cfi_offset x27, -96; .cfi_offset x28, -88"),
        "stp d8, d9, [sp, #112]",
        "stp d10, d11, [sp, #128]",
        "stp d12, d13, [sp, #144]",
        "stp d14, d15, [sp, #160]",
        "adr x9, 2f",
        "ldr x10, [x1]",
        "stp x9, x10, [sp]",
        "str x1, [sp, #16]",
        "mov x9, sp",
        "str x9, [x1]",
        "blr x0",
        "mov x0, xzr",
        "2:", // resumed here, with the value where it is returned
        "ldp x10, x1, [sp, #8]",
        "str x10, [x1]",
        "ldp x19, x20, [sp, #32]",
        "ldp x21, x22, [sp, #48]",
        "ldp x23, x24, [sp, #64]",
        "ldp x25, x26, [sp, #80]",
        "ldp x27, x28, [sp, #96]",
        "ldp d8, d9, [sp, #112]",
        "ldp d10, d11, [sp, #128]",
        "ldp d12, d13, [sp, #144]",
        "ldp d14, d15, [sp, #160]",
        "ldp x29, x30, [sp, #176]",
        frames!(".cfi_def_cfa sp, 192; .cfi_restore x29; .cfi_restore x30"),
        "add sp, sp, #192",
        frames!(".cfi_def_cfa_offset 0"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

pub(super) unsafe fn resume(call: usize, value: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov sp, x1",
            "ldr x9, [sp]",
            "br x9",
            in("x0") value,
            in("x1") call,
            options(noreturn),
        )
    }
}

/// `wasmc_abi::builtins::EXCEPTION_THROW`: hands the exception on, with the address to which compiled code would return
/// and that code's frame pointer.
///
/// # Safety
/// Called by compiled code, with a live exception.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn wasmc_exception_throw(exception: usize) -> ! {
    naked_asm!(
        frames!(".cfi_startproc"),
        "mov x1, x30", // and stays there: this is a function that was called
        "mov x2, x29",
        "b {throw}",
        frames!(".cfi_endproc"),
        throw = sym throw::from_compiled,
    )
}

pub(super) unsafe fn land(landing: Landing, exception: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov sp, x1",
            "mov x29, x2",
            "br x3",
            in("x0") exception,
            in("x1") landing.stack_pointer,
            in("x2") landing.frame_pointer,
            in("x3") landing.program_counter,
            options(noreturn),
        )
    }
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_with_registers_on_stack(
    argument: *mut c_void,
    function: extern "C" fn(*mut c_void, usize),
) {
    naked_asm!(
        frames!(".cfi_startproc"),
        "stp x29, x30, [sp, #-96]!",
        frames!(".cfi_def_cfa_offset 96; .cfi_offset x29, -96; .cfi_offset x30, -88"),
        "mov x29, sp",
        frames!(".cfi_def_cfa x29, 96"),
        "stp x19, x20, [sp, #16]",
        "stp x21, x22, [sp, #32]",
        "stp x23, x24, [sp, #48]",
        "stp x25, x26, [sp, #64]",
        "stp x27, x28, [sp, #80]",
        frames!(".cfi_offset x19, -80; .cfi_offset x20, -72; .cfi_offset x21, -64"),
        frames!(".cfi_offset x22, -56; .cfi_offset x23, -48"),
        frames!(".cfi_offset x24, -40; .cfi_offset x25, -32; .cfi_offset x26, -24"),
        frames!(".cfi_offset x27, -16; .cfi_offset x28, -8"),
        "mov x2, x1",
        "mov x1, sp",
        "blr x2", // with the argument where it is; it preserves what was stored
        "ldp x29, x30, [sp], #96",
        frames!(".cfi_def_cfa sp, 0; .cfi_restore x29; .cfi_restore x30"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

pub(super) fn stop() -> ! {
    // SAFETY: the instruction touches nothing and does not return.
    unsafe { asm!("udf #0", options(noreturn, nomem, nostack)) }
}

// A function starts with `stp x29, x30, [sp, #-16]!` and `mov x29, sp`, of four bytes each. Only the first can fault;
// no signal but a fault is handled.
pub(super) fn frame_is_set_up(code_offset: u32) -> bool {
    code_offset >= 8
}
