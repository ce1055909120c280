//! What the compiler wrote into the object: the only place that names its data symbols.
//!
//! Everything else asks here and gets references and values. Under `cfg(test)` there is no object to link with, so the
//! same questions are answered by an empty program.
//!
//! # Safety
//! The symbols and their lengths are the contract of `wasmc-abi`; object and archive carry its version in a symbol name
//! and do not link when they differ. `Memory` and `Table` entries are written at run time, by this one thread: they
//! are only read and written whole, through raw pointers, and no reference to them exists.

#[cfg(not(test))]
pub use linked::*;
#[cfg(test)]
pub(crate) use unlinked::*;

/// What the memory of the unit tests can grow to. Its pages are single bytes.
#[cfg(test)]
pub(crate) const TEST_MEMORY_MAXIMUM_BYTES: u64 = 4 << 20;

#[cfg(not(test))]
mod linked {
    use core::slice;

    use wasmc_abi::layout::{ImageRun, Memory, MemoryPlan, Program, Table};
    use wasmc_abi::sites::FunctionRecord;

    // Arrays are declared without elements: their lengths are in `wasmc_program`, or in the records that point into them.
    unsafe extern "C" {
        static wasmc_program: Program;
        static wasmc_memory_plans: [MemoryPlan; 0];
        static mut wasmc_memories: [Memory; 0];
        static wasmc_image_runs: [ImageRun; 0];
        static wasmc_image: [u8; 0];
        static mut wasmc_tables: [Table; 0];
        static wasmc_text_start: [u8; 0];
        static wasmc_text_end: [u8; 0];
        static wasmc_functions: [FunctionRecord; 0];
        static wasmc_sites: [u8; 0];
        static wasmc_names: [u8; 0];
        static wasmc_policy: [u8; 0];
        fn wasmc_main();
    }

    /// Runs the guest: its start function, then its entry point. Returns when the entry point does.
    pub fn main() {
        // SAFETY: code generated for exactly this call; `entry::start` has set up all that it relies on.
        unsafe { wasmc_main() }
    }

    /// The program's counts and sizes.
    pub fn program() -> &'static Program {
        // SAFETY: the compiler defines the symbol with this layout, in read-only data.
        unsafe { &wasmc_program }
    }

    /// How each memory comes into being.
    pub fn memory_plans() -> &'static [MemoryPlan] {
        // SAFETY: the compiler defines `memory_count` plans there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_memory_plans).cast(), program().memory_count as usize) }
    }

    /// The state of memory `index`, which must exist.
    pub fn memory(index: u32) -> Memory {
        debug_assert!(index < program().memory_count);
        let memories: *const Memory = (&raw const wasmc_memories).cast();
        // SAFETY: the compiler defines `memory_count` entries there; indices come from it.
        unsafe { memories.add(index as usize).read_volatile() }
    }

    /// Changes the state of memory `index`, which must exist. Compiled code sees it at its next access.
    pub fn set_memory(index: u32, memory: Memory) {
        debug_assert!(index < program().memory_count);
        let memories: *mut Memory = (&raw mut wasmc_memories).cast();
        // SAFETY: as in `memory`; the entries are writable data.
        unsafe { memories.add(index as usize).write_volatile(memory) }
    }

    /// Which pages of the image go where.
    pub fn image_runs() -> &'static [ImageRun] {
        // SAFETY: the compiler defines `image_run_count` runs there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_image_runs).cast(), program().image_run_count as usize) }
    }

    /// Host address of the first byte of the image.
    pub fn image_address() -> usize {
        (&raw const wasmc_image).addr()
    }

    /// The state of table `index`, which must exist.
    pub fn table(index: u32) -> Table {
        debug_assert!(index < program().table_count);
        let tables: *const Table = (&raw const wasmc_tables).cast();
        // SAFETY: the compiler defines `table_count` entries there; indices come from it.
        unsafe { tables.add(index as usize).read_volatile() }
    }

    /// Changes the state of table `index`, which must exist. Compiled code sees it at its next access.
    pub fn set_table(index: u32, table: Table) {
        debug_assert!(index < program().table_count);
        let tables: *mut Table = (&raw mut wasmc_tables).cast();
        // SAFETY: as in `table`; the entries are writable data.
        unsafe { tables.add(index as usize).write_volatile(table) }
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
        // SAFETY: the compiler wrote the record and the bytes that it points to.
        unsafe { slice::from_raw_parts(sites.add(function.sites_offset as usize), function.sites_bytes as usize) }
    }

    /// The name of a function, which must be one of [`functions`]; empty where it has none.
    pub fn name(function: &FunctionRecord) -> &'static [u8] {
        let names: *const u8 = (&raw const wasmc_names).cast();
        // SAFETY: the compiler wrote the record and the bytes that it points to.
        unsafe { slice::from_raw_parts(names.add(function.name_offset as usize), function.name_bytes as usize) }
    }

    /// The encoded policy, for [`wasmc_abi::policy`].
    pub fn policy() -> &'static [u8] {
        // SAFETY: the compiler defines `policy_bytes` bytes there, in read-only data.
        unsafe { slice::from_raw_parts((&raw const wasmc_policy).cast(), program().policy_bytes as usize) }
    }
}

/// The program of the unit tests: one memory and one table that tests may set, and nothing else.
#[cfg(test)]
mod unlinked {
    use std::cell::Cell;

    use wasmc_abi::layout::{ImageRun, Memory, MemoryPlan, Program, Table};
    use wasmc_abi::sites::FunctionRecord;

    const PROGRAM: Program = Program {
        stack_bytes: 1 << 20,
        memory_count: 1,
        table_count: 1,
        image_run_count: 0,
        function_count: 0,
        policy_bytes: 0,
        wasi_memory: 0,
    };
    const PLAN: MemoryPlan = MemoryPlan {
        base: 0,
        reservation_bytes: 0,
        initial_bytes: 0,
        maximum_bytes: super::TEST_MEMORY_MAXIMUM_BYTES,
        page_bytes: 1,
    };

    // Each test has a thread of its own, and so a program of its own.
    thread_local! {
        static MEMORY: Cell<Memory> = const { Cell::new(Memory { base: 0, length_bytes: 0, mapped_bytes: 0 }) };
        static TABLE: Cell<Table> = const { Cell::new(Table { elements: 0, length: 0, capacity: 0, maximum: 1000 }) };
    }

    pub(crate) fn main() {}
    pub(crate) fn program() -> &'static Program {
        &PROGRAM
    }
    pub(crate) fn memory_plans() -> &'static [MemoryPlan] {
        &[PLAN]
    }
    pub(crate) fn memory(_index: u32) -> Memory {
        MEMORY.get()
    }
    pub(crate) fn set_memory(_index: u32, memory: Memory) {
        MEMORY.set(memory);
    }
    pub(crate) fn image_runs() -> &'static [ImageRun] {
        &[]
    }
    pub(crate) fn image_address() -> usize {
        0
    }
    pub(crate) fn table(_index: u32) -> Table {
        TABLE.get()
    }
    pub(crate) fn set_table(_index: u32, table: Table) {
        TABLE.set(table);
    }
    pub(crate) fn text() -> (usize, usize) {
        (0, 0)
    }
    pub(crate) fn functions() -> &'static [FunctionRecord] {
        &[]
    }
    pub(crate) fn sites(_function: &FunctionRecord) -> &'static [u8] {
        &[]
    }
    pub(crate) fn name(_function: &FunctionRecord) -> &'static [u8] {
        &[]
    }
    pub(crate) fn policy() -> &'static [u8] {
        &[]
    }
}
