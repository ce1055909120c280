//! Features of processors that an executable can need beyond the baseline of its target: their names and numbers.
//!
//! An executable built for more than the baseline asks at its start whether the processor has the features, and says by
//! these names which are missing ([`crate::builtins::REQUIRE_PROCESSOR`]). It exists because compiler and runtime must
//! give a feature the same number: bit `i` of a set stands for name `i` of the architecture's list. The names are those
//! of `--cpu`; what they imply is the compiler's business, and how to ask for them is the runtime's. A feature that the
//! runtime cannot ask for must not be taken as missing.

/// x86-64.
pub const X86_64: &[&str] = &[
    "sse3",
    "ssse3",
    "sse4.1",
    "sse4.2",
    "popcnt",
    "cmpxchg16b",
    "lzcnt",
    "bmi1",
    "bmi2",
    "avx",
    "avx2",
    "fma",
    "avxvnni",
    "avx512f",
    "avx512dq",
    "avx512vl",
    "avx512vbmi",
    "avx512bitalg",
    "avx512vnni",
];

/// AArch64.
pub const AARCH64: &[&str] = &["lse", "fp16", "dotprod", "i8mm"];

/// RISC-V, 64 bits.
pub const RISCV64: &[&str] =
    &["c", "zcb", "zba", "zbb", "zbc", "zbs", "zbkb", "zicond", "zfa", "zfhmin", "zfh", "v", "zvbb", "zvfh"];

/// The set of one feature: the bit of this name.
///
/// # Panics
/// If the list does not have the name. In a constant this is an error of the build.
pub const fn feature(names: &[&str], name: &str) -> u64 {
    let mut position = 0;
    while position < names.len() {
        if is_same(names[position].as_bytes(), name.as_bytes()) {
            return 1 << position;
        }
        position += 1;
    }
    panic!("no list of features has this name")
}

/// What `==` cannot do in a constant.
const fn is_same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut position = 0;
    while position < left.len() {
        if left[position] != right[position] {
            return false;
        }
        position += 1;
    }
    true
}

// A set is one word.
const _: () = assert!(X86_64.len() <= 64 && AARCH64.len() <= 64 && RISCV64.len() <= 64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_the_bit_of_its_name() {
        assert_eq!(feature(X86_64, "sse3"), 1);
        assert_eq!(feature(X86_64, "sse4.2"), 8);
        assert_eq!(feature(AARCH64, "i8mm"), 8);
    }
}
