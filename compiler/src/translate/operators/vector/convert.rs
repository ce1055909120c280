//! Conversions between `f64x2` and one half of an `i32x4` (core specification, 4.4.3).
//!
//! CLIF converts only between lanes of the same width, so each conversion is a pair of instructions with an `i64x2` in
//! between. x86-64 before AVX-512 has no such 64-bit conversion: Cranelift recognizes these pairs and lowers each pair
//! as one. So the two instructions of a pair must stay as they are here, with nothing between them.

use cranelift_codegen::ir::InstBuilder;
use cranelift_codegen::ir::types::{F64X2, I32, I32X4, I64, I64X2};

use super::{pop, push, unary, vconst};
use crate::translate::translator::Translator;

/// The low two lanes as signed integers.
pub(super) fn low_signed_to_f64(t: &mut Translator<'_, '_, '_>) {
    unary(t, I32X4, |b, x| {
        let wide = b.ins().swiden_low(x);
        b.ins().fcvt_from_sint(F64X2, wide)
    });
}

/// The low two lanes as unsigned integers.
pub(super) fn low_unsigned_to_f64(t: &mut Translator<'_, '_, '_>) {
    unary(t, I32X4, |b, x| {
        let wide = b.ins().uwiden_low(x);
        b.ins().fcvt_from_uint(F64X2, wide)
    });
}

/// Both lanes truncated and saturated to signed integers; the upper lanes are zero.
pub(super) fn f64_to_low_signed(t: &mut Translator<'_, '_, '_>) {
    unary(t, F64X2, |b, x| {
        let wide = b.ins().fcvt_to_sint_sat(I64X2, x);
        let zero = vconst(b, I64X2, [0; 16]);
        b.ins().snarrow(wide, zero)
    });
}

/// Both lanes truncated and saturated to unsigned integers; the upper lanes are zero.
pub(super) fn f64_to_low_unsigned(t: &mut Translator<'_, '_, '_>) {
    if t.env.isa.has_round() {
        return unary(t, F64X2, |b, x| {
            let wide = b.ins().fcvt_to_uint_sat(I64X2, x);
            let zero = vconst(b, I64X2, [0; 16]);
            b.ins().uunarrow(wide, zero)
        });
    }
    // Without SSE4.1 the lowering of the pair above would call a library function: convert each lane as a scalar.
    let vector = pop(t, F64X2);
    let [low, high] = [0u8, 1].map(|lane| {
        let scalar = t.b.ins().extractlane(vector, lane);
        let converted = t.b.ins().fcvt_to_uint_sat(I32, scalar);
        t.b.ins().uextend(I64, converted)
    });
    let high = t.b.ins().ishl_imm_u(high, 32);
    let both = t.b.ins().bor(low, high);
    let value = t.b.ins().scalar_to_vector(I64X2, both);
    push(t, value);
}
