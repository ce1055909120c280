//! Random bytes.
//!
//! # Safety
//! `getentropy` writes to the buffer that it is given, and nowhere else.

use super::super::Errno;
use super::check;

/// What the system gives in one call (`getentropy(2)`).
const CALL_BYTES_MAX: usize = 256;

/// Fills the front of a buffer; returns how many bytes that is, which is none only for a buffer without any.
///
/// # Errors
/// `EFAULT` where the buffer cannot be written.
pub fn fill(buffer: &mut [u8]) -> Result<usize, Errno> {
    let bytes = buffer.len().min(CALL_BYTES_MAX);
    // SAFETY: the buffer has as many bytes.
    check(unsafe { libc::getentropy(buffer.as_mut_ptr().cast(), bytes) })?;
    Ok(bytes)
}
