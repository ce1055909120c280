//! Signals: installing and removing handlers, and reading what the kernel tells a handler.
//!
//! It exists because `rustix` keeps its functions for this out of its stable interface, so the two calls are made here.
//! Whether a fault is a trap must not be decided here, but in [`crate::traps`].
//!
//! # Safety
//! The structures are the kernel's (`asm/signal.h`, `asm-generic/siginfo.h`). The kernel reads each of them during the
//! call only, and the runtime reads [`Information`] only in the handler to which the kernel passed it.

use core::mem::offset_of;
use core::ptr;

use linux_raw_sys::general::{
    __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_sigaltstack, __NR_tgkill, SA_ONSTACK, SA_SIGINFO, SIG_BLOCK,
};
use rustix::process::{Signal, getpid};
use rustix::thread::gettid;

use super::super::Errno;
use super::super::fault::{FAULTS, Handler};
use crate::arch;

/// The kernel's description of a signal: the start of its `siginfo_t`, in the form for faults.
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
    /// The address whose access failed, or that of the instruction. `None` for a signal that a process sent: only
    /// signals that the kernel raised itself have a positive code (`sigaction(2)`).
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
/// The stack is mapped, and nothing else uses it.
///
/// # Errors
/// `ENOMEM` if the stack is too small for this processor's registers.
pub unsafe fn use_stack(stack: usize, stack_bytes: usize) -> Result<(), Errno> {
    let stack = Stack { address: stack, flags: 0, bytes: stack_bytes };
    let call = [(&raw const stack).expose_provenance(), 0, 0, 0];
    // SAFETY: the kernel reads `stack`; by the contract of this function it may use the memory that `stack` describes.
    check(unsafe { arch::system_call(__NR_sigaltstack as usize, call) })
}

/// Turns writes that cannot succeed into errors, where they would end the process: a write to a pipe without a reader
/// (`EPIPE`), or beyond the limit on the size of files (`EFBIG`).
pub fn ignore_failed_writes() {
    let action = Action { handler: IGNORE, flags: 0, restorer: arch::restorer(), mask: 0 };
    for signal in [Signal::PIPE, Signal::XFSZ] {
        // The signals exist and can be ignored, so this cannot fail.
        let _ = set(signal.as_raw(), &action);
    }
}

/// Restores the default action of a signal.
pub fn reset(signal: i32) {
    let action = Action { handler: DEFAULT, flags: 0, restorer: arch::restorer(), mask: 0 };
    // The call fails only for numbers that are not those of signals.
    let _ = set(signal, &action);
}

/// Sends a signal to this thread. A signal that is blocked arrives when the running handler returns.
pub fn raise(signal: i32) {
    let [process, thread] = [getpid(), gettid()].map(|id| id.as_raw_nonzero().get() as usize);
    // SAFETY: the call takes no addresses. It cannot fail: a thread may always signal itself.
    unsafe { arch::system_call(__NR_tgkill as usize, [process, thread, signal as usize, 0]) };
}

/// Blocks a signal in this thread until the running handler returns.
pub fn block(signal: i32) {
    let mask = 1u64 << (signal - 1);
    let call = [SIG_BLOCK as usize, (&raw const mask).expose_provenance(), 0, size_of::<u64>()];
    // SAFETY: the kernel reads `mask`.
    unsafe { arch::system_call(__NR_rt_sigprocmask as usize, call) };
}

fn set(signal: i32, action: &Action) -> Result<(), Errno> {
    let call = [signal as usize, ptr::from_ref(action).expose_provenance(), 0, size_of::<u64>()];
    // SAFETY: the kernel reads `action`. Its handler, if it has one, is that of `install`, by whose contract it may be
    // called.
    check(unsafe { arch::system_call(__NR_rt_sigaction as usize, call) })
}

/// The result of a system call that returns 0 or a negative error number.
fn check(result: usize) -> Result<(), Errno> {
    if result == 0 { Ok(()) } else { Err(Errno::from_raw_os_error(result.wrapping_neg() as i32)) }
}
