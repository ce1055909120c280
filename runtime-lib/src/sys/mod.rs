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
    auxiliary, beneath, directory, errors, files, init, memory, poll, privilege, process, random, signal, sockets,
    streams, thread,
};
#[cfg(target_os = "macos")]
pub use macos::{
    beneath, directory, errors, files, init, memory, poll, privilege, process, random, signal, sockets, streams, thread,
};

pub use abort::abort;
pub use rustix::io::Errno;

/// The symbolic name of the errors that a start can fail with.
pub fn errno_name(errno: Errno) -> Option<&'static str> {
    const NAMES: [(Errno, &str); 11] = [
        (Errno::NOMEM, "ENOMEM"),
        (Errno::EXIST, "EEXIST"),
        (Errno::PERM, "EPERM"),
        (Errno::ACCESS, "EACCES"),
        (Errno::INVAL, "EINVAL"),
        (Errno::AGAIN, "EAGAIN"),
        (Errno::NOSYS, "ENOSYS"),
        (Errno::NOENT, "ENOENT"),
        (Errno::NOTDIR, "ENOTDIR"),
        (Errno::MFILE, "EMFILE"),
        (Errno::BADF, "EBADF"),
    ];
    NAMES.iter().find(|(known, _)| *known == errno).map(|(_, name)| *name)
}
