//! Rounding floats to integral floats: ceil, floor, trunc and nearest (core specification, 4.3.3), of vectors and of
//! scalars.
//!
//! x86-64 has instructions for this from SSE4.1 on. Without them Cranelift calls the C library, lane by lane, with all
//! vector registers saved around each call; here it is a dozen instructions without a call.
//!
//! The argument, for `f32` (for `f64` put 52 for 23): a float of magnitude 2^23 or more is integral. Below that,
//! `(|x| + 2^23) - 2^23` is `|x|` rounded to nearest, ties to even, because floats from 2^23 to 2^24 lie one apart, so
//! that the addition itself rounds to an integer and the subtraction is exact. The other three are that, less or plus
//! one where it went too far. The sign is put back at the end, which also makes the zeros right: `ceil(-0.5)` is `-0`.
//! A NaN compares false throughout and comes out of the addition as a quiet NaN, as 4.3.3 wants it, with the sign that it
//! had. In a deterministic build it has to be positive: there the last step is an addition that changes nothing else.

use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::types::{F32, F32X4, F64X2};
use cranelift_codegen::ir::{InstBuilder, Type, Value};
use cranelift_frontend::FunctionBuilder;

use super::{cast, pop, push, vconst};
use crate::translate::function::Translator;

/// Which way to round.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::translate::operators) enum Rounding {
    /// Up.
    Ceil,
    /// Down.
    Floor,
    /// Towards zero.
    Trunc,
    /// To nearest, ties to even.
    Nearest,
}

/// Rounds every lane.
pub(super) fn vector(t: &mut Translator<'_, '_, '_>, ty: Type, rounding: Rounding) {
    let operand = pop(t, ty);
    let value =
        if t.env.isa.has_round() { native(&mut t.b, operand, rounding) } else { emulated(t, ty, operand, rounding) };
    push(t, value);
}

/// Rounds an `f32` or `f64`.
pub(in crate::translate::operators) fn scalar(t: &mut Translator<'_, '_, '_>, rounding: Rounding) {
    let operand = t.stacks.pop();
    let value = if t.env.isa.has_round() {
        native(&mut t.b, operand, rounding)
    } else {
        let ty = if t.b.func.dfg.value_type(operand) == F32 { F32X4 } else { F64X2 };
        let vector = t.b.ins().scalar_to_vector(ty, operand);
        let vector = emulated(t, ty, vector, rounding);
        t.b.ins().extractlane(vector, 0)
    };
    t.stacks.push(value);
}

fn native(b: &mut FunctionBuilder<'_>, x: Value, rounding: Rounding) -> Value {
    match rounding {
        Rounding::Ceil => b.ins().ceil(x),
        Rounding::Floor => b.ins().floor(x),
        Rounding::Trunc => b.ins().trunc(x),
        Rounding::Nearest => b.ins().nearest(x),
    }
}

fn emulated(t: &mut Translator<'_, '_, '_>, ty: Type, x: Value, rounding: Rounding) -> Value {
    let deterministic = t.env.is_deterministic();
    let b = &mut t.b;
    let sign_mask = lanes(b, ty, -0.0);
    let one = lanes(b, ty, 1.0);
    let integral_from = lanes(b, ty, if ty == F32X4 { 2f64.powi(23) } else { 2f64.powi(52) });
    let magnitude = b.ins().band_not(x, sign_mask);
    let sign = b.ins().band(x, sign_mask);

    let shifted = b.ins().fadd(magnitude, integral_from);
    let nearest = b.ins().fsub(shifted, integral_from);
    let rounded = match rounding {
        Rounding::Nearest => nearest,
        Rounding::Trunc => {
            let excess = one_where(b, ty, one, FloatCC::GreaterThan, nearest, magnitude);
            b.ins().fsub(nearest, excess)
        }
        Rounding::Floor => {
            let nearest = b.ins().bor(nearest, sign);
            let excess = one_where(b, ty, one, FloatCC::GreaterThan, nearest, x);
            b.ins().fsub(nearest, excess)
        }
        Rounding::Ceil => {
            let nearest = b.ins().bor(nearest, sign);
            let lack = one_where(b, ty, one, FloatCC::LessThan, nearest, x);
            b.ins().fadd(nearest, lack)
        }
    };
    let rounded = b.ins().band_not(rounded, sign_mask);
    let rounded = b.ins().bor(rounded, sign);

    let integral = b.ins().fcmp(FloatCC::GreaterThanOrEqual, magnitude, integral_from);
    let integral = cast(b, ty, integral);
    let result = b.ins().bitselect(integral, x, rounded);
    if !deterministic {
        return result;
    }
    let nothing = lanes(b, ty, -0.0);
    b.ins().fadd(result, nothing)
}

/// 1 in the lanes where the comparison holds, 0 elsewhere.
fn one_where(b: &mut FunctionBuilder<'_>, ty: Type, one: Value, condition: FloatCC, x: Value, y: Value) -> Value {
    let holds = b.ins().fcmp(condition, x, y);
    let holds = cast(b, ty, holds);
    b.ins().band(holds, one)
}

/// A constant of the same float in every lane; it must be exact as an `f32`.
fn lanes(b: &mut FunctionBuilder<'_>, ty: Type, value: f64) -> Value {
    let mut bytes = [0; 16];
    if ty == F32X4 {
        bytes.as_chunks_mut().0.fill((value as f32).to_le_bytes());
    } else {
        bytes.as_chunks_mut().0.fill(value.to_le_bytes());
    }
    vconst(b, ty, bytes)
}
