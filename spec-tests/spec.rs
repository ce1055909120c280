//! The suite of the specification's scripts: one trial for each script and mode, named `MODE/FOLDER/FILE`.
//!
//! It checks each verdict against README.md, which has the counts, and expectations.toml, which has the known failures.
//! A script must not pass because it ran less than before: each row of the table has to be met exactly.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use wasmc_spec_tests::engine::{MODES, Mode};
use wasmc_spec_tests::expectations::{self, Expectations};
use wasmc_spec_tests::script::Script;
use wasmc_spec_tests::suite::{self, File};
use wasmc_spec_tests::table::{self, Row};
use wasmc_spec_tests::verdict::judge;

/// Failures shown for one file.
const SHOWN: usize = 20;

/// State that all trials share.
struct Suite {
    expectations: Expectations,
    table: BTreeMap<String, Row>,
    files: Vec<File>,
    /// Whether to rewrite the table.
    bless: bool,
    /// The rows of the scripts that passed.
    rows: Mutex<BTreeMap<String, Row>>,
}

fn main() {
    let arguments = Arguments::from_args();
    let suite = Arc::new(read().unwrap_or_else(|failure| panic!("{failure}")));
    let mut trials = vec![every_entry_has_a_file(suite.clone())];
    for (index, file) in suite.files.iter().enumerate() {
        for mode in MODES.iter().filter(|mode| mode.runs(&file.name)) {
            let shared = suite.clone();
            trials.push(Trial::test(format!("{}/{}", mode.name, file.name), move || run(&shared, index, mode)));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    let rows = suite.rows.lock().expect("no trial panics with the lock");
    if suite.bless && !rows.is_empty() {
        let exists = |name: &str| suite.files.iter().any(|file| file.name == name);
        table::bless(&rows, exists).unwrap_or_else(|failure| panic!("{failure}"));
    }
    if !rows.is_empty() {
        println!("{}", table::render(&rows));
    }
    conclusion.exit();
}

fn read() -> Result<Suite, String> {
    Ok(Suite {
        expectations: Expectations::read()?,
        table: table::read()?,
        files: suite::files()?,
        bless: std::env::var_os("WASMC_BLESS").is_some_and(|value| value == "1"),
        rows: Mutex::new(BTreeMap::new()),
    })
}

/// Fails for an entry of expectations.toml or of the table that names no file: nothing else would notice it.
fn every_entry_has_a_file(suite: Arc<Suite>) -> Trial {
    Trial::test("every_entry_has_a_file", move || {
        let names: BTreeSet<&str> = suite.files.iter().map(|file| file.name.as_str()).collect();
        let mut strangers = suite.expectations.strangers(&names);
        strangers.extend(suite.table.keys().map(String::as_str).filter(|name| !names.contains(name)));
        if strangers.is_empty() || suite.bless { Ok(()) } else { Err(format!("there is no {strangers:?}").into()) }
    })
}

fn run(suite: &Suite, index: usize, mode: &Mode) -> Result<(), Failed> {
    let file = &suite.files[index];
    let script = Script::read(&file.text)?;
    let folder = tempfile::tempdir()?;
    let known = suite.expectations.known(&file.name, mode.name);
    let verdict = judge(&file.name, &script, mode, &known, folder.path());
    let complaints = expectations::complaints(&known, &verdict);
    if !complaints.is_empty() {
        let shown = complaints.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
        let more = complaints.len().saturating_sub(SHOWN);
        let more = if more > 0 { format!("\n... and {more} more") } else { String::new() };
        return Err(format!("{shown}{more}").into());
    }
    // The table has the counts of the first mode. Another mode has the same counts if it has the same known failures.
    if known != suite.expectations.known(&file.name, MODES[0].name) {
        return Ok(());
    }
    let row = Row::of(&verdict.tally, known.len(), &suite.expectations.reasons(&file.name));
    if !suite.bless && suite.table.get(&file.name) != Some(&row) {
        let listed = suite.table.get(&file.name).map_or("nothing".into(), Row::to_string);
        return Err(format!("README.md lists {listed}\n  but there was {row}").into());
    }
    suite.rows.lock().expect("no trial panics with the lock").insert(file.name.clone(), row);
    Ok(())
}
