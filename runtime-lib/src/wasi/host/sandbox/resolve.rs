//! Resolves a path below a root: to an open file, or to a name in an open directory.
//!
//! **Security-critical.** This file chooses between the kernel's own containment (`openat2`) and the walk by hand
//! ([`super::walk`]); the rest of the sandbox does not know which of them resolved a path.
//!
//! What must not happen here: an `openat` of a path with several components.

use alloc::vec::Vec;
use core::ffi::CStr;

use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, readlinkat_raw};
use rustix::io::Errno;

use super::path::{GuestPath, PATH_BYTES_MAX, is_dots};
use super::walk;
use crate::sys::{beneath, files};

/// Whether a symbolic link in the last component is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// It is followed.
    Yes,
    /// The link is the file.
    No,
}

impl From<bool> for Follow {
    fn from(follow: bool) -> Follow {
        if follow { Follow::Yes } else { Follow::No }
    }
}

/// The end of a path: a name in a directory, or a directory.
#[derive(Debug)]
pub(super) enum PathEnd<'a> {
    /// A name in a directory. A file of that name need not exist.
    Entry(Entry<'a>),
    /// A directory without a name: the path ends with `.`, or with `..` if `parent` is set.
    Directory {
        /// The directory, opened only to be named in system calls.
        fd: OwnedFd,
        /// Whether it was named by `..`.
        parent: bool,
    },
}

/// A name in a directory. The name is one component, neither `.` nor `..`.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    directory: Parent<'a>,
    name: &'a CStr,
}

#[derive(Debug)]
enum Parent<'a> {
    Root(BorrowedFd<'a>),
    Opened(OwnedFd),
}

impl<'a> PathEnd<'a> {
    /// The entry, or this error for a directory without a name.
    pub(super) fn entry_or(self, error: Errno) -> Result<Entry<'a>, Errno> {
        match self {
            PathEnd::Entry(entry) => Ok(entry),
            PathEnd::Directory { .. } => Err(error),
        }
    }
}

impl Entry<'_> {
    /// The directory.
    pub(super) fn directory(&self) -> BorrowedFd<'_> {
        match &self.directory {
            Parent::Root(root) => *root,
            Parent::Opened(fd) => fd.as_fd(),
        }
    }

    /// The name in it.
    pub(super) fn name(&self) -> &CStr {
        self.name
    }
}

/// Resolves a path up to its last component, which need not exist. Links before the last component are followed.
pub(super) fn path_end<'a>(root: BorrowedFd<'a>, path: &'a mut GuestPath) -> Result<PathEnd<'a>, Errno> {
    let flags = files::TO_NAME;
    if is_dots(path.name()?) {
        let fd = open(root, path.text()?, Follow::Yes, flags, Mode::empty())?;
        return Ok(PathEnd::Directory { fd, parent: path.name()? == c".." });
    }
    let directory = path.with_parent(|parent| match parent {
        Some(parent) => Ok(Parent::Opened(open(root, parent, Follow::Yes, flags, Mode::empty())?)),
        None => Ok(Parent::Root(root)),
    })?;
    Ok(PathEnd::Entry(Entry { directory, name: path.name()? }))
}

/// Opens the file at `path`, which has no trailing slash.
pub(super) fn open(
    root: BorrowedFd<'_>,
    path: &CStr,
    follow: Follow,
    flags: OFlags,
    mode: Mode,
) -> Result<OwnedFd, Errno> {
    let flags = flags | OFlags::CLOEXEC | if follow == Follow::No { OFlags::NOFOLLOW } else { OFlags::empty() };
    if may_ask_the_kernel()
        && let Some(result) = beneath::open(root, path, flags, mode)
    {
        return result;
    }
    walk::open(root, path.to_bytes(), follow, flags, mode)
}

#[cfg(not(test))]
fn may_ask_the_kernel() -> bool {
    true
}

/// The text of a symbolic link; `EINVAL` for a file that is not a link.
pub(super) fn read_link(directory: BorrowedFd<'_>, name: &CStr) -> Result<Vec<u8>, Errno> {
    let mut target = Vec::new();
    target.try_reserve_exact(PATH_BYTES_MAX).map_err(|_| Errno::NOMEM)?;
    target.resize(PATH_BYTES_MAX, 0);
    let length = readlinkat_raw(directory, name, &mut target[..])?;
    if length >= PATH_BYTES_MAX {
        return Err(Errno::NAMETOOLONG);
    }
    target.truncate(length);
    Ok(target)
}

#[cfg(test)]
use forced::may_ask_the_kernel;
#[cfg(test)]
pub(super) use forced::walk_only;

/// Lets unit tests force the walk on a kernel that has `openat2`.
#[cfg(test)]
mod forced {
    use std::cell::Cell;

    std::thread_local! {
        static WALK_ONLY: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn may_ask_the_kernel() -> bool {
        !WALK_ONLY.get()
    }

    /// Sets whether this test resolves paths without the kernel's help.
    pub(in super::super) fn walk_only(value: bool) {
        WALK_ONLY.set(value);
    }
}
