//! macOS: calls into libSystem, the only interface that the system keeps stable.
//!
//! `rustix` makes most of them. Some functions it looks up by name at run time, for systems older than those that
//! executables are built for; these are called through `libc` here, so that everything that an executable needs of the
//! system is in its list of imports. That list is `compiler/src/link/libSystem.tbd`: a function that is new here must
//! be added there, and no system call may be made directly.
//!
//! # Safety
//! [`check`] reads this thread's `errno`, which always exists.

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

/// Does nothing: libSystem was set up before `main`.
///
/// # Safety
/// The function has no requirements.
pub unsafe fn init(_environment: *const *const c_char) {}

/// The result of a call that returns -1 for an error, and then has set `errno`.
fn check(result: c_int) -> Result<c_int, Errno> {
    if result != -1 { Ok(result) } else { Err(last_error()) }
}

/// The error of the call that has just failed.
fn last_error() -> Errno {
    // SAFETY: the function returns the address of this thread's `errno`, which always exists.
    Errno::from_raw_os_error(unsafe { *libc::__error() })
}
