//! The first Rust code of a process: sets up memories, stacks and signal handlers, then runs the guest.
//!
//! Every step succeeds or ends the process with a message and `START_FAILURE_EXIT_STATUS`.
//!
//! What must not happen here: a system call that most programs do not need. The start of a program with one memory
//! makes fewer than fifteen on Linux.
//!
//! # Safety
//! Runs once, before any guest code, on the stack that the system made; it leaves that stack and never returns to it.

use super::args::{self, Strings};
use super::{exit, stack};
use crate::{arch, memory, program, traps};

/// Linux: called once, by `_start`, after [`super::relocate::relocate`].
///
/// # Safety
/// `initial_stack` is the stack pointer with which the kernel started this process; this is its only thread.
#[cfg(target_os = "linux")]
pub unsafe extern "C" fn start(initial_stack: *const usize) -> ! {
    // SAFETY: by the contract of this function.
    let strings = unsafe { Strings::on_initial_stack(initial_stack) };
    // SAFETY: the strings are the kernel's, and this is the only thread, by the contract of this function.
    unsafe { run_program(strings) }
}

/// macOS: called once, by the dynamic loader, which has relocated us (`LC_MAIN`).
///
/// # Safety
/// The arguments are those of the C standard's `main`, then the environment; this is the process's only thread.
#[cfg(all(target_os = "macos", not(test)))]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn main(
    argument_count: core::ffi::c_int,
    arguments: *const *const core::ffi::c_char,
    environment: *const *const core::ffi::c_char,
) -> core::ffi::c_int {
    // SAFETY: by the contract of this function.
    let strings = unsafe { Strings::new(argument_count as usize, arguments, environment) };
    // SAFETY: the strings are the loader's, and this is the only thread, by the contract of this function.
    unsafe { run_program(strings) }
}

/// Sets everything up and runs the guest.
///
/// # Safety
/// The strings are what the system passed to this process; this is its only thread.
unsafe fn run_program(strings: Strings) -> ! {
    // SAFETY: by the contract of this function.
    unsafe { args::init(strings) };
    // SAFETY: the environment is the system's, by the contract of this function.
    unsafe { crate::sys::init(strings.environment_block()) };
    memory::reserve::set_up();
    let stacks = stack::set_up();
    traps::signal::install(&stacks);
    // SAFETY: `top` is the end of the stack that `stack::set_up` has mapped, and nothing uses it yet.
    unsafe { arch::call_on_stack(stacks.top, run) }
}

/// The bottom frame of the guest's stack.
extern "C" fn run() -> ! {
    arch::end_backtrace();
    program::main(0, 0);
    exit::exit(0)
}
