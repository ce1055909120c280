//! `memory.grow`, and `memory.copy`, `memory.fill` and `memory.init` after their bounds checks.
//!
//! They exist because moving many bytes, and mapping pages, is not compiled code's work. No function here may see an
//! index of the guest other than that of `memory.grow`.
//!
//! # Safety
//! Compiled code passes host addresses, and has checked the whole range before the call: a bulk operation that would
//! trap writes nothing (core specification, section 4.4.7).

use core::ptr;

use crate::memory::grow;

/// `wasmc_abi::builtins::MEMORY_GROW`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_memory_grow(memory: u32, delta_pages: u64) -> i64 {
    grow::grow(memory, delta_pages).map_or(-1, |pages| pages as i64)
}

/// `wasmc_abi::builtins::MEMORY_MOVE`.
///
/// # Safety
/// Both ranges are within linear memories or, the source, a data segment.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_memory_move(destination: *mut u8, source: *const u8, bytes: usize) {
    // SAFETY: by the contract of this function.
    unsafe { ptr::copy(source, destination, bytes) }
}

/// `wasmc_abi::builtins::MEMORY_FILL`. Only the low eight bits of `byte` count.
///
/// # Safety
/// The range is within a linear memory.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_memory_fill(destination: *mut u8, byte: u32, bytes: usize) {
    // SAFETY: by the contract of this function.
    unsafe { ptr::write_bytes(destination, byte as u8, bytes) }
}
