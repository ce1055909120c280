//! Table instructions (core specification, 4.4.6).

use cranelift_codegen::ir::{InstBuilder, Value, types};
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;

use crate::error::Result;
use crate::plan::symbols::Data;
use crate::translate::address;
use crate::translate::function::Translator;

/// Bytes of an element's word.
const ELEMENT_BYTES: i64 = 8;

pub(super) fn get(t: &mut Translator<'_, '_, '_>, table: u32) -> Result<()> {
    let index = t.stacks.pop();
    let (element, flags) = address::table_element(t, t.env.table_index(table), index, Trap::TableOutOfBounds)?;
    let word = t.b.ins().load(types::I64, flags, element, 0);
    t.stacks.push(word);
    Ok(())
}

pub(super) fn set(t: &mut Translator<'_, '_, '_>, table: u32) -> Result<()> {
    let (word, index) = (t.stacks.pop(), t.stacks.pop());
    let (element, flags) = address::table_element(t, t.env.table_index(table), index, Trap::TableOutOfBounds)?;
    t.b.ins().store(flags, word, element, 0);
    Ok(())
}

pub(super) fn size(t: &mut Translator<'_, '_, '_>, table: u32) -> Result<()> {
    let table = t.env.table_index(table);
    let length = address::table_length(t, table)?;
    super::memory::push_size(t, length, t.env.plan.tables[table].is_64);
    Ok(())
}

pub(super) fn grow(t: &mut Translator<'_, '_, '_>, table: u32) -> Result<()> {
    let table = t.env.table_index(table);
    let is_64 = t.env.plan.tables[table].is_64;
    let (delta, word) = (t.stacks.pop(), t.stacks.pop());
    let table = t.b.ins().iconst(types::I32, i64::from(table.0));
    let delta = address::widen(t, delta);
    if let Some(old) = t.call_builtin(&builtins::TABLE_GROW, &[table, word, delta])? {
        super::memory::push_size(t, old, is_64);
    }
    Ok(())
}

pub(super) fn fill(t: &mut Translator<'_, '_, '_>, table: u32) -> Result<()> {
    let (count, word, index) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let first = address::table_range(t, t.env.table_index(table), index, count)?;
    let count = address::widen(t, count);
    t.call_builtin(&builtins::TABLE_FILL, &[first, word, count])?;
    Ok(())
}

pub(super) fn copy(t: &mut Translator<'_, '_, '_>, to: u32, from: u32) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let source = address::table_range(t, t.env.table_index(from), source, count)?;
    let destination = address::table_range(t, t.env.table_index(to), destination, count)?;
    move_elements(t, destination, source, count)
}

pub(in crate::translate) fn init(t: &mut Translator<'_, '_, '_>, table: u32, segment: u32) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let segment = Data::PassiveReferences(t.env.element_index(segment));
    let source = address::segment_range(t, segment, source, count, ELEMENT_BYTES, Trap::TableOutOfBounds)?;
    let destination = address::table_range(t, t.env.table_index(table), destination, count)?;
    move_elements(t, destination, source, count)
}

pub(in crate::translate) fn elem_drop(t: &mut Translator<'_, '_, '_>, segment: u32) -> Result<()> {
    super::memory::drop_segment(t, Data::PassiveReferences(t.env.element_index(segment)))
}

fn move_elements(t: &mut Translator<'_, '_, '_>, destination: Value, source: Value, count: Value) -> Result<()> {
    let count = address::widen(t, count);
    let bytes = t.b.ins().imul_imm_u(count, ELEMENT_BYTES);
    t.call_builtin(&builtins::MEMORY_MOVE, &[destination, source, bytes])?;
    Ok(())
}
