//! The end of the process after a bug of the runtime or the compiler.
//!
//! It exists so that such a bug looks like the abort of any other program, with a core dump where the system makes one.
//! It must not depend on handlers, on memory or on anything else that may be broken by then.

use rustix::process::Signal;

use super::signal;
use crate::arch;

/// Ends the process by `SIGABRT`, whatever was installed for it.
pub fn abort() -> ! {
    signal::reset(Signal::ABORT.as_raw());
    signal::raise(Signal::ABORT.as_raw());
    // The signal is still blocked if the process was started with it blocked.
    arch::stop()
}

/// Makes the return of the running signal handler end the process by `SIGABRT`, whatever was installed for it: the
/// interrupted code does not go on, and is the innermost frame of a core dump.
pub fn abort_on_return() {
    signal::reset(Signal::ABORT.as_raw());
    signal::block(Signal::ABORT.as_raw());
    signal::raise(Signal::ABORT.as_raw());
}
