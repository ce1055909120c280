//! The processor features that change compiled code: one table for each architecture, with the name of each feature (as
//! `-C target-feature` of rustc has it), the features that it implies, and Cranelift's flags for it.
//!
//! A feature from which Cranelift generates no code must not be listed: it would change the recorded options and
//! nothing else. Pointer authentication must not be listed either: backtraces of traps read return addresses from the
//! stack, and signed addresses cannot be looked up.

use wasmc_abi::processor;

use crate::target::Target;

/// A feature.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Feature {
    pub(crate) name: &'static str,
    /// Features that a processor with this one has. Each is listed before it.
    pub(crate) implies: &'static [&'static str],
    /// Flags of Cranelift that stand for it, without their `has_`.
    pub(crate) flags: &'static [&'static str],
    /// The extensions, with versions, that `Tag_RISCV_arch` gets for it.
    pub(crate) extensions: &'static [&'static str],
}

/// A set of features with a name.
#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) name: &'static str,
    pub(crate) features: &'static [&'static str],
}

/// The features and levels of an architecture.
#[derive(Debug)]
pub(crate) struct Architecture {
    /// Every feature, each after those that it implies.
    pub(crate) features: &'static [Feature],
    /// Levels, from lower to higher.
    pub(crate) levels: &'static [Level],
    /// The names of all features, by the numbers that the runtime knows them by.
    pub(crate) numbered: &'static [&'static str],
}

impl Architecture {
    /// The architecture of a target.
    pub(crate) fn of(target: Target) -> &'static Architecture {
        match target {
            Target::X86_64Linux | Target::X86_64Macos => &X86_64,
            Target::Aarch64Linux | Target::Aarch64Macos => &AARCH64,
            Target::Riscv64Linux => &RISCV64,
        }
    }

    /// The feature of this name.
    pub(crate) fn feature(&self, name: &str) -> Option<&'static Feature> {
        self.features.iter().find(|feature| feature.name == name)
    }
}

/// The features that every machine of a target has, beyond what Cranelift takes for granted.
pub(crate) fn baseline(target: Target) -> &'static [&'static str] {
    match target {
        // The first level of the x86-64 psABI (section 3.1.1): SSE2.
        Target::X86_64Linux => &[],
        // Armv8-A without extensions.
        Target::Aarch64Linux => &[],
        // The application profile that distributions are built for.
        Target::Riscv64Linux => &["c"],
        // The first Macs with Apple's own processors.
        Target::Aarch64Macos => &["lse", "dotprod", "fp16"],
        // Macs that run a macOS of today have more; translated programs on Apple silicon have this (no AVX before macOS
        // 15).
        Target::X86_64Macos => &["cmpxchg16b", "sse4.1"],
    }
}

const fn feature(
    name: &'static str,
    implies: &'static [&'static str],
    flags: &'static [&'static str],
    extensions: &'static [&'static str],
) -> Feature {
    Feature { name, implies, flags, extensions }
}

/// x86-64 (Intel SDM, volume 1, chapter 5). AVX comes before the features whose instructions use its encoding (VEX),
/// and AVX-512F before those that use EVEX.
static X86_64: Architecture = Architecture {
    features: &[
        feature("sse3", &[], &["sse3"], &[]),
        feature("ssse3", &["sse3"], &["ssse3"], &[]),
        feature("sse4.1", &["ssse3"], &["sse41"], &[]),
        feature("sse4.2", &["sse4.1"], &["sse42"], &[]),
        feature("popcnt", &[], &["popcnt"], &[]),
        feature("cmpxchg16b", &[], &["cmpxchg16b"], &[]),
        feature("lzcnt", &[], &["lzcnt"], &[]),
        feature("bmi1", &[], &["bmi1"], &[]),
        feature("bmi2", &[], &["bmi2"], &[]),
        feature("avx", &["sse4.2"], &["avx"], &[]),
        feature("avx2", &["avx"], &["avx2"], &[]),
        feature("fma", &["avx"], &["fma"], &[]),
        feature("avxvnni", &["avx2"], &["avx_vnni"], &[]),
        feature("avx512f", &["avx2", "fma"], &["avx512f"], &[]),
        feature("avx512dq", &["avx512f"], &["avx512dq"], &[]),
        feature("avx512vl", &["avx512f"], &["avx512vl"], &[]),
        feature("avx512vbmi", &["avx512f"], &["avx512vbmi"], &[]),
        feature("avx512bitalg", &["avx512f"], &["avx512bitalg"], &[]),
        feature("avx512vnni", &["avx512f"], &["avx512vnni"], &[]),
    ],
    // x86-64 psABI, section 3.1.1.
    levels: &[
        Level { name: "x86-64", features: &[] },
        Level { name: "x86-64-v2", features: &["sse4.2", "popcnt", "cmpxchg16b"] },
        Level {
            name: "x86-64-v3",
            features: &["sse4.2", "popcnt", "cmpxchg16b", "lzcnt", "bmi1", "bmi2", "avx2", "fma"],
        },
        Level {
            name: "x86-64-v4",
            features: &[
                "sse4.2",
                "popcnt",
                "cmpxchg16b",
                "lzcnt",
                "bmi1",
                "bmi2",
                "avx2",
                "fma",
                "avx512f",
                "avx512dq",
                "avx512vl",
            ],
        },
    ],
    numbered: processor::X86_64,
};

/// AArch64 (Arm ARM, section A2.2: what each version of the architecture makes mandatory).
static AARCH64: Architecture = Architecture {
    features: &[
        feature("lse", &[], &["lse"], &[]),
        feature("fp16", &[], &["fp16"], &[]),
        feature("dotprod", &[], &["dotprod"], &[]),
        feature("i8mm", &[], &["i8mm"], &[]),
    ],
    levels: &[
        Level { name: "armv8-a", features: &[] },
        Level { name: "armv8.1-a", features: &["lse"] },
        Level { name: "armv8.4-a", features: &["lse", "dotprod"] },
        Level { name: "armv8.6-a", features: &["lse", "dotprod", "i8mm"] },
    ],
    numbered: processor::AARCH64,
};

/// RISC-V (unprivileged specification, and RISC-V profiles).
static RISCV64: Architecture = Architecture {
    features: &[
        feature("c", &[], &["zca", "zcd"], &["c2p0"]),
        feature("zcb", &["c"], &["zcb"], &["zca1p0", "zcb1p0"]),
        feature("zba", &[], &["zba"], &["zba1p0"]),
        feature("zbb", &[], &["zbb"], &["zbb1p0"]),
        feature("zbc", &[], &["zbc"], &["zbc1p0"]),
        feature("zbs", &[], &["zbs"], &["zbs1p0"]),
        feature("zbkb", &[], &["zbkb"], &["zbkb1p0"]),
        feature("zicond", &[], &["zicond"], &["zicond1p0"]),
        feature("zfa", &[], &["zfa"], &["zfa1p0"]),
        feature("zfhmin", &[], &["zfhmin"], &["zfhmin1p0"]),
        feature("zfh", &["zfhmin"], &["zfh"], &["zfh1p0"]),
        // Registers have at least 128 bits, so Zvl128b is implied (vector specification 1.0, section 18.3).
        feature(
            "v",
            &[],
            &["v", "zvl32b", "zvl64b", "zvl128b"],
            &[
                "v1p0",
                "zve32f1p0",
                "zve32x1p0",
                "zve64d1p0",
                "zve64f1p0",
                "zve64x1p0",
                "zvl128b1p0",
                "zvl32b1p0",
                "zvl64b1p0",
            ],
        ),
        feature("zvbb", &["v"], &["zvbb"], &["zvbb1p0", "zvkb1p0"]),
        feature("zvfh", &["v", "zfhmin"], &["zvfh"], &["zvfh1p0", "zvfhmin1p0"]),
    ],
    levels: &[
        Level { name: "rv64gc", features: &["c"] },
        Level { name: "rv64gcv", features: &["c", "v"] },
        Level { name: "rva22u64", features: &["c", "zba", "zbb", "zbs", "zfhmin"] },
        Level {
            name: "rva23u64",
            features: &["c", "zba", "zbb", "zbs", "zfhmin", "v", "zvbb", "zicond", "zcb", "zfa"],
        },
    ],
    numbered: processor::RISCV64,
};

/// The extensions of `rv64g`, in the form of `Tag_RISCV_arch`: every riscv64 target has them.
pub(crate) const RISCV64_EXTENSIONS: [&str; 7] = ["i2p1", "m2p0", "a2p1", "f2p2", "d2p2", "zicsr2p0", "zifencei2p0"];

#[cfg(test)]
mod tests {
    use cranelift_codegen::isa;
    use cranelift_codegen::settings::Configurable;

    use super::*;
    use crate::target::TARGETS;

    #[test]
    fn every_flag_is_known_to_cranelift() {
        for target in TARGETS {
            let mut builder = isa::lookup(target.triple()).expect("all architectures are built in");
            for feature in Architecture::of(target).features {
                for flag in feature.flags {
                    builder.enable(&format!("has_{flag}")).unwrap_or_else(|error| panic!("{}: {error}", feature.name));
                }
            }
        }
    }

    #[test]
    fn every_feature_has_a_number() {
        for target in TARGETS {
            let architecture = Architecture::of(target);
            for feature in architecture.features {
                assert!(architecture.numbered.contains(&feature.name), "{}", feature.name);
            }
            assert_eq!(architecture.features.len(), architecture.numbered.len());
        }
    }

    #[test]
    fn names_refer_to_features_that_are_listed() {
        for target in TARGETS {
            let architecture = Architecture::of(target);
            for (place, feature) in architecture.features.iter().enumerate() {
                for implied in feature.implies {
                    let earlier = architecture.features[..place].iter().any(|feature| feature.name == *implied);
                    assert!(earlier, "{}: {implied}", feature.name);
                }
            }
            let levels = architecture.levels.iter().flat_map(|level| level.features);
            for name in levels.chain(baseline(target)) {
                assert!(architecture.feature(name).is_some(), "{name}");
            }
        }
    }
}
