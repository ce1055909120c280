//! The table of vector operators (core specification, 4.4.3): one line for each operator, as in the parent module.
//!
//! It is a file of its own because vectors are half of all operators. On the operand stack a `v128` is always an
//! `i8x16` ([`Stacks`](crate::translate::stacks::Stacks)): an operator casts its operands to the lanes that it works
//! on, and casts its result back.
//!
//! No operator may become a libcall of Cranelift. Where x86-64 with SSE2 alone has no instruction for an operator, its
//! leaf emits a second form of plain instructions.

mod convert;
mod float;
mod integer;
mod lane;
mod load_store;
mod permute;
mod relaxed;
mod rounding;

pub(super) use rounding::{Rounding, scalar as round_scalar};

use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::types::{F32X4, F64X2, I8X16, I16X8, I32, I32X4, I64X2};
use cranelift_codegen::ir::{Endianness, InstBuilder, MemFlagsData, Type, Value};
use cranelift_frontend::FunctionBuilder;
use target_lexicon::Architecture;
use wasmparser::Operator;

use super::memory;
use crate::error::{Error, Result};
use crate::translate::translator::Translator;

/// Translates a vector operator at a reachable point.
#[rustfmt::skip]
pub(super) fn translate(t: &mut Translator<'_, '_, '_>, operator: &Operator<'_>) -> Result<()> {
    match operator {
        // Memory (core specification, 4.4.7)
        Operator::V128Load { memarg } => memory::load(t, memarg, I8X16)?,
        Operator::V128Store { memarg } => load_store::store(t, memarg)?,
        Operator::V128Load8x8S { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().sload8x8(f, a, o))?,
        Operator::V128Load8x8U { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().uload8x8(f, a, o))?,
        Operator::V128Load16x4S { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().sload16x4(f, a, o))?,
        Operator::V128Load16x4U { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().uload16x4(f, a, o))?,
        Operator::V128Load32x2S { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().sload32x2(f, a, o))?,
        Operator::V128Load32x2U { memarg } => load_store::widen(t, memarg, |b, f, a, o| b.ins().uload32x2(f, a, o))?,
        Operator::V128Load8Splat { memarg } => load_store::load_splat(t, memarg, I8X16)?,
        Operator::V128Load16Splat { memarg } => load_store::load_splat(t, memarg, I16X8)?,
        Operator::V128Load32Splat { memarg } => load_store::load_splat(t, memarg, I32X4)?,
        Operator::V128Load64Splat { memarg } => load_store::load_splat(t, memarg, I64X2)?,
        Operator::V128Load32Zero { memarg } => load_store::load_zero(t, memarg, I32X4)?,
        Operator::V128Load64Zero { memarg } => load_store::load_zero(t, memarg, I64X2)?,
        Operator::V128Load8Lane { memarg, lane } => load_store::load_lane(t, memarg, I8X16, *lane)?,
        Operator::V128Load16Lane { memarg, lane } => load_store::load_lane(t, memarg, I16X8, *lane)?,
        Operator::V128Load32Lane { memarg, lane } => load_store::load_lane(t, memarg, I32X4, *lane)?,
        Operator::V128Load64Lane { memarg, lane } => load_store::load_lane(t, memarg, I64X2, *lane)?,
        Operator::V128Store8Lane { memarg, lane } => load_store::store_lane(t, memarg, I8X16, *lane)?,
        Operator::V128Store16Lane { memarg, lane } => load_store::store_lane(t, memarg, I16X8, *lane)?,
        Operator::V128Store32Lane { memarg, lane } => load_store::store_lane(t, memarg, I32X4, *lane)?,
        Operator::V128Store64Lane { memarg, lane } => load_store::store_lane(t, memarg, I64X2, *lane)?,

        // Lanes (4.4.3)
        Operator::V128Const { value } => constant(t, *value.bytes()),
        Operator::I8x16Splat => lane::splat(t, I8X16),
        Operator::I16x8Splat => lane::splat(t, I16X8),
        Operator::I32x4Splat => lane::splat(t, I32X4),
        Operator::I64x2Splat => lane::splat(t, I64X2),
        Operator::F32x4Splat => lane::splat(t, F32X4),
        Operator::F64x2Splat => lane::splat(t, F64X2),
        Operator::I8x16ExtractLaneS { lane } => lane::extract_narrow(t, I8X16, *lane, |b, x| b.ins().sextend(I32, x)),
        Operator::I8x16ExtractLaneU { lane } => lane::extract_narrow(t, I8X16, *lane, |b, x| b.ins().uextend(I32, x)),
        Operator::I16x8ExtractLaneS { lane } => lane::extract_narrow(t, I16X8, *lane, |b, x| b.ins().sextend(I32, x)),
        Operator::I16x8ExtractLaneU { lane } => lane::extract_narrow(t, I16X8, *lane, |b, x| b.ins().uextend(I32, x)),
        Operator::I32x4ExtractLane { lane } => lane::extract(t, I32X4, *lane),
        Operator::I64x2ExtractLane { lane } => lane::extract(t, I64X2, *lane),
        Operator::F32x4ExtractLane { lane } => lane::extract(t, F32X4, *lane),
        Operator::F64x2ExtractLane { lane } => lane::extract(t, F64X2, *lane),
        Operator::I8x16ReplaceLane { lane } => lane::replace(t, I8X16, *lane),
        Operator::I16x8ReplaceLane { lane } => lane::replace(t, I16X8, *lane),
        Operator::I32x4ReplaceLane { lane } => lane::replace(t, I32X4, *lane),
        Operator::I64x2ReplaceLane { lane } => lane::replace(t, I64X2, *lane),
        Operator::F32x4ReplaceLane { lane } => lane::replace(t, F32X4, *lane),
        Operator::F64x2ReplaceLane { lane } => lane::replace(t, F64X2, *lane),
        Operator::I8x16Shuffle { lanes } => permute::shuffle(t, lanes),
        Operator::I8x16Swizzle => permute::swizzle(t),

        // Bitwise
        Operator::V128Not => unary(t, I8X16, |b, x| b.ins().bnot(x)),
        Operator::V128And => binary(t, I8X16, |b, x, y| b.ins().band(x, y)),
        Operator::V128AndNot => binary(t, I8X16, |b, x, y| b.ins().band_not(x, y)),
        Operator::V128Or => binary(t, I8X16, |b, x, y| b.ins().bor(x, y)),
        Operator::V128Xor => binary(t, I8X16, |b, x, y| b.ins().bxor(x, y)),
        Operator::V128Bitselect => integer::bitselect(t),
        Operator::V128AnyTrue => integer::any_true(t),
        Operator::I8x16AllTrue => integer::all_true(t, I8X16),
        Operator::I16x8AllTrue => integer::all_true(t, I16X8),
        Operator::I32x4AllTrue => integer::all_true(t, I32X4),
        Operator::I64x2AllTrue => integer::all_true(t, I64X2),
        Operator::I8x16Bitmask => integer::bitmask(t, I8X16),
        Operator::I16x8Bitmask => integer::bitmask(t, I16X8),
        Operator::I32x4Bitmask => integer::bitmask(t, I32X4),
        Operator::I64x2Bitmask => integer::bitmask(t, I64X2),

        // Integers: comparisons
        Operator::I8x16Eq => integer::compare(t, I8X16, IntCC::Equal),
        Operator::I8x16Ne => integer::compare(t, I8X16, IntCC::NotEqual),
        Operator::I8x16LtS => integer::compare(t, I8X16, IntCC::SignedLessThan),
        Operator::I8x16LtU => integer::compare(t, I8X16, IntCC::UnsignedLessThan),
        Operator::I8x16GtS => integer::compare(t, I8X16, IntCC::SignedGreaterThan),
        Operator::I8x16GtU => integer::compare(t, I8X16, IntCC::UnsignedGreaterThan),
        Operator::I8x16LeS => integer::compare(t, I8X16, IntCC::SignedLessThanOrEqual),
        Operator::I8x16LeU => integer::compare(t, I8X16, IntCC::UnsignedLessThanOrEqual),
        Operator::I8x16GeS => integer::compare(t, I8X16, IntCC::SignedGreaterThanOrEqual),
        Operator::I8x16GeU => integer::compare(t, I8X16, IntCC::UnsignedGreaterThanOrEqual),
        Operator::I16x8Eq => integer::compare(t, I16X8, IntCC::Equal),
        Operator::I16x8Ne => integer::compare(t, I16X8, IntCC::NotEqual),
        Operator::I16x8LtS => integer::compare(t, I16X8, IntCC::SignedLessThan),
        Operator::I16x8LtU => integer::compare(t, I16X8, IntCC::UnsignedLessThan),
        Operator::I16x8GtS => integer::compare(t, I16X8, IntCC::SignedGreaterThan),
        Operator::I16x8GtU => integer::compare(t, I16X8, IntCC::UnsignedGreaterThan),
        Operator::I16x8LeS => integer::compare(t, I16X8, IntCC::SignedLessThanOrEqual),
        Operator::I16x8LeU => integer::compare(t, I16X8, IntCC::UnsignedLessThanOrEqual),
        Operator::I16x8GeS => integer::compare(t, I16X8, IntCC::SignedGreaterThanOrEqual),
        Operator::I16x8GeU => integer::compare(t, I16X8, IntCC::UnsignedGreaterThanOrEqual),
        Operator::I32x4Eq => integer::compare(t, I32X4, IntCC::Equal),
        Operator::I32x4Ne => integer::compare(t, I32X4, IntCC::NotEqual),
        Operator::I32x4LtS => integer::compare(t, I32X4, IntCC::SignedLessThan),
        Operator::I32x4LtU => integer::compare(t, I32X4, IntCC::UnsignedLessThan),
        Operator::I32x4GtS => integer::compare(t, I32X4, IntCC::SignedGreaterThan),
        Operator::I32x4GtU => integer::compare(t, I32X4, IntCC::UnsignedGreaterThan),
        Operator::I32x4LeS => integer::compare(t, I32X4, IntCC::SignedLessThanOrEqual),
        Operator::I32x4LeU => integer::compare(t, I32X4, IntCC::UnsignedLessThanOrEqual),
        Operator::I32x4GeS => integer::compare(t, I32X4, IntCC::SignedGreaterThanOrEqual),
        Operator::I32x4GeU => integer::compare(t, I32X4, IntCC::UnsignedGreaterThanOrEqual),
        Operator::I64x2Eq => integer::compare(t, I64X2, IntCC::Equal),
        Operator::I64x2Ne => integer::compare(t, I64X2, IntCC::NotEqual),
        Operator::I64x2LtS => integer::compare(t, I64X2, IntCC::SignedLessThan),
        Operator::I64x2GtS => integer::compare(t, I64X2, IntCC::SignedGreaterThan),
        Operator::I64x2LeS => integer::compare(t, I64X2, IntCC::SignedLessThanOrEqual),
        Operator::I64x2GeS => integer::compare(t, I64X2, IntCC::SignedGreaterThanOrEqual),
        // Integers: shifts. CLIF takes the amount modulo the width of a lane, as WebAssembly does
        Operator::I8x16Shl => integer::shift(t, I8X16, |b, x, n| b.ins().ishl(x, n)),
        Operator::I8x16ShrS => integer::shift(t, I8X16, |b, x, n| b.ins().sshr(x, n)),
        Operator::I8x16ShrU => integer::shift(t, I8X16, |b, x, n| b.ins().ushr(x, n)),
        Operator::I16x8Shl => integer::shift(t, I16X8, |b, x, n| b.ins().ishl(x, n)),
        Operator::I16x8ShrS => integer::shift(t, I16X8, |b, x, n| b.ins().sshr(x, n)),
        Operator::I16x8ShrU => integer::shift(t, I16X8, |b, x, n| b.ins().ushr(x, n)),
        Operator::I32x4Shl => integer::shift(t, I32X4, |b, x, n| b.ins().ishl(x, n)),
        Operator::I32x4ShrS => integer::shift(t, I32X4, |b, x, n| b.ins().sshr(x, n)),
        Operator::I32x4ShrU => integer::shift(t, I32X4, |b, x, n| b.ins().ushr(x, n)),
        Operator::I64x2Shl => integer::shift(t, I64X2, |b, x, n| b.ins().ishl(x, n)),
        Operator::I64x2ShrS => integer::shift(t, I64X2, |b, x, n| b.ins().sshr(x, n)),
        Operator::I64x2ShrU => integer::shift(t, I64X2, |b, x, n| b.ins().ushr(x, n)),
        // Integers: arithmetic
        Operator::I8x16Abs => unary(t, I8X16, |b, x| b.ins().iabs(x)),
        Operator::I8x16Neg => unary(t, I8X16, |b, x| b.ins().ineg(x)),
        Operator::I8x16Popcnt => unary(t, I8X16, |b, x| b.ins().popcnt(x)),
        Operator::I8x16Add => binary(t, I8X16, |b, x, y| b.ins().iadd(x, y)),
        Operator::I8x16AddSatS => binary(t, I8X16, |b, x, y| b.ins().sadd_sat(x, y)),
        Operator::I8x16AddSatU => binary(t, I8X16, |b, x, y| b.ins().uadd_sat(x, y)),
        Operator::I8x16Sub => binary(t, I8X16, |b, x, y| b.ins().isub(x, y)),
        Operator::I8x16SubSatS => binary(t, I8X16, |b, x, y| b.ins().ssub_sat(x, y)),
        Operator::I8x16SubSatU => binary(t, I8X16, |b, x, y| b.ins().usub_sat(x, y)),
        Operator::I8x16MinS => binary(t, I8X16, |b, x, y| b.ins().smin(x, y)),
        Operator::I8x16MinU => binary(t, I8X16, |b, x, y| b.ins().umin(x, y)),
        Operator::I8x16MaxS => binary(t, I8X16, |b, x, y| b.ins().smax(x, y)),
        Operator::I8x16MaxU => binary(t, I8X16, |b, x, y| b.ins().umax(x, y)),
        Operator::I8x16AvgrU => integer::average(t, I8X16),
        Operator::I16x8Abs => unary(t, I16X8, |b, x| b.ins().iabs(x)),
        Operator::I16x8Neg => unary(t, I16X8, |b, x| b.ins().ineg(x)),
        Operator::I16x8Add => binary(t, I16X8, |b, x, y| b.ins().iadd(x, y)),
        Operator::I16x8AddSatS => binary(t, I16X8, |b, x, y| b.ins().sadd_sat(x, y)),
        Operator::I16x8AddSatU => binary(t, I16X8, |b, x, y| b.ins().uadd_sat(x, y)),
        Operator::I16x8Sub => binary(t, I16X8, |b, x, y| b.ins().isub(x, y)),
        Operator::I16x8SubSatS => binary(t, I16X8, |b, x, y| b.ins().ssub_sat(x, y)),
        Operator::I16x8SubSatU => binary(t, I16X8, |b, x, y| b.ins().usub_sat(x, y)),
        Operator::I16x8Mul => binary(t, I16X8, |b, x, y| b.ins().imul(x, y)),
        Operator::I16x8MinS => binary(t, I16X8, |b, x, y| b.ins().smin(x, y)),
        Operator::I16x8MinU => binary(t, I16X8, |b, x, y| b.ins().umin(x, y)),
        Operator::I16x8MaxS => binary(t, I16X8, |b, x, y| b.ins().smax(x, y)),
        Operator::I16x8MaxU => binary(t, I16X8, |b, x, y| b.ins().umax(x, y)),
        Operator::I16x8AvgrU => integer::average(t, I16X8),
        Operator::I16x8Q15MulrSatS => integer::multiply_q15(t),
        Operator::I32x4Abs => unary(t, I32X4, |b, x| b.ins().iabs(x)),
        Operator::I32x4Neg => unary(t, I32X4, |b, x| b.ins().ineg(x)),
        Operator::I32x4Add => binary(t, I32X4, |b, x, y| b.ins().iadd(x, y)),
        Operator::I32x4Sub => binary(t, I32X4, |b, x, y| b.ins().isub(x, y)),
        Operator::I32x4Mul => binary(t, I32X4, |b, x, y| b.ins().imul(x, y)),
        Operator::I32x4MinS => binary(t, I32X4, |b, x, y| b.ins().smin(x, y)),
        Operator::I32x4MinU => binary(t, I32X4, |b, x, y| b.ins().umin(x, y)),
        Operator::I32x4MaxS => binary(t, I32X4, |b, x, y| b.ins().smax(x, y)),
        Operator::I32x4MaxU => binary(t, I32X4, |b, x, y| b.ins().umax(x, y)),
        Operator::I64x2Abs => unary(t, I64X2, |b, x| b.ins().iabs(x)),
        Operator::I64x2Neg => unary(t, I64X2, |b, x| b.ins().ineg(x)),
        Operator::I64x2Add => binary(t, I64X2, |b, x, y| b.ins().iadd(x, y)),
        Operator::I64x2Sub => binary(t, I64X2, |b, x, y| b.ins().isub(x, y)),
        Operator::I64x2Mul => binary(t, I64X2, |b, x, y| b.ins().imul(x, y)),
        // Integers: from narrower to wider lanes, and back
        Operator::I16x8ExtendLowI8x16S => unary(t, I8X16, |b, x| b.ins().swiden_low(x)),
        Operator::I16x8ExtendLowI8x16U => unary(t, I8X16, |b, x| b.ins().uwiden_low(x)),
        Operator::I16x8ExtendHighI8x16S => unary(t, I8X16, |b, x| b.ins().swiden_high(x)),
        Operator::I16x8ExtendHighI8x16U => unary(t, I8X16, |b, x| b.ins().uwiden_high(x)),
        Operator::I32x4ExtendLowI16x8S => unary(t, I16X8, |b, x| b.ins().swiden_low(x)),
        Operator::I32x4ExtendLowI16x8U => unary(t, I16X8, |b, x| b.ins().uwiden_low(x)),
        Operator::I32x4ExtendHighI16x8S => unary(t, I16X8, |b, x| b.ins().swiden_high(x)),
        Operator::I32x4ExtendHighI16x8U => unary(t, I16X8, |b, x| b.ins().uwiden_high(x)),
        Operator::I64x2ExtendLowI32x4S => unary(t, I32X4, |b, x| b.ins().swiden_low(x)),
        Operator::I64x2ExtendLowI32x4U => unary(t, I32X4, |b, x| b.ins().uwiden_low(x)),
        Operator::I64x2ExtendHighI32x4S => unary(t, I32X4, |b, x| b.ins().swiden_high(x)),
        Operator::I64x2ExtendHighI32x4U => unary(t, I32X4, |b, x| b.ins().uwiden_high(x)),
        Operator::I16x8ExtMulLowI8x16S => integer::multiply_extended(t, I8X16, |b, x| b.ins().swiden_low(x)),
        Operator::I16x8ExtMulLowI8x16U => integer::multiply_extended(t, I8X16, |b, x| b.ins().uwiden_low(x)),
        Operator::I16x8ExtMulHighI8x16S => integer::multiply_extended(t, I8X16, |b, x| b.ins().swiden_high(x)),
        Operator::I16x8ExtMulHighI8x16U => integer::multiply_extended(t, I8X16, |b, x| b.ins().uwiden_high(x)),
        Operator::I32x4ExtMulLowI16x8S => integer::multiply_extended(t, I16X8, |b, x| b.ins().swiden_low(x)),
        Operator::I32x4ExtMulLowI16x8U => integer::multiply_extended(t, I16X8, |b, x| b.ins().uwiden_low(x)),
        Operator::I32x4ExtMulHighI16x8S => integer::multiply_extended(t, I16X8, |b, x| b.ins().swiden_high(x)),
        Operator::I32x4ExtMulHighI16x8U => integer::multiply_extended(t, I16X8, |b, x| b.ins().uwiden_high(x)),
        Operator::I64x2ExtMulLowI32x4S => integer::multiply_extended(t, I32X4, |b, x| b.ins().swiden_low(x)),
        Operator::I64x2ExtMulLowI32x4U => integer::multiply_extended(t, I32X4, |b, x| b.ins().uwiden_low(x)),
        Operator::I64x2ExtMulHighI32x4S => integer::multiply_extended(t, I32X4, |b, x| b.ins().swiden_high(x)),
        Operator::I64x2ExtMulHighI32x4U => integer::multiply_extended(t, I32X4, |b, x| b.ins().uwiden_high(x)),
        Operator::I16x8ExtAddPairwiseI8x16S => integer::add_pairwise_signed(t, I8X16),
        Operator::I16x8ExtAddPairwiseI8x16U => integer::add_pairwise_unsigned(t, I8X16),
        Operator::I32x4ExtAddPairwiseI16x8S => integer::add_pairwise_signed(t, I16X8),
        Operator::I32x4ExtAddPairwiseI16x8U => integer::add_pairwise_unsigned(t, I16X8),
        Operator::I32x4DotI16x8S => integer::dot(t),
        Operator::I8x16NarrowI16x8S => binary(t, I16X8, |b, x, y| b.ins().snarrow(x, y)),
        Operator::I8x16NarrowI16x8U => binary(t, I16X8, |b, x, y| b.ins().unarrow(x, y)),
        Operator::I16x8NarrowI32x4S => binary(t, I32X4, |b, x, y| b.ins().snarrow(x, y)),
        Operator::I16x8NarrowI32x4U => binary(t, I32X4, |b, x, y| b.ins().unarrow(x, y)),

        // Floats: comparisons
        Operator::F32x4Eq => float::compare(t, F32X4, FloatCC::Equal),
        Operator::F32x4Ne => float::compare(t, F32X4, FloatCC::NotEqual),
        Operator::F32x4Lt => float::compare(t, F32X4, FloatCC::LessThan),
        Operator::F32x4Gt => float::compare(t, F32X4, FloatCC::GreaterThan),
        Operator::F32x4Le => float::compare(t, F32X4, FloatCC::LessThanOrEqual),
        Operator::F32x4Ge => float::compare(t, F32X4, FloatCC::GreaterThanOrEqual),
        Operator::F64x2Eq => float::compare(t, F64X2, FloatCC::Equal),
        Operator::F64x2Ne => float::compare(t, F64X2, FloatCC::NotEqual),
        Operator::F64x2Lt => float::compare(t, F64X2, FloatCC::LessThan),
        Operator::F64x2Gt => float::compare(t, F64X2, FloatCC::GreaterThan),
        Operator::F64x2Le => float::compare(t, F64X2, FloatCC::LessThanOrEqual),
        Operator::F64x2Ge => float::compare(t, F64X2, FloatCC::GreaterThanOrEqual),
        // Floats: arithmetic
        Operator::F32x4Abs => unary(t, F32X4, |b, x| b.ins().fabs(x)),
        Operator::F32x4Neg => unary(t, F32X4, |b, x| b.ins().fneg(x)),
        Operator::F32x4Sqrt => unary(t, F32X4, |b, x| b.ins().sqrt(x)),
        Operator::F32x4Ceil => rounding::vector(t, F32X4, Rounding::Ceil),
        Operator::F32x4Floor => rounding::vector(t, F32X4, Rounding::Floor),
        Operator::F32x4Trunc => rounding::vector(t, F32X4, Rounding::Trunc),
        Operator::F32x4Nearest => rounding::vector(t, F32X4, Rounding::Nearest),
        Operator::F32x4Add => binary(t, F32X4, |b, x, y| b.ins().fadd(x, y)),
        Operator::F32x4Sub => binary(t, F32X4, |b, x, y| b.ins().fsub(x, y)),
        Operator::F32x4Mul => binary(t, F32X4, |b, x, y| b.ins().fmul(x, y)),
        Operator::F32x4Div => binary(t, F32X4, |b, x, y| b.ins().fdiv(x, y)),
        Operator::F32x4Min => binary(t, F32X4, |b, x, y| b.ins().fmin(x, y)),
        Operator::F32x4Max => binary(t, F32X4, |b, x, y| b.ins().fmax(x, y)),
        Operator::F32x4PMin => float::pseudo_min(t, F32X4),
        Operator::F32x4PMax => float::pseudo_max(t, F32X4),
        Operator::F64x2Abs => unary(t, F64X2, |b, x| b.ins().fabs(x)),
        Operator::F64x2Neg => unary(t, F64X2, |b, x| b.ins().fneg(x)),
        Operator::F64x2Sqrt => unary(t, F64X2, |b, x| b.ins().sqrt(x)),
        Operator::F64x2Ceil => rounding::vector(t, F64X2, Rounding::Ceil),
        Operator::F64x2Floor => rounding::vector(t, F64X2, Rounding::Floor),
        Operator::F64x2Trunc => rounding::vector(t, F64X2, Rounding::Trunc),
        Operator::F64x2Nearest => rounding::vector(t, F64X2, Rounding::Nearest),
        Operator::F64x2Add => binary(t, F64X2, |b, x, y| b.ins().fadd(x, y)),
        Operator::F64x2Sub => binary(t, F64X2, |b, x, y| b.ins().fsub(x, y)),
        Operator::F64x2Mul => binary(t, F64X2, |b, x, y| b.ins().fmul(x, y)),
        Operator::F64x2Div => binary(t, F64X2, |b, x, y| b.ins().fdiv(x, y)),
        Operator::F64x2Min => binary(t, F64X2, |b, x, y| b.ins().fmin(x, y)),
        Operator::F64x2Max => binary(t, F64X2, |b, x, y| b.ins().fmax(x, y)),
        Operator::F64x2PMin => float::pseudo_min(t, F64X2),
        Operator::F64x2PMax => float::pseudo_max(t, F64X2),

        // Conversions
        Operator::F32x4ConvertI32x4S => unary(t, I32X4, |b, x| b.ins().fcvt_from_sint(F32X4, x)),
        Operator::F32x4ConvertI32x4U => unary(t, I32X4, |b, x| b.ins().fcvt_from_uint(F32X4, x)),
        Operator::I32x4TruncSatF32x4S => unary(t, F32X4, |b, x| b.ins().fcvt_to_sint_sat(I32X4, x)),
        Operator::I32x4TruncSatF32x4U | Operator::I32x4RelaxedTruncF32x4U => {
            unary(t, F32X4, |b, x| b.ins().fcvt_to_uint_sat(I32X4, x));
        }
        Operator::F64x2ConvertLowI32x4S => convert::low_signed_to_f64(t),
        Operator::F64x2ConvertLowI32x4U => convert::low_unsigned_to_f64(t),
        Operator::I32x4TruncSatF64x2SZero => convert::f64_to_low_signed(t),
        Operator::I32x4TruncSatF64x2UZero | Operator::I32x4RelaxedTruncF64x2UZero => convert::f64_to_low_unsigned(t),
        Operator::F32x4DemoteF64x2Zero => unary(t, F64X2, |b, x| b.ins().fvdemote(x)),
        Operator::F64x2PromoteLowF32x4 => unary(t, F32X4, |b, x| b.ins().fvpromote_low(x)),

        // Relaxed (4.3.6); the unsigned truncations are above
        Operator::I8x16RelaxedSwizzle => relaxed::swizzle(t),
        Operator::I32x4RelaxedTruncF32x4S => relaxed::truncate_signed(t),
        Operator::I32x4RelaxedTruncF64x2SZero => relaxed::truncate_low_signed(t),
        Operator::F32x4RelaxedMadd => relaxed::multiply_add(t, F32X4),
        Operator::F32x4RelaxedNmadd => relaxed::negated_multiply_add(t, F32X4),
        Operator::F64x2RelaxedMadd => relaxed::multiply_add(t, F64X2),
        Operator::F64x2RelaxedNmadd => relaxed::negated_multiply_add(t, F64X2),
        Operator::I8x16RelaxedLaneselect => relaxed::lane_select(t, I8X16),
        Operator::I16x8RelaxedLaneselect => relaxed::lane_select(t, I16X8),
        Operator::I32x4RelaxedLaneselect => relaxed::lane_select(t, I32X4),
        Operator::I64x2RelaxedLaneselect => relaxed::lane_select(t, I64X2),
        Operator::F32x4RelaxedMin => relaxed::minimum(t, F32X4),
        Operator::F32x4RelaxedMax => relaxed::maximum(t, F32X4),
        Operator::F64x2RelaxedMin => relaxed::minimum(t, F64X2),
        Operator::F64x2RelaxedMax => relaxed::maximum(t, F64X2),
        Operator::I16x8RelaxedQ15mulrS => relaxed::multiply_q15(t),
        Operator::I16x8RelaxedDotI8x16I7x16S => relaxed::dot(t),
        Operator::I32x4RelaxedDotI8x16I7x16AddS => relaxed::dot_add(t),

        _ => return Err(Error::internal(format!("{operator:?} passed validation"))),
    }
    Ok(())
}

/// Pushes a constant vector.
pub(super) fn constant(t: &mut Translator<'_, '_, '_>, bytes: [u8; 16]) {
    let value = vconst(&mut t.b, I8X16, bytes);
    t.stacks.push(value);
}

/// A constant of a vector type.
fn vconst(b: &mut FunctionBuilder<'_>, ty: Type, bytes: [u8; 16]) -> Value {
    let constant = b.func.dfg.constants.insert(bytes.to_vec().into());
    b.ins().vconst(ty, constant)
}

/// Reinterprets the bytes of a vector as lanes of another type. Lane 0 is in the lowest bytes (core specification,
/// 4.3.1).
fn cast(b: &mut FunctionBuilder<'_>, ty: Type, value: Value) -> Value {
    if b.func.dfg.value_type(value) == ty {
        return value;
    }
    b.ins().bitcast(ty, MemFlagsData::new().with_endianness(Endianness::Little), value)
}

/// Pops a vector as lanes of this type.
fn pop(t: &mut Translator<'_, '_, '_>, ty: Type) -> Value {
    let value = t.stacks.pop();
    cast(&mut t.b, ty, value)
}

/// Pushes a vector of any lanes.
fn push(t: &mut Translator<'_, '_, '_>, value: Value) {
    let value = cast(&mut t.b, I8X16, value);
    t.stacks.push(value);
}

/// Whether the target is RISC-V, on which some vector instructions depend on more than their operands.
fn is_riscv(t: &Translator<'_, '_, '_>) -> bool {
    matches!(t.env.isa.triple().architecture, Architecture::Riscv64(_))
}

fn unary(t: &mut Translator<'_, '_, '_>, ty: Type, emit: impl FnOnce(&mut FunctionBuilder<'_>, Value) -> Value) {
    let operand = pop(t, ty);
    let value = emit(&mut t.b, operand);
    push(t, value);
}

fn binary(
    t: &mut Translator<'_, '_, '_>,
    ty: Type,
    emit: impl FnOnce(&mut FunctionBuilder<'_>, Value, Value) -> Value,
) {
    let (second, first) = (pop(t, ty), pop(t, ty));
    let value = emit(&mut t.b, first, second);
    push(t, value);
}
