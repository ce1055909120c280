//! The host's side of WASI: descriptors, paths, streams and preopened directories, for any version of WASI.
//!
//! ```text
//!   p1, and later versions
//!    │
//!    ├─ process_table   the descriptors of this process, and the lock around them
//!    │    ├─ preopen      fills the table: standard streams, preopened directories, inherited descriptors
//!    │    └─ fd_table     numbers to descriptors
//!    │         └─ descriptor   one open file; stdio: the three standard streams; listing: a directory being read
//!    ├─ sandbox         guest paths to host files
//!    └─ transfer        reading and writing: EINTR, EAGAIN and waiting
//! ```
//!
//! It exists apart from `p1` because another version of WASI needs the same sandbox with other records around it. So
//! errors here are the host's (`rustix::io::Errno`), and so are file types and flags.
//!
//! What must not happen here: a record, a number or a right of one version of WASI; an error of the host that is not
//! passed on; memory of the host in proportion to a number that the guest gave.

pub mod descriptor;
pub mod fd_table;
pub mod listing;
pub mod preopen;
pub mod process_table;
pub mod sandbox;
pub mod start_variables;
pub mod stdio;
pub mod transfer;

use rustix::io::Errno;

use crate::memory::guest::OutOfBounds;

impl From<OutOfBounds> for Errno {
    fn from(_: OutOfBounds) -> Errno {
        Errno::FAULT
    }
}
