//! The unit of compilation: what all producers of CLIF read.
//!
//! Whatever code is made from (a body, a step of instantiation, an export of a library) comes beside it, as an argument of
//! its own. A producer reads nothing else, so that translation stays pure: no options, no I/O, no state of a worker here.

use cranelift_codegen::isa::TargetIsa;

use crate::module::Program;
use crate::plan::Plan;

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
