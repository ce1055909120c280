//! The elements of a table, in a mapping of their own.
//!
//! It exists apart from [`super::start`] because the regions of threads, of which the states of tables know, map tables
//! too. Nothing here may know which table the elements belong to.
//!
//! # Safety
//! The elements in the object come from the compiler, and nothing writes to them. Elements are written to new mappings
//! only.

use core::mem::size_of;
use core::ptr;

use wasmc_abi::layout::{FUNCREF_NULL, Table};

use super::fill::fill;
use crate::sys::{self, Errno};

/// Copies the elements that a table starts with to a mapping for all of them.
///
/// # Errors
/// `ENOMEM` where there is no room for it.
pub fn map(start: Table) -> Result<Table, Errno> {
    let mapping = sys::memory::allocate(bytes(start.length))?;
    let (from, to) = (ptr::with_exposed_provenance::<u64>(start.elements as usize), pointer(mapping));
    // SAFETY: `capacity` elements are in the object, and as many fit in the mapping just made.
    unsafe { ptr::copy_nonoverlapping(from, to, start.capacity as usize) };
    let rest = (start.length - start.capacity) as usize;
    if rest != 0 {
        // SAFETY: a table that is longer than its part in the object has at least one element there.
        let element = unsafe { from.wrapping_add(start.capacity as usize - 1).read() };
        // Pages of nulls are what a new mapping consists of.
        if element != FUNCREF_NULL {
            // SAFETY: the rest of the mapping just made.
            unsafe { fill(to.wrapping_add(start.capacity as usize), element, rest) };
        }
    }
    Ok(Table { elements: mapping as u64, capacity: start.length, ..start })
}

/// Bytes of this many elements.
pub fn bytes(elements: u64) -> usize {
    elements as usize * size_of::<u64>()
}

fn pointer(address: usize) -> *mut u64 {
    ptr::with_exposed_provenance_mut(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(start: &[u64], length: u64) -> Vec<u64> {
        let elements = start.as_ptr().expose_provenance() as u64;
        let table = Table { elements, length, capacity: start.len() as u64, maximum: length };
        let mapped = map(table).expect("a small mapping");
        assert_eq!((mapped.length, mapped.capacity, mapped.maximum), (length, length, length));
        // SAFETY: `map` wrote as many elements.
        (0..length)
            .map(|index| unsafe { pointer(mapped.elements as usize).wrapping_add(index as usize).read() })
            .collect()
    }

    #[test]
    fn the_last_element_in_the_object_stands_for_the_rest() {
        assert_eq!(elements(&[0], 5), [0; 5]);
        assert_eq!(elements(&[7, 8, 0], 6), [7, 8, 0, 0, 0, 0]);
        assert_eq!(elements(&[7, 9], 5), [7, 9, 9, 9, 9]);
        assert_eq!(elements(&[7, 9], 2), [7, 9]);
    }
}
