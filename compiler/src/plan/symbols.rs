//! Names and numbers of everything that compiled code refers to.
//!
//! Functions and data are numbered here, before any is compiled; the numbers are at once Cranelift's external names and
//! the ids under which the object declares them, in this order. Function 0 is the generated entry: it is the first code
//! in the text section, so its address is also the base from which function references count.

use std::collections::HashMap;

use wasmc_abi::builtins;

use super::globals::GlobalPlan;
use super::imports::Provider;
use super::instantiation::Instantiation;
use super::library::{Library, LibraryFunction};
use super::reachability::Reached;
use crate::module::Module;
use crate::module::const_expr::ConstValue;
use crate::module::index::{DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, IndexVec, TableIndex};
use crate::module::instance::InstanceIndex;

/// Cranelift namespace of functions.
pub(crate) const FUNCTION_NAMESPACE: u32 = 0;
/// Cranelift namespace of data.
pub(crate) const DATA_NAMESPACE: u32 = 1;

/// A function of the object, defined or not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct FunctionId(pub(crate) u32);

/// A piece of data of the object.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Data {
    /// The states of all memories.
    Memories,
    /// The states of all tables.
    Tables,
    /// The block of stored globals.
    Globals,
    /// The current lengths of data and element segments, which dropping sets to zero.
    SegmentLengths,
    /// What the runtime must know of threads, and the state that each starts with.
    Threads,
    /// The words of the functions that `ref.func` names.
    FunctionReferences,
    /// The elements of a table.
    TableElements(TableIndex),
    /// The bytes of a passive data segment.
    PassiveBytes(DataIndex),
    /// The words of a passive element segment.
    PassiveReferences(ElemIndex),
}

/// The numbering.
pub(crate) struct Symbols {
    /// Bodies to compile, in the order of the text section.
    pub(crate) bodies: Vec<DefinedFuncIndex>,
    body_ids: HashMap<DefinedFuncIndex, FunctionId>,
    /// Imported functions that need a thunk: their reference is taken, or calling them traps.
    pub(crate) thunks: Vec<FuncIndex>,
    /// Instances whose instantiation is a function.
    pub(crate) instantiations: Vec<InstanceIndex>,
    /// The first generated function of a library.
    first_library: u32,
    /// Linker symbols of the runtime, in order of their ids.
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

/// The generated entry.
pub(crate) const MAIN: FunctionId = FunctionId(0);

/// Every builtin that compiled code may call.
const BUILTINS: &[builtins::Builtin] = &[
    builtins::MEMORY_GROW,
    builtins::TABLE_GROW,
    builtins::TABLE_FILL,
    builtins::MEMORY_MOVE,
    builtins::MEMORY_FILL,
    builtins::FMA_F32,
    builtins::FMA_F64,
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
];

/// Numbers everything.
pub(super) fn assign(
    module: &Module<'_>,
    reached: &Reached,
    providers: &IndexVec<FuncIndex, Provider>,
    globals: &IndexVec<GlobalIndex, GlobalPlan>,
    instantiation: &Instantiation,
    library: Option<&Library>,
) -> Symbols {
    let bodies = reached.functions.clone();
    let body_ids = bodies.iter().zip(1..).map(|(body, id)| (*body, FunctionId(id))).collect();
    let thunks: Vec<_> = reached
        .imported
        .iter()
        .copied()
        .filter(|f| matches!(providers[*f], Provider::Trap) || reached.referenced.binary_search(f).is_ok())
        .collect();

    let runtime = reached.imported.iter().filter_map(|function| match &providers[*function] {
        Provider::Wasi { symbol, .. } => Some(*symbol),
        Provider::Script(builtin) => Some(builtin.symbol),
        Provider::Instantiate(_) | Provider::Trap => None,
    });
    let instantiations: Vec<_> = instantiation.functions().collect();
    let mut externals: Vec<&'static str> = BUILTINS.iter().map(|builtin| builtin.symbol).collect();
    if library.is_some() {
        externals.extend([builtins::LIBRARY_SET_UP.symbol, builtins::LIBRARY_CALL.symbol]);
    }
    for symbol in runtime {
        if !externals.contains(&symbol) {
            externals.push(symbol);
        }
    }
    let first_library = 1 + (bodies.len() + thunks.len() + instantiations.len()) as u32;
    let first_external = first_library + library.map_or(0, |library| library.generated().count() as u32);
    let external_ids = externals.iter().zip(first_external..).map(|(symbol, id)| (*symbol, FunctionId(id))).collect();

    let mut data = vec![
        Data::Memories,
        Data::Tables,
        Data::Globals,
        Data::SegmentLengths,
        Data::Threads,
        Data::FunctionReferences,
    ];
    data.extend(module.tables.iter().map(|(table, _)| Data::TableElements(table)));
    let mut length_slots: Vec<_> = reached.data.iter().map(|segment| Data::PassiveBytes(*segment)).collect();
    length_slots.extend(reached.elements.iter().map(|segment| Data::PassiveReferences(*segment)));
    data.extend(&length_slots);
    let data_ids = data.iter().zip(0..).map(|(data, id)| (*data, id)).collect();

    let mut references = reached.referenced.clone();
    references.extend(globals.iter().filter_map(|(_, global)| match global {
        GlobalPlan::Constant(ConstValue::RefFunc(function)) => Some(*function),
        _ => None,
    }));
    references.sort_unstable();
    references.dedup();
    Symbols {
        bodies,
        body_ids,
        thunks,
        instantiations,
        first_library,
        externals,
        external_ids,
        data,
        data_ids,
        references,
        length_slots,
    }
}

impl Symbols {
    /// The id of a body, if it is compiled.
    pub(crate) fn body(&self, body: DefinedFuncIndex) -> Option<FunctionId> {
        self.body_ids.get(&body).copied()
    }

    /// The id of the thunk of an imported function.
    pub(crate) fn thunk(&self, function: FuncIndex) -> Option<FunctionId> {
        let position = self.thunks.binary_search(&function).ok()?;
        Some(FunctionId(1 + self.bodies.len() as u32 + position as u32))
    }

    /// The id of the function that makes an instance, if its instantiation is one.
    pub(crate) fn instantiation(&self, instance: InstanceIndex) -> Option<FunctionId> {
        let position = self.instantiations.binary_search(&instance).ok()?;
        Some(FunctionId((1 + self.bodies.len() + self.thunks.len() + position) as u32))
    }

    /// The id of a generated function of the library.
    pub(crate) fn library(&self, library: &Library, function: LibraryFunction) -> FunctionId {
        FunctionId(self.first_library + library.position(function) as u32)
    }

    /// The id of the code that a function's reference points to: its body, or its thunk.
    pub(crate) fn code_of(&self, module: &Module<'_>, function: FuncIndex) -> Option<FunctionId> {
        match module.defined(function) {
            Some(body) => self.body(body),
            None => self.thunk(function),
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
        self.length_slots.iter().position(|slot| *slot == segment).map(|position| position as i32 * 8)
    }
}
