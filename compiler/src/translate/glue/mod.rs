//! Glue code: the functions of a program that no Wasm function stands for.
//!
//! They connect what the guest, the runtime and a host in C expect of each other: the entry, thunks of imports, the
//! functions that make instances, and the C functions of a library. All of them are made here, from the unit alone, so
//! that code generation only compiles. Glue must not access linear memory or tables except through [`super::address`]
//! and [`super::operators`], as bodies do.

mod entry;
mod guest_pointer;
mod instantiation;
mod library;
mod thunk;

use cranelift_codegen::ir::{Function, InstBuilder, Signature, UserFuncName, Value, types};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use wasmc_abi::builtins;

use super::environment::Environment;
use super::trap;
use super::unit::Unit;
use crate::error::{Error, Result};
use crate::plan::instantiation::Step;
use crate::plan::symbols::{Definition, FUNCTION_NAMESPACE};

pub(super) use entry::entry;
pub(super) use guest_pointer::guest_pointer;
pub(super) use instantiation::instantiation;
pub(super) use library::library;
pub(super) use thunk::thunk;

/// Asks for the features of the processor that a machine of the target may lack, before any code that needs them.
fn require_processor(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>) -> Result<()> {
    let features = environment.plan.processor_features;
    if features != 0 {
        let require = environment.builtin(b, &builtins::REQUIRE_PROCESSOR)?;
        let features = b.ins().iconst(types::I64, features.cast_signed());
        b.ins().call(require, &[features]);
    }
    Ok(())
}

/// Maps large tables, before any code that uses them. Threads have theirs mapped when they start.
fn map_tables(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>) -> Result<()> {
    let plan = environment.plan;
    if plan.threads.is_none() && plan.tables.iter().any(|(_, table)| table.is_mapped()) {
        let map_all = environment.builtin(b, &builtins::TABLE_MAP_ALL)?;
        b.ins().call(map_all, &[]);
    }
    Ok(())
}

/// Maps large tables, opens descriptors and makes the instances that the program starts with. Returns whether control
/// continues after it: it does not if an instantiation is known to trap.
fn instantiate(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>) -> Result<bool> {
    let plan = environment.plan;
    map_tables(b, environment)?;
    if plan.opens_descriptors {
        // This comes first, so that a program whose directories cannot be opened ends before any of its code has run.
        let open = environment.builtin(b, &builtins::OPEN_DESCRIPTORS)?;
        b.ins().call(open, &[]);
    }
    for &instance in &plan.instantiation.at_start {
        if plan.symbols.id(Definition::Instantiation(instance)).is_some() {
            let callee = environment.instantiation(b, instance)?;
            b.ins().call(callee, &[]);
            continue;
        }
        for step in &plan.instantiation.steps[instance] {
            match *step {
                Step::Start(function) => {
                    let callee = environment.callee(b, function)?;
                    b.ins().call(callee, &[]);
                }
                Step::Trap(kind) => {
                    b.ins().trap(trap::code(kind));
                    return Ok(false);
                }
                other => return Err(Error::internal(format!("{other:?} is in no function"))),
            }
        }
    }
    Ok(true)
}

/// A function of one block.
fn build(
    unit: Unit<'_, '_>,
    definition: Definition,
    signature: Signature,
    body: impl FnOnce(&mut FunctionBuilder<'_>) -> Result<()>,
) -> Result<Function> {
    let id =
        unit.plan.symbols.id(definition).ok_or_else(|| Error::internal(format!("{definition:?} has no symbol")))?;
    let mut function = Function::with_name_signature(UserFuncName::user(FUNCTION_NAMESPACE, id.0), signature);
    let mut context = FunctionBuilderContext::new();
    let mut b = FunctionBuilder::new(&mut function, &mut context);
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    b.seal_block(entry);
    body(&mut b)?;
    b.finalize(unit.isa.frontend_config());
    Ok(function)
}

/// The parameters of a function that [`build`] is making.
fn params(b: &FunctionBuilder<'_>) -> Result<Vec<Value>> {
    let entry = b.current_block().ok_or_else(|| Error::internal("generated code without a block"))?;
    Ok(b.block_params(entry).to_vec())
}
