//! The places of linear memories, and how their bounds are enforced.
//!
//! With guard pages, a memory lies at a constant address:
//!
//! ```text
//!   base                 base + length          base + 4 GiB                       base + reservation
//!   | accessible         | inaccessible, may grow | guard                                |
//!   | 0 .. length        |                        | reached by index + constant offset   |
//! ```
//!
//! An `i32` index is below 4 GiB and the constant offset of an access is below 4 GiB too (core specification, 4.4.7),
//! so with a reservation of 8 GiB and one page for the width of the access no address can leave it, and no access needs
//! a check. With explicit checks the memory lies anywhere and every access compares.
//!
//! **Identity.** With debug information, on Linux, one memory of an executable lies at its own addresses, so that a
//! debugger which follows a pointer of the guest arrives where the guest would: guest address `a` is host address `a`,
//! except for the lowest 64 KiB, which a kernel may keep from programs. The whole memory has a second place, the
//! *alias*, of which both show the same bytes:
//!
//! ```text
//!   host 0           64 KiB                    length      4 GiB         8 GiB + 64 KiB
//!   | as root: bytes | bytes from 64 KiB on    | no access | guard       |
//!   16 GiB = alias   alias + 64 KiB            alias + length            alias + 8 GiB + 64 KiB
//!   | bytes          | bytes from 64 KiB on    | no access | guard       |
//! ```
//!
//! Code adds the base that is in the memory's state (0 where the system maps page 0, else the alias) to an address
//! below 64 KiB, and nothing to others (`translate/address.rs`). Index and offset are below 2^33 together, so either
//! sum stays in one of the two reservations, whichever code chooses, and other memories lie behind them. With explicit
//! checks the memory lies there too and never moves; its reservations are as long as its maximum.
//!
//! Two kinds of memory are always checked, whatever the options say. With `i64` indices no reservation is large enough.
//! And where pages are smaller than those of the machine, the length may end within one of the latter, of which guard
//! pages cannot make a part inaccessible.

use wasmc_abi::layout::{IDENTITY_ALIAS, WASM_PAGE_BYTES};

use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::entities::Memory;
use crate::module::index::{Index, IndexVec, MemoryIndex};
use crate::options::{BoundsChecks, Options};
use crate::target::Format;

/// How one memory is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemoryPlan {
    /// How its bounds are enforced.
    pub(crate) bounds: Bounds,
    /// Where it lies.
    pub(crate) base: MemoryBase,
    /// Bytes of address space that are reserved at start, guard included; 0 for a memory that may move when it grows.
    pub(crate) reservation_bytes: u64,
    /// Whether its indices are `i64`, instead of `i32`.
    pub(crate) is_64: bool,
    /// Bytes of a page; a power of two.
    pub(crate) page_bytes: u64,
    /// Bytes accessible at start. It never has fewer.
    pub(crate) initial_bytes: u64,
    /// The largest number of bytes.
    pub(crate) maximum_bytes: u64,
    /// Whether threads share it.
    pub(crate) shared: bool,
}

/// How the bounds of a memory are enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// By the reservation, in which every sum of an index and an offset lies.
    Guard,
    /// By comparing with the length, in the state of the memory, at each access.
    Explicit,
}

/// Where a memory lies. Guard pages need one of the first two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemoryBase {
    /// At its own addresses (see the module).
    Identity,
    /// At this address.
    Constant(u64),
    /// At the address in the state of the memory.
    State,
}

/// Bytes that an `i32` index can reach.
const INDEX_SPACE_BYTES: u64 = 1 << 32;

/// Index, constant offset, and one Wasm page for the width of the access.
const RESERVATION_BYTES: u64 = 2 * INDEX_SPACE_BYTES + WASM_PAGE_BYTES;

/// Memories beyond this are checked. On RISC-V a process may have no more than 256 GiB of address space, with the
/// executable at two thirds of it: 128 GiB for memories fit below.
const GUARDED_MEMORIES_MAX: usize = 16;

/// The largest size of a memory: no process of any target has more address space. Lengths, and what is added to them
/// for the mapping, are therefore far from 2^64.
const ADDRESS_SPACE_BYTES: u64 = 1 << 47;

/// The address of linear memory 0 in a library, on all targets. The low addresses that executables use may be taken in
/// the host's process: without position independence, Linux puts the program and its heap within the first gigabytes.
const HOSTED_MEMORY_BASE: u64 = 0x10_0000_0000;

/// The address of the first memory beside one at its own addresses: behind that memory's alias.
const BASE_BESIDE_IDENTITY: u64 = 0x8_0000_0000;

const _: () = assert!(IDENTITY_ALIAS + RESERVATION_BYTES <= BASE_BESIDE_IDENTITY);
const _: () = assert!(RESERVATION_BYTES <= IDENTITY_ALIAS);

/// Lays out the memories.
///
/// # Errors
/// [`Error::Options`] when a memory starts larger than the options allow, [`Error::Limit`] when no process could have
/// it.
pub(crate) fn plan(program: &Program<'_>, options: &Options) -> Result<IndexVec<MemoryIndex, MemoryPlan>> {
    let places = places(program, options);
    let plan = |((index, memory), (bounds, base)): ((_, &Memory), _)| {
        let maximum_bytes = maximum_bytes(memory, options);
        Ok(MemoryPlan {
            bounds,
            base,
            reservation_bytes: match (bounds, base) {
                (Bounds::Guard, _) => RESERVATION_BYTES,
                // At least a page is beyond the lowest 64 KiB.
                (Bounds::Explicit, MemoryBase::Identity) => maximum_bytes.max(WASM_PAGE_BYTES) + WASM_PAGE_BYTES,
                (Bounds::Explicit, _) if memory.shared => maximum_bytes + WASM_PAGE_BYTES,
                (Bounds::Explicit, _) => 0,
            },
            is_64: memory.is_64,
            page_bytes: memory.page_bytes,
            initial_bytes: initial_bytes(index, memory, maximum_bytes)?,
            maximum_bytes,
            shared: memory.shared,
        })
    };
    program.memories.iter().zip(places).map(plan).collect()
}

/// How the bounds of each memory are enforced, and where it lies.
fn places(program: &Program<'_>, options: &Options) -> Vec<(Bounds, MemoryBase)> {
    let mut places = vec![(Bounds::Explicit, MemoryBase::State); program.memories.len()];
    // The first memory of the last module, which is the program's own, gets the best address; but the last module of a
    // script is its driver, and the tests are about the others.
    let own = program.instances.iter().next_back().filter(|_| !options.script);
    let own = own.and_then(|(_, instance)| instance.memories().next());
    let own = own.map_or(0, Index::position);
    let suited: Vec<_> = (own..places.len())
        .chain(0..own)
        .filter(|position| can_be_guarded(&program.memories[MemoryIndex::new(*position as u32)]))
        .collect();
    let bounds = match options.bounds_checks {
        BoundsChecks::Guard => Bounds::Guard,
        BoundsChecks::Explicit => Bounds::Explicit,
    };
    let mut others = &*suited;
    let mut first_base = if options.emit.has_header() { HOSTED_MEMORY_BASE } else { options.target.memory_base() };
    if can_be_identity(options)
        && let Some((position, rest)) = suited.split_first()
    {
        places[*position] = (bounds, MemoryBase::Identity);
        (others, first_base) = (rest, BASE_BESIDE_IDENTITY);
    }
    if bounds == Bounds::Guard {
        let guarded = others.iter().take(GUARDED_MEMORIES_MAX);
        for (number, position) in (0..).zip(guarded) {
            places[*position] = (bounds, MemoryBase::Constant(first_base + number * RESERVATION_BYTES));
        }
    }
    places
}

/// Whether a memory of the program can lie at its own addresses. On macOS the system keeps the lowest 4 GiB from
/// programs; in the process of a host, other mappings may be there.
fn can_be_identity(options: &Options) -> bool {
    options.debug_info.is_wanted() && options.target.format() == Format::Elf && !options.emit.has_header()
}

fn can_be_guarded(memory: &Memory) -> bool {
    !memory.is_64 && memory.page_bytes == WASM_PAGE_BYTES
}

/// The largest size of a memory: the least of its declared maximum, `--max-memory`, and the reach of its indices.
///
/// The number of pages has to fit in an index as well (core specification, 4.4.7, `memory.size`), which matters where a
/// page is one byte: 2^32 of them would look like none.
fn maximum_bytes(memory: &Memory, options: &Options) -> u64 {
    let (space_bytes, index_max) =
        if memory.is_64 { (ADDRESS_SPACE_BYTES, u64::MAX) } else { (INDEX_SPACE_BYTES, u64::from(u32::MAX)) };
    let allowed_bytes = options.max_memory_bytes.unwrap_or(u64::MAX).min(space_bytes);
    let pages = (allowed_bytes / memory.page_bytes).min(index_max);
    // Below the space, for all pages that are counted.
    pages.min(memory.maximum_pages.unwrap_or(u64::MAX)) * memory.page_bytes
}

fn initial_bytes(index: MemoryIndex, memory: &Memory, maximum_bytes: u64) -> Result<u64> {
    let Some(bytes) = memory.initial_pages.checked_mul(memory.page_bytes).filter(|bytes| *bytes <= ADDRESS_SPACE_BYTES)
    else {
        return Err(Error::Limit {
            message: format!(
                "memory {} starts with {} pages; no process has more than {} of these",
                index.0,
                memory.initial_pages,
                ADDRESS_SPACE_BYTES / memory.page_bytes
            ),
        });
    };
    if bytes <= maximum_bytes {
        return Ok(bytes);
    }
    Err(Error::Options {
        message: format!("memory {} starts with {bytes} bytes, more than the limit of {maximum_bytes}", index.0),
        hint: Some(format!("raise --max-memory to at least {bytes}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(initial_pages: u64, maximum_pages: Option<u64>, page_bytes: u64, is_64: bool) -> Memory {
        Memory { initial_pages, maximum_pages, page_bytes, is_64, shared: false }
    }

    fn bytes(memory: &Memory, max_memory_bytes: Option<u64>) -> (Result<u64>, u64) {
        let maximum = maximum_bytes(memory, &Options { max_memory_bytes, ..Options::default() });
        (initial_bytes(MemoryIndex(0), memory, maximum), maximum)
    }

    #[test]
    fn lengths_are_declared_in_pages_of_any_size() {
        let is = |memory, limit, expected: (u64, u64)| {
            let (initial, maximum) = bytes(&memory, limit);
            assert_eq!((initial.expect("small enough"), maximum), expected);
        };
        is(memory(1, None, 1 << 16, false), None, (1 << 16, 1 << 32));
        is(memory(1 << 16, Some(1 << 16), 1 << 16, false), None, (1 << 32, 1 << 32));
        is(memory(1, Some(10), 1 << 16, false), Some(200_000), (1 << 16, 3 << 16));
        is(memory(5, None, 1, false), None, (5, u64::from(u32::MAX)));
        is(memory(u64::from(u32::MAX), None, 1, false), None, (u64::from(u32::MAX), u64::from(u32::MAX)));
        is(memory(5, Some(7), 1, false), Some(100), (5, 7));
        is(memory(0, Some(1 << 48), 1 << 16, true), None, (0, ADDRESS_SPACE_BYTES));
        is(memory(0, Some(u64::MAX), 1, true), None, (0, ADDRESS_SPACE_BYTES));
        is(memory(1 << 20, None, 1 << 16, true), None, (1 << 36, ADDRESS_SPACE_BYTES));
    }

    #[test]
    fn a_memory_that_cannot_start_is_refused() {
        for memory in [memory(1 << 48, None, 1 << 16, true), memory(u64::MAX, Some(u64::MAX), 1, true)] {
            assert!(matches!(bytes(&memory, Some(1 << 20)).0, Err(Error::Limit { .. })));
        }
        assert!(matches!(bytes(&memory(17, None, 1 << 16, true), Some(1 << 20)).0, Err(Error::Options { .. })));
    }
}
