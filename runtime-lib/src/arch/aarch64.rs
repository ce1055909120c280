//! AArch64: stack switch and frames, whatever the system. What a system decides is in a file of its name.
//!
//! # Safety
//! Assembly follows the Procedure Call Standard for the Arm 64-bit Architecture (AAPCS64), section 6.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;

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

/// Calls a function on another stack. The present one is abandoned.
///
/// # Safety
/// `top` is the end of a mapped, writable stack that nobody uses, and a multiple of 16.
pub unsafe fn call_on_stack(top: usize, function: extern "C" fn() -> !) -> ! {
    // SAFETY: by the contract of this function.
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

/// Calls `function(argument)` on another stack, and returns when it does.
///
/// # Safety
/// `top` is the end of a mapped, writable stack that nobody uses, and a multiple of 16.
#[unsafe(naked)]
pub unsafe extern "C" fn call_on_stack_and_return(
    argument: *mut c_void,
    function: extern "C" fn(*mut c_void),
    top: usize,
) {
    naked_asm!(
        "stp x29, x30, [sp, #-16]!",
        "mov x29, sp", // the chain of frame pointers leads back to this stack
        "mov sp, x2",
        "blr x1", // with the argument where it is; it preserves x29
        "mov sp, x29",
        "ldp x29, x30, [sp], #16",
        "ret",
    )
}

/// `wasmc_abi::builtins::RAISE`. It makes no frame: the trap is its caller's, and so are the frame pointer and the return
/// address from which the backtrace starts.
///
/// # Safety
/// None: traps are how compiled code ends.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn wasmc_raise(kind: u32) -> ! {
    naked_asm!(
        "mov x1, x29",
        "mov x2, x30",
        "b {raised}",
        raised = sym crate::traps::raise::raised,
    )
}

/// The frame pointer of the function that this is inlined into.
#[inline(always)]
pub fn frame_pointer() -> usize {
    let frame_pointer;
    // SAFETY: only copies a register.
    unsafe { asm!("mov {}, x29", out(reg) frame_pointer, options(nomem, nostack, preserves_flags)) }
    frame_pointer
}

/// The stack pointer, wherever in the present stack it is just now.
#[inline(always)]
pub fn stack_pointer() -> usize {
    let stack_pointer;
    // SAFETY: only copies a register.
    unsafe { asm!("mov {}, sp", out(reg) stack_pointer, options(nomem, nostack, preserves_flags)) }
    stack_pointer
}

/// Ends the process by an illegal instruction: where nothing else can be relied on.
pub fn stop() -> ! {
    // SAFETY: does not return.
    unsafe { asm!("udf #0", options(noreturn, nomem, nostack)) }
}

/// Whether a function that stands before the instruction at this offset has made its frame, so that the frame pointer is
/// its own. Before that it is the caller's, and the return address is in the link register.
///
/// A function starts with `stp x29, x30, [sp, #-16]!` and `mov x29, sp`, of four bytes each. Only the first can fault; no
/// signal but a fault is handled.
pub fn frame_is_set_up(code_offset: u32) -> bool {
    code_offset >= 8
}
