//! Features of the processor, as `cpuid` says them (Intel SDM, volume 2, "CPUID"; AMD64 APM, volume 3, appendix E).
//!
//! It exists for executables that need more than the first level of the architecture. A feature whose registers the
//! system does not save for each thread must not be reported, even if the processor has it: code that used it would
//! fault, or worse.
//!
//! # Safety
//! `xgetbv` is only executed where `cpuid` says that the system has enabled it.

use core::arch::x86_64::{__cpuid, __cpuid_count, _xgetbv};

use wasmc_abi::processor::{X86_64, feature};

/// The states in XCR0 that the system must save for AVX: those of XMM and YMM registers (SDM, volume 1, section 13.3).
const AVX_STATES: u64 = 0b110;
/// The states for AVX-512: those for AVX, opmasks, upper halves of ZMM registers, and the upper sixteen of these.
const AVX512_STATES: u64 = 0b1110_0110;

/// A register of `cpuid`'s answer for a leaf.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Leaf 1, ECX.
    Basic,
    /// Leaf 7, EBX.
    ExtendedB,
    /// Leaf 7, ECX.
    ExtendedC,
    /// Leaf 7, subleaf 1, EAX.
    ExtendedSecond,
    /// Leaf 0x8000_0001, ECX.
    Amd,
}

/// Where the processor says whether it has a feature, and which states the system must save for it.
struct Place {
    feature: u64,
    word: Word,
    bit: u32,
    states: u64,
}

const fn place(name: &str, word: Word, bit: u32, states: u64) -> Place {
    Place { feature: feature(X86_64, name), word, bit, states }
}

const PLACES: [Place; X86_64.len()] = [
    place("sse3", Word::Basic, 0, 0),
    place("ssse3", Word::Basic, 9, 0),
    place("sse4.1", Word::Basic, 19, 0),
    place("sse4.2", Word::Basic, 20, 0),
    place("popcnt", Word::Basic, 23, 0),
    place("cmpxchg16b", Word::Basic, 13, 0),
    place("lzcnt", Word::Amd, 5, 0),
    place("bmi1", Word::ExtendedB, 3, 0),
    place("bmi2", Word::ExtendedB, 8, 0),
    place("avx", Word::Basic, 28, AVX_STATES),
    place("avx2", Word::ExtendedB, 5, AVX_STATES),
    place("fma", Word::Basic, 12, AVX_STATES),
    place("avxvnni", Word::ExtendedSecond, 4, AVX_STATES),
    place("avx512f", Word::ExtendedB, 16, AVX512_STATES),
    place("avx512dq", Word::ExtendedB, 17, AVX512_STATES),
    place("avx512vl", Word::ExtendedB, 31, AVX512_STATES),
    place("avx512vbmi", Word::ExtendedC, 1, AVX512_STATES),
    place("avx512bitalg", Word::ExtendedC, 12, AVX512_STATES),
    place("avx512vnni", Word::ExtendedC, 11, AVX512_STATES),
];

/// The features of the processor that this runs on. `saved_on_demand` are states of XCR0 that the system enables when a
/// thread uses them for the first time.
pub fn processor_features(saved_on_demand: u64) -> u64 {
    let highest = __cpuid(0).eax;
    let highest_amd = __cpuid(0x8000_0000).eax;
    let basic = __cpuid(1).ecx;
    let extended = if highest >= 7 { Some(__cpuid_count(7, 0)) } else { None };
    let second = match extended {
        Some(answer) if answer.eax >= 1 => __cpuid_count(7, 1).eax,
        _ => 0,
    };
    let amd = if highest_amd >= 0x8000_0001 { __cpuid(0x8000_0001).ecx } else { 0 };
    let word = |word| match word {
        Word::Basic => basic,
        Word::ExtendedB => extended.map_or(0, |answer| answer.ebx),
        Word::ExtendedC => extended.map_or(0, |answer| answer.ecx),
        Word::ExtendedSecond => second,
        Word::Amd => amd,
    };
    features(word, saved_states(basic) | saved_on_demand)
}

/// The features that these words of `cpuid` announce and whose states the system saves.
fn features(word: impl Fn(Word) -> u32, saved: u64) -> u64 {
    let is_there = |place: &&Place| word(place.word) >> place.bit & 1 != 0 && place.states & !saved == 0;
    PLACES.iter().filter(is_there).fold(0, |features, place| features | place.feature)
}

/// The states of XCR0, none where the system has not enabled `xgetbv` (OSXSAVE, leaf 1, ECX, bit 27).
fn saved_states(basic: u32) -> u64 {
    if basic >> 27 & 1 == 0 {
        return 0;
    }
    // SAFETY: the system has enabled the instruction, as `cpuid` says.
    unsafe { extended_control_register() }
}

/// XCR0.
///
/// # Safety
/// The system has enabled `xgetbv`.
#[target_feature(enable = "xsave")]
unsafe fn extended_control_register() -> u64 {
    // SAFETY: by the contract of this function.
    unsafe { _xgetbv(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: u64 = (1 << X86_64.len()) - 1;

    fn without(names: &[&str]) -> u64 {
        names.iter().fold(ALL, |features, name| features & !feature(X86_64, name))
    }

    #[test]
    fn every_feature_has_its_place() {
        assert_eq!(features(|_| u32::MAX, AVX512_STATES), ALL);
        assert_eq!(features(|_| 0, u64::MAX), 0);
    }

    #[test]
    fn vectors_need_a_system_that_saves_them() {
        let avx512 = ["avx512f", "avx512dq", "avx512vl", "avx512vbmi", "avx512bitalg", "avx512vnni"];
        let avx = ["avx", "avx2", "fma", "avxvnni"];
        assert_eq!(features(|_| u32::MAX, AVX_STATES), without(&avx512));
        assert_eq!(features(|_| u32::MAX, 0b10), without(&[&avx[..], &avx512[..]].concat()));
    }

    #[test]
    fn it_agrees_with_the_standard_library() {
        let found = processor_features(0);
        for (name, expected) in [
            ("sse4.2", std::arch::is_x86_feature_detected!("sse4.2")),
            ("popcnt", std::arch::is_x86_feature_detected!("popcnt")),
            ("lzcnt", std::arch::is_x86_feature_detected!("lzcnt")),
            ("bmi1", std::arch::is_x86_feature_detected!("bmi1")),
            ("bmi2", std::arch::is_x86_feature_detected!("bmi2")),
            ("avx", std::arch::is_x86_feature_detected!("avx")),
            ("avx2", std::arch::is_x86_feature_detected!("avx2")),
            ("fma", std::arch::is_x86_feature_detected!("fma")),
            ("avx512f", std::arch::is_x86_feature_detected!("avx512f")),
            ("avx512vl", std::arch::is_x86_feature_detected!("avx512vl")),
            ("avx512vbmi", std::arch::is_x86_feature_detected!("avx512vbmi")),
            ("avx512bitalg", std::arch::is_x86_feature_detected!("avx512bitalg")),
            ("avx512vnni", std::arch::is_x86_feature_detected!("avx512vnni")),
        ] {
            assert_eq!(found & feature(X86_64, name) != 0, expected, "{name}");
        }
    }
}
