//! Translate: each function that a program defines becomes one CLIF function.
//!
//! Bodies are translated operator by operator; glue code, which stands for no body, is generated. Translation is pure:
//! it depends on the [`Unit`] and the definition, does no I/O and holds no lock, so functions are translated in
//! parallel. It relies on validation: operand types and stack heights are not checked again.

pub(crate) mod address;
mod body;
mod environment;
mod glue;
mod handlers;
mod legacy;
mod operators;
mod stacks;
mod translator;
pub(crate) mod trap;
mod unit;

pub(crate) use unit::Unit;

use cranelift_codegen::ir::Function;
use cranelift_frontend::FunctionBuilderContext;

use crate::error::Result;
use crate::plan::symbols::Definition;

/// The buffers that a worker keeps from one function to the next.
#[derive(Default)]
pub(crate) struct TranslateContext {
    builder: FunctionBuilderContext,
}

/// Translates one function.
///
/// # Errors
/// Only [`Error::Internal`](crate::Error::Internal) and [`Error::Limit`](crate::Error::Limit): validation has accepted
/// the program.
pub(crate) fn function(context: &mut TranslateContext, unit: Unit<'_, '_>, definition: Definition) -> Result<Function> {
    match definition {
        Definition::Main => glue::entry(unit),
        Definition::Body(body) => body::body(context, unit, body),
        Definition::Thunk(function) => glue::thunk(unit, function),
        Definition::Instantiation(instance) => glue::instantiation(context, unit, instance),
        Definition::Library(function) => glue::library(unit, function),
        Definition::GuestPointer(memory) => glue::guest_pointer(unit, memory),
    }
}
