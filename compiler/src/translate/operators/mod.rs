//! The operator table: one line per operator, each calling a leaf in one of the files beside it.
//!
//! It is read beside the index of instructions in the core specification. Immediates get their meaning here: an index
//! in the code becomes one of the program, of the type of its index space, so that no leaf can take one for another.
//! How an operator is translated must not be decided here; the small closures only name Cranelift's instruction.

mod atomic;
mod call;
mod control;
mod exception;
pub(super) mod memory;
mod numeric;
mod parametric;
mod reference;
pub(super) mod table;
mod variable;
mod vector;

pub(super) use control::{result_block, skip};

use cranelift_codegen::ir::types::{F32, F64, I8, I16, I32, I64, I128};
use cranelift_codegen::ir::{AtomicRmwOp, InstBuilder, condcodes::FloatCC, condcodes::IntCC};
use wasmparser::Operator;

use vector::Rounding;

use super::translator::Translator;
use crate::error::Result;

/// Translates an operator at a reachable point.
#[rustfmt::skip]
pub(super) fn translate(t: &mut Translator<'_, '_, '_>, operator: &Operator<'_>) -> Result<()> {
    // From here on, indices are those of the program.
    let index = t.env.spaces;
    match operator {
        // Control (core specification, 4.4.8)
        Operator::Nop => {}
        Operator::Unreachable => control::unreachable(t),
        Operator::Block { blockty } => control::block(t, *blockty),
        Operator::Loop { blockty } => control::loop_(t, *blockty),
        Operator::If { blockty } => control::if_(t, *blockty),
        Operator::Else => control::else_(t),
        Operator::End => control::end(t)?,
        Operator::Br { relative_depth } => control::br(t, *relative_depth),
        Operator::BrIf { relative_depth } => control::br_if(t, *relative_depth),
        Operator::BrTable { targets } => control::br_table(t, targets)?,
        Operator::Return => control::return_(t),
        Operator::Call { function_index } => call::call(t, index.functions.get(*function_index))?,
        Operator::CallIndirect { type_index, table_index } => call::call_indirect(t, index.types.get(*type_index), index.tables.get(*table_index))?,
        Operator::CallRef { type_index } => call::call_ref(t, index.types.get(*type_index))?,
        Operator::ReturnCall { function_index } => call::return_call(t, index.functions.get(*function_index))?,
        Operator::ReturnCallIndirect { type_index, table_index } => call::return_call_indirect(t, index.types.get(*type_index), index.tables.get(*table_index))?,
        Operator::ReturnCallRef { type_index } => call::return_call_ref(t, index.types.get(*type_index))?,
        Operator::BrOnNull { relative_depth } => control::br_on_null(t, *relative_depth),
        Operator::BrOnNonNull { relative_depth } => control::br_on_non_null(t, *relative_depth),
        Operator::TryTable { try_table } => exception::try_table(t, try_table),
        Operator::Throw { tag_index } => exception::throw(t, index.tags.get(*tag_index))?,
        Operator::ThrowRef => exception::throw_ref(t)?,

        // Legacy exceptions (proposal exception-handling, proposals/exception-handling/legacy)
        Operator::Try { blockty } => exception::try_(t, *blockty)?,
        Operator::Catch { tag_index } => exception::catch(t, Some(index.tags.get(*tag_index)))?,
        Operator::CatchAll => exception::catch(t, None)?,
        Operator::Delegate { .. } => control::end(t)?,
        Operator::Rethrow { relative_depth } => exception::rethrow(t, *relative_depth)?,

        // Parametric (4.4.4)
        Operator::Drop => parametric::drop(t),
        Operator::Select | Operator::TypedSelect { .. } => parametric::select(t),

        // Variables (4.4.5)
        Operator::LocalGet { local_index } => variable::local_get(t, *local_index),
        Operator::LocalSet { local_index } => variable::local_set(t, *local_index),
        Operator::LocalTee { local_index } => variable::local_tee(t, *local_index),
        Operator::GlobalGet { global_index } => variable::global_get(t, index.globals.get(*global_index))?,
        Operator::GlobalSet { global_index } => variable::global_set(t, index.globals.get(*global_index))?,

        // References (4.4.2) and tables (4.4.6)
        Operator::RefNull { .. } => reference::null(t),
        Operator::RefIsNull => reference::is_null(t),
        Operator::RefAsNonNull => reference::as_non_null(t),
        Operator::RefFunc { function_index } => reference::function(t, index.functions.get(*function_index))?,
        Operator::TableGet { table } => table::get(t, index.tables.get(*table))?,
        Operator::TableSet { table } => table::set(t, index.tables.get(*table))?,
        Operator::TableSize { table } => table::size(t, index.tables.get(*table))?,
        Operator::TableGrow { table } => table::grow(t, index.tables.get(*table))?,
        Operator::TableFill { table } => table::fill(t, index.tables.get(*table))?,
        Operator::TableCopy { dst_table, src_table } => table::copy(t, index.tables.get(*dst_table), index.tables.get(*src_table))?,
        Operator::TableInit { elem_index, table } => table::init(t, index.tables.get(*table), index.elements.get(*elem_index))?,
        Operator::ElemDrop { elem_index } => table::elem_drop(t, index.elements.get(*elem_index))?,

        // Memory (4.4.7)
        Operator::I32Load { memarg } => memory::load(t, memarg, I32)?,
        Operator::I64Load { memarg } => memory::load(t, memarg, I64)?,
        Operator::F32Load { memarg } => memory::load(t, memarg, F32)?,
        Operator::F64Load { memarg } => memory::load(t, memarg, F64)?,
        Operator::I32Load8S { memarg } => memory::load_narrow(t, memarg, I32, 1, |b, f, a, o| b.ins().sload8(I32, f, a, o))?,
        Operator::I32Load8U { memarg } => memory::load_narrow(t, memarg, I32, 1, |b, f, a, o| b.ins().uload8(I32, f, a, o))?,
        Operator::I32Load16S { memarg } => memory::load_narrow(t, memarg, I32, 2, |b, f, a, o| b.ins().sload16(I32, f, a, o))?,
        Operator::I32Load16U { memarg } => memory::load_narrow(t, memarg, I32, 2, |b, f, a, o| b.ins().uload16(I32, f, a, o))?,
        Operator::I64Load8S { memarg } => memory::load_narrow(t, memarg, I64, 1, |b, f, a, o| b.ins().sload8(I64, f, a, o))?,
        Operator::I64Load8U { memarg } => memory::load_narrow(t, memarg, I64, 1, |b, f, a, o| b.ins().uload8(I64, f, a, o))?,
        Operator::I64Load16S { memarg } => memory::load_narrow(t, memarg, I64, 2, |b, f, a, o| b.ins().sload16(I64, f, a, o))?,
        Operator::I64Load16U { memarg } => memory::load_narrow(t, memarg, I64, 2, |b, f, a, o| b.ins().uload16(I64, f, a, o))?,
        Operator::I64Load32S { memarg } => memory::load_narrow(t, memarg, I64, 4, |b, f, a, o| b.ins().sload32(f, a, o))?,
        Operator::I64Load32U { memarg } => memory::load_narrow(t, memarg, I64, 4, |b, f, a, o| b.ins().uload32(f, a, o))?,
        Operator::I32Store { memarg } => memory::store(t, memarg, 4)?,
        Operator::I64Store { memarg } => memory::store(t, memarg, 8)?,
        Operator::F32Store { memarg } => memory::store(t, memarg, 4)?,
        Operator::F64Store { memarg } => memory::store(t, memarg, 8)?,
        Operator::I32Store8 { memarg } | Operator::I64Store8 { memarg } => memory::store_narrow(t, memarg, 1)?,
        Operator::I32Store16 { memarg } | Operator::I64Store16 { memarg } => memory::store_narrow(t, memarg, 2)?,
        Operator::I64Store32 { memarg } => memory::store_narrow(t, memarg, 4)?,
        Operator::MemorySize { mem } => memory::size(t, index.memories.get(*mem))?,
        Operator::MemoryGrow { mem } => memory::grow(t, index.memories.get(*mem))?,
        Operator::MemoryFill { mem } => memory::fill(t, index.memories.get(*mem))?,
        Operator::MemoryCopy { dst_mem, src_mem } => memory::copy(t, index.memories.get(*dst_mem), index.memories.get(*src_mem))?,
        Operator::MemoryInit { data_index, mem } => memory::init(t, index.memories.get(*mem), index.data.get(*data_index))?,
        Operator::DataDrop { data_index } => memory::data_drop(t, index.data.get(*data_index))?,

        // Numeric (4.4.1): constants
        Operator::I32Const { value } => numeric::iconst(t, I32, i64::from(*value)),
        Operator::I64Const { value } => numeric::iconst(t, I64, *value),
        Operator::F32Const { value } => numeric::f32const(t, value.bits()),
        Operator::F64Const { value } => numeric::f64const(t, value.bits()),
        // Comparisons
        Operator::I32Eqz | Operator::I64Eqz => numeric::eqz(t),
        Operator::I32Eq | Operator::I64Eq => numeric::compare(t, IntCC::Equal),
        Operator::I32Ne | Operator::I64Ne => numeric::compare(t, IntCC::NotEqual),
        Operator::I32LtS | Operator::I64LtS => numeric::compare(t, IntCC::SignedLessThan),
        Operator::I32LtU | Operator::I64LtU => numeric::compare(t, IntCC::UnsignedLessThan),
        Operator::I32GtS | Operator::I64GtS => numeric::compare(t, IntCC::SignedGreaterThan),
        Operator::I32GtU | Operator::I64GtU => numeric::compare(t, IntCC::UnsignedGreaterThan),
        Operator::I32LeS | Operator::I64LeS => numeric::compare(t, IntCC::SignedLessThanOrEqual),
        Operator::I32LeU | Operator::I64LeU => numeric::compare(t, IntCC::UnsignedLessThanOrEqual),
        Operator::I32GeS | Operator::I64GeS => numeric::compare(t, IntCC::SignedGreaterThanOrEqual),
        Operator::I32GeU | Operator::I64GeU => numeric::compare(t, IntCC::UnsignedGreaterThanOrEqual),
        Operator::F32Eq | Operator::F64Eq => numeric::compare_float(t, FloatCC::Equal),
        Operator::F32Ne | Operator::F64Ne => numeric::compare_float(t, FloatCC::NotEqual),
        Operator::F32Lt | Operator::F64Lt => numeric::compare_float(t, FloatCC::LessThan),
        Operator::F32Gt | Operator::F64Gt => numeric::compare_float(t, FloatCC::GreaterThan),
        Operator::F32Le | Operator::F64Le => numeric::compare_float(t, FloatCC::LessThanOrEqual),
        Operator::F32Ge | Operator::F64Ge => numeric::compare_float(t, FloatCC::GreaterThanOrEqual),
        // Integers
        Operator::I32Clz | Operator::I64Clz => numeric::unary(t, |b, x| b.ins().clz(x)),
        Operator::I32Ctz | Operator::I64Ctz => numeric::unary(t, |b, x| b.ins().ctz(x)),
        Operator::I32Popcnt | Operator::I64Popcnt => numeric::unary(t, |b, x| b.ins().popcnt(x)),
        Operator::I32Add | Operator::I64Add => numeric::binary(t, |b, x, y| b.ins().iadd(x, y)),
        Operator::I32Sub | Operator::I64Sub => numeric::binary(t, |b, x, y| b.ins().isub(x, y)),
        Operator::I32Mul | Operator::I64Mul => numeric::binary(t, |b, x, y| b.ins().imul(x, y)),
        Operator::I32DivS | Operator::I64DivS => numeric::binary(t, |b, x, y| b.ins().sdiv(x, y)),
        Operator::I32DivU | Operator::I64DivU => numeric::binary(t, |b, x, y| b.ins().udiv(x, y)),
        Operator::I32RemS | Operator::I64RemS => numeric::binary(t, |b, x, y| b.ins().srem(x, y)),
        Operator::I32RemU | Operator::I64RemU => numeric::binary(t, |b, x, y| b.ins().urem(x, y)),
        Operator::I32And | Operator::I64And => numeric::binary(t, |b, x, y| b.ins().band(x, y)),
        Operator::I32Or | Operator::I64Or => numeric::binary(t, |b, x, y| b.ins().bor(x, y)),
        Operator::I32Xor | Operator::I64Xor => numeric::binary(t, |b, x, y| b.ins().bxor(x, y)),
        Operator::I32Shl | Operator::I64Shl => numeric::binary(t, |b, x, y| b.ins().ishl(x, y)),
        Operator::I32ShrS | Operator::I64ShrS => numeric::binary(t, |b, x, y| b.ins().sshr(x, y)),
        Operator::I32ShrU | Operator::I64ShrU => numeric::binary(t, |b, x, y| b.ins().ushr(x, y)),
        Operator::I32Rotl | Operator::I64Rotl => numeric::binary(t, |b, x, y| b.ins().rotl(x, y)),
        Operator::I32Rotr | Operator::I64Rotr => numeric::binary(t, |b, x, y| b.ins().rotr(x, y)),
        Operator::I32Extend8S => numeric::extend_low(t, I8, I32),
        Operator::I32Extend16S => numeric::extend_low(t, I16, I32),
        Operator::I64Extend8S => numeric::extend_low(t, I8, I64),
        Operator::I64Extend16S => numeric::extend_low(t, I16, I64),
        Operator::I64Extend32S => numeric::extend_low(t, I32, I64),
        // Floats
        Operator::F32Abs | Operator::F64Abs => numeric::unary(t, |b, x| b.ins().fabs(x)),
        Operator::F32Neg | Operator::F64Neg => numeric::unary(t, |b, x| b.ins().fneg(x)),
        Operator::F32Ceil | Operator::F64Ceil => vector::round_scalar(t, Rounding::Ceil),
        Operator::F32Floor | Operator::F64Floor => vector::round_scalar(t, Rounding::Floor),
        Operator::F32Trunc | Operator::F64Trunc => vector::round_scalar(t, Rounding::Trunc),
        Operator::F32Nearest | Operator::F64Nearest => vector::round_scalar(t, Rounding::Nearest),
        Operator::F32Sqrt | Operator::F64Sqrt => numeric::unary(t, |b, x| b.ins().sqrt(x)),
        Operator::F32Add | Operator::F64Add => numeric::binary(t, |b, x, y| b.ins().fadd(x, y)),
        Operator::F32Sub | Operator::F64Sub => numeric::binary(t, |b, x, y| b.ins().fsub(x, y)),
        Operator::F32Mul | Operator::F64Mul => numeric::binary(t, |b, x, y| b.ins().fmul(x, y)),
        Operator::F32Div | Operator::F64Div => numeric::binary(t, |b, x, y| b.ins().fdiv(x, y)),
        Operator::F32Min | Operator::F64Min => numeric::binary(t, |b, x, y| b.ins().fmin(x, y)),
        Operator::F32Max | Operator::F64Max => numeric::binary(t, |b, x, y| b.ins().fmax(x, y)),
        Operator::F32Copysign | Operator::F64Copysign => numeric::binary(t, |b, x, y| b.ins().fcopysign(x, y)),
        // Conversions
        Operator::I32WrapI64 => numeric::unary(t, |b, x| b.ins().ireduce(I32, x)),
        Operator::I64ExtendI32S => numeric::unary(t, |b, x| b.ins().sextend(I64, x)),
        Operator::I64ExtendI32U => numeric::unary(t, |b, x| b.ins().uextend(I64, x)),
        Operator::I32TruncF32S | Operator::I32TruncF64S => numeric::unary(t, |b, x| b.ins().fcvt_to_sint(I32, x)),
        Operator::I32TruncF32U | Operator::I32TruncF64U => numeric::unary(t, |b, x| b.ins().fcvt_to_uint(I32, x)),
        Operator::I64TruncF32S | Operator::I64TruncF64S => numeric::unary(t, |b, x| b.ins().fcvt_to_sint(I64, x)),
        Operator::I64TruncF32U | Operator::I64TruncF64U => numeric::unary(t, |b, x| b.ins().fcvt_to_uint(I64, x)),
        Operator::I32TruncSatF32S | Operator::I32TruncSatF64S => numeric::unary(t, |b, x| b.ins().fcvt_to_sint_sat(I32, x)),
        Operator::I32TruncSatF32U | Operator::I32TruncSatF64U => numeric::unary(t, |b, x| b.ins().fcvt_to_uint_sat(I32, x)),
        Operator::I64TruncSatF32S | Operator::I64TruncSatF64S => numeric::unary(t, |b, x| b.ins().fcvt_to_sint_sat(I64, x)),
        Operator::I64TruncSatF32U | Operator::I64TruncSatF64U => numeric::unary(t, |b, x| b.ins().fcvt_to_uint_sat(I64, x)),
        Operator::F32ConvertI32S | Operator::F32ConvertI64S => numeric::unary(t, |b, x| b.ins().fcvt_from_sint(F32, x)),
        Operator::F32ConvertI32U | Operator::F32ConvertI64U => numeric::unary(t, |b, x| b.ins().fcvt_from_uint(F32, x)),
        Operator::F64ConvertI32S | Operator::F64ConvertI64S => numeric::unary(t, |b, x| b.ins().fcvt_from_sint(F64, x)),
        Operator::F64ConvertI32U | Operator::F64ConvertI64U => numeric::unary(t, |b, x| b.ins().fcvt_from_uint(F64, x)),
        Operator::F32DemoteF64 => numeric::unary(t, |b, x| b.ins().fdemote(F32, x)),
        Operator::F64PromoteF32 => numeric::unary(t, |b, x| b.ins().fpromote(F64, x)),
        Operator::I32ReinterpretF32 => numeric::reinterpret(t, I32),
        Operator::I64ReinterpretF64 => numeric::reinterpret(t, I64),
        Operator::F32ReinterpretI32 => numeric::reinterpret(t, F32),
        Operator::F64ReinterpretI64 => numeric::reinterpret(t, F64),

        // Atomics (threads proposal)
        Operator::AtomicFence { .. } => atomic::fence(t),
        Operator::MemoryAtomicNotify { memarg } => atomic::notify(t, memarg)?,
        Operator::MemoryAtomicWait32 { memarg } => atomic::wait(t, memarg, I32)?,
        Operator::MemoryAtomicWait64 { memarg } => atomic::wait(t, memarg, I64)?,
        Operator::I32AtomicLoad { memarg } => atomic::load(t, memarg, I32, I32)?,
        Operator::I64AtomicLoad { memarg } => atomic::load(t, memarg, I64, I64)?,
        Operator::I32AtomicLoad8U { memarg } => atomic::load(t, memarg, I32, I8)?,
        Operator::I32AtomicLoad16U { memarg } => atomic::load(t, memarg, I32, I16)?,
        Operator::I64AtomicLoad8U { memarg } => atomic::load(t, memarg, I64, I8)?,
        Operator::I64AtomicLoad16U { memarg } => atomic::load(t, memarg, I64, I16)?,
        Operator::I64AtomicLoad32U { memarg } => atomic::load(t, memarg, I64, I32)?,
        Operator::I32AtomicStore { memarg } => atomic::store(t, memarg, I32)?,
        Operator::I64AtomicStore { memarg } => atomic::store(t, memarg, I64)?,
        Operator::I32AtomicStore8 { memarg } => atomic::store(t, memarg, I8)?,
        Operator::I32AtomicStore16 { memarg } => atomic::store(t, memarg, I16)?,
        Operator::I64AtomicStore8 { memarg } => atomic::store(t, memarg, I8)?,
        Operator::I64AtomicStore16 { memarg } => atomic::store(t, memarg, I16)?,
        Operator::I64AtomicStore32 { memarg } => atomic::store(t, memarg, I32)?,
        Operator::I32AtomicRmwAdd { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I32, I32)?,
        Operator::I64AtomicRmwAdd { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I64, I64)?,
        Operator::I32AtomicRmw8AddU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I32, I8)?,
        Operator::I32AtomicRmw16AddU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I32, I16)?,
        Operator::I64AtomicRmw8AddU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I64, I8)?,
        Operator::I64AtomicRmw16AddU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I64, I16)?,
        Operator::I64AtomicRmw32AddU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Add, I64, I32)?,
        Operator::I32AtomicRmwSub { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I32, I32)?,
        Operator::I64AtomicRmwSub { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I64, I64)?,
        Operator::I32AtomicRmw8SubU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I32, I8)?,
        Operator::I32AtomicRmw16SubU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I32, I16)?,
        Operator::I64AtomicRmw8SubU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I64, I8)?,
        Operator::I64AtomicRmw16SubU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I64, I16)?,
        Operator::I64AtomicRmw32SubU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Sub, I64, I32)?,
        Operator::I32AtomicRmwAnd { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I32, I32)?,
        Operator::I64AtomicRmwAnd { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I64, I64)?,
        Operator::I32AtomicRmw8AndU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I32, I8)?,
        Operator::I32AtomicRmw16AndU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I32, I16)?,
        Operator::I64AtomicRmw8AndU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I64, I8)?,
        Operator::I64AtomicRmw16AndU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I64, I16)?,
        Operator::I64AtomicRmw32AndU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::And, I64, I32)?,
        Operator::I32AtomicRmwOr { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I32, I32)?,
        Operator::I64AtomicRmwOr { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I64, I64)?,
        Operator::I32AtomicRmw8OrU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I32, I8)?,
        Operator::I32AtomicRmw16OrU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I32, I16)?,
        Operator::I64AtomicRmw8OrU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I64, I8)?,
        Operator::I64AtomicRmw16OrU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I64, I16)?,
        Operator::I64AtomicRmw32OrU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Or, I64, I32)?,
        Operator::I32AtomicRmwXor { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I32, I32)?,
        Operator::I64AtomicRmwXor { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I64, I64)?,
        Operator::I32AtomicRmw8XorU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I32, I8)?,
        Operator::I32AtomicRmw16XorU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I32, I16)?,
        Operator::I64AtomicRmw8XorU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I64, I8)?,
        Operator::I64AtomicRmw16XorU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I64, I16)?,
        Operator::I64AtomicRmw32XorU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xor, I64, I32)?,
        Operator::I32AtomicRmwXchg { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I32, I32)?,
        Operator::I64AtomicRmwXchg { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I64, I64)?,
        Operator::I32AtomicRmw8XchgU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I32, I8)?,
        Operator::I32AtomicRmw16XchgU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I32, I16)?,
        Operator::I64AtomicRmw8XchgU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I64, I8)?,
        Operator::I64AtomicRmw16XchgU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I64, I16)?,
        Operator::I64AtomicRmw32XchgU { memarg } => atomic::rmw(t, memarg, AtomicRmwOp::Xchg, I64, I32)?,
        Operator::I32AtomicRmwCmpxchg { memarg } => atomic::cmpxchg(t, memarg, I32, I32)?,
        Operator::I64AtomicRmwCmpxchg { memarg } => atomic::cmpxchg(t, memarg, I64, I64)?,
        Operator::I32AtomicRmw8CmpxchgU { memarg } => atomic::cmpxchg(t, memarg, I32, I8)?,
        Operator::I32AtomicRmw16CmpxchgU { memarg } => atomic::cmpxchg(t, memarg, I32, I16)?,
        Operator::I64AtomicRmw8CmpxchgU { memarg } => atomic::cmpxchg(t, memarg, I64, I8)?,
        Operator::I64AtomicRmw16CmpxchgU { memarg } => atomic::cmpxchg(t, memarg, I64, I16)?,
        Operator::I64AtomicRmw32CmpxchgU { memarg } => atomic::cmpxchg(t, memarg, I64, I32)?,

        // 128 bits in two halves
        Operator::I64Add128 => numeric::binary_wide(t, |b, x, y| b.ins().iadd(x, y)),
        Operator::I64Sub128 => numeric::binary_wide(t, |b, x, y| b.ins().isub(x, y)),
        Operator::I64MulWideS => numeric::multiply_wide(t, |b, x| b.ins().sextend(I128, x)),
        Operator::I64MulWideU => numeric::multiply_wide(t, |b, x| b.ins().uextend(I128, x)),

        // Vectors (4.4.3)
        vector => vector::translate(t, vector)?,
    }
    Ok(())
}
