//! What linking for ELF needs: the words for libwild.

use libwild::{Args, Linker};

use super::memory_files::MemoryFiles;
use crate::error::{Error, Result};

/// Links a static, position-independent executable.
pub(super) fn link(object: Vec<u8>, archive: &'static [u8], emulation: &str, entry: &str) -> Result<Vec<u8>> {
    let failed = |error: libwild::error::Error| Error::Link { message: format!("{error:?}") };
    let files = MemoryFiles::default();
    files.add("program.o", object);
    files.add_static("runtime.a", archive);
    let words = [
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
        entry,
        "-o",
        "program",
        "program.o",
        "runtime.a",
    ];
    let mut args = Args::new(|| words.into_iter()).map_err(failed)?;
    args.parse(|| words.into_iter()).map_err(failed)?;
    let linker = Linker::with_file_system(files.clone());
    linker.run(&args).map_err(failed)?;
    drop(linker);
    files.take("program").ok_or_else(|| Error::internal("the linker wrote no output"))
}
