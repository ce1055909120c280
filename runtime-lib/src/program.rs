//! The data that the compiler wrote into the object: the only file that names its symbols.
//!
//! The rest of the runtime gets references and values from here. Unit tests have no object to link with, so under
//! `cfg(test)` the same functions describe an empty program.
//!
//! What must not happen here: a decision that depends on the thread or on the state of the guest.
//!
//! # Safety
//! The symbols and their lengths are the contract of `wasmc-abi`; object and archive carry its version in a symbol name
//! and do not link when they differ. The states of memories and tables are written at run time, through raw pointers:
//! no reference to them exists. `table/state.rs` reads and writes those of tables. The length of a memory is read and
//! written atomically, and its base changes only in programs with one thread.

use core::ptr::NonNull;
use core::sync::atomic::{AtomicU64, Ordering::Acquire};

use wasmc_abi::layout::{Memory, MemoryRecord};

#[cfg(test)]
mod unlinked;

#[cfg(not(test))]
pub use linked::*;
#[cfg(test)]
pub(crate) use unlinked::*;

/// The place of a memory's state, which stays where it is for the life of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryEntry(NonNull<Memory>);

impl MemoryEntry {
    /// The state as it is now.
    pub fn load(self) -> Memory {
        let entry = self.0.as_ptr();
        // SAFETY: an aligned word of an entry that exists; other threads write it atomically only
        // (`set_memory_length`).
        let length_bytes = unsafe { AtomicU64::from_ptr(&raw mut (*entry).length_bytes) }.load(Acquire);
        // SAFETY: the rest of the entry, which is not written while other threads may read it (`set_memory`).
        Memory { length_bytes, ..unsafe { entry.read_volatile() } }
    }

    /// Whether the memory is at its own addresses.
    pub fn is_identity(self) -> bool {
        let first = memory_entry(0).map_or(self.0, |first| first.0);
        // SAFETY: both are entries of one array.
        let index = unsafe { self.0.offset_from_unsigned(first) };
        memory_plans().get(index).is_some_and(MemoryRecord::is_identity)
    }
}

/// The maximum of the unit tests' memory, whose pages are single bytes.
#[cfg(test)]
pub(crate) const TEST_MEMORY_MAXIMUM_BYTES: u64 = 4 << 20;

#[cfg(not(test))]
mod linked {
    use core::mem::transmute;
    use core::ptr::{self, NonNull};
    use core::slice;
    use core::sync::atomic::{AtomicU64, Ordering::Release};

    use wasmc_abi::exceptions::{Root, TagRecord};
    use wasmc_abi::handlers::Block;
    use wasmc_abi::layout::{ImageRun, Memory, MemoryRecord, ProgramRecord, Table, Threads};
    use wasmc_abi::lines::{self, Lines};
    use wasmc_abi::sites::FunctionRecord;

    use super::MemoryEntry;
    use crate::traps::lines::Writer;

    // Arrays are declared without elements: their lengths are in `wasmc_program`, or in the records that point into
    // them.
    unsafe extern "C" {
        static wasmc_program: ProgramRecord;
        static wasmc_memory_plans: [MemoryRecord; 0];
        static mut wasmc_memories: [Memory; 0];
        static wasmc_image_runs: [ImageRun; 0];
        static wasmc_image: [u8; 0];
        static mut wasmc_tables: [Table; 0];
        static wasmc_threads: Threads;
        static wasmc_text_start: [u8; 0];
        static wasmc_text_end: [u8; 0];
        static wasmc_functions: [FunctionRecord; 0];
        static wasmc_sites: [u8; 0];
        static wasmc_names: [u8; 0];
        static wasmc_lines: Lines;
        static wasmc_handler_blocks: [Block; 0];
        static wasmc_handlers: [u8; 0];
        static wasmc_tags: [TagRecord; 0];
        static wasmc_exception_roots: [Root; 0];
        static wasmc_policy: [u8; 0];
        fn wasmc_main(thread: u32, argument: u32);
    }

    /// Runs the guest: its start function, then its entry point or, in a thread other than 0, the function that it
    /// exports for threads. Returns when that returns. In a program without threads the code takes no arguments; the C
    /// convention allows a caller to pass some.
    pub fn main(thread: u32, argument: u32) {
        // SAFETY: the compiler generated the code for this call. `entry::start` or `threads::spawn`, the only callers,
        // have set up memories and stacks before.
        unsafe { wasmc_main(thread, argument) }
    }

    /// The program's counts and sizes.
    pub fn program() -> &'static ProgramRecord {
        // SAFETY: the compiler defines the symbol with this layout, in read-only data.
        unsafe { &wasmc_program }
    }

    /// The plan of each memory: place, size, limit.
    pub fn memory_plans() -> &'static [MemoryRecord] {
        // SAFETY: the compiler defines `memory_count` plans there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_memory_plans).cast(), program().memory_count as usize) }
    }

    /// The place of the state of memory `index`; `None` if there is no such memory.
    pub fn memory_entry(index: u32) -> Option<MemoryEntry> {
        if index < program().memory_count { NonNull::new(memory_pointer(index)).map(MemoryEntry) } else { None }
    }

    /// The state of memory `index`, which must exist.
    pub fn memory(index: u32) -> Memory {
        memory_entry(index).map_or(Memory { base: 0, length_bytes: 0, mapped_bytes: 0 }, MemoryEntry::load)
    }

    /// Changes the state of memory `index`, which must exist and be used by this thread alone. Compiled code sees the
    /// change at its next access.
    pub fn set_memory(index: u32, memory: Memory) {
        // SAFETY: the entry exists, and by the contract of this function no other thread uses it.
        unsafe { memory_pointer(index).write_volatile(memory) }
    }

    fn memory_pointer(index: u32) -> *mut Memory {
        debug_assert!(index < program().memory_count);
        let memories: *mut Memory = (&raw mut wasmc_memories).cast();
        // SAFETY: the compiler defines `memory_count` entries there, in writable data; indices come from it.
        unsafe { memories.add(index as usize) }
    }

    /// Changes the length of memory `index`, which must exist and stays where it is.
    pub fn set_memory_length(index: u32, length_bytes: u64) {
        let place = memory_pointer(index);
        // SAFETY: an aligned word of an entry that exists; others read and write it atomically only
        // (`MemoryEntry::load`).
        unsafe { AtomicU64::from_ptr(&raw mut (*place).length_bytes) }.store(length_bytes, Release);
    }

    /// The layout of a thread's region.
    pub fn threads() -> &'static Threads {
        // SAFETY: the compiler defines the symbol with this layout, and nothing writes to it after relocation.
        unsafe { &wasmc_threads }
    }

    /// Whether the guest can start threads.
    pub fn has_threads() -> bool {
        threads().region_bytes != 0
    }

    /// The state that each thread starts with.
    pub fn thread_start_state() -> &'static [u8] {
        let start: *const Threads = &raw const wasmc_threads;
        // SAFETY: the compiler defines `state_bytes` bytes after the structure, and nothing writes to them after
        // relocation.
        unsafe { slice::from_raw_parts(start.add(1).cast(), threads().state_bytes as usize) }
    }

    /// The runs of image pages, and the memory and offset of each.
    pub fn image_runs() -> &'static [ImageRun] {
        // SAFETY: the compiler defines `image_run_count` runs there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_image_runs).cast(), program().image_run_count as usize) }
    }

    /// Host address of the first byte of the image.
    pub fn image_address() -> usize {
        (&raw const wasmc_image).addr()
    }

    /// The state that table `index`, which must exist, starts with in every thread.
    pub fn start_table(index: u32) -> Table {
        // SAFETY: the entry exists, and is not written while a thread starts.
        unsafe { table_entry(index).read_volatile() }
    }

    /// The place of the state of table `index`, which must exist, in the data of the object.
    pub fn table_entry(index: u32) -> *mut Table {
        debug_assert!(index < program().table_count);
        let tables: *mut Table = (&raw mut wasmc_tables).cast();
        // SAFETY: the compiler defines `table_count` entries there; indices come from it.
        unsafe { tables.add(index as usize) }
    }

    /// Addresses of the first byte of compiled code and of the first byte after it.
    pub fn text() -> (usize, usize) {
        ((&raw const wasmc_text_start).addr(), (&raw const wasmc_text_end).addr())
    }

    /// One record for each compiled function, in address order.
    pub fn functions() -> &'static [FunctionRecord] {
        // SAFETY: the compiler defines `function_count` records there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_functions).cast(), program().function_count as usize) }
    }

    /// The encoded sites of a function, which must be one of [`functions`].
    pub fn sites(function: &FunctionRecord) -> &'static [u8] {
        let sites: *const u8 = (&raw const wasmc_sites).cast();
        // SAFETY: the compiler defines the record and the bytes to which it points, in read-only data.
        unsafe { slice::from_raw_parts(sites.add(function.sites_offset as usize), function.sites_bytes as usize) }
    }

    /// The name of a function, which must be one of [`functions`]; empty if it has no name.
    pub fn name(function: &FunctionRecord) -> &'static [u8] {
        let names: *const u8 = (&raw const wasmc_names).cast();
        // SAFETY: the compiler defines the record and the bytes to which it points, in read-only data.
        unsafe { slice::from_raw_parts(names.add(function.name_offset as usize), function.name_bytes as usize) }
    }

    /// Where the table of source lines is.
    fn lines() -> &'static Lines {
        // SAFETY: the compiler defines the symbol with this layout, and nothing writes to it after relocation.
        unsafe { &wasmc_lines }
    }

    /// The function that writes the source lines of a frame, if there are any.
    pub fn frame_writer() -> Option<Writer> {
        let writer = lines().writer as usize;
        // SAFETY: where it is not 0, the compiler wrote the address of `wasmc_write_frames`, which has this type.
        (writer != 0).then(|| unsafe { transmute::<usize, Writer>(writer) })
    }

    /// The table of source lines, which must exist: its `writer` is not 0.
    pub fn line_table() -> Option<lines::Table<'static>> {
        let (lines, function_count) = (lines(), program().function_count);
        let start = ptr::with_exposed_provenance(lines.table as usize);
        // SAFETY: the compiler defines the table at this address, in read-only data, with these sizes.
        let bytes = unsafe { slice::from_raw_parts(start, lines::Table::bytes(lines, function_count)) };
        lines::Table::new(lines, function_count, bytes)
    }

    /// The index of the handler table, in address order.
    pub fn handler_blocks() -> &'static [Block] {
        let blocks: *const Block = (&raw const wasmc_handler_blocks).cast();
        // SAFETY: the compiler defines `handler_block_count` blocks there, in read-only data.
        unsafe { slice::from_raw_parts(blocks, program().handler_block_count as usize) }
    }

    /// The entries of the handler table, for [`wasmc_abi::handlers`].
    pub fn handlers() -> &'static [u8] {
        // SAFETY: the compiler defines `handler_bytes` bytes there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_handlers).cast(), program().handler_bytes as usize) }
    }

    /// The name of a tag; empty if it has no name, or if there is no such tag.
    pub fn tag_name(tag: u32) -> &'static [u8] {
        let records: *const TagRecord = (&raw const wasmc_tags).cast();
        // SAFETY: the compiler defines `tag_count` records there, in read-only data.
        let records = unsafe { slice::from_raw_parts(records, program().tag_count as usize) };
        // SAFETY: the compiler defines `tag_bytes` bytes from the first record on, in read-only data.
        let bytes = unsafe { slice::from_raw_parts(records.as_ptr().cast::<u8>(), program().tag_bytes as usize) };
        let name = |record: &TagRecord| bytes.get(record.name_offset as usize..)?.get(..record.name_bytes as usize);
        records.get(tag as usize).and_then(name).unwrap_or_default()
    }

    /// The places other than its stack where the guest keeps references to exceptions.
    pub fn exception_roots() -> &'static [Root] {
        let roots: *const Root = (&raw const wasmc_exception_roots).cast();
        // SAFETY: the compiler defines `exception_root_count` entries there; nothing writes to them after relocation.
        unsafe { slice::from_raw_parts(roots, program().exception_root_count as usize) }
    }

    /// The encoded policy, for [`wasmc_abi::policy`].
    pub fn policy() -> &'static [u8] {
        // SAFETY: the compiler defines `policy_bytes` bytes there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_policy).cast(), program().policy_bytes as usize) }
    }
}
