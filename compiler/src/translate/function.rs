//! The frame of translation: entry block, parameters, locals, and the loop over the operators of a body.

use cranelift_codegen::ir::{BlockArg, Function, InstBuilder, SourceLoc, UserFuncName, Value, types};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext, Variable};
use wasmparser::{FunctionBody, OperatorsReader, ValType};

use super::environment::Environment;
use super::handlers::Handlers;
use super::legacy;
use super::operators;
use super::stacks::{Frame, FrameKind, Stacks};
use super::unit::Unit;
use crate::error::{Error, Result};
use crate::module::index::DefinedFuncIndex;
use crate::plan::signature;
use crate::plan::symbols::{Definition, FUNCTION_NAMESPACE};

/// What a worker keeps from one function to the next.
#[derive(Default)]
pub(crate) struct TranslateContext {
    pub(super) builder: FunctionBuilderContext,
}

/// A body under translation.
pub(super) struct Translator<'f, 'e, 'a> {
    /// The CLIF function being built.
    pub(super) b: FunctionBuilder<'f>,
    /// Operands and blocks.
    pub(super) stacks: Stacks,
    /// What the plan says.
    pub(super) env: Environment<'e, 'a>,
    /// Locals, parameters first.
    pub(super) locals: Vec<Variable>,
    /// Handlers of exceptions.
    pub(super) handlers: Handlers,
    /// What is not translated yet of the body's legacy `try` instructions, in order.
    pub(super) tries: std::vec::IntoIter<legacy::Try>,
}

/// Translates one body.
///
/// # Errors
/// Only [`Error::Internal`] and [`Error::Limit`]: validation has accepted the body.
pub(crate) fn function(context: &mut TranslateContext, unit: Unit<'_, '_>, body: DefinedFuncIndex) -> Result<Function> {
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
    let mut function = Function::with_name_signature(name, signature::wasm(ty));
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
        let variable = t.b.declare_var(signature::machine_type(*ty));
        t.b.def_var(variable, value);
        t.locals.push(variable);
    }
    let reader = declare_locals(&mut t, body.code)?;
    if body.summary.has_legacy_try {
        t.tries = legacy::scan(reader.clone())?.into_iter();
    }

    // The body is a block whose end returns.
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

/// Declares the locals that are no parameters; they start as zero or null.
fn declare_locals<'a>(t: &mut Translator<'_, '_, '_>, body: &FunctionBody<'a>) -> Result<OperatorsReader<'a>> {
    let unread = |error| Error::internal(format!("validation passed a body that cannot be read: {error}"));
    let mut locals = body.get_locals_reader().map_err(unread)?;
    for _ in 0..locals.get_count() {
        let (count, ty) = locals.read().map_err(unread)?;
        let zero = t.zero(ty);
        for _ in 0..count {
            let variable = t.b.declare_var(signature::machine_type(ty));
            t.b.def_var(variable, zero);
            t.locals.push(variable);
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

impl Translator<'_, '_, '_> {
    /// The zero or null of a type.
    pub(super) fn zero(&mut self, ty: ValType) -> Value {
        match ty {
            ValType::I32 => self.b.ins().iconst(types::I32, 0),
            ValType::I64 | ValType::Ref(_) => self.b.ins().iconst(types::I64, 0),
            ValType::F32 => self.b.ins().f32const(0.0),
            ValType::F64 => self.b.ins().f64const(0.0),
            ValType::V128 => {
                let zero = self.b.func.dfg.constants.insert(vec![0; 16].into());
                self.b.ins().vconst(types::I8X16, zero)
            }
        }
    }

    /// The topmost operands as arguments of a branch.
    pub(super) fn branch_args(&self, count: usize) -> Vec<BlockArg> {
        self.stacks.peek(count).iter().map(|value| BlockArg::from(*value)).collect()
    }

    /// Calls a runtime function.
    pub(super) fn call_builtin(
        &mut self,
        builtin: &wasmc_abi::builtins::Builtin,
        args: &[Value],
    ) -> Result<Option<Value>> {
        let callee = self.env.builtin(&mut self.b, builtin)?;
        let call = self.b.ins().call(callee, args);
        Ok(self.b.inst_results(call).first().copied())
    }
}
