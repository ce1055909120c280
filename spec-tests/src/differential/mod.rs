//! Differential fuzzing: generated modules must do the same in wasmc's programs and in an interpreter.
//!
//! From a seed to a verdict:
//!
//! 1. [`generate`]: a seed becomes a module and the steps that are performed on it ([`trace::Step`]). [`vectors`] makes
//!    other modules, of vector instructions only.
//! 2. [`mod@reference`]: an interpreter, which shares no code with Cranelift, performs the steps and gives the expected
//!    records. [`selects`] and [`multiply_adds`] prepare its copy of the module.
//! 3. [`driver`]: many cases become one program with a driver that performs the same steps and records their outcomes.
//! 4. [`mode`]: wasmc compiles that program, in one of its modes, and the executable [runs](crate::process).
//! 5. [`campaign`]: the records must be equal; cases that cannot be compared are counted by reason.
//!
//! README.md in this folder says how to run it. The driver must not know expectations: it only records, so that a wrong
//! record can be read.

pub mod campaign;
pub mod driver;
pub mod exports;
pub mod generate;
mod judge;
pub mod mode;
pub mod multiply_adds;
pub mod random;
pub mod record;
pub mod reference;
pub mod selects;
pub mod steps;
pub mod trace;
pub mod vectors;
