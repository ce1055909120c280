//! The descriptor table of this process: the lock around it, how it is filled, and descriptors that are in use while the
//! lock is free.
//!
//! **Security-critical.** With threads, a system call that may wait must not hold the lock. It *holds* the descriptor
//! instead ([`Table::hold`]): the host's descriptor then stays open until the call is over, although the guest's number
//! may be freed, and may stand for another file, meanwhile.
//!
//! The table comes into being when the first function asks for it ([`with`]), so a program that never does I/O pays
//! nothing for the policy, the preopened directories and the state of stdio.
//!
//! What must not happen here: an operation on the table that waits for somebody, or that comes back to [`with`].
//!
//! # Safety
//!
//! A [`Held`] borrows a host descriptor by its number. Nothing closes that descriptor while the `Held` exists: in a
//! program with one thread because nothing else runs, in one with several because the table puts the close off until
//! [`Table::end_use`].

use rustix::fd::{AsFd, AsRawFd, BorrowedFd};
use rustix::io::Errno;

use super::descriptor::{Flags, Kind};
use super::fd_table::Table;
use super::preopen;
use crate::lock::Lock;
use crate::program;

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

impl Table {
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

    /// Makes room for so many held descriptors at once, so that [`Table::hold`] cannot fail for want of memory.
    pub fn make_room_to_hold(&mut self, count: usize) -> Result<(), Errno> {
        if program::has_threads() { self.make_room_for_uses(count) } else { Ok(()) }
    }
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
