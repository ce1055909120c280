//! The functions of `wasmc_abi::builtins`: what compiled code calls, in the platform's C convention.
//!
//! Each file is a group of that table; [`float`] holds what Cranelift calls by itself for instructions that the baseline
//! processor lacks. A function here only converts types and calls the room that does the work. None of them is called by
//! the runtime.

pub mod atomic;
pub mod exception;
pub mod float;
pub mod invoke;
pub mod memory;
pub mod processor;
pub mod script;
pub mod table;
