//! Paths that the kernel resolves without leaving a directory: this system has no such call, so the sandbox always
//! walks.
//!
//! It exists so that the sandbox need not know the system. `O_NOFOLLOW_ANY` would refuse every link, although a guest
//! may follow links that stay below its root; `O_RESOLVE_BENEATH` is younger than the oldest system that executables
//! are made for. An answer other than `None` would be a hole in the sandbox.
//!
//! # Safety
//! Safe code only.

use core::ffi::CStr;

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags};

use super::super::Errno;

/// Always `None`: the caller has to walk.
pub fn open(_root: BorrowedFd<'_>, _path: &CStr, _flags: OFlags, _mode: Mode) -> Option<Result<OwnedFd, Errno>> {
    None
}
