//! The descriptor table of this process: the lock around it, how it is filled, and descriptors that are in use while
//! the lock is free.
//!
//! **Security-critical.** With threads, a system call that may wait must not hold the lock. It *holds* the descriptor
//! instead ([`FdTable::hold`]): the host's descriptor then stays open until the call is over, although the guest's
//! number may be freed, and may stand for another file, meanwhile.
//!
//! The table is filled before the guest runs ([`wasmc_open_descriptors`]), so that a program whose directories cannot
//! be opened ends with "could not start" and not in the middle of its work. Only a program that can call a function on
//! descriptors does that: in any other the linker leaves out the table, the policy and the sandbox.
//!
//! What must not happen here: an operation on the table that waits for somebody, or that comes back to [`with`].
//!
//! # Safety
//!
//! A [`Held`] borrows a host descriptor by its number. Nothing closes that descriptor while the `Held` exists: in a
//! program with one thread because nothing else runs, in one with several because the table puts the close off until
//! `FdTable::end_use`.

use rustix::fd::{AsFd, AsRawFd, BorrowedFd};
use rustix::io::Errno;

use super::descriptor::{Flags, Kind};
use super::fd_table::FdTable;
use super::preopen;
use crate::lock::Lock;
use crate::{program, sys, threads};

/// A descriptor that a system call uses while the table is free for other threads: the parts that such a call needs.
#[derive(Debug)]
pub struct Held {
    host: BorrowedFd<'static>,
    /// The kind of file behind it.
    pub kind: Kind,
    /// The flags that the guest has set.
    pub flags: Flags,
}

impl AsFd for Held {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.host
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if program::has_threads() {
            // If the guest has closed it meanwhile, it comes out of the table here, and is closed outside of the lock.
            drop(with(|table| table.end_use(self.host.as_raw_fd())));
        }
    }
}

impl FdTable {
    /// Holds a descriptor for a system call that may wait.
    pub fn hold(&mut self, number: u32) -> Result<Held, Errno> {
        if program::has_threads() {
            self.begin_use(number)?;
        }
        let descriptor = self.get_shared(number)?;
        // SAFETY: the descriptor is in the table, so it is open; `begin_use` keeps it open (see the module).
        let host = unsafe { BorrowedFd::borrow_raw(descriptor.host.as_fd().as_raw_fd()) };
        Ok(Held { host, kind: descriptor.kind, flags: descriptor.flags })
    }

    /// Makes room for so many held descriptors at once, so that [`FdTable::hold`] cannot fail for want of memory.
    pub fn make_room_to_hold(&mut self, count: usize) -> Result<(), Errno> {
        if program::has_threads() { self.make_room_for_uses(count) } else { Ok(()) }
    }
}

/// `wasmc_abi::builtins::OPEN_DESCRIPTORS`: fills the table, or ends the program with a message. Generated code calls
/// it in every thread, before it runs any function of the module; the first thread, which starts all others, does the
/// work.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_open_descriptors() {
    if threads::id() != 0 {
        return;
    }
    // A write that fails must give the guest an error (`EPIPE`, `EFBIG`) and not end the process.
    sys::signal::ignore_failed_writes();
    with(preopen::fill);
}

/// The table of the program, empty before [`wasmc_open_descriptors`].
#[cfg(not(test))]
static TABLE: Lock<FdTable> = Lock::new(FdTable::new());

/// Runs `operation` on the table. It must not wait for anyone, nor come back here.
#[cfg(not(test))]
pub fn with<R>(operation: impl FnOnce(&mut FdTable) -> R) -> R {
    TABLE.with(operation)
}

#[cfg(test)]
std::thread_local! {
    static TABLE: Lock<FdTable> = Lock::new({
        let mut table = FdTable::new();
        preopen::fill(&mut table);
        table
    });
}

/// Runs `operation` on the table of this test, which has the standard streams in it.
#[cfg(test)]
pub fn with<R>(operation: impl FnOnce(&mut FdTable) -> R) -> R {
    TABLE.with(|table| table.with(operation))
}
