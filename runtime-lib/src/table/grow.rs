//! `table.grow` (core specification, section 4.4.6): more elements, all with the same value.
//!
//! A table starts where the compiler put it, in static data, or where [`super::start`] mapped it. The first growth
//! beyond that copies it to a mapping of its own, with room for as many elements again, so that growing one by one
//! costs constant time on average.
//!
//! # Safety
//! The entry of the table says where its elements are and how many fit. Compiled code holds no address of an element
//! across a call of `table.grow`, so that the elements may move.

use core::mem::size_of;
use core::ptr;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

use wasmc_abi::layout::Table;

use super::fill::fill;
use super::state;
use crate::sys;
use crate::threads::region;

/// Elements of the smallest mapping: one page of the largest kind.
const CAPACITY_MIN: u64 = 65536 / size_of::<u64>() as u64;

/// In a program with one thread, which of the first 64 tables have a mapping of their own, which the next growth may
/// free. Tables beyond those keep their old mappings, in sum never larger than the present one.
static MAPPED: AtomicU64 = AtomicU64::new(0);

/// Grows table `index` by `delta` elements and returns its size before that; `None` where its maximum or the system is
/// in the way.
pub fn grow(index: u32, element: u64, delta: u64) -> Option<u64> {
    let mut table = state::get(index);
    let (old_length, length) = (table.length, table.length.checked_add(delta)?);
    if length > table.maximum {
        return None;
    }
    if length > table.capacity {
        let capacity = length.max(table.capacity.saturating_mul(2)).min(table.maximum).max(CAPACITY_MIN);
        table = relocate(index, table, capacity).or_else(|| relocate(index, table, length))?;
    }
    let first = element_pointer(&table, old_length);
    // SAFETY: the elements from the old length to the new one fit, and nobody has seen them.
    unsafe { fill(first, element, delta as usize) };
    state::set(index, Table { length, ..table });
    Some(old_length)
}

/// Moves the elements to a mapping for `capacity` of them.
fn relocate(index: u32, table: Table, capacity: u64) -> Option<Table> {
    let bytes = usize::try_from(capacity.checked_mul(size_of::<u64>() as u64)?).ok()?;
    let new = sys::memory::allocate(bytes).ok()?;
    // SAFETY: `length` elements are there, and fewer than fit in the fresh mapping.
    unsafe {
        ptr::copy_nonoverlapping(
            element_pointer(&table, 0).cast_const(),
            ptr::with_exposed_provenance_mut(new),
            table.length as usize,
        );
    }
    if was_mapped(index, &table) {
        // SAFETY: the mapping that the last growth made, which nobody uses any more.
        unsafe { sys::memory::release_or_keep(table.elements as usize, table.capacity as usize * size_of::<u64>()) };
    }
    Some(Table { elements: new as u64, capacity, ..table })
}

/// Whether the elements of a table that gets a new mapping have one already, which nobody else uses.
fn was_mapped(index: u32, table: &Table) -> bool {
    if region::current().is_some() {
        // With threads, each has a mapping from the start, unless there was nothing to map.
        return table.capacity != 0;
    }
    set_mapped(index)
}

/// Remembers, in a program with one thread, that a table has a mapping of its own; returns whether it had one before.
pub fn set_mapped(index: u32) -> bool {
    let own = 1u64.checked_shl(index).unwrap_or(0);
    MAPPED.fetch_or(own, Relaxed) & own != 0
}

/// Where element `index` is.
fn element_pointer(table: &Table, index: u64) -> *mut u64 {
    ptr::with_exposed_provenance_mut::<u64>(table.elements as usize).wrapping_add(index as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(index: u64) -> u64 {
        let table = state::get(0);
        assert!(index < table.length);
        // SAFETY: below the length.
        unsafe { element_pointer(&table, index).read() }
    }

    // One test: which table has a mapping of its own is remembered for the whole process.
    #[test]
    fn elements_survive_and_new_ones_have_the_value() {
        let mut elements = [5u64, 6, 0, 0];
        let static_elements = elements.as_mut_ptr().expose_provenance() as u64;
        state::set(0, Table { elements: static_elements, length: 2, capacity: 4, maximum: 20_000 });

        assert_eq!(grow(0, 9, 2), Some(2));
        assert_eq!(state::get(0).elements, static_elements, "there was room");
        assert_eq!(grow(0, 8, 0), Some(4));
        assert_eq!(grow(0, 8, 6), Some(4));
        assert_ne!(state::get(0).elements, static_elements);
        assert_eq!([0, 1, 2, 3, 4, 9].map(element), [5, 6, 9, 9, 8, 8]);

        assert_eq!(grow(0, 7, 19_990), Some(10));
        assert_eq!([0, 9, 10, 19_999].map(element), [5, 8, 7, 7]);
        assert_eq!(grow(0, 1, 1), None);
        assert_eq!(grow(0, 1, u64::MAX), None);
        assert_eq!(state::get(0).length, 20_000);
    }
}
