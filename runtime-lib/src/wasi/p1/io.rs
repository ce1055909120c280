//! `fd_read`, `fd_write`, `fd_pread`, `fd_pwrite`, `fd_seek` and `fd_tell`: bytes and the offset.
//!
//! The host keeps the offset and appends. A count may be short, as in POSIX: a read makes one system call; a write
//! continues while the host takes all bytes that it is given, and otherwise reports the bytes written so far.
//!
//! What must not happen here: bytes moved before all vectors have been checked; a call that waits while the table is
//! locked.

use rustix::fd::AsFd;
use rustix::fs::SeekFrom;

use super::descriptor::{hold, hold_settled};
use super::errno::{Errno, status};
use super::guest_address;
use super::rights::Rights;
use super::types::Whence;
use super::vectored::{INLINE_VECTORS, Vectors};
use crate::memory::guest::{self, HostVector};
use crate::sys::files;
use crate::wasi::host::descriptor::{Kind, Socket};
use crate::wasi::host::process_table::{self, Held};
use crate::wasi::host::transfer::{self, Direction};

/// `fd_read(fd, iovs) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_read(fd: u32, iovs: u32, iovs_len: u32, nread: u32) -> u32 {
    status(read(fd, iovs, iovs_len, nread))
}

/// `fd_pread(fd, iovs, offset) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_pread(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nread: u32) -> u32 {
    status(pread(fd, iovs, iovs_len, offset, nread))
}

/// `fd_write(fd, iovs) -> size`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_write(fd: u32, iovs: u32, iovs_len: u32, nwritten: u32) -> u32 {
    status(write(fd, iovs, iovs_len, nwritten))
}

/// `fd_pwrite(fd, iovs, offset) -> size`. In append mode the host decides: Linux ignores the
/// offset.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_pwrite(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nwritten: u32) -> u32 {
    status(pwrite(fd, iovs, iovs_len, offset, nwritten))
}

/// `fd_seek(fd, offset, whence) -> filesize`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_seek(fd: u32, offset: u64, whence: u32, newoffset: u32) -> u32 {
    let whence = match whence {
        0 => Whence::Set,
        1 => Whence::Current,
        2 => Whence::End,
        _ => return Errno::Inval as u32,
    };
    status(seek(fd, offset.cast_signed(), whence, newoffset))
}

/// `fd_tell(fd) -> filesize`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_tell(fd: u32, offset: u32) -> u32 {
    status(tell(fd, offset))
}

fn read(fd: u32, iovs: u32, iovs_len: u32, nread: u32) -> Result<(), Errno> {
    let result = guest_address(nread).range(4)?;
    let vectors = Vectors::checked(guest_address(iovs), iovs_len)?;
    let source = hold(fd, |descriptor| descriptor.require_readable())?;
    let count = vectors.with_host(|vectors, _| {
        let read = || rustix::io::readv(&source, guest::io_slices_mut(vectors));
        Ok(transfer::run(&source, Direction::Read, read)?)
    })?;
    result.copy_from(&(count as u32).to_le_bytes());
    Ok(())
}

fn pread(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nread: u32) -> Result<(), Errno> {
    let result = guest_address(nread).range(4)?;
    let vectors = Vectors::checked(guest_address(iovs), iovs_len)?;
    let source = hold_settled(fd, |descriptor| {
        descriptor.require_seekable(Rights::FD_SEEK)?;
        descriptor.require_readable()
    })?;
    let count = vectors.with_host(|vectors, _| {
        let read = || files::preadv(&source, guest::io_slices_mut(vectors), offset);
        Ok(transfer::run(&source, Direction::Read, read)?)
    })?;
    result.copy_from(&(count as u32).to_le_bytes());
    Ok(())
}

fn write(fd: u32, iovs: u32, iovs_len: u32, nwritten: u32) -> Result<(), Errno> {
    let result = guest_address(nwritten).range(4)?;
    let vectors = Vectors::checked(guest_address(iovs), iovs_len)?;
    let target = hold(fd, |descriptor| descriptor.require_writable())?;
    let count = if transfer::is_emulated(&target) {
        write_front(&target, &vectors)?
    } else {
        write_all(&target, &vectors, |chunk, _| rustix::io::writev(&target, guest::io_slices(chunk)))?
    };
    result.copy_from(&count.to_le_bytes());
    Ok(())
}

fn pwrite(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nwritten: u32) -> Result<(), Errno> {
    let result = guest_address(nwritten).range(4)?;
    let vectors = Vectors::checked(guest_address(iovs), iovs_len)?;
    let target = hold_settled(fd, |descriptor| {
        descriptor.require_seekable(Rights::FD_SEEK)?;
        descriptor.require_writable()
    })?;
    let count = write_all(&target, &vectors, |chunk, written| {
        let offset = offset.checked_add(u64::from(written)).ok_or(rustix::io::Errno::FBIG)?;
        files::pwritev(&target, guest::io_slices(chunk), offset)
    })?;
    result.copy_from(&count.to_le_bytes());
    Ok(())
}

/// Writes chunk after chunk until the host takes less than it is given. `write` gets a chunk and the number of bytes
/// written before it.
fn write_all(
    descriptor: &Held,
    vectors: &Vectors,
    mut write: impl FnMut(&[HostVector], u32) -> rustix::io::Result<usize>,
) -> Result<u32, Errno> {
    let mut chunk = [HostVector::EMPTY; INLINE_VECTORS];
    let (mut next, mut written) = (0, 0u32);
    loop {
        let (filled, bytes) = vectors.next_chunk(&mut next, &mut chunk)?;
        let done = vectors.is_done(next)?;
        if !done && descriptor.kind == Kind::Socket(Socket::Datagram) {
            // One system call sends one datagram; a second call would send another.
            return Err(Errno::Msgsize);
        }
        let vectors = chunk.get(..filled).unwrap_or_default();
        match transfer::run(descriptor, Direction::Write, || write(vectors, written)) {
            Ok(count) => {
                // Saturating: other threads of the guest can make the vectors longer than they were when checked.
                written = written.saturating_add(count as u32);
                if done || (count as u32) < bytes {
                    return Ok(written);
                }
            }
            Err(_) if written > 0 => return Ok(written),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Writes at most the bytes that a writable pipe takes without blocking.
fn write_front(descriptor: &Held, vectors: &Vectors) -> Result<u32, Errno> {
    let front = [HostVector::new(vectors.front(transfer::ATOMIC_WRITE_BYTES)?)];
    let count =
        transfer::run(descriptor, Direction::Write, || rustix::io::writev(descriptor, guest::io_slices(&front)))?;
    Ok(count as u32)
}

/// `fd_seek` after the whence was decoded: preview 1 and snapshot 0 number it differently.
pub(super) fn seek(fd: u32, offset: i64, whence: Whence, newoffset: u32) -> Result<(), Errno> {
    let result = guest_address(newoffset).range(8)?;
    let position = process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        let telling = whence == Whence::Current && offset == 0;
        descriptor.require_seekable(if telling { Rights::FD_TELL } else { Rights::FD_SEEK })?;
        let target = match whence {
            Whence::Set => SeekFrom::Start(u64::try_from(offset).map_err(|_| Errno::Inval)?),
            Whence::Current => SeekFrom::Current(offset),
            Whence::End => SeekFrom::End(offset),
        };
        Ok::<_, Errno>(rustix::fs::seek(descriptor.host.as_fd(), target)?)
    })?;
    result.copy_from(&position.to_le_bytes());
    Ok(())
}

fn tell(fd: u32, offset: u32) -> Result<(), Errno> {
    let result = guest_address(offset).range(8)?;
    let position = process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        descriptor.require_seekable(Rights::FD_TELL)?;
        Ok::<_, Errno>(rustix::fs::tell(descriptor.host.as_fd())?)
    })?;
    result.copy_from(&position.to_le_bytes());
    Ok(())
}
