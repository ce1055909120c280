//! WASI: the host calls of the guest, and the walls around them.
//!
//! ```text
//!   p1      preview 1, function by function: arguments decoded, rights asked, results encoded
//!    │
//!   host    descriptors, paths, streams, preopened directories: the same for every version of WASI
//! ```
//!
//! Everything that arrives here comes from the guest and is checked. Three walls stand, each in one place: guest
//! addresses become host addresses in `memory/guest.rs`, guest descriptors become host descriptors in
//! [`host::fd_table`] and [`host::process_table`], guest paths become host files in [`host::sandbox`].
//!
//! What must not happen here: a panic that a guest can cause, memory of the host in proportion to a number that the
//! guest gave, an error of the host that is not passed on.

pub mod host;
pub mod p1;
