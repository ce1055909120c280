//! x86-64 macOS: the processor answers for itself, and for most of what the kernel saves.
//!
//! It exists because the systems differ in when they save which registers. Nothing is asked of the kernel here.
//!
//! # Safety
//! Safe code only.

pub use wasmc_abi::processor::X86_64 as NAMES;

use crate::arch;

/// Opmasks, upper halves of ZMM registers, and the upper sixteen of these: this kernel saves them, for each thread that
/// uses them, from then on (xnu, `osfmk/i386/fpu.c`).
const SAVED_ON_DEMAND: u64 = 0b1110_0000;

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    arch::processor_features(SAVED_ON_DEMAND)
}
