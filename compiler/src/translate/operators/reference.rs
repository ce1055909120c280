//! Reference instructions (core specification, 4.4.2).
//!
//! A reference is the word that `wasmc_abi::layout::Table` describes, and every null is zero. No instruction here may
//! make a reference from an integer.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, types};
use wasmc_abi::layout::FUNCREF_NULL;
use wasmc_abi::trap::Trap;

use crate::error::{Error, Result};
use crate::module::index::FuncIndex;
use crate::plan::data::Data;
use crate::translate::translator::Translator;
use crate::translate::trap;

pub(super) fn null(t: &mut Translator<'_, '_, '_>) {
    let null = t.b.ins().iconst(types::I64, FUNCREF_NULL as i64);
    t.stacks.push(null);
}

pub(super) fn is_null(t: &mut Translator<'_, '_, '_>) {
    let reference = t.stacks.pop();
    let is_null = t.b.ins().icmp_imm_u(IntCC::Equal, reference, FUNCREF_NULL as i64);
    let value = t.b.ins().uextend(types::I32, is_null);
    t.stacks.push(value);
}

pub(super) fn as_non_null(t: &mut Translator<'_, '_, '_>) {
    const { assert!(FUNCREF_NULL == 0) };
    let reference = t.stacks.pop();
    t.b.ins().trapz(reference, trap::code(Trap::NullReference));
    t.stacks.push(reference);
}

/// The offset of a function's code is known only when all code is compiled, so the word is loaded from read-only data.
pub(super) fn function(t: &mut Translator<'_, '_, '_>, function: FuncIndex) -> Result<()> {
    let offset = t.env.plan.symbols.reference_offset(function);
    let offset = offset.ok_or_else(|| Error::internal(format!("{function:?} has no reference")))?;
    let words = t.env.data_address(&mut t.b, Data::FunctionReferences, 0)?;
    let flags = MemFlagsData::trusted().with_readonly().with_can_move();
    let word = t.b.ins().load(types::I64, flags, words, offset);
    t.stacks.push(word);
    Ok(())
}
