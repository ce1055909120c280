//! Memory instructions (core specification, 4.4.7).
//!
//! Addresses come from [`crate::translate::address`], which has checked them; nothing may be added to them here.

use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Type, Value, types};
use cranelift_frontend::FunctionBuilder;
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;
use wasmparser::MemArg;

use crate::error::Result;
use crate::module::index::{DataIndex, MemoryIndex};
use crate::plan::data::Data;
use crate::translate::address::{self, Access};
use crate::translate::environment::Region;
use crate::translate::translator::Translator;

pub(super) fn load(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type) -> Result<()> {
    let Access { address, offset, flags } = address::access(t, memarg, ty.bytes())?;
    let value = t.b.ins().load(ty, flags, address, offset);
    t.stacks.push(value);
    Ok(())
}

/// A load of fewer bytes than its result has; `result` is the type that `emit` gives.
pub(super) fn load_narrow(
    t: &mut Translator<'_, '_, '_>,
    memarg: &MemArg,
    result: Type,
    bytes: u32,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, MemFlagsData, Value, i32) -> Value,
) -> Result<()> {
    let Access { address, offset, flags } = address::access(t, memarg, bytes)?;
    let value = emit(&mut t.b, flags, address, offset);
    debug_assert_eq!(t.b.func.dfg.value_type(value), result);
    t.stacks.push(value);
    Ok(())
}

pub(super) fn store(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: u32) -> Result<()> {
    let value = t.stacks.pop();
    let Access { address, offset, flags } = address::access(t, memarg, bytes)?;
    t.b.ins().store(flags, value, address, offset);
    Ok(())
}

/// A store of the low bytes of an integer.
pub(super) fn store_narrow(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: u32) -> Result<()> {
    let value = t.stacks.pop();
    let Access { address, offset, flags } = address::access(t, memarg, bytes)?;
    match bytes {
        1 => t.b.ins().istore8(flags, value, address, offset),
        2 => t.b.ins().istore16(flags, value, address, offset),
        _ => t.b.ins().istore32(flags, value, address, offset),
    };
    Ok(())
}

pub(super) fn size(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<()> {
    let bytes = address::present_length_bytes(t, memory)?;
    let plan = &t.env.plan.memories[memory];
    let (page_bytes_log2, is_64) = (plan.page_bytes.trailing_zeros(), plan.is_64);
    let pages = match page_bytes_log2 {
        0 => bytes,
        log2 => t.b.ins().ushr_imm_u(bytes, i64::from(log2)),
    };
    push_size(t, pages, is_64);
    Ok(())
}

pub(super) fn grow(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<()> {
    let is_64 = t.env.plan.memories[memory].is_64;
    let delta = t.stacks.pop();
    let memory = t.b.ins().iconst(types::I32, i64::from(memory.0));
    let delta = address::widen(t, delta);
    if let Some(old) = t.call_builtin(&builtins::MEMORY_GROW, &[memory, delta])? {
        push_size(t, old, is_64);
    }
    Ok(())
}

/// Pushes a size of a memory or table, or -1 if it cannot grow, in the type of its indices.
pub(super) fn push_size(t: &mut Translator<'_, '_, '_>, size: Value, is_64: bool) {
    let size = if is_64 { size } else { t.b.ins().ireduce(types::I32, size) };
    t.stacks.push(size);
}

pub(super) fn fill(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<()> {
    let (count, byte, index) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let first = address::memory_range(t, memory, index, count)?;
    let count = address::widen(t, count);
    t.call_builtin(&builtins::MEMORY_FILL, &[first, byte, count])?;
    Ok(())
}

pub(super) fn copy(t: &mut Translator<'_, '_, '_>, to: MemoryIndex, from: MemoryIndex) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let [source, destination] = if to == from {
        address::memory_ranges(t, to, [source, destination], count)?
    } else {
        [address::memory_range(t, from, source, count)?, address::memory_range(t, to, destination, count)?]
    };
    move_bytes(t, destination, source, count)
}

pub(in crate::translate) fn init(
    t: &mut Translator<'_, '_, '_>,
    memory: MemoryIndex,
    segment: DataIndex,
) -> Result<()> {
    let (count, source, destination) = (t.stacks.pop(), t.stacks.pop(), t.stacks.pop());
    let segment = Data::PassiveBytes(segment);
    let source = address::segment_range(t, segment, source, count, 1, Trap::MemoryOutOfBounds)?;
    let destination = address::memory_range(t, memory, destination, count)?;
    move_bytes(t, destination, source, count)
}

pub(in crate::translate) fn data_drop(t: &mut Translator<'_, '_, '_>, segment: DataIndex) -> Result<()> {
    drop_segment(t, Data::PassiveBytes(segment))
}

/// Drops a segment by setting its length to zero. A segment that no reachable code copies has no stored length.
pub(super) fn drop_segment(t: &mut Translator<'_, '_, '_>, segment: Data) -> Result<()> {
    let Some(slot) = t.env.plan.symbols.length_offset(segment) else { return Ok(()) };
    let lengths = t.env.state_address(&mut t.b, Data::SegmentLengths, 0)?;
    let flags = t.env.state_flags(&mut t.b, Region::SegmentLengths);
    let zero = t.b.ins().iconst(types::I64, 0);
    t.b.ins().store(flags, zero, lengths, slot);
    Ok(())
}

fn move_bytes(t: &mut Translator<'_, '_, '_>, destination: Value, source: Value, count: Value) -> Result<()> {
    let count = address::widen(t, count);
    t.call_builtin(&builtins::MEMORY_MOVE, &[destination, source, count])?;
    Ok(())
}
