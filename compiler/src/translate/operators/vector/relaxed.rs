//! Relaxed vector instructions (core specification, 4.3.6, "Relaxed Operations").
//!
//! For operands that processors treat differently, the specification allows several results. Each operator here takes
//! the allowed result that the target computes fastest. A program makes the same choice everywhere: equal operands must
//! give equal results, whichever function or form an operator is in.
//!
//! A deterministic build ([`Options::deterministic`](crate::Options::deterministic)) takes the first choice that the
//! specification lists, on every processor: that is its deterministic profile (appendix A.5, "Profiles"). Then every
//! operator does the same as the strict instruction that it relaxes, and a multiply-add is a multiplication and an
//! addition, each of which rounds.
//!
//! | | deterministic | 64-bit Arm, RISC-V | x86-64 |
//! |---|---|---|---|
//! | swizzle | an index above 15 gives 0 | the same | its low four bits count up to 127 (`pshufb`, SSSE3) |
//! | trunc, signed | NaN gives 0, the rest saturates | the same | the lowest integer (`cvttps2dq`) |
//! | trunc, unsigned | NaN gives 0, the rest saturates | the same | the same: there is no shorter code |
//! | madd, nmadd | rounded twice | rounded once | rounded once with FMA, else twice |
//! | laneselect | each bit by its bit of the mask | the same | each lane by its highest bit (`pblendvb`, SSE4.1) |
//! | min, max | those of IEEE 754-2019 | on Arm the same | and on RISC-V: the first operand for NaNs and zeros |
//! | q15mulr | saturates | the same | wraps (`pmulhrsw`, SSSE3) |
//! | dot | the second operand is signed | the same | it is unsigned (`pmaddubsw`, SSSE3) |

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{F32X4, F64X2, I8X16, I16X8, I32X4, I64X2};
use cranelift_codegen::ir::{InstBuilder, Type, Value};
use cranelift_frontend::FunctionBuilder;
use target_lexicon::Architecture;

use super::{binary, cast, float, integer, permute, pop, push, unary, vconst};
use crate::translate::translator::Translator;

/// Chooses bytes by the bytes of another vector.
pub(super) fn swizzle(t: &mut Translator<'_, '_, '_>) {
    if t.env.is_deterministic() || !t.env.isa.has_x86_pshufb_lowering() {
        return permute::swizzle(t);
    }
    binary(t, I8X16, |b, vector, indices| b.ins().x86_pshufb(vector, indices));
}

/// Truncates floats to signed integers.
pub(super) fn truncate_signed(t: &mut Translator<'_, '_, '_>) {
    if !is_fast_x86(t) {
        return unary(t, F32X4, |b, x| b.ins().fcvt_to_sint_sat(I32X4, x));
    }
    unary(t, F32X4, |b, x| b.ins().x86_cvtt2dq(I32X4, x));
}

/// Truncates two floats to signed integers; the upper lanes are zero.
pub(super) fn truncate_low_signed(t: &mut Translator<'_, '_, '_>) {
    if !is_fast_x86(t) {
        return super::convert::f64_to_low_signed(t);
    }
    unary(t, F64X2, |b, x| {
        let wide = b.ins().x86_cvtt2dq(I64X2, x);
        let zero = vconst(b, I64X2, [0; 16]);
        b.ins().snarrow(wide, zero)
    });
}

/// `x * y + z`.
pub(super) fn multiply_add(t: &mut Translator<'_, '_, '_>, ty: Type) {
    let (z, y, x) = (pop(t, ty), pop(t, ty), pop(t, ty));
    let value = if rounds_once(t) {
        t.b.ins().fma(x, y, z)
    } else {
        let product = t.b.ins().fmul(x, y);
        t.b.ins().fadd(product, z)
    };
    push(t, value);
}

/// `-(x * y) + z`.
pub(super) fn negated_multiply_add(t: &mut Translator<'_, '_, '_>, ty: Type) {
    let (z, y, x) = (pop(t, ty), pop(t, ty), pop(t, ty));
    let value = if rounds_once(t) {
        let negated = t.b.ins().fneg(x);
        t.b.ins().fma(negated, y, z)
    } else {
        let product = t.b.ins().fmul(x, y);
        t.b.ins().fsub(z, product)
    };
    push(t, value);
}

/// Whether a multiply-add is one instruction, which rounds once.
fn rounds_once(t: &Translator<'_, '_, '_>) -> bool {
    t.env.isa.has_native_fma() && !t.env.is_deterministic()
}

/// Takes each lane from the first or the second operand, by the third, whose lanes should be all ones or all zeros.
pub(super) fn lane_select(t: &mut Translator<'_, '_, '_>, ty: Type) {
    // All widths make the same choice. x86-64 has no blend of `i16x8`; a blend of bytes gives the same result after the
    // highest bit of each mask lane was copied to both its bytes.
    if t.env.is_deterministic() || !t.env.isa.has_blendv_lowering(I8X16) {
        return integer::bitselect(t);
    }
    let (mask, second, first) = (pop(t, ty), pop(t, ty), pop(t, ty));
    let value = if t.env.isa.has_blendv_lowering(ty) {
        t.b.ins().blendv(mask, first, second)
    } else {
        let mask = t.b.ins().sshr_imm_u(mask, i64::from(ty.lane_bits()) - 1);
        let [mask, first, second] = [mask, first, second].map(|vector| cast(&mut t.b, I8X16, vector));
        t.b.ins().blendv(mask, first, second)
    };
    push(t, value);
}

/// The lesser of two lanes.
pub(super) fn minimum(t: &mut Translator<'_, '_, '_>, ty: Type) {
    if has_fast_minimum(t) {
        return float::pseudo_min(t, ty);
    }
    binary(t, ty, |b, x, y| b.ins().fmin(x, y));
}

/// The greater of two lanes.
pub(super) fn maximum(t: &mut Translator<'_, '_, '_>, ty: Type) {
    if has_fast_minimum(t) {
        return float::pseudo_max(t, ty);
    }
    binary(t, ty, |b, x, y| b.ins().fmax(x, y));
}

/// Whether a comparison and a selection are faster than the strict minimum. On 64-bit Arm the strict minimum is one
/// instruction.
fn has_fast_minimum(t: &Translator<'_, '_, '_>) -> bool {
    !t.env.is_deterministic() && !matches!(t.env.isa.triple().architecture, Architecture::Aarch64(_))
}

/// Multiplies fixed-point numbers of 15 fractional bits, and rounds.
pub(super) fn multiply_q15(t: &mut Translator<'_, '_, '_>) {
    if t.env.is_deterministic() || !t.env.isa.has_x86_pmulhrsw_lowering() {
        return integer::multiply_q15(t);
    }
    binary(t, I16X8, |b, x, y| b.ins().x86_pmulhrsw(x, y));
}

/// Multiplies bytes to 16 bits and adds neighbors, saturating.
pub(super) fn dot(t: &mut Translator<'_, '_, '_>) {
    let (second, first) = (pop(t, I8X16), pop(t, I8X16));
    let value = emit_dot(t, first, second);
    push(t, value);
}

/// Multiplies as [`dot`] does, adds neighboring sums, and adds the lanes of the third operand.
pub(super) fn dot_add(t: &mut Translator<'_, '_, '_>) {
    let (addend, second, first) = (pop(t, I32X4), pop(t, I8X16), pop(t, I8X16));
    let pairs = emit_dot(t, first, second);
    let sums = integer::emit_add_pairwise_signed(&mut t.b, pairs);
    let value = t.b.ins().iadd(sums, addend);
    push(t, value);
}

fn emit_dot(t: &mut Translator<'_, '_, '_>, first: Value, second: Value) -> Value {
    if !t.env.is_deterministic() && t.env.isa.has_x86_pmaddubsw_lowering() {
        return t.b.ins().x86_pmaddubsw(first, second);
    }
    let b = &mut t.b;
    if matches!(t.env.isa.triple().architecture, Architecture::Aarch64(_)) {
        // smull, smull2, addp
        let (first_low, second_low) = (b.ins().swiden_low(first), b.ins().swiden_low(second));
        let low = b.ins().imul(first_low, second_low);
        let (first_high, second_high) = (b.ins().swiden_high(first), b.ins().swiden_high(second));
        let high = b.ins().imul(first_high, second_high);
        let sums = b.ins().iadd_pairwise(low, high);
        return saturated(b, sums);
    }
    // The two neighbors are the lower and the upper half of one 16-bit lane, so no lane has to move.
    let [first, second] = [first, second].map(|vector| cast(b, I16X8, vector));
    let [first_low, second_low] = [first, second].map(|vector| {
        let shifted = b.ins().ishl_imm_u(vector, 8);
        b.ins().sshr_imm_u(shifted, 8)
    });
    let [first_high, second_high] = [first, second].map(|vector| b.ins().sshr_imm_u(vector, 8));
    let low = b.ins().imul(first_low, second_low);
    let high = b.ins().imul(first_high, second_high);
    b.ins().sadd_sat(low, high)
}

/// Saturates sums of two products of bytes that were added in 16 bits. Only one sum overflows: 2^14 + 2^14, if all four
/// factors are -2^7. It wraps to -2^15. No other sum has that value, since the lowest product is -2^14 + 2^7.
fn saturated(b: &mut FunctionBuilder<'_>, sums: Value) -> Value {
    let overflown = vconst(b, I16X8, std::array::from_fn(|byte| if byte % 2 == 0 { 0 } else { 0x80 }));
    let overflows = b.ins().icmp(IntCC::Equal, sums, overflown);
    b.ins().bxor(sums, overflows)
}

fn is_fast_x86(t: &Translator<'_, '_, '_>) -> bool {
    !t.env.is_deterministic() && t.env.isa.triple().architecture == Architecture::X86_64
}
