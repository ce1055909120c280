//! `memory.grow` (core specification, section 4.4.7): makes more of a memory accessible.
//!
//! With a reservation this changes the protection of reserved pages; without one it extends the mapping, which may move
//! it. In both cases the guest gets zeroed bytes, or -1 and an unchanged memory.
//!
//! A move takes time in proportion to the length of the memory, and guests grow by one page at a time. So a mapping
//! that is too short is extended by half of its length at least: growing to any length moves each byte fewer than three
//! times on average. The room beyond the length is zero, because compiled code compares every access to such a memory
//! with its length, so nothing has been written there.
//!
//! What must not happen here: a length stored before its pages are accessible, or a move of a memory that threads
//! share.
//!
//! # Safety
//! Changes only pages of the memory itself, between its length and its plan's maximum. A memory without a reservation
//! belongs to one thread. While that thread is in `memory.grow`, nothing holds an address in the memory, so it may
//! move. The length of a memory that threads share is written after its pages have become accessible.

use core::ptr;

use wasmc_abi::layout::{Memory, MemoryRecord};

use super::identity;
use super::reserve::{mapped_bytes, whole_pages};
use crate::lock::Lock;
use crate::program;
use crate::sys::{self, Errno};

/// Allows one growth at a time, so that no two threads open the same pages. A program with one thread does not take it:
/// that thread could trap inside, because its stack is used up, and continue (`traps/recovery.rs`) with the lock held
/// for ever.
static GROWING: Lock<()> = Lock::new(());

/// Grows memory `index` by `delta_pages` and returns its size before that, in pages; `None` if its maximum or the
/// system does not allow it.
pub fn grow(index: u32, delta_pages: u64) -> Option<u64> {
    if program::has_threads() {
        GROWING.with(|()| grow_alone(index, delta_pages))
    } else {
        grow_alone(index, delta_pages)
    }
}

fn grow_alone(index: u32, delta_pages: u64) -> Option<u64> {
    let plan = program::memory_plans().get(index as usize)?;
    let memory = program::memory(index);
    let length_bytes = delta_pages.checked_mul(plan.page_bytes)?.checked_add(memory.length_bytes)?;
    if length_bytes > plan.maximum_bytes {
        return None;
    }
    if delta_pages != 0 {
        let extended = extend(plan, memory, length_bytes).ok()?;
        if extended == memory {
            // It stays where it is. Only the length is written, because other threads may be reading the rest.
            program::set_memory_length(index, length_bytes);
        } else {
            program::set_memory(index, Memory { length_bytes, ..extended });
        }
    }
    memory.length_bytes.checked_div(plan.page_bytes)
}

/// Makes room for `length_bytes` in a memory, which is more than its length; returns its new state without the new
/// length.
fn extend(plan: &MemoryRecord, memory: Memory, length_bytes: u64) -> Result<Memory, Errno> {
    if plan.is_identity() {
        // SAFETY: the range is in the reservation, as `grow_alone` compared with the maximum, and beyond the present
        // length; growth is alone by the lock above, or because the program has one thread.
        unsafe { identity::open(memory.base, memory.length_bytes, length_bytes - memory.length_bytes)? };
        return Ok(memory);
    }
    if plan.base != 0 {
        let start = memory.base + memory.length_bytes;
        // SAFETY: the range is in the reservation, as `grow_alone` compared with the maximum, and beyond the present
        // length.
        unsafe { sys::memory::make_writable(start as usize, (length_bytes - memory.length_bytes) as usize)? };
        return Ok(memory);
    }
    let needed = mapped_bytes(length_bytes);
    if needed <= memory.mapped_bytes {
        return Ok(memory);
    }
    let roomy = whole_pages(memory.mapped_bytes.saturating_add(memory.mapped_bytes / 2));
    let roomy = roomy.min(mapped_bytes(plan.maximum_bytes));
    if roomy > needed
        && let Ok(memory) = relocate(memory, roomy)
    {
        return Ok(memory);
    }
    relocate(memory, needed)
}

/// Extends the mapping of a memory that has no reservation.
fn relocate(memory: Memory, mapped_bytes: u64) -> Result<Memory, Errno> {
    let new_bytes = usize::try_from(mapped_bytes).map_err(|_| Errno::NOMEM)?;
    let (old, old_bytes) = (memory.base as usize, memory.mapped_bytes as usize);
    // SAFETY: the range is the mapping of the memory, and nothing holds an address in it (see the module).
    if let Ok(address) = unsafe { sys::memory::resize(old, old_bytes, new_bytes) } {
        return Ok(Memory { base: address as u64, mapped_bytes, ..memory });
    }
    // Linux extends only a single mapping, and image pages that were moved in are mappings of their own. A copy makes
    // one mapping of all, so this happens at most once for each memory. (If there is no room, the copy fails too.)
    let new = sys::memory::allocate(new_bytes)?;
    // SAFETY: `new` is a fresh mapping of more than `old_bytes`; the accessible part of the old one is copied.
    unsafe {
        ptr::copy_nonoverlapping(
            ptr::with_exposed_provenance::<u8>(old),
            ptr::with_exposed_provenance_mut(new),
            memory.length_bytes as usize,
        );
    }
    // SAFETY: the range is the old mapping, and all users get the address of the new one.
    unsafe { sys::memory::release_or_keep(old, old_bytes) };
    Ok(Memory { base: new as u64, mapped_bytes, ..memory })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byte(address: u64) -> *mut u8 {
        ptr::with_exposed_provenance_mut(address as usize)
    }

    fn read(offset: u64) -> u8 {
        let memory = program::memory(0);
        assert!(offset < memory.length_bytes);
        // SAFETY: below the length.
        unsafe { byte(memory.base + offset).read() }
    }

    fn write(offset: u64, value: u8) {
        let memory = program::memory(0);
        assert!(offset < memory.length_bytes);
        // SAFETY: below the length.
        unsafe { byte(memory.base + offset).write(value) };
    }

    fn start(length_bytes: u64) {
        let mapped_bytes = mapped_bytes(length_bytes);
        let base = sys::memory::allocate(mapped_bytes as usize).expect("a small mapping") as u64;
        program::set_memory(0, Memory { base, length_bytes, mapped_bytes });
    }

    #[test]
    fn contents_survive_and_new_pages_are_zero() {
        start(2 << 16);
        write(70_000, 7);
        assert_eq!(grow(0, 0), Some(2 << 16));
        assert_eq!(grow(0, 30 << 16), Some(2 << 16));
        assert_eq!(program::memory(0).length_bytes, 32 << 16);
        assert_eq!([70_000, (32 << 16) - 1].map(read), [7, 0]);
    }

    #[test]
    fn a_memory_can_grow_byte_by_byte() {
        start(0);
        for length in 0..200_000 {
            assert_eq!(grow(0, 1), Some(length));
            assert_eq!(read(length), 0);
            write(length, length as u8 | 1);
        }
        assert!((0..200_000).all(|offset| read(offset) == offset as u8 | 1));
    }

    #[test]
    fn room_is_made_ahead_but_not_beyond_the_maximum() {
        start(1 << 20);
        assert_eq!(grow(0, 1 << 17), Some(1 << 20));
        let ahead = program::memory(0);
        assert!(ahead.mapped_bytes > mapped_bytes(ahead.length_bytes));
        assert_eq!(grow(0, 1 << 17), Some(9 << 17));
        let grown = program::memory(0);
        assert_eq!((grown.base, grown.mapped_bytes), (ahead.base, ahead.mapped_bytes), "there was room");
        assert_eq!(grow(0, program::TEST_MEMORY_MAXIMUM_BYTES - grown.length_bytes), Some(10 << 17));
        assert_eq!(program::memory(0).mapped_bytes, mapped_bytes(program::TEST_MEMORY_MAXIMUM_BYTES));
        assert_eq!(read(program::TEST_MEMORY_MAXIMUM_BYTES - 1), 0);
    }

    #[test]
    fn a_memory_of_several_mappings_is_copied() {
        start(4 << 16);
        let page = program::memory(0).base as usize + (1 << 16);
        // SAFETY: a page of the mapping just made: other protection makes it a mapping of its own.
        unsafe { sys::memory::make_read_only(page, 1 << 16) }.expect("a page of ours");
        write(3 << 16, 9);
        assert_eq!(grow(0, 4 << 16), Some(4 << 16));
        assert_eq!(read(3 << 16), 9);
    }

    #[test]
    fn beyond_the_maximum_nothing_changes() {
        start(1 << 16);
        let memory = program::memory(0);
        assert_eq!(grow(0, program::TEST_MEMORY_MAXIMUM_BYTES - (1 << 16) + 1), None);
        assert_eq!(grow(0, u64::MAX), None);
        assert_eq!(grow(0, u64::MAX - (1 << 16)), None);
        assert_eq!(program::memory(0), memory);
        assert_eq!(grow(0, program::TEST_MEMORY_MAXIMUM_BYTES - (1 << 16)), Some(1 << 16));
    }
}
