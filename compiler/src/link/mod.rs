//! The last phase, link: the object and the runtime archive become an executable or a library.
//!
//! For ELF, the linker is a library in this process, which works on files in memory; for Mach-O, it is [`macho`]. So a
//! build needs no tool of the machine. Nothing here may start a program, or read or write a file.

mod ar;
mod elf;
mod macho;
mod memory_files;
mod runtime_archive;
mod static_library;
mod symbol_names;
mod wild;

pub(crate) use runtime_archive::check;
pub use runtime_archive::has_runtime;

use crate::error::Result;
use crate::options::Options;
use crate::target::Target;

/// Links the object with the runtime of the target.
///
/// # Errors
/// [`crate::Error::Link`] with what the linker said; [`crate::Error::Options`] where the runtime for this target is
/// missing.
pub(crate) fn link(object: Vec<u8>, options: &Options) -> Result<Vec<u8>> {
    let debug_info = options.debug_info;
    let archive = runtime_archive::runtime_archive(options.target, debug_info)?;
    match options.target {
        Target::X86_64Linux => elf::link(object, archive, "elf_x86_64", debug_info),
        Target::Aarch64Linux => elf::link(object, archive, "aarch64linux", debug_info),
        Target::Riscv64Linux => elf::link(object, archive, "elf64lriscv", debug_info),
        Target::Aarch64Macos => macho::link(&object, &archive, macho::Architecture::Arm64),
        Target::X86_64Macos => macho::link(&object, &archive, macho::Architecture::X86_64),
    }
}

/// Puts the object and the runtime of the target into one archive, for the linker of a C program.
///
/// # Errors
/// [`crate::Error::Options`] where the runtime for this target is missing; [`crate::Error::Limit`] beyond 4 GiB.
pub(crate) fn static_library(object: Vec<u8>, options: &Options) -> Result<Vec<u8>> {
    let archive = runtime_archive::runtime_archive(options.target, options.debug_info)?;
    static_library::make(object, &archive, options.target)
}
