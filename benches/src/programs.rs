//! The C programs of `programs/`, compiled for WebAssembly and natively; and the real modules of the test suite.
//!
//! All benchmarks build in the same way here, so that they measure the same programs. Nothing here measures: the time
//! of a build counts only in `compile_time`, which starts its own processes.

use serde::Deserialize;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use wasmc_tests::{Inputs, Recipe, suite_directory};

use crate::Failure;
use crate::measure::Subject;
use crate::peers::{Peers, Tool};

/// The programs that are measured while they run; `programs/README.md` describes each.
pub const PROGRAMS: [&str; 8] = ["sha256", "matrix", "planets", "sieve", "sort", "hash", "text", "compress"];

/// Builds the programs of a benchmark, in a folder that is removed when the builder is dropped.
pub struct Builder {
    folder: TempDir,
    peers: Peers,
    wasmc: &'static Path,
}

impl Builder {
    /// A builder with an empty folder, which knows the peers and the wasmc under test.
    pub fn new() -> Result<Builder, Failure> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        Ok(Builder { folder, peers: Peers::read()?, wasmc: wasmc_tests::wasmc()? })
    }

    /// The tools that wasmc is measured against.
    pub fn peers(&self) -> &Peers {
        &self.peers
    }

    /// The compiler under test.
    pub fn wasmc(&self) -> &'static Path {
        self.wasmc
    }

    /// A file of the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A program as a WebAssembly module.
    pub fn wasm(&self, program: &str) -> Result<PathBuf, Failure> {
        self.compile(self.peers.need("clang")?, "wasm", program, &format!("{program}.wasm"))
    }

    /// A program as a native executable of this compiler.
    pub fn native(&self, tool: &Tool, usage: &str, program: &str, name: &str) -> Result<PathBuf, Failure> {
        self.compile(tool, usage, program, name)
    }

    /// A module as an executable, made by wasmc.
    pub fn executable(&self, wasm: &Path, arguments: &[&str], name: &str) -> Result<PathBuf, Failure> {
        let out = self.path(name);
        let paths = ["build", text(wasm), "-o", text(&out)];
        Subject::new("wasmc", self.wasmc, paths.iter().chain(arguments)).output()?;
        Ok(out)
    }

    /// A module precompiled by wasmtime.
    pub fn precompiled(&self, wasmtime: &Tool, wasm: &Path, name: &str) -> Result<PathBuf, Failure> {
        let out = self.path(name);
        wasmtime.subject("wasmtime", "compile", [text(wasm), "-o", text(&out)]).output()?;
        Ok(out)
    }

    fn compile(&self, tool: &Tool, usage: &str, program: &str, name: &str) -> Result<PathBuf, Failure> {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs").join(format!("{program}.c"));
        let out = self.path(name);
        tool.subject("compiler", usage, [text(&source), "-o", text(&out), "-lm"]).output()?;
        Ok(out)
    }
}

/// A module that others wrote: a case of the suite `tests/real`, fetched and made when it is first needed.
pub fn real_module(case: &str) -> Result<PathBuf, Failure> {
    #[derive(Deserialize)]
    struct Case {
        module: Recipe,
    }
    let suite = suite_directory("real");
    let folder = suite.join(case);
    let text = std::fs::read_to_string(folder.join("case.toml")).map_err(|error| format!("{case}: {error}"))?;
    let parsed: Case = toml::from_str(&text).map_err(|error| format!("{case}: {error}"))?;
    Ok(parsed.module.make(case, &folder.join("guest"), &Inputs::read(&suite)?)?.wasm)
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("the paths of a benchmark are text")
}
