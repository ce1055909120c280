//! The state that each thread has of its own, and its layout, for modules that import `wasi.thread-spawn`.
//!
//! Every thread is an instance (wasi-threads, "Design choice: instance-per-thread") of which only the memory is shared.
//! Code is the same for all of them and takes no argument that says which one it runs for: the state lies in the region
//! of the thread's stack, a block that is aligned to its size (`wasmc_abi::layout::Threads` draws it), so that the
//! stack pointer without its low bits is its address. A program without threads has its state at symbols and pays
//! nothing. State that threads share must not be laid out here: each thread would change a copy.

use wasmc_abi::layout::{Table, Thread, Threads};
use wasmc_abi::wasi;
use wasmparser::ValType;

use super::data::Data;
use super::imports::Provider;
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::entities::Entity;
use crate::module::index::{FuncIndex, IndexVec, MemoryIndex};
use crate::options::Options;

/// The threads of a program that can start threads.
pub(crate) struct ThreadPlan {
    /// The function that a new thread runs after the start function.
    pub(crate) start: FuncIndex,
    /// Bytes of a region, a power of two.
    pub(crate) region_bytes: u64,
    /// Bytes of the state, without the runtime's header before it.
    pub(crate) state_bytes: u32,
    /// The offset of the lengths of segments in the state. The globals come first.
    pub(crate) lengths_offset: u32,
    /// The offset of the tables in the state.
    pub(crate) tables_offset: u32,
}

/// The function that a module runs in each new thread; `None` for a module that cannot start threads.
///
/// # Errors
/// [`Error::Unlinkable`] if the module exports no such function, or if a thread would not share a memory with the
/// others.
pub(crate) fn start(
    program: &Program<'_>,
    providers: &IndexVec<FuncIndex, Provider>,
    options: &Options,
) -> Result<Option<FuncIndex>> {
    let spawns = |provider: &Provider| match provider {
        Provider::Wasi { function, .. } => function.symbol == wasi::THREAD_SPAWN.symbol,
        Provider::Script(_) | Provider::Instantiate(_) | Provider::Trap => false,
    };
    if !providers.iter().any(|(_, provider)| spawns(provider)) {
        return Ok(None);
    }
    if options.emit.has_header() {
        return Err(Error::Unlinkable {
            message: "the module starts threads, which a library cannot".into(),
            hint: Some("build an executable, or compile the module without threads".into()),
        });
    }
    if program.instances.len() > 1 {
        return Err(Error::Unlinkable {
            message: "a program of several modules cannot start threads, each of which would need all of them".into(),
            hint: Some("link them into one module".into()),
        });
    }
    let name = wasi::THREAD_START_EXPORT;
    let Some(start) = program.exported_function(name) else {
        return Err(Error::Unlinkable {
            message: format!("the module imports 'wasi.thread-spawn', but exports no '{name}' for a thread to run"),
            hint: Some(format!("link it with --export={name}")),
        });
    };
    let ty = program.function_type(start);
    if ty.params() != [ValType::I32, ValType::I32] || !ty.results().is_empty() {
        return Err(Error::Unlinkable {
            message: format!("'{name}' has the type {ty}, but wasi-threads gives it (func (param i32 i32))"),
            hint: None,
        });
    }
    for (index, memory) in program.memories.iter() {
        if !memory.shared || !imported(program, index) {
            return Err(Error::Unlinkable {
                message: format!("the module starts threads, and each would have a memory {} of its own", index.0),
                hint: Some("import it as a shared memory: link with --shared-memory --import-memory".into()),
            });
        }
    }
    Ok(Some(start))
}

/// Lays out the state of a thread.
///
/// # Errors
/// [`Error::Options`] if the stack is larger than any address space.
pub(crate) fn plan(
    program: &Program<'_>,
    start: FuncIndex,
    global_bytes: u32,
    segments: usize,
    options: &Options,
) -> Result<ThreadPlan> {
    let bytes = |count: usize, size: usize| u32::try_from(count * size);
    let too_large = |_| Error::Limit { message: "too many tables or segments for threads".into() };
    let lengths_offset = global_bytes.next_multiple_of(8);
    let tables_offset = lengths_offset + bytes(segments, 8).map_err(too_large)?;
    let state_bytes = tables_offset + bytes(program.tables.len(), size_of::<Table>()).map_err(too_large)?;
    let region_bytes = Threads::region_bytes(options.stack_bytes, u64::from(state_bytes));
    let region_bytes = region_bytes.ok_or_else(|| Error::Options {
        message: format!("no address space has room for a stack of {} bytes", options.stack_bytes),
        hint: Some("build with a smaller --stack-size".into()),
    })?;
    Ok(ThreadPlan { start, region_bytes, state_bytes, lengths_offset, tables_offset })
}

impl ThreadPlan {
    /// The offset in a region of a piece of data that each thread has of its own; `None` for data that all threads
    /// share.
    pub(crate) fn place(&self, data: Data) -> Option<i64> {
        let offset = match data {
            Data::Globals => 0,
            Data::SegmentLengths => self.lengths_offset,
            Data::Tables => self.tables_offset,
            _ => return None,
        };
        Some(size_of::<Thread>() as i64 + i64::from(offset))
    }
}

fn imported(program: &Program<'_>, memory: MemoryIndex) -> bool {
    program.imports.iter().any(|import| import.entity == Entity::Memory(memory))
}
