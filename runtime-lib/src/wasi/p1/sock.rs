//! `sock_accept`, `sock_recv`, `sock_send` and `sock_shutdown`, on sockets that the program inherited or accepted.
//!
//! Preview 1 cannot make a socket, so a guest has only those that it was given. What must not happen here: a call that
//! waits while the table is locked.

use rustix::fd::AsFd;
use rustix::net::{RecvFlags, Shutdown, shutdown};

use super::descriptor::hold;
use super::errno::{Errno, status};
use super::flags::{FdFlags, RiFlags, SdFlags};
use super::guest_address;
use super::rights::Rights;
use super::vectored::Vectors;
use crate::memory::guest;
use crate::sys::sockets;
use crate::wasi::host::descriptor::{Descriptor, HostFd, Kind, OpenMode, Socket};
use crate::wasi::host::process_table;
use crate::wasi::host::transfer::{self, Direction};

/// `$roflags`: the message was longer than the buffers.
const DATA_TRUNCATED: u16 = 1;

/// `sock_accept(fd, flags) -> fd`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_sock_accept(fd: u32, flags: u32, accepted_fd: u32) -> u32 {
    status(accept(fd, flags, accepted_fd))
}

/// `sock_recv(fd, ri_data, ri_flags) -> (size, roflags)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_sock_recv(
    fd: u32,
    ri_data: u32,
    ri_data_len: u32,
    ri_flags: u32,
    size: u32,
    ro_flags: u32,
) -> u32 {
    status(receive(fd, (ri_data, ri_data_len), ri_flags, size, ro_flags))
}

/// `sock_send(fd, si_data, si_flags) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_sock_send(fd: u32, si_data: u32, si_data_len: u32, si_flags: u32, size: u32) -> u32 {
    status(send(fd, (si_data, si_data_len), si_flags, size))
}

/// `sock_shutdown(fd, how)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_sock_shutdown(fd: u32, how: u32) -> u32 {
    status(shut_down(fd, how))
}

/// Refuses all but sockets.
fn require_socket(descriptor: &Descriptor, right: Rights) -> Result<(), Errno> {
    match descriptor.kind {
        Kind::Socket(_) => descriptor.require(right),
        _ => Err(Errno::Notsock),
    }
}

fn accept(fd: u32, flags: u32, accepted_fd: u32) -> Result<(), Errno> {
    let flags = FdFlags::from_guest(flags)?;
    if flags.intersects(FdFlags::ANY_SYNC.union(FdFlags::APPEND)) {
        return Err(Errno::Inval);
    }
    let result = guest_address(accepted_fd).range(4)?;
    let mut handed_on = Rights::NONE;
    let listener = hold(fd, |descriptor| {
        handed_on = descriptor.inheriting();
        require_socket(descriptor, Rights::SOCK_ACCEPT)
    })?;
    let nonblocking = flags.contains(FdFlags::NONBLOCK);
    let host = transfer::run(&listener, Direction::Read, || sockets::accept(listener.as_fd(), nonblocking))?;
    let mode = OpenMode { read: true, write: true };
    let kind = Kind::Socket(Socket::Stream);
    let mut accepted = Descriptor::new(HostFd::Owned(host), kind, mode, flags.into());
    accepted.restrict_to(handed_on);
    let number = process_table::with(|table| table.insert(accepted))?;
    result.copy_from(&number.to_le_bytes());
    Ok(())
}

fn receive(fd: u32, (data, data_len): (u32, u32), flags: u32, size: u32, ro_flags: u32) -> Result<(), Errno> {
    let flags = RiFlags::from_guest(flags)?;
    let size = guest_address(size).range(4)?;
    let ro_flags = guest_address(ro_flags).range(2)?;
    let vectors = Vectors::checked(guest_address(data), data_len)?;
    let mut host_flags = RecvFlags::empty();
    host_flags.set(RecvFlags::PEEK, flags.contains(RiFlags::RECV_PEEK));
    host_flags.set(RecvFlags::WAITALL, flags.contains(RiFlags::RECV_WAITALL));
    let socket = hold(fd, |descriptor| require_socket(descriptor, Rights::FD_READ))?;
    let (received, truncated) = vectors.with_host(|vectors, _| {
        let receive = || sockets::receive(socket.as_fd(), guest::io_slices_mut(vectors), host_flags);
        Ok(transfer::run(&socket, Direction::Read, receive)?)
    })?;
    size.copy_from(&(received as u32).to_le_bytes());
    ro_flags.copy_from(&if truncated { DATA_TRUNCATED } else { 0 }.to_le_bytes());
    Ok(())
}

fn send(fd: u32, (data, data_len): (u32, u32), flags: u32, size: u32) -> Result<(), Errno> {
    // The specification defines no flags for sending.
    if flags != 0 {
        return Err(Errno::Inval);
    }
    let size = guest_address(size).range(4)?;
    let vectors = Vectors::checked(guest_address(data), data_len)?;
    let socket = hold(fd, |descriptor| require_socket(descriptor, Rights::FD_WRITE))?;
    let sent = vectors.with_host(|vectors, is_all| {
        if !is_all && socket.kind == Kind::Socket(Socket::Datagram) {
            return Err(Errno::Msgsize);
        }
        let send = || sockets::send(socket.as_fd(), guest::io_slices(vectors));
        Ok(transfer::run(&socket, Direction::Write, send)?)
    })?;
    size.copy_from(&(sent as u32).to_le_bytes());
    Ok(())
}

fn shut_down(fd: u32, how: u32) -> Result<(), Errno> {
    let how = SdFlags::from_guest(how)?;
    let how = match (how.contains(SdFlags::RD), how.contains(SdFlags::WR)) {
        (true, true) => Shutdown::Both,
        (true, false) => Shutdown::Read,
        (false, true) => Shutdown::Write,
        (false, false) => return Err(Errno::Inval),
    };
    process_table::with(|table| {
        let socket = table.get(fd)?;
        require_socket(socket, Rights::SOCK_SHUTDOWN)?;
        Ok(shutdown(&socket.host, how)?)
    })
}
