//! Signals: installing handlers, giving them back, and what a handler is told.
//!
//! `rustix` keeps its own functions for this out of its stable interface, so the three calls are made here.
//!
//! # Safety
//! The structures are the kernel's (`asm/signal.h`, `asm-generic/siginfo.h`); each is only read by the kernel during the
//! call, or by us during the handler that it was passed to.

use core::mem::offset_of;
use core::ptr;

use linux_raw_sys::general::{__NR_rt_sigaction, __NR_sigaltstack, SA_ONSTACK, SA_SIGINFO};
use rustix::process::Signal;

use super::super::Errno;
use super::super::fault::{FAULTS, Handler};
use crate::arch;

/// What the kernel knows about a signal: the start of its `siginfo_t`, as it is for faults.
#[repr(C)]
pub struct Information {
    signal: i32,
    errno: i32,
    code: i32,
    padding: i32,
    address: usize,
}

const _: () = assert!(offset_of!(Information, address) == 16);

impl Information {
    /// The address whose access failed, or the instruction's own; `None` for signals that another process (or this one)
    /// sent: only those that the kernel raised itself have a positive code (`sigaction(2)`).
    pub fn fault_address(&self) -> Option<usize> {
        (self.code > 0).then_some(self.address)
    }
}

/// The kernel's `struct sigaction`.
#[repr(C)]
struct Action {
    handler: usize,
    flags: u64,
    restorer: arch::Restorer,
    mask: u64,
}

/// The kernel's `stack_t`.
#[repr(C)]
struct Stack {
    address: usize,
    flags: i32,
    bytes: usize,
}

const DEFAULT: usize = 0;
const IGNORE: usize = 1;

/// Handles all [`FAULTS`] on a stack of their own. While one is handled, the others are blocked: a fault in the handler
/// then kills the process.
///
/// # Safety
/// `handler` copes with being called between any two instructions; the stack is mapped and nobody else's.
///
/// # Errors
/// As [`use_stack`].
pub unsafe fn install(handler: Handler<Information>, stack: usize, stack_bytes: usize) -> Result<(), Errno> {
    // SAFETY: by the contract of this function.
    unsafe { use_stack(stack, stack_bytes)? };
    let mask = FAULTS.iter().fold(0, |mask, signal| mask | 1u64 << (signal - 1));
    let action = Action {
        handler: handler as *const () as usize,
        flags: u64::from(SA_SIGINFO | SA_ONSTACK | arch::RESTORER_FLAG),
        restorer: arch::restorer(),
        mask,
    };
    FAULTS.iter().try_for_each(|&signal| set(signal, &action))
}

/// Makes handlers run on this stack, when a signal interrupts this thread.
///
/// # Safety
/// The stack is mapped and nobody else's.
///
/// # Errors
/// `ENOMEM` where the stack is too small for this processor's registers.
pub unsafe fn use_stack(stack: usize, stack_bytes: usize) -> Result<(), Errno> {
    let stack = Stack { address: stack, flags: 0, bytes: stack_bytes };
    let call = [(&raw const stack).expose_provenance(), 0, 0, 0];
    // SAFETY: the kernel reads `stack`, and by the contract of this function may use what it names.
    check(unsafe { arch::system_call(__NR_sigaltstack as usize, call) })
}

/// Makes a write that cannot succeed an error instead of the end of the process: to a pipe that nobody reads (`EPIPE`),
/// or beyond the limit on the size of files (`EFBIG`).
pub fn ignore_failed_writes() {
    let action = Action { handler: IGNORE, flags: 0, restorer: arch::restorer(), mask: 0 };
    for signal in [Signal::PIPE, Signal::XFSZ] {
        // The signals exist and can be ignored, so this cannot fail.
        let _ = set(signal.as_raw(), &action);
    }
}

/// Gives a signal its default action back.
pub fn reset(signal: i32) {
    let action = Action { handler: DEFAULT, flags: 0, restorer: arch::restorer(), mask: 0 };
    // Only fails for numbers that are no signals.
    let _ = set(signal, &action);
}

fn set(signal: i32, action: &Action) -> Result<(), Errno> {
    let call = [signal as usize, ptr::from_ref(action).expose_provenance(), 0, size_of::<u64>()];
    // SAFETY: the kernel reads `action`; its handler is one that `install` was given, or none.
    check(unsafe { arch::system_call(__NR_rt_sigaction as usize, call) })
}

/// Errors are negative error numbers.
fn check(result: usize) -> Result<(), Errno> {
    if result == 0 { Ok(()) } else { Err(Errno::from_raw_os_error(result.wrapping_neg() as i32)) }
}
