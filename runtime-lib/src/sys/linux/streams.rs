//! The three standard streams: which of them were open when the process started.
//!
//! It exists because the systems differ in how one finds out. Nothing may be read, written or opened here: that would
//! change the answer.
//!
//! # Safety
//! The descriptors 0 to 2 are borrowed by their numbers for one call, which only asks whether they are open.

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::BorrowedFd;
use rustix::time::Timespec;

/// Which of the three are open, by one system call.
pub fn open_at_start() -> [bool; 3] {
    let mut streams = [0, 1, 2].map(|number| {
        // SAFETY: `poll` reports a number that is not open, and does nothing else with it.
        let stream = unsafe { BorrowedFd::borrow_raw(number) };
        PollFd::from_borrowed_fd(stream, PollFlags::empty())
    });
    let no_wait = Timespec { tv_sec: 0, tv_nsec: 0 };
    match rustix::io::retry_on_intr(|| poll(&mut streams, Some(&no_wait))) {
        Ok(_) => streams.map(|stream| !stream.revents().contains(PollFlags::NVAL)),
        Err(_) => [true; 3],
    }
}
