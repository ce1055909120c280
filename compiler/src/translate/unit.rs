//! The unit of compilation: what all producers of CLIF read.
//!
//! Whatever code is made from (a body, a step of instantiation, an export of a library) comes beside it, as an argument
//! of its own. A producer reads nothing else, so that translation stays pure: no options, no I/O, no state of a worker
//! here.

use cranelift_codegen::isa::TargetIsa;

use crate::module::Program;
use crate::module::instance::WasmOffset;
use crate::plan::Plan;
use crate::plan::symbols::Definition;

/// A program, the decisions about it, and the machine that it is compiled for.
#[derive(Clone, Copy)]
pub(crate) struct Unit<'u, 'a> {
    /// The program.
    pub(crate) program: &'u Program<'a>,
    /// Its plan.
    pub(crate) plan: &'u Plan,
    /// The machine, asked where an operator has another form without some processor feature.
    pub(crate) isa: &'u dyn TargetIsa,
}

impl Unit<'_, '_> {
    /// How messages call a function.
    pub(crate) fn display_name(self, definition: Definition) -> String {
        match definition {
            Definition::Body(body) => self.program.display_name(body),
            _ => "generated code".into(),
        }
    }

    /// Where the body of a function is in its binary, and how many bytes it has; `None` for glue code, which has no
    /// body.
    pub(crate) fn source(self, definition: Definition) -> Option<(WasmOffset, usize)> {
        match definition {
            Definition::Body(body) => Some(self.program.source(body)),
            _ => None,
        }
    }
}
