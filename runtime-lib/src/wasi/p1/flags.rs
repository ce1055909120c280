//! The flags of preview 1.
//!
//! Each set is a newtype whose constructor refuses bits that the specification does not define, so that no other file
//! has to check a guest's flags again. Numbers follow `typenames.witx`.
//!
//! What must not happen here: a decision on what a flag means for a file. The functions make those.

use super::errno::Errno;
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
