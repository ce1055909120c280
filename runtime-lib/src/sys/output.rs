//! Standard output and error, for messages of the runtime itself.
//!
//! It exists because they are written before the descriptor table exists, or from a signal handler. The output of the
//! guest must not come through here: it goes through the descriptor table in `wasi`.
//!
//! # Safety
//! Each call borrows descriptor 1 or 2 by its number. The runtime never closes them.

use rustix::fd::{BorrowedFd, RawFd};
use rustix::io;

use super::Errno;

const STDOUT: RawFd = 1;
const STDERR: RawFd = 2;

/// Writes all of it to standard output.
///
/// # Errors
/// The error of the first write that fails, unless a signal interrupted it.
pub fn write_stdout(bytes: &[u8]) -> Result<(), Errno> {
    write_all(STDOUT, bytes)
}

/// Writes as much of it to standard error as the system takes.
pub fn write_stderr(bytes: &[u8]) {
    // A failure to report cannot be reported anywhere.
    let _ = write_all(STDERR, bytes);
}

fn write_all(descriptor: RawFd, mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        // SAFETY: the runtime never closes the descriptor; if the process was started without it, the kernel returns an
        // error.
        let descriptor = unsafe { BorrowedFd::borrow_raw(descriptor) };
        match io::write(descriptor, bytes) {
            // The device took nothing and reported no error, so it would not take the rest either.
            Ok(0) => return Err(Errno::IO),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(errno) => return Err(errno),
        }
    }
    Ok(())
}
