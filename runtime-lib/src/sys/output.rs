//! Standard output and error, for what the runtime itself has to say.
//!
//! The guest's own output goes through its descriptor table in `wasi`, not through here.
//!
//! # Safety
//! Borrows the descriptors 1 and 2 by number for one call each; the runtime never closes them.

use rustix::fd::{BorrowedFd, RawFd};
use rustix::io;

use super::Errno;

const STDOUT: RawFd = 1;
const STDERR: RawFd = 2;

/// Writes all of it to standard output.
///
/// # Errors
/// Of the first write that fails for another reason than a signal.
pub fn write_stdout(bytes: &[u8]) -> Result<(), Errno> {
    write_all(STDOUT, bytes)
}

/// Writes as much of it to standard error as the system takes.
pub fn write_stderr(bytes: &[u8]) {
    // There is nowhere to report that reporting fails.
    let _ = write_all(STDERR, bytes);
}

fn write_all(descriptor: RawFd, mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        // SAFETY: not closed during this call; if the process was started without it, the kernel says so.
        let descriptor = unsafe { BorrowedFd::borrow_raw(descriptor) };
        match io::write(descriptor, bytes) {
            // No progress and no error: a device that takes nothing will not take the rest either.
            Ok(0) => return Err(Errno::IO),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(errno) => return Err(errno),
        }
    }
    Ok(())
}
