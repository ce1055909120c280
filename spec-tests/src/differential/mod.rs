//! Differential fuzzing: modules that nobody wrote, run by wasmc and by an interpreter, must do the same.
//!
//! From a seed to a verdict:
//!
//! 1. [`generate`]: a seed becomes a module and the steps that are performed on it ([`trace::Step`]). [`vectors`] makes
//!    other modules, of vector instructions only.
//! 2. [`mod@reference`]: an interpreter, which shares no code with Cranelift, performs them and says what came of each.
//! 3. [`driver`]: many cases become one program with a driver that performs the same steps and records what came of
//!    them.
//! 4. [`mode`]: wasmc compiles that program, in one of its modes, and the executable [runs](crate::process).
//! 5. [`campaign`]: the records must be equal; counts, by reason, what could not be compared.
//!
//! README.md in this folder is for who runs it.
//!
//! The driver knows no expectation: it only records. So what it records can be read when it is wrong.

pub mod campaign;
pub mod driver;
pub mod exports;
pub mod generate;
pub mod mode;
pub mod multiply_adds;
pub mod random;
pub mod record;
pub mod reference;
pub mod selects;
pub mod steps;
pub mod trace;
pub mod vectors;
