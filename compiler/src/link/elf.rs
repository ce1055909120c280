//! The linker's command line for ELF.
//!
//! It decides what kind of executable comes out: static, position-independent, without unused functions. Options that
//! make the output depend on the machine, such as a build id, must not be added.

use wasmc_abi::symbols;

use super::memory_files::MemoryFiles;
use super::wild;
use crate::error::Result;
use crate::options::DebugInfo;

/// Links a static, position-independent executable. The emulation is the linker's name for processor and system.
pub(super) fn link(object: Vec<u8>, archive: Vec<u8>, emulation: &str, debug_info: DebugInfo) -> Result<Vec<u8>> {
    let files = MemoryFiles::default();
    files.add("program.o", object);
    files.add("runtime.a", archive);
    let mut words = vec![
        "wild",
        "-m",
        emulation,
        "-pie",
        "--no-dynamic-linker",
        "-z",
        "relro",
        "-z",
        "now",
        "-z",
        "noexecstack",
        "--gc-sections",
        "--build-id=none",
        "-e",
        symbols::ENTRY,
        "-o",
        wild::OUTPUT,
        "program.o",
        "runtime.a",
    ];
    if debug_info.is_wanted() {
        // Profilers find unwind information only by this index (`perf record --call-graph dwarf`).
        words.push("--eh-frame-hdr");
    }
    wild::run(&words, files)
}
