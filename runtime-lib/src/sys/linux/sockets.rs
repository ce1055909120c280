//! Sockets: what the systems spell differently.
//!
//! # Safety
//! Safe code only.

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::net::{SendFlags, SocketFlags, accept_with};

use super::super::Errno;

/// How a message is sent: where nobody receives, that is an error and no signal.
pub const SEND_FLAGS: SendFlags = SendFlags::NOSIGNAL;

/// Accepts a connection.
///
/// # Errors
/// As `accept4(2)`.
pub fn accept(listener: BorrowedFd<'_>, nonblocking: bool) -> Result<OwnedFd, Errno> {
    let mut flags = SocketFlags::CLOEXEC;
    flags.set(SocketFlags::NONBLOCK, nonblocking);
    accept_with(listener, flags)
}
