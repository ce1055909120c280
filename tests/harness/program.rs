//! Finds the compiler under test, the reference engine and cargo's target folder.
//!
//! All suites must test the same wasmc, so only this file reads `WASMC_BIN` and `WASMC_REFERENCE` and builds the
//! compiler.

use crate::{Failure, Process, context};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// The `wasmc` under test: `WASMC_BIN`, or what cargo builds now. Release mode, because that is what people run, and
/// because a debug build would take minutes for the larger inputs.
pub fn wasmc() -> Result<&'static Path, Failure> {
    static BINARY: OnceLock<Result<PathBuf, Failure>> = OnceLock::new();
    let binary = BINARY.get_or_init(|| match std::env::var_os("WASMC_BIN") {
        Some(given) => context(std::fs::canonicalize(&given), format!("WASMC_BIN={}", given.display())),
        None => build_wasmc(),
    });
    binary.as_deref().map_err(Failure::clone)
}

/// The reference engine, if this run is to use it: `WASMC_REFERENCE`, a path or a name to look up in `PATH`.
pub fn reference() -> Option<PathBuf> {
    std::env::var_os("WASMC_REFERENCE").map(PathBuf::from)
}

/// The folder in which fetched and built things are kept between runs, inside cargo's target folder.
pub(crate) fn target_directory() -> PathBuf {
    let executable = std::env::current_exe().expect("the running test has a path");
    // Cargo marks its target folder, whatever its name and however deep the test lies in it.
    let marked = executable.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists());
    marked.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), Path::to_path_buf)
}

/// The cargo that runs this test.
pub(crate) fn cargo() -> Process {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Process::new(cargo).inherit_all()
}

fn build_wasmc() -> Result<PathBuf, Failure> {
    let build = cargo()
        .args(["build", "--release", "--package", "wasmc", "--bin", "wasmc", "--quiet", "--message-format=json"])
        .args([std::ffi::OsStr::new("--target-dir"), target_directory().as_os_str()])
        .directory(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .limit(Duration::from_secs(1800));
    let messages = build.succeed()?;
    let executable = String::from_utf8_lossy(&messages).lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        let path = message["executable"].as_str()?;
        (message["target"]["name"] == "wasmc").then(|| path.into())
    });
    executable.ok_or_else(|| "cargo built no executable from the package wasmc".into())
}
