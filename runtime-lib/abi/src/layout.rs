//! Layouts of the data that compiled code and the runtime share.
//!
//! All fields are little-endian words of fixed size, so that the compiler can write them for any target without asking
//! what a pointer is there. The runtime reads them through these `repr(C)` types; the asserts below tie the two.
//!
//! ```text
//!   wasmc_program ──► Program                 read-only, one
//!   wasmc_memory_plans ──► MemoryPlan[n]      read-only, what to reserve and map at start
//!   wasmc_memories ──► Memory[n]              written by the runtime, read by compiled code
//!   wasmc_image_runs ──► ImageRun[]           read-only, which pages of wasmc_image go where
//!   wasmc_tables ──► Table[n]                 written by table.grow
//! ```

use core::mem::{offset_of, size_of};

/// Bytes of one WebAssembly page (core specification, section 4.2.8), unless a memory declares another size.
pub const WASM_PAGE_BYTES: u64 = 65536;

/// What the runtime must know of the whole program.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// Bytes of the guest's native stack, without its guard.
    pub stack_bytes: u64,
    /// Entries in `wasmc_memory_plans` and `wasmc_memories`.
    pub memory_count: u32,
    /// Entries in `wasmc_tables`.
    pub table_count: u32,
    /// Entries in `wasmc_image_runs`.
    pub image_run_count: u32,
    /// Entries in `wasmc_functions` (see [`crate::sites`]).
    pub function_count: u32,
    /// Bytes of `wasmc_policy`.
    pub policy_bytes: u32,
    /// The memory that WASI functions read and write; `memory_count` where there is none.
    pub wasi_memory: u32,
}

/// How one linear memory comes into being.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryPlan {
    /// The fixed address of the memory, or 0 where the runtime may choose (explicit bounds checks).
    pub base: u64,
    /// Bytes of address space to reserve from `base`, guard included; 0 with explicit bounds checks.
    pub reservation_bytes: u64,
    /// Bytes accessible at start.
    pub initial_bytes: u64,
    /// Bytes beyond which `memory.grow` fails.
    pub maximum_bytes: u64,
    /// Bytes of a page, in which `memory.grow` counts.
    pub page_bytes: u64,
}

/// The state of one linear memory while the program runs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Host address of the first byte. Constant after start unless bounds checks are explicit.
    pub base: u64,
    /// Accessible bytes, a whole number of pages of this memory.
    pub length_bytes: u64,
    /// Bytes mapped from `base` on: the reservation, or what the memory may become without moving. Only the runtime asks.
    pub mapped_bytes: u64,
}

/// One run of pages of the start image.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageRun {
    /// Index of the memory it belongs to.
    pub memory: u32,
    /// Zero.
    pub reserved: u32,
    /// Where it goes, from the start of that memory; a multiple of the image page size.
    pub guest_offset: u64,
    /// Where it lies, from `wasmc_image`; a multiple of the image page size.
    pub image_offset: u64,
    /// Its length; a multiple of the image page size.
    pub bytes: u64,
}

/// The state of one table.
///
/// Elements are 64-bit words. A `funcref` is [`FUNCREF_NULL`] or `code offset | type id << 32`, where the code offset
/// counts from `wasmc_text_start` and type ids count from 1, so that a null never equals a function and a whole table
/// needs no relocation. An `externref` is 0 for null, and otherwise whatever the host put there.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Host address of element 0.
    pub elements: u64,
    /// Elements in use.
    pub length: u64,
    /// Elements that fit at `elements` without moving.
    pub capacity: u64,
    /// Elements beyond which `table.grow` fails.
    pub maximum: u64,
}

/// The null of both reference types.
pub const FUNCREF_NULL: u64 = 0;

// The compiler writes these structures field by field, so their offsets are part of the contract.
const _: () = {
    assert!(size_of::<Program>() == 32);
    assert!(size_of::<MemoryPlan>() == 40);
    assert!(size_of::<Memory>() == 24);
    assert!(offset_of!(Memory, length_bytes) == 8);
    assert!(size_of::<ImageRun>() == 32);
    assert!(size_of::<Table>() == 32);
    assert!(offset_of!(Table, length) == 8);
};
