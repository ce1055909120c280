//! The runtime libraries: for each machine its name in wasmc, equivalent targets of Rust, and flags.
//!
//! A new target begins with a row here. This file does not know where a compiler comes from.

use std::env;

use crate::toolchain::Toolchain;

/// A developer's choice of targets, by their names in wasmc and with commas between.
pub(crate) const RESTRICTION: &str = "WASMC_RUNTIME_TARGETS";

/// A runtime library and the machine that it is built for.
#[derive(PartialEq, Eq)]
pub(crate) struct RuntimeTarget {
    /// The name that `--target` takes; for a library with frames, [`FRAMES`] follows.
    pub(crate) name: &'static str,
    /// Targets of Rust, best first. The runtime uses no C library, so for Linux all of them will do.
    pub(crate) triples: &'static [&'static str],
    /// Flags of rustc for this target only.
    pub(crate) flags: &'static [&'static str],
    /// Whether it has unwind tables, for programs with debug information. Its code is not the same: where an unwinder
    /// can look, some instructions stay in another order.
    pub(crate) has_frames: bool,
}

/// The end of the names of libraries with unwind tables.
const FRAMES: &str = "-frames";

const X86_64: RuntimeTarget = RuntimeTarget {
    name: "x86_64",
    triples: &["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "x86_64-unknown-linux-none"],
    flags: &[],
    has_frames: false,
};
const AARCH64: RuntimeTarget = RuntimeTarget {
    name: "aarch64",
    triples: &["aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl"],
    // The functions for atomics would ask the C library for the processor's features.
    flags: &["-Ctarget-feature=-outline-atomics"],
    has_frames: false,
};
const RISCV64: RuntimeTarget = RuntimeTarget {
    name: "riscv64",
    triples: &["riscv64gc-unknown-linux-gnu", "riscv64gc-unknown-linux-musl"],
    // Without linker relaxation. It needs relocations that `object_copy` cannot copy, and a global pointer, which no
    // start code sets.
    flags: &["-Ctarget-feature=-relax"],
    has_frames: false,
};

/// Every runtime library.
pub(crate) static ALL: [RuntimeTarget; 8] = [
    X86_64,
    AARCH64,
    RISCV64,
    RuntimeTarget { name: "aarch64-macos", triples: &["aarch64-apple-darwin"], flags: &[], has_frames: false },
    RuntimeTarget { name: "x86_64-macos", triples: &["x86_64-apple-darwin"], flags: &[], has_frames: false },
    RuntimeTarget { name: "x86_64-frames", has_frames: true, ..X86_64 },
    RuntimeTarget { name: "aarch64-frames", has_frames: true, ..AARCH64 },
    RuntimeTarget { name: "riscv64-frames", has_frames: true, ..RISCV64 },
];

impl RuntimeTarget {
    /// The name of its machine.
    fn machine(&self) -> &'static str {
        self.name.strip_suffix(FRAMES).unwrap_or(self.name)
    }

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
    let known: Vec<&str> = ALL.iter().filter(|target| !target.has_frames).map(|target| target.name).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("{RESTRICTION} names '{name}', which is no target; there are: {}", known.join(", ")));
    }
    let is_named = |target: &&RuntimeTarget| names.contains(&target.machine());
    Ok(ALL.iter().filter(is_named).map(|target| Wanted { target, is_required: true }).collect())
}
