//! Where linear memories live and how their bounds are kept.
//!
//! With guard pages, memory 0 lies at a constant address:
//!
//! ```text
//!   base                 base + length          base + 4 GiB                       base + reservation
//!   | accessible         | inaccessible, may grow | guard                                |
//!   | 0 .. length        |                        | reached by index + constant offset   |
//! ```
//!
//! An `i32` index is below 4 GiB and the constant offset of an access is below 4 GiB too (core specification, 4.4.7), so
//! with a reservation of 8 GiB and one page for the width of the access no address can leave it, and no access needs
//! a check. With explicit checks the memory lies anywhere and every access compares.

use wasmc_abi::layout::WASM_PAGE_BYTES;

use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::index::{IndexVec, MemoryIndex};
use crate::options::{BoundsChecks, Options};

/// How one memory is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemoryPlan {
    /// How its bounds are kept.
    pub(crate) bounds: Bounds,
    /// Bytes accessible at start.
    pub(crate) initial_bytes: u64,
    /// Bytes at most.
    pub(crate) maximum_bytes: u64,
}

/// How the bounds of a memory are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bounds {
    /// By the reservation: addresses are a constant base plus an index.
    Guard {
        /// Address of the first byte.
        base: u64,
        /// Bytes of address space from there.
        reservation_bytes: u64,
    },
    /// By comparing with the length, in the state of the memory, at each access.
    Explicit,
}

/// Bytes that an `i32` index can reach.
const INDEX_SPACE_BYTES: u64 = 1 << 32;

/// Index, constant offset, and one Wasm page for the width of the access.
const RESERVATION_BYTES: u64 = 2 * INDEX_SPACE_BYTES + WASM_PAGE_BYTES;

/// Where linear memory 0 lies in a program of somebody else's, on all targets. The low addresses that suit our own executables
/// may be taken there: without position independence, Linux puts the program and its heap within the first gigabytes.
const HOSTED_MEMORY_BASE: u64 = 0x10_0000_0000;

/// Lays out the memories.
///
/// # Errors
/// [`Error::Options`] when a memory starts larger than the options allow.
pub(crate) fn plan(module: &Module<'_>, options: &Options) -> Result<IndexVec<MemoryIndex, MemoryPlan>> {
    let first_base = if options.emit.has_header() { HOSTED_MEMORY_BASE } else { options.target.memory_base() };
    // The first memory of the last module, which is the program's own, gets the best address.
    let count = module.memories.len() as u64;
    let first = module.instances.iter().next_back().and_then(|(_, instance)| instance.memories().next());
    let first = first.map_or(0, |memory| u64::from(memory.0));
    module
        .memories
        .iter()
        .map(|(index, memory)| {
            let initial_bytes = memory.initial_pages * WASM_PAGE_BYTES;
            let declared = memory.maximum_pages.map_or(INDEX_SPACE_BYTES, |pages| pages * WASM_PAGE_BYTES);
            let allowed = options.max_memory_bytes.unwrap_or(INDEX_SPACE_BYTES) / WASM_PAGE_BYTES * WASM_PAGE_BYTES;
            if initial_bytes > allowed {
                return Err(Error::Options {
                    message: format!(
                        "memory {} starts with {initial_bytes} bytes, more than the limit of {allowed}",
                        index.0
                    ),
                    hint: Some(format!("raise --max-memory to at least {initial_bytes}")),
                });
            }
            let bounds = match options.bounds_checks {
                BoundsChecks::Guard => Bounds::Guard {
                    base: first_base + (u64::from(index.0) + count - first) % count * RESERVATION_BYTES,
                    reservation_bytes: RESERVATION_BYTES,
                },
                BoundsChecks::Explicit => Bounds::Explicit,
            };
            Ok(MemoryPlan { bounds, initial_bytes, maximum_bytes: declared.min(allowed) })
        })
        .collect()
}
