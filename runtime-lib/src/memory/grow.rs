//! `memory.grow` (core specification, section 4.4.7): makes more of a memory accessible.
//!
//! With a reservation this changes the protection of pages that are already ours; without one the mapping is extended,
//! which may move it. Either way the guest gets zeroed pages, or -1 and an unchanged memory.
//!
//! # Safety
//! Changes only pages of the memory itself, between its length and what its plan allows. A memory without a reservation
//! belongs to one thread: while that is in `memory.grow` nobody holds an address inside it, so that it may move. The length
//! of a memory that threads share is written when the pages are there.

use core::ptr;

use wasmc_abi::layout::{Memory, MemoryPlan, WASM_PAGE_BYTES};

use super::reserve::mapped_bytes;
use crate::lock::Lock;
use crate::program;
use crate::sys::{self, Errno};

/// One growth at a time, so that no two threads open the same pages.
static GROWING: Lock<()> = Lock::new(());

/// Grows memory `index` by `delta_pages` and returns its size before that, in pages; `None` where its maximum or the
/// system is in the way.
pub fn grow(index: u32, delta_pages: u64) -> Option<u64> {
    GROWING.with(|()| grow_alone(index, delta_pages))
}

fn grow_alone(index: u32, delta_pages: u64) -> Option<u64> {
    let plan = program::memory_plans().get(index as usize)?;
    let memory = program::memory(index);
    let length_bytes = delta_pages.checked_mul(WASM_PAGE_BYTES)?.checked_add(memory.length_bytes)?;
    if length_bytes > plan.maximum_bytes {
        return None;
    }
    if delta_pages != 0 {
        let base = extend(plan, memory, length_bytes).ok()?;
        if base == memory.base {
            // Other threads may be reading where it is.
            program::set_memory_length(index, length_bytes);
        } else {
            program::set_memory(index, Memory { base, length_bytes });
        }
    }
    Some(memory.length_bytes / WASM_PAGE_BYTES)
}

/// Makes a memory `length_bytes` long, which is more than it was; returns where it is then.
fn extend(plan: &MemoryPlan, memory: Memory, length_bytes: u64) -> Result<u64, Errno> {
    if plan.reservation_bytes == 0 {
        return relocate(memory, length_bytes);
    }
    let start = memory.base + memory.length_bytes;
    // SAFETY: within the reservation, beyond the present length.
    unsafe { sys::memory::make_writable(start as usize, (length_bytes - memory.length_bytes) as usize)? };
    Ok(memory.base)
}

/// Extends a memory that has no reservation.
fn relocate(memory: Memory, length_bytes: u64) -> Result<u64, Errno> {
    let old_bytes = mapped_bytes(memory.length_bytes) as usize;
    let new_bytes = usize::try_from(mapped_bytes(length_bytes)).map_err(|_| Errno::NOMEM)?;
    let old = memory.base as usize;
    // SAFETY: the whole of the memory's mapping, into which nobody holds an address.
    if let Ok(address) = unsafe { sys::memory::resize(old, old_bytes, new_bytes) } {
        return Ok(address as u64);
    }
    // Linux extends only what is one mapping to it, and image pages that were moved in are mappings of their own. One copy
    // makes it one mapping, so this happens once in a memory's life (or there is no room, and it fails again).
    let new = sys::memory::allocate(new_bytes)?;
    // SAFETY: `new` is a fresh mapping of more than `old_bytes`; the accessible part of the old one is copied.
    unsafe {
        ptr::copy_nonoverlapping(
            ptr::with_exposed_provenance::<u8>(old),
            ptr::with_exposed_provenance_mut(new),
            memory.length_bytes as usize,
        );
    }
    // A mapping that the kernel keeps costs address space and nothing else.
    // SAFETY: the old mapping, which nobody uses any more.
    let _ = unsafe { sys::memory::release(old, old_bytes) };
    Ok(new as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byte(address: u64) -> *mut u8 {
        ptr::with_exposed_provenance_mut(address as usize)
    }

    fn start(bytes: usize) -> Memory {
        let base = sys::memory::allocate(mapped_bytes(bytes as u64) as usize).expect("a small mapping") as u64;
        let memory = Memory { base, length_bytes: bytes as u64 };
        program::set_memory(0, memory);
        memory
    }

    #[test]
    fn contents_survive_and_new_pages_are_zero() {
        let memory = start(2 << 16);
        // SAFETY: in the mapping just made.
        unsafe { byte(memory.base + 70_000).write(7) };
        assert_eq!(grow(0, 0), Some(2));
        assert_eq!(grow(0, 30), Some(2));
        let grown = program::memory(0);
        assert_eq!(grown.length_bytes, 32 << 16);
        // SAFETY: in the mapping that `grow` made.
        assert_eq!(unsafe { (byte(grown.base + 70_000).read(), byte(grown.base + (32 << 16) - 1).read()) }, (7, 0));
    }

    #[test]
    fn a_memory_of_several_mappings_is_copied() {
        let memory = start(4 << 16);
        // SAFETY: a page of the mapping just made: other protection makes it a mapping of its own.
        unsafe { sys::memory::make_read_only(memory.base as usize + (1 << 16), 1 << 16) }.expect("a page of ours");
        // SAFETY: in the mapping just made.
        unsafe { byte(memory.base + (3 << 16)).write(9) };
        assert_eq!(grow(0, 4), Some(4));
        // SAFETY: in the mapping that `grow` made.
        assert_eq!(unsafe { byte(program::memory(0).base + (3 << 16)).read() }, 9);
    }

    #[test]
    fn beyond_the_maximum_nothing_changes() {
        let memory = start(1 << 16);
        assert_eq!(grow(0, program::TEST_MEMORY_MAXIMUM_BYTES >> 16), None);
        assert_eq!(grow(0, u64::MAX), None);
        assert_eq!(grow(0, u64::MAX >> 16), None);
        assert_eq!(program::memory(0), memory);
        assert_eq!(grow(0, (program::TEST_MEMORY_MAXIMUM_BYTES >> 16) - 1), Some(1));
    }
}
