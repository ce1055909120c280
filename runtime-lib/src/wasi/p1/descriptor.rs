//! Preview 1's view of a descriptor: its rights and type, and the checks that come before each operation.
//!
//! Rights are not stored. They follow from the kind and the access of a descriptor, less those that the guest has given
//! up (`Denied`), so a standard stream that turns out to be a file has a file's rights from then on.
//!
//! What must not happen here: a system call, or a check that a later version of WASI needs as well; those are in
//! `wasi/host`.

use super::errno::Errno;
use super::rights::Rights;
use super::types::Filetype;
use crate::wasi::host::descriptor::{Denied, Descriptor, Kind, Socket};
use crate::wasi::host::process_table::{self, Held};

/// Holds a descriptor, if it passes the check, for a system call that may wait.
pub(super) fn hold(number: u32, check: impl FnOnce(&mut Descriptor) -> Result<(), Errno>) -> Result<Held, Errno> {
    process_table::with(|table| {
        check(table.get(number)?)?;
        Ok(table.hold(number)?)
    })
}

/// Like [`hold`]; the check sees the real kind of a standard stream.
pub(super) fn hold_settled(number: u32, check: impl FnOnce(&Descriptor) -> Result<(), Errno>) -> Result<Held, Errno> {
    hold(number, |descriptor| {
        descriptor.settle();
        check(descriptor)
    })
}

impl Descriptor {
    /// The guest's rights on it.
    pub(super) fn rights(&self) -> Rights {
        self.initial_rights().without_bits(self.denied.here)
    }

    /// The guest's rights on descriptors that are opened through it.
    pub(super) fn inheriting(&self) -> Rights {
        let initial = if self.kind == Kind::Directory { Rights::ALL } else { self.initial_rights() };
        initial.without_bits(self.denied.below)
    }

    /// Takes away all rights but these.
    pub(super) fn set_rights(&mut self, rights: Rights, inheriting: Rights) {
        self.denied = Denied { here: !rights.bits(), below: !inheriting.bits() };
    }

    /// Takes away all rights, on it and on what is opened through it, but those that the descriptor through which it
    /// was opened hands on.
    pub(super) fn restrict_to(&mut self, handed_on: Rights) {
        self.set_rights(handed_on, handed_on);
    }

    /// All the rights that make sense for this kind of file, opened like this.
    fn initial_rights(&self) -> Rights {
        let rights = match self.kind {
            Kind::Standard | Kind::Stream { .. } => Rights::STREAM,
            Kind::File(_) => Rights::FILE,
            Kind::Directory => return Rights::DIRECTORY,
            Kind::Socket(_) => Rights::SOCKET,
        };
        let read = if self.mode.read { Rights::FD_READ } else { Rights::NONE };
        let write = if self.mode.write { Rights::FD_WRITE } else { Rights::NONE };
        rights.with(read).with(write)
    }

    /// The type of the file, as `fd_fdstat_get` and `fd_filestat_get` report it.
    pub(super) fn filetype(&self) -> Filetype {
        match self.kind {
            Kind::Stream { terminal: true } => Filetype::CharacterDevice,
            Kind::Standard | Kind::Stream { terminal: false } => Filetype::Unknown,
            Kind::Directory => Filetype::Directory,
            Kind::File(kind) => kind.into(),
            Kind::Socket(Socket::Stream) => Filetype::SocketStream,
            Kind::Socket(Socket::Datagram) => Filetype::SocketDgram,
        }
    }

    /// Refuses rights that the guest has given up by `fd_fdstat_set_rights`, or never had.
    pub(super) fn require(&self, rights: Rights) -> Result<(), Errno> {
        if self.rights().contains(rights) { Ok(()) } else { Err(Errno::Notcapable) }
    }

    /// Refuses all but directories. The specification's `notdir` where a file is used as one; streams are `badf`.
    pub(super) fn require_directory(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::Directory => self.require(rights),
            Kind::File(_) => Err(Errno::Notdir),
            Kind::Standard | Kind::Stream { .. } | Kind::Socket(_) => Err(Errno::Badf),
        }
    }

    /// Refuses all but files, for operations on sizes and disks.
    pub(super) fn require_file(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::File(_) => self.require(rights),
            Kind::Standard | Kind::Stream { .. } | Kind::Directory | Kind::Socket(_) => Err(Errno::Badf),
        }
    }

    /// Refuses all but files, for operations on the offset: streams are `spipe`.
    pub(super) fn require_seekable(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::Standard | Kind::Stream { .. } | Kind::Socket(_) => Err(Errno::Spipe),
            Kind::File(_) | Kind::Directory => self.require_file(rights),
        }
    }

    /// Refuses directories, and descriptors that are not open for reading.
    pub(super) fn require_readable(&self) -> Result<(), Errno> {
        if !self.mode.read || self.kind == Kind::Directory {
            return Err(Errno::Badf);
        }
        self.require(Rights::FD_READ)
    }

    /// Refuses directories, and descriptors that are not open for writing.
    pub(super) fn require_writable(&self) -> Result<(), Errno> {
        if !self.mode.write || self.kind == Kind::Directory {
            return Err(Errno::Badf);
        }
        self.require(Rights::FD_WRITE)
    }
}
