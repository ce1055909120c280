//! The first Rust code after relocation: sets up what the guest stands on, then runs it.
//!
//! Every step either succeeds or ends the process with a message and `START_FAILURE_EXIT_STATUS`. System calls are counted
//! here: the start of a program with one memory costs fewer than fifteen.
//!
//! # Safety
//! Runs once, before any guest code, on the stack that the kernel made, which it leaves and never returns to.

use super::{args, exit, stack};
use crate::{arch, memory, program, traps};

/// Sets everything up and runs the guest. Called once, by `_start`, after [`super::relocate::relocate`].
///
/// # Safety
/// `initial_stack` is the stack pointer with which the kernel started this process; this is its only thread.
pub unsafe extern "C" fn start(initial_stack: *const usize) -> ! {
    // SAFETY: by the contract of this function.
    unsafe { args::init(initial_stack) };
    // SAFETY: likewise.
    unsafe { crate::sys::init(args::environment_block()) };
    memory::reserve::set_up();
    let stacks = stack::set_up();
    traps::signal::install(&stacks);
    // SAFETY: `top` is the end of a mapped stack that nobody uses.
    unsafe { arch::call_on_stack(stacks.top, run) }
}

/// The bottom frame of the guest's stack.
extern "C" fn run() -> ! {
    program::main();
    exit::exit(0)
}
