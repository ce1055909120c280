//! Moving bytes through a descriptor: interruption, waiting, and what non-blocking means.
//!
//! A signal never shows: `EINTR` is tried again. A descriptor blocks or not as the *guest* has set it, whatever state
//! the host's open file is in: another process may have made a shared stdout non-blocking, and this one must not make it
//! so for others. Hence a blocking guest waits by `poll` where the host says `EAGAIN`, and a guest that wants a standard
//! stream not to block gets that by asking `poll` first.

use rustix::event::{PollFd, PollFlags};
use rustix::fd::AsFd;
use rustix::io::{Errno, Result};
use rustix::time::Timespec;

use super::descriptor::Kind;
use super::process_table::Held;
use crate::sys::poll::poll;

/// What a pipe takes without blocking once `poll` has said that it is writable (`PIPE_BUF`).
pub const ATOMIC_WRITE_BYTES: u32 = 4096;

/// Which way the bytes go.
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

/// Runs a system call on the descriptor until it is neither interrupted nor, for a guest that blocks, without effect.
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

/// Whether the guest wants this stream not to block while the host's side of it may.
pub fn is_emulated(descriptor: &Held) -> bool {
    matches!(descriptor.kind, Kind::Standard | Kind::Stream { .. }) && descriptor.flags.nonblocking
}

fn is_ready(descriptor: &Held, direction: Direction) -> bool {
    let no_wait = Timespec { tv_sec: 0, tv_nsec: 0 };
    let mut streams = [PollFd::from_borrowed_fd(descriptor.as_fd(), direction.events())];
    // Errors and hang-ups are readiness too: the operation itself reports them.
    !matches!(rustix::io::retry_on_intr(|| poll(&mut streams, Some(&no_wait))), Ok(0))
}

fn wait(descriptor: &Held, direction: Direction) -> Result<()> {
    let mut streams = [PollFd::from_borrowed_fd(descriptor.as_fd(), direction.events())];
    rustix::io::retry_on_intr(|| poll(&mut streams, None))?;
    Ok(())
}
