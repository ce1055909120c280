//! The end of the process.
//!
//! # Safety
//! Calls whose arguments are numbers.

use core::sync::atomic::AtomicU32;

use rustix::process::{Signal, getpid, kill_process};

use super::{signal, thread};
use crate::arch;

/// Ends the process, all threads of it, with this status. Nothing that was registered for its end runs.
pub fn exit_group(status: i32) -> ! {
    // SAFETY: takes a number, and does not return.
    unsafe { libc::_exit(status) }
}

/// Sleeps until another thread has ended the process.
pub fn wait_for_end() -> ! {
    let never = AtomicU32::new(0);
    loop {
        thread::wait(&never, 0, None);
    }
}

/// Ends the process by `SIGABRT`, whatever was installed for it.
pub fn abort() -> ! {
    signal::reset(Signal::ABORT.as_raw());
    signal::raise(Signal::ABORT.as_raw());
    // Blocked from outside: a process can be started like that.
    arch::stop()
}

/// Sends a signal to this process.
pub(super) fn kill_self(signal: i32) {
    if let Some(signal) = Signal::from_named_raw(signal) {
        // A process may always signal itself.
        let _ = kill_process(getpid(), signal);
    }
}
