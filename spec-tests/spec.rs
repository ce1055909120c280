//! The specification's own tests: one trial for each script and each way to compile, `MODE/FOLDER/FILE`.
//!
//! expectations.toml says how much of each has to run, and why something is not run or known to fail.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use wasmc_spec_tests::engine::{MODES, Mode};
use wasmc_spec_tests::expectations::{self, Expectations};
use wasmc_spec_tests::script::Script;
use wasmc_spec_tests::suite::{self, File};
use wasmc_spec_tests::verdict::{Tally, judge};

/// How many failures of one file are shown.
const SHOWN: usize = 20;

/// What trials have in common.
struct Suite {
    expectations: Expectations,
    /// Whether counts are to be rewritten.
    bless: bool,
    tallies: Mutex<BTreeMap<String, Tally>>,
}

fn main() {
    let arguments = Arguments::from_args();
    let expectations = Expectations::read().unwrap_or_else(|failure| panic!("{failure}"));
    let bless = std::env::var_os("WASMC_BLESS").is_some_and(|value| value == "1");
    let suite = Arc::new(Suite { expectations, bless, tallies: Mutex::new(BTreeMap::new()) });
    let files = suite::files();
    let mut trials = vec![every_entry_has_a_file(suite.clone(), files.clone())];
    for file in files {
        for mode in &MODES {
            let (suite, file) = (suite.clone(), file.clone());
            let name = format!("{}/{}", mode.name, file.name);
            trials.push(Trial::test(name, move || run(&suite, &file, mode)));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    let tallies = suite.tallies.lock().expect("no trial panics with the lock");
    if suite.bless && !tallies.is_empty() {
        expectations::bless(&tallies).unwrap_or_else(|failure| panic!("{failure}"));
    }
    conclusion.exit();
}

/// An entry of expectations.toml that no file has would be forgotten.
fn every_entry_has_a_file(suite: Arc<Suite>, files: Vec<File>) -> Trial {
    Trial::test("every_entry_has_a_file", move || {
        let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        match suite.expectations.strangers(&names).as_slice() {
            [] => Ok(()),
            strangers => Err(format!("expectations.toml has {strangers:?}").into()),
        }
    })
}

fn run(suite: &Suite, file: &File, mode: &Mode) -> Result<(), Failed> {
    let script = Script::read(file.text)?;
    let folder = tempfile::tempdir()?;
    let known = suite.expectations.known(&file.name, mode.name);
    let verdict = judge(&script, mode, &known, folder.path());
    let failures = suite.expectations.compare(&file.name, mode.name, &verdict, suite.bless);
    if failures.is_empty() {
        suite.tallies.lock().expect("no trial panics with the lock").insert(file.name.clone(), verdict.tally);
        return Ok(());
    }
    let shown = failures.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    let more = failures.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!("\n... and {more} more") } else { String::new() };
    Err(format!("{shown}{more}").into())
}
