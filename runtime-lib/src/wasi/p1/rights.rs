//! Rights: the operations that preview 1 allows on one descriptor.
//!
//! Preview 1 inherited them from CloudABI. Engines no longer ask the guest which rights it wants, because wasi-libc
//! guesses them and guesses too few. This one does not ask either: `path_open` uses `fd_read` and `fd_write` to choose
//! the access mode, and gives every right that makes sense for the kind of file. Rights still have three effects:
//! `fd_fdstat_get` reports them, `fd_fdstat_set_rights` takes some away for good, and each operation requires its own.
//!
//! What must not happen here: a right that comes back after it was given up.

use super::errno::Errno;

/// A set of rights (`$rights`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights(u64);

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Rights {
            $($(#[$doc])* pub const $name: Rights = Rights(1 << $bit);)*
        }
    };
}

rights! {
    /// `fd_datasync`.
    FD_DATASYNC = 0,
    /// `fd_read`, and with `FD_SEEK` also `fd_pread`.
    FD_READ = 1,
    /// `fd_seek`.
    FD_SEEK = 2,
    /// `fd_fdstat_set_flags`.
    FD_FDSTAT_SET_FLAGS = 3,
    /// `fd_sync`.
    FD_SYNC = 4,
    /// `fd_tell`.
    FD_TELL = 5,
    /// `fd_write`, and with `FD_SEEK` also `fd_pwrite`.
    FD_WRITE = 6,
    /// `fd_advise`.
    FD_ADVISE = 7,
    /// `fd_allocate`.
    FD_ALLOCATE = 8,
    /// `path_create_directory`.
    PATH_CREATE_DIRECTORY = 9,
    /// `path_open` with `creat`.
    PATH_CREATE_FILE = 10,
    /// `path_link`, the source directory.
    PATH_LINK_SOURCE = 11,
    /// `path_link`, the target directory.
    PATH_LINK_TARGET = 12,
    /// `path_open`.
    PATH_OPEN = 13,
    /// `fd_readdir`.
    FD_READDIR = 14,
    /// `path_readlink`.
    PATH_READLINK = 15,
    /// `path_rename`, the source directory.
    PATH_RENAME_SOURCE = 16,
    /// `path_rename`, the target directory.
    PATH_RENAME_TARGET = 17,
    /// `path_filestat_get`.
    PATH_FILESTAT_GET = 18,
    /// `path_open` with `trunc`.
    PATH_FILESTAT_SET_SIZE = 19,
    /// `path_filestat_set_times`.
    PATH_FILESTAT_SET_TIMES = 20,
    /// `fd_filestat_get`.
    FD_FILESTAT_GET = 21,
    /// `fd_filestat_set_size`.
    FD_FILESTAT_SET_SIZE = 22,
    /// `fd_filestat_set_times`.
    FD_FILESTAT_SET_TIMES = 23,
    /// `path_symlink`.
    PATH_SYMLINK = 24,
    /// `path_remove_directory`.
    PATH_REMOVE_DIRECTORY = 25,
    /// `path_unlink_file`.
    PATH_UNLINK_FILE = 26,
    /// `poll_oneoff`.
    POLL_FD_READWRITE = 27,
    /// `sock_shutdown`.
    SOCK_SHUTDOWN = 28,
    /// `sock_accept`.
    SOCK_ACCEPT = 29,
}

impl Rights {
    /// No rights.
    pub const NONE: Rights = Rights(0);

    /// Every right that the specification defines.
    pub const ALL: Rights = Rights((1 << 30) - 1);

    /// The rights on a directory. `path_filestat_set_size` is missing as in other engines; truncation does not require
    /// it here.
    pub const DIRECTORY: Rights = Rights::ALL
        .without(Rights::FD_SEEK)
        .without(Rights::FD_TELL)
        .without(Rights::FD_WRITE)
        .without(Rights::FD_READ)
        .without(Rights::FD_ALLOCATE)
        .without(Rights::FD_FILESTAT_SET_SIZE)
        .without(Rights::PATH_FILESTAT_SET_SIZE)
        .without(Rights::SOCK_SHUTDOWN)
        .without(Rights::SOCK_ACCEPT);

    /// The rights on a regular file or a device, apart from reading and writing.
    pub const FILE: Rights = Rights::ALL.without(Rights::FD_READ).without(Rights::FD_READDIR).without(Rights::FD_WRITE);

    /// The rights on a standard stream, apart from reading and writing. `fd_seek` and `fd_tell` are missing: wasi-libc
    /// takes a character device without them for a terminal.
    pub const STREAM: Rights =
        Rights::FD_FDSTAT_SET_FLAGS.with(Rights::FD_FILESTAT_GET).with(Rights::POLL_FD_READWRITE);

    /// The rights on a socket.
    pub const SOCKET: Rights = Rights::STREAM.with(Rights::SOCK_SHUTDOWN).with(Rights::SOCK_ACCEPT);

    /// The set that the guest passed; a bit that the specification does not define is `inval`.
    pub fn from_guest(bits: u64) -> Result<Rights, Errno> {
        if bits & !Rights::ALL.0 == 0 { Ok(Rights(bits)) } else { Err(Errno::Inval) }
    }

    /// Whether all of `other` are in the set.
    pub fn contains(self, other: Rights) -> bool {
        self.0 & other.0 == other.0
    }

    /// The rights in either set.
    pub const fn with(self, other: Rights) -> Rights {
        Rights(self.0 | other.0)
    }

    /// The rights in this set that are not in `other`.
    pub const fn without(self, other: Rights) -> Rights {
        Rights(self.0 & !other.0)
    }

    /// The rights in this set that are not in these bits.
    pub(super) const fn without_bits(self, bits: u64) -> Rights {
        Rights(self.0 & !bits)
    }

    /// The rights in both sets.
    pub const fn intersection(self, other: Rights) -> Rights {
        Rights(self.0 & other.0)
    }

    /// The set as the guest sees it.
    pub fn bits(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_behave_as_sets() {
        assert!(Rights::ALL.contains(Rights::SOCK_ACCEPT));
        assert!(!Rights::DIRECTORY.contains(Rights::FD_SEEK));
        assert!(Rights::DIRECTORY.contains(Rights::FD_READDIR.with(Rights::PATH_OPEN)));
        assert!(!Rights::STREAM.contains(Rights::FD_SEEK));
        assert_eq!(Rights::from_guest(1 << 30), Err(Errno::Inval));
        assert_eq!(Rights::ALL.intersection(Rights::FD_READ), Rights::FD_READ);
    }
}
