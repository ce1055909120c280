//! The functions of `wasmc_abi::builtins`, which compiled code calls in the platform's C convention.
//!
//! They exist for instructions that need the host, or that Cranelift has no code for. Each file is a group of that
//! table; [`float`] has the functions that Cranelift calls by itself for instructions that the baseline processor
//! lacks. A function here only converts types and calls the module that does the work. The runtime itself must not call
//! any of them.

pub mod atomic;
pub mod exception;
pub mod float;
pub mod invoke;
pub mod memory;
pub mod processor;
pub mod script;
pub mod table;
