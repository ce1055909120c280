//! Judges the cases of one mode: it compiles their program, runs it, and compares its record with the reference's.
//!
//! Many cases share a program, because most of the time goes into starting the compiler and an emulator. So a failing
//! program must be traced to one of its cases, and a case must fail alone as it does in company.

use std::path::Path;
use wasmc_compiler::Error;

use super::campaign::{Finding, Tally};
use super::generate::{Case, Task};
use super::mode::{Mode, Refusal};
use super::reference::{self, Answer};
use super::trace::{Record, difference};
use super::{driver, record};
use crate::{Failure, process};

/// A case with the reference's answer.
pub(super) struct Prepared {
    pub(super) case: Case,
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

/// The judge of cases that run in one mode.
pub(super) struct Judge<'a> {
    mode: &'a Mode,
    folder: &'a Path,
    /// The counts so far.
    pub(super) tally: Tally,
}

impl<'a> Judge<'a> {
    /// A judge whose programs run in this folder, one at a time.
    pub(super) fn new(mode: &'a Mode, folder: &'a Path) -> Judge<'a> {
        Judge { mode, folder, tally: Tally::default() }
    }

    /// Counts a case that cannot be compared.
    pub(super) fn exclude(&mut self, reason: String) {
        *self.tally.excluded.entry(reason).or_default() += 1;
    }

    fn find(&mut self, case: &Case, failure: Failure) {
        self.tally.findings.push(Finding { seed: case.seed, mode: self.mode.name(), failure });
    }

    /// Compiles a module, which may be rejected for a good reason.
    pub(super) fn compile(&mut self, case: &Case) {
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
    pub(super) fn prepare(&mut self, case: Case) -> Option<Prepared> {
        let answer = reference::answer(&case);
        self.with_answer(case, answer)
    }

    pub(super) fn with_answer(&mut self, case: Case, answer: Result<Answer, Failure>) -> Option<Prepared> {
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
    pub(super) fn compare(&mut self, cases: &[Prepared]) -> Result<(), Failure> {
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
                if cases.len() == 1 && process::is_emulator_assertion(&failure) {
                    self.exclude("the emulator fails an assertion".into());
                } else if cases.len() == 1 {
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
    /// other. Only a failed assertion of the emulator is none, as each of the cases then has its verdict alone.
    fn alone(&mut self, case: &Prepared, failure: Failure) -> Result<(), Failure> {
        let found = self.tally.findings.len();
        self.compare(std::slice::from_ref(case))?;
        if self.tally.findings.len() == found && !process::is_emulator_assertion(&failure) {
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
