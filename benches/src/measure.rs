//! Runs a process and measures what it cost: wall time, processor time and peak memory.
//!
//! The kernel's own accounting of a finished child is used (`wait4`), because it includes the child's start and end. A
//! subject that fails is an error, never a measurement.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

use crate::Failure;

/// The cost of one run.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// From the start of the process to its end, as its parent sees it.
    pub wall_seconds: f64,
    /// Of user and system together, children included.
    pub cpu_seconds: f64,
    /// The most memory that was resident at once. Never less than the parent's resident memory at the start of the
    /// process.
    pub peak_bytes: u64,
}

/// A command that is run again and again with nothing on its standard input and its output dropped.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its name in results.
    pub name: String,
    command: Vec<String>,
}

impl Subject {
    /// A command: a program and its arguments.
    pub fn new<T: AsRef<str>>(name: &str, program: &Path, arguments: impl IntoIterator<Item = T>) -> Subject {
        let program = program.to_string_lossy().into_owned();
        let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned());
        Subject { name: name.into(), command: std::iter::once(program).chain(arguments).collect() }
    }

    /// Runs it once. It has to succeed.
    pub fn run(&self) -> Result<Cost, Failure> {
        let mut command = self.command();
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let used = command.spawn().and_then(Wait4::wait4).map_err(|error| self.failed(&error.to_string()))?;
        let wall_seconds = start.elapsed().as_secs_f64();
        if !used.status.success() {
            return Err(self.failed(&used.status.to_string()));
        }
        let cpu = used.rusage.utime + used.rusage.stime;
        Ok(Cost { wall_seconds, cpu_seconds: cpu.as_secs_f64(), peak_bytes: used.rusage.maxrss })
    }

    /// Runs it once for its standard output.
    pub fn output(&self) -> Result<String, Failure> {
        let output = self.command().output().map_err(|error| self.failed(&error.to_string()))?;
        if !output.status.success() {
            let stderr = String::from_utf8_lossy(&output.stderr);
            return Err(self.failed(&format!("{}\n{stderr}", output.status)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).stdin(Stdio::null());
        command
    }

    fn failed(&self, what: &str) -> Failure {
        format!("{}: {what}", self.command.join(" "))
    }
}

/// Runs each subject once, so that its files are in the system's caches.
pub fn warm_up(subjects: &[Subject]) -> Result<(), Failure> {
    subjects.iter().try_for_each(|subject| subject.run().map(drop))
}

/// Runs all subjects in turn, round by round. Gives the costs of each subject, in order of the rounds.
pub fn interleaved(subjects: &[Subject], rounds: usize) -> Result<Vec<Vec<Cost>>, Failure> {
    let mut costs = vec![Vec::with_capacity(rounds); subjects.len()];
    for round in 0..rounds {
        // A different subject goes first in each round, so none has an advantage.
        for position in 0..subjects.len() {
            let index = (round + position) % subjects.len();
            costs[index].push(subjects[index].run()?);
        }
    }
    Ok(costs)
}

/// One number of each cost.
pub fn samples(costs: &[Cost], number: impl Fn(&Cost) -> f64) -> Vec<f64> {
    costs.iter().map(number).collect()
}
