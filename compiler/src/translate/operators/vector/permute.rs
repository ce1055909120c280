//! Shuffle and swizzle: bytes of vectors in another order (core specification, 4.4.3).
//!
//! On x86-64 with SSSE3 both are one or two `pshufb`. Without SSSE3 Cranelift would call a library function, so this
//! file decides: a shuffle that SSE2 has an instruction for goes to Cranelift unchanged, and all others go through
//! memory. The operands are stored into the function's lane slot ([`Region::LaneSlot`]), the bytes are copied in their
//! new order, and the result is loaded. Many shuffles are runs of bytes (a shift, a rotation, a transposition of
//! words); each run is copied in pieces as large as possible.
//!
//! On RISC-V Cranelift 0.135 lowers CLIF's `swizzle` and `shuffle` to `vrgather` without looking at the indices, which
//! is right only for indices below 16 (version 1.0 of the vector extension, 16.4):
//!
//! - `vrgather` gives zero for an index of VLMAX or more. VLMAX is 16 bytes only if registers have 128 bits. If they
//!   have more, an index from 16 on reads bytes behind the vector, which may hold anything.
//! - For a splat Cranelift chooses `vrgather.vx`, which takes the index from a whole register. CLIF's `i8` is only the
//!   low eight bits of that register; the others may hold anything.
//!
//! So on RISC-V every index is reduced below 16 here, and no other file may emit `swizzle` or `shuffle`.
//!
//! Security: a swizzle through memory is the only copy whose address depends on data. Its indices are clamped by an
//! instruction, not by a branch, so that a mispredicted branch cannot read beyond the slot.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{I8X16, I16X8, I32, I64};
use cranelift_codegen::ir::{Immediate, InstBuilder, MemFlagsData, StackSlot, Type, Value, types};
use cranelift_frontend::FunctionBuilder;
use target_lexicon::Architecture;

use super::{is_riscv, pop, push, vconst};
use crate::translate::environment::{Region, alias_region};
use crate::translate::translator::Translator;

/// Offset in the lane slot of the source bytes: both operands of a shuffle, or one operand of a swizzle and zeros.
const SOURCE: i32 = 0;
/// Offset in the lane slot of the result.
const RESULT: i32 = 32;
/// Offset in the lane slot of a swizzle's indices.
const INDICES: i32 = 48;

/// Chooses bytes of two vectors by constant indices, all below 32.
pub(super) fn shuffle(t: &mut Translator<'_, '_, '_>, lanes: &[u8; 16]) {
    let (second, first) = (pop(t, I8X16), pop(t, I8X16));
    let swapped = lanes.map(|lane| lane ^ 16);
    let value = if is_riscv(t) {
        gather(&mut t.b, first, second, lanes)
    } else if has_byte_shuffle(t) || is_sse2_shuffle(lanes) {
        emit_shuffle(&mut t.b, first, second, lanes)
    } else if is_sse2_shuffle(&swapped) {
        emit_shuffle(&mut t.b, second, first, &swapped)
    } else if lanes.iter().zip(0..).all(|(lane, position)| lane % 16 == position) {
        let mask = vconst(&mut t.b, I8X16, lanes.map(|lane| if lane < 16 { 0xff } else { 0 }));
        t.b.ins().bitselect(mask, first, second)
    } else if let Some((ty, operand, lane)) = broadcast(lanes) {
        let operand = if operand == 0 { first } else { second };
        let operand = super::cast(&mut t.b, ty, operand);
        let scalar = t.b.ins().extractlane(operand, lane);
        t.b.ins().splat(ty, scalar)
    } else {
        shuffle_in_memory(t, first, second, lanes)
    };
    push(t, value);
}

/// Chooses bytes of a vector by the bytes of another; an index of 16 or more gives zero.
pub(super) fn swizzle(t: &mut Translator<'_, '_, '_>) {
    let (indices, vector) = (pop(t, I8X16), pop(t, I8X16));
    let value = if is_riscv(t) {
        gather_in_range(&mut t.b, vector, indices)
    } else if has_byte_shuffle(t) {
        t.b.ins().swizzle(vector, indices)
    } else {
        swizzle_in_memory(t, vector, indices)
    };
    push(t, value);
}

/// A shuffle on RISC-V: one gather for each operand that it takes bytes from, and a merge if these are two.
fn gather(b: &mut FunctionBuilder<'_>, first: Value, second: Value, lanes: &[u8; 16]) -> Value {
    let indices = vconst(b, I8X16, lanes.map(|lane| lane % 16));
    if lanes.iter().all(|lane| *lane < 16) {
        return b.ins().swizzle(first, indices);
    }
    if lanes.iter().all(|lane| *lane >= 16) {
        return b.ins().swizzle(second, indices);
    }
    let (from_first, from_second) = (b.ins().swizzle(first, indices), b.ins().swizzle(second, indices));
    let mask = vconst(b, I8X16, lanes.map(|lane| if lane < 16 { 0xff } else { 0 }));
    let zero = vconst(b, I8X16, [0; 16]);
    // Cranelift makes a mask register of the comparison and one `vmerge` of the selection.
    let is_first = b.ins().icmp(IntCC::NotEqual, mask, zero);
    b.ins().bitselect(is_first, from_first, from_second)
}

/// A swizzle on RISC-V: a gather by the low four bits of the indices, and zeros where an index is above 15.
fn gather_in_range(b: &mut FunctionBuilder<'_>, vector: Value, indices: Value) -> Value {
    let fifteen = vconst(b, I8X16, [15; 16]);
    let low_bits = b.ins().band(indices, fifteen);
    let gathered = b.ins().swizzle(vector, low_bits);
    let in_range = b.ins().icmp(IntCC::UnsignedLessThanOrEqual, indices, fifteen);
    b.ins().band(gathered, in_range)
}

/// Whether the target has an instruction for any order of bytes. Processors other than x86-64 always have one.
fn has_byte_shuffle(t: &Translator<'_, '_, '_>) -> bool {
    let isa = t.env.isa;
    isa.triple().architecture != Architecture::X86_64 || isa.has_x86_pshufb_lowering()
}

fn emit_shuffle(b: &mut FunctionBuilder<'_>, first: Value, second: Value, lanes: &[u8; 16]) -> Value {
    let lanes: Immediate = b.func.dfg.immediates.push(lanes.to_vec().into());
    b.ins().shuffle(first, second, lanes)
}

/// Whether Cranelift lowers this shuffle to one SSE2 instruction: `pshufd`, `shufps`, `pshuflw`, `pshufhw`, or one of
/// `punpck{l,h}{bw,wd,dq,qdq}`.
fn is_sse2_shuffle(lanes: &[u8; 16]) -> bool {
    if let Some([a, b, c, d]) = units::<4, 4>(lanes) {
        let operand = [a, b, c, d].map(|word| word / 4);
        if operand[0] == operand[1] && operand[2] == operand[3] {
            return true;
        }
    }
    if let Some(halfwords) = units::<2, 8>(lanes) {
        let (low, high) = halfwords.split_at(4);
        for first in [0, 8] {
            let within = |four: &[u8], first: u8| four.iter().all(|unit| (first..first + 4).contains(unit));
            let in_place = |four: &[u8], first: u8| four.iter().copied().eq(first..first + 4);
            let is_low = within(low, first) && in_place(high, first + 4);
            let is_high = in_place(low, first) && within(high, first + 4);
            if is_low || is_high {
                return true;
            }
        }
    }
    [1, 2, 4, 8].into_iter().any(|bytes| [0, 8].into_iter().any(|start| *lanes == interleaving(bytes, start)))
}

/// The lanes as `COUNT` units of `BYTES` bytes, numbered through both operands; `None` unless every unit is aligned and
/// whole.
fn units<const BYTES: usize, const COUNT: usize>(lanes: &[u8; 16]) -> Option<[u8; COUNT]> {
    let mut units = [0; COUNT];
    for (unit, lanes) in units.iter_mut().zip(lanes.chunks_exact(BYTES)) {
        let aligned = usize::from(lanes[0]).is_multiple_of(BYTES);
        if !aligned || !lanes.iter().copied().eq(lanes[0]..lanes[0] + BYTES as u8) {
            return None;
        }
        *unit = lanes[0] / BYTES as u8;
    }
    Some(units)
}

/// The shuffle that takes units of `bytes` bytes from both operands in turn, beginning at byte `start` of each.
fn interleaving(bytes: u8, start: u8) -> [u8; 16] {
    std::array::from_fn(|position| {
        let position = position as u8;
        let (pair, within) = (position / (2 * bytes), position % (2 * bytes));
        let operand = within / bytes;
        operand * 16 + start + pair * bytes + within % bytes
    })
}

/// The lane that a shuffle copies to every position: the type of its vector, its operand (0 or 1), and its number.
fn broadcast(lanes: &[u8; 16]) -> Option<(Type, u8, u8)> {
    if lanes.iter().all(|lane| *lane == lanes[0]) {
        return Some((I8X16, lanes[0] / 16, lanes[0] % 16));
    }
    let halfwords = units::<2, 8>(lanes)?;
    halfwords.iter().all(|unit| *unit == halfwords[0]).then(|| (I16X8, halfwords[0] / 8, halfwords[0] % 8))
}

fn shuffle_in_memory(t: &mut Translator<'_, '_, '_>, first: Value, second: Value, lanes: &[u8; 16]) -> Value {
    let (slot, flags) = lane_slot(t);
    store(&mut t.b, flags, first, slot, SOURCE);
    store(&mut t.b, flags, second, slot, SOURCE + 16);
    let mut position = 0;
    while position < 16 {
        let run = run_bytes(&lanes[position..]);
        let piece = load(&mut t.b, flags, piece_type(run), slot, SOURCE + i32::from(lanes[position]));
        if run == 16 {
            return piece;
        }
        store(&mut t.b, flags, piece, slot, RESULT + position as i32);
        position += run;
    }
    load(&mut t.b, flags, I8X16, slot, RESULT)
}

/// The number of lanes at the start that follow each other, rounded down to the size of a load. A run may cross from
/// the first operand into the second, because the two lie next to each other in the slot.
fn run_bytes(lanes: &[u8]) -> usize {
    let run = lanes.iter().zip(u32::from(lanes[0])..).take_while(|(lane, next)| u32::from(**lane) == *next).count();
    1 << run.ilog2()
}

fn piece_type(bytes: usize) -> Type {
    match bytes {
        1 => types::I8,
        2 => types::I16,
        4 => I32,
        8 => I64,
        _ => I8X16,
    }
}

fn swizzle_in_memory(t: &mut Translator<'_, '_, '_>, vector: Value, indices: Value) -> Value {
    let (slot, flags) = lane_slot(t);
    let zero = vconst(&mut t.b, I8X16, [0; 16]);
    store(&mut t.b, flags, vector, slot, SOURCE);
    store(&mut t.b, flags, zero, slot, SOURCE + 16);

    // Index 16 is the first zero behind the vector.
    let sixteen = vconst(&mut t.b, I8X16, [16; 16]);
    let clamped = t.b.ins().umin(indices, sixteen);
    store(&mut t.b, flags, clamped, slot, INDICES);

    let source = t.b.ins().stack_addr(I64, slot, SOURCE);
    for position in 0..16 {
        let place = t.b.ins().stack_addr(I64, slot, INDICES);
        let index = t.b.ins().uload8(I64, flags, place, position);
        let chosen = t.b.ins().iadd(source, index);
        let byte = t.b.ins().load(types::I8, flags, chosen, 0);
        store(&mut t.b, flags, byte, slot, RESULT + position);
    }
    load(&mut t.b, flags, I8X16, slot, RESULT)
}

/// The lane slot and the flags of an access to it. An access cannot trap, because the slot is part of the frame; it
/// need not be aligned, because pieces begin at any byte.
fn lane_slot(t: &mut Translator<'_, '_, '_>) -> (StackSlot, MemFlagsData) {
    let slot = t.env.lane_slot(&mut t.b);
    let region = alias_region(&mut t.b, Region::LaneSlot);
    (slot, MemFlagsData::new().with_notrap().with_alias_region(Some(region)))
}

fn store(b: &mut FunctionBuilder<'_>, flags: MemFlagsData, value: Value, slot: StackSlot, offset: i32) {
    let address = b.ins().stack_addr(I64, slot, offset);
    b.ins().store(flags, value, address, 0);
}

fn load(b: &mut FunctionBuilder<'_>, flags: MemFlagsData, ty: Type, slot: StackSlot, offset: i32) -> Value {
    let address = b.ins().stack_addr(I64, slot, offset);
    b.ins().load(ty, flags, address, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interleavings_are_the_ones_of_punpck() {
        assert_eq!(interleaving(1, 0), [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23]);
        assert_eq!(interleaving(2, 8), [8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31]);
        assert_eq!(interleaving(4, 0), [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23]);
        assert_eq!(interleaving(8, 8), [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31]);
    }

    #[test]
    fn sse2_has_words_from_one_operand_per_half() {
        assert!(is_sse2_shuffle(&[4, 5, 6, 7, 4, 5, 6, 7, 16, 17, 18, 19, 28, 29, 30, 31]));
        assert!(!is_sse2_shuffle(&[4, 5, 6, 7, 16, 17, 18, 19, 4, 5, 6, 7, 28, 29, 30, 31]));
        assert!(!is_sse2_shuffle(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]));
    }

    #[test]
    fn runs_are_powers_of_two() {
        let rotation: [u8; 16] = std::array::from_fn(|position| position as u8 + 5);
        assert_eq!(run_bytes(&rotation), 16);
        assert_eq!(run_bytes(&rotation[..7]), 4);
        assert_eq!(run_bytes(&[31, 0, 1]), 1);
    }
}
