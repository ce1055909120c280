//! A descriptor: an open file, directory, stream or socket of the host, and how the guest may use it.
//!
//! **Security-critical.** The host's side of a descriptor is closed here and nowhere else. Guests hold numbers, never a
//! [`Descriptor`]: the table in `fd_table.rs` maps one to the other.
//!
//! Nothing here knows a version of WASI: errors are the host's, file types are the host's, and what a version allows or
//! forbids beyond that is kept as bits that only this version reads ([`Denied`]).
//!
//! # Safety
//!
//! [`HostFd::close`] closes a descriptor by its number. The number comes out of an `OwnedFd`, whose only owner it was.

use alloc::boxed::Box;

use rustix::fd::{AsFd, BorrowedFd, IntoRawFd, OwnedFd};
use rustix::fs::{FileType, fstat};
use rustix::io::Errno;
use rustix::termios::isatty;

use super::listing::Listing;
use super::stdio;
use crate::allocator::try_box;

/// An open file, directory, stream or socket, as one number of the guest's table stands for it.
#[derive(Debug)]
pub struct Descriptor {
    /// The host's descriptor.
    pub host: HostFd,
    /// The kind of file behind it.
    pub kind: Kind,
    /// The directions in which it was opened.
    pub mode: OpenMode,
    /// The flags that the guest sees and sets.
    pub flags: Flags,
    /// The operations that the guest has given up.
    pub denied: Denied,
    /// Whether the guest may change nothing in it or below it, because it was reached through a read-only directory.
    pub read_only: bool,
    /// The guest's name of a preopened directory.
    pub preopen: Option<&'static [u8]>,
    /// The position of a guest that reads this directory.
    listing: Option<Box<Listing>>,
}

/// The kind of file behind a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the three standard streams before anyone asked what it is: reading and writing need not know.
    Standard,
    /// A standard stream that is not a regular file. It has no offset, size or times.
    Stream {
        /// Whether it is a terminal.
        terminal: bool,
    },
    /// A file of this type, which is neither a directory nor a socket.
    File(FileType),
    /// A directory.
    Directory,
    /// A socket.
    Socket(Socket),
}

/// The kinds of socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Socket {
    /// Bytes without boundaries.
    Stream,
    /// Messages.
    Datagram,
}

/// The directions in which a descriptor was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenMode {
    /// For reading.
    pub read: bool,
    /// For writing.
    pub write: bool,
}

/// The flags of an open file, as the guest has set them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Every write goes to the end of the file.
    pub append: bool,
    /// Reads and writes fail with `EAGAIN` instead of waiting.
    pub nonblocking: bool,
    /// Writes wait for the data to be on the disk.
    pub sync_data: bool,
    /// Writes wait for data and metadata to be on the disk.
    pub sync_file: bool,
    /// Reads wait as writes do.
    pub sync_reads: bool,
}

/// The operations that a guest has given up on a descriptor. The bits are those of the WASI version that the program
/// uses; the host's side only keeps them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Denied {
    /// On the descriptor itself.
    pub here: u64,
    /// On every descriptor that is opened through it.
    pub below: u64,
}

/// A host descriptor.
#[derive(Debug)]
pub enum HostFd {
    /// Descriptor 0, 1 or 2 of the process. Never closed: the number must not become another file's, and trap reports
    /// go to 2.
    Standard(u8),
    /// A descriptor that is closed together with the guest's.
    Owned(OwnedFd),
}

impl AsFd for HostFd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            HostFd::Standard(number) => stdio::host(*number),
            HostFd::Owned(fd) => fd.as_fd(),
        }
    }
}

impl HostFd {
    /// Closes the descriptor and returns the host's error: on network file systems a lost write shows only here.
    pub fn close(self) -> Result<(), Errno> {
        match self {
            HostFd::Standard(number) => {
                stdio::disconnect(number);
                Ok(())
            }
            HostFd::Owned(fd) => {
                // SAFETY: the number comes out of an `OwnedFd`, so it is open, and nothing uses it after this.
                match unsafe { rustix::io::try_close(fd.into_raw_fd()) } {
                    // The descriptor is closed even if a signal interrupts the call.
                    Ok(()) | Err(Errno::INTR) => Ok(()),
                    Err(error) => Err(error),
                }
            }
        }
    }
}

impl Descriptor {
    /// A new descriptor, with nothing denied.
    pub fn new(host: HostFd, kind: Kind, mode: OpenMode, flags: Flags) -> Descriptor {
        let denied = Denied::default();
        Descriptor { host, kind, mode, flags, denied, read_only: false, preopen: None, listing: None }
    }

    /// Finds out what a standard stream is, if that is not known yet.
    pub fn settle(&mut self) {
        if self.kind == Kind::Standard {
            self.kind = Kind::of_standard_stream(self.host.as_fd());
        }
    }

    /// Refuses every change to a file that was reached through a read-only directory.
    pub fn require_writable_tree(&self) -> Result<(), Errno> {
        if self.read_only { Err(Errno::PERM) } else { Ok(()) }
    }

    /// The host's side of a directory, and the position of the guest that reads it.
    pub fn listing(&mut self) -> Result<(BorrowedFd<'_>, &mut Listing), Errno> {
        let listing = match &mut self.listing {
            Some(listing) => listing,
            none => none.insert(try_box(Listing::default()).ok_or(Errno::NOMEM)?),
        };
        Ok((self.host.as_fd(), listing))
    }
}

impl Kind {
    /// The kind of a standard stream: a file if the host has connected it to one. Only a terminal is told apart from
    /// other streams, because guests take every character device for a terminal, `/dev/null` too.
    fn of_standard_stream(stream: BorrowedFd<'_>) -> Kind {
        match fstat(stream).map(|stat| FileType::from_raw_mode(stat.st_mode)) {
            Ok(FileType::RegularFile) => Kind::File(FileType::RegularFile),
            Ok(FileType::CharacterDevice) => Kind::Stream { terminal: isatty(stream) },
            _ => Kind::Stream { terminal: false },
        }
    }
}
