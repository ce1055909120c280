//! The meaning of the kernel's answers to `riscv_hwprobe` (the kernel's "RISC-V Hardware Probing Interface"): from
//! pairs of keys and values to a set of features.
//!
//! It is apart from the system call so that tests on every processor can run it with the answers of kernels that they
//! do not have. A kernel that does not know a feature does not set its bit either, so a bit that is not set must count
//! as a missing feature only where the kernel is known to know it.
//!
//! # Safety
//! Safe code only.

use wasmc_abi::processor::{RISCV64 as NAMES, feature};

/// A question and its answer (`asm/hwprobe.h`, `struct riscv_hwprobe`).
#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct Pair {
    key: i64,
    value: u64,
}

/// Extensions.
const KEY_IMA_EXT_0: i64 = 4;
/// The highest address of a program: asked because it came with Linux 6.11, which knows all extensions below.
const KEY_HIGHEST_VIRT_ADDRESS: i64 = 7;
/// The answer's key where the kernel does not know the question.
const UNKNOWN: i64 = -1;

/// The questions, without their answers.
pub(super) const QUESTIONS: [Pair; 2] =
    [Pair { key: KEY_IMA_EXT_0, value: 0 }, Pair { key: KEY_HIGHEST_VIRT_ADDRESS, value: 0 }];

/// The bit of each feature in the answer to [`KEY_IMA_EXT_0`].
const BITS: [(u64, u32); NAMES.len()] = [
    (feature(NAMES, "c"), 1),
    (feature(NAMES, "v"), 2),
    (feature(NAMES, "zba"), 3),
    (feature(NAMES, "zbb"), 4),
    (feature(NAMES, "zbs"), 5),
    (feature(NAMES, "zbc"), 7),
    (feature(NAMES, "zbkb"), 8),
    (feature(NAMES, "zvbb"), 17),
    (feature(NAMES, "zfh"), 27),
    (feature(NAMES, "zfhmin"), 28),
    (feature(NAMES, "zvfh"), 30),
    (feature(NAMES, "zfa"), 32),
    (feature(NAMES, "zicond"), 35),
    (feature(NAMES, "zcb"), 44),
];

/// Bits up to this one mean what they say in every kernel with the system call: Linux 6.4 knows C, and a kernel that
/// does not know V does not save its registers, so no program can use them.
const LAST_SURE_BIT: u32 = 2;

/// The features that the processor has by the answers to [`QUESTIONS`], of [`NAMES`]. All of them if the kernel does
/// not know the question about extensions.
pub(super) fn features(answers: [Pair; 2]) -> u64 {
    let [extensions, newer] = answers;
    if extensions.key == UNKNOWN {
        return u64::MAX;
    }
    known(extensions.value, newer.key != UNKNOWN)
}

/// The features that may be there, by the kernel's answer and by whether it knows all of these extensions. Linux
/// numbers extensions in the order in which it gets to know them, so it knows each below the highest bit that is set.
fn known(bits: u64, knows_all: bool) -> u64 {
    let is_there = |bit: u32| {
        let is_known = knows_all || bit <= LAST_SURE_BIT || bits >> bit != 0;
        !is_known || bits >> bit & 1 != 0
    };
    BITS.iter().filter(|(_, bit)| is_there(*bit)).fold(0, |features, (feature, _)| features | feature)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// The features that count as missing under a kernel that answers with these bits of extensions.
    fn missing(bits: &[u32], knows_highest_address: bool) -> Vec<&'static str> {
        let [mut extensions, mut newer] = QUESTIONS;
        extensions.value = bits.iter().fold(0, |value, bit| value | 1 << bit);
        newer.key = if knows_highest_address { newer.key } else { UNKNOWN };
        let there = features([extensions, newer]);
        NAMES.iter().enumerate().filter(|(bit, _)| there >> bit & 1 == 0).map(|(_, name)| *name).collect()
    }

    /// Bit 0 stands for F and D, which every processor of the target has.
    const FD: u32 = 0;
    const C: u32 = 1;
    const V: u32 = 2;

    #[test]
    fn a_kernel_that_knows_all_extensions_is_believed() {
        assert_eq!(missing(&[FD, C], true), NAMES.iter().copied().filter(|name| *name != "c").collect::<Vec<_>>());
        let all: Vec<_> = BITS.iter().map(|(_, bit)| *bit).collect();
        assert_eq!(missing(&all, true), [""; 0]);
        for (feature, bit) in BITS {
            let others: Vec<_> = all.iter().copied().filter(|other| *other != bit).collect();
            assert_eq!(missing(&others, true), [NAMES[feature.trailing_zeros() as usize]]);
        }
    }

    #[test]
    fn an_older_kernel_is_believed_up_to_its_highest_bit() {
        // Zbb (4) is the highest bit: Zba (3) is known to be missing, Zbs (5) may be there.
        assert_eq!(missing(&[FD, C, 4], false), ["zba", "v"]);
        assert_eq!(missing(&[FD, C, V, 4], false), ["zba"]);
        // Zicond (35) is the highest bit: of the extensions, only Zcb (44) is unknown.
        let others = NAMES.iter().copied().filter(|name| !["c", "v", "zicond", "zcb"].contains(name));
        assert_eq!(missing(&[FD, C, V, 35], false), others.collect::<Vec<_>>());
    }

    #[test]
    fn every_kernel_is_believed_about_the_first_extensions() {
        assert_eq!(missing(&[FD, C], false), ["v"]);
        assert_eq!(missing(&[FD], false), ["c", "v"]);
        assert_eq!(missing(&[], false), ["c", "v"]);
    }

    #[test]
    fn a_kernel_that_does_not_know_the_question_says_nothing() {
        let [extensions, newer] = QUESTIONS;
        let unknown = |pair: Pair| Pair { key: UNKNOWN, ..pair };
        assert_eq!(features([unknown(extensions), newer]), u64::MAX);
        assert_eq!(features([unknown(extensions), unknown(newer)]), u64::MAX);
    }
}
