//! Random bytes.
//!
//! It exists because the systems give different amounts in one call. There must be no other source of random bytes: a
//! guest may make keys of them.
//!
//! # Safety
//! Safe code only.

use rustix::rand::{GetRandomFlags, getrandom};

use super::super::Errno;

/// Fills the front of a buffer and returns the number of bytes, which is 0 only for an empty buffer. The kernel gives
/// at most 32 MiB in a call, and less if a signal interrupts it.
///
/// # Errors
/// `ENOSYS` if a system-call filter refuses the call.
pub fn fill(buffer: &mut [u8]) -> Result<usize, Errno> {
    rustix::io::retry_on_intr(|| getrandom(&mut *buffer, GetRandomFlags::empty()))
}
