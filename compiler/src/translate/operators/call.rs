//! Calls (core specification, 4.4.8), through names, tables and references, with a return after them or in tail
//! position.
//!
//! A reference is called without a comparison of its type: validation guarantees that a `(ref $t)` is a function of
//! type `$t` or null, so only null is tested. If that test is mispredicted, the code at offset 0 is called
//! speculatively: the entry of the program, an address that the guest cannot choose. An element of a table has no such
//! guarantee, so its type must be compared before its code is called.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{FuncRef, InstBuilder, SigRef, Value, types};
use cranelift_codegen::isa::CallConv;
use wasmc_abi::layout::FUNCREF_NULL;
use wasmc_abi::trap::Trap;

use super::{control, exception};
use crate::error::Result;
use crate::module::index::{FuncIndex, TableIndex, TypeIndex};
use crate::translate::address;
use crate::translate::translator::Translator;
use crate::translate::trap;

pub(super) fn call(t: &mut Translator<'_, '_, '_>, function: FuncIndex) -> Result<()> {
    let args = pop_args(t, t.env.program.functions[function].ty);
    let callee = t.env.callee(&mut t.b, function)?;
    emit(t, Callee::Direct(callee), &args);
    Ok(())
}

pub(super) fn call_indirect(t: &mut Translator<'_, '_, '_>, ty: TypeIndex, table: TableIndex) -> Result<()> {
    let target = table_target(t, ty, table)?;
    call_target(t, target);
    Ok(())
}

pub(super) fn call_ref(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Result<()> {
    let target = reference_target(t, ty)?;
    call_target(t, target);
    Ok(())
}

/// A tail call replaces the caller's frame by the callee's. Functions of the runtime have a convention without tail
/// calls. They call no function of the guest, so a call and a return need the stack of one frame at most.
pub(super) fn return_call(t: &mut Translator<'_, '_, '_>, function: FuncIndex) -> Result<()> {
    let callee = t.env.callee(&mut t.b, function)?;
    if convention(t, callee) != CallConv::Tail {
        call(t, function)?;
        control::return_(t);
        return Ok(());
    }
    let args = pop_args(t, t.env.program.functions[function].ty);
    t.b.ins().return_call(callee, &args);
    t.stacks.reachable = false;
    Ok(())
}

pub(super) fn return_call_indirect(t: &mut Translator<'_, '_, '_>, ty: TypeIndex, table: TableIndex) -> Result<()> {
    let target = table_target(t, ty, table)?;
    return_call_target(t, target);
    Ok(())
}

pub(super) fn return_call_ref(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Result<()> {
    let target = reference_target(t, ty)?;
    return_call_target(t, target);
    Ok(())
}

/// The callee of a call through a word, and its arguments.
struct WordCall {
    ty: TypeIndex,
    code: Value,
    args: Vec<Value>,
}

/// Pops an index and arguments, and finds the code of that element, which must be a function of this type.
fn table_target(t: &mut Translator<'_, '_, '_>, ty: TypeIndex, table: TableIndex) -> Result<WordCall> {
    let index = t.stacks.pop();
    let args = pop_args(t, ty);

    // One word holds the code's offset and the type's id: the second is compared before the first is used.
    let (element, flags) = address::table_element(t, table, index, Trap::UndefinedElement)?;
    let actual = t.b.ins().load(types::I32, flags, element, 4);
    let expected = i64::from(t.env.program.type_ids[ty]);
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
    let code = code_address(t, offset)?;
    Ok(WordCall { ty, code, args })
}

/// Pops a reference to a function of this type and arguments, and finds its code.
fn reference_target(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Result<WordCall> {
    const { assert!(FUNCREF_NULL == 0) };
    let reference = t.stacks.pop();
    let args = pop_args(t, ty);
    t.b.ins().trapz(reference, trap::code(Trap::NullFunctionReference));
    let offset = t.b.ins().ireduce(types::I32, reference);
    let offset = t.b.ins().uextend(types::I64, offset);
    let code = code_address(t, offset)?;
    Ok(WordCall { ty, code, args })
}

/// The address of the code at an offset from the start of the text section.
fn code_address(t: &mut Translator<'_, '_, '_>, offset: Value) -> Result<Value> {
    let base = t.env.text_base(&mut t.b)?;
    Ok(t.b.ins().iadd(base, offset))
}

fn call_target(t: &mut Translator<'_, '_, '_>, target: WordCall) {
    let signature = t.env.signature(&mut t.b, target.ty);
    emit(t, Callee::Indirect(signature, target.code), &target.args);
}

fn return_call_target(t: &mut Translator<'_, '_, '_>, target: WordCall) {
    let signature = t.env.signature(&mut t.b, target.ty);
    t.b.ins().return_call_indirect(signature, target.code, &target.args);
    t.stacks.reachable = false;
}

fn convention(t: &Translator<'_, '_, '_>, callee: FuncRef) -> CallConv {
    let dfg = &t.b.func.dfg;
    dfg.signatures[dfg.ext_funcs[callee].signature].call_conv
}

fn pop_args(t: &mut Translator<'_, '_, '_>, ty: TypeIndex) -> Vec<Value> {
    let count = t.env.program.types[ty].params().len();
    t.stacks.pop_many(count)
}

/// The function that a call calls.
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
    // Functions of the runtime, which have another convention, throw no exceptions.
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
