//! `fd_filestat_*` and `path_filestat_*`: types, sizes, times and other facts about a file.
//!
//! What must not happen here: facts about the host's file behind a standard stream, unless that is a regular file.

use rustix::fd::AsFd;
use rustix::fs::{Timespec, Timestamps, UTIME_NOW, UTIME_OMIT};

use super::errno::{Errno, status};
use super::flags::{FstFlags, LookupFlags};
use super::guest_address;
use super::rights::Rights;
use super::types::{Filestat, NANOSECONDS};
use crate::sys::files;
use crate::wasi::host::descriptor::Kind;
use crate::wasi::host::process_table;
use crate::wasi::host::sandbox::{self, GuestPath};

/// `fd_filestat_get(fd) -> filestat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_filestat_get(fd: u32, buf: u32) -> u32 {
    status(fd_filestat(fd).and_then(|stat| Ok(stat.store(guest_address(buf))?)))
}

/// `path_filestat_get(fd, flags, path) -> filestat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_filestat_get(fd: u32, flags: u32, path: u32, path_len: u32, buf: u32) -> u32 {
    status(path_filestat(fd, flags, path, path_len).and_then(|stat| Ok(stat.store(guest_address(buf))?)))
}

/// `fd_filestat_set_size(fd, size)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_filestat_set_size(fd: u32, size: u64) -> u32 {
    status(process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        descriptor.require_file(Rights::FD_FILESTAT_SET_SIZE)?;
        descriptor.require_writable_tree()?;
        Ok(rustix::io::retry_on_intr(|| rustix::fs::ftruncate(&descriptor.host, size))?)
    }))
}

/// `fd_filestat_set_times(fd, atim, mtim, fst_flags)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_filestat_set_times(fd: u32, atim: u64, mtim: u64, fst_flags: u32) -> u32 {
    status(fd_set_times(fd, atim, mtim, fst_flags))
}

/// `path_filestat_set_times(fd, flags, path, atim, mtim, fst_flags)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_filestat_set_times(
    fd: u32,
    flags: u32,
    path: u32,
    path_len: u32,
    atim: u64,
    mtim: u64,
    fst_flags: u32,
) -> u32 {
    status(path_set_times(fd, flags, (path, path_len), atim, mtim, fst_flags))
}

/// The `$filestat` of an open file.
pub(super) fn fd_filestat(fd: u32) -> Result<Filestat, Errno> {
    process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        descriptor.require(Rights::FD_FILESTAT_GET)?;
        let mut stat = match descriptor.kind {
            Kind::Stream { .. } => return Ok(Filestat::of_stream(descriptor.filetype())),
            _ => Filestat::from(rustix::fs::fstat(&descriptor.host)?),
        };
        stat.filetype = descriptor.filetype();
        Ok(stat)
    })
}

/// The `$filestat` of the file at a path.
pub(super) fn path_filestat(fd: u32, flags: u32, path: u32, path_len: u32) -> Result<Filestat, Errno> {
    let flags = LookupFlags::from_guest(flags)?;
    let mut path = GuestPath::copy_in(guest_address(path), path_len)?;
    process_table::with(|table| {
        let directory = table.get(fd)?;
        directory.require_directory(Rights::PATH_FILESTAT_GET)?;
        let follow = flags.contains(LookupFlags::SYMLINK_FOLLOW).into();
        Ok(sandbox::stat(directory.host.as_fd(), &mut path, follow)?.into())
    })
}

fn fd_set_times(fd: u32, atim: u64, mtim: u64, fst_flags: u32) -> Result<(), Errno> {
    let times = timestamps(atim, mtim, FstFlags::from_guest(fst_flags)?)?;
    process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        if !matches!(descriptor.kind, Kind::File(_) | Kind::Directory) {
            return Err(Errno::Badf);
        }
        descriptor.require(Rights::FD_FILESTAT_SET_TIMES)?;
        descriptor.require_writable_tree()?;
        Ok(files::futimens(&descriptor.host, &times)?)
    })
}

fn path_set_times(
    fd: u32,
    flags: u32,
    (path, path_len): (u32, u32),
    atim: u64,
    mtim: u64,
    fst_flags: u32,
) -> Result<(), Errno> {
    let flags = LookupFlags::from_guest(flags)?;
    let times = timestamps(atim, mtim, FstFlags::from_guest(fst_flags)?)?;
    let mut path = GuestPath::copy_in(guest_address(path), path_len)?;
    process_table::with(|table| {
        let directory = table.get(fd)?;
        directory.require_directory(Rights::PATH_FILESTAT_SET_TIMES)?;
        directory.require_writable_tree()?;
        let follow = flags.contains(LookupFlags::SYMLINK_FOLLOW).into();
        Ok(sandbox::set_times(directory.host.as_fd(), &mut path, follow, &times)?)
    })
}

/// The two times as the host takes them. A flag for a given time excludes the flag for the present time.
fn timestamps(atim: u64, mtim: u64, flags: FstFlags) -> Result<Timestamps, Errno> {
    Ok(Timestamps {
        last_access: time(atim, flags.contains(FstFlags::ATIM), flags.contains(FstFlags::ATIM_NOW))?,
        last_modification: time(mtim, flags.contains(FstFlags::MTIM), flags.contains(FstFlags::MTIM_NOW))?,
    })
}

fn time(value: u64, given: bool, now: bool) -> Result<Timespec, Errno> {
    match (given, now) {
        (true, true) => Err(Errno::Inval),
        (true, false) => Ok(Timespec { tv_sec: (value / NANOSECONDS) as i64, tv_nsec: (value % NANOSECONDS) as i64 }),
        (false, true) => Ok(Timespec { tv_sec: 0, tv_nsec: UTIME_NOW }),
        (false, false) => Ok(Timespec { tv_sec: 0, tv_nsec: UTIME_OMIT }),
    }
}
