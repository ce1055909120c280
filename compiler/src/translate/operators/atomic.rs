//! Atomic instructions (threads proposal, "Instructions").
//!
//! All accesses are sequentially consistent. They also work on memories that are not shared, except that waiting traps
//! there. Addresses come from [`crate::translate::address`], and nothing may be added to them here.

use cranelift_codegen::ir::{AtomicRmwOp, InstBuilder, Type, Value, types};
use target_lexicon::Architecture;
use wasmc_abi::builtins;
use wasmc_abi::trap::Trap;
use wasmparser::MemArg;

use crate::error::Result;
use crate::translate::address;
use crate::translate::translator::Translator;

/// An access of `bytes`, whose value is zero-extended to `value`.
pub(super) fn load(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, value: Type, bytes: Type) -> Result<()> {
    let (address, flags) = address::atomic_access(t, memarg, bytes)?;
    let loaded = t.b.ins().atomic_load(bytes, flags, address);
    push_extended(t, loaded, value);
    Ok(())
}

pub(super) fn store(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: Type) -> Result<()> {
    let value = pop_reduced(t, bytes);
    let (address, flags) = address::atomic_access(t, memarg, bytes)?;
    t.b.ins().atomic_store(flags, value, address);
    Ok(())
}

/// A read, an operation and a write in one; the value read is the result.
pub(super) fn rmw(
    t: &mut Translator<'_, '_, '_>,
    memarg: &MemArg,
    operation: AtomicRmwOp,
    value: Type,
    bytes: Type,
) -> Result<()> {
    let operand = pop_reduced(t, bytes);
    let (address, flags) = address::atomic_access(t, memarg, bytes)?;
    let old = t.b.ins().atomic_rmw(bytes, flags, operation, address, operand);
    push_extended(t, old, value);
    Ok(())
}

/// Writes the replacement if the value read is the expected one. A narrow access compares and writes the low bytes
/// only.
pub(super) fn cmpxchg(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, value: Type, bytes: Type) -> Result<()> {
    let replacement = pop_reduced(t, bytes);
    let expected = pop_reduced(t, bytes);
    let (address, flags) = address::atomic_access(t, memarg, bytes)?;
    let is_riscv = matches!(t.env.isa.triple().architecture, Architecture::Riscv64(_));
    let builtin = match bytes {
        // For 8 and 16 bits, Cranelift 0.135 reads the word around them a second time after the comparison on RISC-V,
        // and so may overwrite what another thread wrote in between.
        types::I8 if is_riscv => &builtins::ATOMIC_CAS8,
        types::I16 if is_riscv => &builtins::ATOMIC_CAS16,
        _ => {
            let old = t.b.ins().atomic_cas(flags, address, expected, replacement);
            push_extended(t, old, value);
            return Ok(());
        }
    };
    let address = address::for_runtime(t, memarg, address)?;
    let expected = t.b.ins().uextend(types::I32, expected);
    let replacement = t.b.ins().uextend(types::I32, replacement);
    if let Some(old) = t.call_builtin(builtin, &[address, expected, replacement])? {
        push_extended(t, old, value);
    }
    Ok(())
}

pub(super) fn fence(t: &mut Translator<'_, '_, '_>) {
    t.b.ins().fence();
}

/// `memory.atomic.notify`. No thread can wait on a memory that is not shared, so the result is 0 there.
pub(super) fn notify(t: &mut Translator<'_, '_, '_>, memarg: &MemArg) -> Result<()> {
    let count = t.stacks.pop();
    let address = address::atomic_operand(t, memarg, 4)?;
    let woken = if is_shared(t, memarg)? {
        t.call_builtin(&builtins::MEMORY_NOTIFY, &[address, count])?
    } else {
        Some(t.b.ins().iconst(types::I32, 0))
    };
    t.stacks.values.extend(woken);
    Ok(())
}

/// `memory.atomic.wait32` and `wait64`.
pub(super) fn wait(t: &mut Translator<'_, '_, '_>, memarg: &MemArg, bytes: Type) -> Result<()> {
    let timeout = t.stacks.pop();
    let expected = t.stacks.pop();
    let address = address::atomic_operand(t, memarg, bytes.bytes())?;
    let result = if is_shared(t, memarg)? {
        let builtin = if bytes == types::I64 { &builtins::MEMORY_WAIT64 } else { &builtins::MEMORY_WAIT32 };
        t.call_builtin(builtin, &[address, expected, timeout])?
    } else {
        let kind = t.b.ins().iconst(types::I32, Trap::ExpectedSharedMemory as i64);
        t.call_builtin(&builtins::RAISE, &[kind])?;
        // The call does not return, but the stack needs a result.
        Some(t.b.ins().iconst(types::I32, 0))
    };
    t.stacks.values.extend(result);
    Ok(())
}

fn is_shared(t: &Translator<'_, '_, '_>, memarg: &MemArg) -> Result<bool> {
    let memory = address::target(t, memarg)?;
    Ok(t.env.program.memories[memory].shared)
}

/// Pops an integer and reduces it to the width of the access.
fn pop_reduced(t: &mut Translator<'_, '_, '_>, bytes: Type) -> Value {
    let value = t.stacks.pop();
    if t.b.func.dfg.value_type(value) == bytes { value } else { t.b.ins().ireduce(bytes, value) }
}

fn push_extended(t: &mut Translator<'_, '_, '_>, value: Value, to: Type) {
    let is_whole = t.b.func.dfg.value_type(value) == to;
    let value = if is_whole { value } else { t.b.ins().uextend(to, value) };
    t.stacks.push(value);
}
