//! Parametric instructions (core specification, 4.4.4).
//!
//! They are the same for operands of every type, so nothing here may depend on one.

use cranelift_codegen::ir::InstBuilder;

use crate::translate::translator::Translator;

pub(super) fn drop(t: &mut Translator<'_, '_, '_>) {
    t.stacks.pop();
}

pub(super) fn select(t: &mut Translator<'_, '_, '_>) {
    let condition = t.stacks.pop();
    let (second, first) = (t.stacks.pop(), t.stacks.pop());
    let value = t.b.ins().select(condition, first, second);
    t.stacks.push(value);
}
