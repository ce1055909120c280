//! `table.fill` (core specification, section 4.4.6): many elements with one value.
//!
//! Compiled code makes the bounds check and passes a host address. What must not happen here: a call with an address
//! that did not pass that check.
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
        // With a count of 0, `first` may be null, which `from_raw_parts_mut` forbids.
        return;
    }
    // SAFETY: by the contract of this function.
    unsafe { slice::from_raw_parts_mut(first, count) }.fill(element);
}
