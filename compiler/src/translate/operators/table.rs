//! Table instructions (core specification, 4.4.6).
//!
//! Addresses of elements come from [`crate::translate::address`], which has checked them; nothing may be added to them
//! here.

use cranelift_codegen::ir::{InstBuilder, Value, types};
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;

use crate::error::Result;
use crate::module::index::{ElemIndex, TableIndex};
use crate::plan::data::Data;
use crate::translate::address;
use crate::translate::translator::Translator;

/// Bytes of an element's word.
const ELEMENT_BYTES: i64 = 8;

pub(super) fn get(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<()> {
    let index = t.stacks.pop();
    let (element, flags) = address::table_element(t, table, index, Trap::TableOutOfBounds)?;
    let word = t.b.ins().load(types::I64, flags, element, 0);
    t.stacks.push(word);
    Ok(())
}

pub(super) fn set(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<()> {
    let (word, index) = (t.stacks.pop(), t.stacks.pop());
    let (element, flags) = address::table_element(t, table, index, Trap::TableOutOfBounds)?;
    t.b.ins().store(flags, word, element, 0);
    Ok(())
}

pub(super) fn size(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<()> {
    let length = address::table_length(t, table)?;
    super::memory::push_size(t, length, t.env.plan.tables[table].is_64);
    Ok(())
}

pub(super) fn grow(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<()> {
    let is_64 = t.env.plan.tables[table].is_64;
    let (delta, word) = (t.stacks.pop(), t.stacks.pop());
    let table = t.b.ins().iconst(types::I32, i64::from(table.0));
    let delta = address::widen(t, delta);
    if let Some(old) = t.call_builtin(&builtins::TABLE_GROW, &[table, word, delta])? {
        super::memory::push_size(t, old, is_64);
    }
    Ok(())
}

pub(super) fn fill(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<()> {
    let (count, word, index) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let first = address::table_range(t, table, index, count)?;
    let count = address::widen(t, count);
    t.call_builtin(&builtins::TABLE_FILL, &[first, word, count])?;
    Ok(())
}

pub(super) fn copy(t: &mut Translator<'_, '_, '_>, to: TableIndex, from: TableIndex) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let source = address::table_range(t, from, source, count)?;
    let destination = address::table_range(t, to, destination, count)?;
    move_elements(t, destination, source, count)
}

pub(in crate::translate) fn init(t: &mut Translator<'_, '_, '_>, table: TableIndex, segment: ElemIndex) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let segment = Data::PassiveReferences(segment);
    let source = address::segment_range(t, segment, source, count, ELEMENT_BYTES, Trap::TableOutOfBounds)?;
    let destination = address::table_range(t, table, destination, count)?;
    move_elements(t, destination, source, count)
}

pub(in crate::translate) fn elem_drop(t: &mut Translator<'_, '_, '_>, segment: ElemIndex) -> Result<()> {
    super::memory::drop_segment(t, Data::PassiveReferences(segment))
}

fn move_elements(t: &mut Translator<'_, '_, '_>, destination: Value, source: Value, count: Value) -> Result<()> {
    let count = address::widen(t, count);
    let bytes = t.b.ins().imul_imm_u(count, ELEMENT_BYTES);
    t.call_builtin(&builtins::MEMORY_MOVE, &[destination, source, bytes])?;
    Ok(())
}
