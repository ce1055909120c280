//! Vector stores, and vector loads of fewer than sixteen bytes: widening, splats, zero extension, single lanes (core
//! specification, 4.4.7).
//!
//! Security: [`address`] makes every address and checks it for the number of bytes that the caller names. An address
//! may only be used for accesses of exactly that number of bytes, and with the flags that come with it.

use cranelift_codegen::ir::types::I8X16;
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Type, Value};
use cranelift_frontend::FunctionBuilder;
use wasmparser::MemArg;

use super::{is_riscv, pop, push};
use crate::error::Result;
use crate::translate::address::{self, Access};
use crate::translate::translator::Translator;

/// Stores the whole vector.
pub(super) fn store(t: &mut Translator<'_, '_, '_>, memarg: &MemArg) -> Result<()> {
    let value = t.stacks.pop();
    let Access { address, offset, flags } = address::access(t, memarg, 16)?;
    if is_riscv(t) && address::has_guard(t, memarg)? {
        // A vector store of RISC-V writes the elements before the one that faults (RISC-V "V" extension, "Exception
        // Handling"), but a store that traps must write nothing. So a load, which has no effect, finds out first.
        t.b.ins().load(I8X16, flags, address, offset);
    }
    t.b.ins().store(flags, value, address, offset);
    Ok(())
}

/// Loads eight bytes and widens each of their lanes.
pub(super) fn widen(
    t: &mut Translator<'_, '_, '_>,
    memarg: &MemArg,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, MemFlagsData, Value, i32) -> Value,
) -> Result<()> {
    let Access { address, offset, flags } = address::access(t, memarg, 8)?;
    let value = emit(&mut t.b, flags, address, offset);
    push(t, value);
    Ok(())
}

/// Loads one lane and copies it to all.
pub(super) fn load_splat(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type) -> Result<()> {
    let lane = load_scalar(t, memarg, ty.lane_type())?;
    let value = t.b.ins().splat(ty, lane);
    push(t, value);
    Ok(())
}

/// Loads lane 0; the others are zero.
pub(super) fn load_zero(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type) -> Result<()> {
    let lane = load_scalar(t, memarg, ty.lane_type())?;
    let value = t.b.ins().scalar_to_vector(ty, lane);
    push(t, value);
    Ok(())
}

/// Loads one lane of the vector operand; the others stay.
pub(super) fn load_lane(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type, lane: u8) -> Result<()> {
    let vector = pop(t, ty);
    let scalar = load_scalar(t, memarg, ty.lane_type())?;
    let value = t.b.ins().insertlane(vector, scalar, lane);
    push(t, value);
    Ok(())
}

/// Stores one lane of the vector operand.
pub(super) fn store_lane(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type, lane: u8) -> Result<()> {
    let vector = pop(t, ty);
    let scalar = t.b.ins().extractlane(vector, lane);
    let Access { address, offset, flags } = address::access(t, memarg, ty.lane_type().bytes())?;
    t.b.ins().store(flags, scalar, address, offset);
    Ok(())
}

fn load_scalar(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, ty: Type) -> Result<Value> {
    let Access { address, offset, flags } = address::access(t, memarg, ty.bytes())?;
    Ok(t.b.ins().load(ty, flags, address, offset))
}
