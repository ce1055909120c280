//! Files: what the systems spell differently.
//!
//! # Safety
//! Safe code only.

use core::num::NonZeroU64;

use rustix::fd::BorrowedFd;
pub use rustix::fs::{Advice, futimens, linkat, renameat, unlinkat, utimensat};
use rustix::fs::{FallocateFlags, OFlags, PROC_SUPER_MAGIC};
pub use rustix::io::{preadv, pwritev};

use super::super::Errno;

/// How a file is opened only to be looked at, whatever it is and whoever may read it.
pub const TO_LOOK: Option<OFlags> = Some(OFlags::PATH);

/// How a directory is opened only to name what is in it.
pub const TO_NAME: OFlags = OFlags::PATH.union(OFlags::DIRECTORY);

/// Advises the system on how a file will be used. No length means to its end.
///
/// # Errors
/// `ESPIPE` for what has no offsets.
pub fn advise(file: BorrowedFd<'_>, offset: u64, bytes: u64, advice: Advice) -> Result<(), Errno> {
    rustix::fs::fadvise(file, offset, NonZeroU64::new(bytes), advice)
}

/// Makes sure that a file has these bytes, and space for them.
///
/// # Errors
/// `ENOSPC`, `EFBIG`, and `EOPNOTSUPP` where the file system cannot.
pub fn allocate(file: BorrowedFd<'_>, offset: u64, bytes: u64) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fallocate(file, FallocateFlags::empty(), offset, bytes))
}

/// Waits until a file is on the disk.
///
/// # Errors
/// Of the disk.
pub fn sync(file: BorrowedFd<'_>) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fsync(file))
}

/// Waits until a file's data is on the disk, and what is needed to read it.
///
/// # Errors
/// Of the disk.
pub fn sync_data(file: BorrowedFd<'_>) -> Result<(), Errno> {
    rustix::io::retry_on_intr(|| rustix::fs::fdatasync(file))
}

/// Whether writing to a file would write to the process itself: files of `/proc`, which all have no size. Below a
/// preopened `/` there is `/proc/self/mem`, which knows no bounds checks.
///
/// # Errors
/// Of `fstatfs(2)`.
pub fn is_of_the_process(file: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(rustix::fs::fstatfs(file)?.f_type == PROC_SUPER_MAGIC)
}

/// Whether the names in a directory stand for the process's own descriptors. They are links here, to be refused as such.
///
/// # Errors
/// None.
pub fn holds_descriptors(_directory: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(false)
}
