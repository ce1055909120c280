//! The three standard streams: which of them were open when the process started.
//!
//! It exists because the systems differ in how one finds out. Nothing may be read, written or opened here: that would
//! change the answer.
//!
//! # Safety
//! The descriptors 0 to 2 are borrowed by their numbers for one call each, which only asks whether they are open.

use rustix::fd::BorrowedFd;
use rustix::io::fcntl_getfd;

use super::super::Errno;

/// Which of the three are open. `poll` cannot tell on this system: it reports devices as it reports closed descriptors.
pub fn open_at_start() -> [bool; 3] {
    [0, 1, 2].map(|number| {
        // SAFETY: `fcntl` reports a number that is not open, and changes nothing.
        let stream = unsafe { BorrowedFd::borrow_raw(number) };
        fcntl_getfd(stream) != Err(Errno::BADF)
    })
}
