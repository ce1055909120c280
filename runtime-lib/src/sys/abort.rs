//! The end of the process by a bug of ours.

use rustix::process::Signal;

use super::{fault, signal};
use crate::arch;

/// Ends the process by `SIGABRT`, whatever was installed for it.
pub fn abort() -> ! {
    signal::reset(Signal::ABORT.as_raw());
    fault::raise(Signal::ABORT.as_raw());
    // Blocked from outside: a process can be started like that.
    arch::stop()
}
