//! The function that makes an instance while the program runs (core specification, 4.5.4).
//!
//! It does what could not be done at build time ([`crate::plan::instantiation`] decides that), by the same code that
//! `table.init`, `memory.init` and their like are translated to. It must not access memories and tables in any other
//! way.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Function, InstBuilder, UserFuncName, Value, types};
use cranelift_frontend::FunctionBuilder;
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;

use crate::error::{Error, Result};
use crate::module::const_expr::ConstExpr;
use crate::module::entities::{DataMode, ElementMode};
use crate::module::instance::{InstanceIndex, Minimum};
use crate::plan::instantiation::Step;
use crate::plan::symbols::{Definition, FUNCTION_NAMESPACE};
use crate::plan::{globals, signature};
use crate::translate::TranslateContext;
use crate::translate::environment::Environment;
use crate::translate::handlers::Handlers;
use crate::translate::operators::{memory, table};
use crate::translate::stacks::Stacks;
use crate::translate::translator::Translator;
use crate::translate::unit::Unit;
use crate::translate::{address, trap};

/// Generates the instantiation of one instance.
pub(in crate::translate) fn instantiation(
    context: &mut TranslateContext,
    unit: Unit<'_, '_>,
    instance: InstanceIndex,
) -> Result<Function> {
    let Unit { plan, isa, .. } = unit;
    let id = plan.symbols.id(Definition::Instantiation(instance));
    let id = id.ok_or_else(|| Error::internal("an instantiation has no symbol"))?;
    let mut function = Function::with_name_signature(UserFuncName::user(FUNCTION_NAMESPACE, id.0), signature::plain());
    let mut t = Translator {
        b: FunctionBuilder::new(&mut function, &mut context.builder),
        stacks: Stacks::new(),
        env: Environment::new(unit),
        locals: Vec::new(),
        handlers: Handlers::default(),
        tries: Vec::new().into_iter(),
    };
    let entry = t.b.create_block();
    t.b.switch_to_block(entry);
    t.b.seal_block(entry);
    let mut returns = true;
    for step in &plan.instantiation.steps[instance] {
        returns = self::step(&mut t, *step)?;
    }
    if returns {
        t.b.ins().return_(&[]);
    }
    t.b.finalize(isa.frontend_config());
    Ok(function)
}

/// Generates one step, and returns whether control continues after it.
fn step(t: &mut Translator<'_, '_, '_>, step: Step) -> Result<bool> {
    let program = t.env.program;
    match step {
        Step::Require(Minimum::Memory(memory, bytes)) => {
            let length = address::length_bytes(t, memory)?;
            require(t, length, bytes)?;
        }
        Step::Require(Minimum::Table(table, elements)) => {
            let length = address::table_length(t, table)?;
            require(t, length, elements)?;
        }
        Step::Elements(index) => {
            let segment = &program.elements[index];
            let ElementMode::Active { table, offset } = &segment.mode else { return Ok(true) };
            let is_64 = program.tables[*table].is_64;
            push_range(t, offset, is_64, segment.items.len())?;
            table::init(t, *table, index)?;
            table::elem_drop(t, index)?;
        }
        Step::Data(index) => {
            let segment = &program.data[index];
            let DataMode::Active { memory, offset } = &segment.mode else { return Ok(true) };
            let is_64 = program.memories[*memory].is_64;
            push_range(t, offset, is_64, segment.bytes.len())?;
            memory::init(t, *memory, index)?;
            memory::data_drop(t, index)?;
        }
        Step::Start(function) => {
            let callee = t.env.callee(&mut t.b, function)?;
            t.b.ins().call(callee, &[]);
        }
        Step::Trap(kind) => {
            t.b.ins().trap(trap::code(kind));
            return Ok(false);
        }
    }
    Ok(true)
}

/// Pushes the operands of a bulk operation that copies a whole segment: destination, source, count.
fn push_range(t: &mut Translator<'_, '_, '_>, offset: &ConstExpr, is_64: bool, count: usize) -> Result<()> {
    let offset = offset.evaluate(|global| globals::value(&t.env.plan.globals, global))?.index();
    let offset = offset.ok_or_else(|| Error::internal("the offset of a segment is no integer"))?;
    let ty = if is_64 { types::I64 } else { types::I32 };
    for (ty, value) in [(ty, offset), (types::I32, 0), (types::I32, count as u64)] {
        let value = t.b.ins().iconst(ty, if ty == types::I32 { i64::from(value as i32) } else { value as i64 });
        t.stacks.push(value);
    }
    Ok(())
}

/// Traps with [`Trap::IncompatibleImport`] unless `length` is at least `minimum`.
fn require(t: &mut Translator<'_, '_, '_>, length: Value, minimum: u64) -> Result<()> {
    let is_short = t.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, length, minimum as i64);
    let (short, next) = (t.b.create_block(), t.b.create_block());
    t.b.set_cold_block(short);
    t.b.ins().brif(is_short, short, &[], next, &[]);
    t.b.seal_block(short);
    t.b.seal_block(next);
    t.b.switch_to_block(short);
    let kind = t.b.ins().iconst(types::I32, i64::from(Trap::IncompatibleImport as u8));
    t.call_builtin(&builtins::RAISE, &[kind])?;
    t.b.ins().trap(trap::code(Trap::Unreachable));
    t.b.switch_to_block(next);
    Ok(())
}
