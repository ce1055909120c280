//! The function that follows a pointer of the guest for lldb, which calls it to evaluate an expression.
//!
//! In C it is `void *wasmc_guest_ptr_get(const uint32_t *pointer)`. It returns the address in the process of what the
//! guest's pointer points to, and reads nothing there; null stays null. No code of the program may call it: it checks
//! no bounds.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Function, InstBuilder, MemFlagsData, types};
use wasmc_abi::builtins;
use wasmc_abi::layout::{IDENTITY_FIRST, Memory};

use super::{build, params};
use crate::error::{Error, Result};
use crate::module::index::MemoryIndex;
use crate::plan::data::Data;
use crate::plan::memory::MemoryBase;
use crate::plan::signature;
use crate::plan::symbols::Definition;
use crate::translate::environment::Environment;
use crate::translate::unit::Unit;

/// Generates the function for pointers into a memory with `i32` indices.
pub(in crate::translate) fn guest_pointer(unit: Unit<'_, '_>, memory: MemoryIndex) -> Result<Function> {
    let signature = signature::runtime(&[builtins::Type::I64], Some(builtins::Type::I64), unit.isa);
    let mut environment = Environment::new(unit);
    build(unit, Definition::GuestPointer(memory), signature, |b| {
        let pointer = params(b)?.into_iter().next().ok_or_else(|| Error::internal("a function without parameter"))?;
        // The debugger's pointer can be wrong, so no flag may promise anything about it.
        let address = b.ins().uload32(MemFlagsData::new(), pointer, 0);
        let field = memory.0 as usize * size_of::<Memory>() + std::mem::offset_of!(Memory, base);
        let state = environment.data_address(b, Data::Memories, field as i64)?;
        let base = b.ins().load(types::I64, MemFlagsData::trusted(), state, 0);
        let mut host = b.ins().iadd(base, address);
        if unit.plan.memories[memory].base == MemoryBase::Identity {
            let is_low = b.ins().icmp_imm_u(IntCC::UnsignedLessThan, address, IDENTITY_FIRST as i64);
            host = b.ins().select(is_low, host, address);
        }
        let result = b.ins().select(address, host, address);
        b.ins().return_(&[result]);
        Ok(())
    })
}
