//! Contracts of the processor's functions that only Linux needs: there is no C library that has them.
//!
//! They are documented here, once, and each processor has their assembly under the same names. Nothing else may be
//! here.
//!
//! # Safety
//! The functions hand their contracts on to their callers.

use super::processor::{self, Restorer};

/// Makes a system call of up to four arguments; a fifth is zero. Returns what the kernel returns: errors are negative
/// error numbers.
///
/// # Safety
/// The number and the arguments are those of a system call that breaks nothing which Rust relies on, such as the
/// mappings of objects in use.
pub unsafe fn system_call(number: usize, arguments: [usize; 4]) -> usize {
    // SAFETY: by the contract of this function.
    unsafe { processor::system_call(number, arguments) }
}

/// Makes a thread, which calls `function(region)` on the stack that ends at `top`, then unmaps the `bytes` of the
/// region and ends. Returns what the kernel returns: the thread's number there, or a negative error number.
///
/// # Safety
/// The flags are those of a thread of this process (`clone(2)`), the stack lies in the region, and nothing else uses
/// either.
pub unsafe fn start_thread(
    flags: usize,
    top: usize,
    function: extern "C" fn(usize),
    region: usize,
    bytes: usize,
) -> usize {
    // SAFETY: by the contract of this function.
    unsafe { processor::start_thread(flags, top, function, region, bytes) }
}

/// The part of the kernel's `struct sigaction` that says where a signal handler returns to.
pub fn restorer() -> Restorer {
    processor::restorer()
}
