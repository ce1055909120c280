//! The end of the process.
//!
//! It exists because the systems end a process with all its threads by different calls. Nothing may run between the
//! decision to end and the end: functions registered with `atexit` belong to others, and are not called.
//!
//! # Safety
//! The arguments of the call are numbers.

use core::sync::atomic::AtomicU32;

use super::thread;

/// Ends the process, all threads of it, with this status. Functions that were registered for its end do not run.
pub fn exit_group(status: i32) -> ! {
    // SAFETY: the function takes a number and does not return.
    unsafe { libc::_exit(status) }
}

/// Sleeps until another thread has ended the process.
pub fn wait_for_end() -> ! {
    let never = AtomicU32::new(0);
    loop {
        thread::wait(&never, 0, None);
    }
}
