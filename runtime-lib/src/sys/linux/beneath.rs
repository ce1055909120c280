//! Paths that the kernel resolves without leaving a directory (`openat2`).
//!
//! **Security-critical**, as `wasi/host/sandbox.rs` is, which is the only caller.
//!
//! # Safety
//! Safe code only.

use core::ffi::CStr;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};

use super::super::Errno;

/// How often `openat2` is asked again when a rename on the host gets in its way, before the caller walks. The walk has no
/// such trouble, so a host that renames all the time delays the guest but does not stop it.
const ATTEMPTS_MAX: u32 = 32;

/// Set once the kernel, or a filter before it, has said that there is no `openat2`.
static NO_OPENAT2: AtomicBool = AtomicBool::new(false);

/// Opens a path below `root`; `None` where the kernel cannot say, and the caller has to walk.
///
/// # Errors
/// `EPERM` for a path that leaves the root, and whatever the file says.
pub fn open(root: BorrowedFd<'_>, path: &CStr, flags: OFlags, mode: Mode) -> Option<Result<OwnedFd, Errno>> {
    if NO_OPENAT2.load(Relaxed) {
        return None;
    }
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    for _ in 0..ATTEMPTS_MAX {
        match openat2(root, path, flags, mode, resolve) {
            Ok(fd) => return Some(Ok(fd)),
            // A rename or mount somewhere below the root: the kernel cannot be sure of a `..` it has gone through.
            Err(Errno::AGAIN | Errno::INTR) => {}
            // What `openat2` says to a path that leaves the root.
            Err(Errno::XDEV) => return Some(Err(Errno::PERM)),
            Err(Errno::NOSYS) => {
                NO_OPENAT2.store(true, Relaxed);
                return None;
            }
            // Either the file's answer or a system-call filter's; the walk gets the file's.
            Err(Errno::PERM) => {
                let probe = openat2(root, c".", OFlags::PATH | OFlags::CLOEXEC, Mode::empty(), resolve);
                if probe.is_err_and(|error| error == Errno::PERM) {
                    NO_OPENAT2.store(true, Relaxed);
                }
                return None;
            }
            Err(error) => return Some(Err(error)),
        }
    }
    None
}
