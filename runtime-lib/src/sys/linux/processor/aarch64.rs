//! AArch64 Linux: features are bits of the auxiliary vector (the kernel's "ELF hwcaps", `asm/hwcap.h`).
//!
//! It exists because the processor's own registers cannot be read by every kernel's programs. In a program of somebody
//! else's the vector is not known, and then every feature counts as there.
//!
//! # Safety
//! Safe code only.

pub use wasmc_abi::processor::AARCH64 as NAMES;

use wasmc_abi::processor::feature;

use crate::sys::auxiliary;

const LSE: u64 = feature(NAMES, "lse");
const FP16: u64 = feature(NAMES, "fp16");
const DOTPROD: u64 = feature(NAMES, "dotprod");
const I8MM: u64 = feature(NAMES, "i8mm");

const HWCAP_ATOMICS: usize = 1 << 8;
/// Half-precision arithmetic, of scalars and of vectors: FPHP and ASIMDHP.
const HWCAP_HALF_PRECISION: usize = 1 << 9 | 1 << 10;
const HWCAP_ASIMDDP: usize = 1 << 20;
const HWCAP2_I8MM: usize = 1 << 13;

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    let first = auxiliary::value(auxiliary::AT_HWCAP);
    // A kernel that has no second word does not know the features in it.
    let second = first.map(|_| auxiliary::value(auxiliary::AT_HWCAP2).unwrap_or(0));
    let has = |word: Option<usize>, bits| word.is_none_or(|word| word & bits == bits);
    [
        (LSE, has(first, HWCAP_ATOMICS)),
        (FP16, has(first, HWCAP_HALF_PRECISION)),
        (DOTPROD, has(first, HWCAP_ASIMDDP)),
        (I8MM, has(second, HWCAP2_I8MM)),
    ]
    .into_iter()
    .filter(|(_, is_there)| *is_there)
    .fold(0, |features, (feature, _)| features | feature)
}
