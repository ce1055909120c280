//! The parts that test suites share: processes, expected files, the compiler under test and the reference engine.
//!
//! A suite is one page: find the cases, turn each into a trial, compare. Longer parts that two suites need are here; a
//! part that only one suite needs stays in that suite. Nothing here may know what a case is about.
//!
//! Variables that steer a run:
//! - `WASMC_BLESS=1` rewrites expected files instead of comparing. Review the difference before committing it.
//! - `WASMC_BIN` is a built `wasmc` to test; otherwise cargo builds one in release mode, once per suite.
//! - `WASMC_IGNORE_MISSING_TOOLS=1` leaves out guest programs whose compiler or strace is missing, instead of failing.
//! - `WASMC_REFERENCE` is the reference engine, `wasmtime`. Blessing needs it if the expectations come from that
//!   engine.
//!
//! Errors are strings for people: a test either passes or says why it failed.

#![forbid(unsafe_code)]

mod backtrace;
mod diff;
mod expect;
mod fetch;
pub mod golden;
pub mod guest;
mod machine;
mod process;
mod program;
mod recipe;
pub mod tools;
mod tree;

pub use backtrace::{without_depth, without_emulator};
pub use diff::unified_diff;
pub use expect::{bless, check_bytes, check_file};
pub use fetch::Inputs;
pub use machine::{Launcher, Machine};
pub use process::{Ending, Outcome, Process};
pub use program::{reference, wasmc};
pub use recipe::{Module, Recipe};
pub use tree::{copy_tree, list_tree};

use std::path::{Path, PathBuf};

/// Why a test failed, for people.
pub type Failure = String;

/// The folder of a suite: `tests/<suite>`.
pub fn suite_directory(suite: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(suite)
}

/// The entries of a folder whose name ends as asked, sorted: the cases of a suite. An empty ending takes all.
pub fn cases(directory: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths
}

/// Adds the action that failed to an error of any kind.
pub fn context<T, E: std::fmt::Display>(result: Result<T, E>, doing: impl std::fmt::Display) -> Result<T, Failure> {
    result.map_err(|error| format!("{doing}: {error}"))
}
