//! The machines that a runtime library is built for: name in wasmc, equivalent targets of Rust, and flags.
//!
//! A new target begins with a row here. This file does not know where a compiler comes from.

use std::env;

use crate::toolchain::Toolchain;

/// A developer's choice of targets, by their names in wasmc and with commas between.
pub(crate) const RESTRICTION: &str = "WASMC_RUNTIME_TARGETS";

/// A machine that a runtime library is built for.
#[derive(PartialEq, Eq)]
pub(crate) struct RuntimeTarget {
    /// The name that `--target` takes.
    pub(crate) name: &'static str,
    /// Targets of Rust, best first. The runtime uses no C library, so for Linux all of them will do.
    pub(crate) triples: &'static [&'static str],
    /// Flags of rustc for this target only.
    pub(crate) flags: &'static [&'static str],
}

/// Every target of the runtime library.
pub(crate) static ALL: [RuntimeTarget; 5] = [
    RuntimeTarget {
        name: "x86_64",
        triples: &["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "x86_64-unknown-linux-none"],
        flags: &[],
    },
    RuntimeTarget {
        name: "aarch64",
        triples: &["aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl"],
        // The functions for atomics would ask the C library for the processor's features.
        flags: &["-Ctarget-feature=-outline-atomics"],
    },
    RuntimeTarget {
        name: "riscv64",
        triples: &["riscv64gc-unknown-linux-gnu", "riscv64gc-unknown-linux-musl"],
        // Without linker relaxation. It needs relocations that `object_copy` cannot copy, and a global pointer, which
        // no start code sets.
        flags: &["-Ctarget-feature=-relax"],
    },
    RuntimeTarget { name: "aarch64-macos", triples: &["aarch64-apple-darwin"], flags: &[] },
    RuntimeTarget { name: "x86_64-macos", triples: &["x86_64-apple-darwin"], flags: &[] },
];

impl RuntimeTarget {
    /// Whether a target of Rust is this machine, also under a name that is not listed.
    pub(crate) fn is(&self, triple: &str) -> bool {
        let machine = |triple: &str| {
            let cpu = triple.split('-').next().map(str::to_owned);
            (cpu, triple.contains("-linux-"), triple.contains("-apple-darwin"))
        };
        machine(triple) == machine(self.triples[0])
    }
}

/// A target, and whether a build without it is an error.
pub(crate) struct Wanted {
    pub(crate) target: &'static RuntimeTarget,
    pub(crate) is_required: bool,
}

/// The targets to build: those that are named by [`RESTRICTION`], or as many as can be, of which the host is required.
///
/// # Errors
/// Says which name is unknown.
pub(crate) fn wanted(toolchains: &[Toolchain]) -> Result<Vec<Wanted>, String> {
    let restriction = env::var(RESTRICTION).unwrap_or_default();
    let names: Vec<&str> = restriction.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        let is_host = |target: &RuntimeTarget| toolchains.iter().any(|toolchain| target.is(&toolchain.host()));
        return Ok(ALL.iter().map(|target| Wanted { target, is_required: is_host(target) }).collect());
    }
    let known: Vec<&str> = ALL.iter().map(|target| target.name).collect();
    let find = |name: &&str| match ALL.iter().find(|target| target.name == *name) {
        Some(target) => Ok(Wanted { target, is_required: true }),
        None => Err(format!("{RESTRICTION} names '{name}', which is no target; there are: {}", known.join(", "))),
    };
    names.iter().map(find).collect()
}
