//! The three standard streams as the process was given them.
//!
//! # Safety
//! Borrows the descriptors 0 to 2 by number for one call, which is to find out whether they are open.

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::BorrowedFd;
use rustix::time::Timespec;

/// Which of the three are open, by one system call.
pub fn open_at_start() -> [bool; 3] {
    let mut streams = [0, 1, 2].map(|number| {
        // SAFETY: only used to ask whether the number is open.
        let stream = unsafe { BorrowedFd::borrow_raw(number) };
        PollFd::from_borrowed_fd(stream, PollFlags::empty())
    });
    let no_wait = Timespec { tv_sec: 0, tv_nsec: 0 };
    match rustix::io::retry_on_intr(|| poll(&mut streams, Some(&no_wait))) {
        Ok(_) => streams.map(|stream| !stream.revents().contains(PollFlags::NVAL)),
        Err(_) => [true; 3],
    }
}
