//! The entry of the program, `wasmc_main`: what the runtime calls when the process, or a thread of it, has started.
//!
//! It makes the instances, then calls what the plan lists ([`crate::plan::entry::Entry`]). What is called, and in which
//! order, must not be decided here.

use cranelift_codegen::ir::{Function, InstBuilder, Signature, types};
use cranelift_frontend::FunctionBuilder;
use wasmc_abi::builtins;
use wasmparser::ValType;

use super::{build, instantiate, params, require_processor};
use crate::error::Result;
use crate::module::index::FuncIndex;
use crate::plan::signature;
use crate::plan::symbols::Definition;
use crate::translate::environment::Environment;
use crate::translate::unit::Unit;

/// Generates the entry. It traps if an instantiation does.
pub(in crate::translate) fn entry(unit: Unit<'_, '_>) -> Result<Function> {
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

/// In all threads but the first: calls the export for threads and returns. The first thread continues after this.
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
