//! The layouts of the data that compiled code and the runtime share.
//!
//! All fields are little-endian words of fixed size, so that the compiler can write them for any target without asking
//! what a pointer is there. The runtime reads them through these `repr(C)` types; [`crate::record`] checks where the
//! fields lie and encodes them. No field may be a pointer or have another size on another target.
//!
//! ```text
//!   wasmc_program ──► ProgramRecord           read-only, one
//!   wasmc_memory_plans ──► MemoryRecord[n]    read-only, what to reserve and map at start
//!   wasmc_memories ──► Memory[n]              written by the runtime, read by compiled code
//!   wasmc_image_runs ──► ImageRun[]           read-only, which bytes of wasmc_image go where
//!   wasmc_tables ──► Table[n]                 written by table.grow
//!   wasmc_threads ──► Threads                 read-only, one
//!                     the state that each thread starts with
//! ```

use core::mem::size_of;

/// Bytes of one WebAssembly page (core specification, section 4.2.8), unless a memory declares another size.
pub const WASM_PAGE_BYTES: u64 = 65536;

/// In a memory at its own addresses ([`MemoryRecord::identity`]), guest addresses from here on are host addresses. The
/// bytes below may lie elsewhere, because a kernel may keep low addresses from programs (`vm.mmap_min_addr`).
pub const IDENTITY_FIRST: u64 = 64 << 10;

/// The host address of the alias of a memory at its own addresses. Its low 32 bits are zero, so that a debugger which
/// cuts an address of the alias to the width of the guest's pointers gets the guest's address.
pub const IDENTITY_ALIAS: u64 = 0x4_0000_0000;

/// The counts and sizes of a program that the runtime must know.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgramRecord {
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
    /// The memory that WASI functions read and write; `memory_count` if the program has no such memory.
    pub wasi_memory: u32,
    /// Entries in `wasmc_handler_blocks` (see [`crate::handlers`]).
    pub handler_block_count: u32,
    /// Bytes of `wasmc_handlers`.
    pub handler_bytes: u32,
    /// Records in `wasmc_tags` (see [`crate::exceptions`]).
    pub tag_count: u32,
    /// Bytes of `wasmc_tags`, with the names.
    pub tag_bytes: u32,
    /// Entries in `wasmc_exception_roots`.
    pub exception_root_count: u32,
    /// 1 if reports of traps have no backtrace, because sites are those of traps only; else 0.
    pub no_backtrace: u32,
}

/// How the runtime makes a linear memory at start.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryRecord {
    /// The fixed address of the memory, or 0 if it is at its own addresses, or if the runtime may choose (explicit
    /// bounds checks).
    pub base: u64,
    /// 1 if the memory is at its own addresses, else 0. Then its bytes are at host addresses equal to their guest
    /// addresses, from [`IDENTITY_FIRST`] on, and a second time, all of them, from [`IDENTITY_ALIAS`] on. The bytes
    /// below [`IDENTITY_FIRST`] are, from the base in the memory's state on, also at address 0 if that base is 0.
    pub identity: u64,
    /// Bytes of address space to reserve, guard included, and for an alias as many. Without a place: 0 if the memory
    /// may move when it grows, and the size of the reservation if it may not, because threads share it.
    pub reservation_bytes: u64,
    /// Bytes accessible at start.
    pub initial_bytes: u64,
    /// Bytes beyond which `memory.grow` fails.
    pub maximum_bytes: u64,
    /// Bytes of a page, the unit of `memory.grow`.
    pub page_bytes: u64,
}

impl MemoryRecord {
    /// Whether the memory is at its own addresses.
    pub fn is_identity(&self) -> bool {
        self.identity != 0
    }
}

/// The state of one linear memory while the program runs.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Host address of the first byte. Constant after start unless bounds checks are explicit. In a memory at its own
    /// addresses: 0 or [`IDENTITY_ALIAS`], and constant.
    pub base: u64,
    /// Accessible bytes, a whole number of pages of this memory.
    pub length_bytes: u64,
    /// Bytes mapped from `base` on: the reservation, or the size that the memory can reach without moving. Only the
    /// runtime reads it.
    pub mapped_bytes: u64,
}

/// One run of bytes of the start image.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageRun {
    /// Index of the memory it belongs to.
    pub memory: u32,
    /// 1 if its bytes are copied to the memory, 0 if it is pages that are moved there: then the numbers below are
    /// multiples of the image page size.
    pub is_copied: u32,
    /// Where it goes, from the start of that memory.
    pub guest_offset: u64,
    /// Where it lies, from `wasmc_image`.
    pub image_offset: u64,
    /// Its length.
    pub bytes: u64,
}

/// The state of one table.
///
/// Elements are 64-bit words. A `funcref` is [`FUNCREF_NULL`] or `code offset | type id << 32`, where the code offset
/// counts from `wasmc_text_start` and type ids count from 1, so that a null never equals a function and a whole table
/// needs no relocation. An `externref` is 0 for null, and otherwise a word that the host chose; an `exnref` is the
/// address of an exception ([`crate::exceptions`]), or 0.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Host address of element 0.
    pub elements: u64,
    /// Elements in use.
    pub length: u64,
    /// Elements that fit at `elements` without moving, or [`Table::SHARED_CAPACITY`]. In the object it can be less than
    /// `length`: then the object has the first elements only, at least one, and the last of them stands for all that
    /// follow. The runtime maps such a table at start.
    pub capacity: u64,
    /// Elements beyond which `table.grow` fails.
    pub maximum: u64,
}

impl Table {
    /// The capacity of a table whose elements all threads of a program share, because no code changes them.
    pub const SHARED_CAPACITY: u64 = 0;
}

/// How the regions of threads are laid out; all zero in a program without threads.
///
/// Every thread of a program with threads is an instance of its own (wasi-threads, "Design choice:
/// instance-per-thread"), with its own globals, tables and lengths of segments. They lie at the start of the thread's
/// *region*, which also holds its stack and is aligned to its size, so that compiled code finds them by clearing the
/// low bits of the stack pointer:
///
/// ```text
///   low, a multiple of region_bytes                                                    high
///   │ Thread │ state │ guard, no access │ guest stack ◄── grows │ signal stack │ unused │
/// ```
///
/// The state that each thread starts with follows [`Threads`] in the object. A [`Table`] in there that code cannot
/// change has [`Table::SHARED_CAPACITY`]. Of the elements of the others each thread gets a copy.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threads {
    /// Bytes of a region, a power of two.
    pub region_bytes: u64,
    /// Bytes of the state that follows.
    pub state_bytes: u32,
    /// Where in the state the tables are, as an array of [`Table`].
    pub tables_offset: u32,
}

/// The runtime's data about a thread, at the start of its region.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The id that `wasi_thread_start` was called with; 0 in the first thread.
    pub id: u32,
    /// The second argument of `wasi_thread_start`.
    pub argument: u32,
    /// Host addresses of the next thread and of the one before in the list of all that `thread-spawn` made; 0 at the
    /// ends.
    pub next: u64,
    /// Host address of the thread before, as `next`.
    pub previous: u64,
    /// Host address of the pool of this thread's exceptions; 0 if it has not thrown any.
    pub exceptions: u64,
    /// The address of the last fault that was taken for an access to a page that another thread was just opening.
    pub late_fault: u64,
    /// Zero; keeps the state that follows aligned for vectors.
    pub reserved: [u64; 3],
}

/// Bytes of the guard below a guest's stack.
pub const STACK_GUARD_BYTES: u64 = 1 << 20;
/// Bytes of the stack for signals, above a guest's stack: room for the largest signal frame (AVX-512 and AMX state:
/// about 11 KiB) and the report of a trap.
pub const SIGNAL_STACK_BYTES: u64 = 64 << 10;
/// Parts of a stack's mapping are multiples of this, which is a multiple of the largest page of any target.
pub const STACK_GRANULE_BYTES: u64 = 64 << 10;

impl Threads {
    /// The size of a region with a stack and a state of these sizes; `None` if no address space has room for it.
    pub fn region_bytes(stack_bytes: u64, state_bytes: u64) -> Option<u64> {
        let rounded = |bytes: u64| bytes.checked_next_multiple_of(STACK_GRANULE_BYTES);
        let state_bytes = rounded(state_bytes.checked_add(size_of::<Thread>() as u64)?)?;
        let bytes = rounded(stack_bytes)?.checked_add(state_bytes)?;
        let bytes = bytes.checked_add(STACK_GUARD_BYTES + SIGNAL_STACK_BYTES)?.checked_next_power_of_two()?;
        (bytes <= 1 << 46).then_some(bytes)
    }
}

/// The null of all reference types.
pub const FUNCREF_NULL: u64 = 0;
