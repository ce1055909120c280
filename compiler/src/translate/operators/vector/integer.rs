//! Operators on integer lanes, and on all bits of a vector, that take more than one CLIF instruction (core
//! specification, 4.4.3).
//!
//! Cranelift recognizes the combinations of widening, multiplication and pairwise addition below and lowers them to
//! single instructions (such as `pmaddwd`) where the processor has them. Other combinations with the same results would
//! be slower.
//!
//! On RISC-V Cranelift 0.135 lowers `avg_round` and `sqmul_round_sat` to instructions that round as the control
//! register `vxrm` says. A function must not rely on that register (RISC-V calling convention, "Vector Register
//! Convention"), and the host of a library may have changed it, so no instruction that rounds by it is emitted there.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{I8X16, I16X8, I32, I32X4};
use cranelift_codegen::ir::{InstBuilder, Type, Value};
use cranelift_frontend::FunctionBuilder;

use super::{binary, is_riscv, pop, push, unary, vconst};
use crate::translate::translator::Translator;

/// Compares lane by lane; the result's lanes are all ones or all zeros.
pub(super) fn compare(t: &mut Translator<'_, '_, '_>, ty: Type, condition: IntCC) {
    binary(t, ty, |b, x, y| b.ins().icmp(condition, x, y));
}

/// Shifts every lane by the same `i32` amount.
pub(super) fn shift(
    t: &mut Translator<'_, '_, '_>,
    ty: Type,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, Value, Value) -> Value,
) {
    let amount = t.stacks.pop();
    let vector = pop(t, ty);
    let value = emit(&mut t.b, vector, amount);
    push(t, value);
}

/// Takes each bit from the first or the second operand, by the bits of the third.
pub(super) fn bitselect(t: &mut Translator<'_, '_, '_>) {
    let (mask, second, first) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let value = t.b.ins().bitselect(mask, first, second);
    t.stacks.push(value);
}

/// Whether any bit is set.
pub(super) fn any_true(t: &mut Translator<'_, '_, '_>) {
    let vector = pop(t, I8X16);
    let holds = t.b.ins().vany_true(vector);
    let value = t.b.ins().uextend(I32, holds);
    t.stacks.push(value);
}

/// Whether no lane is zero.
pub(super) fn all_true(t: &mut Translator<'_, '_, '_>, ty: Type) {
    let vector = pop(t, ty);
    let holds = t.b.ins().vall_true(vector);
    let value = t.b.ins().uextend(I32, holds);
    t.stacks.push(value);
}

/// The highest bit of each lane, as an `i32` with lane 0 lowest.
pub(super) fn bitmask(t: &mut Translator<'_, '_, '_>, ty: Type) {
    let vector = pop(t, ty);
    let value = t.b.ins().vhigh_bits(I32, vector);
    t.stacks.push(value);
}

/// The average of unsigned lanes, rounded up.
pub(super) fn average(t: &mut Translator<'_, '_, '_>, ty: Type) {
    if !is_riscv(t) {
        return binary(t, ty, |b, x, y| b.ins().avg_round(x, y));
    }
    // As many instructions as Cranelift's, none of which rounds.
    binary(t, ty, |b, x, y| {
        let either = b.ins().bor(x, y);
        let different = b.ins().bxor(x, y);
        let half = b.ins().ushr_imm_u(different, 1);
        b.ins().isub(either, half)
    });
}

/// Multiplies fixed-point numbers of 15 fractional bits, rounds and saturates.
pub(super) fn multiply_q15(t: &mut Translator<'_, '_, '_>) {
    if !is_riscv(t) {
        return binary(t, I16X8, |b, x, y| b.ins().sqmul_round_sat(x, y));
    }
    binary(t, I16X8, |b, x, y| {
        let half = vconst(b, I32X4, std::array::from_fn(|byte| if byte % 4 == 1 { 0x40 } else { 0 }));
        let round = |b: &mut FunctionBuilder<'_>, x: Value, y: Value| {
            let product = b.ins().imul(x, y);
            let sum = b.ins().iadd(product, half);
            b.ins().sshr_imm_u(sum, 15)
        };
        let (x_low, y_low) = (b.ins().swiden_low(x), b.ins().swiden_low(y));
        let low = round(b, x_low, y_low);
        let (x_high, y_high) = (b.ins().swiden_high(x), b.ins().swiden_high(y));
        let high = round(b, x_high, y_high);
        b.ins().snarrow(low, high)
    });
}

/// Widens one half of each operand to lanes of twice the width and multiplies; no product overflows.
pub(super) fn multiply_extended(
    t: &mut Translator<'_, '_, '_>,
    ty: Type,
    widen: impl Fn(&mut FunctionBuilder<'_>, Value) -> Value,
) {
    binary(t, ty, |b, x, y| {
        let (x, y) = (widen(b, x), widen(b, y));
        b.ins().imul(x, y)
    });
}

/// Adds neighboring lanes, sign-extended to twice their width.
pub(super) fn add_pairwise_signed(t: &mut Translator<'_, '_, '_>, ty: Type) {
    unary(t, ty, emit_add_pairwise_signed);
}

/// [`add_pairwise_signed`] for a value that is not on the stack.
pub(super) fn emit_add_pairwise_signed(b: &mut FunctionBuilder<'_>, x: Value) -> Value {
    let (low, high) = (b.ins().swiden_low(x), b.ins().swiden_high(x));
    b.ins().iadd_pairwise(low, high)
}

/// Adds neighboring lanes, zero-extended to twice their width.
pub(super) fn add_pairwise_unsigned(t: &mut Translator<'_, '_, '_>, ty: Type) {
    unary(t, ty, |b, x| {
        let (low, high) = (b.ins().uwiden_low(x), b.ins().uwiden_high(x));
        b.ins().iadd_pairwise(low, high)
    });
}

/// Multiplies `i16x8` lanes to 32 bits and adds neighboring products. A sum wraps if all its four factors are -2^15.
pub(super) fn dot(t: &mut Translator<'_, '_, '_>) {
    binary(t, I16X8, |b, x, y| {
        let (x_low, y_low) = (b.ins().swiden_low(x), b.ins().swiden_low(y));
        let low = b.ins().imul(x_low, y_low);
        let (x_high, y_high) = (b.ins().swiden_high(x), b.ins().swiden_high(y));
        let high = b.ins().imul(x_high, y_high);
        b.ins().iadd_pairwise(low, high)
    });
}
