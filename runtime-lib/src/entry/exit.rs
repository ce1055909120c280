//! The ways out of the process.
//!
//! There is nothing to flush and nothing to unwind: the runtime buffers no output, and the guest's state dies with it.

use crate::sys::{self, process};

/// Ends the process with this status, of which the system keeps the low eight bits.
pub fn exit(status: i32) -> ! {
    process::exit_group(status)
}

/// Ends the process by `SIGABRT`, as a bug of ours should: with a core dump where the system makes them, and never with
/// the status of a Wasm trap.
pub fn abort() -> ! {
    sys::abort()
}
