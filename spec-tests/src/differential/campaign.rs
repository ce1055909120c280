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
use wasmc_compiler::Error;

use super::generate::{self, Case, Task};
use super::mode::{Mode, Refusal};
use super::reference::{self, Answer};
use super::trace::{Record, difference};
use super::{driver, record, vectors};
use crate::{Failure, process};

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
    let mut judge = Judge { mode, folder, tally: Tally::default() };
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
    judge.compare(&deterministic)?;
    judge.compare(&other)?;
    judge.tally.time = start.elapsed();
    Ok(judge.tally)
}

/// Compares one case in one mode. The case may have another module than that of its seed.
///
/// # Errors
/// When the machine fails.
pub fn single(mode: &Mode, case: Case) -> Result<Tally, Failure> {
    let folder = tempfile::tempdir().map_err(|error| format!("a folder for programs: {error}"))?;
    let mut judge = Judge { mode, folder: folder.path(), tally: Tally::default() };
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
    let mut judge = Judge { mode, folder: folder.path(), tally: Tally::default() };
    if let Some(prepared) = judge.with_answer(case, Ok(answer)) {
        judge.compare(&[prepared])?;
    }
    Ok(judge.tally)
}

/// A case with the reference's answer.
struct Prepared {
    case: Case,
    records: Vec<Record>,
    /// The number of steps to perform: those before the first for which the reference has no answer.
    steps: usize,
}

/// The outcome of one program.
enum Outcome {
    /// It ended well; the record of each case.
    Complete(Vec<Vec<Record>>),
    /// It ended early; the records of the cases before that.
    Broken(Vec<Vec<Record>>, Failure),
    /// There is no program.
    Refused(Failure),
}

struct Judge<'a> {
    mode: &'a Mode,
    folder: &'a Path,
    tally: Tally,
}

impl Judge<'_> {
    fn exclude(&mut self, reason: String) {
        *self.tally.excluded.entry(reason).or_default() += 1;
    }

    fn find(&mut self, case: &Case, failure: Failure) {
        self.tally.findings.push(Finding { seed: case.seed, mode: self.mode.name(), failure });
    }

    /// Compiles a module, which may be rejected for a good reason.
    fn compile(&mut self, case: &Case) {
        self.tally.compiled += 1;
        match self.mode.accept(case) {
            Ok(()) => {}
            Err(Refusal::Error(error)) => match acceptable(&error) {
                Some(reason) => *self.tally.rejected.entry(reason).or_default() += 1,
                None => self.find(case, format!("rejected: {error}")),
            },
            Err(Refusal::Panic(panic)) => self.find(case, format!("the compiler panicked: {panic}")),
        }
    }

    /// Gets the reference's answer.
    fn prepare(&mut self, case: Case) -> Option<Prepared> {
        let answer = reference::answer(&case);
        self.with_answer(case, answer)
    }

    fn with_answer(&mut self, case: Case, answer: Result<Answer, Failure>) -> Option<Prepared> {
        let Task::Run { steps, .. } = &case.task else { return None };
        let steps = steps.len();
        match answer {
            Ok(Answer { records, unknown: None }) => Some(Prepared { case, records, steps }),
            Ok(Answer { records, unknown: Some(unknown) }) => {
                self.exclude(format!("from some step on: {unknown}"));
                let steps = records.len();
                (steps > 0).then_some(Prepared { case, records, steps })
            }
            Err(reason) => {
                self.exclude(reason);
                None
            }
        }
    }

    /// Compares cases in one program. A case that fails is tried again alone; the cause of a refused program is found
    /// by halving.
    fn compare(&mut self, cases: &[Prepared]) -> Result<(), Failure> {
        if cases.is_empty() {
            return Ok(());
        }
        match self.outcome(cases)? {
            Outcome::Complete(records) => {
                for (case, records) in cases.iter().zip(&records) {
                    self.verdict(case, records, cases.len())?;
                }
            }
            Outcome::Broken(records, failure) => {
                for (case, records) in cases.iter().zip(&records) {
                    self.verdict(case, records, cases.len())?;
                }
                let (culprit, rest) = cases[records.len()..].split_first().ok_or("a broken program is complete")?;
                if cases.len() == 1 {
                    self.find(&culprit.case, failure);
                } else {
                    self.alone(culprit, failure)?;
                    self.compare(rest)?;
                }
            }
            Outcome::Refused(failure) => match cases {
                [case] => self.find(&case.case, failure),
                _ => {
                    let found = self.tally.findings.len();
                    let (first, second) = cases.split_at(cases.len() / 2);
                    self.compare(first)?;
                    self.compare(second)?;
                    if self.tally.findings.len() == found {
                        let last = cases[cases.len() - 1].case.seed;
                        self.find(&cases[0].case, format!("only together with the seeds up to {last}: {failure}"));
                    }
                }
            },
        }
        Ok(())
    }

    /// Runs a program of these cases.
    fn outcome(&mut self, cases: &[Prepared]) -> Result<Outcome, Failure> {
        let lengths: Vec<_> = cases.iter().map(|prepared| (&prepared.case, prepared.steps)).collect();
        let program = driver::program(&lengths)?;
        let modules: Vec<_> = cases.iter().map(|prepared| &prepared.case).collect();
        let executable = match self.mode.build(&modules, &program) {
            Ok(executable) => executable,
            Err(Refusal::Error(error)) => return Ok(Outcome::Refused(format!("rejected: {error}"))),
            Err(Refusal::Panic(panic)) => return Ok(Outcome::Refused(format!("the compiler panicked: {panic}"))),
        };
        self.tally.programs += 1;
        let ended = process::run(&executable, self.folder, self.mode.emulator())?;
        let failure = (!ended.well()).then(|| format!("the program ended with {}", ended.describe()));
        let mut bytes = ended.stdout.as_slice();
        let mut records = Vec::new();
        for prepared in cases {
            match record::records(&mut bytes, &prepared.case, prepared.steps) {
                Some(record) => records.push(record),
                None => break,
            }
        }
        Ok(match failure {
            None if records.len() == cases.len() && bytes.is_empty() => Outcome::Complete(records),
            None => Outcome::Refused("the record is not that of the cases".into()),
            Some(failure) if records.len() == cases.len() => Outcome::Refused(failure),
            Some(failure) => Outcome::Broken(records, failure),
        })
    }

    fn verdict(&mut self, case: &Prepared, records: &[Record], company: usize) -> Result<(), Failure> {
        let Task::Run { steps, .. } = &case.case.task else { return Ok(()) };
        match difference(steps, &case.records, records) {
            None => {
                self.tally.equal += 1;
                self.tally.steps += records.len() as u64;
                self.tally.traps += records.iter().filter(|record| matches!(record, Record::Trapped(_))).count() as u64;
            }
            Some(difference) if company == 1 => self.find(&case.case, difference),
            Some(difference) => self.alone(case, difference)?,
        }
        Ok(())
    }

    /// Tries a failing case alone. If it fails only together with others, that is a finding too: instances disturb each
    /// other.
    fn alone(&mut self, case: &Prepared, failure: Failure) -> Result<(), Failure> {
        let found = self.tally.findings.len();
        self.compare(std::slice::from_ref(case))?;
        if self.tally.findings.len() == found {
            self.tally.equal -= 1;
            self.find(&case.case, format!("only together with other cases: {failure}"));
        }
        Ok(())
    }
}

/// The reason of a rejection if it is a good one, without numbers: the proposal gc, a limit, or an import that is no
/// function and so cannot be left to trap.
fn acceptable(error: &Error) -> Option<String> {
    match error {
        Error::Unsupported { proposal, .. } if proposal == "gc" => Some("needs gc".into()),
        Error::Limit { message } => Some(message.split(|c: char| c.is_ascii_digit()).collect::<Vec<_>>().join("N")),
        Error::Unlinkable { message, .. } => {
            let kind = message.strip_prefix("nothing provides the ")?.split(' ').next()?;
            Some(format!("imports a {kind}"))
        }
        _ => None,
    }
}
