//! Preview 1, function by function, as `wasi_snapshot_preview1.witx` lists them.
//!
//! Each is an `extern "C"` function with the symbol that `wasmc_abi::wasi` names, called by compiled code directly. There
//! is no table of them and no dispatcher: what a module does not import, the linker leaves out. The pattern of each:
//! check flags, check pointers, look the descriptor up, check rights, make the system call, store the result. Pointers
//! for results are checked *before* the system call, so that nothing is done that cannot be reported.

pub mod args;
pub mod clock;
pub mod descriptor;
pub mod environ;
pub mod errno;
pub mod fd;
pub mod file;
pub mod filestat;
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
