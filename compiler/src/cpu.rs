//! The processor features that compiled code may use, as `--cpu` writes them: a level or `baseline`, then `+feature`
//! and `-feature`.
//!
//! Adding a feature adds the features that it implies, and removing one removes the features that imply it, so that a
//! set always describes a processor that can exist. No other file may know the name of a feature but `cpu/table.rs`.

mod names;
mod set;
mod table;

use std::fmt;

use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable};
use wasmc_abi::processor;

use crate::error::{Error, Result};
use crate::target::Target;

use names::{known, unknown, unsigned};
use set::Set;
use table::Architecture;

/// The processor features that compiled code may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cpu {
    /// The features that every machine of the target has.
    #[default]
    Baseline,
    /// The features of the machine that compiles. The output then depends on that machine.
    Native,
    /// Any other set of features, as [`Cpu::parse`] makes it from their names.
    Features(Features),
}

/// A set of features of one architecture, with all features that they imply.
#[derive(Clone, PartialEq, Eq)]
pub struct Features {
    /// In the order of the table.
    names: Vec<&'static str>,
}

impl fmt::Debug for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.names).finish()
    }
}

impl Cpu {
    /// The levels of a target, beside `baseline` and `native`.
    pub fn levels(target: Target) -> Vec<&'static str> {
        Architecture::of(target).levels.iter().map(|level| level.name).collect()
    }

    /// The single features of a target.
    pub fn features(target: Target) -> Vec<&'static str> {
        Architecture::of(target).features.iter().map(|feature| feature.name).collect()
    }

    /// The CPU that a specification means: `baseline`, `native` or a level, changed by `+feature` and `-feature`, with
    /// commas between them; without the first, the baseline. A level adds to the baseline.
    ///
    /// ```
    /// use wasmc_compiler::{Cpu, Target};
    ///
    /// let parse = |specification| Cpu::parse(specification, Target::X86_64Linux);
    /// assert_eq!(parse("+avx2,-fma")?, parse("+avx,+avx2")?, "AVX2 implies AVX, not FMA");
    /// assert_eq!(parse("x86-64-v3,-avx")?.name(Target::X86_64Linux), "x86-64-v2,+lzcnt,+bmi1,+bmi2");
    /// # Ok::<(), wasmc_compiler::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Options`] when the target has no such level or feature, and for `native` when the target is not the
    /// machine that compiles.
    pub fn parse(specification: &str, target: Target) -> Result<Cpu> {
        let changes = specification.split(',');
        let starts_with_sign = specification.starts_with(['+', '-']);
        let first = if starts_with_sign { "baseline" } else { specification.split(',').next().unwrap_or_default() };
        if specification == "native" && target == Target::host() {
            return Ok(Cpu::Native);
        }
        let mut set = base(first, target)?;
        for change in changes.skip(usize::from(!starts_with_sign)) {
            match (change.strip_prefix('+'), change.strip_prefix('-')) {
                (Some(name), _) => set.add(known(name, target)?),
                (_, Some(name)) => set.remove(known(name, target)?),
                _ => return Err(unsigned(change, target)),
            }
        }
        Ok(set.cpu(target))
    }

    /// The specification of this CPU, the same for equal sets of features.
    pub fn name(&self, target: Target) -> String {
        match self {
            Cpu::Baseline => "baseline".into(),
            Cpu::Native => "native".into(),
            Cpu::Features(features) => Set::of(features, target).spelled(target),
        }
    }

    /// The extensions of a riscv64 processor in the form of `Tag_RISCV_arch` (RISC-V psABI, section "Attributes"), in
    /// canonical order.
    ///
    /// For `native` on a processor that cannot be examined, those of the baseline. No code is generated then, since
    /// [`Cpu::enable`] fails.
    pub(crate) fn riscv_arch(&self) -> String {
        let set = self.set(Target::Riscv64Linux).unwrap_or_else(|_| Set::baseline(Target::Riscv64Linux));
        let features = set.members().flat_map(|feature| feature.extensions.iter().copied());
        let mut extensions: Vec<&str> = table::RISCV64_EXTENSIONS.into_iter().chain(features).collect();
        extensions.sort_by_key(|extension| canonical_place(extension));
        extensions.dedup();
        format!("rv64{}", extensions.join("_"))
    }

    /// The features that a machine of this target may lack, as a set of [`wasmc_abi::processor`].
    ///
    /// # Errors
    /// [`Error::Options`] for `native` on a processor that cannot be examined.
    pub(crate) fn beyond_baseline(&self, target: Target) -> Result<u64> {
        let baseline = Set::baseline(target);
        let set = self.set(target)?;
        let added = set.members().filter(|feature| !baseline.has(feature.name));
        let names = Architecture::of(target).numbered;
        Ok(added.fold(0, |set, feature| set | processor::feature(names, feature.name)))
    }

    /// Enables the features in a code generator for this target.
    ///
    /// # Errors
    /// [`Error::Options`] for `native` on a processor that cannot be examined.
    pub(crate) fn enable(&self, target: Target, builder: &mut isa::Builder) -> Result<()> {
        for feature in self.set(target)?.members() {
            for flag in feature.flags {
                builder
                    .enable(&format!("has_{flag}"))
                    .map_err(|error| Error::internal(format!("the processor feature {}: {error}", feature.name)))?;
            }
        }
        Ok(())
    }

    fn set(&self, target: Target) -> Result<Set> {
        match self {
            Cpu::Baseline => base("baseline", target),
            Cpu::Native => base("native", target),
            Cpu::Features(features) => Ok(Set::of(features, target)),
        }
    }
}

/// The set that the word before the first sign means.
fn base(name: &str, target: Target) -> Result<Set> {
    match name {
        "baseline" => Ok(Set::baseline(target)),
        "native" => native(target),
        _ => Set::level(name, target).ok_or_else(|| unknown(name, target)),
    }
}

/// The features of the machine that compiles, as far as the table lists them.
fn native(target: Target) -> Result<Set> {
    if target != Target::host() {
        return Err(Error::Options {
            message: format!("--cpu native describes this machine, not {target}"),
            hint: Some("name a level or features of the target, or use baseline".into()),
        });
    }
    let detected = detect().map_err(|error| Error::Options {
        message: format!("--cpu native: {error}"),
        hint: Some("use --cpu baseline, a level or features".into()),
    })?;
    let flags: Vec<_> = detected.isa_flags().into_iter().filter(|flag| flag.as_bool() == Some(true)).collect();
    let has = |flag: &str| flags.iter().any(|found| found.name.strip_prefix("has_") == Some(flag));
    let mut set = Set::new(target, &[]);
    // In the order of the table, so that a feature comes after those that it implies, and only if all of them are
    // there.
    for feature in set.architecture.features {
        let registers_are_implied = |flag: &str| flag.starts_with("zvl");
        let is_there = feature.flags.iter().all(|flag| has(flag) || registers_are_implied(flag));
        if is_there && feature.implies.iter().all(|implied| set.has(implied)) {
            set.add(feature.name);
        }
    }
    Ok(set)
}

fn detect() -> std::result::Result<OwnedTargetIsa, String> {
    let builder = cranelift_native::builder()?;
    builder.finish(settings::Flags::new(settings::builder())).map_err(|error| error.to_string())
}

/// Where an extension stands in `Tag_RISCV_arch`: single letters in the order of the specification, then `z` extensions
/// by the letter of the extension that they belong to (unprivileged specification, section "ISA Extension Naming").
fn canonical_place(extension: &str) -> (bool, usize, &str) {
    const ORDER: &str = "imafdqlcbkjtpvnh";
    let is_long = extension.starts_with('z');
    let category = extension.chars().nth(usize::from(is_long)).unwrap_or_default();
    (is_long, ORDER.find(category).unwrap_or(ORDER.len()), extension)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::TARGETS;

    #[track_caller]
    fn spelled(specification: &str, target: Target) -> String {
        Cpu::parse(specification, target).unwrap_or_else(|error| panic!("{specification}: {error}")).name(target)
    }

    #[track_caller]
    fn refused(specification: &str, target: Target) -> (String, String) {
        let error = Cpu::parse(specification, target).expect_err("refused");
        (error.to_string(), error.hint().unwrap_or_default())
    }

    #[test]
    fn features_bring_what_they_imply_and_take_what_implies_them() {
        let target = Target::X86_64Linux;
        assert_eq!(spelled("+avx2", target), "baseline,+avx2");
        assert_eq!(spelled("+avx2,+popcnt,+cmpxchg16b", target), "x86-64-v2,+avx2");
        assert_eq!(spelled("x86-64-v3,-avx2,-avx,-bmi1,-bmi2,-lzcnt", target), "x86-64-v2");
        assert_eq!(spelled("x86-64-v4,-sse3", target), "baseline,+popcnt,+cmpxchg16b,+lzcnt,+bmi1,+bmi2");
        assert_eq!(Cpu::parse("x86-64", target).expect("a level"), Cpu::Baseline);
        assert_eq!(Cpu::parse("+sse3,-sse3", target).expect("nothing in the end"), Cpu::Baseline);
        assert!(Cpu::parse("x86-64-v3", target).expect("a level").set(target).expect("known").has("avx"));
    }

    #[test]
    fn levels_never_take_from_the_baseline() {
        assert_eq!(spelled("armv8.1-a", Target::Aarch64Macos), "baseline");
        assert_eq!(spelled("armv8.1-a", Target::Aarch64Linux), "armv8.1-a");
        assert_eq!(spelled("-c", Target::Riscv64Linux), "baseline,-c");
        assert_eq!(spelled("+v,-c", Target::Riscv64Linux), "baseline,+v,-c");
    }

    #[test]
    fn every_level_and_feature_is_spelled_as_it_is_read() {
        for target in TARGETS {
            let features = Cpu::features(target).into_iter().flat_map(|name| [format!("+{name}"), format!("-{name}")]);
            let levels = Cpu::levels(target).into_iter().map(str::to_owned);
            for specification in levels.chain(features) {
                let cpu = Cpu::parse(&specification, target).expect("its own name");
                let name = cpu.name(target);
                assert_eq!(Cpu::parse(&name, target).expect("a spelling"), cpu, "{specification} as {name}");
            }
        }
    }

    #[test]
    fn native_is_a_set_of_this_machine() {
        let host = Target::host();
        let native = Cpu::parse("native", host).expect("this machine");
        assert_eq!(native, Cpu::Native);
        let same = Cpu::parse("native,+sse3,-sse3", host);
        if host == Target::X86_64Linux {
            assert!(!same.expect("this machine").set(host).expect("known").has("sse3"));
        }
        let other = TARGETS.into_iter().find(|target| *target != host).expect("five of them");
        assert_eq!(refused("native", other).0, format!("--cpu native describes this machine, not {other}"));
    }

    #[test]
    fn errors_name_what_there_is() {
        let target = Target::X86_64Linux;
        let list = "use baseline, native, x86-64, x86-64-v2, x86-64-v3, x86-64-v4, or features, as in +sse3";
        assert_eq!(refused("z80", target), ("unknown cpu 'z80' for target x86_64".into(), list.into()));
        assert_eq!(refused("x86-64-v9", target).1, format!("did you mean x86-64-v2? {list}"));
        assert_eq!(refused("avx2", target).1, "put a sign before a feature: --cpu +avx2");
        assert_eq!(refused("+avx2,fma", target).1, "write +fma to use it, or -fma not to");
        assert_eq!(refused("+avx2,x86-64-v3", target).1, "put it first: --cpu x86-64-v3,+feature");
        assert!(refused("+avx22", target).1.starts_with("did you mean avx2? the features of x86_64 are sse3, "));
        assert_eq!(
            refused("rv64gcv", target).1,
            "rv64gcv is for riscv64; give it to that target alone, with --cpu riscv64=rv64gcv"
        );
        for nothing in ["", ",", "+", "+avx,", "baseline,", "+avx,,+fma"] {
            refused(nothing, target);
        }
    }

    #[test]
    fn riscv_extensions_are_in_canonical_order() {
        let arch = |specification| {
            let cpu = Cpu::parse(specification, Target::Riscv64Linux).expect("known");
            cpu.riscv_arch()
        };
        assert_eq!(arch("baseline"), "rv64i2p1_m2p0_a2p1_f2p2_d2p2_c2p0_zicsr2p0_zifencei2p0");
        assert_eq!(
            arch("rva22u64,+v"),
            "rv64i2p1_m2p0_a2p1_f2p2_d2p2_c2p0_v1p0_zicsr2p0_zifencei2p0_zfhmin1p0_zba1p0_zbb1p0_zbs1p0_zve32f1p0_\
             zve32x1p0_zve64d1p0_zve64f1p0_zve64x1p0_zvl128b1p0_zvl32b1p0_zvl64b1p0"
        );
    }
}
