//! The signals by which processors report faults.
//!
//! All systems have these in common; what a system tells about a signal, and how a handler is installed or a signal is
//! sent, differs and is in its folder, in `signal`. Whether a fault is a trap of the guest is not decided here but in
//! [`crate::traps`].
//!
//! # Safety
//! The only unsafe thing is the type of handlers, which only the kernel calls.

use core::ffi::c_void;

use rustix::process::Signal;

/// A signal handler. Its arguments: signal number, this system's description of the event, interrupted registers.
pub type Handler<Information> = unsafe extern "C" fn(i32, *const Information, *mut c_void);

/// The signals by which the processor reports a fault.
pub const FAULTS: [i32; 4] = [Signal::SEGV.as_raw(), Signal::BUS.as_raw(), Signal::ILL.as_raw(), Signal::FPE.as_raw()];

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An access to memory that is not mapped, not accessible (on macOS, `SIGBUS`), or cannot be read from its file.
    Memory,
    /// An instruction that does not exist. Compiled code uses one to trap.
    Instruction,
    /// An integer division that has no result. Only x86-64 has such faults; elsewhere compiled code compares first.
    Arithmetic,
}

impl Fault {
    /// The kind of fault that this signal reports.
    pub fn from_signal(signal: i32) -> Option<Fault> {
        match Signal::from_named_raw(signal)? {
            Signal::SEGV | Signal::BUS => Some(Fault::Memory),
            Signal::ILL => Some(Fault::Instruction),
            Signal::FPE => Some(Fault::Arithmetic),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signal_of_a_fault_says_which() {
        use Fault::{Arithmetic, Instruction, Memory};
        assert_eq!(FAULTS.map(Fault::from_signal), [Memory, Memory, Instruction, Arithmetic].map(Some));
        assert_eq!(Fault::from_signal(Signal::ABORT.as_raw()), None);
        assert_eq!(Fault::from_signal(-1), None);
    }
}
