//! Random bytes.
//!
//! # Safety
//! Safe code only.

use rustix::rand::{GetRandomFlags, getrandom};

use super::super::Errno;

/// Fills the front of a buffer; returns how many bytes that is, which is none only for a buffer without any. The kernel
/// gives at most 32 MiB a call, and less when a signal comes.
///
/// # Errors
/// `ENOSYS` where a filter of system calls is in the way.
pub fn fill(buffer: &mut [u8]) -> Result<usize, Errno> {
    rustix::io::retry_on_intr(|| getrandom(&mut *buffer, GetRandomFlags::empty()))
}
