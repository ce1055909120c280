//! Globals: the ones that are constants in the code, and the places of the others.
//!
//! An immutable global has a value that is known here, so code contains the value and the executable has no such
//! variable. A place, once given, must be naturally aligned: code accesses globals with aligned loads and stores.

use wasmparser::ValType;

use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::const_expr::ConstValue;
use crate::module::index::{GlobalIndex, IndexVec};

/// The form of a global in the compiled program.
#[derive(Clone, Copy, Debug)]
pub(crate) enum GlobalPlan {
    /// Immutable: code contains its value.
    Constant(ConstValue),
    /// Mutable: a variable.
    Stored {
        /// Its place, in bytes from the start of the globals.
        offset: u32,
    },
}

/// The decisions about all globals.
pub(crate) struct Globals {
    /// By global.
    pub(crate) plans: IndexVec<GlobalIndex, GlobalPlan>,
    /// Bytes of the block of stored globals.
    pub(crate) bytes: u32,
    /// The values that they start with.
    pub(crate) values: IndexVec<GlobalIndex, ConstValue>,
}

/// Decides for every global. Initializers may refer to earlier immutable globals only, so one pass in order suffices.
pub(crate) fn plan(program: &Program<'_>) -> Result<Globals> {
    let mut plans = IndexVec::new();
    let mut values = IndexVec::new();
    let mut bytes = 0u32;
    for (_, global) in program.globals.iter() {
        let init = global.init.as_ref().ok_or_else(|| Error::internal("an imported global has no provider"))?;
        let initial = init.evaluate(|index| value(&plans, index))?;
        values.push(initial);
        if !global.mutable {
            plans.push(GlobalPlan::Constant(initial));
            continue;
        }
        let size = if global.ty == ValType::V128 { 16 } else { 8 };
        let offset = bytes.next_multiple_of(size);
        bytes = offset.checked_add(size).ok_or_else(|| Error::Limit { message: "too many globals".into() })?;
        plans.push(GlobalPlan::Stored { offset });
    }
    Ok(Globals { plans, bytes, values })
}

/// The value of an immutable global.
pub(crate) fn value(plans: &IndexVec<GlobalIndex, GlobalPlan>, index: GlobalIndex) -> Option<ConstValue> {
    match plans.get(index)? {
        GlobalPlan::Constant(value) => Some(*value),
        GlobalPlan::Stored { .. } => None,
    }
}
