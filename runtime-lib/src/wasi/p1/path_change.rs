//! The `path_*` functions that make, remove, rename and read directory entries.
//!
//! They are short because `wasi/host/sandbox.rs` does the work. What must not happen here: a change without
//! `require_writable_tree` of every directory involved, which is what makes a directory read-only.

use rustix::fd::AsFd;
use rustix::io::Errno as HostErrno;

use super::errno::{Errno, status};
use super::flags::LookupFlags;
use super::guest_address;
use super::rights::Rights;
use crate::wasi::host::descriptor::Descriptor;
use crate::wasi::host::process_table;
use crate::wasi::host::sandbox::{self, GuestPath, LinkTarget};

/// `path_create_directory(fd, path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_create_directory(fd: u32, path: u32, path_len: u32) -> u32 {
    status(change(fd, Rights::PATH_CREATE_DIRECTORY, (path, path_len), |directory, path| {
        sandbox::create_directory(directory.host.as_fd(), path)
    }))
}

/// `path_remove_directory(fd, path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_remove_directory(fd: u32, path: u32, path_len: u32) -> u32 {
    status(change(fd, Rights::PATH_REMOVE_DIRECTORY, (path, path_len), |directory, path| {
        sandbox::remove_directory(directory.host.as_fd(), path)
    }))
}

/// `path_unlink_file(fd, path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_unlink_file(fd: u32, path: u32, path_len: u32) -> u32 {
    status(change(fd, Rights::PATH_UNLINK_FILE, (path, path_len), |directory, path| {
        sandbox::unlink_file(directory.host.as_fd(), path)
    }))
}

/// `path_symlink(old_path, fd, new_path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_symlink(
    old_path: u32,
    old_path_len: u32,
    fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> u32 {
    status(LinkTarget::copy_in(guest_address(old_path), old_path_len).map_err(Errno::from).and_then(|target| {
        change(fd, Rights::PATH_SYMLINK, (new_path, new_path_len), |directory, path| {
            sandbox::symlink(&target, directory.host.as_fd(), path)
        })
    }))
}

/// `path_readlink(fd, path, buf) -> size`: a target longer than the buffer is cut.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_readlink(
    fd: u32,
    path: u32,
    path_len: u32,
    buf: u32,
    buf_len: u32,
    bufused: u32,
) -> u32 {
    status(readlink(fd, (path, path_len), (buf, buf_len), bufused))
}

/// `path_link(old_fd, old_flags, old_path, new_fd, new_path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_link(
    old_fd: u32,
    old_flags: u32,
    old_path: u32,
    old_path_len: u32,
    new_fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> u32 {
    status(link(old_fd, old_flags, (old_path, old_path_len), new_fd, (new_path, new_path_len)))
}

/// `path_rename(fd, old_path, new_fd, new_path)`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_wasi_path_rename(
    fd: u32,
    old_path: u32,
    old_path_len: u32,
    new_fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> u32 {
    status(rename(fd, (old_path, old_path_len), new_fd, (new_path, new_path_len)))
}

/// A path in guest memory: address and length.
type PathArgument = (u32, u32);

fn copy_path((address, bytes): PathArgument) -> Result<GuestPath, Errno> {
    Ok(GuestPath::copy_in(guest_address(address), bytes)?)
}

/// Runs an operation that changes something below one directory.
fn change(
    fd: u32,
    right: Rights,
    path: PathArgument,
    operation: impl FnOnce(&Descriptor, &mut GuestPath) -> Result<(), HostErrno>,
) -> Result<(), Errno> {
    let mut path = copy_path(path)?;
    process_table::with(|table| {
        let directory = table.get(fd)?;
        directory.require_directory(right)?;
        directory.require_writable_tree()?;
        Ok(operation(directory, &mut path)?)
    })
}

fn readlink(fd: u32, path: PathArgument, (buf, buf_len): (u32, u32), bufused: u32) -> Result<(), Errno> {
    let buffer = guest_address(buf).range(buf_len)?;
    let result = guest_address(bufused).range(4)?;
    let mut path = copy_path(path)?;
    let target = process_table::with(|table| {
        let directory = table.get(fd)?;
        directory.require_directory(Rights::PATH_READLINK)?;
        Ok::<_, Errno>(sandbox::read_link(directory.host.as_fd(), &mut path)?)
    })?;
    let used = buffer.copy_from(&target) as u32;
    result.copy_from(&used.to_le_bytes());
    Ok(())
}

fn link(old_fd: u32, old_flags: u32, old_path: PathArgument, new_fd: u32, new_path: PathArgument) -> Result<(), Errno> {
    let follow = LookupFlags::from_guest(old_flags)?.contains(LookupFlags::SYMLINK_FOLLOW).into();
    let (mut old_path, mut new_path) = (copy_path(old_path)?, copy_path(new_path)?);
    process_table::with(|table| {
        let (old, new) = table.get_pair(old_fd, new_fd)?;
        old.require_directory(Rights::PATH_LINK_SOURCE)?;
        new.require_directory(Rights::PATH_LINK_TARGET)?;
        // A second name below a writable directory would make a file of a read-only one writable.
        old.require_writable_tree()?;
        new.require_writable_tree()?;
        Ok(sandbox::link(old.host.as_fd(), &mut old_path, follow, new.host.as_fd(), &mut new_path)?)
    })
}

fn rename(fd: u32, old_path: PathArgument, new_fd: u32, new_path: PathArgument) -> Result<(), Errno> {
    let (mut old_path, mut new_path) = (copy_path(old_path)?, copy_path(new_path)?);
    process_table::with(|table| {
        let (old, new) = table.get_pair(fd, new_fd)?;
        old.require_directory(Rights::PATH_RENAME_SOURCE)?;
        new.require_directory(Rights::PATH_RENAME_TARGET)?;
        old.require_writable_tree()?;
        new.require_writable_tree()?;
        Ok(sandbox::rename(old.host.as_fd(), &mut old_path, new.host.as_fd(), &mut new_path)?)
    })
}
