//! Calls (core specification, 4.4.8).

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{FuncRef, InstBuilder, SigRef, Value, types};
use cranelift_codegen::isa::CallConv;
use wasmc_abi::trap::Trap;

use super::exception;
use crate::error::Result;
use crate::module::index::TypeIndex;
use crate::translate::address;
use crate::translate::function::Translator;
use crate::translate::trap;

pub(super) fn call(t: &mut Translator<'_, '_, '_>, function: u32) -> Result<()> {
    let function = t.env.function_index(function);
    let args = pop_args(t, t.env.module.functions[function].ty);
    let callee = t.env.callee(&mut t.b, function)?;
    emit(t, Callee::Direct(callee), &args);
    Ok(())
}

pub(super) fn call_indirect(t: &mut Translator<'_, '_, '_>, ty: u32, table: u32) -> Result<()> {
    let (ty, table) = (t.env.type_index(ty), t.env.table_index(table));
    let index = t.stacks.pop();
    let args = pop_args(t, ty);

    // One word holds the code's offset and the type's id: the second is compared before the first is used.
    let (element, flags) = address::table_element(t, table, index, Trap::UndefinedElement)?;
    let actual = t.b.ins().load(types::I32, flags, element, 4);
    let expected = i64::from(t.env.plan.type_ids.id(ty));
    let mismatch = t.b.ins().icmp_imm_u(IntCC::NotEqual, actual, expected);
    let (wrong, right) = (t.b.create_block(), t.b.create_block());
    t.b.set_cold_block(wrong);
    t.b.ins().brif(mismatch, wrong, &[], right, &[]);
    t.b.seal_block(wrong);
    t.b.seal_block(right);
    t.b.switch_to_block(wrong);
    t.b.ins().trapz(actual, trap::code(Trap::UninitializedElement));
    t.b.ins().trap(trap::code(Trap::IndirectCallTypeMismatch));
    t.b.switch_to_block(right);

    let offset = t.b.ins().uload32(flags, element, 0);
    let base = t.env.text_base(&mut t.b)?;
    let code = t.b.ins().iadd(base, offset);
    let signature = t.env.signature(&mut t.b, ty);
    emit(t, Callee::Indirect(signature, code), &args);
    Ok(())
}

fn pop_args(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Vec<Value> {
    let count = t.env.module.types[ty].params().len();
    let kept = t.stacks.values.len() - count;
    t.stacks.values.split_off(kept)
}

/// What is called.
pub(super) enum Callee {
    /// This function.
    Direct(FuncRef),
    /// A function of this signature at an address.
    Indirect(SigRef, Value),
}

/// Emits a call and pushes its results. An exception that comes out of it goes to the handlers in scope.
pub(super) fn emit(t: &mut Translator<'_, '_, '_>, callee: Callee, args: &[Value]) {
    let signature = match callee {
        Callee::Direct(function) => t.b.func.dfg.ext_funcs[function].signature,
        Callee::Indirect(signature, _) => signature,
    };
    // No exception comes out of the runtime's functions, which have another convention.
    let can_throw = t.b.func.dfg.signatures[signature].call_conv == CallConv::Tail;
    let table = if can_throw { exception::table(t, signature) } else { None };
    let call = match (callee, &table) {
        (Callee::Direct(function), None) => t.b.ins().call(function, args),
        (Callee::Direct(function), Some(table)) => t.b.ins().try_call(function, args, table.entries),
        (Callee::Indirect(signature, code), None) => t.b.ins().call_indirect(signature, code, args),
        (Callee::Indirect(_, code), Some(table)) => t.b.ins().try_call_indirect(code, args, table.entries),
    };
    match table {
        None => t.stacks.values.extend_from_slice(t.b.inst_results(call)),
        Some(table) => exception::continue_at(t, table.normal),
    }
}
