//! Code that no Wasm function asked for: the entry of the program, and thunks for imported functions.

use cranelift_codegen::ir::{
    ExtFuncData, ExternalName, FuncRef, Function, InstBuilder, Signature, UserExternalName, UserFuncName, Value, types,
};
use cranelift_codegen::isa::{CallConv, TargetIsa};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use wasmc_abi::builtins::{self, Builtin};
use wasmc_abi::trap::Trap;
use wasmparser::{FuncType, ValType};

use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::index::FuncIndex;
use crate::plan::Plan;
use crate::plan::imports::Provider;
use crate::plan::signature;
use crate::plan::symbols::{FUNCTION_NAMESPACE, FunctionId, MAIN};
use crate::translate::trap;

/// The entry: traps if instantiation does, then calls what [`crate::plan::entry::Entry`] lists.
pub(crate) fn main(module: &Module<'_>, plan: &Plan, isa: &dyn TargetIsa) -> Result<Function> {
    let convention = isa.default_call_conv();
    build(MAIN, Signature::new(convention), isa, |b| {
        if let Some(kind) = plan.start_trap {
            b.ins().trap(trap::code(kind));
            return Ok(());
        }
        for &function in &plan.entry.calls {
            let callee = code_of(b, module, plan, function, convention)?;
            b.ins().call(callee, &[]);
        }
        if let Some(function) = plan.entry.invoke {
            invoke(b, module, plan, function, convention)?;
        }
        b.ins().return_(&[]);
        Ok(())
    })
}

/// Calls the export of `--invoke` with arguments from the command line, and prints its results.
fn invoke(
    b: &mut FunctionBuilder<'_>,
    module: &Module<'_>,
    plan: &Plan,
    function: FuncIndex,
    convention: CallConv,
) -> Result<()> {
    let ty = module.function_type(function);
    let count = b.ins().iconst(types::I32, ty.params().len() as i64);
    call_builtin(b, plan, &builtins::INVOKE_ARG_COUNT, &[count], convention)?;
    let mut args = Vec::new();
    for (position, ty) in ty.params().iter().enumerate() {
        let builtin = match ty {
            ValType::I32 => &builtins::INVOKE_ARG_I32,
            ValType::I64 => &builtins::INVOKE_ARG_I64,
            ValType::F32 => &builtins::INVOKE_ARG_F32,
            _ => &builtins::INVOKE_ARG_F64,
        };
        let position = b.ins().iconst(types::I32, position as i64);
        args.extend(call_builtin(b, plan, builtin, &[position], convention)?);
    }
    let callee = code_of(b, module, plan, function, convention)?;
    let call = b.ins().call(callee, &args);
    let results = b.inst_results(call).to_vec();
    for (result, ty) in results.into_iter().zip(ty.results()) {
        let builtin = match ty {
            ValType::I32 => &builtins::INVOKE_PRINT_I32,
            ValType::I64 => &builtins::INVOKE_PRINT_I64,
            ValType::F32 => &builtins::INVOKE_PRINT_F32,
            _ => &builtins::INVOKE_PRINT_F64,
        };
        call_builtin(b, plan, builtin, &[result], convention)?;
    }
    Ok(())
}

/// The thunk of an imported function: from the Wasm convention to the provider's, or a trap.
pub(crate) fn thunk(module: &Module<'_>, plan: &Plan, isa: &dyn TargetIsa, function: FuncIndex) -> Result<Function> {
    let ty: &FuncType = module.function_type(function);
    let id = plan.symbols.thunk(function).ok_or_else(|| Error::internal("a thunk has no symbol"))?;
    build(id, signature::wasm(ty), isa, |b| {
        match &plan.providers[function] {
            Provider::Trap => {
                b.ins().trap(trap::code(Trap::UnknownImport));
            }
            Provider::Wasi { function: row, symbol } => {
                let id = plan.symbols.external(symbol).ok_or_else(|| Error::internal("WASI has no symbol"))?;
                let signature = signature::runtime(row.params, row.result, isa.default_call_conv());
                let callee = import(b, id, signature);
                let entry = b.current_block().ok_or_else(|| Error::internal("a thunk without a block"))?;
                let args = b.block_params(entry).to_vec();
                let call = b.ins().call(callee, &args);
                let results = b.inst_results(call).to_vec();
                b.ins().return_(&results);
            }
        }
        Ok(())
    })
}

/// A function of one block.
fn build(
    id: FunctionId,
    signature: Signature,
    isa: &dyn TargetIsa,
    body: impl FnOnce(&mut FunctionBuilder<'_>) -> Result<()>,
) -> Result<Function> {
    let mut function = Function::with_name_signature(UserFuncName::user(FUNCTION_NAMESPACE, id.0), signature);
    let mut context = FunctionBuilderContext::new();
    let mut b = FunctionBuilder::new(&mut function, &mut context);
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    b.seal_block(entry);
    body(&mut b)?;
    b.finalize(isa.frontend_config());
    Ok(function)
}

/// A function of the module as callee: its body, its thunk, or WASI itself.
fn code_of(
    b: &mut FunctionBuilder<'_>,
    module: &Module<'_>,
    plan: &Plan,
    function: FuncIndex,
    convention: CallConv,
) -> Result<FuncRef> {
    if let Some(id) = plan.symbols.code_of(module, function) {
        return Ok(import(b, id, signature::wasm(module.function_type(function))));
    }
    match &plan.providers[function] {
        Provider::Wasi { function: row, symbol } => {
            let id = plan.symbols.external(symbol).ok_or_else(|| Error::internal("WASI has no symbol"))?;
            Ok(import(b, id, signature::runtime(row.params, row.result, convention)))
        }
        Provider::Trap => Err(Error::internal("an entry without code")),
    }
}

fn call_builtin(
    b: &mut FunctionBuilder<'_>,
    plan: &Plan,
    builtin: &Builtin,
    args: &[Value],
    convention: CallConv,
) -> Result<Option<Value>> {
    let id = plan.symbols.external(builtin.symbol).ok_or_else(|| Error::internal("a builtin has no symbol"))?;
    let callee = import(b, id, signature::runtime(builtin.params, builtin.result, convention));
    let call = b.ins().call(callee, args);
    Ok(b.inst_results(call).first().copied())
}

fn import(b: &mut FunctionBuilder<'_>, id: FunctionId, signature: Signature) -> FuncRef {
    let signature = b.import_signature(signature);
    let name = UserExternalName { namespace: FUNCTION_NAMESPACE, index: id.0 };
    let name = ExternalName::user(b.func.declare_imported_user_function(name));
    b.import_function(ExtFuncData { name, signature, colocated: true, patchable: false })
}
