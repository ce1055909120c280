//! The end of the process after a bug of the runtime or the compiler.
//!
//! It exists so that such a bug looks like the abort of any other program, with a core dump where the system makes one.
//! It must not depend on handlers, on memory or on anything else that may be broken by then.

use rustix::process::Signal;

use super::{fault, signal};
use crate::arch;

/// Ends the process by `SIGABRT`, whatever was installed for it.
pub fn abort() -> ! {
    signal::reset(Signal::ABORT.as_raw());
    fault::raise(Signal::ABORT.as_raw());
    // The signal is still blocked if the process was started with it blocked.
    arch::stop()
}
