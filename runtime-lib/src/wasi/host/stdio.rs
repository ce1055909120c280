//! The three standard streams, which the program was given rather than opened.
//!
//! They may be closed, shared with other processes or non-blocking by someone else's will. So: a number that is closed
//! at start is filled with `/dev/null`, lest the first file that the program opens become its stdout; a stream that the
//! guest closes is replaced by `/dev/null` rather than freed, for the same reason; and no flag of the open file is ever
//! changed, because a terminal that one process makes non-blocking is so for the shell as well.
//!
//! # Safety
//!
//! Borrowing 0, 1 and 2 needs them to be open: [`repair`] sees to it before the table has its first descriptor, and
//! nothing closes them afterwards.

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, open};

use crate::sys::streams;

/// Number of stderr, which stays connected for trap reports.
const STDERR: u8 = 2;

/// The host's descriptor of a standard stream.
pub fn host(number: u8) -> BorrowedFd<'static> {
    // SAFETY: 0, 1 and 2 are open for the whole life of the program (see the module).
    unsafe { BorrowedFd::borrow_raw(i32::from(number)) }
}

/// Makes sure that 0, 1 and 2 are open; returns which of them were.
pub fn repair() -> [bool; 3] {
    let open_at_start = streams::open_at_start();
    for _ in open_at_start.iter().filter(|open| !**open) {
        // Takes the lowest closed number, so after as many calls as there were gaps none is left. It stays open, and
        // where there is no /dev/null the program goes on without that protection.
        if let Ok(null) = open_null() {
            core::mem::forget(null);
        }
    }
    open_at_start
}

/// Connects a stream that the guest has closed to nothing, so that whoever reads the other end of it sees the end.
pub fn disconnect(number: u8) {
    if number == STDERR {
        return;
    }
    if let Ok(null) = open_null() {
        let _ = match number {
            0 => rustix::stdio::dup2_stdin(&null),
            _ => rustix::stdio::dup2_stdout(&null),
        };
    }
}

fn open_null() -> rustix::io::Result<OwnedFd> {
    open(c"/dev/null", OFlags::RDWR | OFlags::NOCTTY, Mode::empty())
}
