//! Files: what the systems spell differently.
//!
//! # Safety
//! Each call gets descriptors that are borrowed for its time, strings that end with a zero, and structures that the system
//! reads, or buffers that the caller lends.

use core::ffi::{CStr, c_int};

use rustix::fd::{AsFd, AsRawFd, BorrowedFd};
use rustix::fs::{AtFlags, CWD, FileType, OFlags, Timespec, Timestamps, fstat, statat};
use rustix::io::{IoSlice, IoSliceMut};

use super::super::Errno;
use super::{check, last_error};

/// How a file is opened only to be looked at: there is no such way, so it is asked for by name.
pub const TO_LOOK: Option<OFlags> = None;

/// How a directory is opened only to name what is in it. It has to be readable too.
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

/// Advises the system on how a file will be used. Of all advice, only that to read ahead has a call.
///
/// # Errors
/// None: advice that is not taken changes nothing.
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

/// Makes sure that a file has these bytes. Space is set aside for those beyond its end: holes in it stay holes, which no
/// call can fill without writing.
///
/// # Errors
/// `ENOSPC`, `EFBIG`, and `ENOTSUP` where the file system cannot.
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

/// Waits until a file is on the disk. `fsync` only hands it to the disk here, so it is asked only where the file system
/// cannot wait.
///
/// # Errors
/// Of the disk.
pub fn sync(file: BorrowedFd<'_>) -> Result<(), Errno> {
    match rustix::io::retry_on_intr(|| rustix::fs::fcntl_fullfsync(file)) {
        Err(Errno::NOTSUP | Errno::OPNOTSUPP | Errno::NOTTY | Errno::INVAL | Errno::NOSYS) => {
            rustix::io::retry_on_intr(|| rustix::fs::fsync(file))
        }
        result => result,
    }
}

/// As [`sync`]: there is no call that does less.
///
/// # Errors
/// Of the disk.
pub fn sync_data(file: BorrowedFd<'_>) -> Result<(), Errno> {
    sync(file)
}

/// Whether writing to a file would write to the process itself: there are no such files.
///
/// # Errors
/// None.
pub fn is_of_the_process(_file: BorrowedFd<'_>) -> Result<bool, Errno> {
    Ok(false)
}

/// Whether the names in a directory stand for the process's own descriptors. In `/dev/fd` they do: to open one is to
/// duplicate the descriptor, whoever it was given to.
///
/// # Errors
/// Of `fstat(2)`.
pub fn holds_descriptors(directory: BorrowedFd<'_>) -> Result<bool, Errno> {
    let stat = fstat(directory)?;
    if FileType::from_raw_mode(stat.st_mode) != FileType::Directory {
        return Ok(false);
    }
    // Where it does not exist, it is not this one.
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
    // SAFETY: as the module says.
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
    // SAFETY: as the module says.
    check(unsafe { libc::renameat(old, old_name.as_ptr(), new, new_name.as_ptr()) }).map(drop)
}

/// As `unlinkat(2)`.
///
/// # Errors
/// As that.
pub fn unlinkat(directory: BorrowedFd<'_>, name: &CStr, flags: AtFlags) -> Result<(), Errno> {
    // SAFETY: as the module says.
    check(unsafe { libc::unlinkat(directory.as_raw_fd(), name.as_ptr(), flags.bits() as c_int) }).map(drop)
}

/// As `utimensat(2)`.
///
/// # Errors
/// As that.
pub fn utimensat(directory: impl AsFd, name: &CStr, times: &Timestamps, flags: AtFlags) -> Result<(), Errno> {
    let (directory, times) = (directory.as_fd().as_raw_fd(), times_of(times));
    // SAFETY: as the module says.
    check(unsafe { libc::utimensat(directory, name.as_ptr(), times.as_ptr(), flags.bits() as c_int) }).map(drop)
}

/// As `futimens(2)`.
///
/// # Errors
/// As that.
pub fn futimens(file: impl AsFd, times: &Timestamps) -> Result<(), Errno> {
    // SAFETY: as the module says.
    check(unsafe { libc::futimens(file.as_fd().as_raw_fd(), times_of(times).as_ptr()) }).map(drop)
}

/// The pair that the system takes.
fn times_of(times: &Timestamps) -> [libc::timespec; 2] {
    let time = |time: &Timespec| libc::timespec { tv_sec: time.tv_sec, tv_nsec: time.tv_nsec };
    [time(&times.last_access), time(&times.last_modification)]
}
