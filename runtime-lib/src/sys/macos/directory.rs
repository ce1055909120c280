//! Reading the entries of a directory, block by block.
//!
//! The system call behind this is not a public one, so it is `readdir`, with a stream of our own: its descriptor is opened
//! anew, so that its offset is nobody else's.
//!
//! # Safety
//! A stream is used by its [`Reader`] alone, from `fdopendir` until `closedir`. An entry is valid until the next call on
//! its stream, and is given to the caller for less.

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
    /// Its type, where the directory knows it.
    pub kind: FileType,
    /// Its name.
    pub name: &'a CStr,
}

/// Where the reading of a directory stands.
#[derive(Debug, Default)]
pub struct Reader {
    stream: Option<Stream>,
}

/// A stream of `fdopendir`.
#[derive(Debug)]
struct Stream(NonNull<libc::DIR>);

// SAFETY: any thread may use a stream, one at a time.
unsafe impl Send for Stream {}

impl Reader {
    /// Goes back to the start, so that changes to the directory show.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn rewind(&mut self, directory: BorrowedFd<'_>) -> Result<(), Errno> {
        // A stream keeps what it has read, and a place for each position that it was asked for.
        self.stream = None;
        self.stream(directory).map(drop)
    }

    /// Where the next block begins.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn position(&mut self, directory: BorrowedFd<'_>) -> Result<u64, Errno> {
        let stream = self.stream(directory)?;
        // SAFETY: the stream is open.
        Ok(unsafe { libc::telldir(stream) }.cast_unsigned())
    }

    /// Goes to where a block began, as [`Reader::position`] said since the last [`Reader::rewind`]; 0 is the start.
    ///
    /// # Errors
    /// As `openat(2)`.
    pub fn seek(&mut self, directory: BorrowedFd<'_>, position: u64) -> Result<(), Errno> {
        if position == 0 {
            return self.rewind(directory);
        }
        let stream = self.stream(directory)?;
        // SAFETY: the stream is open; a position that is none of its own is ignored.
        unsafe { libc::seekdir(stream, position as c_long) };
        Ok(())
    }

    /// Hands the entries of the next block to `add`; returns whether there are none behind it.
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
            // Null is the end or an error, and only `errno` says which.
            // SAFETY: the address of this thread's `errno`.
            unsafe { *libc::__error() = 0 };
            // SAFETY: the stream is open.
            let entry = unsafe { libc::readdir(stream) };
            if entry.is_null() {
                let error = last_error();
                return if error.raw_os_error() == 0 { Ok(true) } else { Err(error) };
            }
            // An entry is as long as its name, and may be shorter than the structure: no reference to the whole.
            // SAFETY: the fields before the name are there.
            let (inode, kind) = unsafe { ((&raw const (*entry).d_ino).read(), (&raw const (*entry).d_type).read()) };
            // SAFETY: the name ends with a zero, and the stream is not used before `add` is through.
            let name = unsafe { CStr::from_ptr((&raw const (*entry).d_name).cast()) };
            add(HostEntry { inode, kind: file_type(kind), name })?;
        }
        Ok(false)
    }

    /// The stream, which is opened if there is none.
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
        // SAFETY: an open directory, which the stream owns from here on.
        match NonNull::new(unsafe { libc::fdopendir(fd) }) {
            Some(stream) => Ok(Stream(stream)),
            None => {
                let error = last_error();
                // SAFETY: open still, as no stream owns it.
                drop(unsafe { OwnedFd::from_raw_fd(fd) });
                Err(error)
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // What is only read cannot be lost by an error.
        // SAFETY: open, and not used again.
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
