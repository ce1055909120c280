//! Signals: installing and removing handlers, and reading what the kernel tells a handler.
//!
//! It exists because the systems describe signals differently. Whether a fault is a trap must not be decided here, but
//! in [`crate::traps`].
//!
//! # Safety
//! The structures are those of `sys/signal.h`. The system reads each of them during the call only, and the runtime
//! reads [`Information`] only in the handler to which the kernel passed it.

use core::ffi::c_int;
use core::mem::offset_of;
use core::ptr;

use rustix::process::Signal;

use super::super::Errno;
use super::super::fault::{FAULTS, Handler};
use super::check;
use crate::arch;

/// Codes of this value and above mean that a process sent the signal (`SI_USER`, `SI_QUEUE` and others of
/// `sys/signal.h`).
const SENT_CODE_MIN: i32 = 0x10001;

/// The kernel's description of a signal: the start of its `siginfo_t`.
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
    /// The address whose access failed, or that of the instruction. `None` for a signal that a process sent.
    ///
    /// The kernel fills this in by the signal's number alone, so a signal that was sent may look like a fault
    /// (`sendsig` in XNU). They are told apart as follows. An illegal instruction must be one by which code traps. A
    /// division must have a code for a fault. An access needs no test here: the address of a sent signal is that of an
    /// earlier access that the kernel *resolved*, and the handler takes a fault for a trap only at addresses that can
    /// never be resolved.
    pub fn fault_address(&self) -> Option<usize> {
        let is_fault = match Signal::from_named_raw(self.signal)? {
            // SAFETY: the kernel passes the address of the interrupted instruction, which was about to run.
            Signal::ILL => unsafe { arch::is_trap_instruction(ptr::with_exposed_provenance(self.address)) },
            Signal::FPE => self.code > 0,
            _ => true,
        };
        (is_fault && self.code < SENT_CODE_MIN).then_some(self.address)
    }
}

/// Installs a handler for all [`FAULTS`], on a stack of its own. While it handles one fault the others are blocked, so
/// that a fault in the handler kills the process.
///
/// # Safety
/// `handler` may be called between any two instructions; the stack is mapped, and nothing else uses it.
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
/// The stack is mapped, and nothing else uses it.
///
/// # Errors
/// `ENOMEM` if the stack is too small.
pub unsafe fn use_stack(stack: usize, stack_bytes: usize) -> Result<(), Errno> {
    let stack = libc::stack_t { ss_sp: ptr::with_exposed_provenance_mut(stack), ss_size: stack_bytes, ss_flags: 0 };
    // SAFETY: the system reads `stack`; by the contract of this function it may use the memory that `stack` describes.
    check(unsafe { libc::sigaltstack(&stack, ptr::null_mut()) }).map(drop)
}

/// Turns writes that cannot succeed into errors, where they would end the process: a write to a pipe without a reader
/// (`EPIPE`), or beyond the limit on the size of files (`EFBIG`).
pub fn ignore_failed_writes() {
    for signal in [Signal::PIPE, Signal::XFSZ] {
        // The signals exist and can be ignored, so this cannot fail.
        let _ = set(signal.as_raw(), &action(libc::SIG_IGN, 0, 0));
    }
}

/// Restores the default action of a signal.
pub fn reset(signal: i32) {
    // The call fails only for numbers that are not those of signals.
    let _ = set(signal, &action(libc::SIG_DFL, 0, 0));
}

/// Sends a signal to this thread. A signal that is blocked arrives when the running handler returns.
pub fn raise(signal: i32) {
    // SAFETY: this thread runs. The call fails only for numbers that are not those of signals.
    unsafe { libc::pthread_kill(libc::pthread_self(), signal) };
}

/// Blocks a signal in this thread until the running handler returns.
pub fn block(signal: i32) {
    let mask: libc::sigset_t = 1 << (signal - 1);
    // SAFETY: the system reads `mask`.
    unsafe { libc::pthread_sigmask(libc::SIG_BLOCK, &mask, ptr::null_mut()) };
}

fn action(handler: usize, mask: libc::sigset_t, flags: c_int) -> libc::sigaction {
    libc::sigaction { sa_sigaction: handler, sa_mask: mask, sa_flags: flags }
}

fn set(signal: i32, action: &libc::sigaction) -> Result<(), Errno> {
    // SAFETY: the system reads `action`. Its handler, if it has one, is that of `install`, by whose contract it may be
    // called.
    check(unsafe { libc::sigaction(signal, action, ptr::null_mut()) }).map(drop)
}
