//! Waiting for descriptors and for time.
//!
//! # Safety
//! Safe code only.

use rustix::event::{PollFd, PollFlags};
use rustix::thread::{NanosleepRelativeResult, nanosleep};
use rustix::time::Timespec;

use super::super::Errno;

/// What says that the other end of a connection sends no more: here, what says that it is gone.
pub const NO_MORE_INPUT: PollFlags = PollFlags::HUP;

/// What says of an open descriptor that it cannot be polled, as for some devices (`poll(2)`, "BUGS"). It is taken as ready:
/// the operation itself will wait then.
pub const CANNOT_WAIT: PollFlags = PollFlags::NVAL;

/// Seconds of the longest wait: what fits a `c_int` of milliseconds. Callers ask again when it is over.
const SECONDS_MAX: i64 = 1 << 20;

/// Waits until something is ready, or for so long; returns how many are ready.
///
/// # Errors
/// `EINTR` where a signal came.
pub fn poll(descriptors: &mut [PollFd<'_>], timeout: Option<&Timespec>) -> Result<usize, Errno> {
    let timeout = timeout.map(|time| Timespec { tv_sec: time.tv_sec.min(SECONDS_MAX), ..*time });
    match timeout {
        // `poll` counts milliseconds, and there is no `ppoll`.
        Some(time) if descriptors.is_empty() => match nanosleep(&time) {
            NanosleepRelativeResult::Ok => Ok(0),
            NanosleepRelativeResult::Interrupted(_) => Err(Errno::INTR),
            NanosleepRelativeResult::Err(error) => Err(error),
        },
        _ => rustix::event::poll(descriptors, timeout.as_ref()),
    }
}
