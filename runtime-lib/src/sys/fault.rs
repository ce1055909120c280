//! The signals that all systems have in common: those of faults, and how a process sends itself one.
//!
//! What a system knows about a signal, and how a handler is installed, is in its folder, in `signal`.
//!
//! # Safety
//! Only names the type of handlers, which the kernel calls and nobody else.

use core::ffi::c_void;

use rustix::process::{Signal, getpid, kill_process};

/// A signal handler: signal number, what happened as this system tells it, the interrupted registers.
pub type Handler<Information> = unsafe extern "C" fn(i32, *const Information, *mut c_void);

/// The signals by which the processor reports a fault.
pub const FAULTS: [i32; 4] = [Signal::SEGV.as_raw(), Signal::BUS.as_raw(), Signal::ILL.as_raw(), Signal::FPE.as_raw()];

/// What a fault is, by its signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An access to memory that is not there, or not accessible (on macOS, `SIGBUS`), or cannot be read in.
    Memory,
    /// An instruction that does not exist; compiled code traps by one.
    Instruction,
    /// An integer division that has no result. Only x86-64 has such faults: elsewhere compiled code checks before.
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

/// Sends a signal to this process. One that is blocked arrives when the handler returns.
pub fn raise(signal: i32) {
    if let Some(signal) = Signal::from_named_raw(signal) {
        // A process may always signal itself.
        let _ = kill_process(getpid(), signal);
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
