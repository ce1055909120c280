//! `expectations.toml`: how much of each file is run, and what is known to fail.
//!
//! The counts guard against a harness that silently runs nothing: they have to be met exactly. `WASMC_BLESS=1` rewrites
//! them, everything below the line `MARK`; what is above it is written by hand.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::verdict::{Tally, Verdict};

/// The line above the counts.
const MARK: &str = "# Below this line everything is counted: WASMC_BLESS=1 rewrites it.";

/// The file, read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectations {
    /// What is known to fail.
    #[serde(default)]
    failure: Vec<KnownFailure>,
    /// How much of each file is run.
    #[serde(default)]
    files: BTreeMap<String, Counts>,
}

/// Assertions that fail for one reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownFailure {
    /// Why.
    reason: String,
    /// The file.
    file: String,
    /// The modes in which they fail; all if empty.
    #[serde(default)]
    modes: Vec<String>,
    /// Where the assertions are.
    lines: Vec<usize>,
}

/// A [`Tally`], as it is written.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    #[serde(default)]
    modules: usize,
    #[serde(default)]
    rejections: usize,
    #[serde(default)]
    instances: usize,
    #[serde(default)]
    returns: usize,
    #[serde(default)]
    traps: usize,
    #[serde(default)]
    skipped: BTreeMap<String, usize>,
}

impl Counts {
    fn of(tally: &Tally) -> Counts {
        Counts {
            modules: tally.modules,
            rejections: tally.rejections,
            instances: tally.instances,
            returns: tally.returns,
            traps: tally.traps,
            skipped: tally.skipped.iter().map(|(reason, count)| (reason.to_string(), *count)).collect(),
        }
    }

    /// One line of TOML.
    fn line(&self) -> String {
        let numbers = [
            ("modules", self.modules),
            ("rejections", self.rejections),
            ("instances", self.instances),
            ("returns", self.returns),
            ("traps", self.traps),
        ];
        let mut parts: Vec<String> =
            numbers.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} = {count}")).collect();
        if !self.skipped.is_empty() {
            let skipped: Vec<String> =
                self.skipped.iter().map(|(reason, count)| format!("{reason} = {count}")).collect();
            parts.push(format!("skipped = {{ {} }}", skipped.join(", ")));
        }
        format!("{{ {} }}", parts.join(", "))
    }
}

impl Expectations {
    /// Where the file is.
    pub fn path() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("expectations.toml")
    }

    /// Reads the file.
    pub fn read() -> Result<Expectations, Failure> {
        let text = fs::read_to_string(Self::path()).map_err(|error| format!("expectations.toml: {error}"))?;
        let expectations: Expectations =
            toml::from_str(&text).map_err(|error| format!("expectations.toml: {error}"))?;
        match expectations.failure.iter().find(|known| known.reason.trim().is_empty() || known.lines.is_empty()) {
            Some(known) => Err(format!("expectations.toml: a failure in {} without reason or lines", known.file)),
            None => Ok(expectations),
        }
    }

    /// The lines of a file that are known to fail.
    pub fn known(&self, file: &str, mode: &str) -> BTreeSet<usize> {
        let here = |known: &&KnownFailure| {
            known.file == file && (known.modes.is_empty() || known.modes.iter().any(|name| name == mode))
        };
        self.failure.iter().filter(here).flat_map(|known| known.lines.iter().copied()).collect()
    }

    /// Names in this file that are no file of the suite.
    pub fn strangers<'a>(&'a self, files: &BTreeSet<&str>) -> Vec<&'a str> {
        let names = self.failure.iter().map(|known| known.file.as_str()).chain(self.files.keys().map(String::as_str));
        names.filter(|name| !files.contains(name)).collect()
    }

    /// What does not agree with what a run showed.
    pub fn compare(&self, file: &str, mode: &str, verdict: &Verdict, bless: bool) -> Vec<Failure> {
        let mut failures: Vec<Failure> =
            verdict.failures.iter().map(|(line, failure)| format!("line {line}: {failure}")).collect();
        for line in self.known(file, mode).difference(&verdict.known) {
            failures.push(format!("line {line}: is listed as a known failure, but does not fail"));
        }
        let counts = Counts::of(&verdict.tally);
        if failures.is_empty() && !bless && self.files.get(file) != Some(&counts) {
            let listed = self.files.get(file).map_or("nothing".into(), Counts::line);
            failures.push(format!("expectations.toml lists {listed}\n  but there was {}", counts.line()));
        }
        failures
    }
}

/// Writes new counts for these files; others keep theirs.
pub fn bless(tallies: &BTreeMap<String, Tally>) -> Result<(), Failure> {
    let path = Expectations::path();
    let text = fs::read_to_string(&path).map_err(|error| format!("expectations.toml: {error}"))?;
    let mut files = Expectations::read()?.files;
    files.extend(tallies.iter().map(|(file, tally)| (file.clone(), Counts::of(tally))));
    let by_hand = text.split(MARK).next().unwrap_or_default().trim_end();
    let mut text = format!("{by_hand}\n\n{MARK}\n[files]\n");
    for (file, counts) in &files {
        writeln!(text, "\"{file}\" = {}", counts.line()).map_err(|error| error.to_string())?;
    }
    fs::write(&path, text).map_err(|error| format!("expectations.toml: {error}"))
}
