//! `fd_advise`, `fd_allocate`, `fd_sync` and `fd_datasync`: files and their storage.
//!
//! What must not happen here: a sync or an allocation, which can take seconds, while the table is locked.

use rustix::fd::AsFd;

use super::descriptor::hold_settled;
use super::errno::{Errno, status};
use super::rights::Rights;
use crate::sys::files::{self, Advice};
use crate::wasi::host::process_table;

/// `fd_advise(fd, offset, len, advice)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_advise(fd: u32, offset: u64, len: u64, advice: u32) -> u32 {
    status(advise(fd, offset, len, advice))
}

/// `fd_allocate(fd, offset, len)`: afterwards the file has these bytes, and the disk has space for them.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_allocate(fd: u32, offset: u64, len: u64) -> u32 {
    status(allocate(fd, offset, len))
}

/// `fd_sync(fd)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_sync(fd: u32) -> u32 {
    let file = hold_settled(fd, |descriptor| descriptor.require_file(Rights::FD_SYNC));
    status(file.and_then(|file| Ok(files::sync(file.as_fd())?)))
}

/// `fd_datasync(fd)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_datasync(fd: u32) -> u32 {
    let file = hold_settled(fd, |descriptor| descriptor.require_file(Rights::FD_DATASYNC));
    status(file.and_then(|file| Ok(files::sync_data(file.as_fd())?)))
}

fn advise(fd: u32, offset: u64, len: u64, advice: u32) -> Result<(), Errno> {
    let advice = match advice {
        0 => Advice::Normal,
        1 => Advice::Sequential,
        2 => Advice::Random,
        3 => Advice::WillNeed,
        4 => Advice::DontNeed,
        5 => Advice::NoReuse,
        _ => return Err(Errno::Inval),
    };
    process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        descriptor.require_file(Rights::FD_ADVISE)?;
        if i64::try_from(offset).is_err() || i64::try_from(len).is_err() {
            return Err(Errno::Inval);
        }
        Ok(files::advise(descriptor.host.as_fd(), offset, len, advice)?)
    })
}

fn allocate(fd: u32, offset: u64, len: u64) -> Result<(), Errno> {
    let file = hold_settled(fd, |descriptor| {
        descriptor.require_file(Rights::FD_ALLOCATE)?;
        Ok(descriptor.require_writable_tree()?)
    })?;
    // POSIX `posix_fallocate`: EINVAL for a length of zero, EFBIG for an end beyond the largest file.
    if len == 0 {
        return Err(Errno::Inval);
    }
    if offset.checked_add(len).is_none_or(|end| i64::try_from(end).is_err()) {
        return Err(Errno::Fbig);
    }
    Ok(files::allocate(file.as_fd(), offset, len)?)
}
