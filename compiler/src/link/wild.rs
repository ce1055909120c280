//! Calls libwild, the linker in this process: command line in, a file in memory out.
//!
//! Only this file and `memory_files` know its interface. Its errors are shown as they are; nothing here may print.

use libwild::{Args, Linker};

use super::memory_files::MemoryFiles;
use crate::error::{Error, Result};

/// The file that [`run`] takes as output.
pub(super) const OUTPUT: &str = "program";

/// Runs the linker with the words of its command line (the first is its name) on these files, and gives [`OUTPUT`].
pub(super) fn run(words: &[&str], files: MemoryFiles) -> Result<Vec<u8>> {
    let failed = |error: libwild::error::Error| Error::Link { message: format!("{error:?}") };
    let mut args = Args::new(|| words.iter().copied()).map_err(failed)?;
    args.parse(|| words.iter().copied()).map_err(failed)?;
    let linker = Linker::with_file_system(files.clone());
    linker.run(&args).map_err(failed)?;
    drop(linker);
    files.take(OUTPUT).ok_or_else(|| Error::internal("the linker wrote no output"))
}
