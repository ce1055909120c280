//! The end of the process.
//!
//! # Safety
//! Calls whose arguments are numbers.

use core::sync::atomic::AtomicU32;

use super::thread;
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
