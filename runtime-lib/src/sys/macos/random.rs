//! Random bytes.
//!
//! It exists because the systems give different amounts in one call. There must be no other source of random bytes: a
//! guest may make keys of them.
//!
//! # Safety
//! `getentropy` writes to the buffer that it is given, and nowhere else.

use super::super::Errno;
use super::check;

/// The most bytes that the system gives in one call (`getentropy(2)`).
const CALL_BYTES_MAX: usize = 256;

/// Fills the front of a buffer and returns the number of bytes, which is 0 only for an empty buffer.
///
/// # Errors
/// `EFAULT` if the buffer cannot be written.
pub fn fill(buffer: &mut [u8]) -> Result<usize, Errno> {
    let bytes = buffer.len().min(CALL_BYTES_MAX);
    // SAFETY: the buffer has at least `bytes` bytes.
    check(unsafe { libc::getentropy(buffer.as_mut_ptr().cast(), bytes) })?;
    Ok(bytes)
}
