//! The region of a thread: its state and its stacks, in one mapping that is aligned to its size.
//!
//! `wasmc_abi::layout::Threads` draws it. Whoever runs on one of its stacks finds the region by the stack pointer: compiled
//! code its globals, the handler of traps the stack that it must walk, `table.grow` the table.
//!
//! # Safety
//! A region is mapped before a thread runs on it and unmapped by that thread's last instructions, so that it exists as long
//! as anybody's stack pointer is in it. Its header and the states of its tables are written by its own thread only, but for
//! the links of the list of threads, which are behind the lock of that list.

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
/// `ENOMEM` where there is no room for it.
pub fn map() -> Result<Region, Errno> {
    let bytes = program::threads().region_bytes as usize;
    let region = Region { address: reserve(bytes)? };
    if let Err(errno) = region.fill() {
        region.release_tables();
        // SAFETY: the mapping just made.
        unsafe { sys::memory::release_or_keep(region.address, bytes) };
        return Err(errno);
    }
    Ok(region)
}

/// Reserves an aligned range.
fn reserve(bytes: usize) -> Result<usize, Errno> {
    // Systems put mappings side by side, so below an aligned one of this size there often is another.
    let address = sys::memory::reserve_stack(bytes)?;
    if address.is_multiple_of(bytes) {
        return Ok(address);
    }
    // SAFETY: the mapping just made.
    unsafe { sys::memory::release(address, bytes)? };
    let wide = sys::memory::reserve_stack(bytes.checked_mul(2).ok_or(Errno::NOMEM)?)?;
    let address = wide.next_multiple_of(bytes);
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
    /// Where the parts are.
    pub fn stacks(self) -> Stacks {
        let state_bytes = rounded(HEADER_BYTES as u64 + u64::from(program::threads().state_bytes));
        Stacks::from_guard(self.address + state_bytes, rounded(program::program().stack_bytes))
    }

    /// Writes what the runtime keeps of the thread, before it starts.
    pub fn set_header(self, header: Thread) {
        // SAFETY: at the start of the region, of which nobody else knows yet.
        unsafe { ptr::with_exposed_provenance_mut::<Thread>(self.address).write(header) }
    }

    /// The id of the thread.
    pub fn id(self) -> u32 {
        self.word(offset_of!(Thread, id)) as u32
    }

    /// What `wasi_thread_start` is called with beside the id.
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

    /// Address of what there is of the thread's exceptions, or 0.
    pub fn exceptions(self) -> usize {
        self.word(offset_of!(Thread, exceptions)) as usize
    }

    /// Changes that.
    pub fn set_exceptions(self, address: usize) {
        self.set_word(offset_of!(Thread, exceptions), address as u64);
    }

    /// Remembers an address whose fault another thread may have caused; says whether it is another one than the last time.
    pub fn is_new_late_fault(self, address: usize) -> bool {
        let is_new = self.word(offset_of!(Thread, late_fault)) != address as u64;
        self.set_word(offset_of!(Thread, late_fault), address as u64);
        is_new
    }

    fn word(self, offset: usize) -> u64 {
        // SAFETY: a word of the header, which is this thread's, or behind the lock of the list, or written before both.
        unsafe { ptr::with_exposed_provenance::<u64>(self.address + offset).read() }
    }

    fn set_word(self, offset: usize, value: u64) {
        // SAFETY: a word of the header, which is this thread's or behind the lock of the list.
        unsafe { ptr::with_exposed_provenance_mut::<u64>(self.address + offset).write(value) }
    }

    /// Where the state of table `index` is.
    pub fn table(self, index: u32) -> *mut Table {
        let offset = HEADER_BYTES + program::threads().tables_offset as usize;
        ptr::with_exposed_provenance_mut::<Table>(self.address + offset).wrapping_add(index as usize)
    }

    /// Opens the parts of a fresh region and writes the state.
    fn fill(self) -> Result<(), Errno> {
        let stacks = self.stacks();
        // SAFETY: a part of the mapping just made.
        unsafe { sys::memory::make_writable(self.address, stacks.guard - self.address)? };
        let stack_bytes = stacks.signal_stack + stacks.signal_stack_bytes - stacks.bottom;
        // SAFETY: likewise.
        unsafe { sys::memory::make_writable(stacks.bottom, stack_bytes)? };
        let state = program::thread_start_state();
        let place = ptr::with_exposed_provenance_mut::<u8>(self.address + HEADER_BYTES);
        // SAFETY: the state lies below the guard, in pages that are writable now.
        unsafe { ptr::copy_nonoverlapping(state.as_ptr(), place, state.len()) };
        self.copy_tables()
    }

    /// Gives the thread elements of its own for each table that it can change. Until it has them, a table has no capacity.
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
        // SAFETY: the state is in the region and this thread's.
        let state = unsafe { table.read() };
        // SAFETY: likewise.
        unsafe { table.write(change(state)) };
    }

    /// Gives back the elements of its tables, which nobody will use.
    pub fn release_tables(self) {
        for index in 0..program::program().table_count {
            // SAFETY: as in `update`.
            let table = unsafe { self.table(index).read() };
            if table.capacity != 0 {
                // SAFETY: a mapping that `copy_tables` or `table.grow` made for this thread.
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
