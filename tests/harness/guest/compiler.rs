//! Makes the module of a guest program: C by clang, once for all engines and machines.
//!
//! Modules are kept below cargo's target folder between runs. Only this file asks whether the compiler is installed;
//! without it a test must fail, or be listed as left out (`harness/tools.rs`).

use super::Program;
use crate::fetch::make_once;
use crate::program::target_directory;
use crate::tree::sha256;
use crate::{Failure, Process, cases, context, tools};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The compiler of the C programs.
const CLANG: &str = "clang-19";
/// The Debian packages that it needs to make a program for WASI.
const CLANG_PACKAGES: &str = "clang-19 lld-19 wasi-libc libclang-rt-19-dev-wasm32";

/// The tool that this program needs and this host lacks: the compiler of C programs, or the program of `under:`.
pub fn missing_tool(program: &Program) -> Option<&str> {
    if program.is_c() && clang_is_missing() {
        return Some(CLANG);
    }
    program.under.first().map(String::as_str).filter(|tool| tools::find(tool).is_none())
}

/// Whether the C programs cannot be compiled here, because there is no clang for WebAssembly or no C library for it.
fn clang_is_missing() -> bool {
    static MISSING: OnceLock<bool> = OnceLock::new();
    *MISSING.get_or_init(|| {
        let compiler = format!("{CLANG} --target=wasm32-wasi --sysroot=/usr -x c - -o /dev/null");
        let script = format!("echo 'int main(void) {{ return 0; }}' | {compiler} 2>/dev/null");
        !std::process::Command::new("sh").args(["-c", &script]).status().is_ok_and(|status| status.success())
    })
}

/// Fails, with the command that installs it, if [`missing_tool`] names a tool.
pub(super) fn require_tools(program: &Program) -> Result<(), Failure> {
    let command = match missing_tool(program) {
        None => return Ok(()),
        Some(CLANG) => format!("{CLANG} for WebAssembly is missing: apt-get install {CLANG_PACKAGES}"),
        Some(tool) => tools::missing(tool),
    };
    Err(format!("{command} (or leave out the tests that need it: {}=1)", tools::IGNORE_VARIABLE))
}

/// How they are compiled: with the warnings on that would hide a mistake in a test.
const CLANG_FLAGS: [&str; 8] = [
    "--target=wasm32-wasi",
    "--sysroot=/usr",
    "-O1",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-Wno-unused-function",
    "-Wl,--strip-debug",
];

/// The same for programs with threads, for which Debian has no C library.
const CLANG_FLAGS_THREADS: [&str; 14] = [
    "--target=wasm32-wasi-threads",
    "-pthread",
    "-ffreestanding",
    "-nostdlib",
    "-O1",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-Wno-unused-function",
    "-Wl,--strip-debug",
    "-Wl,--shared-memory",
    "-Wl,--import-memory",
    // The reference engine finds the memory by its export.
    "-Wl,--export-memory",
    "-Wl,--max-memory=134217728",
];

/// The folder whose programs have threads.
const THREADS: &str = "threads";

/// Whether a program is one of those with threads.
pub(super) fn has_threads(program: &Program) -> bool {
    program.path.parent().is_some_and(|suite| suite.ends_with(THREADS))
}

/// Makes the module of a program: WAT as it is, C by clang, once for all engines and machines. It is kept by a hash of
/// everything that goes into it, the version of clang excepted.
pub fn compile(program: &Program) -> Result<PathBuf, Failure> {
    if !program.is_c() {
        return Ok(program.path.clone());
    }
    require_tools(program)?;
    let suites = program.path.parent().and_then(Path::parent).ok_or("a program lies in a folder of a folder")?;
    let (headers, flags) = match has_threads(program) {
        true => (suites.join(THREADS), &CLANG_FLAGS_THREADS[..]),
        false => (suites.join("wasi"), &CLANG_FLAGS[..]),
    };
    let mut sources = context(std::fs::read(&program.path), program.path.display())?;
    for header in cases(&headers, ".h") {
        sources.extend(context(std::fs::read(&header), header.display())?);
    }
    sources.extend(flags.concat().into_bytes());
    let file = format!("{}.wasm", program.name);
    let folder = target_directory().join("test-guests").join(format!("{}-{}", program.name, &sha256(&sources)[..16]));
    make_once(&folder, |unfinished| {
        let clang = Process::new(CLANG).inherit_all().args(flags).args(["-I"]).args([&headers]);
        clang.args(["-o"]).args([&unfinished.join(&file), &program.path]).succeed().map(drop)
    })?;
    Ok(folder.join(file))
}
