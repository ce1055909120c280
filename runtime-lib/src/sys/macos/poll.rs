//! Waiting for descriptors and for time.
//!
//! It exists because the systems differ in the flags of `poll`, and this one has no `ppoll`. It must not interpret
//! events: that is done in `wasi`.
//!
//! # Safety
//! Safe code only.

use rustix::event::{PollFd, PollFlags};
use rustix::thread::{NanosleepRelativeResult, nanosleep};
use rustix::time::Timespec;

use super::super::Errno;

/// The flag by which `poll` reports that the other end of a connection has stopped sending. On this system it reports
/// only that the other end is closed.
pub const NO_MORE_INPUT: PollFlags = PollFlags::HUP;

/// The flag by which `poll` reports that an open descriptor cannot be polled, as for some devices (`poll(2)`, "BUGS").
/// Such a descriptor counts as ready: the operation itself waits.
pub const CANNOT_WAIT: PollFlags = PollFlags::NVAL;

/// Seconds of the longest wait, whose milliseconds fit in a `c_int`. Callers call again if it was too short.
const SECONDS_MAX: i64 = 1 << 20;

/// Waits until a descriptor is ready, but not longer than the given time. Returns how many are ready.
///
/// # Errors
/// `EINTR` if a signal interrupts it.
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
