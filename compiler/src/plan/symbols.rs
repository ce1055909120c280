//! Names and numbers of everything that compiled code refers to.
//!
//! Functions and data get their numbers here, before any function is compiled, so that bodies can be compiled in
//! parallel and in any order. The numbers are Cranelift's external names and also the ids under which the object
//! declares functions and data. Function 0 is the generated entry: it is the first code in the text section, so its
//! address is the base from which function references count. No other file may know the order of what a program
//! defines.

use std::collections::{BTreeSet, HashMap};

use wasmc_abi::builtins;

use super::data::Data;
use super::globals::GlobalPlan;
use super::imports::Provider;
use super::instantiation::Instantiation;
use super::library::{Library, LibraryFunction};
use super::reachability::Reached;
use crate::module::Program;
use crate::module::const_expr::ConstValue;
use crate::module::index::{DefinedFuncIndex, FuncIndex, GlobalIndex, IndexVec, MemoryIndex};
use crate::module::instance::InstanceIndex;
use crate::options::DebugInfo;

/// Cranelift namespace of functions.
pub(crate) const FUNCTION_NAMESPACE: u32 = 0;
/// Cranelift namespace of data.
pub(crate) const DATA_NAMESPACE: u32 = 1;

/// A function of the object, defined or not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct FunctionId(pub(crate) u32);

/// A function that the program defines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Definition {
    /// The generated entry.
    Main,
    /// A function of a module.
    Body(DefinedFuncIndex),
    /// The code behind the reference of an imported function, or the trap that replaces a function that nothing
    /// provides.
    Thunk(FuncIndex),
    /// The steps of an instantiation that could not be done at build time.
    Instantiation(InstanceIndex),
    /// A function for C.
    Library(LibraryFunction),
    /// The function that follows a pointer into a memory, for lldb.
    GuestPointer(MemoryIndex),
}

/// The symbol of [`Definition::GuestPointer`], by which debug information refers to it.
pub(crate) fn guest_pointer_symbol(memory: MemoryIndex) -> String {
    match memory.0 {
        0 => "wasmc_guest_ptr_get".into(),
        index => format!("wasmc_guest_ptr_get_{index}"),
    }
}

/// The numbers, and the lists that they count in.
pub(crate) struct Symbols {
    definitions: Vec<Definition>,
    definition_ids: HashMap<Definition, FunctionId>,
    /// Linker symbols of the runtime, in order of their ids, which follow those of the definitions.
    pub(crate) externals: Vec<&'static str>,
    external_ids: HashMap<&'static str, FunctionId>,
    /// Data in order of their ids.
    pub(crate) data: Vec<Data>,
    data_ids: HashMap<Data, u32>,
    /// Functions in `Data::FunctionReferences`, sorted.
    pub(crate) references: Vec<FuncIndex>,
    /// Segments in `Data::SegmentLengths`: first data, then elements.
    pub(crate) length_slots: Vec<Data>,
}

/// Every builtin that compiled code may call.
const BUILTINS: &[builtins::Builtin] = &[
    builtins::MEMORY_GROW,
    builtins::TABLE_GROW,
    builtins::TABLE_FILL,
    builtins::MEMORY_MOVE,
    builtins::MEMORY_FILL,
    builtins::EXCEPTION_NEW,
    builtins::EXCEPTION_RELEASE,
    builtins::EXCEPTION_THROW,
    builtins::RAISE,
    builtins::OPEN_DESCRIPTORS,
    builtins::MEMORY_NOTIFY,
    builtins::MEMORY_WAIT32,
    builtins::MEMORY_WAIT64,
    builtins::ATOMIC_CAS8,
    builtins::ATOMIC_CAS16,
    builtins::INVOKE_ARG_COUNT,
    builtins::INVOKE_ARG_I32,
    builtins::INVOKE_ARG_I64,
    builtins::INVOKE_ARG_F32,
    builtins::INVOKE_ARG_F64,
    builtins::INVOKE_PRINT_I32,
    builtins::INVOKE_PRINT_I64,
    builtins::INVOKE_PRINT_F32,
    builtins::INVOKE_PRINT_F64,
    builtins::REQUIRE_PROCESSOR,
    builtins::TABLE_MAP_ALL,
];

/// Numbers everything.
pub(super) fn assign(
    program: &Program<'_>,
    reached: &Reached,
    providers: &IndexVec<FuncIndex, Provider>,
    globals: &IndexVec<GlobalIndex, GlobalPlan>,
    instantiation: &Instantiation,
    library: Option<&Library>,
    debug_info: DebugInfo,
) -> Symbols {
    let mut definitions = define(reached, providers, instantiation, library);
    if debug_info.has_lldb_form() {
        definitions.extend(described_memories(program).into_iter().map(Definition::GuestPointer));
    }
    let definition_ids = definitions.iter().zip(0..).map(|(definition, id)| (*definition, FunctionId(id))).collect();
    let externals = externals(reached, providers, library);
    let first_external = definitions.len() as u32;
    let external_ids = externals.iter().zip(first_external..).map(|(symbol, id)| (*symbol, FunctionId(id))).collect();

    let mut length_slots: Vec<_> = reached.data.iter().map(|segment| Data::PassiveBytes(*segment)).collect();
    length_slots.extend(reached.elements.iter().map(|segment| Data::PassiveReferences(*segment)));
    let data = data(program, &length_slots);
    let data_ids = data.iter().zip(0..).map(|(data, id)| (*data, id)).collect();
    Symbols {
        definitions,
        definition_ids,
        externals,
        external_ids,
        data,
        data_ids,
        references: references(reached, globals),
        length_slots,
    }
}

/// The functions of the runtime that code may call, each once.
fn externals(
    reached: &Reached,
    providers: &IndexVec<FuncIndex, Provider>,
    library: Option<&Library>,
) -> Vec<&'static str> {
    let mut externals: Vec<&'static str> = BUILTINS.iter().map(|builtin| builtin.symbol).collect();
    if library.is_some() {
        externals.extend([builtins::LIBRARY_SET_UP.symbol, builtins::LIBRARY_CALL.symbol]);
    }
    for function in &reached.imported {
        let symbol = match &providers[*function] {
            Provider::Wasi { symbol, .. } => *symbol,
            Provider::Script(builtin) => builtin.symbol,
            Provider::Instantiate(_) | Provider::Trap => continue,
        };
        if !externals.contains(&symbol) {
            externals.push(symbol);
        }
    }
    externals
}

/// The pieces of data, in order of their ids. Those of the state come first, beginning with the states of memories.
fn data(program: &Program<'_>, segments: &[Data]) -> Vec<Data> {
    let mut data = vec![
        Data::Memories,
        Data::Tables,
        Data::Globals,
        Data::SegmentLengths,
        Data::Threads,
        Data::FunctionReferences,
    ];
    data.extend(program.tables.iter().map(|(table, _)| Data::TableElements(table)));
    data.extend(segments);
    data
}

/// The functions whose reference code takes, or that are the value of a constant global, sorted.
fn references(reached: &Reached, globals: &IndexVec<GlobalIndex, GlobalPlan>) -> Vec<FuncIndex> {
    let mut references = reached.referenced.clone();
    references.extend(globals.iter().filter_map(|(_, global)| match global {
        GlobalPlan::Constant(ConstValue::RefFunc(function)) => Some(*function),
        _ => None,
    }));
    references.sort_unstable();
    references.dedup();
    references
}

/// The functions that the program defines, in order of the ids and of the text section.
fn define(
    reached: &Reached,
    providers: &IndexVec<FuncIndex, Provider>,
    instantiation: &Instantiation,
    library: Option<&Library>,
) -> Vec<Definition> {
    // An imported function needs a thunk where its reference is taken, and where calling it traps.
    let needs_thunk = |function: &&FuncIndex| {
        matches!(providers[**function], Provider::Trap) || reached.referenced.binary_search(function).is_ok()
    };
    let mut definitions = vec![Definition::Main];
    definitions.extend(reached.functions.iter().copied().map(Definition::Body));
    definitions.extend(reached.imported.iter().filter(needs_thunk).copied().map(Definition::Thunk));
    definitions.extend(instantiation.functions().map(Definition::Instantiation));
    definitions.extend(library.into_iter().flat_map(Library::generated).map(Definition::Library));
    definitions
}

/// The memories to which debug information refers: the first of each instance, where it has pointers of 32 bits.
fn described_memories(program: &Program<'_>) -> BTreeSet<MemoryIndex> {
    let described = program.instances.iter().filter(|(_, instance)| !instance.module.debug_sections.is_empty());
    let memories = described.filter_map(|(_, instance)| instance.memories().next());
    memories.filter(|memory| !program.memories[*memory].is_64).collect()
}

impl Symbols {
    /// The functions that the program defines, in order of the ids and of the text section.
    pub(crate) fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// The bodies to compile, in that order.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = DefinedFuncIndex> + '_ {
        self.definitions.iter().filter_map(|definition| match definition {
            Definition::Body(body) => Some(*body),
            _ => None,
        })
    }

    /// The id of a function, if the program defines it.
    pub(crate) fn id(&self, definition: Definition) -> Option<FunctionId> {
        self.definition_ids.get(&definition).copied()
    }

    /// The id of the code that a function's reference points to: its body, or its thunk.
    pub(crate) fn code_of(&self, program: &Program<'_>, function: FuncIndex) -> Option<FunctionId> {
        match program.defined(function) {
            Some(body) => self.id(Definition::Body(body)),
            None => self.id(Definition::Thunk(function)),
        }
    }

    /// The id of a runtime function.
    pub(crate) fn external(&self, symbol: &str) -> Option<FunctionId> {
        self.external_ids.get(symbol).copied()
    }

    /// The id of a piece of data.
    pub(crate) fn data(&self, data: Data) -> Option<u32> {
        self.data_ids.get(&data).copied()
    }

    /// Where the word of a function is, in bytes from the start of `Data::FunctionReferences`.
    pub(crate) fn reference_offset(&self, function: FuncIndex) -> Option<i32> {
        self.references.binary_search(&function).ok().map(|position| position as i32 * 8)
    }

    /// Where the current length of a segment is, in bytes from the start of `Data::SegmentLengths`; `None` for one
    /// that no reachable code copies.
    pub(crate) fn length_offset(&self, segment: Data) -> Option<i32> {
        // The slots are the last of all data, in the same order.
        let first = self.data.len() - self.length_slots.len();
        let slot = (self.data(segment)? as usize).checked_sub(first)?;
        Some(slot as i32 * 8)
    }
}
