//! Reading a directory by cookies.
//!
//! A guest gets each entry with the cookie of the next one, and may continue from any cookie that it got. Cookies here
//! are ordinals: 0 is `.`, 1 is `..`, 2 is the first entry of the host, and so on. The host's own offsets will not do:
//! on some file systems they are hash values, so a guest's invented offset could not be told from a real one. The block
//! of entries last read from the host stays in memory. It serves a guest that continues, or that goes back a little
//! because the last entry did not fit its buffer. For longer ways back the host's offset of every block is remembered,
//! so a directory of any size is read in linear time.
//!
//! `.` and `..` are made up here. They always come first, and both have the directory's own inode, because the guest
//! must not learn where in the host a preopened directory is.
//!
//! What must not happen here: an entry passed on whose name is not UTF-8; the guest could not use it in any call.
//!
//! # Safety
//!
//! Safe code only. The host's entries are read in `sys`.

use alloc::vec::Vec;

use rustix::fd::BorrowedFd;
use rustix::fs::{AtFlags, FileType, statat};
use rustix::io::Errno;

use crate::sys::directory::{HostEntry, Reader};

/// Entries before the host's first.
const OWN_ENTRIES: u64 = 2;

/// One entry of a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectoryEntry<'a> {
    /// The cookie of the entry behind this one.
    pub next: u64,
    /// Its inode number.
    pub inode: u64,
    /// Its type.
    pub kind: FileType,
    /// Its name.
    pub name: &'a [u8],
}

/// The position of a guest that reads a directory, and the entries around it.
#[derive(Debug, Default)]
pub struct Listing {
    /// The position in the host's directory.
    reader: Reader,
    /// The entries of the present block.
    block: Vec<BlockEntry>,
    /// Their names, one behind the other.
    names: Vec<u8>,
    /// Number of the first entry of the present block, counted from the host's first.
    block_start: u64,
    /// For each block that has been read: the number of its first entry, and the host's offset of it.
    marks: Vec<Mark>,
    /// Whether the present block is the last.
    at_end: bool,
}

#[derive(Clone, Copy, Debug)]
struct BlockEntry {
    inode: u64,
    kind: FileType,
    name_start: u32,
    name_bytes: u16,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    first: u64,
    offset: u64,
}

impl Listing {
    /// Forgets all entries, so that changes to the directory show. A cookie of zero asks for this.
    pub fn rewind(&mut self, directory: BorrowedFd<'_>) -> Result<(), Errno> {
        self.block = Vec::new();
        self.names = Vec::new();
        self.marks = Vec::new();
        (self.block_start, self.at_end) = (0, false);
        self.reader.rewind(directory)
    }

    /// The entry at `cookie`, or `None` at the end and beyond.
    pub fn entry(&mut self, directory: BorrowedFd<'_>, cookie: u64) -> Result<Option<DirectoryEntry<'_>>, Errno> {
        if cookie < OWN_ENTRIES {
            let inode = rustix::fs::fstat(directory)?.st_ino;
            let name: &[u8] = if cookie == 0 { b"." } else { b".." };
            return Ok(Some(DirectoryEntry { next: cookie + 1, inode, kind: FileType::Directory, name }));
        }
        let number = cookie - OWN_ENTRIES;
        if !self.load(directory, number)? {
            return Ok(None);
        }
        let Some(entry) = usize::try_from(number - self.block_start).ok().and_then(|index| self.block.get(index))
        else {
            return Ok(None);
        };
        let start = entry.name_start as usize;
        let name = self.names.get(start..start + usize::from(entry.name_bytes)).unwrap_or_default();
        Ok(Some(DirectoryEntry { next: cookie + 1, inode: entry.inode, kind: entry.kind, name }))
    }

    /// Makes the block that holds entry `number` the present one; `false` if there is no such entry.
    fn load(&mut self, directory: BorrowedFd<'_>, number: u64) -> Result<bool, Errno> {
        if number < self.block_start || self.marks.is_empty() {
            self.go_back(directory, number)?;
        }
        while number - self.block_start >= self.block.len() as u64 {
            if self.at_end {
                return Ok(false);
            }
            self.read_block(directory)?;
        }
        Ok(true)
    }

    /// Goes to the last block known that begins at or before `number`, and reads it.
    fn go_back(&mut self, directory: BorrowedFd<'_>, number: u64) -> Result<(), Errno> {
        self.marks.truncate(self.marks.partition_point(|mark| mark.first <= number));
        let mark = self.marks.pop().unwrap_or(Mark { first: 0, offset: 0 });
        self.reader.seek(directory, mark.offset)?;
        (self.block_start, self.at_end) = (mark.first, false);
        self.block.clear();
        self.read_block(directory)
    }

    /// Reads the block behind the present one.
    fn read_block(&mut self, directory: BorrowedFd<'_>) -> Result<(), Errno> {
        self.block_start += self.block.len() as u64;
        self.block.clear();
        self.names.clear();
        let offset = self.reader.position(directory)?;
        self.marks.try_reserve(1).map_err(|_| Errno::NOMEM)?;
        self.marks.push(Mark { first: self.block_start, offset });
        let (block, names) = (&mut self.block, &mut self.names);
        self.at_end = self.reader.read_block(directory, |entry| add(directory, entry, block, names))?;
        Ok(())
    }
}

/// Adds an entry to a block. The host's `.` and `..` are skipped, because they are made up above, and so are names that
/// are not UTF-8: they cannot be WASI strings, so no path function could take them.
fn add(
    directory: BorrowedFd<'_>,
    entry: HostEntry<'_>,
    block: &mut Vec<BlockEntry>,
    names: &mut Vec<u8>,
) -> Result<(), Errno> {
    let bytes = entry.name.to_bytes();
    if matches!(bytes, b"." | b"..") || core::str::from_utf8(bytes).is_err() {
        return Ok(());
    }
    let mut kind = entry.kind;
    if kind == FileType::Unknown {
        // Some file systems do not keep types in directories. An entry that has been removed meanwhile stays unknown.
        if let Ok(stat) = statat(directory, entry.name, AtFlags::SYMLINK_NOFOLLOW) {
            kind = FileType::from_raw_mode(stat.st_mode);
        }
    }
    block.try_reserve(1).map_err(|_| Errno::NOMEM)?;
    names.try_reserve(bytes.len()).map_err(|_| Errno::NOMEM)?;
    block.push(BlockEntry { inode: entry.inode, kind, name_start: names.len() as u32, name_bytes: bytes.len() as u16 });
    names.extend_from_slice(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fd::{AsFd, OwnedFd};
    use rustix::fs::{Mode, OFlags};
    use std::collections::BTreeSet;

    fn directory_of(files: usize) -> (tempfile::TempDir, OwnedFd) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        for number in 0..files {
            std::fs::write(directory.path().join(format!("file{number:06}")), "").expect("room for a file");
        }
        let fd = rustix::fs::open(directory.path(), OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).expect("opens");
        (directory, fd)
    }

    fn names(listing: &mut Listing, fd: &OwnedFd, from: u64) -> Vec<String> {
        let mut names = Vec::new();
        let mut cookie = from;
        while let Some(entry) = listing.entry(fd.as_fd(), cookie).expect("readable") {
            names.push(String::from_utf8(entry.name.to_vec()).expect("UTF-8"));
            cookie = entry.next;
        }
        names
    }

    #[test]
    fn an_empty_directory_has_two_entries() {
        let (_directory, fd) = directory_of(0);
        let mut listing = Listing::default();
        assert_eq!(names(&mut listing, &fd, 0), [".", ".."]);
        assert_eq!(listing.entry(fd.as_fd(), 3).expect("readable"), None);
        assert_eq!(listing.entry(fd.as_fd(), u64::MAX).expect("readable"), None);
    }

    #[test]
    fn cookies_lead_back_to_the_same_entries() {
        let (_directory, fd) = directory_of(1200);
        let mut listing = Listing::default();
        let all = names(&mut listing, &fd, 0);
        assert_eq!(all.len(), 1202);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 1202);
        for cookie in [0, 2, 1, 1199, 3, 600, 1201, 599, 100, 101] {
            assert_eq!(names(&mut listing, &fd, cookie), all[cookie as usize..], "from {cookie}");
        }
        assert!(listing.entry(fd.as_fd(), 1202).expect("readable").is_none());
        assert!(listing.entry(fd.as_fd(), 1 << 40).expect("readable").is_none());
        assert_eq!(names(&mut listing, &fd, 0).len(), 1202);
    }

    #[test]
    fn removing_while_reading_skips_nothing() {
        let (directory, fd) = directory_of(900);
        let mut listing = Listing::default();
        let mut cookie = 0;
        let mut seen = 0;
        while let Some(entry) = listing.entry(fd.as_fd(), cookie).expect("readable") {
            cookie = entry.next;
            if entry.name.starts_with(b"file") {
                let name = std::str::from_utf8(entry.name).expect("UTF-8");
                std::fs::remove_file(directory.path().join(name)).expect("it is there");
                seen += 1;
            }
        }
        assert_eq!(seen, 900);
        listing.rewind(fd.as_fd()).expect("seekable");
        assert_eq!(names(&mut listing, &fd, 0), [".", ".."]);
    }

    #[test]
    fn names_that_are_no_strings_are_left_out() {
        use std::os::unix::ffi::OsStrExt;
        let (directory, fd) = directory_of(1);
        std::fs::write(directory.path().join(std::ffi::OsStr::from_bytes(b"\xff")), "").expect("room for a file");
        assert_eq!(names(&mut Listing::default(), &fd, 0), [".", "..", "file000000"]);
    }
}
