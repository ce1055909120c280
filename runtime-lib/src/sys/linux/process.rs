//! The end of the process.
//!
//! It exists because the systems end a process with all its threads by different calls. Nothing may run between the
//! decision to end and the end: there are no destructors and no handlers for it.
//!
//! # Safety
//! The arguments of the raw system call are numbers.

use core::sync::atomic::AtomicU32;

use super::thread;
use crate::arch;

/// Ends the process, all threads of it, with this status.
pub fn exit_group(status: i32) -> ! {
    loop {
        // SAFETY: the call takes no addresses and does not return.
        unsafe { arch::system_call(linux_raw_sys::general::__NR_exit_group as usize, [status as usize, 0, 0, 0]) };
    }
}

/// Sleeps until another thread has ended the process.
pub fn wait_for_end() -> ! {
    let never = AtomicU32::new(0);
    loop {
        thread::wait(&never, 0, None);
    }
}
