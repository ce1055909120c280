//! Linux: system calls through `rustix`, which makes them without a C library, and through [`crate::arch`] where
//! `rustix` has no function.
//!
//! It exists beside `macos` with the same files and functions. No function of a C library may be called here: an
//! executable has none.
//!
//! # Safety
//! [`init`] passes the kernel's start block on to `rustix`.

use core::ffi::c_char;

pub mod auxiliary;
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

/// Remembers where the auxiliary vector is, for [`auxiliary`] and for `rustix`, which finds the kernel's vDSO in it:
/// without that, reading a clock is a system call.
///
/// # Safety
/// `environment` is the array of environment strings on the initial stack that the kernel made.
#[cfg(feature = "standalone")]
pub unsafe fn init(environment: *const *const c_char) {
    // SAFETY: by the contract of this function.
    unsafe { auxiliary::init(environment) };
    // SAFETY: by the contract of this function.
    unsafe { rustix::param::init(environment.cast_mut().cast()) }
}

/// Does nothing: in the workspace's own build `rustix` is shared with programs of the host, and asks the C library.
///
/// # Safety
/// The function has no requirements.
#[cfg(not(feature = "standalone"))]
pub unsafe fn init(_environment: *const *const c_char) {}
