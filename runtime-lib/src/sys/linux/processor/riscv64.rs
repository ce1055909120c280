//! RISC-V Linux: features are answers of `riscv_hwprobe`, which [`hwprobe`] reads.
//!
//! It exists because RISC-V has no instruction that a program may ask. Kernels before 6.4 and emulators without the
//! system call say nothing: then every feature counts as there. What an answer means must not be decided here, where
//! only a RISC-V machine could test it.
//!
//! # Safety
//! A system call that writes to an array of this file.

pub use wasmc_abi::processor::RISCV64 as NAMES;

use super::hwprobe::{self, QUESTIONS};
use crate::arch;

const RISCV_HWPROBE: usize = 258;

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    let mut pairs = QUESTIONS;
    let arguments = [(&raw mut pairs).expose_provenance(), pairs.len(), 0, 0];
    // SAFETY: the kernel writes to `pairs` and to nothing else; there is no set of processors, and no flag.
    let result = unsafe { arch::system_call(RISCV_HWPROBE, arguments) };
    if result == 0 { hwprobe::features(pairs) } else { u64::MAX }
}
