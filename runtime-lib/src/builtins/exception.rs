//! Exceptions: `wasmc_exception_new` and `wasmc_exception_release`.
//!
//! They are the C functions of [`crate::unwind`], and must do nothing else. `wasmc_exception_throw` is not among them,
//! because it needs the registers of its caller: it is assembly, in [`crate::arch`].
//!
//! # Safety
//! Compiled code releases an exception only after it has caught it and read its payload.

use crate::unwind;

/// `wasmc_abi::builtins::EXCEPTION_NEW`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_exception_new(tag: u32, payload_bytes: u32) -> usize {
    unwind::new(tag, payload_bytes as usize)
}

/// `wasmc_abi::builtins::EXCEPTION_RELEASE`.
///
/// # Safety
/// `exception` is live, and if the guest got no reference to it, no code uses it afterwards.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_exception_release(exception: usize) {
    // SAFETY: by the contract of this function.
    unsafe { unwind::release(exception) }
}
