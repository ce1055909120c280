//! The machines that wasmc compiles for: which CPU, which object format, which addresses, which processor features.

use std::fmt;
use std::str::FromStr;

use target_lexicon::Triple;

use crate::error::{Error, Result};

/// A machine that executables can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// `x86_64-unknown-linux`.
    X86_64Linux,
}

/// Every target, in the order in which `wasmc targets` lists them.
pub const TARGETS: [Target; 1] = [Target::X86_64Linux];

impl Target {
    /// The target of the machine that wasmc runs on, or the first of [`TARGETS`] where it is none of them.
    pub fn host() -> Target {
        Target::X86_64Linux
    }

    /// The name that `--target` takes.
    pub fn name(self) -> &'static str {
        match self {
            Target::X86_64Linux => "x86_64",
        }
    }

    /// The full triple.
    pub fn triple(self) -> Triple {
        match self {
            Target::X86_64Linux => {
                Triple::from_str("x86_64-unknown-linux-gnu").expect("a triple that is spelled right")
            }
        }
    }

    /// Granularity of the start image: no page of the target machine is larger.
    pub(crate) fn image_page_bytes(self) -> u64 {
        match self {
            Target::X86_64Linux => 4096,
        }
    }

    /// Where linear memory 0 lies with guard-page bounds checks.
    ///
    /// Low enough that an address folds into the displacement of an x86-64 instruction, and below the randomised place
    /// of a position-independent executable.
    pub(crate) fn memory_base(self) -> u64 {
        match self {
            Target::X86_64Linux => 0x1000_0000,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which processor features compiled code may use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cpu {
    /// What every machine of the target has.
    #[default]
    Baseline,
    /// What the machine that compiles has. The output then depends on that machine.
    Native,
    /// A named level or feature, as [`Cpu::levels`] lists them.
    Level(&'static str),
}

/// The levels of the x86-64 psABI (section 3.1.1), as names that Cranelift's settings know.
const X86_64_LEVELS: [&str; 3] = ["x86-64-v2", "x86-64-v3", "x86-64-v4"];

impl Cpu {
    /// The names that [`Cpu::parse`] takes for a target, beside `baseline` and `native`.
    pub fn levels(target: Target) -> &'static [&'static str] {
        match target {
            Target::X86_64Linux => &X86_64_LEVELS,
        }
    }

    /// The CPU of this name.
    ///
    /// # Errors
    /// [`Error::Options`] when the target has none of that name.
    pub fn parse(name: &str, target: Target) -> Result<Cpu> {
        match name {
            "baseline" => return Ok(Cpu::Baseline),
            "native" => return Ok(Cpu::Native),
            _ => {}
        }
        let levels = Cpu::levels(target);
        match levels.iter().find(|level| **level == name) {
            Some(level) => Ok(Cpu::Level(level)),
            None => Err(Error::Options {
                message: format!("unknown cpu '{name}' for target {target}"),
                hint: Some(format!("use one of: baseline, native, {}", levels.join(", "))),
            }),
        }
    }
}
