//! Phase 8, link: the object and the runtime archive become an executable.
//!
//! The linker is a library in this process, on files in memory. For the one target that it does not know, a linker that is
//! installed does the work; see [`LinkerSupport`].

/// The build script writes the archives of the runtime by the same code.
#[path = "../../build/ar.rs"]
mod ar;
mod elf;
mod external;
mod memory_files;
mod runtime_archive;
mod static_library;
mod symbol_names;
mod wild;

use std::path::PathBuf;

pub(crate) use runtime_archive::has_runtime;

use crate::error::Result;
use crate::target::Target;

/// What links executables of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkerSupport {
    /// wasmc itself.
    BuiltIn,
    /// This program, which was found on this machine.
    External(PathBuf),
    /// A program that is not installed: executables cannot be made, objects can.
    Missing,
}

/// What links executables of a target on this machine.
pub(crate) fn support(target: Target) -> LinkerSupport {
    match target {
        Target::X86_64Linux | Target::Aarch64Linux | Target::Riscv64Linux => LinkerSupport::BuiltIn,
        Target::Aarch64Macos | Target::X86_64Macos => match external::find() {
            Some(linker) => LinkerSupport::External(linker.program),
            None => LinkerSupport::Missing,
        },
    }
}

/// Links the object with the runtime of the target.
///
/// # Errors
/// [`crate::Error::Link`] with what the linker said; [`crate::Error::Options`] where the runtime or the linker for this
/// target is missing.
pub(crate) fn link(object: Vec<u8>, target: Target) -> Result<Vec<u8>> {
    let archive = runtime_archive::runtime_archive(target)?;
    match target {
        Target::X86_64Linux => elf::link(object, archive, "elf_x86_64"),
        Target::Aarch64Linux => elf::link(object, archive, "aarch64linux"),
        Target::Riscv64Linux => elf::link(object, archive, "elf64lriscv"),
        Target::Aarch64Macos => external::link(&object, &archive, "arm64"),
        Target::X86_64Macos => external::link(&object, &archive, "x86_64"),
    }
}

/// Puts the object and the runtime of the target into one archive, for a linker of somebody else's.
///
/// # Errors
/// [`crate::Error::Options`] where the runtime for this target is missing; [`crate::Error::Limit`] beyond 4 GiB.
pub(crate) fn static_library(object: Vec<u8>, target: Target) -> Result<Vec<u8>> {
    static_library::make(object, &runtime_archive::runtime_archive(target)?, target)
}

/// Finds out early what [`static_library`] would miss.
///
/// # Errors
/// [`crate::Error::Options`] where the runtime for this target is missing.
pub(crate) fn check_runtime(target: Target) -> Result<()> {
    runtime_archive::check(target)
}

/// Finds out early what [`link`] would miss, before the work of a compilation is done for nothing.
///
/// # Errors
/// [`crate::Error::Options`] where the runtime or the linker for this target is missing.
pub(crate) fn check(target: Target) -> Result<()> {
    runtime_archive::check(target)?;
    match support(target) {
        LinkerSupport::Missing => Err(external::missing()),
        LinkerSupport::BuiltIn | LinkerSupport::External(_) => Ok(()),
    }
}
