//! Comparisons and pseudo-minima of float lanes (core specification, 4.4.3).

use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::{InstBuilder, Type};

use super::{binary, cast};
use crate::translate::function::Translator;

/// Compares lane by lane; the result's lanes are all ones or all zeros.
pub(super) fn compare(t: &mut Translator<'_, '_, '_>, ty: Type, condition: FloatCC) {
    binary(t, ty, |b, x, y| b.ins().fcmp(condition, x, y));
}

/// `pmin(x, y)` is `y < x ? y : x` (4.3.3, fpmin): which operand a NaN or a zero comes from depends on the order.
pub(super) fn pseudo_min(t: &mut Translator<'_, '_, '_>, ty: Type) {
    binary(t, ty, |b, x, y| {
        let less = b.ins().fcmp(FloatCC::LessThan, y, x);
        let less = cast(b, ty, less);
        b.ins().bitselect(less, y, x)
    });
}

/// `pmax(x, y)` is `x < y ? y : x` (4.3.3, fpmax).
pub(super) fn pseudo_max(t: &mut Translator<'_, '_, '_>, ty: Type) {
    binary(t, ty, |b, x, y| {
        let less = b.ins().fcmp(FloatCC::LessThan, x, y);
        let less = cast(b, ty, less);
        b.ins().bitselect(less, y, x)
    });
}
