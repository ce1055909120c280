//! A case of the suite `real`: its description in `case.toml`, and how one call of its program must end.
//!
//! tests/real/README.md explains the fields to people. Nothing here builds or runs a program: that is for the suite
//! itself, which does it with two engines.

use super::Engine;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use wasmc_tests::{Ending, Failure, Outcome, Recipe, bless, context, suite_directory};

/// `case.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Case {
    /// The subject of this case, for the reader.
    #[serde(rename = "about")]
    _about: String,
    /// The case whose folder this one uses, and whose values it takes for keys that it does not have.
    pub(crate) like: Option<String>,
    pub(crate) module: Recipe,
    /// Each `HOST[::GUEST][:ro]`, relative to the fresh copy of `fixture/` in which the program runs.
    #[serde(default)]
    pub(crate) dirs: Vec<String>,
    /// Each `NAME[=VALUE]`.
    #[serde(default)]
    pub(crate) env: Vec<String>,
    /// More words for `wasmc build`.
    #[serde(default)]
    pub(crate) build: Vec<String>,
    /// More words for the reference engine when it runs the module.
    #[serde(default)]
    pub(crate) reference: Vec<String>,
    /// Words for it that switch proposals on, when it compiles and when it runs.
    #[serde(default)]
    pub(crate) reference_features: Vec<String>,
    /// Whether `host.mjs` is the reference engine, for a module that Wasmtime does not run; the case has the input
    /// `node` then.
    #[serde(default)]
    pub(crate) reference_host: bool,
    /// Builds beside the default one, with the words that make them: every run is repeated with each.
    #[serde(default)]
    pub(crate) variants: BTreeMap<String, Vec<String>>,
    /// Whether to build again with one worker and with all, and to compare the executables.
    #[serde(default)]
    pub(crate) deterministic: bool,
    /// Seconds that one build or one call may take.
    #[serde(default = "default_limit")]
    pub(crate) limit: u64,
    #[serde(default, rename = "run")]
    pub(crate) runs: Vec<Run>,
    #[serde(default, rename = "command")]
    pub(crate) commands: Vec<WasmcCommand>,
}

/// Calls of the built program, one after the other in the same folder; their output is joined.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Run {
    pub(crate) name: String,
    pub(crate) calls: Vec<Call>,
}

/// One execution.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Call {
    /// A module to be built and run in place of the case's own: one that an earlier call wrote, or one that names a
    /// place of the recipe.
    pub(crate) module: Option<String>,
    #[serde(default)]
    pub(crate) args: Vec<String>,
    /// A file of the case, or one that an earlier call left.
    pub(crate) stdin: Option<String>,
    /// A file for standard output, which is then not compared.
    pub(crate) stdout: Option<String>,
    /// The host's environment, each `NAME=VALUE`.
    #[serde(default)]
    pub(crate) env: Vec<String>,
    #[serde(default)]
    pub(crate) status: i32,
    /// The kind of trap that ends this call.
    pub(crate) trap: Option<String>,
}

/// A call of wasmc itself.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WasmcCommand {
    pub(crate) name: String,
    /// May name `{wasm}` and `{work}`, a fresh folder, beside the places of a recipe.
    pub(crate) args: Vec<String>,
    #[serde(default)]
    pub(crate) status: i32,
    /// Texts that standard output must contain.
    #[serde(default)]
    pub(crate) stdout: Vec<String>,
    /// Texts that standard error must contain.
    #[serde(default)]
    pub(crate) stderr: Vec<String>,
    /// Files that must not be there afterwards.
    #[serde(default)]
    pub(crate) absent: Vec<String>,
}

fn default_limit() -> u64 {
    120
}

impl Case {
    /// The case of this folder, completed by the one that it is like.
    pub(crate) fn read(folder: &Path) -> Result<Case, Failure> {
        let mut table = read_table(folder)?;
        if let Some(like) = table.get("like").and_then(toml::Value::as_str) {
            let other = read_table(&suite_directory("real").join(like))?;
            for (key, value) in other {
                table.entry(key).or_insert(value);
            }
        }
        context(table.try_into(), folder.display())
    }

    /// Whether this engine has something to run here. Expected files have one case to come from.
    pub(crate) fn runs_by(&self, engine: &Engine) -> bool {
        match engine {
            Engine::Wasmc(_) => true,
            Engine::Reference(_) => !(bless() && self.like.is_some()),
        }
    }

    pub(crate) fn variant(&self, name: &str) -> Vec<String> {
        self.variants.get(name).cloned().unwrap_or_default()
    }
}

/// A `case.toml` as it stands.
fn read_table(folder: &Path) -> Result<toml::Table, Failure> {
    let text = context(std::fs::read_to_string(folder.join("case.toml")), folder.display())?;
    context(text.parse(), folder.join("case.toml").display())
}

impl Call {
    pub(crate) fn check_ending(&self, outcome: &Outcome, engine: &Engine) -> Result<(), Failure> {
        let uncaught = self.trap.as_deref() == Some("uncaught exception");
        let expected = Ending::Status(match (&self.trap, engine) {
            // For Wasmtime an exception that leaves the program is an error, but no trap.
            (Some(_), Engine::Reference(_)) if uncaught => 1,
            (Some(_), _) => 134,
            // Wasmtime takes a status from 126 on for a fault of the guest and exits with its own.
            (None, Engine::Reference(_)) if self.status > 125 => 1,
            (None, _) => self.status,
        });
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        if outcome.ending != expected {
            return Err(format!("{:?}: expected {expected:?}, came {:?}\n{stderr}", self.args, outcome.ending));
        }
        let Some(trap) = &self.trap else { return Ok(()) };
        let (mark, trap) = match engine {
            Engine::Reference(_) if uncaught => ("thrown ", "Wasm exception"),
            _ => ("wasm trap: ", trap.as_str()),
        };
        let report = stderr.lines().find(|line| line.contains(mark));
        if report.is_some_and(|line| line.contains(trap)) {
            Ok(())
        } else {
            Err(format!("no trap by {trap}:\n{stderr}"))
        }
    }
}

/// The part of standard error that the guest wrote, without the report of a trap after it.
pub(crate) fn guest_part(stderr: &[u8]) -> &[u8] {
    let reports = [b"wasm trap: ".as_slice(), b"Error: failed to run main module"];
    let line_starts = std::iter::once(0).chain((0..stderr.len()).filter(|&at| stderr[at] == b'\n').map(|at| at + 1));
    let report = line_starts.into_iter().find(|&at| reports.iter().any(|report| stderr[at..].starts_with(report)));
    &stderr[..report.unwrap_or(stderr.len())]
}
