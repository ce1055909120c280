//! Paths that the kernel resolves without leaving a directory: there is no such call here.
//!
//! `O_NOFOLLOW_ANY` refuses every link, where a guest may follow those that stay below its root; `O_RESOLVE_BENEATH` is
//! younger than the oldest system that executables are made for. So the walk by hand does all of it.
//!
//! # Safety
//! Safe code only.

use core::ffi::CStr;

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags};

use super::super::Errno;

/// Opens a path below `root`: never, the caller walks.
pub fn open(_root: BorrowedFd<'_>, _path: &CStr, _flags: OFlags, _mode: Mode) -> Option<Result<OwnedFd, Errno>> {
    None
}
