//! The state of one body under translation, which all operators read and change.
//!
//! It is a file of its own so that the leaves of the operator table depend on it and not on the driver
//! ([`super::body`]) that calls them. How an operator is translated must not be written here: only what several groups
//! of operators need.

use cranelift_codegen::ir::{BlockArg, InstBuilder, StackSlot, StackSlotData, StackSlotKey, StackSlotKind, Type};
use cranelift_codegen::ir::{Value, types};
use cranelift_frontend::{FunctionBuilder, Variable};
use wasmc_abi::builtins::Builtin;
use wasmparser::ValType;

use super::environment::Environment;
use super::handlers::Handlers;
use super::legacy;
use super::stacks::Stacks;
use crate::error::Result;

/// A body under translation.
pub(super) struct Translator<'f, 'e, 'a> {
    /// The CLIF function being built.
    pub(super) b: FunctionBuilder<'f>,
    /// Operands and blocks.
    pub(super) stacks: Stacks,
    /// The view of program and plan.
    pub(super) env: Environment<'e, 'a>,
    /// Locals, parameters first.
    pub(super) locals: Vec<Local>,
    /// Handlers of exceptions.
    pub(super) handlers: Handlers,
    /// The legacy `try` instructions of the body that are not translated yet, in order.
    pub(super) tries: std::vec::IntoIter<legacy::Try>,
}

/// Where a local is.
#[derive(Clone, Copy)]
pub(super) enum Local {
    /// Wherever the register allocator puts it.
    Variable(Variable),
    /// In a slot of the frame, at all times, so that a debugger can read and change it.
    Slot(StackSlot, Type),
}

impl Translator<'_, '_, '_> {
    /// Adds a local that starts with this value, of this type.
    pub(super) fn declare_local(&mut self, ty: Type, value: Value) {
        let local = if self.env.plan.locals_in_slots {
            let align_shift = ty.bytes().ilog2() as u8;
            let key = StackSlotKey::new(self.locals.len() as u64);
            let data = StackSlotData::new_with_key(StackSlotKind::ExplicitSlot, ty.bytes(), align_shift, key);
            Local::Slot(self.b.create_sized_stack_slot(data), ty)
        } else {
            Local::Variable(self.b.declare_var(ty))
        };
        self.locals.push(local);
        self.set_local(self.locals.len() - 1, value);
    }

    /// Writes a local.
    pub(super) fn set_local(&mut self, position: usize, value: Value) {
        match self.locals[position] {
            Local::Variable(variable) => self.b.def_var(variable, value),
            Local::Slot(slot, _) => {
                self.b.ins().stack_store(types::I64, value, slot, 0);
            }
        }
    }

    /// Reads a local.
    pub(super) fn get_local(&mut self, position: usize) -> Value {
        match self.locals[position] {
            Local::Variable(variable) => self.b.use_var(variable),
            Local::Slot(slot, ty) => self.b.ins().stack_load(types::I64, ty, slot, 0),
        }
    }

    /// The zero or null of a type.
    pub(super) fn zero(&mut self, ty: ValType) -> Value {
        match ty {
            ValType::I32 => self.b.ins().iconst(types::I32, 0),
            ValType::I64 | ValType::Ref(_) => self.b.ins().iconst(types::I64, 0),
            ValType::F32 => self.b.ins().f32const(0.0),
            ValType::F64 => self.b.ins().f64const(0.0),
            ValType::V128 => {
                let zero = self.b.func.dfg.constants.insert(vec![0; 16].into());
                self.b.ins().vconst(types::I8X16, zero)
            }
        }
    }

    /// The topmost operands as arguments of a branch.
    pub(super) fn branch_args(&self, count: usize) -> Vec<BlockArg> {
        self.stacks.peek(count).iter().map(|value| BlockArg::from(*value)).collect()
    }

    /// Calls a runtime function.
    pub(super) fn call_builtin(&mut self, builtin: &Builtin, args: &[Value]) -> Result<Option<Value>> {
        let callee = self.env.builtin(&mut self.b, builtin)?;
        let call = self.b.ins().call(callee, args);
        Ok(self.b.inst_results(call).first().copied())
    }
}
