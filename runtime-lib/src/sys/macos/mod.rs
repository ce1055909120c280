//! macOS: calls into libSystem, which is the only interface that the system keeps stable.
//!
//! `rustix` makes most of them. It looks some functions up by name at run time, for systems older than those that we
//! build for; those are called through `libc` here, so that everything that an executable needs of the system is in its
//! list of imports. That list is `compiler/src/link/libSystem.tbd`: a function that is new here must be added there.
//!
//! # Safety
//! [`check`] reads this thread's `errno`, which is always there.

use core::ffi::{c_char, c_int};

use super::Errno;

pub mod beneath;
pub mod directory;
pub mod errors;
pub mod files;
pub mod memory;
pub mod poll;
pub mod privilege;
pub mod process;
pub mod processor;
pub mod random;
pub mod signal;
pub mod sockets;
pub mod streams;
pub mod thread;

/// Nothing has to be told to anyone: libSystem was set up before `main`.
///
/// # Safety
/// None: nothing is done.
pub unsafe fn init(_environment: *const *const c_char) {}

/// The result of a call that says -1 for an error, and then what it was in `errno`.
fn check(result: c_int) -> Result<c_int, Errno> {
    if result != -1 { Ok(result) } else { Err(last_error()) }
}

/// The error of the call that has just failed.
fn last_error() -> Errno {
    // SAFETY: returns the address of this thread's `errno`.
    Errno::from_raw_os_error(unsafe { *libc::__error() })
}
