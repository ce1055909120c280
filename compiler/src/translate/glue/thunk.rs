//! The thunk of an imported function: the code behind its reference.
//!
//! A reference is called in the convention of Wasm functions, which functions of the runtime do not have. Direct calls
//! of an import need no thunk and must not go through one.

use cranelift_codegen::ir::{Function, InstBuilder};
use wasmc_abi::trap::Trap;

use super::{build, params};
use crate::error::Result;
use crate::module::index::FuncIndex;
use crate::plan::imports::Provider;
use crate::plan::signature;
use crate::plan::symbols::Definition;
use crate::translate::environment::Environment;
use crate::translate::trap;
use crate::translate::unit::Unit;

/// Generates a thunk: from the Wasm convention to the provider's, or a trap.
pub(in crate::translate) fn thunk(unit: Unit<'_, '_>, function: FuncIndex) -> Result<Function> {
    let signature = signature::wasm(unit.program.function_type(function), unit.plan.convention, unit.isa);
    build(unit, Definition::Thunk(function), signature, |b| {
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
