//! The C functions of a library: code between the platform's C convention and that of compiled functions.
//!
//! Each exported function has two. The *entry*, which C calls, stores its arguments in a frame of words on the caller's
//! stack and has the runtime call the *body* on the guest's stack; the body takes the arguments out of the frame, calls
//! the guest and stores the results there; the entry returns them. C and the guest must never run on each other's
//! stack.

use cranelift_codegen::ir::{
    Function, InstBuilder, MemFlagsData, Signature, StackSlotData, StackSlotKind, Value, types,
};
use cranelift_codegen::isa::TargetIsa;
use cranelift_frontend::FunctionBuilder;
use wasmc_abi::builtins;
use wasmc_abi::layout::Memory;
use wasmparser::{FuncType, ValType};

use super::{build, instantiate, params, require_processor};
use crate::error::{Error, Result};
use crate::module::index::{FuncIndex, MemoryIndex};
use crate::plan::data::Data;
use crate::plan::library::LibraryFunction;
use crate::plan::signature;
use crate::plan::symbols::Definition;
use crate::translate::environment::Environment;
use crate::translate::unit::Unit;

/// Arguments and results are words, whatever their type.
const WORD_BYTES: usize = 8;

/// Generates a function of a library.
pub(in crate::translate) fn library(unit: Unit<'_, '_>, function: LibraryFunction) -> Result<Function> {
    let Unit { program, plan, isa } = unit;
    let library = plan.library.as_ref().ok_or_else(|| Error::internal("a function for C outside of a library"))?;
    let definition = Definition::Library(function);
    let exported = |export: usize| library.functions[export].index;
    let memory = |export: usize| library.memories[export].index;
    let frame_signature = || signature::runtime(&[builtins::Type::I64], None, isa);
    let word_signature = || signature::runtime(&[], Some(builtins::Type::I64), isa);
    let mut environment = Environment::new(unit);
    match function {
        LibraryFunction::Instantiate => {
            let arguments = signature::runtime(builtins::LIBRARY_SET_UP.params, None, isa);
            build(unit, definition, arguments, |b| {
                require_processor(b, &mut environment)?;
                let set_up = environment.builtin(b, &builtins::LIBRARY_SET_UP)?;
                let arguments = params(b)?;
                b.ins().call(set_up, &arguments);
                let no_frame = b.ins().iconst(types::I64, 0);
                call_body(b, &mut environment, LibraryFunction::Initialize, no_frame)?;
                b.ins().return_(&[]);
                Ok(())
            })
        }
        LibraryFunction::Initialize => build(unit, definition, frame_signature(), |b| {
            if !instantiate(b, &mut environment)? {
                return Ok(());
            }
            if let Some(function) = library.initialize {
                let callee = environment.callee(b, function)?;
                b.ins().call(callee, &[]);
            }
            b.ins().return_(&[]);
            Ok(())
        }),
        LibraryFunction::Entry(export) => {
            let ty = program.function_type(exported(export));
            build(unit, definition, entry_signature(ty, isa), |b| {
                entry(b, &mut environment, LibraryFunction::Body(export), ty)
            })
        }
        LibraryFunction::Body(export) => {
            build(unit, definition, frame_signature(), |b| body(b, &mut environment, exported(export)))
        }
        LibraryFunction::MemoryData(export) => {
            build(unit, definition, word_signature(), |b| memory_field(b, &mut environment, memory(export), 0))
        }
        LibraryFunction::MemoryBytes(export) => build(unit, definition, word_signature(), |b| {
            memory_field(b, &mut environment, memory(export), std::mem::offset_of!(Memory, length_bytes))
        }),
    }
}

/// In C: the parameters, then pointers to where several results go. One result is returned.
fn entry_signature(ty: &FuncType, isa: &dyn TargetIsa) -> Signature {
    let machine = |ty: &ValType| match ty {
        ValType::I32 => builtins::Type::I32,
        ValType::F32 => builtins::Type::F32,
        ValType::F64 => builtins::Type::F64,
        ValType::I64 | ValType::Ref(_) | ValType::V128 => builtins::Type::I64,
    };
    let mut params: Vec<_> = ty.params().iter().map(machine).collect();
    let result = match ty.results() {
        [] => None,
        [result] => Some(machine(result)),
        several => {
            params.extend(several.iter().map(|_| builtins::Type::I64));
            None
        }
    };
    signature::runtime(&params, result, isa)
}

/// Moves arguments into the frame, and results out of it.
fn entry(
    b: &mut FunctionBuilder<'_>,
    environment: &mut Environment<'_, '_>,
    body: LibraryFunction,
    ty: &FuncType,
) -> Result<()> {
    let arguments = params(b)?;
    let (arguments, pointers) = arguments.split_at(ty.params().len());
    let words = ty.params().len().max(ty.results().len());
    let slot = StackSlotData::new(StackSlotKind::ExplicitSlot, (words * WORD_BYTES) as u32, 3);
    let slot = b.create_sized_stack_slot(slot);
    let frame = b.ins().stack_addr(types::I64, slot, 0);
    for (argument, offset) in arguments.iter().zip(offsets()) {
        b.ins().store(MemFlagsData::trusted(), *argument, frame, offset);
    }
    call_body(b, environment, body, frame)?;
    let results = load(b, ty.results(), frame);
    if let [result] = results.as_slice() {
        b.ins().return_(&[*result]);
        return Ok(());
    }
    for (result, pointer) in results.into_iter().zip(pointers) {
        // A pointer of the caller: no flag may promise anything about the memory behind it.
        b.ins().store(MemFlagsData::new(), result, *pointer, 0);
    }
    b.ins().return_(&[]);
    Ok(())
}

/// Calls the guest with the arguments in the frame.
fn body(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>, function: FuncIndex) -> Result<()> {
    let frame = params(b)?.into_iter().next().ok_or_else(|| Error::internal("a body without a frame"))?;
    let arguments = load(b, environment.program.function_type(function).params(), frame);
    let callee = environment.callee(b, function)?;
    let call = b.ins().call(callee, &arguments);
    let results = b.inst_results(call).to_vec();
    for (result, offset) in results.into_iter().zip(offsets()) {
        b.ins().store(MemFlagsData::trusted(), result, frame, offset);
    }
    b.ins().return_(&[]);
    Ok(())
}

fn call_body(
    b: &mut FunctionBuilder<'_>,
    environment: &mut Environment<'_, '_>,
    body: LibraryFunction,
    frame: Value,
) -> Result<()> {
    let body = environment.code_address(b, body)?;
    let call = environment.builtin(b, &builtins::LIBRARY_CALL)?;
    b.ins().call(call, &[body, frame]);
    Ok(())
}

/// Returns a field of the state of a memory.
fn memory_field(
    b: &mut FunctionBuilder<'_>,
    environment: &mut Environment<'_, '_>,
    memory: MemoryIndex,
    field: usize,
) -> Result<()> {
    let offset = memory.0 as usize * size_of::<Memory>() + field;
    let address = environment.data_address(b, Data::Memories, offset as i64)?;
    let value = b.ins().load(types::I64, MemFlagsData::trusted(), address, 0);
    b.ins().return_(&[value]);
    Ok(())
}

fn load(b: &mut FunctionBuilder<'_>, types: &[ValType], frame: Value) -> Vec<Value> {
    let typed = types.iter().zip(offsets());
    typed
        .map(|(ty, offset)| b.ins().load(signature::machine_type(*ty), MemFlagsData::trusted(), frame, offset))
        .collect()
}

/// The offsets of the words of a frame.
fn offsets() -> impl Iterator<Item = i32> {
    (0..).step_by(WORD_BYTES)
}
