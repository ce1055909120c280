//! Phase 8, link: the object and the runtime archive become an executable, in this process.

mod elf;
mod memory_files;
mod runtime_archive;

use crate::error::Result;
use crate::target::Target;

/// Links the object with the runtime of the target.
///
/// # Errors
/// [`crate::Error::Link`] with what the linker said.
pub(crate) fn link(object: Vec<u8>, target: Target, entry: &str) -> Result<Vec<u8>> {
    let archive = runtime_archive::runtime_archive(target);
    match target {
        Target::X86_64Linux => elf::link(object, archive, "elf_x86_64", entry),
    }
}
