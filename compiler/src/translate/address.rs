//! THE sandbox file: every address inside a linear memory or a table that code of the program uses is made here, and
//! nowhere else in the compiler. (`glue/guest_pointer.rs` makes addresses for debuggers.)
//!
//! Changes here need a reviewer who has read this file whole. The rules:
//!
//! 1. An address is `base + zero-extended index + constant offset`, with nothing added afterwards by callers. In a
//!    memory at its own addresses, `base` is 0 unless the sum of index and offset is below 64 KiB; then it is the base
//!    in the memory's state, which is 0 or the alias. It is chosen without a branch ([`own_address`]) and by the whole
//!    sum, so an offset below 64 KiB is never left to the displacement of an instruction. An access that begins below
//!    64 KiB and ends above it is in the alias, or at address 0 and up, where the same bytes follow as in the memory
//!    itself, with the same protection.
//! 2. With guard pages there is no check: `plan::memory` shows why no such address leaves the reservation, or one of
//!    the two of a memory at its own addresses. What makes this sound is that an access out of bounds *faults*, so no
//!    access made here may ever be marked `notrap`.
//! 3. With explicit checks the comparison dominates the access, in 64-bit arithmetic that cannot wrap. With an `i32`
//!    index, index and constant offset are below 2^32 each, and are added. With an `i64` index, the index, the offset
//!    and the count of a bulk operation can each be anything up to 2^64 - 1. Then nothing is added to an index before
//!    it has been compared; instead, constants and counts are subtracted from the length, after a comparison has shown
//!    that the length is at least as large. A comparison is left out only for constant indices within the length that a
//!    memory starts with, because memories never shrink.
//! 4. Bulk operations check their whole range against the current length before the first byte moves (core
//!    specification, 4.4.7: `memory.fill` and its like trap before any effect).
//! 5. An atomic access whose address is not a multiple of its width traps before any other check, so no atomic access
//!    crosses the end of a memory.
//! 6. Indices of tables are always compared, and an index out of bounds is clamped to 0 also under speculation
//!    (`select_spectre_guard`), because the loaded word is called. `i64` indices of memories are clamped too, because
//!    they reach the whole process; an `i32` index reaches a few GiB behind the memory's base at most. In a memory at
//!    its own addresses it reaches as far from address 0 or from the alias, whichever base is chosen.
//! 7. An operand is extended to 64 bits with zeros, by [`widen`], before any other use.
//! 8. A function of the runtime gets no address 0, which Rust takes for the absence of an address: where the guest's
//!    address 0 is host address 0, it gets that byte's address in the alias. Both ranges of a copy within one memory
//!    are in the same view of it if they overlap, because their addresses decide about the direction of the copy.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{InstBuilder, InstructionData, MemFlagsData, Opcode, Type, Value, ValueDef, types};
use target_lexicon::Architecture;
use wasmc_abi::layout;
use wasmc_abi::trap::Trap;
use wasmparser::{MemArg, MemArgTarget};

use super::environment::{Region, alias_region};
use super::translator::Translator;
use super::trap;
use crate::error::{Error, Result};
use crate::module::index::{Index, MemoryIndex, TableIndex};
use crate::plan::data::Data;
use crate::plan::memory::{Bounds, MemoryBase};
use crate::plan::table::TableBase;

/// An address of guest memory, ready for one load or store.
pub(super) struct Access {
    /// Host address without the constant offset.
    pub(super) address: Value,
    /// Constant offset.
    pub(super) offset: i32,
    /// Flags of the access. It can trap as an access out of bounds.
    pub(super) flags: MemFlagsData,
}

/// Pops an index and makes the address of an access of `bytes` bytes.
pub(super) fn access(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: u32) -> Result<Access> {
    let memory = target(t, memarg)?;
    let plan = t.env.plan.memories[memory];
    let operand = t.stacks.pop();
    // With an offset this large, every sum is above the bytes that may lie elsewhere.
    let is_compared = plan.base == MemoryBase::Identity && memarg.offset < layout::IDENTITY_FIRST;
    // The instruction takes an offset that fits 31 bits; a larger one is added to the index.
    let (added, offset) = match i32::try_from(memarg.offset) {
        Ok(offset) if !is_compared => (0, offset),
        _ => (memarg.offset, 0),
    };
    let (start, added) = if plan.is_64 {
        if plan.bounds == Bounds::Guard || plan.base == MemoryBase::Identity {
            return Err(Error::internal("no reservation is large enough for an i64 index"));
        }
        (checked_start(t, memory, operand, memarg.offset, added, bytes)?, 0)
    } else {
        // The size of the guard, and the sum in `check_index`, rely on 32 bits of index and of offset.
        if memarg.offset > u64::from(u32::MAX) || t.b.func.dfg.value_type(operand) != types::I32 {
            return Err(Error::internal("validation passed more than 32 bits of index or offset"));
        }
        let index = widen(t, operand);
        if plan.bounds == Bounds::Explicit {
            check_index(t, memory, index, memarg.offset + u64::from(bytes))?;
        }
        (index, added)
    };
    let address = match plan.base {
        MemoryBase::Identity => {
            let sum = add_constant(t, start, added);
            if is_compared { own_address(t, memory, sum, sum)? } else { sum }
        }
        MemoryBase::Constant(_) | MemoryBase::State => {
            let base = base_address(t, memory)?;
            let address = t.b.ins().iadd(base, start);
            add_constant(t, address, added)
        }
    };
    let region = alias_region(&mut t.b, Region::Memory(memory));
    let flags = MemFlagsData::new()
        .with_trap_code(Some(trap::code(Trap::MemoryOutOfBounds)))
        .with_endianness(cranelift_codegen::ir::Endianness::Little)
        .with_alias_region(Some(region));
    Ok(Access { address, offset, flags })
}

/// Pops an index and makes the address of an atomic access of `ty`, which traps unless it is aligned (threads
/// proposal).
pub(super) fn atomic_access(
    t: &mut Translator<'_, '_, '_>,
    memarg: &MemArg,
    ty: Type,
) -> Result<(Value, MemFlagsData)> {
    check_alignment(t, memarg, ty.bytes());
    let Access { address, offset, flags } = access(t, memarg, ty.bytes())?;
    let address = t.b.ins().iadd_imm_s(address, i64::from(offset));
    if matches!(t.env.isa.triple().architecture, Architecture::Riscv64(_)) && has_guard(t, memarg)? {
        // Cranelift's RISC-V backend drops the trap code of an atomic instruction, so a fault there would not be a
        // recorded site. An ordinary load of the same bytes has its code. After that load the atomic instruction cannot
        // fault, as a memory never shrinks.
        t.b.ins().load(ty, flags, address, 0);
    }
    Ok((address, flags))
}

/// Pops an index and returns the host address of `bytes` bytes for a function of the runtime, after checking that the
/// address is aligned and that all bytes are in the memory.
pub(super) fn atomic_operand(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: u32) -> Result<Value> {
    check_alignment(t, memarg, bytes);
    let Access { address, offset, flags } = access(t, memarg, bytes)?;
    if has_guard(t, memarg)? {
        // A fault inside the runtime is not at a recorded site. Probe here, with a load that is one.
        let ty = if bytes == 8 { types::I64 } else { types::I32 };
        t.b.ins().load(ty, flags, address, offset);
    }
    let address = t.b.ins().iadd_imm_s(address, i64::from(offset));
    for_runtime(t, memarg, address)
}

/// The address of an atomic access in the form for a function of the runtime, which is never 0 (rule 8).
pub(super) fn for_runtime(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, address: Value) -> Result<Value> {
    if t.env.plan.memories[target(t, memarg)?].base != MemoryBase::Identity {
        return Ok(address);
    }
    let alias = t.b.ins().iconst(types::I64, layout::IDENTITY_ALIAS as i64);
    Ok(t.b.ins().select(address, address, alias))
}

/// Traps unless the index on top of the stack plus the constant offset is a multiple of `bytes`, a power of two.
fn check_alignment(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: u32) {
    if bytes == 1 {
        return;
    }
    let low_bits = u64::from(bytes) - 1;
    let mut index = t.stacks.peek(1)[0];
    if memarg.offset & low_bits != 0 {
        // The sum may wrap around: only its low bits are used, and those are right all the same.
        index = t.b.ins().iadd_imm_u(index, (memarg.offset & low_bits) as i64);
    }
    let misaligned = t.b.ins().band_imm_u(index, low_bits as i64);
    t.b.ins().trapnz(misaligned, trap::code(Trap::UnalignedAtomic));
}

/// Whether guard pages enforce the bounds of the memory of an access.
pub(super) fn has_guard(t: &Translator<'_, '_, '_>, memarg: &MemArg) -> Result<bool> {
    Ok(t.env.plan.memories[target(t, memarg)?].bounds == Bounds::Guard)
}

/// The memory of an access.
pub(super) fn target(t: &Translator<'_, '_, '_>, memarg: &MemArg) -> Result<MemoryIndex> {
    match memarg.target {
        MemArgTarget::Memory(memory) => Ok(t.env.spaces.memories.get(memory)),
        _ => Err(Error::internal("validation passed an access to an array")),
    }
}

/// For an `i32` index that was extended to `i64`: traps unless `index + end` is at most the memory's length.
fn check_index(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex, index: Value, end: u64) -> Result<()> {
    let initial_bytes = t.env.plan.memories[memory].initial_bytes;
    if is_always_inside(t, index, end, initial_bytes) {
        return Ok(());
    }
    let length = length_bytes(t, memory)?;
    let last = t.b.ins().iadd_imm_u(index, end as i64);
    let outside = t.b.ins().icmp(IntCC::UnsignedGreaterThan, last, length);
    t.b.ins().trapnz(outside, trap::code(Trap::MemoryOutOfBounds));
    Ok(())
}

/// For an `i64` index: traps unless `index + offset + bytes` is at most the memory's length. Returns `index + added`,
/// where `added` is the offset, or 0 if the instruction takes the offset. Under misspeculation the result is 0: a large
/// offset is added before clamping, and a small one, which stays in the instruction, reaches 2 GiB at most.
fn checked_start(
    t: &mut Translator<'_, '_, '_>,
    memory: MemoryIndex,
    index: Value,
    offset: u64,
    added: u64,
    bytes: u32,
) -> Result<Value> {
    let kind = Trap::MemoryOutOfBounds;
    let initial_bytes = t.env.plan.memories[memory].initial_bytes;
    let zero = t.b.ins().iconst(types::I64, 0);
    let Some(end) = offset.checked_add(u64::from(bytes)) else {
        // The sum overflows 64 bits, so every access is out of bounds: trap unconditionally. The code after it is dead,
        // but has to be valid.
        t.b.ins().trapz(zero, trap::code(kind));
        return Ok(zero);
    };
    if is_always_inside(t, index, end, initial_bytes) {
        return Ok(add_constant(t, index, added));
    }
    let length = length_bytes(t, memory)?;
    let outside = if end == 1 {
        t.b.ins().icmp(IntCC::UnsignedGreaterThanOrEqual, index, length)
    } else {
        let bytes = t.b.ins().iconst(types::I64, end as i64);
        let last = t.b.ins().isub(length, bytes);
        let outside = t.b.ins().icmp(IntCC::UnsignedGreaterThan, index, last);
        if end <= initial_bytes {
            // The length is at least `initial_bytes`, so the subtraction above did not wrap.
            outside
        } else {
            let too_short = t.b.ins().icmp(IntCC::UnsignedGreaterThan, bytes, length);
            t.b.ins().bor(too_short, outside)
        }
    };
    t.b.ins().trapnz(outside, trap::code(kind));
    let start = add_constant(t, index, added);
    Ok(t.b.ins().select_spectre_guard(outside, zero, start))
}

/// Whether the index is a constant, and `end` bytes from it are within the length that the memory starts with.
fn is_always_inside(t: &Translator<'_, '_, '_>, index: Value, end: u64, initial_bytes: u64) -> bool {
    constant(t, index).and_then(|index| index.checked_add(end)).is_some_and(|end| end <= initial_bytes)
}

/// The value of an index if it is a constant or a widened constant.
fn constant(t: &Translator<'_, '_, '_>, index: Value) -> Option<u64> {
    let dfg = &t.b.func.dfg;
    let definition = |value| match dfg.value_def(value) {
        ValueDef::Result(instruction, _) => Some(dfg.insts[instruction]),
        _ => None,
    };
    match definition(index)? {
        InstructionData::UnaryImm { opcode: Opcode::Iconst, imm } => Some(imm.bits().cast_unsigned()),
        InstructionData::Unary { opcode: Opcode::Uextend, arg } if dfg.value_type(arg) == types::I32 => {
            match definition(arg)? {
                // Only the low half counts: the upper half of an `i32` constant may hold its sign.
                InstructionData::UnaryImm { opcode: Opcode::Iconst, imm } => Some(u64::from(imm.bits() as u32)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// An operand that is an index or a count as an `i64`: an `i32` is extended with zeros.
pub(super) fn widen(t: &mut Translator<'_, '_, '_>, operand: Value) -> Value {
    match t.b.func.dfg.value_type(operand) {
        types::I64 => operand,
        _ => t.b.ins().uextend(types::I64, operand),
    }
}

fn add_constant(t: &mut Translator<'_, '_, '_>, value: Value, constant: u64) -> Value {
    if constant == 0 { value } else { t.b.ins().iadd_imm_u(value, constant as i64) }
}

/// The host address of `count` bytes from `index` on, for a function of the runtime, after checking that all of them
/// are in the memory. Both are operands of a bulk operation; the count may be an `i32` although the index is an `i64`.
pub(super) fn memory_range(
    t: &mut Translator<'_, '_, '_>,
    memory: MemoryIndex,
    index: Value,
    count: Value,
) -> Result<Value> {
    let length = length_bytes(t, memory)?;
    let index = checked_range(t, index, count, length, Trap::MemoryOutOfBounds);
    if t.env.plan.memories[memory].base == MemoryBase::Identity {
        return own_range(t, memory, index, index);
    }
    let base = base_address(t, memory)?;
    Ok(t.b.ins().iadd(base, index))
}

/// The host addresses of the source and the destination of a copy within one memory, for a function of the runtime that
/// moves bytes, after checking that both ranges are in the memory.
pub(super) fn memory_ranges(
    t: &mut Translator<'_, '_, '_>,
    memory: MemoryIndex,
    [source, destination]: [Value; 2],
    count: Value,
) -> Result<[Value; 2]> {
    if t.env.plan.memories[memory].base != MemoryBase::Identity {
        return Ok([memory_range(t, memory, source, count)?, memory_range(t, memory, destination, count)?]);
    }
    let length = length_bytes(t, memory)?;
    let source = checked_range(t, source, count, length, Trap::MemoryOutOfBounds);
    let destination = checked_range(t, destination, count, length, Trap::MemoryOutOfBounds);
    let count = widen(t, count);
    let (forward, backward) = (t.b.ins().isub(destination, source), t.b.ins().isub(source, destination));
    let distance = t.b.ins().umin(forward, backward);
    let overlap = t.b.ins().icmp(IntCC::UnsignedLessThan, distance, count);
    let lower = t.b.ins().umin(destination, source);
    // Ranges that overlap get the base of the lower one.
    let keys = [source, destination].map(|index| (t.b.ins().select(overlap, lower, index), index));
    let [source, destination] = keys.map(|(key, index)| own_range(t, memory, key, index));
    Ok([source?, destination?])
}

/// For a memory at its own addresses: the host address of a range from `index` on, for a function of the runtime. The
/// base is chosen by `key`, which is at most the index, as for an access at `key`.
fn own_range(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex, key: Value, index: Value) -> Result<Value> {
    let address = own_address(t, memory, key, index)?;
    let in_alias = t.b.ins().iadd_imm_u(index, layout::IDENTITY_ALIAS as i64);
    Ok(t.b.ins().select(key, address, in_alias))
}

/// For a memory at its own addresses: the host address of `sum`, the sum of an index and the whole constant offset. The
/// base in the memory's state is added if `key` is below 64 KiB. The key is the sum, or less than that: every address
/// of the memory is valid with that base too.
fn own_address(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex, key: Value, sum: Value) -> Result<Value> {
    if constant(t, key).is_some_and(|key| key >= layout::IDENTITY_FIRST) {
        return Ok(sum);
    }
    let base = base_address(t, memory)?;
    let zero = t.b.ins().iconst(types::I64, 0);
    let is_low = t.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, key, layout::IDENTITY_FIRST as i64);
    // A plain `select` is a branch on RISC-V.
    let base = t.b.ins().select_spectre_guard(is_low, base, zero);
    Ok(t.b.ins().iadd(sum, base))
}

/// The length of a memory in bytes, as an `i64`. In a shared memory it can grow at any time, so a check against what
/// was loaded earlier is one against what it had at least.
pub(super) fn length_bytes(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<Value> {
    let offset = memory.position() * size_of::<layout::Memory>() + std::mem::offset_of!(layout::Memory, length_bytes);
    let state = t.env.data_address(&mut t.b, Data::Memories, 0)?;
    let flags = t.env.state_flags(&mut t.b, Region::MemoryState);
    Ok(t.b.ins().load(types::I64, flags, state, offset as i32))
}

/// The length as `memory.size` has it: in a shared memory that is what other threads have made of it by now (threads
/// proposal, "Resizing").
pub(super) fn present_length_bytes(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<Value> {
    if !t.env.plan.memories[memory].shared {
        return length_bytes(t, memory);
    }
    let offset = memory.position() * size_of::<layout::Memory>() + std::mem::offset_of!(layout::Memory, length_bytes);
    let state = t.env.data_address(&mut t.b, Data::Memories, offset as i64)?;
    let flags = t.env.state_flags(&mut t.b, Region::MemoryState);
    Ok(t.b.ins().atomic_load(types::I64, flags, state))
}

/// The base of an address in the memory, to which the index is added. In a memory at its own addresses it is the base
/// of the lowest bytes only ([`own_address`]).
fn base_address(t: &mut Translator<'_, '_, '_>, memory: MemoryIndex) -> Result<Value> {
    let base = t.env.plan.memories[memory].base;
    if let MemoryBase::Constant(base) = base {
        return Ok(t.b.ins().iconst(types::I64, base as i64));
    }
    let offset = memory.position() * size_of::<layout::Memory>() + std::mem::offset_of!(layout::Memory, base);
    let state = t.env.data_address(&mut t.b, Data::Memories, 0)?;
    let mut flags = t.env.state_flags(&mut t.b, Region::MemoryState);
    if base == MemoryBase::Identity {
        // Written before any code of the guest runs and never after, so that one load serves a whole function.
        flags = flags.with_readonly().with_can_move();
    }
    Ok(t.b.ins().load(types::I64, flags, state, offset as i32))
}

/// The host address of `count` items of `item_bytes` from `index` on in a passive segment, after checking them against
/// its current length, which is zero once it is dropped.
pub(super) fn segment_range(
    t: &mut Translator<'_, '_, '_>,
    segment: Data,
    index: Value,
    count: Value,
    item_bytes: i64,
    kind: Trap,
) -> Result<Value> {
    let slot = t.env.plan.symbols.length_offset(segment);
    let slot = slot.ok_or_else(|| Error::internal(format!("{segment:?} has no length")))?;
    let lengths = t.env.state_address(&mut t.b, Data::SegmentLengths, 0)?;
    let flags = t.env.state_flags(&mut t.b, Region::SegmentLengths);
    let length = t.b.ins().load(types::I64, flags, lengths, slot);
    let index = checked_range(t, index, count, length, kind);
    let offset = t.b.ins().imul_imm_u(index, item_bytes);
    let base = t.env.data_address(&mut t.b, segment, 0)?;
    Ok(t.b.ins().iadd(base, offset))
}

/// The host address of a table element, for one load or store of its word; traps as `kind` where there is none.
pub(super) fn table_element(
    t: &mut Translator<'_, '_, '_>,
    table: TableIndex,
    index: Value,
    kind: Trap,
) -> Result<(Value, MemFlagsData)> {
    let length = table_length(t, table)?;
    let index = widen(t, index);
    let outside = t.b.ins().icmp(IntCC::UnsignedGreaterThanOrEqual, index, length);
    t.b.ins().trapnz(outside, trap::code(kind));
    let zero = t.b.ins().iconst(types::I64, 0);
    let index = t.b.ins().select_spectre_guard(outside, zero, index);
    let offset = t.b.ins().ishl_imm_u(index, 3);
    let base = table_base(t, table)?;
    let flags = t.env.state_flags(&mut t.b, Region::TableElements);
    Ok((t.b.ins().iadd(base, offset), flags))
}

/// The host address of `count` elements from `index` on, after checking that all of them are in the table.
pub(super) fn table_range(
    t: &mut Translator<'_, '_, '_>,
    table: TableIndex,
    index: Value,
    count: Value,
) -> Result<Value> {
    let length = table_length(t, table)?;
    let index = checked_range(t, index, count, length, Trap::TableOutOfBounds);
    let offset = t.b.ins().ishl_imm_u(index, 3);
    let base = table_base(t, table)?;
    Ok(t.b.ins().iadd(base, offset))
}

/// The number of elements of a table, as an `i64`.
pub(super) fn table_length(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<Value> {
    let plan = &t.env.plan.tables[table];
    if !plan.grows {
        return Ok(t.b.ins().iconst(types::I64, plan.length as i64));
    }
    table_state(t, table, std::mem::offset_of!(layout::Table, length))
}

/// The host address of element 0. From there on are as many elements as [`table_length`] says: a table in the object
/// has all of them at its symbol; if the address is in the state, the runtime has mapped all of them before any code of
/// the guest runs; and growth changes address and length together, in a call after which both are loaded again.
fn table_base(t: &mut Translator<'_, '_, '_>, table: TableIndex) -> Result<Value> {
    match t.env.plan.tables[table].base {
        TableBase::Symbol => t.env.data_address(&mut t.b, Data::TableElements(table), 0),
        TableBase::State => table_state(t, table, std::mem::offset_of!(layout::Table, elements)),
    }
}

fn table_state(t: &mut Translator<'_, '_, '_>, table: TableIndex, field: usize) -> Result<Value> {
    let state = t.env.state_address(&mut t.b, Data::Tables, 0)?;
    let mut flags = t.env.state_flags(&mut t.b, Region::TableState);
    if !t.env.plan.tables[table].grows {
        // Written before any code of the guest runs and never after, so that one load serves a whole function.
        flags = flags.with_readonly().with_can_move();
    }
    let offset = table.position() * size_of::<layout::Table>() + field;
    Ok(t.b.ins().load(types::I64, flags, state, offset as i32))
}

/// Traps unless `index + count <= length`; the operands are `i32` or `i64`, the length is an `i64`. Gives the index as
/// `i64`.
fn checked_range(t: &mut Translator<'_, '_, '_>, index: Value, count: Value, length: Value, kind: Trap) -> Value {
    let is_wide = [index, count].iter().any(|operand| t.b.func.dfg.value_type(*operand) == types::I64);
    let index = widen(t, index);
    let count = widen(t, count);
    if !is_wide {
        let end = t.b.ins().iadd(index, count);
        let outside = t.b.ins().icmp(IntCC::UnsignedGreaterThan, end, length);
        t.b.ins().trapnz(outside, trap::code(kind));
        return index;
    }
    let too_long = t.b.ins().icmp(IntCC::UnsignedGreaterThan, count, length);
    let last = t.b.ins().isub(length, count);
    let outside = t.b.ins().icmp(IntCC::UnsignedGreaterThan, index, last);
    let outside = t.b.ins().bor(too_long, outside);
    t.b.ins().trapnz(outside, trap::code(kind));
    let zero = t.b.ins().iconst(types::I64, 0);
    t.b.ins().select_spectre_guard(outside, zero, index)
}
