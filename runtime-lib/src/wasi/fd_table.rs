//! The descriptor table: which numbers the guest may use, and what each stands for.
//!
//! Guest numbers and host numbers are unrelated: a guest that guesses finds nothing. The first slots lie in the
//! executable's zeroed data, so that a program that only prints allocates nothing; the rest grows on the heap, and is
//! bounded because every slot holds a host descriptor, of which the host grants `RLIMIT_NOFILE`.
//!
//! With threads, the table is behind a lock, and a system call that may wait does not hold that: it [`hold`]s the
//! descriptor, whose host descriptor is then not closed before the call is over, although the guest's number may be free
//! and stand for something else meanwhile.
//!
//! The table comes into being when the first function asks for it ([`with`]), so a program that never does I/O pays
//! nothing for the policy, the preopened directories and the state of stdio.
//!
//! # Safety
//!
//! A [`Held`] borrows a host descriptor by number. Nothing closes that as long as it is held: with one thread because
//! nothing else runs, with several because the table puts the close off.

use alloc::boxed::Box;
use alloc::vec::Vec;

use rustix::fd::{AsFd, AsRawFd, BorrowedFd, IntoRawFd, OwnedFd, RawFd};
use rustix::io::Errno as HostErrno;

use super::errno::Errno;
use super::listing::Listing;
use super::rights::Rights;
use super::types::{FdFlags, Filetype};
use super::{preopen, stdio};
use crate::lock::Lock;
use crate::program;

/// Slots without allocation: stdio, a few preopened directories, a few files.
const INLINE_SLOTS: usize = 12;

/// Guest numbers are below 2^31 (`path_open` in the witx).
const NUMBER_MAX: u32 = i32::MAX as u32;

/// What one descriptor number stands for.
#[derive(Debug)]
pub struct Descriptor {
    /// The host's side of it.
    pub host: HostFd,
    /// What is behind it.
    pub kind: Kind,
    /// How it was opened.
    pub access: Access,
    /// The flags that the guest sees and sets.
    pub flags: FdFlags,
    /// What the guest may still do with it.
    pub rights: Rights,
    /// What the guest may still do with what it opens through it.
    pub inheriting: Rights,
    /// Whether nothing below it, or in it, may be changed: the preopened directory it came from is read-only.
    pub read_only: bool,
    /// The guest's name of a preopened directory.
    pub preopen: Option<&'static [u8]>,
    /// Where `fd_readdir` stands in a directory.
    pub listing: Option<Box<Listing>>,
}

/// What is behind a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the three standard streams, not looked at yet: what only reads and writes need not know more.
    Standard,
    /// A standard stream that is no regular file: no offsets, no sizes, no times. A character device if it is a
    /// terminal, and otherwise nothing in particular.
    Stream(Filetype),
    /// A file of this type; not a directory and not a socket.
    File(Filetype),
    /// A directory.
    Directory,
    /// A socket of this type.
    Socket(Filetype),
}

/// How a descriptor was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// For reading.
    pub read: bool,
    /// For writing.
    pub write: bool,
}

/// A host descriptor.
#[derive(Debug)]
pub enum HostFd {
    /// Descriptor 0, 1 or 2 of the process. Never closed: the number must not become another file's, and trap reports
    /// go to 2.
    Standard(u8),
    /// One that is closed with the guest's.
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
    /// Closes it and says what the host says: on network file systems that is where a lost write shows.
    pub fn close(self) -> Result<(), Errno> {
        match self {
            HostFd::Standard(number) => {
                stdio::disconnect(number);
                Ok(())
            }
            HostFd::Owned(fd) => {
                // SAFETY: the number comes out of an `OwnedFd`, so it is open, ours, and used nowhere after this.
                match unsafe { rustix::io::try_close(fd.into_raw_fd()) } {
                    // The descriptor is closed even if a signal interrupts the call.
                    Ok(()) | Err(HostErrno::INTR) => Ok(()),
                    Err(error) => Err(error.into()),
                }
            }
        }
    }
}

impl Descriptor {
    /// A new descriptor with all the rights that its kind and access give.
    pub fn new(host: HostFd, kind: Kind, access: Access, flags: FdFlags) -> Descriptor {
        let rights = initial_rights(kind, access);
        let inheriting = if kind == Kind::Directory { Rights::ALL } else { rights };
        Descriptor { host, kind, access, flags, rights, inheriting, read_only: false, preopen: None, listing: None }
    }

    /// Finds out what a standard stream is, if that is not known yet.
    fn settle(&mut self) {
        if self.kind == Kind::Standard {
            self.kind = stdio::kind(self.host.as_fd());
            self.rights = initial_rights(self.kind, self.access);
            self.inheriting = self.rights;
        }
    }

    /// Refuses what the guest has given up by `fd_fdstat_set_rights`, or never had.
    pub fn require(&self, rights: Rights) -> Result<(), Errno> {
        if self.rights.contains(rights) { Ok(()) } else { Err(Errno::Notcapable) }
    }

    /// Refuses whatever would change something below a read-only directory.
    pub fn require_writable_tree(&self) -> Result<(), Errno> {
        if self.read_only { Err(Errno::Perm) } else { Ok(()) }
    }

    /// Refuses all but directories. The specification's `notdir` where a file is used as one; streams are `badf`.
    pub fn require_directory(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::Directory => self.require(rights),
            Kind::File(_) => Err(Errno::Notdir),
            Kind::Standard | Kind::Stream(_) | Kind::Socket(_) => Err(Errno::Badf),
        }
    }

    /// Refuses all but files: what concerns offsets, sizes and disks.
    pub fn require_file(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::File(_) => self.require(rights),
            Kind::Standard | Kind::Stream(_) | Kind::Directory | Kind::Socket(_) => Err(Errno::Badf),
        }
    }

    /// Refuses all but files, and says `spipe` of streams: what concerns the offset.
    pub fn require_seekable(&self, rights: Rights) -> Result<(), Errno> {
        match self.kind {
            Kind::Standard | Kind::Stream(_) | Kind::Socket(_) => Err(Errno::Spipe),
            Kind::File(_) | Kind::Directory => self.require_file(rights),
        }
    }

    /// Refuses directories, and descriptors that are not open for reading.
    pub fn require_readable(&self) -> Result<(), Errno> {
        if !self.access.read || self.kind == Kind::Directory {
            return Err(Errno::Badf);
        }
        self.require(Rights::FD_READ)
    }

    /// Refuses directories, and descriptors that are not open for writing.
    pub fn require_writable(&self) -> Result<(), Errno> {
        if !self.access.write || self.kind == Kind::Directory {
            return Err(Errno::Badf);
        }
        self.require(Rights::FD_WRITE)
    }
}

/// All the rights that make sense for a kind of file opened like this.
fn initial_rights(kind: Kind, access: Access) -> Rights {
    let rights = match kind {
        Kind::Standard | Kind::Stream(_) => Rights::STREAM,
        Kind::File(_) => Rights::FILE,
        Kind::Directory => return Rights::DIRECTORY,
        Kind::Socket(_) => Rights::SOCKET,
    };
    let read = if access.read { Rights::FD_READ } else { Rights::NONE };
    let write = if access.write { Rights::FD_WRITE } else { Rights::NONE };
    rights.with(read).with(write)
}

/// One number's state.
#[derive(Debug)]
enum Slot {
    /// Free for the next descriptor.
    Free,
    /// A standard stream that was closed when the process started: `badf` to the guest, but no other file may take the
    /// number, because programs write to 1 and 2 without asking.
    Reserved,
    /// In use.
    Open(Descriptor),
}

/// All descriptors of the guest.
#[derive(Debug)]
pub struct Table {
    inline: [Slot; INLINE_SLOTS],
    more: Vec<Slot>,
    /// No number below this one is free.
    free_from: u32,
    /// Host descriptors that system calls of threads are using.
    in_use: Vec<InUse>,
}

/// A host descriptor that system calls of threads are using.
#[derive(Debug)]
struct InUse {
    host: RawFd,
    calls: u32,
    /// Itself, once the guest has closed it.
    closed: Option<OwnedFd>,
}

impl Table {
    /// A table without descriptors.
    pub const fn new() -> Table {
        Table { inline: [const { Slot::Free }; INLINE_SLOTS], more: Vec::new(), free_from: 0, in_use: Vec::new() }
    }

    /// How many numbers have a slot; all beyond are free.
    pub fn slots(&self) -> usize {
        INLINE_SLOTS + self.more.len()
    }

    /// The descriptor of this number.
    pub fn get(&mut self, number: u32) -> Result<&mut Descriptor, Errno> {
        match self.slot(number) {
            Some(Slot::Open(descriptor)) => Ok(descriptor),
            _ => Err(Errno::Badf),
        }
    }

    /// The descriptor of this number, of which it is known what it is: what asks for more than to read and write.
    pub fn get_settled(&mut self, number: u32) -> Result<&mut Descriptor, Errno> {
        let descriptor = self.get(number)?;
        descriptor.settle();
        Ok(descriptor)
    }

    /// The descriptors of two numbers, which may be the same.
    pub fn get_pair(&self, first: u32, second: u32) -> Result<(&Descriptor, &Descriptor), Errno> {
        Ok((self.get_shared(first)?, self.get_shared(second)?))
    }

    /// The descriptor of this number, to look at.
    pub fn get_shared(&self, number: u32) -> Result<&Descriptor, Errno> {
        let index = number as usize;
        let slot = self.inline.get(index).or_else(|| self.more.get(index.checked_sub(INLINE_SLOTS)?));
        match slot {
            Some(Slot::Open(descriptor)) => Ok(descriptor),
            _ => Err(Errno::Badf),
        }
    }

    /// Gives the descriptor the lowest free number.
    pub fn insert(&mut self, descriptor: Descriptor) -> Result<u32, Errno> {
        let number = self.lowest_free()?;
        self.set(number, Slot::Open(descriptor));
        self.free_from = number + 1;
        Ok(number)
    }

    /// Keeps the lowest free number out of use.
    pub fn reserve(&mut self) -> Result<(), Errno> {
        let number = self.lowest_free()?;
        self.set(number, Slot::Reserved);
        self.free_from = number + 1;
        Ok(())
    }

    /// Closes a descriptor. The number is free afterwards even if the host reports an error.
    pub fn close(&mut self, number: u32) -> Result<(), Errno> {
        self.remove(number)?.map_or(Ok(()), HostFd::close)
    }

    /// Makes a number free, and gives what is to be closed, unless somebody still uses it, who will close it then.
    pub fn remove(&mut self, number: u32) -> Result<Option<HostFd>, Errno> {
        let host = self.take(number)?.host;
        if let HostFd::Owned(fd) = host {
            match self.in_use.iter_mut().find(|in_use| in_use.host == fd.as_raw_fd()) {
                Some(in_use) => in_use.closed = Some(fd),
                None => return Ok(Some(HostFd::Owned(fd))),
            }
            return Ok(None);
        }
        Ok(Some(host))
    }

    /// Keeps the host's side of a descriptor open until [`Table::release`].
    fn keep(&mut self, number: u32) -> Result<(), Errno> {
        // Standard streams are never closed.
        let HostFd::Owned(fd) = &self.get_shared(number)?.host else { return Ok(()) };
        let host = fd.as_raw_fd();
        if let Some(in_use) = self.in_use.iter_mut().find(|in_use| in_use.host == host) {
            in_use.calls += 1;
            return Ok(());
        }
        self.in_use.try_reserve(1).map_err(|_| Errno::Nomem)?;
        self.in_use.push(InUse { host, calls: 1, closed: None });
        Ok(())
    }

    /// Makes room for so many descriptors that will be held at once.
    pub fn reserve_holds(&mut self, count: usize) -> Result<(), Errno> {
        if program::has_threads() {
            self.in_use.try_reserve(count).map_err(|_| Errno::Nomem)?;
        }
        Ok(())
    }

    /// Ends what [`Table::keep`] began, and gives what is to be closed.
    fn release(&mut self, host: RawFd) -> Option<OwnedFd> {
        let position = self.in_use.iter().position(|in_use| in_use.host == host)?;
        let in_use = self.in_use.get_mut(position)?;
        in_use.calls -= 1;
        if in_use.calls != 0 {
            return None;
        }
        self.in_use.swap_remove(position).closed
    }

    /// Makes `to`, which must be in use, stand for what `from` stands for; `from` is free afterwards.
    pub fn renumber(&mut self, from: u32, to: u32) -> Result<(), Errno> {
        self.get(to)?;
        self.get(from)?;
        if from == to {
            return Ok(());
        }
        let moved = self.take(from)?;
        // As with dup2, an error of the implied close has nobody to go to.
        let _ = self.close(to);
        self.set(to, Slot::Open(moved));
        Ok(())
    }

    fn take(&mut self, number: u32) -> Result<Descriptor, Errno> {
        let slot = self.slot(number).ok_or(Errno::Badf)?;
        match core::mem::replace(slot, Slot::Free) {
            Slot::Open(descriptor) => {
                self.free_from = self.free_from.min(number);
                Ok(descriptor)
            }
            other => {
                *slot = other;
                Err(Errno::Badf)
            }
        }
    }

    fn slot(&mut self, number: u32) -> Option<&mut Slot> {
        let index = number as usize;
        if index < INLINE_SLOTS {
            return self.inline.get_mut(index);
        }
        self.more.get_mut(index - INLINE_SLOTS)
    }

    fn set(&mut self, number: u32, value: Slot) {
        if let Some(slot) = self.slot(number) {
            *slot = value;
        }
    }

    /// The lowest free number, for which a slot exists afterwards.
    fn lowest_free(&mut self) -> Result<u32, Errno> {
        let start = self.free_from as usize;
        let inline = self.inline.iter().enumerate();
        let more = self.more.iter().enumerate().map(|(index, slot)| (index + INLINE_SLOTS, slot));
        let found = inline.chain(more).skip(start).find(|(_, slot)| matches!(slot, Slot::Free));
        if let Some((index, _)) = found {
            return Ok(index as u32);
        }
        let number = u32::try_from(self.slots()).map_err(|_| Errno::Mfile)?;
        if number > NUMBER_MAX {
            return Err(Errno::Mfile);
        }
        self.more.try_reserve(1).map_err(|_| Errno::Nomem)?;
        self.more.push(Slot::Free);
        Ok(number)
    }
}

impl Default for Table {
    fn default() -> Table {
        Table::new()
    }
}

/// A descriptor that a system call uses while the table is free for other threads: what that call needs of it.
#[derive(Debug)]
pub struct Held {
    host: BorrowedFd<'static>,
    /// What is behind it.
    pub kind: Kind,
    /// The flags that the guest has set.
    pub flags: FdFlags,
}

impl AsFd for Held {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.host
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if program::has_threads() {
            // What comes out of the table is closed when that is free again.
            drop(with(|table| table.release(self.host.as_raw_fd())));
        }
    }
}

impl Table {
    /// Holds a descriptor for a system call that may wait.
    pub fn hold(&mut self, number: u32) -> Result<Held, Errno> {
        if program::has_threads() {
            self.keep(number)?;
        }
        let descriptor = self.get_shared(number)?;
        // SAFETY: open, and kept so: see the module.
        let host = unsafe { BorrowedFd::borrow_raw(descriptor.host.as_fd().as_raw_fd()) };
        Ok(Held { host, kind: descriptor.kind, flags: descriptor.flags })
    }
}

/// Holds a descriptor, if it passes the check, for a system call that may wait.
pub fn hold(number: u32, check: impl FnOnce(&mut Descriptor) -> Result<(), Errno>) -> Result<Held, Errno> {
    with(|table| {
        check(table.get(number)?)?;
        table.hold(number)
    })
}

/// As [`hold`], for a descriptor of which it is known what it is.
pub fn hold_settled(number: u32, check: impl FnOnce(&Descriptor) -> Result<(), Errno>) -> Result<Held, Errno> {
    hold(number, |descriptor| {
        descriptor.settle();
        check(descriptor)
    })
}

/// The table of the program.
struct Shared(Lock<Filled>);

struct Filled {
    table: Table,
    is_filled: bool,
}

impl Shared {
    const fn new() -> Shared {
        Shared(Lock::new(Filled { table: Table::new(), is_filled: false }))
    }

    fn with<R>(&self, operation: impl FnOnce(&mut Table) -> R) -> R {
        self.0.with(|Filled { table, is_filled }| {
            if !*is_filled {
                *is_filled = true;
                preopen::fill(table);
            }
            operation(table)
        })
    }
}

#[cfg(not(test))]
static SHARED: Shared = Shared::new();

/// Runs `operation` on the table, which is filled before the first of them. It must not wait for anyone, nor come back here.
#[cfg(not(test))]
pub fn with<R>(operation: impl FnOnce(&mut Table) -> R) -> R {
    SHARED.with(operation)
}

#[cfg(test)]
std::thread_local! {
    static SHARED: Shared = const { Shared::new() };
}

/// Runs `operation` on the table of this test.
#[cfg(test)]
pub fn with<R>(operation: impl FnOnce(&mut Table) -> R) -> R {
    SHARED.with(|shared| shared.with(operation))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn null() -> Descriptor {
        let flags = rustix::fs::OFlags::RDWR | rustix::fs::OFlags::CLOEXEC;
        let fd = rustix::fs::open(c"/dev/null", flags, rustix::fs::Mode::empty()).expect("/dev/null opens");
        let access = Access { read: true, write: true };
        Descriptor::new(HostFd::Owned(fd), Kind::File(Filetype::CharacterDevice), access, FdFlags::default())
    }

    #[test]
    fn numbers_are_the_lowest_free() {
        let mut table = Table::new();
        for expected in 0..40 {
            assert_eq!(table.insert(null()), Ok(expected));
        }
        for number in [30, 2, 11, 12] {
            assert_eq!(table.close(number), Ok(()));
            assert_eq!(table.close(number), Err(Errno::Badf));
        }
        for expected in [2, 11, 12, 30, 40] {
            assert_eq!(table.insert(null()), Ok(expected));
        }
        for number in [41, 1_000_000, i32::MAX as u32, u32::MAX] {
            assert_eq!(table.get(number).map(|_| ()), Err(Errno::Badf));
            assert_eq!(table.close(number), Err(Errno::Badf));
        }
    }

    #[test]
    fn renumbering_keeps_the_table_in_order() {
        let mut table = Table::new();
        for _ in 0..20 {
            table.insert(null()).expect("there is room");
        }
        assert_eq!(table.renumber(3, 3), Ok(()));
        assert_eq!(table.renumber(3, 200), Err(Errno::Badf));
        assert_eq!(table.renumber(200, 3), Err(Errno::Badf));
        assert_eq!(table.renumber(200, 200), Err(Errno::Badf));
        assert_eq!(table.renumber(19, 4), Ok(()));
        assert_eq!(table.get(19).map(|_| ()), Err(Errno::Badf));
        assert_eq!(table.renumber(4, 19), Err(Errno::Badf));
        assert_eq!(table.insert(null()), Ok(19));
        for _ in 0..10_000 {
            assert_eq!(table.renumber(19, 4), Ok(()));
            assert_eq!(table.insert(null()), Ok(19));
        }
        assert_eq!(table.slots(), 20);
    }

    #[test]
    fn a_reserved_number_is_nobodys() {
        let mut table = Table::new();
        table.reserve().expect("there is room");
        assert_eq!(table.insert(null()), Ok(1));
        assert_eq!(table.close(0), Err(Errno::Badf));
        assert_eq!(table.renumber(1, 0), Err(Errno::Badf));
        assert_eq!(table.insert(null()), Ok(2));
    }

    #[test]
    fn what_is_in_use_is_closed_afterwards() {
        let mut table = Table::new();
        let number = table.insert(null()).expect("there is room");
        let host = table.get(number).expect("open").host.as_fd().as_raw_fd();
        table.keep(number).expect("open");
        table.keep(number).expect("open");
        assert_eq!(table.close(number), Ok(()));
        assert_eq!(table.keep(number), Err(Errno::Badf));
        let other = table.insert(null()).expect("there is room");
        assert_eq!(other, number);
        assert_ne!(table.get(other).expect("open").host.as_fd().as_raw_fd(), host, "the host's number is still taken");
        assert!(table.release(host).is_none());
        assert_eq!(table.release(host).map(|fd| fd.as_raw_fd()), Some(host));
        assert!(table.release(host).is_none());

        let moved = table.insert(null()).expect("there is room");
        let host = table.get(moved).expect("open").host.as_fd().as_raw_fd();
        table.keep(moved).expect("open");
        assert_eq!(table.renumber(moved, other), Ok(()));
        assert!(table.release(host).is_none(), "it moved, and is open");
        assert_eq!(table.get(other).expect("open").host.as_fd().as_raw_fd(), host);
    }
}
