//! Sockets: what the systems spell differently.
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

/// Receives a message: how many bytes of it, and whether there were more than the buffers have room for. There is none for
/// control messages: descriptors that someone sends are closed by the kernel.
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

/// Sends a message. Where nobody receives, that is an error and no signal.
///
/// # Errors
/// As `sendmsg(2)`.
pub fn send(socket: BorrowedFd<'_>, buffers: &[IoSlice<'_>]) -> Result<usize, Errno> {
    sendmsg(socket, buffers, &mut SendAncillaryBuffer::default(), SendFlags::NOSIGNAL)
}
