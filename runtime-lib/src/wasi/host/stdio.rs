//! The three standard streams, which the program inherits instead of opening them.
//!
//! They may be closed, shared with other processes, or made non-blocking by another process. Three rules follow. A
//! number that is closed at start is filled with `/dev/null`: otherwise the first file that the program opens would
//! become its stdout. A stream that the guest closes is replaced by `/dev/null` and not freed, for the same reason.
//!
//! What must not happen here: a change of the flags of the open file. A terminal that one process makes non-blocking
//! becomes so for the shell as well.
//!
//! # Safety
//!
//! Descriptors 0, 1 and 2 are borrowed by number, so they must be open. [`repair`] opens them before the table has its
//! first descriptor, and nothing closes them afterwards.

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, open};

use crate::sys::streams;

/// Number of stderr, which stays connected for trap reports.
const STDERR: u8 = 2;

/// The host's descriptor of a standard stream.
pub fn host(number: u8) -> BorrowedFd<'static> {
    // SAFETY: `repair` made 0, 1 and 2 open for the life of the program (see the module).
    unsafe { BorrowedFd::borrow_raw(i32::from(number)) }
}

/// Opens those of 0, 1 and 2 that are closed; returns which of them were open.
pub fn repair() -> [bool; 3] {
    let open_at_start = streams::open_at_start();
    for _ in open_at_start.iter().filter(|open| !**open) {
        // An open takes the lowest closed number, so one open for each closed stream fills all of them. The descriptor
        // stays open. On a system without /dev/null the program continues without this protection.
        if let Ok(null) = open_null() {
            core::mem::forget(null);
        }
    }
    open_at_start
}

/// Connects a stream that the guest has closed to `/dev/null`, so that the reader at its other end sees the end of
/// file.
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
