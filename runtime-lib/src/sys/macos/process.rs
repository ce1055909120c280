//! The end of the process.
//!
//! # Safety
//! Calls whose arguments are numbers.

/// Ends the process, all threads of it, with this status. Nothing that was registered for its end runs.
pub fn exit_group(status: i32) -> ! {
    // SAFETY: takes a number, and does not return.
    unsafe { libc::_exit(status) }
}
