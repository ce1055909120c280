//! Machine code: one CLIF function becomes a [`CompiledFunction`].
//!
//! Cranelift's own passes (verification in debug builds, the e-graph, register allocation) run in here. The result is
//! bytes, relocations, sites and unwind rules; no address is known yet. No CLIF may be made or changed in this folder.

mod code_map;
mod compiled;
mod generator;
mod settings;

pub(crate) use code_map::{CodeMap, CodeRange};
pub(crate) use compiled::CompiledFunction;
pub(crate) use generator::Generator;

use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::ir::Function;
use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::{CodegenError, Context};

use crate::error::{Error, Result};
use crate::module::instance::WasmOffset;

/// Compiles one function. `source` is where its body is in a binary, and its length; `name` is for messages.
///
/// # Errors
/// [`Error::Limit`] when the function is too large for Cranelift; [`Error::Internal`] with the function's IR when it
/// is not what Cranelift accepts, which is our bug.
pub(crate) fn function(
    context: &mut Context,
    generator: &Generator,
    function: Function,
    source: Option<(WasmOffset, usize)>,
    name: impl Fn() -> String,
) -> Result<CompiledFunction> {
    let (start, body_bytes) = source.unzip();
    let (isa, unoptimized) = generator.isa_for(&function, body_bytes.unwrap_or_default());
    context.clear();
    context.func = function;
    match context.compile(isa, &mut ControlPlane::default()) {
        Ok(_) => Ok(CompiledFunction { unoptimized, ..compiled::collect(context, generator, isa, start)? }),
        Err(error) => Err(match error.inner {
            CodegenError::ImplLimitExceeded | CodegenError::CodeTooLarge => Error::Limit {
                message: format!("{} is too large for the code generator; split it or build with -O0", name()),
            },
            other => Error::internal(format!("{}: {other:?}\n{}", name(), error.func.display())),
        }),
    }
}

/// Refuses a function that uses vectors on a processor that has none.
///
/// # Errors
/// [`Error::Options`].
pub(crate) fn check_vectors(isa: &dyn TargetIsa, function: &Function, name: impl Fn() -> String) -> Result<()> {
    if settings::has_vectors(isa) {
        return Ok(());
    }
    let dfg = &function.dfg;
    let signatures = std::iter::once(&function.signature).chain(dfg.signatures.values());
    let mut passed = signatures.flat_map(|signature| signature.params.iter().chain(&signature.returns));
    let has_vectors =
        dfg.values().any(|value| dfg.value_type(value).is_vector()) || passed.any(|param| param.value_type.is_vector());
    if !has_vectors {
        return Ok(());
    }
    Err(Error::Options {
        message: format!("{} uses 128-bit SIMD, which riscv64 has only with the V extension", name()),
        hint: Some(
            "build with --cpu rv64gcv for processors that have it, or compile the module without -msimd128".into(),
        ),
    })
}
