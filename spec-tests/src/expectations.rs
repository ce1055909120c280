//! Reads `expectations.toml`, the list of known failures.
//!
//! A known failure is not an assertion that is skipped: it runs, and passing it is a failure of the suite, so that the
//! list cannot outlive its reasons. No failure may be listed without a reason.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Failure;
use crate::verdict::Verdict;

/// The file, read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectations {
    /// The known failures.
    #[serde(default)]
    failure: Vec<KnownFailure>,
}

/// Assertions that fail for one reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownFailure {
    /// Why.
    reason: String,
    /// The modes in which they fail; all if empty.
    #[serde(default)]
    modes: Vec<String>,
    /// Where the assertions are.
    places: Vec<Place>,
}

/// Lines of one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    file: String,
    lines: Vec<usize>,
}

impl Expectations {
    /// Reads the file.
    pub fn read() -> Result<Expectations, Failure> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("expectations.toml");
        let text = fs::read_to_string(path).map_err(|error| format!("expectations.toml: {error}"))?;
        let expectations: Expectations =
            toml::from_str(&text).map_err(|error| format!("expectations.toml: {error}"))?;
        match expectations.failure.iter().find(|known| known.reason.trim().is_empty() || known.places.is_empty()) {
            Some(known) => Err(format!("expectations.toml: {known:?} has no reason or no place")),
            None => Ok(expectations),
        }
    }

    /// The lines of a file that are known to fail.
    pub fn known(&self, file: &str, mode: &str) -> BTreeSet<usize> {
        let here = |known: &&KnownFailure| known.modes.is_empty() || known.modes.iter().any(|name| name == mode);
        let places = self.failure.iter().filter(here).flat_map(|known| &known.places);
        places.filter(|place| place.file == file).flat_map(|place| place.lines.iter().copied()).collect()
    }

    /// Why lines of a file are known to fail, each reason once.
    pub fn reasons(&self, file: &str) -> Vec<&str> {
        let here = |known: &&KnownFailure| known.places.iter().any(|place| place.file == file);
        self.failure.iter().filter(here).map(|known| known.reason.as_str()).collect()
    }

    /// Files that the list names and the suite does not have.
    pub fn strangers<'a>(&'a self, files: &BTreeSet<&str>) -> Vec<&'a str> {
        let places = self.failure.iter().flat_map(|known| &known.places);
        places.map(|place| place.file.as_str()).filter(|name| !files.contains(name)).collect()
    }
}

/// All complaints about a script, in order of lines: assertions that fail, and known failures that pass.
pub fn complaints(known: &BTreeSet<usize>, verdict: &Verdict) -> Vec<Failure> {
    let mut complaints: Vec<(usize, Failure)> = verdict.failures.clone();
    let passed = known.difference(&verdict.known);
    complaints.extend(passed.map(|line| (*line, "is listed in expectations.toml, but does not fail".into())));
    complaints.sort();
    complaints.into_iter().map(|(line, failure)| format!("line {line}: {failure}")).collect()
}
