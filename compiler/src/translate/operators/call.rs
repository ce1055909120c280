//! Calls (core specification, 4.4.8).

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Inst, InstBuilder, Value, types};
use wasmc_abi::trap::Trap;

use crate::error::Result;
use crate::module::index::TypeIndex;
use crate::translate::address;
use crate::translate::function::Translator;
use crate::translate::trap;

pub(super) fn call(t: &mut Translator<'_, '_, '_>, function: u32) -> Result<()> {
    let function = t.env.function_index(function);
    let args = pop_args(t, t.env.module.functions[function].ty);
    let callee = t.env.callee(&mut t.b, function)?;
    let call = t.b.ins().call(callee, &args);
    push_results(t, call);
    Ok(())
}

pub(super) fn call_indirect(t: &mut Translator<'_, '_, '_>, ty: u32, table: u32) -> Result<()> {
    let (ty, table) = (t.env.type_index(ty), t.env.table_index(table));
    let index = t.stacks.pop();
    let args = pop_args(t, ty);

    // One word holds the code's offset and the type's id: the second is compared before the first is used.
    let (element, flags) = address::table_element(t, table, index, Trap::UndefinedElement)?;
    let actual = t.b.ins().load(types::I32, flags, element, 4);
    let expected = i64::from(t.env.module.type_ids[ty]);
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
    let call = t.b.ins().call_indirect(signature, code, &args);
    push_results(t, call);
    Ok(())
}

fn pop_args(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Vec<Value> {
    let count = t.env.module.types[ty].params().len();
    let kept = t.stacks.values.len() - count;
    t.stacks.values.split_off(kept)
}

fn push_results(t: &mut Translator<'_, '_, '_>, call: Inst) {
    t.stacks.values.extend_from_slice(t.b.inst_results(call));
}
