//! Comparisons, pseudo-minimum and pseudo-maximum of float lanes (core specification, 4.4.3).
//!
//! The pseudo operations are a comparison and a selection, because CLIF has no instruction for them. The order of their
//! operands must stay: it decides which operand is the result for NaNs and zeros.

use cranelift_codegen::ir::condcodes::FloatCC;
use cranelift_codegen::ir::{InstBuilder, Type};

use super::{binary, cast};
use crate::translate::translator::Translator;

/// Compares lane by lane; the result's lanes are all ones or all zeros.
pub(super) fn compare(t: &mut Translator<'_, '_, '_>, ty: Type, condition: FloatCC) {
    binary(t, ty, |b, x, y| b.ins().fcmp(condition, x, y));
}

/// `pmin(x, y)` is `y < x ? y : x` (4.3.3, fpmin): if either is a NaN or both are zeros, the result is `x`.
pub(super) fn pseudo_min(t: &mut Translator<'_, '_, '_>, ty: Type) {
    binary(t, ty, |b, x, y| {
        let less = b.ins().fcmp(FloatCC::LessThan, y, x);
        let less = cast(b, ty, less);
        b.ins().bitselect(less, y, x)
    });
}

/// `pmax(x, y)` is `x < y ? y : x` (4.3.3, fpmax): if either is a NaN or both are zeros, the result is `x`.
pub(super) fn pseudo_max(t: &mut Translator<'_, '_, '_>, ty: Type) {
    binary(t, ty, |b, x, y| {
        let less = b.ins().fcmp(FloatCC::LessThan, x, y);
        let less = cast(b, ty, less);
        b.ins().bitselect(less, y, x)
    });
}
