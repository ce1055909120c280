//! WASI: the host calls of the guest, and the walls around them.
//!
//! ```text
//!   p1/*            the functions: arguments decoded, rights asked, one system call made
//!    │
//!    ├─ fd_table    what a descriptor number stands for     ◄─ preopen, stdio: what is open at start
//!    ├─ sandbox     what a path stands for                     listing: where reading a directory stands
//!    ├─ vectored    what an I/O vector stands for              transfer: EINTR, EAGAIN and waiting
//!    └─ types, rights, errno                                  the specification's words
//! ```
//!
//! Everything that arrives here comes from the guest and is checked. Three walls stand, each in one file: guest addresses
//! become host addresses in `memory/guest.rs`, guest descriptors become host descriptors in [`fd_table`], guest paths
//! become host files in [`sandbox`].
//!
//! What must not happen here: a panic that a guest can cause, memory of the host in proportion to a number that the guest
//! gave, an error of the host that is not passed on.

pub mod errno;
pub mod fd_table;
pub mod listing;
pub mod p1;
pub mod preopen;
pub mod rights;
pub mod sandbox;
pub mod stdio;
pub mod transfer;
pub mod types;
pub mod vectored;
