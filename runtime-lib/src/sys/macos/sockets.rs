//! Sockets: the operations that differ between systems.
//!
//! It exists so that `wasi` calls them by one name. No control message may get through: descriptors that another
//! process sends would be outside the sandbox.
//!
//! # Safety
//! Each call gets a descriptor that is borrowed during the call, and a structure that describes the caller's buffers
//! and nothing else.

use core::ffi::c_int;
use core::ptr;

use rustix::fd::{AsRawFd, BorrowedFd, OwnedFd};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::{FdFlags, IoSlice, IoSliceMut, fcntl_setfd};
use rustix::net::RecvFlags;

use super::super::Errno;
use super::last_error;

/// Accepts a connection. The new descriptor inherits the blocking mode of the listening one, so the mode is always set.
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

/// Receives a message. Returns how many bytes of it were stored, and whether the buffers were too small for all of it.
/// There is no buffer for control messages, so the kernel closes descriptors that another process sends.
///
/// # Errors
/// As `recvmsg(2)`.
pub fn receive(
    socket: BorrowedFd<'_>,
    buffers: &mut [IoSliceMut<'_>],
    flags: RecvFlags,
) -> Result<(usize, bool), Errno> {
    let mut message = message(buffers.as_mut_ptr().cast(), buffers.len())?;
    // SAFETY: an `IoSliceMut` is an `iovec`, and the buffers are lent for this call.
    let received = unsafe { libc::recvmsg(socket.as_raw_fd(), &mut message, flags.bits() as c_int) };
    let received = usize::try_from(received).map_err(|_| last_error())?;
    Ok((received, message.msg_flags & libc::MSG_TRUNC != 0))
}

/// Sends a message. There is no flag against `SIGPIPE`, which the process ignores.
///
/// # Errors
/// As `sendmsg(2)`.
pub fn send(socket: BorrowedFd<'_>, buffers: &[IoSlice<'_>]) -> Result<usize, Errno> {
    let message = message(buffers.as_ptr().cast_mut().cast(), buffers.len())?;
    // SAFETY: an `IoSlice` is an `iovec`, and the buffers are lent for this call, which only reads them.
    let sent = unsafe { libc::sendmsg(socket.as_raw_fd(), &message, 0) };
    usize::try_from(sent).map_err(|_| last_error())
}

/// A message of these buffers alone.
fn message(vectors: *mut libc::iovec, count: usize) -> Result<libc::msghdr, Errno> {
    Ok(libc::msghdr {
        msg_name: ptr::null_mut(),
        msg_namelen: 0,
        msg_iov: vectors,
        msg_iovlen: c_int::try_from(count).map_err(|_| Errno::MSGSIZE)?,
        msg_control: ptr::null_mut(),
        msg_controllen: 0,
        msg_flags: 0,
    })
}
