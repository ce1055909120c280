//! The phase that plans: every decision that functions share, made once, before any function is translated.
//!
//! A [`Plan`] has the place of each piece of state, the provider of each import, the functions that are compiled and
//! their symbols, and the [`StartState`]. Workers share it by reference and need no lock, because it must not change
//! after [`plan`] has returned. Later phases read values here; none of them may compute a decision again.

pub(crate) mod data;
pub(crate) mod entry;
pub(crate) mod globals;
pub(crate) mod image;
pub(crate) mod imports;
pub(crate) mod instantiation;
pub(crate) mod library;
pub(crate) mod memory;
mod reachability;
pub(crate) mod signature;
pub(crate) mod start_state;
pub(crate) mod symbols;
pub(crate) mod table;
pub(crate) mod threads;

use std::collections::HashMap;

use crate::error::Result;
use crate::module::Program;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::index::{ElemIndex, FuncIndex, GlobalIndex, IndexVec, MemoryIndex, TableIndex};
use crate::options::{OptLevel, Options};
use entry::Entry;
use globals::GlobalPlan;
use imports::Provider;
use instantiation::Instantiation;
use library::Library;
use memory::MemoryPlan;
use signature::Convention;
use start_state::StartState;
use symbols::Symbols;
use table::TablePlan;
use threads::ThreadPlan;

/// All decisions about a program.
pub(crate) struct Plan {
    /// The functions that run when the program starts.
    pub(crate) entry: Entry,
    /// The instantiation of its modules, which happens before that.
    pub(crate) instantiation: Instantiation,
    /// The provider of each imported function.
    pub(crate) providers: IndexVec<FuncIndex, Provider>,
    /// Whether descriptors are opened before the guest runs: it can call a function of WASI that uses them.
    pub(crate) opens_descriptors: bool,
    /// The memory that WASI functions read and write.
    pub(crate) wasi_memory: Option<MemoryIndex>,
    /// Linear memories.
    pub(crate) memories: IndexVec<MemoryIndex, MemoryPlan>,
    /// Tables.
    pub(crate) tables: IndexVec<TableIndex, TablePlan>,
    /// Globals.
    pub(crate) globals: IndexVec<GlobalIndex, GlobalPlan>,
    /// Bytes of the block of stored globals.
    pub(crate) global_bytes: u32,
    /// The contents of memories, tables, globals and segments at start.
    pub(crate) start: StartState,
    /// The values of the element segments that code can still read, by segment.
    pub(crate) elements: HashMap<ElemIndex, Vec<ConstValue>>,
    /// The state that each thread has of its own, if the program can start threads.
    pub(crate) threads: Option<ThreadPlan>,
    /// Whether each local of the guest has a slot in the frame of its function, for debuggers.
    pub(crate) locals_in_slots: bool,
    /// The convention of compiled functions.
    pub(crate) convention: Convention,
    /// Whether results may not depend on the processor ([`Options::deterministic`]).
    pub(crate) deterministic: bool,
    /// The exports for C, if the program becomes an object or a library for C.
    pub(crate) library: Option<Library>,
    /// The features of the processor that a machine of the target may lack, as a set of [`wasmc_abi::processor`]: the
    /// program asks for them when it starts.
    pub(crate) processor_features: u64,
    /// The functions and data, and their symbols.
    pub(crate) symbols: Symbols,
}

/// Makes the plan.
///
/// # Errors
/// Imports that nothing provides, no entry point, and limits of memories and tables.
pub(crate) fn plan(program: &Program<'_>, options: &Options) -> Result<Plan> {
    let providers = imports::provide(program, options)?;
    let mut entry = entry::choose(program, options)?;
    let thread_start = threads::start(program, &providers, options)?;
    entry.roots.extend(thread_start);
    let globals = globals::plan(program)?;
    let value = |expression: &ConstExpr| expression.evaluate(|global| globals::value(&globals.plans, global));
    let instantiation = instantiation::plan(program, options, &value)?;
    let reached = reachability::reach(program, &entry, &instantiation);

    let memories = memory::plan(program, options)?;
    let has_threads = thread_start.is_some();
    let contents = table::fill(program, &reached, &instantiation.elements, &value)?;
    let tables = table::plan(program, &reached, &contents, has_threads)?;
    let image = image::build(program, &instantiation.data, &memories, options.target.image_page_bytes(), &value)?;

    let mut elements = HashMap::new();
    for &segment in &reached.elements {
        let items = program.elements[segment].items.iter().map(&value).collect::<Result<Vec<_>>>()?;
        elements.insert(segment, items);
    }
    let library = options.emit.has_header().then(|| Library::plan(program));
    let processor_features = options.cpu.beyond_baseline(options.target)?;
    let symbols = symbols::assign(
        program,
        &reached,
        &providers,
        &globals.plans,
        &instantiation,
        library.as_ref(),
        options.debug_info,
    );
    let threads = match thread_start {
        Some(start) => Some(threads::plan(program, start, globals.bytes, symbols.length_slots.len(), options)?),
        None => None,
    };
    let locals_in_slots = options.debug_info.is_wanted() && options.opt_level == OptLevel::None;
    let lengths = symbols.length_slots.iter();
    let segment_lengths = lengths.map(|slot| start_state::segment_length(program, &instantiation, *slot)).collect();
    Ok(Plan {
        opens_descriptors: imports::uses_descriptors(&reached.imported, &providers),
        wasi_memory: imports::wasi_memory(program, &providers)?,
        entry,
        instantiation,
        providers,
        memories,
        tables,
        globals: globals.plans,
        global_bytes: globals.bytes,
        start: StartState { image, globals: globals.values, tables: contents, segment_lengths },
        elements,
        threads,
        convention: signature::convention(program, &reached.functions, locals_in_slots),
        locals_in_slots,
        deterministic: options.deterministic,
        library,
        processor_features,
        symbols,
    })
}
