//! `table.fill` (core specification, section 4.4.6).
//!
//! # Safety
//! Writes through an address that compiled code made after its bounds check.

use core::slice;

/// Writes `count` copies of `element` from `first` on.
///
/// # Safety
/// `count` elements from `first` on are in one table, and nobody else uses them.
pub unsafe fn fill(first: *mut u64, element: u64, count: usize) {
    if count == 0 {
        // The address of nothing may be the end of the address space, or null.
        return;
    }
    // SAFETY: by the contract of this function.
    unsafe { slice::from_raw_parts_mut(first, count) }.fill(element);
}
