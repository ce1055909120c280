//! Reading the entries of a directory, block by block.
//!
//! It exists because the systems differ in how positions in a directory are kept. Nothing here may keep entries: what
//! the guest asks for decides how much is read.
//!
//! # Safety
//! Safe code only. `rustix` parses the kernel's entries.

use alloc::vec::Vec;
use core::ffi::CStr;
use core::mem::MaybeUninit;

use rustix::fd::BorrowedFd;
use rustix::fs::{FileType, RawDir, SeekFrom};

use super::super::Errno;

/// Bytes that the kernel fills in one call.
const BLOCK_BYTES: usize = 16 * 1024;

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

/// The position in a directory. On this system it is the offset of the descriptor, which nothing else uses.
#[derive(Debug, Default)]
pub struct Reader;

impl Reader {
    /// Goes back to the start, so that changes to the directory show.
    ///
    /// # Errors
    /// As `lseek(2)`.
    pub fn rewind(&mut self, directory: BorrowedFd<'_>) -> Result<(), Errno> {
        self.seek(directory, 0)
    }

    /// The position at which the next block begins.
    ///
    /// # Errors
    /// As `lseek(2)`.
    pub fn position(&mut self, directory: BorrowedFd<'_>) -> Result<u64, Errno> {
        rustix::fs::tell(directory)
    }

    /// Goes to a position at which a block began; 0 is the start.
    ///
    /// # Errors
    /// As `lseek(2)`.
    pub fn seek(&mut self, directory: BorrowedFd<'_>, position: u64) -> Result<(), Errno> {
        rustix::fs::seek(directory, SeekFrom::Start(position)).map(drop)
    }

    /// Passes the entries of the next block to `add`. Returns whether the directory ends with it.
    ///
    /// # Errors
    /// As `getdents64(2)`, or of `add`.
    pub fn read_block(
        &mut self,
        directory: BorrowedFd<'_>,
        mut add: impl FnMut(HostEntry<'_>) -> Result<(), Errno>,
    ) -> Result<bool, Errno> {
        let mut buffer: Vec<MaybeUninit<u8>> = Vec::new();
        buffer.try_reserve_exact(BLOCK_BYTES).map_err(|_| Errno::NOMEM)?;
        buffer.resize(BLOCK_BYTES, MaybeUninit::uninit());
        let mut entries = RawDir::new(directory, &mut buffer);
        loop {
            match entries.next() {
                None => return Ok(true),
                Some(Err(Errno::INTR)) => {}
                Some(Err(error)) => return Err(error),
                Some(Ok(entry)) => {
                    add(HostEntry { inode: entry.ino(), kind: entry.file_type(), name: entry.file_name() })?;
                    if entries.is_buffer_empty() {
                        return Ok(false);
                    }
                }
            }
        }
    }
}
