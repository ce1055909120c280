//! Files: the operations that differ between systems.
//!
//! It exists so that `wasi` calls them by one name. Operations that `rustix` has on all systems do not belong here, and
//! nothing here may decide what a guest is allowed to do.
//!
//! # Safety
//! Each call gets descriptors that are borrowed during the call, strings that end with a zero, and structures that the
//! system only reads, or buffers that the caller lends.

use core::ffi::{CStr, c_int};

use rustix::fd::{AsFd, AsRawFd, BorrowedFd};
use rustix::fs::{AtFlags, CWD, FileType, OFlags, Timespec, Timestamps, fstat, statat};
use rustix::io::{IoSlice, IoSliceMut};

use super::super::Errno;
use super::{check, last_error};

/// The flag for opening a file only to ask about it. This system has none, so files are asked about by name.
pub const TO_LOOK: Option<OFlags> = None;

/// The flags for opening a directory only to name the files in it. On this system it has to be readable too.
pub const TO_NAME: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY);

/// How a file will be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Nothing is known.
    Normal,
    /// From its start to its end.
    Sequential,
    /// In no order.
    Random,
    /// Soon.
    WillNeed,
    /// Not soon.
    DontNeed,
    /// Once.
    NoReuse,
}

/// Advises the system on how a file will be used. This system has a call only for the advice to read ahead.
///
/// # Errors
/// None: ignored advice changes nothing.
pub fn advise(file: BorrowedFd<'_>, offset: u64, bytes: u64, advice: Advice) -> Result<(), Errno> {
    if advice == Advice::WillNeed {
        let ahead = libc::radvisory {
            ra_offset: i64::try_from(offset).unwrap_or(i64::MAX),
            ra_count: c_int::try_from(bytes).ok().filter(|&count| count != 0).unwrap_or(c_int::MAX),
        };
        // SAFETY: the system reads `ahead`.
        let _ = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_RDADVISE, &raw const ahead) };
    }
    Ok(())
}

/// Makes sure that a file has these bytes, and space on the disk for those beyond its end. Holes in the file stay
/// holes: no call can fill them without writing.
///
/// # Errors
/// `ENOSPC`, `EFBIG`, and `ENOTSUP` if the file system cannot do it.
pub fn allocate(file: BorrowedFd<'_>, offset: u64, bytes: u64) -> Result<(), Errno> {
    let end = offset.checked_add(bytes).and_then(|end| i64::try_from(end).ok()).ok_or(Errno::FBIG)?;
    let missing = end - fstat(file)?.st_size;
    if missing <= 0 {
        return Ok(());
    }
    let space = libc::fstore_t {
        fst_flags: libc::F_ALLOCATEALL,
        // Counted from the end of the file.
        fst_posmode: libc::F_PEOFPOSMODE,
        fst_offset: 0,
        fst_length: missing,
        fst_bytesalloc: 0,
    };
    rustix::io::retry_on_intr(|| {
        // SAFETY: the system reads `space`.
        check(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_PREALLOCATE, &raw const space) })
    })?;
    rustix::io::retry_on_intr(|| rustix::fs::ftruncate(file, end.cast_unsigned()))
}

/// Waits until a file is on the disk. On this system `fsync` only passes it to the disk, so it is called only if the
/// file system cannot wait.
///
/// # Errors
/// The error of the disk.
pub fn sync(file: BorrowedFd<'_>) -> Result<(), Errno> {
    match rustix::io::retry_on_intr(|| rustix::fs::fcntl_fullfsync(file)) {
        Err(Errno::NOTSUP | Errno::OPNOTSUPP | Errno::NOTTY | Errno::INVAL | Errno::NOSYS) => {
            rustix::io::retry_on_intr(|| rustix::fs::fsync(file))
        }
        result => result,
    }
}

/// As [`sync`]: this system has no call that does less.
///
/// # Errors
/// The error of the disk.
pub fn sync_data(file: BorrowedFd<'_>) -> Result<(), Errno> {
    sync(file)
}

/// Whether writing to a file could write to the process itself. This system has no such files.
///
/// # Errors
/// None.
pub fn is_of_the_process(_file: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(false)
}

/// Whether the names in a directory stand for the process's own descriptors, as they do in `/dev/fd`: opening a name
/// there duplicates that descriptor, even if the guest was not given it.
///
/// # Errors
/// As `fstat(2)`.
pub fn holds_descriptors(directory: BorrowedFd<'_>) -> Result<bool, Errno> {
    let stat = fstat(directory)?;
    if FileType::from_raw_mode(stat.st_mode) != FileType::Directory {
        return Ok(false);
    }
    // If `/dev/fd` does not exist, this directory is not `/dev/fd`.
    let descriptors = statat(CWD, c"/dev/fd", AtFlags::SYMLINK_NOFOLLOW);
    Ok(descriptors.is_ok_and(|other| (other.st_dev, other.st_ino) == (stat.st_dev, stat.st_ino)))
}

/// As `preadv(2)`.
///
/// # Errors
/// As that.
pub fn preadv(file: impl AsFd, buffers: &mut [IoSliceMut<'_>], offset: u64) -> Result<usize, Errno> {
    let count = c_int::try_from(buffers.len()).map_err(|_| Errno::INVAL)?;
    let offset = i64::try_from(offset).map_err(|_| Errno::INVAL)?;
    // SAFETY: an `IoSliceMut` is an `iovec`, and the buffers are lent for this call.
    let read = unsafe { libc::preadv(file.as_fd().as_raw_fd(), buffers.as_ptr().cast(), count, offset) };
    usize::try_from(read).map_err(|_| last_error())
}

/// As `pwritev(2)`.
///
/// # Errors
/// As that.
pub fn pwritev(file: impl AsFd, buffers: &[IoSlice<'_>], offset: u64) -> Result<usize, Errno> {
    let count = c_int::try_from(buffers.len()).map_err(|_| Errno::INVAL)?;
    let offset = i64::try_from(offset).map_err(|_| Errno::INVAL)?;
    // SAFETY: an `IoSlice` is an `iovec`, and the buffers are lent for this call.
    let written = unsafe { libc::pwritev(file.as_fd().as_raw_fd(), buffers.as_ptr().cast(), count, offset) };
    usize::try_from(written).map_err(|_| last_error())
}

/// As `linkat(2)`.
///
/// # Errors
/// As that.
pub fn linkat(
    old_directory: BorrowedFd<'_>,
    old_name: &CStr,
    new_directory: BorrowedFd<'_>,
    new_name: &CStr,
    flags: AtFlags,
) -> Result<(), Errno> {
    let (old, new) = (old_directory.as_raw_fd(), new_directory.as_raw_fd());
    // SAFETY: the descriptors are borrowed during the call, and the strings end with a zero.
    check(unsafe { libc::linkat(old, old_name.as_ptr(), new, new_name.as_ptr(), flags.bits() as c_int) }).map(drop)
}

/// As `renameat(2)`.
///
/// # Errors
/// As that.
pub fn renameat(
    old_directory: BorrowedFd<'_>,
    old_name: &CStr,
    new_directory: BorrowedFd<'_>,
    new_name: &CStr,
) -> Result<(), Errno> {
    let (old, new) = (old_directory.as_raw_fd(), new_directory.as_raw_fd());
    // SAFETY: the descriptors are borrowed during the call, and the strings end with a zero.
    check(unsafe { libc::renameat(old, old_name.as_ptr(), new, new_name.as_ptr()) }).map(drop)
}

/// As `unlinkat(2)`.
///
/// # Errors
/// As that.
pub fn unlinkat(directory: BorrowedFd<'_>, name: &CStr, flags: AtFlags) -> Result<(), Errno> {
    // SAFETY: the descriptors are borrowed during the call, and the strings end with a zero.
    check(unsafe { libc::unlinkat(directory.as_raw_fd(), name.as_ptr(), flags.bits() as c_int) }).map(drop)
}

/// As `utimensat(2)`.
///
/// # Errors
/// As that.
pub fn utimensat(directory: impl AsFd, name: &CStr, times: &Timestamps, flags: AtFlags) -> Result<(), Errno> {
    let (directory, times) = (directory.as_fd().as_raw_fd(), times_of(times));
    // SAFETY: the descriptors are borrowed during the call, and the strings end with a zero.
    check(unsafe { libc::utimensat(directory, name.as_ptr(), times.as_ptr(), flags.bits() as c_int) }).map(drop)
}

/// As `futimens(2)`.
///
/// # Errors
/// As that.
pub fn futimens(file: impl AsFd, times: &Timestamps) -> Result<(), Errno> {
    // SAFETY: the descriptor is borrowed during the call, which reads the two times.
    check(unsafe { libc::futimens(file.as_fd().as_raw_fd(), times_of(times).as_ptr()) }).map(drop)
}

/// The two times in the system's form.
fn times_of(times: &Timestamps) -> [libc::timespec; 2] {
    let time = |time: &Timespec| libc::timespec { tv_sec: time.tv_sec, tv_nsec: time.tv_nsec };
    [time(&times.last_access), time(&times.last_modification)]
}
