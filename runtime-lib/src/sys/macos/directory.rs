//! Reading the entries of a directory, block by block.
//!
//! It exists because the systems differ in how positions in a directory are kept. The system call for it is not public
//! here, so this is `readdir` on a stream of its own, whose descriptor is opened anew: no other code may change its
//! offset.
//!
//! # Safety
//! Only its [`Reader`] uses a stream, from `fdopendir` until `closedir`. An entry is valid until the next call on its
//! stream, and is lent to the caller for a shorter time.

use core::ffi::{CStr, c_long};
use core::ptr::NonNull;

use rustix::fd::{BorrowedFd, FromRawFd, IntoRawFd, OwnedFd};
use rustix::fs::{FileType, Mode, OFlags, openat};

use super::super::Errno;
use super::last_error;

/// Entries of one block.
const BLOCK_ENTRIES: usize = 256;

/// An entry as the system gives it.
#[derive(Clone, Copy, Debug)]
pub struct HostEntry<'a> {
    /// Its inode number.
    pub inode: u64,
    /// Its type, if the directory records it.
    pub kind: FileType,
    /// Its name.
    pub name: &'a CStr,
}

/// The position in a directory.
#[derive(Debug, Default)]
pub struct Reader {
    stream: Option<Stream>,
}

/// A stream of `fdopendir`.
#[derive(Debug)]
struct Stream(NonNull<libc::DIR>);

// SAFETY: libSystem lets any thread use a stream, one at a time, and a `Reader` is borrowed exclusively for each call.
unsafe impl Send for Stream {}

impl Reader {
    /// Goes back to the start, so that changes to the directory show.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn rewind(&mut self, directory: BorrowedFd<'_>) -> Result<(), Errno> {
        // A stream keeps the entries that it has read, and memory for each position that it was asked for.
        self.stream = None;
        self.stream(directory).map(drop)
    }

    /// The position at which the next block begins.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn position(&mut self, directory: BorrowedFd<'_>) -> Result<u64, Errno> {
        let stream = self.stream(directory)?;
        // SAFETY: `stream` returned an open stream.
        Ok(unsafe { libc::telldir(stream) }.cast_unsigned())
    }

    /// Goes to a position at which a block began, as [`Reader::position`] returned it since the last
    /// [`Reader::rewind`]; 0 is the start.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn seek(&mut self, directory: BorrowedFd<'_>, position: u64) -> Result<(), Errno> {
        if position == 0 {
            return self.rewind(directory);
        }
        let stream = self.stream(directory)?;
        // SAFETY: `stream` returned an open stream, which ignores a position that it does not know.
        unsafe { libc::seekdir(stream, position as c_long) };
        Ok(())
    }

    /// Passes the entries of the next block to `add`. Returns whether the directory ends with it.
    ///
    /// # Errors
    /// As `readdir(3)`, or of `add`.
    pub fn read_block(
        &mut self,
        directory: BorrowedFd<'_>,
        mut add: impl FnMut(HostEntry<'_>) -> Result<(), Errno>,
    ) -> Result<bool, Errno> {
        let stream = self.stream(directory)?;
        for _ in 0..BLOCK_ENTRIES {
            // Null means the end or an error, and only `errno` tells them apart.
            // SAFETY: the function returns the address of this thread's `errno`, which always exists.
            unsafe { *libc::__error() = 0 };
            // SAFETY: `stream` returned an open stream.
            let entry = unsafe { libc::readdir(stream) };
            if entry.is_null() {
                let error = last_error();
                return if error.raw_os_error() == 0 { Ok(true) } else { Err(error) };
            }
            // An entry may be shorter than the structure, if its name is, so no reference to the structure may be made.
            // SAFETY: every entry has the fields before the name.
            let (inode, kind) = unsafe { ((&raw const (*entry).d_ino).read(), (&raw const (*entry).d_type).read()) };
            // SAFETY: the system ends the name with a zero, and the stream is not used before `add` returns.
            let name = unsafe { CStr::from_ptr((&raw const (*entry).d_name).cast()) };
            add(HostEntry { inode, kind: file_type(kind), name })?;
        }
        Ok(false)
    }

    /// The stream, opened at the first call.
    fn stream(&mut self, directory: BorrowedFd<'_>) -> Result<*mut libc::DIR, Errno> {
        let stream = match self.stream.take() {
            Some(stream) => stream,
            None => Stream::open(directory)?,
        };
        Ok(self.stream.insert(stream).0.as_ptr())
    }
}

impl Stream {
    fn open(directory: BorrowedFd<'_>) -> Result<Stream, Errno> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let fd = rustix::io::retry_on_intr(|| openat(directory, c".", flags, Mode::empty()))?.into_raw_fd();
        // SAFETY: the descriptor was opened above, and the stream owns it from here on.
        match NonNull::new(unsafe { libc::fdopendir(fd) }) {
            Some(stream) => Ok(Stream(stream)),
            None => {
                let error = last_error();
                // SAFETY: `fdopendir` failed, so the descriptor is still open and nothing else owns it.
                drop(unsafe { OwnedFd::from_raw_fd(fd) });
                Err(error)
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // The stream was only read from, so an error loses nothing.
        // SAFETY: the stream is open, and its only owner ends here.
        let _ = unsafe { libc::closedir(self.0.as_ptr()) };
    }
}

/// `d_type` (`sys/dirent.h`).
fn file_type(kind: u8) -> FileType {
    match kind {
        libc::DT_REG => FileType::RegularFile,
        libc::DT_DIR => FileType::Directory,
        libc::DT_LNK => FileType::Symlink,
        libc::DT_CHR => FileType::CharacterDevice,
        libc::DT_BLK => FileType::BlockDevice,
        libc::DT_SOCK => FileType::Socket,
        libc::DT_FIFO => FileType::Fifo,
        _ => FileType::Unknown,
    }
}
