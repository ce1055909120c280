//! x86-64 Linux: the processor answers for itself, and for what the kernel saves.
//!
//! It exists because the systems differ in when they save which registers. Nothing is asked of the kernel here.
//!
//! # Safety
//! Safe code only.

pub use wasmc_abi::processor::X86_64 as NAMES;

use crate::arch;

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    // Linux enables what it saves when it starts.
    arch::processor_features(0)
}
