//! Reads and writes of a descriptor: interruption, waiting, and non-blocking mode.
//!
//! The guest never sees a signal: after `EINTR` the call is repeated. Whether a descriptor blocks is decided by the
//! *guest's* flag and not by the state of the host's open file: another process may have made a shared stdout
//! non-blocking, and this process must not make it non-blocking for others. So for a guest that blocks, `EAGAIN` from
//! the host means waiting by `poll`; and for a guest that wants a standard stream not to block, `poll` is asked before
//! the call.
//!
//! What must not happen here: a call of the descriptor table, whose lock must be free during these calls.

use rustix::event::{PollFd, PollFlags};
use rustix::fd::AsFd;
use rustix::io::{Errno, Result};
use rustix::time::Timespec;

use super::descriptor::Kind;
use super::process_table::Held;
use crate::sys::poll::poll;

/// Bytes that a pipe takes without blocking after `poll` has reported it writable (`PIPE_BUF`).
pub const ATOMIC_WRITE_BYTES: u32 = 4096;

/// The direction in which the bytes move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the guest.
    Read,
    /// From the guest.
    Write,
}

impl Direction {
    fn events(self) -> PollFlags {
        match self {
            Direction::Read => PollFlags::IN,
            Direction::Write => PollFlags::OUT,
        }
    }
}

/// Repeats a system call on the descriptor while a signal interrupts it or, for a guest that blocks, while it gives
/// `EAGAIN`.
pub fn run<R>(descriptor: &Held, direction: Direction, mut operation: impl FnMut() -> Result<R>) -> Result<R> {
    if is_emulated(descriptor) && !is_ready(descriptor, direction) {
        return Err(Errno::AGAIN);
    }
    loop {
        match operation() {
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) if !descriptor.flags.nonblocking => wait(descriptor, direction)?,
            Err(error) => return Err(error),
            Ok(result) => return Ok(result),
        }
    }
}

/// Whether non-blocking mode is emulated: the guest wants it for a standard stream, whose open file must not change.
pub fn is_emulated(descriptor: &Held) -> bool {
    matches!(descriptor.kind, Kind::Standard | Kind::Stream { .. }) && descriptor.flags.nonblocking
}

fn is_ready(descriptor: &Held, direction: Direction) -> bool {
    let no_wait = Timespec { tv_sec: 0, tv_nsec: 0 };
    let mut streams = [PollFd::from_borrowed_fd(descriptor.as_fd(), direction.events())];
    // Errors and hang-ups count as readiness: the operation itself reports them.
    !matches!(rustix::io::retry_on_intr(|| poll(&mut streams, Some(&no_wait))), Ok(0))
}

fn wait(descriptor: &Held, direction: Direction) -> Result<()> {
    let mut streams = [PollFd::from_borrowed_fd(descriptor.as_fd(), direction.events())];
    rustix::io::retry_on_intr(|| poll(&mut streams, None))?;
    Ok(())
}
