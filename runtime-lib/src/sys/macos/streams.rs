//! The three standard streams as the process was given them.
//!
//! # Safety
//! Borrows the descriptors 0 to 2 by number for one call each, which is to find out whether they are open.

use rustix::fd::BorrowedFd;
use rustix::io::fcntl_getfd;

use super::super::Errno;

/// Which of the three are open. `poll` cannot be asked here: it says of devices what it says of closed descriptors.
pub fn open_at_start() -> [bool; 3] {
    [0, 1, 2].map(|number| {
        // SAFETY: only used to ask whether the number is open.
        let stream = unsafe { BorrowedFd::borrow_raw(number) };
        fcntl_getfd(stream) != Err(Errno::BADF)
    })
}
