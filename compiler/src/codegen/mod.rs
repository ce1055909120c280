//! Phase 5, machine code: one CLIF function becomes a [`CompiledFunction`].
//!
//! Cranelift's own passes (verification in debug builds, the e-graph, register allocation) run in here. The result is
//! bytes, relocations, sites and unwind rules; no address is known yet.

mod compiled;
pub(crate) mod settings;
mod start;

pub(crate) use compiled::CompiledFunction;
pub(crate) use start::{main, thunk};

use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::ir::Function;
use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::{CodegenError, Context};

use crate::error::{Error, Result};

/// Compiles one function. `wasm_offset` is where its body starts in the binary; `name` is for messages.
///
/// # Errors
/// [`Error::Limit`] when the function is too large for Cranelift; [`Error::Internal`] with the function's IR when it
/// is not what Cranelift accepts, which is our bug.
pub(crate) fn function(
    context: &mut Context,
    isa: &dyn TargetIsa,
    function: Function,
    wasm_offset: u32,
    name: impl Fn() -> String,
) -> Result<CompiledFunction> {
    context.clear();
    context.func = function;
    match context.compile(isa, &mut ControlPlane::default()) {
        Ok(_) => compiled::collect(context, isa, wasm_offset),
        Err(error) => Err(match error.inner {
            CodegenError::ImplLimitExceeded | CodegenError::CodeTooLarge => Error::Limit {
                message: format!("{} is too large for the code generator; split it or build with -O0", name()),
            },
            other => Error::internal(format!("{}: {other:?}\n{}", name(), error.func.display())),
        }),
    }
}
