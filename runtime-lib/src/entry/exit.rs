//! The ends of the process: with a status, or by `SIGABRT` for a bug of the runtime.
//!
//! Nothing has to be flushed or unwound, because the runtime buffers no output, and the guest's state ends with the
//! process.
//!
//! What must not happen here: two threads that both report why the process ends.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::sys::{self, process};
use crate::threads::region;

/// Address of the region of the thread that ends the process; 0 before a thread does.
static ENDING: AtomicUsize = AtomicUsize::new(0);

/// Ends the process with this status, of which the system keeps the low eight bits.
pub fn exit(status: i32) -> ! {
    claim_exit();
    process::exit_group(status)
}

/// Claims process exit for this thread, so that only one report and one status appear. The first caller returns; for
/// other threads this does not return.
pub fn claim_exit() {
    if let Some(region) = region::current()
        && let Err(other) = ENDING.compare_exchange(0, region.address, Relaxed, Relaxed)
        && other != region.address
    {
        process::wait_for_end()
    }
}

/// Ends the process by `SIGABRT`, for bugs of the runtime: with a core dump if the system makes them, and never with
/// the status of a Wasm trap.
pub fn abort() -> ! {
    sys::abort()
}
