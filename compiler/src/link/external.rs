//! Linking by a program of this machine: for Mach-O on x86-64, which the linker inside wasmc does not know.
//!
//! Files in a temporary folder stand in for the ones in memory; nothing else of the machine takes part.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::{Error, Result};
use crate::target::MACOS_VERSION;

/// What the runtime takes from libSystem, as a text-based stub: names only.
const LIBRARY_STUB: &[u8] = include_bytes!("libSystem.tbd");

/// A linker that was found.
pub(super) struct Linker {
    pub(super) program: PathBuf,
    /// What comes before the linker's own words.
    first: &'static [&'static str],
}

/// Linkers for Mach-O in order of preference. LLVM's is also installed with its version in its name (Debian), and as a part
/// of Rust's and of Xcode's tools.
const LINKERS: [(&str, &[&str]); 12] = [
    ("ld64.lld", &[]),
    ("ld64.lld-22", &[]),
    ("ld64.lld-21", &[]),
    ("ld64.lld-20", &[]),
    ("ld64.lld-19", &[]),
    ("ld64.lld-18", &[]),
    ("ld64.lld-17", &[]),
    ("ld64.lld-16", &[]),
    ("ld64.lld-15", &[]),
    ("ld64.lld-14", &[]),
    ("rust-lld", &["-flavor", "darwin"]),
    ("lld", &["-flavor", "darwin"]),
];

/// The linker to use, if there is one.
pub(super) fn find() -> Option<Linker> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let find = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
    // Apple's own, where there is one: on other systems `ld` makes no Mach-O.
    let apple = if cfg!(target_os = "macos") { find("ld") } else { None };
    let apple = apple.map(|program| Linker { program, first: &[] });
    apple.or_else(|| LINKERS.iter().find_map(|(name, first)| Some(Linker { program: find(name)?, first })))
}

/// What to say when [`find`] finds none.
pub(super) fn missing() -> Error {
    Error::Options {
        message: "executables for macOS need a linker for Mach-O, and none is in PATH".into(),
        hint: Some(
            "install LLVM's (`ld64.lld`: the package `lld` on Debian and Ubuntu), or use --emit=obj or --emit=staticlib \
             and link on a Mac"
                .into(),
        ),
    }
}

/// Links an executable for macOS.
pub(super) fn link(object: &[u8], archive: &[u8], architecture: &str) -> Result<Vec<u8>> {
    let linker = find().ok_or_else(missing)?;
    let failed = |what: &str, error: std::io::Error| Error::Link { message: format!("{what}: {error}") };
    let folder = tempfile::tempdir().map_err(|error| failed("cannot make a temporary folder", error))?;
    let path = |name: &str| folder.path().join(name);
    for (name, bytes) in [("program.o", object), ("runtime.a", archive), ("libSystem.tbd", LIBRARY_STUB)] {
        fs::write(path(name), bytes).map_err(|error| failed("cannot write a temporary file", error))?;
    }
    let output = Command::new(&linker.program)
        .args(linker.first)
        .args(["-arch", architecture])
        .args(WORDS)
        // Relative names: none of this machine gets into the output.
        .current_dir(folder.path())
        .output()
        .map_err(|error| failed(&linker.program.display().to_string(), error))?;
    if !output.status.success() {
        let program = linker.program.display();
        let message = format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim_end());
        return Err(Error::Link { message });
    }
    fs::read(path("program")).map_err(|error| failed("the linker's output", error))
}

/// The linker's command line.
const WORDS: [&str; 13] = [
    "-platform_version",
    "macos",
    MACOS_VERSION,
    MACOS_VERSION,
    "-e",
    "_main",
    "-dead_strip",
    "-adhoc_codesign",
    "-o",
    "program",
    "program.o",
    "runtime.a",
    "libSystem.tbd",
];
