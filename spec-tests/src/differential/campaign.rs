//! Runs many cases: it gives seeds to modes, compares the records of both sides, and counts the outcomes.
//!
//! Nothing may be left out silently: a case that cannot be compared is counted with its reason, and a failure of a
//! program of many cases is traced to one of them.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::generate::{self, Case, Task};
use super::judge::Judge;
use super::mode::Mode;
use super::reference::Answer;
use super::vectors;
use crate::Failure;

/// How seeds become cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Modules of wasm-smith, of all instructions.
    Modules,
    /// Expressions of vector instructions.
    Vectors,
}

impl Source {
    /// The case of a seed.
    ///
    /// # Errors
    /// When the seed becomes no module.
    pub fn case(self, seed: u64) -> Result<Case, Failure> {
        match self {
            Source::Modules => generate::case(seed),
            Source::Vectors => vectors::case(seed),
        }
    }

    /// The case of a seed, but with this module.
    ///
    /// # Errors
    /// For an invalid module, or exports that have no place in a case.
    pub fn with_module(self, seed: u64, wasm: Vec<u8>) -> Result<Case, Failure> {
        match self {
            Source::Modules => generate::with_module(seed, wasm),
            Source::Vectors => vectors::with_module(seed, wasm),
        }
    }
}

/// What is to be run.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The first seed; the others follow it.
    pub seed: u64,
    /// How many seeds.
    pub cases: u64,
    /// How a seed becomes a case.
    pub source: Source,
    /// The modes. They take turns, one program each, so that each mode gets other seeds: more modules are tried than if
    /// each module ran in every mode.
    pub modes: Vec<Mode>,
    /// The number of seeds that share two programs, a deterministic one and another.
    pub batch: u64,
    /// The number of programs in work at once.
    pub threads: usize,
}

/// A difference between the two sides, or a failure.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Reproduces the case.
    pub seed: u64,
    /// The mode's name.
    pub mode: String,
    /// What is wrong.
    pub failure: Failure,
}

/// The counts of a campaign, or of one mode.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Cases that were run and found equal in every step.
    pub equal: u64,
    /// Steps of these.
    pub steps: u64,
    /// Of these steps, those that ended in the same trap on both sides.
    pub traps: u64,
    /// Cases that were only compiled.
    pub compiled: u64,
    /// Programs that ran.
    pub programs: u64,
    /// Cases that could not be compared, or only in part, by reason.
    pub excluded: BTreeMap<String, u64>,
    /// Modules that were rejected for a good reason, by reason.
    pub rejected: BTreeMap<String, u64>,
    /// Differences, panics, and rejections for other reasons.
    pub findings: Vec<Finding>,
    /// The wall-clock time of all working threads together.
    pub time: Duration,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.equal += other.equal;
        self.steps += other.steps;
        self.traps += other.traps;
        self.compiled += other.compiled;
        self.programs += other.programs;
        self.time += other.time;
        for (reason, count) in other.excluded {
            *self.excluded.entry(reason).or_default() += count;
        }
        for (reason, count) in other.rejected {
            *self.rejected.entry(reason).or_default() += count;
        }
        self.findings.extend(other.findings);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} equal ({} steps, {} of them traps, {} programs), {} only compiled",
            self.equal, self.steps, self.traps, self.programs, self.compiled
        )?;
        for (word, reasons) in [("excluded", &self.excluded), ("rejected", &self.rejected)] {
            for (reason, count) in reasons {
                write!(f, "\n    {count} {word}: {reason}")?;
            }
        }
        write!(f, "\n    {} findings, {:.0} s", self.findings.len(), self.time.as_secs_f64())
    }
}

impl Campaign {
    /// Runs all cases, and calls `observe` after each program with the number of finished seeds and its findings.
    /// Returns the tally of each mode, by its name.
    ///
    /// # Errors
    /// When the machine fails: no folder, no emulator.
    pub fn run(&self, observe: impl Fn(u64, &[Finding]) + Sync) -> Result<BTreeMap<String, Tally>, Failure> {
        let next = AtomicU64::new(0);
        let done = AtomicU64::new(0);
        let tallies: Mutex<BTreeMap<String, Tally>> = Mutex::default();
        let work = || -> Result<(), Failure> {
            let folder = tempfile::tempdir().map_err(|error| format!("a folder for programs: {error}"))?;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let start = number * self.batch;
                if start >= self.cases {
                    return Ok(());
                }
                let end = (start + self.batch).min(self.cases);
                let mode = &self.modes[(number % self.modes.len() as u64) as usize];
                let tally = batch(self.source, mode, self.seed + start..self.seed + end, folder.path())?;
                let done = done.fetch_add(end - start, Ordering::Relaxed) + end - start;
                observe(done, &tally.findings);
                let mut tallies = tallies.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                tallies.entry(mode.name()).or_default().add(tally);
            }
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..self.threads).map(|_| scope.spawn(work)).collect();
            threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a thread panicked".into())))
        })?;
        Ok(tallies.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

/// Makes the cases of these seeds, compiles and runs them in one mode, and compares.
fn batch(source: Source, mode: &Mode, seeds: Range<u64>, folder: &Path) -> Result<Tally, Failure> {
    let start = Instant::now();
    let mut judge = Judge::new(mode, folder);
    let mut prepared = Vec::new();
    for seed in seeds {
        match source.case(seed) {
            Ok(case) => match &case.task {
                Task::Compile => judge.compile(&case),
                Task::Run { .. } => prepared.extend(judge.prepare(case)),
            },
            Err(reason) => judge.exclude(reason),
        }
    }
    let (deterministic, other): (Vec<_>, Vec<_>) = prepared.into_iter().partition(|case| case.case.deterministic);
    for cases in deterministic.chunks(mode.cases_max()).chain(other.chunks(mode.cases_max())) {
        judge.compare(cases)?;
    }
    judge.tally.time = start.elapsed();
    Ok(judge.tally)
}

/// Compares one case in one mode. The case may have another module than that of its seed.
///
/// # Errors
/// When the machine fails.
pub fn single(mode: &Mode, case: Case) -> Result<Tally, Failure> {
    let folder = tempfile::tempdir().map_err(|error| format!("a folder for programs: {error}"))?;
    let mut judge = Judge::new(mode, folder.path());
    if let Task::Compile = case.task {
        judge.compile(&case);
    } else if let Some(prepared) = judge.prepare(case) {
        judge.compare(&[prepared])?;
    }
    Ok(judge.tally)
}

/// Compares one case in one mode with this answer, in place of the reference's.
///
/// # Errors
/// When the machine fails.
pub fn with_answer(mode: &Mode, case: Case, answer: Answer) -> Result<Tally, Failure> {
    let folder = tempfile::tempdir().map_err(|error| format!("a folder for programs: {error}"))?;
    let mut judge = Judge::new(mode, folder.path());
    if let Some(prepared) = judge.with_answer(case, Ok(answer)) {
        judge.compare(&[prepared])?;
    }
    Ok(judge.tally)
}
