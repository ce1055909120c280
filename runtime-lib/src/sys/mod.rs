//! The operating system: one folder per system, with the same files and functions in each.
//!
//! It exists so that the rest of the runtime need not know which system it runs on: the folder is chosen here and
//! nowhere else. Nothing outside starts, ends or signals the process, or maps memory. Functions that `rustix` offers on
//! all systems alike are called where they are needed. Memory is passed as plain addresses, because the bytes there
//! have no Rust type yet.
//!
//! # Safety
//! Each function documents what its caller must guarantee about the addresses that it passes.

mod abort;
pub mod clock;
pub mod fault;
pub mod limits;
pub mod output;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;

#[cfg(target_os = "linux")]
pub use linux::{
    auxiliary, beneath, directory, errors, files, init, memory, poll, privilege, process, processor, random, signal,
    sockets, streams, thread,
};
#[cfg(target_os = "macos")]
pub use macos::{
    beneath, directory, errors, files, init, memory, poll, privilege, process, processor, random, signal, sockets,
    streams, thread,
};

pub use abort::{abort, abort_on_return};
pub use rustix::io::Errno;

/// The description and the symbolic name of the errors that a start can fail with, as `strerror` and POSIX have them.
pub fn errno_text(errno: Errno) -> Option<&'static str> {
    const TEXTS: [(Errno, &str); 13] = [
        (Errno::NOMEM, "Cannot allocate memory (ENOMEM)"),
        (Errno::EXIST, "File exists (EEXIST)"),
        (Errno::PERM, "Operation not permitted (EPERM)"),
        (Errno::ACCESS, "Permission denied (EACCES)"),
        (Errno::INVAL, "Invalid argument (EINVAL)"),
        (Errno::AGAIN, "Resource temporarily unavailable (EAGAIN)"),
        (Errno::NOSYS, "Function not implemented (ENOSYS)"),
        (Errno::NOENT, "No such file or directory (ENOENT)"),
        (Errno::NOTDIR, "Not a directory (ENOTDIR)"),
        (Errno::LOOP, "Too many levels of symbolic links (ELOOP)"),
        (Errno::MFILE, "Too many open files (EMFILE)"),
        (Errno::NFILE, "Too many open files in the system (ENFILE)"),
        (Errno::BADF, "Bad file descriptor (EBADF)"),
    ];
    TEXTS.iter().find(|(known, _)| *known == errno).map(|(_, text)| *text)
}
