//! The processor: the only assembly, and the only code that knows register names and instruction encodings.
//!
//! One file per processor with the same items in each, chosen here and nowhere else, and beside it one for each system,
//! since a system decides how a process starts and what a signal handler finds. The contract of a function is
//! documented once, here or in this folder's file of the system; the processors' files have its assembly under the same
//! name and repeat nothing. The items:
//!
//! - [`call_on_stack`], which leaves the system's stack for the guest's, [`call_on_stack_and_return`], which comes
//!   back, and [`stop`];
//! - [`wasmc_exception_throw`], [`land`] and [`call_with_registers_on_stack`], for exceptions;
//! - [`wasmc_raise`], by which compiled code ends with a trap, and [`call_resumably`], [`resume`] and
//!   [`resume_interrupted`], by which the caller of compiled code goes on after one;
//! - [`Registers`] of an interrupted program, [`frame_pointer`], [`frame_is_set_up`] and [`RUNTIME_FRAME_OFFSET`], for
//!   walking its stack;
//! - where there is no libc: `_start`, the process entry point, [`system_call`] and [`restorer`] for what `rustix`
//!   does not do, and the `memcpy` family, which compilers call by themselves and which therefore cannot be written in
//!   Rust: the optimizer would turn its loops into calls of itself.
//!
//! # Safety
//! The files state what each piece of assembly expects and preserves.

use core::ffi::c_void;
use core::sync::atomic::AtomicUsize;

/// A directive for the assembler about unwinding (DWARF 5, section 6.4). Only the runtime for debuggers has it: the
/// others have no unwind information, and on macOS there is no such runtime.
#[cfg(feature = "frames")]
macro_rules! frames {
    ($directive:literal) => {
        $directive
    };
}
#[cfg(not(feature = "frames"))]
macro_rules! frames {
    ($directive:literal) => {
        ""
    };
}

/// Whether this is the runtime for debuggers.
const HAS_FRAMES: bool = cfg!(feature = "frames");

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(all(test, target_os = "linux"))]
mod bytes_tests;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_arch = "riscv64")]
mod riscv64;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
use aarch64 as processor;
#[cfg(target_arch = "riscv64")]
use riscv64 as processor;
#[cfg(target_arch = "x86_64")]
use x86_64 as processor;

#[cfg(target_os = "linux")]
pub use linux::{restorer, start_thread, system_call};
#[cfg(target_os = "macos")]
pub use macos::is_trap_instruction;
// Constants, exported symbols: whatever has no contract here.
pub use processor::*;

/// The place where compiled code continues after an exception, and the registers that it expects there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The instruction.
    pub program_counter: usize,
    /// The stack pointer that it expects.
    pub stack_pointer: usize,
    /// The frame pointer of its function.
    pub frame_pointer: usize,
}

/// The registers that a stack walk starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registers {
    /// The instruction that was about to run.
    pub program_counter: usize,
    /// The stack pointer.
    pub stack_pointer: usize,
    /// The frame pointer.
    pub frame_pointer: usize,
    /// The register in which a call leaves its return address; `None` on processors where a call pushes it.
    pub link_register: Option<usize>,
}

/// Calls a function on another stack. The present stack is abandoned.
///
/// # Safety
/// `top` is the end of a mapped, writable stack that nothing else uses, and a multiple of 16.
pub unsafe fn call_on_stack(top: usize, function: extern "C" fn() -> !) -> ! {
    // SAFETY: by the contract of this function.
    unsafe { processor::call_on_stack(top, function) }
}

/// Calls `function(argument)` on another stack, and returns when it does.
///
/// # Safety
/// `top` is the end of a mapped, writable stack that nothing else uses, and a multiple of 16; `function` may be called
/// with this argument.
pub unsafe fn call_on_stack_and_return(argument: *mut c_void, function: extern "C" fn(*mut c_void), top: usize) {
    // SAFETY: by the contract of this function.
    unsafe { processor::call_on_stack_and_return(argument, function, top) }
}

/// The frame pointer of the function that this is inlined into.
#[inline(always)]
pub fn frame_pointer() -> usize {
    processor::frame_pointer()
}

/// Tells debuggers that the function that this is inlined into has no caller.
#[inline(always)]
pub fn end_backtrace() {
    if HAS_FRAMES {
        processor::end_backtrace();
    }
}

/// The stack pointer, somewhere in the present stack.
#[inline(always)]
pub fn stack_pointer() -> usize {
    processor::stack_pointer()
}

/// Calls a function of compiled code without parameters and results. Returns 0 when that function returns, or the value
/// that [`resume`] or [`resume_interrupted`] is given in the meantime. `newest` holds the address of the newest call
/// that can be resumed: until this one returns, its own.
///
/// At that address is a record: the address at which to resume, the previous value of `newest`, and the registers that
/// a C function preserves, since compiled code preserves none of them (Cranelift's `tail` convention).
///
/// # Safety
/// `function` is the address of such a function, and nothing but these calls writes to `newest`.
pub unsafe fn call_resumably(function: usize, newest: *const AtomicUsize) -> usize {
    // SAFETY: by the contract of this function.
    unsafe { processor::call_resumably(function, newest) }
}

/// Returns from a call of [`call_resumably`], and drops the frames of all that it has called.
///
/// # Safety
/// `call` is the address of that call's record, on this thread's stack.
pub unsafe fn resume(call: usize, value: usize) -> ! {
    // SAFETY: by the contract of this function.
    unsafe { processor::resume(call, value) }
}

/// Makes a signal handler return from a call of [`call_resumably`], as [`resume`] does. The kernel takes all registers
/// and the signal mask from the context.
///
/// # Safety
/// `context` is the third argument of a signal handler that is still running; `call` is the address of that call's
/// record, on the stack of the thread that the signal interrupted.
pub unsafe fn resume_interrupted(context: *mut c_void, call: usize, value: usize) {
    // SAFETY: by the contract of this function.
    unsafe { processor::resume_interrupted(context, call, value) }
}

/// The registers of the program that a signal interrupted.
///
/// # Safety
/// `context` is the third argument of a signal handler that is still running.
pub unsafe fn interrupted_registers(context: *const c_void) -> Registers {
    // SAFETY: by the contract of this function.
    unsafe { processor::interrupted_registers(context) }
}

/// Continues compiled code at the landing of an exception.
///
/// Compiled code expects nothing of the other registers: on the way to a landing, Cranelift's tail convention preserves
/// none.
///
/// # Safety
/// The landing belongs to a frame on this stack, and everything below that frame is abandoned.
pub unsafe fn land(landing: Landing, exception: usize) -> ! {
    // SAFETY: by the contract of this function.
    unsafe { processor::land(landing, exception) }
}

/// Calls `function(argument, address)` with all registers that calls preserve on the stack, at this address and above.
///
/// # Safety
/// `function` may be called with this argument, and with the address of words of this stack.
pub unsafe fn call_with_registers_on_stack(argument: *mut c_void, function: extern "C" fn(*mut c_void, usize)) {
    // SAFETY: by the contract of this function.
    unsafe { processor::call_with_registers_on_stack(argument, function) }
}

/// Ends the process by an illegal instruction: for states in which nothing else can be relied on.
pub fn stop() -> ! {
    processor::stop()
}

/// Whether a function has made its frame before it reaches the instruction at this offset from its start, so that the
/// frame pointer is its own. Before that it is the caller's, and the return address is where a call leaves it.
pub fn frame_is_set_up(code_offset: u32) -> bool {
    processor::frame_is_set_up(code_offset)
}
