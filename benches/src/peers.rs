//! `peers.toml`: the tools that wasmc is measured against, their versions, and how they are called.
//!
//! Results are comparable only if the peers are the same, so each record has their versions. A peer that is not
//! installed is left out with a message; a benchmark must not fail because of it unless it makes no sense without.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::measure::Subject;

/// All tools, by name.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Peers {
    tools: BTreeMap<String, Tool>,
}

/// One tool.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// A name to look up in `PATH`.
    command: String,
    /// A text in the output of `--version`: the version of the recorded results.
    version: String,
    /// How to get it.
    install: String,
    /// Arguments, by use.
    flags: BTreeMap<String, Vec<String>>,
}

impl Peers {
    /// Reads `peers.toml`.
    pub fn read() -> Result<Peers, Failure> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("peers.toml: {error}"))?;
        toml::from_str(&text).map_err(|error| format!("peers.toml: {error}"))
    }

    /// A tool without which the benchmark makes no sense.
    pub fn need(&self, name: &str) -> Result<&Tool, Failure> {
        let tool = self.tools.get(name).ok_or_else(|| format!("peers.toml has no {name}"))?;
        match tool.version_line() {
            Some(_) => Ok(tool),
            None => Err(format!("{} is not installed: {}", tool.command, tool.install)),
        }
    }

    /// A tool that is left out, with a message, if it is not installed.
    pub fn want(&self, name: &str) -> Option<&Tool> {
        self.need(name).inspect_err(|failure| println!("left out: {failure}")).ok()
    }
}

impl Tool {
    /// The tool with the arguments for this use, before those given.
    pub fn subject<T: AsRef<str>>(&self, name: &str, usage: &str, arguments: impl IntoIterator<Item = T>) -> Subject {
        let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned());
        let all: Vec<String> = self.flags.get(usage).into_iter().flatten().cloned().chain(arguments).collect();
        Subject::new(name, &PathBuf::from(&self.command), all)
    }

    /// Its version, for the record, with a remark if `peers.toml` has another version.
    pub fn identity(&self) -> String {
        let line = self.version_line().unwrap_or_default();
        if line.contains(&self.version) { line } else { format!("{line} (peers.toml: {})", self.version) }
    }

    fn version_line(&self) -> Option<String> {
        let output = std::process::Command::new(&self.command).arg("--version").output().ok()?;
        // musl-gcc and others print it on either stream.
        let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
        String::from_utf8_lossy(&text).lines().next().map(str::to_owned)
    }
}
