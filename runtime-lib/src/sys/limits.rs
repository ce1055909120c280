//! The limits under which the process was started.
//!
//! They explain an error that has happened; nothing here decides by them what to do, because the system enforces them.

use rustix::process::{Resource, getrlimit};

/// The most bytes of address space that the process may have (`ulimit -v`, `RLIMIT_AS`); `None` without a limit.
pub fn address_space_bytes() -> Option<u64> {
    getrlimit(Resource::As).current
}
