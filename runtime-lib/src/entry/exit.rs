//! The ways out of the process.
//!
//! There is nothing to flush and nothing to unwind: the runtime buffers no output, and the guest's state dies with it.

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::sys::{self, process};
use crate::threads::region;

/// Address of the region of the thread that ends the process, 0 as long as none does.
static ENDING: AtomicUsize = AtomicUsize::new(0);

/// Ends the process with this status, of which the system keeps the low eight bits.
pub fn exit(status: i32) -> ! {
    claim_exit();
    process::exit_group(status)
}

/// Makes the end of the process this thread's affair: what it has to say about it stands alone, and so does its status. Of
/// several threads the first does; for the others this does not return.
pub fn claim_exit() {
    if let Some(region) = region::current()
        && let Err(other) = ENDING.compare_exchange(0, region.address, Relaxed, Relaxed)
        && other != region.address
    {
        process::wait_for_end()
    }
}

/// Ends the process by `SIGABRT`, as a bug of ours should: with a core dump where the system makes them, and never with
/// the status of a Wasm trap.
pub fn abort() -> ! {
    sys::abort()
}
