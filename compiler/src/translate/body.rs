//! The driver of translation: entry block, parameters, locals, and the loop over the operators of a body.
//!
//! It is the only place that sees a body as a sequence. What one operator does belongs in [`super::operators`].

use cranelift_codegen::ir::{Function, InstBuilder, SourceLoc, UserFuncName};
use cranelift_frontend::FunctionBuilder;
use wasmparser::{FunctionBody, OperatorsReader};

use super::TranslateContext;
use super::environment::Environment;
use super::handlers::Handlers;
use super::legacy;
use super::operators;
use super::stacks::{Frame, FrameKind, Stacks};
use super::translator::Translator;
use super::unit::Unit;
use crate::error::{Error, Result};
use crate::module::index::DefinedFuncIndex;
use crate::plan::signature;
use crate::plan::symbols::{Definition, FUNCTION_NAMESPACE};

/// Translates one body.
pub(super) fn body(context: &mut TranslateContext, unit: Unit<'_, '_>, body: DefinedFuncIndex) -> Result<Function> {
    // After an error the builder still holds half of a function, so it is given back only after success.
    let mut builder = std::mem::take(&mut context.builder);
    let Unit { program, plan, isa } = unit;
    let index = program.function_of(body);
    let ty = program.function_type(index);
    let id = plan
        .symbols
        .id(Definition::Body(body))
        .ok_or_else(|| Error::internal("an unreachable body is being translated"))?;
    let name = UserFuncName::user(FUNCTION_NAMESPACE, id.0);
    let mut function = Function::with_name_signature(name, signature::wasm(ty, plan.convention, isa));
    let body = program.body(body);
    let mut t = Translator {
        b: FunctionBuilder::new(&mut function, &mut builder),
        stacks: Stacks::new(),
        env: Environment::of_body(unit, body),
        locals: Vec::new(),
        handlers: Handlers::default(),
        tries: Vec::new().into_iter(),
    };

    // The entry block takes the parameters; each becomes a local.
    let entry = t.b.create_block();
    t.b.append_block_params_for_function_params(entry);
    t.b.switch_to_block(entry);
    t.b.seal_block(entry);
    t.b.set_srcloc(SourceLoc::new(body.code.range().start as u32));
    for (position, ty) in ty.params().iter().enumerate() {
        let value = t.b.block_params(entry)[position];
        t.declare_local(signature::machine_type(*ty), value);
    }
    let reader = declare_locals(&mut t, body.code)?;
    if body.summary.has_legacy_try {
        t.tries = legacy::scan(reader.clone())?.into_iter();
    }

    // The whole body is a block, and reaching its end returns.
    let exit = operators::result_block(&mut t, ty.results());
    t.stacks.frames.push(Frame {
        kind: FrameKind::Block { end: exit, targeted: false },
        height: 0,
        params: 0,
        results: ty.results().to_vec(),
        handlers: None,
    });
    translate_operators(&mut t, reader)?;
    if t.stacks.reachable {
        let results = std::mem::take(&mut t.stacks.values);
        t.b.ins().return_(&results);
    }
    let frontend_config = isa.frontend_config();
    t.b.finalize(frontend_config);
    context.builder = builder;
    Ok(function)
}

/// Declares the locals that are not parameters. They start as zero or null.
fn declare_locals<'a>(t: &mut Translator<'_, '_, '_>, body: &FunctionBody<'a>) -> Result<OperatorsReader<'a>> {
    let unread = |error| Error::internal(format!("validation passed a body that cannot be read: {error}"));
    let mut locals = body.get_locals_reader().map_err(unread)?;
    for _ in 0..locals.get_count() {
        let (count, ty) = locals.read().map_err(unread)?;
        let zero = t.zero(ty);
        for _ in 0..count {
            t.declare_local(signature::machine_type(ty), zero);
        }
    }
    Ok(OperatorsReader::new(locals.get_binary_reader()))
}

/// Translates every operator, leaving out those that control cannot reach.
fn translate_operators(t: &mut Translator<'_, '_, '_>, mut reader: OperatorsReader<'_>) -> Result<()> {
    while !reader.eof() {
        let (operator, offset) = reader
            .read_with_offset()
            .map_err(|error| Error::internal(format!("validation passed an operator that cannot be read: {error}")))?;
        t.b.set_srcloc(SourceLoc::new(offset as u32));
        if t.stacks.reachable {
            operators::translate(t, &operator)?;
        } else {
            operators::skip(t, &operator)?;
        }
    }
    Ok(())
}
