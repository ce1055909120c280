//! `fd_close`, `fd_renumber`, `fd_fdstat_*` and `fd_prestat_*`: functions on descriptors as such.
//!
//! What must not happen here: a close while the table is locked, because a slow file system can make it wait.

use rustix::fs::OFlags;

use super::errno::{Errno, status};
use super::flags::FdFlags;
use super::guest_address;
use super::rights::Rights;
use crate::wasi::host::descriptor::{Descriptor, HostFd, Kind};
use crate::wasi::host::process_table;

/// `fd_close(fd)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_close(fd: u32) -> u32 {
    // A close can wait for a slow file system.
    let closed = process_table::with(|table| table.detach(fd));
    status(closed.and_then(|host| host.map_or(Ok(()), HostFd::close)).map_err(Errno::from))
}

/// `fd_renumber(fd, to)`: `to` must be in use; its descriptor is closed, even that of a preopened directory.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_renumber(fd: u32, to: u32) -> u32 {
    status(process_table::with(|table| table.renumber(fd, to)).map_err(Errno::from))
}

/// `fd_fdstat_get(fd) -> fdstat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_fdstat_get(fd: u32, stat: u32) -> u32 {
    status(fdstat_get(fd, stat))
}

/// `fd_fdstat_set_flags(fd, flags)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_fdstat_set_flags(fd: u32, flags: u32) -> u32 {
    status(fdstat_set_flags(fd, flags))
}

/// `fd_fdstat_set_rights(fd, fs_rights_base, fs_rights_inheriting)`: rights can only be given up.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_fdstat_set_rights(fd: u32, base: u64, inheriting: u64) -> u32 {
    status(fdstat_set_rights(fd, base, inheriting))
}

/// `fd_prestat_get(fd) -> prestat`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_prestat_get(fd: u32, prestat: u32) -> u32 {
    status(prestat_get(fd, prestat))
}

/// `fd_prestat_dir_name(fd, path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_fd_prestat_dir_name(fd: u32, path: u32, path_len: u32) -> u32 {
    status(prestat_dir_name(fd, path, path_len))
}

fn fdstat_get(fd: u32, stat: u32) -> Result<(), Errno> {
    let bytes = process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        let mut bytes = [0; 24];
        bytes[0] = descriptor.filetype() as u8;
        bytes[2..4].copy_from_slice(&(FdFlags::from(descriptor.flags).bits() as u16).to_le_bytes());
        bytes[8..16].copy_from_slice(&descriptor.rights().bits().to_le_bytes());
        bytes[16..24].copy_from_slice(&descriptor.inheriting().bits().to_le_bytes());
        Ok::<_, Errno>(bytes)
    })?;
    Ok(guest_address(stat).write(&bytes)?)
}

fn fdstat_set_flags(fd: u32, flags: u32) -> Result<(), Errno> {
    let flags = FdFlags::from_guest(flags)?;
    process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        if descriptor.kind == Kind::Directory {
            return Err(Errno::Badf);
        }
        descriptor.require(Rights::FD_FDSTAT_SET_FLAGS)?;
        match descriptor.host {
            HostFd::Owned(_) => set_host_flags(descriptor, flags)?,
            // Other processes share the open file of a standard stream, so its flags stay; `transfer.rs` emulates.
            HostFd::Standard(_) if flags.intersects(FdFlags::ANY_SYNC.union(FdFlags::APPEND)) => {
                return Err(Errno::Inval);
            }
            HostFd::Standard(_) => {}
        }
        descriptor.flags = flags.into();
        Ok(())
    })
}

/// Changes append and non-blocking mode. Hosts cannot change how an open file synchronizes.
fn set_host_flags(descriptor: &Descriptor, flags: FdFlags) -> Result<(), Errno> {
    let present = FdFlags::from(descriptor.flags);
    for flag in [FdFlags::DSYNC, FdFlags::RSYNC, FdFlags::SYNC] {
        if flags.contains(flag) != present.contains(flag) {
            return Err(Errno::Inval);
        }
    }
    let mut host = rustix::fs::fcntl_getfl(&descriptor.host)?;
    host.set(OFlags::APPEND, flags.contains(FdFlags::APPEND));
    host.set(OFlags::NONBLOCK, flags.contains(FdFlags::NONBLOCK));
    Ok(rustix::fs::fcntl_setfl(&descriptor.host, host)?)
}

fn fdstat_set_rights(fd: u32, base: u64, inheriting: u64) -> Result<(), Errno> {
    let base = Rights::from_guest(base)?;
    let inheriting = Rights::from_guest(inheriting)?;
    process_table::with(|table| {
        let descriptor = table.get_settled(fd)?;
        if !descriptor.rights().contains(base) || !descriptor.inheriting().contains(inheriting) {
            return Err(Errno::Notcapable);
        }
        descriptor.set_rights(base, inheriting);
        Ok(())
    })
}

fn prestat_get(fd: u32, prestat: u32) -> Result<(), Errno> {
    let name_bytes = process_table::with(|table| {
        // `badf` unless it is a preopened directory: this ends the scan that C libraries make from 3 on.
        let name = table.get(fd)?.preopen.ok_or(Errno::Badf)?;
        u32::try_from(name.len()).map_err(|_| Errno::Overflow)
    })?;
    let mut bytes = [0; 8];
    bytes[4..8].copy_from_slice(&name_bytes.to_le_bytes());
    Ok(guest_address(prestat).write(&bytes)?)
}

fn prestat_dir_name(fd: u32, path: u32, path_len: u32) -> Result<(), Errno> {
    let name = process_table::with(|table| {
        let descriptor = table.get(fd)?;
        descriptor.preopen.ok_or(if descriptor.kind == Kind::Directory { Errno::Badf } else { Errno::Notdir })
    })?;
    if name.len() > path_len as usize {
        return Err(Errno::Nametoolong);
    }
    Ok(guest_address(path).write(name)?)
}
