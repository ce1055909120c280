//! Sockets: what the systems spell differently.
//!
//! # Safety
//! Safe code only.

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::net::SendFlags;

use super::super::Errno;

/// How a message is sent. There is no flag against `SIGPIPE`, which the process ignores.
pub const SEND_FLAGS: SendFlags = SendFlags::empty();

/// Accepts a connection. The new descriptor would block as the listening one does, so its mode is always set.
///
/// # Errors
/// As `accept(2)`.
pub fn accept(listener: BorrowedFd<'_>, nonblocking: bool) -> Result<OwnedFd, Errno> {
    let accepted = rustix::net::accept(listener)?;
    fcntl_setfd(&accepted, FdFlags::CLOEXEC)?;
    let mut flags = fcntl_getfl(&accepted)?;
    flags.set(OFlags::NONBLOCK, nonblocking);
    fcntl_setfl(&accepted, flags)?;
    Ok(accepted)
}
