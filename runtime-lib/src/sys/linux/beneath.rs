//! Paths that the kernel resolves without leaving a directory (`openat2`).
//!
//! **Security-critical**: an error here opens files outside the guest's directories. It exists because the kernel
//! resolves in one call, and without races, what the walk in `wasi/host/sandbox.rs` does component by component. The
//! sandbox must be the only caller, and an answer that is not certain must be `None`, so that the sandbox walks.
//!
//! # Safety
//! Safe code only.

use core::ffi::CStr;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};

use super::super::Errno;

/// How often `openat2` is repeated when a rename on the host interferes, before the caller walks. Renames do not
/// disturb the walk, so a host that renames all the time delays the guest but does not stop it.
const ATTEMPTS_MAX: u32 = 32;

/// Set once the kernel, or a system-call filter, has answered that there is no `openat2`.
static NO_OPENAT2: AtomicBool = AtomicBool::new(false);

/// Opens a path below `root`. `None` if the kernel gives no certain answer: then the caller has to walk.
///
/// # Errors
/// `EPERM` for a path that leaves the root, otherwise the error of opening the file.
pub fn open(root: BorrowedFd<'_>, path: &CStr, flags: OFlags, mode: Mode) -> Option<Result<OwnedFd, Errno>> {
    if NO_OPENAT2.load(Relaxed) {
        return None;
    }
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
    for _ in 0..ATTEMPTS_MAX {
        match openat2(root, path, flags, mode, resolve) {
            Ok(fd) => return Some(Ok(fd)),
            // Something was renamed or mounted below the root, so the kernel cannot vouch for a `..` on the way.
            Err(Errno::AGAIN | Errno::INTR) => {}
            // The answer to a path that leaves the root.
            Err(Errno::XDEV) => return Some(Err(Errno::PERM)),
            Err(Errno::NOSYS) => {
                NO_OPENAT2.store(true, Relaxed);
                return None;
            }
            // The answer is that of the file or of a system-call filter. The walk will get that of the file.
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
