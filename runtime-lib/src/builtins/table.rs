//! `table.grow`, `table.fill` after its bounds check, and the mapping of large tables at start.
//!
//! They are the C functions of [`crate::table`], and must do nothing else.
//!
//! # Safety
//! Host addresses come from compiled code, which has checked the whole range.

use crate::table::{fill, grow, start};

/// `wasmc_abi::builtins::TABLE_GROW`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_table_grow(table: u32, element: u64, delta: u64) -> i64 {
    grow::grow(table, element, delta).map_or(-1, |length| length as i64)
}

/// `wasmc_abi::builtins::TABLE_MAP_ALL`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_table_map_all() {
    start::map_all();
}

/// `wasmc_abi::builtins::TABLE_FILL`.
///
/// # Safety
/// `count` elements from `first` on are in one table.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_table_fill(first: *mut u64, element: u64, count: usize) {
    // SAFETY: by the contract of this function.
    unsafe { fill::fill(first, element, count) }
}
