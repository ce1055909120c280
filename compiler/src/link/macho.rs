//! What linking for Mach-O needs: the words for the linker, and a description of the one library that every macOS program
//! loads.

use super::memory_files::MemoryFiles;
use super::wild;
use crate::error::Result;
use crate::target::MACOS_VERSION;

/// What the runtime takes from libSystem, as a text-based stub: names only. macOS has no stable system calls, so
/// programs call its C library, and that is all they load.
pub(super) const LIBRARY_STUB: &[u8] = include_bytes!("libSystem.tbd");

/// Links an executable for Apple silicon, with the ad-hoc signature without which the kernel does not start it.
pub(super) fn link(object: Vec<u8>, archive: Vec<u8>) -> Result<Vec<u8>> {
    let files = MemoryFiles::default();
    files.add("program.o", object);
    files.add("runtime.a", archive);
    files.add("libSystem.tbd", LIBRARY_STUB.to_vec());
    let words = [
        "wild",
        "-flavor",
        "darwin",
        "-arch",
        "arm64",
        "-platform_version",
        "macos",
        MACOS_VERSION,
        MACOS_VERSION,
        "-e",
        "_main",
        "-o",
        wild::OUTPUT,
        "program.o",
        "runtime.a",
        "libSystem.tbd",
    ];
    wild::run(&words, files)
}
