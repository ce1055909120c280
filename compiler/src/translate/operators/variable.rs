//! Variable instructions (core specification, 4.4.5).
//!
//! The translator says where locals are; the plan says which globals are constants and where the others are stored.

use cranelift_codegen::ir::{InstBuilder, Value, types};

use super::{numeric, reference};
use crate::error::{Error, Result};
use crate::module::const_expr::ConstValue;
use crate::module::index::GlobalIndex;
use crate::plan::data::Data;
use crate::plan::globals::GlobalPlan;
use crate::plan::signature::machine_type;
use crate::translate::environment::Region;
use crate::translate::translator::Translator;

pub(super) fn local_get(t: &mut Translator<'_, '_, '_>, local: u32) {
    let value = t.get_local(local as usize);
    t.stacks.push(value);
}

pub(super) fn local_set(t: &mut Translator<'_, '_, '_>, local: u32) {
    let value = t.stacks.pop();
    t.set_local(local as usize, value);
}

pub(super) fn local_tee(t: &mut Translator<'_, '_, '_>, local: u32) {
    let value = t.stacks.pop();
    t.set_local(local as usize, value);
    t.stacks.push(value);
}

pub(super) fn global_get(t: &mut Translator<'_, '_, '_>, global: GlobalIndex) -> Result<()> {
    match t.env.plan.globals[global] {
        GlobalPlan::Constant(value) => constant(t, value),
        GlobalPlan::Stored { offset } => {
            let address = t.env.state_address(&mut t.b, Data::Globals, i64::from(offset))?;
            let flags = t.env.state_flags(&mut t.b, Region::Global(global));
            let ty = machine_type(t.env.program.globals[global].ty);
            let value = t.b.ins().load(ty, flags, address, 0);
            t.stacks.push(value);
            Ok(())
        }
    }
}

pub(super) fn global_set(t: &mut Translator<'_, '_, '_>, global: GlobalIndex) -> Result<()> {
    let GlobalPlan::Stored { offset } = t.env.plan.globals[global] else {
        return Err(Error::internal("validation passed a write to an immutable global"));
    };
    let value: Value = t.stacks.pop();
    let address = t.env.state_address(&mut t.b, Data::Globals, i64::from(offset))?;
    let flags = t.env.state_flags(&mut t.b, Region::Global(global));
    t.b.ins().store(flags, value, address, 0);
    Ok(())
}

fn constant(t: &mut Translator<'_, '_, '_>, value: ConstValue) -> Result<()> {
    match value {
        ConstValue::I32(value) => numeric::iconst(t, types::I32, i64::from(value)),
        ConstValue::I64(value) => numeric::iconst(t, types::I64, value),
        ConstValue::F32(bits) => numeric::f32const(t, bits),
        ConstValue::F64(bits) => numeric::f64const(t, bits),
        ConstValue::V128(bits) => super::vector::constant(t, bits.to_le_bytes()),
        ConstValue::RefNull => reference::null(t),
        ConstValue::RefFunc(function) => return reference::function(t, function),
    }
    Ok(())
}
