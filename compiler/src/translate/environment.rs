//! The view of program and plan that one function under translation has: places of state, callees and their symbols.
//!
//! References into the function under construction (signatures, callees, symbols, alias regions) are made once per
//! function and remembered here. It answers from the plan; it must not decide anything itself.

use std::collections::HashMap;

use cranelift_codegen::ir::{
    AliasRegion, AliasRegionData, ExtFuncData, ExternalName, FuncRef, GlobalValue, GlobalValueData, InstBuilder,
    MemFlagsData, SigRef, Signature, StackSlot, StackSlotData, StackSlotKind, UserExternalName, Value, types,
};
use cranelift_codegen::isa::TargetIsa;
use cranelift_frontend::FunctionBuilder;
use wasmc_abi::builtins::{Builtin, Type};

use super::unit::Unit;
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::index::{FuncIndex, GlobalIndex, MemoryIndex, TypeIndex};
use crate::module::instance::{IndexSpaces, InstanceIndex, PROGRAM_SPACES};
use crate::module::program::Body;
use crate::plan::Plan;
use crate::plan::data::Data;
use crate::plan::imports::Provider;
use crate::plan::library::LibraryFunction;
use crate::plan::signature;
use crate::plan::symbols::{DATA_NAMESPACE, Definition, FUNCTION_NAMESPACE, FunctionId};

/// The view of program and plan that one function has.
pub(crate) struct Environment<'e, 'a> {
    /// The program.
    pub(crate) program: &'e Program<'a>,
    /// Its plan.
    pub(crate) plan: &'e Plan,
    /// The machine, asked where an operator has another form without some processor feature.
    pub(super) isa: &'e dyn TargetIsa,
    /// The indices of the program for those in the code. Glue code has indices of the program already.
    pub(super) spaces: &'e IndexSpaces,
    signatures: HashMap<TypeIndex, SigRef>,
    callees: HashMap<FunctionId, FuncRef>,
    symbols: HashMap<(Data, i64), GlobalValue>,
    lane_slot: Option<StackSlot>,
}

/// Disjoint kinds of state, so that Cranelift's alias analysis keeps values across accesses of another kind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    /// The bytes of one linear memory.
    Memory(MemoryIndex),
    /// The states of memories: base and length.
    MemoryState,
    /// The states of tables.
    TableState,
    /// The elements of tables.
    TableElements,
    /// The lengths of segments.
    SegmentLengths,
    /// The lane slot of the function.
    LaneSlot,
    /// Exceptions.
    Exceptions,
    /// One global.
    Global(GlobalIndex),
}

/// Globals beyond this share a region: a function has room for 65,535 distinct sets of flags.
const GLOBAL_REGIONS_MAX: u32 = 4096;

/// Memories beyond this share a region, for the same reason.
const MEMORY_REGIONS_MAX: u32 = 1024;

impl<'e, 'a> Environment<'e, 'a> {
    /// A fresh view for one function.
    pub(crate) fn new(unit: Unit<'e, 'a>) -> Self {
        let Unit { program, plan, isa } = unit;
        Environment {
            program,
            plan,
            isa,
            spaces: &PROGRAM_SPACES,
            signatures: HashMap::new(),
            callees: HashMap::new(),
            symbols: HashMap::new(),
            lane_slot: None,
        }
    }

    /// Whether results may not depend on the processor ([`Options::deterministic`](crate::Options::deterministic)).
    pub(super) fn is_deterministic(&self) -> bool {
        self.plan.deterministic
    }

    /// The view of a body.
    pub(super) fn of_body(unit: Unit<'e, 'a>, body: Body<'e, '_>) -> Self {
        Environment { spaces: &body.instance.spaces, ..Environment::new(unit) }
    }

    /// The signature of a function type.
    pub(super) fn signature(&mut self, b: &mut FunctionBuilder<'_>, ty: TypeIndex) -> SigRef {
        let (program, plan, isa) = (self.program, self.plan, self.isa);
        let wasm = || signature::wasm(program.types[ty], plan.convention, isa);
        *self.signatures.entry(ty).or_insert_with(|| b.import_signature(wasm()))
    }

    /// The callee of a direct call: the body, the runtime's WASI function, or the thunk that traps.
    pub(crate) fn callee(&mut self, b: &mut FunctionBuilder<'_>, function: FuncIndex) -> Result<FuncRef> {
        let ty = self.program.functions[function].ty;
        if self.program.defined(function).is_none() {
            match &self.plan.providers[function] {
                Provider::Wasi { function: row, symbol } => {
                    let signature = signature::runtime(row.params, row.result, self.isa);
                    let id = self.plan.symbols.external(symbol);
                    return self.import(b, id, symbol, |b| b.import_signature(signature));
                }
                Provider::Script(builtin) => return self.builtin(b, builtin),
                Provider::Instantiate(instance) => return self.instantiation(b, *instance),
                Provider::Trap => {}
            }
        }
        let id = self.plan.symbols.code_of(self.program, function);
        if let Some(callee) = id.and_then(|id| self.callees.get(&id)) {
            return Ok(*callee);
        }
        let signature = self.signature(b, ty);
        self.import(b, id, "a callee", |_| signature)
    }

    /// The function that makes an instance, as callee.
    pub(crate) fn instantiation(&mut self, b: &mut FunctionBuilder<'_>, instance: InstanceIndex) -> Result<FuncRef> {
        let id = self.plan.symbols.id(Definition::Instantiation(instance));
        self.import(b, id, "an instantiation", |b| b.import_signature(signature::plain()))
    }

    /// A runtime function as callee.
    pub(crate) fn builtin(&mut self, b: &mut FunctionBuilder<'_>, builtin: &Builtin) -> Result<FuncRef> {
        let signature = signature::runtime(builtin.params, builtin.result, self.isa);
        let id = self.plan.symbols.external(builtin.symbol);
        self.import(b, id, builtin.symbol, |b| b.import_signature(signature))
    }

    /// The address from which the code offsets in function references count.
    pub(super) fn text_base(&mut self, b: &mut FunctionBuilder<'_>) -> Result<Value> {
        let convention = self.isa.default_call_conv();
        let main = self.import(b, self.plan.symbols.id(Definition::Main), "the entry", |b| {
            b.import_signature(Signature::new(convention))
        })?;
        Ok(b.ins().func_addr(types::I64, main))
    }

    /// The address of a function of a library that takes a frame.
    pub(crate) fn code_address(&mut self, b: &mut FunctionBuilder<'_>, function: LibraryFunction) -> Result<Value> {
        let signature = signature::runtime(&[Type::I64], None, self.isa);
        let id = self.plan.symbols.id(Definition::Library(function));
        let code = self.import(b, id, "generated code", |b| b.import_signature(signature))?;
        Ok(b.ins().func_addr(types::I64, code))
    }

    fn import(
        &mut self,
        b: &mut FunctionBuilder<'_>,
        id: Option<FunctionId>,
        what: &str,
        signature: impl FnOnce(&mut FunctionBuilder<'_>) -> SigRef,
    ) -> Result<FuncRef> {
        let id = id.ok_or_else(|| Error::internal(format!("{what} has no symbol")))?;
        if let Some(callee) = self.callees.get(&id) {
            return Ok(*callee);
        }
        let signature = signature(b);
        let name = UserExternalName { namespace: FUNCTION_NAMESPACE, index: id.0 };
        let name = ExternalName::user(b.func.declare_imported_user_function(name));
        let callee = b.import_function(ExtFuncData { name, signature, colocated: true, patchable: false });
        self.callees.insert(id, callee);
        Ok(callee)
    }

    /// The address of a piece of data, plus a constant.
    pub(crate) fn data_address(&mut self, b: &mut FunctionBuilder<'_>, data: Data, offset: i64) -> Result<Value> {
        let index = self.plan.symbols.data(data).ok_or_else(|| Error::internal(format!("{data:?} has no symbol")))?;
        let symbol = *self.symbols.entry((data, offset)).or_insert_with(|| {
            let name = UserExternalName { namespace: DATA_NAMESPACE, index };
            let name = ExternalName::user(b.func.declare_imported_user_function(name));
            b.create_global_value(GlobalValueData::Symbol { name, offset: offset.into(), colocated: true, tls: false })
        });
        Ok(b.ins().symbol_value(types::I64, symbol))
    }

    /// The address of a piece of the instance's state, plus a constant. Where there are threads, each has a state of
    /// its own around its stack, and the same function finds another one in each.
    pub(super) fn state_address(&mut self, b: &mut FunctionBuilder<'_>, data: Data, offset: i64) -> Result<Value> {
        let threads = self.plan.threads.as_ref();
        let Some((threads, place)) = threads.and_then(|threads| Some((threads, threads.place(data)?))) else {
            return self.data_address(b, data, offset);
        };
        // A function runs on one stack from start to end, so Cranelift may compute this once, anywhere in the function.
        let stack_pointer = b.ins().get_stack_pointer(types::I64);
        let region = b.ins().band_imm_s(stack_pointer, threads.region_bytes.cast_signed().wrapping_neg());
        Ok(b.ins().iadd_imm_s(region, place + offset))
    }

    /// 64 bytes of the stack frame in which vectors are assembled lane by lane. All such instructions of a function
    /// share them.
    pub(super) fn lane_slot(&mut self, b: &mut FunctionBuilder<'_>) -> StackSlot {
        let data = StackSlotData::new(StackSlotKind::ExplicitSlot, 64, 4);
        *self.lane_slot.get_or_insert_with(|| b.create_sized_stack_slot(data))
    }

    /// Flags for an access to state of the runtime or the instance, which is always mapped and aligned.
    pub(super) fn state_flags(&self, b: &mut FunctionBuilder<'_>, region: Region) -> MemFlagsData {
        MemFlagsData::trusted().with_alias_region(Some(alias_region(b, region)))
    }
}

/// The alias region of a kind of state.
pub(super) fn alias_region(b: &mut FunctionBuilder<'_>, region: Region) -> AliasRegion {
    let (user_id, description) = match region {
        Region::Memory(MemoryIndex(0)) => (0, "linear memory"),
        Region::Memory(index) => (8192 + index.0.min(MEMORY_REGIONS_MAX), "linear memory"),
        Region::MemoryState => (1, "memory state"),
        Region::TableState => (2, "table state"),
        Region::TableElements => (3, "table elements"),
        Region::SegmentLengths => (4, "segment lengths"),
        Region::LaneSlot => (5, "lane slot"),
        Region::Exceptions => (6, "exceptions"),
        Region::Global(index) => (8 + index.0.min(GLOBAL_REGIONS_MAX), "global"),
    };
    b.func.dfg.alias_regions.insert(AliasRegionData { user_id, description: description.into() })
}
