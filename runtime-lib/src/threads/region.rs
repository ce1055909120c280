//! The region of a thread: its state and its stacks, in one mapping that is aligned to its size.
//!
//! `wasmc_abi::layout::Threads` draws it. It exists so that code finds the state of its thread by the stack pointer,
//! without an argument: compiled code finds its globals, the trap handler the stack to walk, `table.grow` the table.
//! Code that runs on another stack must not ask for the region.
//!
//! # Safety
//! A region is mapped before a thread runs on it and unmapped by that thread's last instructions, so it exists as long
//! as a stack pointer is in it. Only its own thread writes its header and the states of its tables, except for the
//! links of the list of threads, which are behind the lock of that list.

use core::mem::offset_of;
use core::ptr;

use wasmc_abi::layout::{Table, Thread};

use super::HEADER_BYTES;
use crate::arch;
use crate::entry::stack_layout::{GRANULE_BYTES, Stacks};
use crate::program;
use crate::sys::{self, Errno};
use crate::table::mapping;

/// A mapped region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its lowest address, a multiple of its size.
    pub address: usize,
}

/// The region on which this code runs; `None` in a program without threads.
pub fn current() -> Option<Region> {
    match program::threads().region_bytes {
        0 => None,
        bytes => Some(Region { address: arch::stack_pointer() & (bytes as usize).wrapping_neg() }),
    }
}

/// Maps a region, with the state that every thread starts with.
///
/// # Errors
/// `ENOMEM` if there is no room for it.
pub fn map() -> Result<Region, Errno> {
    let bytes = program::threads().region_bytes as usize;
    let region = Region { address: reserve(bytes)? };
    if let Err(errno) = region.fill() {
        region.release_tables();
        // SAFETY: `reserve` made this mapping above, and no thread runs on it.
        unsafe { sys::memory::release_or_keep(region.address, bytes) };
        return Err(errno);
    }
    Ok(region)
}

/// Reserves an aligned range.
fn reserve(bytes: usize) -> Result<usize, Errno> {
    // Systems put mappings side by side, so the place below an aligned mapping of this size often is aligned too.
    let address = sys::memory::reserve_stack(bytes)?;
    // A power of two, as in `current`. A division would bring a check for zero, and the report of a failed check.
    let mask = bytes.wrapping_sub(1);
    if address & mask == 0 {
        return Ok(address);
    }
    // SAFETY: the call above made this mapping, and no other code knows its address.
    unsafe { sys::memory::release(address, bytes)? };
    let wide = sys::memory::reserve_stack(bytes.checked_mul(2).ok_or(Errno::NOMEM)?)?;
    let address = wide.wrapping_add(mask) & !mask;
    for (start, end) in [(wide, address), (address + bytes, wide + 2 * bytes)] {
        if start != end {
            // SAFETY: a part of the mapping just made.
            unsafe { sys::memory::release_or_keep(start, end - start) };
        }
    }
    Ok(address)
}

/// A number of bytes in whole parts of a mapping.
fn rounded(bytes: u64) -> usize {
    bytes.next_multiple_of(GRANULE_BYTES as u64) as usize
}

impl Region {
    /// The addresses of its parts.
    pub fn stacks(self) -> Stacks {
        let state_bytes = rounded(HEADER_BYTES as u64 + u64::from(program::threads().state_bytes));
        Stacks::from_guard(self.address + state_bytes, rounded(program::program().stack_bytes))
    }

    /// Writes the header, before the thread starts.
    pub fn set_header(self, header: Thread) {
        // SAFETY: the header is at the start of the region, which no other thread knows yet.
        unsafe { ptr::with_exposed_provenance_mut::<Thread>(self.address).write(header) }
    }

    /// The id of the thread.
    pub fn id(self) -> u32 {
        self.word(offset_of!(Thread, id)) as u32
    }

    /// The second argument of `wasi_thread_start`, after the id.
    pub fn argument(self) -> u32 {
        (self.word(offset_of!(Thread, id)) >> 32) as u32
    }

    /// The link to the next thread in the list, whose lock is held.
    pub fn next(self) -> u64 {
        self.word(offset_of!(Thread, next))
    }

    /// The link to the thread before in the list, whose lock is held.
    pub fn previous(self) -> u64 {
        self.word(offset_of!(Thread, previous))
    }

    /// Changes the link to the next thread in the list, whose lock is held.
    pub fn set_next(self, next: u64) {
        self.set_word(offset_of!(Thread, next), next);
    }

    /// Changes the link to the thread before in the list, whose lock is held.
    pub fn set_previous(self, previous: u64) {
        self.set_word(offset_of!(Thread, previous), previous);
    }

    /// Address of the thread's pool of exceptions, or 0.
    pub fn exceptions(self) -> usize {
        self.word(offset_of!(Thread, exceptions)) as usize
    }

    /// Changes the address of the thread's pool of exceptions.
    pub fn set_exceptions(self, address: usize) {
        self.set_word(offset_of!(Thread, exceptions), address as u64);
    }

    /// Remembers the address of a fault on a page that another thread was just opening. Returns whether it differs from
    /// the last such address.
    pub fn is_new_late_fault(self, address: usize) -> bool {
        let is_new = self.word(offset_of!(Thread, late_fault)) != address as u64;
        self.set_word(offset_of!(Thread, late_fault), address as u64);
        is_new
    }

    fn word(self, offset: usize) -> u64 {
        // SAFETY: the word is in the header. It is written by this thread only, or under the lock of the list, which
        // the caller holds, or was written before the thread started.
        unsafe { ptr::with_exposed_provenance::<u64>(self.address + offset).read() }
    }

    fn set_word(self, offset: usize, value: u64) {
        // SAFETY: the word is in the header, and only this thread uses it, or the caller holds the lock of the list.
        unsafe { ptr::with_exposed_provenance_mut::<u64>(self.address + offset).write(value) }
    }

    /// The address of the state of table `index`.
    pub fn table(self, index: u32) -> *mut Table {
        let offset = HEADER_BYTES + program::threads().tables_offset as usize;
        ptr::with_exposed_provenance_mut::<Table>(self.address + offset).wrapping_add(index as usize)
    }

    /// Opens the parts of a fresh region and writes the state.
    fn fill(self) -> Result<(), Errno> {
        let stacks = self.stacks();
        // SAFETY: `reserve` made the mapping, no thread runs on it, and this is its part before the guard.
        unsafe { sys::memory::make_writable(self.address, stacks.guard - self.address)? };
        let stack_bytes = stacks.signal_stack + stacks.signal_stack_bytes - stacks.bottom;
        // SAFETY: `reserve` made the mapping, no thread runs on it, and this is its part above the guard.
        unsafe { sys::memory::make_writable(stacks.bottom, stack_bytes)? };
        let state = program::thread_start_state();
        let place = ptr::with_exposed_provenance_mut::<u8>(self.address + HEADER_BYTES);
        // SAFETY: the state lies below the guard, in pages that were made writable above.
        unsafe { ptr::copy_nonoverlapping(state.as_ptr(), place, state.len()) };
        self.copy_tables()
    }

    /// Gives the thread its own elements of each table that it can change. Until then the capacity of a table is 0.
    fn copy_tables(self) -> Result<(), Errno> {
        let count = program::program().table_count;
        for index in 0..count {
            self.update(index, |table| Table { capacity: 0, maximum: table.maximum, ..table });
        }
        for index in 0..count {
            let start = program::start_table(index);
            if start.capacity == Table::SHARED_CAPACITY {
                continue;
            }
            let Table { elements, capacity, .. } = mapping::map(start)?;
            self.update(index, |table| Table { elements, capacity, ..table });
        }
        Ok(())
    }

    fn update(self, index: u32, change: impl FnOnce(Table) -> Table) {
        let table = self.table(index);
        // SAFETY: the state is in the region, which no thread but this one uses.
        let state = unsafe { table.read() };
        // SAFETY: the state is in the region, which no thread but this one uses.
        unsafe { table.write(change(state)) };
    }

    /// Releases the elements of its tables, which no code uses afterwards.
    pub fn release_tables(self) {
        for index in 0..program::program().table_count {
            // SAFETY: the state is in the region, whose thread has ended or has not started.
            let table = unsafe { self.table(index).read() };
            if table.capacity != 0 {
                // SAFETY: `copy_tables` or `table.grow` made this mapping for this thread, which does not run any more.
                unsafe {
                    sys::memory::release_or_keep(table.elements as usize, table.capacity as usize * size_of::<u64>());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_aligned() {
        for _ in 0..5 {
            let address = reserve(4 << 20).expect("a small mapping");
            assert!(address.is_multiple_of(4 << 20));
        }
    }
}
