//! Preview 1, function by function, as `wasi_snapshot_preview1.witx` lists them.
//!
//! Each is an `extern "C"` function with the symbol that `wasmc_abi::wasi` names, called by compiled code directly.
//! There is no table of them and no dispatcher, so the linker leaves out each function that a module does not import.
//! All follow one pattern: check flags, check pointers, look the descriptor up, check rights, make the system call,
//! store the result.
//!
//! What must not happen here: a system call before the pointers for its results are checked, because then the guest
//! could not be told what was done; a guest pointer or path that goes past `memory::guest` or `wasi::host::sandbox`.

pub mod args;
pub mod clock;
pub mod descriptor;
pub mod environ;
pub mod errno;
pub mod fd;
pub mod file;
pub mod filestat;
pub mod flags;
pub mod io;
pub mod path;
pub mod path_change;
pub mod poll;
pub mod proc;
pub mod random;
pub mod readdir;
pub mod rights;
pub mod sock;
pub mod strings;
mod subscription;
pub mod types;
pub mod unstable;
pub mod vectored;

use crate::memory::guest::{GuestAddress, GuestMemory};
use crate::program;

/// An address in the memory that preview 1 serves. It has one for the whole program: its functions are not told which
/// instance calls them.
fn guest_address(address: u32) -> GuestAddress {
    GuestMemory::new(program::program().wasi_memory).at(address)
}

#[cfg(test)]
mod tests;
