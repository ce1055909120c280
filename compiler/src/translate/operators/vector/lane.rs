//! Single lanes: splat, extract and replace (core specification, 4.4.3).
//!
//! WebAssembly represents a lane of `i8x16` and `i16x8` by an `i32` on the operand stack, CLIF by an integer of the
//! lane's width, so a scalar is reduced or extended here. No other file may give CLIF a scalar of another width than
//! the lane.

use cranelift_codegen::ir::{InstBuilder, Type, Value};
use cranelift_frontend::FunctionBuilder;

use super::{pop, push};
use crate::translate::translator::Translator;

/// Copies a scalar to every lane.
pub(super) fn splat(t: &mut Translator<'_, '_, '_>, ty: Type) {
    let scalar = pop_lane(t, ty);
    let value = t.b.ins().splat(ty, scalar);
    push(t, value);
}

/// Extracts a lane whose type is also a value type of WebAssembly.
pub(super) fn extract(t: &mut Translator<'_, '_, '_>, ty: Type, lane: u8) {
    extract_narrow(t, ty, lane, |_, scalar| scalar);
}

/// Extracts a lane that is narrower than an `i32`; `extend` makes it one.
pub(super) fn extract_narrow(
    t: &mut Translator<'_, '_, '_>,
    ty: Type,
    lane: u8,
    extend: impl FnOnce(&mut FunctionBuilder<'_>, Value) -> Value,
) {
    let vector = pop(t, ty);
    let scalar = t.b.ins().extractlane(vector, lane);
    let scalar = extend(&mut t.b, scalar);
    t.stacks.push(scalar);
}

/// Replaces a lane.
pub(super) fn replace(t: &mut Translator<'_, '_, '_>, ty: Type, lane: u8) {
    let scalar = pop_lane(t, ty);
    let vector = pop(t, ty);
    let value = t.b.ins().insertlane(vector, scalar, lane);
    push(t, value);
}

/// Pops a scalar and reduces it to the width of a lane: a wider scalar loses its upper bits.
fn pop_lane(t: &mut Translator<'_, '_, '_>, ty: Type) -> Value {
    let scalar = t.stacks.pop();
    if ty.lane_bits() < 32 { t.b.ins().ireduce(ty.lane_type(), scalar) } else { scalar }
}
