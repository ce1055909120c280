//! RISC-V Linux: features are answers of `riscv_hwprobe` (the kernel's "RISC-V Hardware Probing Interface").
//!
//! It exists because RISC-V has no instruction that a program may ask. A kernel that does not know a feature does not
//! set its bit either, so a bit that is not set says something only where the kernel is known to know it. Kernels
//! before 6.4 and emulators without the system call say nothing: then every feature counts as there.
//!
//! # Safety
//! A system call that writes to an array of this file.

pub use wasmc_abi::processor::RISCV64 as NAMES;

use wasmc_abi::processor::feature;

use crate::arch;

/// A question and its answer (`asm/hwprobe.h`, `struct riscv_hwprobe`).
#[repr(C)]
#[derive(Clone, Copy)]
struct Pair {
    key: i64,
    value: u64,
}

const RISCV_HWPROBE: usize = 258;
/// Extensions.
const KEY_IMA_EXT_0: i64 = 4;
/// The highest address of a program: asked because it came with Linux 6.11, which knows all extensions below.
const KEY_HIGHEST_VIRT_ADDRESS: i64 = 7;
/// The answer's key where the kernel does not know the question.
const UNKNOWN: i64 = -1;

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

/// The features that the processor has, of [`NAMES`].
pub fn features() -> u64 {
    let mut pairs = [Pair { key: KEY_IMA_EXT_0, value: 0 }, Pair { key: KEY_HIGHEST_VIRT_ADDRESS, value: 0 }];
    let arguments = [(&raw mut pairs).expose_provenance(), pairs.len(), 0, 0];
    // SAFETY: the kernel writes to `pairs` and to nothing else; there is no set of processors, and no flag.
    let result = unsafe { arch::system_call(RISCV_HWPROBE, arguments) };
    let [extensions, newer] = pairs;
    if result != 0 || extensions.key == UNKNOWN {
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
