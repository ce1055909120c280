//! The records, enumerations and flags of preview 1 as bytes.
//!
//! Layouts follow `typenames.witx`. Offsets are written out where a record is read or stored: a `repr(C)` struct would
//! follow the host's alignment and endianness instead of the specification. Flags are newtypes whose constructor
//! refuses bits that the specification does not define.
//!
//! What must not happen here: a decision on what a flag means for a file. The functions make those.

use rustix::fs::{FileType, Stat};

use super::errno::Errno;
use crate::memory::guest::{GuestAddress, OutOfBounds};
use crate::wasi::host::descriptor::Flags;

/// Generates nothing but the newtype, its constants and `from_guest`; for example
/// `flags! { /// Doc. pub struct FdFlags: u32 { /// Doc. APPEND = 1 } }` becomes
/// `pub struct FdFlags(u32); impl FdFlags { pub const APPEND: FdFlags = FdFlags(1); … }`.
macro_rules! flags {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$flag_doc:meta])* $flag:ident = $value:expr,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name(u32);

        impl $name {
            $($(#[$flag_doc])* pub const $flag: $name = $name($value);)*

            /// The flags that the guest passed; a bit that the specification does not define is `inval`.
            pub fn from_guest(bits: u32) -> Result<$name, Errno> {
                if bits & !(0 $(| $value)*) == 0 { Ok($name(bits)) } else { Err(Errno::Inval) }
            }

            /// Whether all of `other` are set.
            pub fn contains(self, other: $name) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether any of `other` is set.
            pub fn intersects(self, other: $name) -> bool {
                self.0 & other.0 != 0
            }

            /// These and `other`.
            pub const fn union(self, other: $name) -> $name {
                $name(self.0 | other.0)
            }

            /// As the guest sees them.
            pub fn bits(self) -> u32 {
                self.0
            }
        }
    };
}

flags! {
    /// `$fdflags`.
    pub struct FdFlags {
        /// Every write goes to the end of the file.
        APPEND = 1,
        /// Writes wait for the data to be on the disk.
        DSYNC = 2,
        /// Reads and writes fail with `again` instead of waiting.
        NONBLOCK = 4,
        /// Reads wait as writes do.
        RSYNC = 8,
        /// Writes wait for data and metadata to be on the disk.
        SYNC = 16,
    }
}

flags! {
    /// `$oflags`.
    pub struct OFlags {
        /// Create the file if it does not exist.
        CREAT = 1,
        /// Fail if it is not a directory.
        DIRECTORY = 2,
        /// Fail if it exists.
        EXCL = 4,
        /// Truncate it.
        TRUNC = 8,
    }
}

flags! {
    /// `$lookupflags`.
    pub struct LookupFlags {
        /// Follow a symbolic link in the last component of the path.
        SYMLINK_FOLLOW = 1,
    }
}

flags! {
    /// `$fstflags`.
    pub struct FstFlags {
        /// Set the access time to the value given.
        ATIM = 1,
        /// Set the access time to now.
        ATIM_NOW = 2,
        /// Set the modification time to the value given.
        MTIM = 4,
        /// Set the modification time to now.
        MTIM_NOW = 8,
    }
}

flags! {
    /// `$riflags`.
    pub struct RiFlags {
        /// Leave the data in the socket.
        RECV_PEEK = 1,
        /// Wait until the buffers are full.
        RECV_WAITALL = 2,
    }
}

flags! {
    /// `$sdflags`.
    pub struct SdFlags {
        /// No more receiving.
        RD = 1,
        /// No more sending.
        WR = 2,
    }
}

flags! {
    /// `$subclockflags`.
    pub struct SubClockFlags {
        /// The timeout is a point in time and not a duration.
        ABSTIME = 1,
    }
}

impl FdFlags {
    /// The three flags that choose how durable a write is.
    pub const ANY_SYNC: FdFlags = FdFlags::DSYNC.union(FdFlags::RSYNC).union(FdFlags::SYNC);
}

impl From<FdFlags> for Flags {
    fn from(flags: FdFlags) -> Flags {
        Flags {
            append: flags.contains(FdFlags::APPEND),
            nonblocking: flags.contains(FdFlags::NONBLOCK),
            sync_data: flags.contains(FdFlags::DSYNC),
            sync_file: flags.contains(FdFlags::SYNC),
            sync_reads: flags.contains(FdFlags::RSYNC),
        }
    }
}

impl From<Flags> for FdFlags {
    fn from(flags: Flags) -> FdFlags {
        [
            (flags.append, FdFlags::APPEND),
            (flags.nonblocking, FdFlags::NONBLOCK),
            (flags.sync_data, FdFlags::DSYNC),
            (flags.sync_file, FdFlags::SYNC),
            (flags.sync_reads, FdFlags::RSYNC),
        ]
        .into_iter()
        .fold(FdFlags::default(), |all, (is_set, flag)| if is_set { all.union(flag) } else { all })
    }
}

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
    fn undefined_bits_are_refused() {
        assert_eq!(FdFlags::from_guest(31).map(FdFlags::bits), Ok(31));
        assert_eq!(FdFlags::from_guest(32), Err(Errno::Inval));
        assert_eq!(OFlags::from_guest(0), Ok(OFlags::default()));
        assert_eq!(LookupFlags::from_guest(2), Err(Errno::Inval));
    }

    #[test]
    fn flags_survive_the_way_to_the_host_and_back() {
        for bits in 0..32 {
            let flags = FdFlags::from_guest(bits).expect("defined bits");
            assert_eq!(FdFlags::from(Flags::from(flags)), flags);
        }
    }

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
