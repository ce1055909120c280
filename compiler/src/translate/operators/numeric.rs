//! Numeric instructions (core specification, 4.4.1).
//!
//! Each Wasm operator has a CLIF instruction of the same meaning, including its traps: CLIF's division and conversions
//! trap as those of Wasm do, and its shifts take the amount modulo the width. So no check may be added around them.

use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::immediates::{Ieee32, Ieee64};
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Type, Value, types};
use cranelift_frontend::FunctionBuilder;

use crate::translate::translator::Translator;

pub(super) fn iconst(t: &mut Translator<'_, '_, '_>, ty: Type, value: i64) {
    // CLIF requires that the immediate of a narrow type is zero-extended.
    let value = if ty == types::I32 { i64::from(value as u32) } else { value };
    let value = t.b.ins().iconst(ty, value);
    t.stacks.push(value);
}

pub(super) fn f32const(t: &mut Translator<'_, '_, '_>, bits: u32) {
    let value = t.b.ins().f32const(Ieee32::with_bits(bits));
    t.stacks.push(value);
}

pub(super) fn f64const(t: &mut Translator<'_, '_, '_>, bits: u64) {
    let value = t.b.ins().f64const(Ieee64::with_bits(bits));
    t.stacks.push(value);
}

pub(super) fn unary(t: &mut Translator<'_, '_, '_>, emit: impl FnOnce(&mut FunctionBuilder<'_>, Value) -> Value) {
    let operand = t.stacks.pop();
    let value = emit(&mut t.b, operand);
    t.stacks.push(value);
}

pub(super) fn binary(
    t: &mut Translator<'_, '_, '_>,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, Value, Value) -> Value,
) {
    let (second, first) = (t.stacks.pop(), t.stacks.pop());
    let value = emit(&mut t.b, first, second);
    t.stacks.push(value);
}

pub(super) fn eqz(t: &mut Translator<'_, '_, '_>) {
    unary(t, |b, x| {
        let is_zero = b.ins().icmp_imm_u(IntCC::Equal, x, 0);
        b.ins().uextend(types::I32, is_zero)
    });
}

pub(super) fn compare(t: &mut Translator<'_, '_, '_>, condition: IntCC) {
    binary(t, |b, x, y| {
        let holds = b.ins().icmp(condition, x, y);
        b.ins().uextend(types::I32, holds)
    });
}

pub(super) fn compare_float(t: &mut Translator<'_, '_, '_>, condition: FloatCC) {
    binary(t, |b, x, y| {
        let holds = b.ins().fcmp(condition, x, y);
        b.ins().uextend(types::I32, holds)
    });
}

/// Sign-extends the low bits of an integer.
pub(super) fn extend_low(t: &mut Translator<'_, '_, '_>, low: Type, ty: Type) {
    unary(t, |b, x| {
        let low = b.ins().ireduce(low, x);
        b.ins().sextend(ty, low)
    });
}

pub(super) fn reinterpret(t: &mut Translator<'_, '_, '_>, ty: Type) {
    unary(t, |b, x| b.ins().bitcast(ty, MemFlagsData::new(), x));
}

/// Combines two 128-bit integers, each of which is two operands, the lower half first.
///
/// Cranelift lowers this to an instruction that sets the carry and one that uses it, where the processor has a carry.
pub(super) fn binary_wide(
    t: &mut Translator<'_, '_, '_>,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, Value, Value) -> Value,
) {
    let (second, first) = (pop_wide(t), pop_wide(t));
    let value = emit(&mut t.b, first, second);
    push_wide(t, value);
}

/// Multiplies two `i64` to all 128 bits of the product. Cranelift recognizes a product of extended operands as the
/// processor's multiplication to twice the width.
pub(super) fn multiply_wide(t: &mut Translator<'_, '_, '_>, extend: impl Fn(&mut FunctionBuilder<'_>, Value) -> Value) {
    let (second, first) = (t.stacks.pop(), t.stacks.pop());
    let (first, second) = (extend(&mut t.b, first), extend(&mut t.b, second));
    let value = t.b.ins().imul(first, second);
    push_wide(t, value);
}

fn pop_wide(t: &mut Translator<'_, '_, '_>) -> Value {
    let (high, low) = (t.stacks.pop(), t.stacks.pop());
    t.b.ins().iconcat(low, high)
}

fn push_wide(t: &mut Translator<'_, '_, '_>, value: Value) {
    let (low, high) = t.b.ins().isplit(value);
    t.stacks.push(low);
    t.stacks.push(high);
}
