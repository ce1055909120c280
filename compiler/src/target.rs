//! The machines that wasmc compiles for: processor, object format, addresses.
//!
//! All phases ask this type about a machine, so it depends on none of them. Names that people type are in `parse`.

mod parse;

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use target_lexicon::Triple;

/// A machine that executables can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// Linux on x86-64.
    X86_64Linux,
    /// Linux on 64-bit Arm.
    Aarch64Linux,
    /// Linux on 64-bit RISC-V, at least `rv64gc`.
    Riscv64Linux,
    /// macOS on Apple silicon.
    Aarch64Macos,
    /// macOS on x86-64.
    X86_64Macos,
}

/// Every target, in the order in which `wasmc targets` lists them.
pub const TARGETS: [Target; 5] =
    [Target::X86_64Linux, Target::Aarch64Linux, Target::Riscv64Linux, Target::Aarch64Macos, Target::X86_64Macos];

/// How executables and objects of a target are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// ELF (System V gABI).
    Elf,
    /// Mach-O (`mach-o/loader.h`).
    MachO,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Elf => "ELF",
            Format::MachO => "Mach-O",
        })
    }
}

/// The oldest macOS that executables run on, as it is written in triples and load commands.
pub(crate) const MACOS_VERSION: &str = "13.0";

impl Target {
    /// The target of the machine that wasmc runs on, or the first of [`TARGETS`] for any other machine.
    pub fn host() -> Target {
        match (std::env::consts::ARCH, std::env::consts::OS) {
            ("aarch64", "linux") => Target::Aarch64Linux,
            ("riscv64", "linux") => Target::Riscv64Linux,
            ("aarch64", "macos") => Target::Aarch64Macos,
            ("x86_64", "macos") => Target::X86_64Macos,
            _ => Target::X86_64Linux,
        }
    }

    /// The name that `--target` takes.
    pub fn name(self) -> &'static str {
        match self {
            Target::X86_64Linux => "x86_64",
            Target::Aarch64Linux => "aarch64",
            Target::Riscv64Linux => "riscv64",
            Target::Aarch64Macos => "aarch64-macos",
            Target::X86_64Macos => "x86_64-macos",
        }
    }

    /// The machine in words, as people name it.
    pub fn description(self) -> &'static str {
        match self {
            Target::X86_64Linux => "Linux on x86-64",
            Target::Aarch64Linux => "Linux on 64-bit Arm",
            Target::Riscv64Linux => "Linux on 64-bit RISC-V",
            Target::Aarch64Macos => "macOS 13 or later on Apple silicon",
            Target::X86_64Macos => "macOS 13 or later on x86-64",
        }
    }

    /// The full triple.
    pub fn triple(self) -> Triple {
        let triple = match self {
            Target::X86_64Linux => "x86_64-unknown-linux-gnu".into(),
            Target::Aarch64Linux => "aarch64-unknown-linux-gnu".into(),
            Target::Riscv64Linux => "riscv64gc-unknown-linux-gnu".into(),
            Target::Aarch64Macos => format!("aarch64-apple-macosx{MACOS_VERSION}.0"),
            Target::X86_64Macos => format!("x86_64-apple-macosx{MACOS_VERSION}.0"),
        };
        Triple::from_str(&triple).expect("the triples above are spelled right")
    }

    /// The format of executables and objects.
    pub fn format(self) -> Format {
        match self {
            Target::X86_64Linux | Target::Aarch64Linux | Target::Riscv64Linux => Format::Elf,
            Target::Aarch64Macos | Target::X86_64Macos => Format::MachO,
        }
    }

    /// Granularity of the start image: no page of the target machine is larger.
    pub(crate) fn image_page_bytes(self) -> u64 {
        match self {
            Target::X86_64Linux | Target::Riscv64Linux => 4 << 10,
            // Kernels are built for pages of 4, 16 or 64 KiB.
            Target::Aarch64Linux => 64 << 10,
            // x86-64 programs see pages of 16 KiB when they are translated on Apple silicon.
            Target::Aarch64Macos | Target::X86_64Macos => 16 << 10,
        }
    }

    /// The address of linear memory 0 with guard-page bounds checks. It is below the range in which kernels place
    /// position-independent executables.
    ///
    /// On x86-64 and RISC-V the address is low enough to fold into the displacement of an instruction or into two
    /// instructions. 64-bit Arm has no such displacements. There, the address is too high for Cranelift to fold it with
    /// the offset of an access, so all accesses of a function share one constant; it fits into the address space of
    /// every kernel. On macOS, the lowest 4 GiB are never mapped (`__PAGEZERO`), the executable and the system's
    /// libraries follow, and the range from 64 to 448 GiB is reserved for the GPU of Apple silicon.
    pub(crate) fn memory_base(self) -> u64 {
        match self {
            Target::X86_64Linux | Target::Riscv64Linux => 0x1000_0000,
            Target::Aarch64Linux => 0x10_0000_0000,
            Target::Aarch64Macos | Target::X86_64Macos => 0x100_0000_0000,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
