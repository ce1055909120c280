//! Rounding floats to integral floats: ceil, floor, trunc and nearest (core specification, 4.3.3), of vectors and of
//! scalars.
//!
//! x86-64 has instructions for this from SSE4.1 on. Without them Cranelift would call the C library for each lane, with
//! all vector registers saved around each call; the form here is a dozen instructions without a call. No form may
//! depend on the rounding mode of the processor other than "nearest, ties to even", which is the mode in which guests
//! run.
//!
//! The argument, for `f32` (for `f64` read 52 for 23): a float of magnitude 2^23 or more is integral. For a smaller
//! one, `(|x| + 2^23) - 2^23` is `|x|` rounded to nearest, ties to even: floats from 2^23 to 2^24 are one apart, so the
//! addition rounds to an integer, and the subtraction is exact. The other three directions correct that result by one
//! where it was rounded the wrong way. At the end the sign of the operand is restored, which also gives zeros the right
//! sign: `ceil(-0.5)` is `-0`. A NaN compares false in every step and leaves the addition as a quiet NaN with its own
//! sign, as 4.3.3 demands. In a deterministic build a NaN has to be canonical and positive: there the last step is an
//! addition of -0, which changes no other value and whose NaNs Cranelift makes canonical.

use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::types::{F32, F32X4, F64X2};
use cranelift_codegen::ir::{InstBuilder, Type, Value};
use cranelift_frontend::FunctionBuilder;

use super::{cast, pop, push, vconst};
use crate::translate::translator::Translator;

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

/// 1.0 in the lanes where the comparison holds, 0.0 in the others.
fn one_where(b: &mut FunctionBuilder<'_>, ty: Type, one: Value, condition: FloatCC, x: Value, y: Value) -> Value {
    let holds = b.ins().fcmp(condition, x, y);
    let holds = cast(b, ty, holds);
    b.ins().band(holds, one)
}

/// A constant vector of the same float in every lane. The float must be exactly representable as an `f32`.
fn lanes(b: &mut FunctionBuilder<'_>, ty: Type, value: f64) -> Value {
    let mut bytes = [0; 16];
    if ty == F32X4 {
        bytes.as_chunks_mut().0.fill((value as f32).to_le_bytes());
    } else {
        bytes.as_chunks_mut().0.fill(value.to_le_bytes());
    }
    vconst(b, ty, bytes)
}
