//! The program of the unit tests: one memory and one table that tests may set, a plan of the memory that is the same
//! unless a test sets it, and nothing else.
//!
//! It exists because unit tests have no object to link with. It must have the functions of the linked program, and no
//! others.

use std::cell::Cell;
use std::ptr::NonNull;

use super::MemoryEntry;
use crate::traps::lines::Writer;
use wasmc_abi::exceptions::Root;
use wasmc_abi::handlers::Block;
use wasmc_abi::layout::{ImageRun, Memory, MemoryRecord, ProgramRecord, Table, Threads};
use wasmc_abi::lines;
use wasmc_abi::sites::FunctionRecord;

const PROGRAM: ProgramRecord = ProgramRecord {
    stack_bytes: 1 << 20,
    memory_count: 1,
    table_count: 1,
    image_run_count: 0,
    function_count: 0,
    policy_bytes: 0,
    wasi_memory: 0,
    handler_block_count: 0,
    handler_bytes: 0,
    tag_count: 0,
    tag_bytes: 0,
    exception_root_count: 0,
    no_backtrace: 0,
};
const PLAN: MemoryRecord = MemoryRecord {
    base: 0,
    identity: 0,
    reservation_bytes: 0,
    initial_bytes: 0,
    maximum_bytes: super::TEST_MEMORY_MAXIMUM_BYTES,
    page_bytes: 1,
};

// Each test has a thread of its own, and so a program of its own.
thread_local! {
    static MEMORY: Cell<Memory> = const { Cell::new(Memory { base: 0, length_bytes: 0, mapped_bytes: 0 }) };
    static PLANS: Cell<&'static [MemoryRecord]> = const { Cell::new(&[PLAN]) };
    static TABLE: Cell<Table> = const { Cell::new(Table { elements: 0, length: 0, capacity: 0, maximum: 1000 }) };
}

pub(crate) fn main(_thread: u32, _argument: u32) {}
pub(crate) fn program() -> &'static ProgramRecord {
    &PROGRAM
}
pub(crate) fn memory_plans() -> &'static [MemoryRecord] {
    PLANS.get()
}
pub(crate) fn set_memory_plan(plan: MemoryRecord) {
    PLANS.set(Box::leak(Box::new([plan])));
}
pub(crate) fn memory_entry(_index: u32) -> Option<MemoryEntry> {
    MEMORY.with(|memory| NonNull::new(memory.as_ptr())).map(MemoryEntry)
}
pub(crate) fn memory(_index: u32) -> Memory {
    MEMORY.get()
}
pub(crate) fn set_memory(_index: u32, memory: Memory) {
    MEMORY.set(memory);
}
pub(crate) fn set_memory_length(_index: u32, length_bytes: u64) {
    MEMORY.set(Memory { length_bytes, ..MEMORY.get() });
}
pub(crate) fn threads() -> &'static Threads {
    &Threads { region_bytes: 0, state_bytes: 0, tables_offset: 0 }
}
pub(crate) fn has_threads() -> bool {
    false
}
pub(crate) fn thread_start_state() -> &'static [u8] {
    &[]
}
pub(crate) fn image_runs() -> &'static [ImageRun] {
    &[]
}
pub(crate) fn image_address() -> usize {
    0
}
pub(crate) fn start_table(_index: u32) -> Table {
    TABLE.get()
}
pub(crate) fn table_entry(_index: u32) -> *mut Table {
    TABLE.with(Cell::as_ptr)
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
pub(crate) fn frame_writer() -> Option<Writer> {
    None
}
pub(crate) fn line_table() -> Option<lines::Table<'static>> {
    None
}
pub(crate) fn handler_blocks() -> &'static [Block] {
    &[]
}
pub(crate) fn handlers() -> &'static [u8] {
    &[]
}
pub(crate) fn tag_name(_tag: u32) -> &'static [u8] {
    &[]
}
pub(crate) fn exception_roots() -> &'static [Root] {
    &[]
}
pub(crate) fn policy() -> &'static [u8] {
    &[]
}
