//! Code that no Wasm function asked for: the entry of the program, and thunks for imported functions.

use cranelift_codegen::ir::{Function, InstBuilder, Signature, UserFuncName, Value, types};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;
use wasmparser::ValType;

use crate::error::{Error, Result};
use crate::module::index::FuncIndex;
use crate::plan::imports::Provider;
use crate::plan::instantiation::Step;
use crate::plan::signature;
use crate::plan::symbols::{Definition, FUNCTION_NAMESPACE};
use crate::translate::{Environment, Unit, trap};

/// The entry: traps if instantiation does, then calls what [`crate::plan::entry::Entry`] lists.
pub(crate) fn main(unit: Unit<'_, '_>) -> Result<Function> {
    let Unit { plan, isa, .. } = unit;
    let signature = match plan.threads {
        Some(_) => signature::runtime(&[builtins::Type::I32; 2], None, isa),
        None => Signature::new(isa.default_call_conv()),
    };
    let mut environment = Environment::new(unit);
    build(unit, Definition::Main, signature, |b| {
        require_processor(b, &mut environment)?;
        if !instantiate(b, &mut environment)? {
            return Ok(());
        }
        if let Some(threads) = &plan.threads {
            thread(b, &mut environment, threads.start)?;
        }
        for &function in &plan.entry.calls {
            let callee = environment.callee(b, function)?;
            b.ins().call(callee, &[]);
        }
        if let Some(function) = plan.entry.invoke {
            invoke(b, &mut environment, function)?;
        }
        b.ins().return_(&[]);
        Ok(())
    })
}

/// Asks for the features of the processor that a machine of the target may lack, before any code that needs them.
pub(super) fn require_processor(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>) -> Result<()> {
    let features = environment.plan.processor_features;
    if features != 0 {
        let require = environment.builtin(b, &builtins::REQUIRE_PROCESSOR)?;
        let features = b.ins().iconst(types::I64, features.cast_signed());
        b.ins().call(require, &[features]);
    }
    Ok(())
}

/// Opens descriptors and makes the instances with which the program starts. Says whether control gets further: it does not where one of them
/// is known to trap.
pub(super) fn instantiate(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>) -> Result<bool> {
    let plan = environment.plan;
    if plan.opens_descriptors {
        // First, so that a program whose directories cannot be opened ends before any of it has run.
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

/// What [`main`] does in all threads but the first, once they have an instance: it calls what the module exports for that.
fn thread(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>, function: FuncIndex) -> Result<()> {
    let arguments = params(b)?;
    let (others, first) = (b.create_block(), b.create_block());
    b.ins().brif(arguments[0], others, &[], first, &[]);
    b.switch_to_block(others);
    b.seal_block(others);
    let callee = environment.callee(b, function)?;
    b.ins().call(callee, &arguments);
    b.ins().return_(&[]);
    b.switch_to_block(first);
    b.seal_block(first);
    Ok(())
}

/// Calls the export of `--invoke` with arguments from the command line, and prints its results.
fn invoke(b: &mut FunctionBuilder<'_>, environment: &mut Environment<'_, '_>, function: FuncIndex) -> Result<()> {
    let ty = environment.program.function_type(function);
    let count = b.ins().iconst(types::I32, ty.params().len() as i64);
    let count_arguments = environment.builtin(b, &builtins::INVOKE_ARG_COUNT)?;
    b.ins().call(count_arguments, &[count]);
    let mut args = Vec::new();
    for (position, ty) in ty.params().iter().enumerate() {
        let builtin = match ty {
            ValType::I32 => &builtins::INVOKE_ARG_I32,
            ValType::I64 => &builtins::INVOKE_ARG_I64,
            ValType::F32 => &builtins::INVOKE_ARG_F32,
            _ => &builtins::INVOKE_ARG_F64,
        };
        let position = b.ins().iconst(types::I32, position as i64);
        let argument = environment.builtin(b, builtin)?;
        let call = b.ins().call(argument, &[position]);
        args.extend_from_slice(b.inst_results(call));
    }
    let callee = environment.callee(b, function)?;
    let call = b.ins().call(callee, &args);
    let results = b.inst_results(call).to_vec();
    for (result, ty) in results.into_iter().zip(ty.results()) {
        let builtin = match ty {
            ValType::I32 => &builtins::INVOKE_PRINT_I32,
            ValType::I64 => &builtins::INVOKE_PRINT_I64,
            ValType::F32 => &builtins::INVOKE_PRINT_F32,
            _ => &builtins::INVOKE_PRINT_F64,
        };
        let print = environment.builtin(b, builtin)?;
        b.ins().call(print, &[result]);
    }
    Ok(())
}

/// The thunk of an imported function: from the Wasm convention to the provider's, or a trap.
pub(crate) fn thunk(unit: Unit<'_, '_>, function: FuncIndex) -> Result<Function> {
    build(unit, Definition::Thunk(function), signature::wasm(unit.program.function_type(function)), |b| {
        match unit.plan.providers[function] {
            Provider::Trap => {
                b.ins().trap(trap::code(Trap::UnknownImport));
            }
            Provider::Wasi { .. } | Provider::Script(_) | Provider::Instantiate(_) => {
                let callee = Environment::new(unit).callee(b, function)?;
                let args = params(b)?;
                let call = b.ins().call(callee, &args);
                let results = b.inst_results(call).to_vec();
                b.ins().return_(&results);
            }
        }
        Ok(())
    })
}

/// A function of one block.
pub(super) fn build(
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
pub(super) fn params(b: &FunctionBuilder<'_>) -> Result<Vec<Value>> {
    let entry = b.current_block().ok_or_else(|| Error::internal("generated code without a block"))?;
    Ok(b.block_params(entry).to_vec())
}
