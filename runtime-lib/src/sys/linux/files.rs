//! Files: the operations that differ between systems.
//!
//! It exists so that `wasi` calls them by one name. Operations that `rustix` has on all systems do not belong here, and
//! nothing here may decide what a guest is allowed to do.
//!
//! # Safety
//! Safe code only.

use core::num::NonZeroU64;

use rustix::fd::BorrowedFd;
pub use rustix::fs::{Advice, futimens, linkat, renameat, unlinkat, utimensat};
use rustix::fs::{FallocateFlags, OFlags, PROC_SUPER_MAGIC};
pub use rustix::io::{preadv, pwritev};

use super::super::Errno;

/// The flag for opening a file only to ask about it: it needs no right to read the file, whatever its type.
pub const TO_LOOK: Option<OFlags> = Some(OFlags::PATH);

/// The flags for opening a directory only to name the files in it.
pub const TO_NAME: OFlags = OFlags::PATH.union(OFlags::DIRECTORY);

/// Advises the system on how a file will be used. A length of 0 means up to its end.
///
/// # Errors
/// `ESPIPE` for a file that has no offsets.
pub fn advise(file: BorrowedFd<'_>, offset: u64, bytes: u64, advice: Advice) -> Result<(), Errno> {
    rustix::fs::fadvise(file, offset, NonZeroU64::new(bytes), advice)
}

/// Makes sure that a file has these bytes, and space on the disk for them.
///
/// # Errors
/// `ENOSPC`, `EFBIG`, and `EOPNOTSUPP` if the file system cannot do it.
pub fn allocate(file: BorrowedFd<'_>, offset: u64, bytes: u64) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fallocate(file, FallocateFlags::empty(), offset, bytes))
}

/// Waits until a file is on the disk.
///
/// # Errors
/// The error of the disk.
pub fn sync(file: BorrowedFd<'_>) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fsync(file))
}

/// Waits until a file's data is on the disk, and as much about the file as is needed to read it.
///
/// # Errors
/// The error of the disk.
pub fn sync_data(file: BorrowedFd<'_>) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fdatasync(file))
}

/// Whether writing to a file could write to the process itself, as it does for some files of `/proc`. Below a preopened
/// `/` there is `/proc/self/mem`, through which a guest would get around all bounds checks.
///
/// # Errors
/// As `fstatfs(2)`.
pub fn is_of_the_process(file: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(rustix::fs::fstatfs(file)?.f_type == PROC_SUPER_MAGIC)
}

/// Whether the names in a directory stand for the process's own descriptors. On this system such names are links, which
/// the sandbox refuses as links.
///
/// # Errors
/// None.
pub fn holds_descriptors(_directory: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(false)
}
