//! The records and enumerations of preview 1 as bytes.
//!
//! Layouts follow `typenames.witx`. Offsets are written out where a record is read or stored: a `repr(C)` struct would
//! follow the host's alignment and endianness instead of the specification.
//!
//! What must not happen here: a system call; these types describe what other files have found out.

use rustix::fs::{FileType, Stat};

use crate::memory::guest::{GuestAddress, OutOfBounds};

/// `$filetype`. FIFOs are `Unknown`: preview 1 has no number for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Filetype {
    /// None of the others.
    Unknown = 0,
    /// A block device.
    BlockDevice = 1,
    /// A character device.
    CharacterDevice = 2,
    /// A directory.
    Directory = 3,
    /// A regular file.
    RegularFile = 4,
    /// A datagram socket.
    SocketDgram = 5,
    /// A stream socket.
    SocketStream = 6,
    /// A symbolic link.
    SymbolicLink = 7,
}

impl From<FileType> for Filetype {
    fn from(kind: FileType) -> Filetype {
        match kind {
            FileType::RegularFile => Filetype::RegularFile,
            FileType::Directory => Filetype::Directory,
            FileType::Symlink => Filetype::SymbolicLink,
            FileType::CharacterDevice => Filetype::CharacterDevice,
            FileType::BlockDevice => Filetype::BlockDevice,
            // Only the socket itself could say which of the two kinds it is; most sockets with a name are streams.
            FileType::Socket => Filetype::SocketStream,
            FileType::Fifo | FileType::Unknown => Filetype::Unknown,
        }
    }
}

/// `$whence`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// From the start of the file.
    Set,
    /// From the present offset.
    Current,
    /// From the end of the file.
    End,
}

/// `$filestat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filestat {
    /// Device that holds the file.
    pub device: u64,
    /// Inode number.
    pub inode: u64,
    /// Kind of file.
    pub filetype: Filetype,
    /// Hard links.
    pub links: u64,
    /// Size in bytes.
    pub size: u64,
    /// Last access, in nanoseconds since 1970.
    pub accessed: u64,
    /// Last change of the data.
    pub modified: u64,
    /// Last change of the status.
    pub changed: u64,
}

impl Filestat {
    /// The record of a standard stream that is not a file: all zero, because the guest must not learn about the host's
    /// file.
    pub fn of_stream(filetype: Filetype) -> Filestat {
        Filestat { device: 0, inode: 0, filetype, links: 0, size: 0, accessed: 0, modified: 0, changed: 0 }
    }

    /// Stores the 64 bytes of preview 1.
    pub fn store(&self, at: GuestAddress) -> Result<(), OutOfBounds> {
        let mut bytes = [0; 64];
        bytes[0..8].copy_from_slice(&self.device.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.inode.to_le_bytes());
        bytes[16] = self.filetype as u8;
        bytes[24..32].copy_from_slice(&self.links.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.size.to_le_bytes());
        bytes[40..48].copy_from_slice(&self.accessed.to_le_bytes());
        bytes[48..56].copy_from_slice(&self.modified.to_le_bytes());
        bytes[56..64].copy_from_slice(&self.changed.to_le_bytes());
        at.write(&bytes)
    }

    /// Stores the 56 bytes of snapshot 0, where the link count has 32 bits and shares a word with the type.
    pub fn store_unstable(&self, at: GuestAddress) -> Result<(), OutOfBounds> {
        let mut bytes = [0; 56];
        bytes[0..8].copy_from_slice(&self.device.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.inode.to_le_bytes());
        bytes[16] = self.filetype as u8;
        bytes[20..24].copy_from_slice(&u32::try_from(self.links).unwrap_or(u32::MAX).to_le_bytes());
        bytes[24..32].copy_from_slice(&self.size.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.accessed.to_le_bytes());
        bytes[40..48].copy_from_slice(&self.modified.to_le_bytes());
        bytes[48..56].copy_from_slice(&self.changed.to_le_bytes());
        at.write(&bytes)
    }
}

impl From<Stat> for Filestat {
    fn from(stat: Stat) -> Filestat {
        Filestat {
            device: device(stat.st_dev),
            inode: stat.st_ino,
            filetype: FileType::from_raw_mode(stat.st_mode).into(),
            links: link_count(stat.st_nlink),
            size: u64::try_from(stat.st_size).unwrap_or(0),
            accessed: timestamp(stat.st_atime, stat.st_atime_nsec),
            modified: timestamp(stat.st_mtime, stat.st_mtime_nsec),
            changed: timestamp(stat.st_ctime, stat.st_ctime_nsec),
        }
    }
}

/// The number of a device, which is signed on some systems.
fn device(number: impl TryInto<i64>) -> u64 {
    number.try_into().unwrap_or(-1).cast_unsigned()
}

/// A number of links, whose width depends on the system and the processor.
fn link_count(links: impl TryInto<u64>) -> u64 {
    links.try_into().unwrap_or(u64::MAX)
}

/// A host time as `$timestamp`, which is between 1970 and 2554. Times outside of that become the nearest one, so that
/// `filestat` works for a file with an odd date.
pub fn timestamp(seconds: impl TryInto<i64>, nanoseconds: impl TryInto<u64>) -> u64 {
    let seconds = seconds.try_into().unwrap_or(i64::MAX);
    let nanoseconds = nanoseconds.try_into().unwrap_or(0);
    u64::try_from(seconds).map_or(0, |seconds| seconds.saturating_mul(NANOSECONDS).saturating_add(nanoseconds))
}

/// Nanoseconds in a second.
pub const NANOSECONDS: u64 = 1_000_000_000;

#[cfg(test)]
mod tests {
    use super::super::guest_address;
    use super::*;
    use crate::memory::guest::test_memory;

    #[test]
    fn odd_times_are_clamped() {
        assert_eq!(timestamp(1i64, 5u64), NANOSECONDS + 5);
        assert_eq!(timestamp(-1i64, 5u64), 0);
        assert_eq!(timestamp(i64::MAX, 0u64), u64::MAX);
    }

    #[test]
    fn the_two_layouts_of_filestat() {
        test_memory::install();
        let stat = Filestat {
            device: 1,
            inode: 2,
            filetype: Filetype::RegularFile,
            links: 3,
            size: 4,
            accessed: 5,
            modified: 6,
            changed: 7,
        };
        stat.store(guest_address(0)).expect("inside");
        let words = |count| (0..count).map(|i| test_memory::get_u64(i * 8)).collect::<Vec<_>>();
        assert_eq!(words(8), [1, 2, 4, 3, 4, 5, 6, 7]);
        stat.store_unstable(guest_address(0)).expect("inside");
        assert_eq!(words(7), [1, 2, 3 << 32 | 4, 4, 5, 6, 7]);
    }
}
