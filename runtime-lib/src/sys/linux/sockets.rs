//! Sockets: the operations that differ between systems.
//!
//! It exists so that `wasi` calls them by one name. No control message may get through: descriptors that another
//! process sends would be outside the sandbox.
//!
//! # Safety
//! Safe code only.

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io::{IoSlice, IoSliceMut};
use rustix::net::{
    RecvAncillaryBuffer, RecvFlags, ReturnFlags, SendAncillaryBuffer, SendFlags, SocketFlags, accept_with, recvmsg,
    sendmsg,
};

use super::super::Errno;

/// Accepts a connection.
///
/// # Errors
/// As `accept4(2)`.
pub fn accept(listener: BorrowedFd<'_>, nonblocking: bool) -> Result<OwnedFd, Errno> {
    let mut flags = SocketFlags::CLOEXEC;
    flags.set(SocketFlags::NONBLOCK, nonblocking);
    accept_with(listener, flags)
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
    let received = recvmsg(socket, buffers, &mut RecvAncillaryBuffer::default(), flags)?;
    Ok((received.bytes, received.flags.contains(ReturnFlags::TRUNC)))
}

/// Sends a message. A connection without a receiver is an error, and raises no signal.
///
/// # Errors
/// As `sendmsg(2)`.
pub fn send(socket: BorrowedFd<'_>, buffers: &[IoSlice<'_>]) -> Result<usize, Errno> {
    sendmsg(socket, buffers, &mut SendAncillaryBuffer::default(), SendFlags::NOSIGNAL)
}
