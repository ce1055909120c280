//! What is built for which target: its name in wasmc, the targets of Rust that are as good as one another for it, and the
//! flags of its own.
//!
//! It knows nothing about where a compiler comes from.

use std::env;

/// A developer's choice of targets, by their names in wasmc and with commas between.
pub(crate) const RESTRICTION: &str = "WASMC_RUNTIME_TARGETS";

/// A machine that a runtime library is built for.
#[derive(PartialEq, Eq)]
pub(crate) struct RuntimeTarget {
    /// The name that `--target` takes.
    pub(crate) name: &'static str,
    /// By which `link/runtime_archive.rs` finds the archive.
    pub(crate) variable: &'static str,
    /// Targets of Rust, best first. The runtime has no C library, so that any will do for Linux.
    pub(crate) triples: &'static [&'static str],
    /// Flags of rustc for it alone.
    pub(crate) flags: &'static [&'static str],
}

/// Every target of the runtime library.
pub(crate) static ALL: [RuntimeTarget; 5] = [
    RuntimeTarget {
        name: "x86_64",
        variable: "WASMC_RUNTIME_X86_64",
        triples: &["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "x86_64-unknown-linux-none"],
        flags: &[],
    },
    RuntimeTarget {
        name: "aarch64",
        variable: "WASMC_RUNTIME_AARCH64",
        triples: &["aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl"],
        // The functions for atomics would ask the C library for the processor's features.
        flags: &["-Ctarget-feature=-outline-atomics"],
    },
    RuntimeTarget {
        name: "riscv64",
        variable: "WASMC_RUNTIME_RISCV64",
        triples: &["riscv64gc-unknown-linux-gnu", "riscv64gc-unknown-linux-musl"],
        // Code that the linker must not shorten: that takes relocations which an object cannot be copied with, and a
        // global pointer that nobody sets up.
        flags: &["-Ctarget-feature=-relax"],
    },
    RuntimeTarget {
        name: "aarch64-macos",
        variable: "WASMC_RUNTIME_AARCH64_MACOS",
        triples: &["aarch64-apple-darwin"],
        flags: &[],
    },
    RuntimeTarget {
        name: "x86_64-macos",
        variable: "WASMC_RUNTIME_X86_64_MACOS",
        triples: &["x86_64-apple-darwin"],
        flags: &[],
    },
];

impl RuntimeTarget {
    /// The name that Rust has for the machine that builds, if that is this target. It has a `core` in any case, and some
    /// distributions give it a name of their own.
    pub(crate) fn host(&self) -> Option<String> {
        let machine = |triple: &str| {
            let cpu = triple.split('-').next().map(str::to_owned);
            (cpu, triple.contains("-linux-"), triple.contains("-apple-darwin"))
        };
        env::var("HOST").ok().filter(|host| machine(host) == machine(self.triples[0]))
    }
}

/// A target, and whether a build without it is an error.
pub(crate) struct Wanted {
    pub(crate) target: &'static RuntimeTarget,
    pub(crate) is_required: bool,
}

/// The targets to build: those that are named by [`RESTRICTION`], or as many as can be.
pub(crate) fn wanted() -> Vec<Wanted> {
    let restriction = env::var(RESTRICTION).unwrap_or_default();
    let names: Vec<&str> = restriction.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return ALL.iter().map(|target| Wanted { target, is_required: target.host().is_some() }).collect();
    }
    let known: Vec<&str> = ALL.iter().map(|target| target.name).collect();
    let find = |name: &&str| {
        let target = ALL.iter().find(|target| target.name == *name);
        let target =
            target.unwrap_or_else(|| panic!("{RESTRICTION} names {name}, which is none of: {}", known.join(", ")));
        Wanted { target, is_required: true }
    };
    names.iter().map(find).collect()
}
