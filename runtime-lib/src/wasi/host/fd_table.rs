//! The descriptor table: which numbers the guest may use, and the descriptor behind each.
//!
//! **Security-critical.** Guest numbers and host numbers are unrelated: a guest that guesses a number finds nothing.
//! The first slots lie in the executable's zeroed data, so that a program that only prints allocates nothing; the rest
//! grows on the heap, and is bounded because every slot holds a host descriptor, of which the host grants
//! `RLIMIT_NOFILE`.
//!
//! A number can be freed while a system call of another thread uses its host descriptor. The table counts such uses
//! (`FdTable::begin_use`, `FdTable::end_use`): a descriptor in use is put aside, and closed after the last use.
//!
//! What must not happen here: a system call other than the close of a descriptor; a host descriptor that two slots own.

use alloc::vec::Vec;

use rustix::fd::{AsRawFd, OwnedFd, RawFd};
use rustix::io::Errno;

use super::descriptor::{Descriptor, HostFd};

/// Slots without allocation: stdio, a few preopened directories, a few files.
const INLINE_SLOTS: usize = 12;

/// Guest numbers are below 2^31 (`path_open` in the witx of preview 1).
const NUMBER_MAX: u32 = i32::MAX as u32;

/// One number's state.
#[derive(Debug)]
enum Slot {
    /// Free for the next descriptor.
    Free,
    /// Never in use: the number of a standard stream that was closed when the process started. It is `EBADF` to the
    /// guest, but no other file may take the number, because programs write to 1 and 2 without asking.
    Blocked,
    /// In use.
    Open(Descriptor),
}

/// All descriptors of the guest.
#[derive(Debug)]
pub struct FdTable {
    inline: [Slot; INLINE_SLOTS],
    more: Vec<Slot>,
    /// No number below this one is free.
    free_from: u32,
    /// Host descriptors that system calls of threads are using.
    uses: Vec<Use>,
}

/// A host descriptor that system calls of threads are using.
#[derive(Debug)]
struct Use {
    host: RawFd,
    calls: u32,
    /// The descriptor itself, once the guest has closed its number. The last call closes it.
    to_close: Option<OwnedFd>,
}

impl FdTable {
    /// A table without descriptors.
    pub const fn new() -> FdTable {
        FdTable { inline: [const { Slot::Free }; INLINE_SLOTS], more: Vec::new(), free_from: 0, uses: Vec::new() }
    }

    /// How many numbers have a slot; all beyond are free.
    pub fn slots(&self) -> usize {
        INLINE_SLOTS + self.more.len()
    }

    /// The descriptor of this number.
    pub fn get(&mut self, number: u32) -> Result<&mut Descriptor, Errno> {
        match self.slot(number) {
            Some(Slot::Open(descriptor)) => Ok(descriptor),
            _ => Err(Errno::BADF),
        }
    }

    /// The descriptor of this number, with the real kind of a standard stream: for all that is more than to read and
    /// write.
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
            _ => Err(Errno::BADF),
        }
    }

    /// Gives the descriptor the lowest free number.
    pub fn insert(&mut self, descriptor: Descriptor) -> Result<u32, Errno> {
        let number = self.lowest_free()?;
        self.set(number, Slot::Open(descriptor));
        self.free_from = number + 1;
        Ok(number)
    }

    /// Blocks the lowest free number for the life of the program.
    pub fn block_number(&mut self) -> Result<(), Errno> {
        let number = self.lowest_free()?;
        self.set(number, Slot::Blocked);
        self.free_from = number + 1;
        Ok(())
    }

    /// Frees a number and closes its host descriptor. The number is free afterwards even if the host reports an error.
    pub fn close(&mut self, number: u32) -> Result<(), Errno> {
        self.detach(number)?.map_or(Ok(()), HostFd::close)
    }

    /// Frees a number and returns its host descriptor, which the caller closes: a close can wait, and must not do so
    /// while the table is locked. `None` if a system call still uses the descriptor; then the last such call closes it.
    pub fn detach(&mut self, number: u32) -> Result<Option<HostFd>, Errno> {
        let host = self.take(number)?.host;
        if let HostFd::Owned(fd) = host {
            match self.uses.iter_mut().find(|in_use| in_use.host == fd.as_raw_fd()) {
                Some(in_use) => in_use.to_close = Some(fd),
                None => return Ok(Some(HostFd::Owned(fd))),
            }
            return Ok(None);
        }
        Ok(Some(host))
    }

    /// Keeps the host descriptor of a number open until [`FdTable::end_use`].
    pub(super) fn begin_use(&mut self, number: u32) -> Result<(), Errno> {
        // Standard streams are never closed.
        let HostFd::Owned(fd) = &self.get_shared(number)?.host else { return Ok(()) };
        let host = fd.as_raw_fd();
        if let Some(in_use) = self.uses.iter_mut().find(|in_use| in_use.host == host) {
            in_use.calls += 1;
            return Ok(());
        }
        self.make_room_for_uses(1)?;
        self.uses.push(Use { host, calls: 1, to_close: None });
        Ok(())
    }

    /// Ends a use. Returns the host descriptor, for the caller to close, if this was the last use and the guest has
    /// closed the number meanwhile.
    pub(super) fn end_use(&mut self, host: RawFd) -> Option<OwnedFd> {
        let position = self.uses.iter().position(|in_use| in_use.host == host)?;
        let in_use = self.uses.get_mut(position)?;
        in_use.calls -= 1;
        if in_use.calls != 0 {
            return None;
        }
        self.uses.swap_remove(position).to_close
    }

    /// Makes room for so many uses at once, so that [`FdTable::begin_use`] cannot fail for want of memory.
    pub(super) fn make_room_for_uses(&mut self, count: usize) -> Result<(), Errno> {
        self.uses.try_reserve(count).map_err(|_| Errno::NOMEM)
    }

    /// Makes `to`, which must be in use, stand for what `from` stands for; `from` is free afterwards.
    pub fn renumber(&mut self, from: u32, to: u32) -> Result<(), Errno> {
        self.get(to)?;
        self.get(from)?;
        if from == to {
            return Ok(());
        }
        let moved = self.take(from)?;
        // As with dup2, an error of the implied close is not reported.
        let _ = self.close(to);
        self.set(to, Slot::Open(moved));
        Ok(())
    }

    /// Frees a number and returns its descriptor, still open.
    fn take(&mut self, number: u32) -> Result<Descriptor, Errno> {
        let slot = self.slot(number).ok_or(Errno::BADF)?;
        match core::mem::replace(slot, Slot::Free) {
            Slot::Open(descriptor) => {
                self.free_from = self.free_from.min(number);
                Ok(descriptor)
            }
            other => {
                *slot = other;
                Err(Errno::BADF)
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
        let number = u32::try_from(self.slots()).map_err(|_| Errno::MFILE)?;
        if number > NUMBER_MAX {
            return Err(Errno::MFILE);
        }
        self.more.try_reserve(1).map_err(|_| Errno::NOMEM)?;
        self.more.push(Slot::Free);
        Ok(number)
    }
}

impl Default for FdTable {
    fn default() -> FdTable {
        FdTable::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasi::host::descriptor::{Flags, Kind, OpenMode};
    use rustix::fd::AsFd;
    use rustix::fs::FileType;

    fn null() -> Descriptor {
        let flags = rustix::fs::OFlags::RDWR | rustix::fs::OFlags::CLOEXEC;
        let fd = rustix::fs::open(c"/dev/null", flags, rustix::fs::Mode::empty()).expect("/dev/null opens");
        let mode = OpenMode { read: true, write: true };
        Descriptor::new(HostFd::Owned(fd), Kind::File(FileType::CharacterDevice), mode, Flags::default())
    }

    #[test]
    fn numbers_are_the_lowest_free() {
        let mut table = FdTable::new();
        for expected in 0..40 {
            assert_eq!(table.insert(null()), Ok(expected));
        }
        for number in [30, 2, 11, 12] {
            assert_eq!(table.close(number), Ok(()));
            assert_eq!(table.close(number), Err(Errno::BADF));
        }
        for expected in [2, 11, 12, 30, 40] {
            assert_eq!(table.insert(null()), Ok(expected));
        }
        for number in [41, 1_000_000, i32::MAX as u32, u32::MAX] {
            assert_eq!(table.get(number).map(|_| ()), Err(Errno::BADF));
            assert_eq!(table.close(number), Err(Errno::BADF));
        }
    }

    #[test]
    fn renumbering_keeps_the_table_in_order() {
        let mut table = FdTable::new();
        for _ in 0..20 {
            table.insert(null()).expect("there is room");
        }
        assert_eq!(table.renumber(3, 3), Ok(()));
        assert_eq!(table.renumber(3, 200), Err(Errno::BADF));
        assert_eq!(table.renumber(200, 3), Err(Errno::BADF));
        assert_eq!(table.renumber(200, 200), Err(Errno::BADF));
        assert_eq!(table.renumber(19, 4), Ok(()));
        assert_eq!(table.get(19).map(|_| ()), Err(Errno::BADF));
        assert_eq!(table.renumber(4, 19), Err(Errno::BADF));
        assert_eq!(table.insert(null()), Ok(19));
        for _ in 0..10_000 {
            assert_eq!(table.renumber(19, 4), Ok(()));
            assert_eq!(table.insert(null()), Ok(19));
        }
        assert_eq!(table.slots(), 20);
    }

    #[test]
    fn a_blocked_number_stays_blocked() {
        let mut table = FdTable::new();
        table.block_number().expect("there is room");
        assert_eq!(table.insert(null()), Ok(1));
        assert_eq!(table.close(0), Err(Errno::BADF));
        assert_eq!(table.renumber(1, 0), Err(Errno::BADF));
        assert_eq!(table.insert(null()), Ok(2));
    }

    #[test]
    fn a_descriptor_in_use_is_closed_afterwards() {
        let mut table = FdTable::new();
        let number = table.insert(null()).expect("there is room");
        let host = table.get(number).expect("open").host.as_fd().as_raw_fd();
        table.begin_use(number).expect("open");
        table.begin_use(number).expect("open");
        assert_eq!(table.close(number), Ok(()));
        assert_eq!(table.begin_use(number), Err(Errno::BADF));
        let other = table.insert(null()).expect("there is room");
        assert_eq!(other, number);
        assert_ne!(table.get(other).expect("open").host.as_fd().as_raw_fd(), host, "the host's number is still taken");
        assert!(table.end_use(host).is_none());
        assert_eq!(table.end_use(host).map(|fd| fd.as_raw_fd()), Some(host));
        assert!(table.end_use(host).is_none());

        let moved = table.insert(null()).expect("there is room");
        let host = table.get(moved).expect("open").host.as_fd().as_raw_fd();
        table.begin_use(moved).expect("open");
        assert_eq!(table.renumber(moved, other), Ok(()));
        assert!(table.end_use(host).is_none(), "it moved, and is open");
        assert_eq!(table.get(other).expect("open").host.as_fd().as_raw_fd(), host);
    }
}
