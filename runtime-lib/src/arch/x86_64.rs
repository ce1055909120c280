//! x86-64: stack switch, exceptions and frames, on every system.
//!
//! It exists beside the other processors' files with the same items. Parts that depend on the system are in a file of
//! the system's name in the folder beside this one. Contracts are documented in `arch/mod.rs` and must not be repeated
//! here.
//!
//! # Safety
//! Assembly follows the calling convention of the System V psABI for x86-64, section 3.2.

use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::sync::atomic::AtomicUsize;

use super::Landing;
use crate::unwind::throw;

// A system with a libc has these functions already.
#[cfg(target_os = "linux")]
mod bytes;
mod features;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
mod shuffle;

#[cfg(target_os = "linux")]
pub use bytes::{bcmp, memcmp, memcpy, memmove, memset, strlen};
pub use features::processor_features;
#[cfg(target_os = "linux")]
pub use linux::*;
#[cfg(target_os = "macos")]
pub use macos::*;
pub use shuffle::__cranelift_x86_pshufb;

/// The smallest page that a system may use.
pub const PAGE_BYTES_MIN: usize = 4096;
/// How far below the frame pointer of a Rust function its frame record is (the caller's frame pointer, then the return
/// address). That of a compiled function is where the frame pointer points.
pub const RUNTIME_FRAME_OFFSET: usize = 0;

pub(super) unsafe fn call_on_stack(top: usize, function: extern "C" fn() -> !) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov rsp, {top}",
            "xor ebp, ebp",   // the chain of frame pointers ends here
            "push 0",         // no return address, where debuggers end too; it also aligns the stack
            "jmp {function}", // does not return
            top = in(reg) top,
            function = in(reg) function,
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
        "push rbp",
        frames!(".cfi_def_cfa_offset 16; .cfi_offset rbp, -16"),
        "mov rbp, rsp", // the chain of frame pointers leads back to this stack
        frames!(".cfi_def_cfa_register rbp"),
        "mov rsp, rdx",
        "call rsi", // with the argument where it is; it preserves rbp
        "mov rsp, rbp",
        "pop rbp",
        frames!(".cfi_def_cfa rsp, 8; .cfi_restore rbp"),
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
        "mov rsi, rbp",
        "mov rdx, [rsp]",
        "jmp {raised}", // which finds the alignment that it expects
        frames!(".cfi_endproc"),
        raised = sym crate::traps::raise::raised,
    )
}

#[inline(always)]
pub(super) fn frame_pointer() -> usize {
    let frame_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mov {}, rbp", out(reg) frame_pointer, options(nomem, nostack, preserves_flags)) }
    frame_pointer
}

#[inline(always)]
pub(super) fn end_backtrace() {
    // SAFETY: a directive is no instruction.
    unsafe { asm!(frames!(".cfi_undefined rip"), options(nomem, nostack, preserves_flags)) }
}

#[inline(always)]
pub(super) fn stack_pointer() -> usize {
    let stack_pointer;
    // SAFETY: the instruction only copies a register.
    unsafe { asm!("mov {}, rsp", out(reg) stack_pointer, options(nomem, nostack, preserves_flags)) }
    stack_pointer
}

#[unsafe(naked)]
pub(super) unsafe extern "C" fn call_resumably(function: usize, newest: *const AtomicUsize) -> usize {
    naked_asm!(
        frames!(".cfi_startproc"),
        "push rbp",
        frames!(".cfi_def_cfa_offset 16; .cfi_offset rbp, -16"),
        "mov rbp, rsp",
        frames!(".cfi_def_cfa_register rbp"),
        "push rbx",
        "push r12",
        "push r13",
        "push r14",
        "push r15",
        frames!(".cfi_offset rbx, -24; .cfi_offset r12, -32; .cfi_offset r13, -40"),
        frames!(".cfi_offset r14, -48; .cfi_offset r15, -56"),
        "sub rsp, 24",
        "lea rax, [rip + 2f]",
        "mov [rsp], rax",
        "mov rax, [rsi]",
        "mov [rsp + 8], rax",
        "mov [rsp + 16], rsi",
        "mov [rsi], rsp",
        "call rdi", // aligned as it expects
        "xor eax, eax",
        "2:", // resumed here, with the value where it is returned
        "mov rcx, [rsp + 8]",
        "mov rdx, [rsp + 16]",
        "mov [rdx], rcx",
        "add rsp, 24",
        "pop r15",
        "pop r14",
        "pop r13",
        "pop r12",
        "pop rbx",
        "pop rbp",
        frames!(".cfi_def_cfa rsp, 8; .cfi_restore rbp"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

pub(super) unsafe fn resume(call: usize, value: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov rsp, {call}",
            "jmp [rsp]",
            call = in(reg) call,
            in("rax") value,
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
        "mov rsi, [rsp]", // the return address stays there: this is a function that was called
        "mov rdx, rbp",
        "jmp {throw}",
        frames!(".cfi_endproc"),
        throw = sym throw::from_compiled,
    )
}

pub(super) unsafe fn land(landing: Landing, exception: usize) -> ! {
    // SAFETY: by the contract of the function of this name in `arch`.
    unsafe {
        asm!(
            "mov rsp, rcx",
            "mov rbp, rdx",
            "jmp rsi",
            in("rax") exception,
            in("rcx") landing.stack_pointer,
            in("rdx") landing.frame_pointer,
            in("rsi") landing.program_counter,
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
        "push rbp",
        frames!(".cfi_def_cfa_offset 16; .cfi_offset rbp, -16"),
        "mov rbp, rsp",
        frames!(".cfi_def_cfa_register rbp"),
        "push rbx",
        "push r12",
        "push r13",
        "push r14",
        "push r15",
        frames!(".cfi_offset rbx, -24; .cfi_offset r12, -32; .cfi_offset r13, -40"),
        frames!(".cfi_offset r14, -48; .cfi_offset r15, -56"),
        "push rax", // for the alignment
        "mov rax, rsi",
        "mov rsi, rsp",
        "call rax", // with the argument where it is; it preserves what was pushed
        "mov rsp, rbp",
        "pop rbp",
        frames!(".cfi_def_cfa rsp, 8; .cfi_restore rbp"),
        "ret",
        frames!(".cfi_endproc"),
    )
}

pub(super) fn stop() -> ! {
    // SAFETY: the instruction touches nothing and does not return.
    unsafe { asm!("ud2", options(noreturn, nomem, nostack)) }
}

// A function starts with `push rbp` (one byte) and `mov rbp, rsp`. Only the first can fault; no signal but a fault is
// handled.
pub(super) fn frame_is_set_up(code_offset: u32) -> bool {
    code_offset > 0
}
