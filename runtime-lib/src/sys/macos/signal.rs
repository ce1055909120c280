//! Signals: installing handlers, giving them back, and what a handler is told.
//!
//! # Safety
//! The structures are those of `sys/signal.h`; each is only read by the system during the call, or by us during the
//! handler that it was passed to.

use core::ffi::c_int;
use core::mem::offset_of;
use core::ptr;

use rustix::process::Signal;

use super::super::Errno;
use super::super::fault::{FAULTS, Handler};
use super::check;
use crate::arch;

/// Codes from here on say that a signal was sent (`SI_USER`, `SI_QUEUE` and the others of `sys/signal.h`).
const SENT_CODE_MIN: i32 = 0x10001;

/// What the kernel knows about a signal: the start of its `siginfo_t`.
#[repr(C)]
pub struct Information {
    signal: i32,
    errno: i32,
    code: i32,
    process: i32,
    user: u32,
    status: i32,
    address: usize,
}

const _: () = assert!(offset_of!(Information, address) == 24);

impl Information {
    /// The address whose access failed, or the instruction's own; `None` for signals that another process (or this one)
    /// sent.
    ///
    /// The kernel fills this in by the signal's number alone, so that a signal that was sent may look like a fault
    /// (`sendsig` in XNU). What tells them apart is, for an instruction, that it is one that traps; for a division, the
    /// code that says so; for an access, its address, which then is that of an earlier access that was *resolved*: the
    /// handler takes only addresses for a trap's which never can be.
    pub fn fault_address(&self) -> Option<usize> {
        let is_fault = match Signal::from_named_raw(self.signal)? {
            // SAFETY: the address of the interrupted instruction.
            Signal::ILL => unsafe { arch::is_trap_instruction(ptr::with_exposed_provenance(self.address)) },
            Signal::FPE => self.code > 0,
            _ => true,
        };
        (is_fault && self.code < SENT_CODE_MIN).then_some(self.address)
    }
}

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
    let mask = FAULTS.iter().fold(0, |mask, signal| mask | 1u32 << (signal - 1));
    let action = action(handler as *const () as usize, mask, libc::SA_SIGINFO | libc::SA_ONSTACK);
    FAULTS.iter().try_for_each(|&signal| set(signal, &action))
}

/// Makes handlers run on this stack, when a signal interrupts this thread.
///
/// # Safety
/// The stack is mapped and nobody else's.
///
/// # Errors
/// `ENOMEM` where the stack is too small.
pub unsafe fn use_stack(stack: usize, stack_bytes: usize) -> Result<(), Errno> {
    let stack = libc::stack_t { ss_sp: ptr::with_exposed_provenance_mut(stack), ss_size: stack_bytes, ss_flags: 0 };
    // SAFETY: the system reads `stack`, and by the contract of this function may use what it names.
    check(unsafe { libc::sigaltstack(&stack, ptr::null_mut()) }).map(drop)
}

/// Makes a write that cannot succeed an error instead of the end of the process: to a pipe that nobody reads (`EPIPE`),
/// or beyond the limit on the size of files (`EFBIG`).
pub fn ignore_failed_writes() {
    for signal in [Signal::PIPE, Signal::XFSZ] {
        // The signals exist and can be ignored, so this cannot fail.
        let _ = set(signal.as_raw(), &action(libc::SIG_IGN, 0, 0));
    }
}

/// Gives a signal its default action back.
pub fn reset(signal: i32) {
    // Only fails for numbers that are no signals.
    let _ = set(signal, &action(libc::SIG_DFL, 0, 0));
}

fn action(handler: usize, mask: libc::sigset_t, flags: c_int) -> libc::sigaction {
    libc::sigaction { sa_sigaction: handler, sa_mask: mask, sa_flags: flags }
}

fn set(signal: i32, action: &libc::sigaction) -> Result<(), Errno> {
    // SAFETY: the system reads `action`; its handler is one that `install` was given, or none.
    check(unsafe { libc::sigaction(signal, action, ptr::null_mut()) }).map(drop)
}
