//! The operating system: nothing outside this folder starts, ends or signals the process, or maps memory, and nothing
//! outside it asks which system this is.
//!
//! One folder per system with the same file names and functions in each, chosen here and nowhere else. What `rustix` offers
//! on all systems alike is called where it is needed; what differs is here, under one name. Memory is spoken of in plain
//! addresses: what lies there has no Rust type yet.
//!
//! # Safety
//! The files say for each function what its caller must know about the addresses that it passes.

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

pub use abort::abort;
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
