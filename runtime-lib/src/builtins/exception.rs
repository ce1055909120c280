//! Exceptions: `wasmc_exception_new` and `wasmc_exception_release`. What throws is assembly, in [`crate::arch`].
//!
//! # Safety
//! Compiled code releases only what it was thrown, and nothing that it still uses.

use crate::unwind;

/// `wasmc_abi::builtins::EXCEPTION_NEW`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_exception_new(tag: u32, payload_bytes: u32) -> usize {
    unwind::new(tag, payload_bytes as usize)
}

/// `wasmc_abi::builtins::EXCEPTION_RELEASE`.
///
/// # Safety
/// `exception` is live, and unless a reference to it was handed out nobody uses it any more.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_exception_release(exception: usize) {
    // SAFETY: by the contract of this function.
    unsafe { unwind::release(exception) }
}
