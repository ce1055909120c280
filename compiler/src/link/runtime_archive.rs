//! Where the runtime library comes from: inside the compiler, as `build.rs` put it there.
//!
//! It is the only file that knows. A wasmc that is one file needs nothing beside itself to link.

use crate::target::Target;

/// The runtime library for a machine, as a static archive.
pub(crate) fn runtime_archive(target: Target) -> &'static [u8] {
    match target {
        Target::X86_64Linux => include_bytes!(env!("WASMC_RUNTIME_ARCHIVE")),
    }
}
