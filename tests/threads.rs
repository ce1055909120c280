//! Threads of the guest, one program per behavior: every file of `threads/` is built, run, and must end as its header
//! says.
//!
//! The programs use only `wasi.thread-spawn`, `memory.atomic.wait` and `notify` (`threads/threads.h`). A race may stay
//! hidden in one run, so each program runs [`REPETITIONS`] times here, and once on each of the other CPUs of Linux, as
//! `MACHINE/NAME`. With `WASMC_REFERENCE=wasmtime` that engine also runs them, if it is older than version 47, which
//! removed wasi-threads.

use libtest_mimic::Arguments;
use wasmc_tests::guest::{self, Check, Engine, Program};
use wasmc_tests::{Failure, Machine};

/// How often each program runs on this machine.
const REPETITIONS: usize = 5;

fn main() {
    let arguments = Arguments::from_args();
    let programs = guest::programs("threads");
    let repeated = programs.iter().map(|program| {
        let mut program = program.clone();
        if !LONG.contains(&program.name.as_str()) {
            program.runs = std::iter::repeat_n(program.runs.clone(), REPETITIONS).flatten().collect();
        }
        program
    });
    let mut trials: Vec<_> = repeated.flat_map(|program| guest::trials(&program, driver(&program))).collect();
    for machine in Machine::all().into_iter().filter(|machine| !machine.is_host()) {
        trials.extend(programs.iter().map(|program| guest::trial_on(machine, program, emulated)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Programs that repeat their work often enough by themselves.
const LONG: [&str; 1] = ["churn"];

fn driver(program: &Program) -> Check {
    match program.driver.as_deref() {
        None => guest::check,
        Some("one-report") => one_report,
        Some(other) => panic!("{}: no driver {other}", program.name),
    }
}

/// The check on other machines, with retries. qemu-user (7.2, rarely) destroys its own heap when many threads start and
/// end at once, and its C library prints so. No guest here has a C library, so such a message is never about the guest,
/// and the program is run again.
fn emulated(program: &Program, engine: &Engine) -> Result<(), Failure> {
    const EMULATOR_DIED: [&str; 3] = ["free(): ", "malloc(): ", "malloc_consolidate(): "];
    const ATTEMPTS: usize = 3;
    let check = driver(program);
    let died = |result: &Result<(), Failure>| match result {
        Err(failure) => EMULATOR_DIED.iter().any(|words| failure.contains(words)),
        Ok(()) => false,
    };
    let mut attempts = std::iter::repeat_with(|| check(program, engine)).take(ATTEMPTS);
    let last = attempts.by_ref().find(|result| !died(result));
    last.unwrap_or_else(|| check(program, engine))
}

/// Whatever number of threads trap, there is one report, which nothing interrupts.
fn one_report(program: &Program, engine: &Engine) -> Result<(), Failure> {
    guest::check_stderr(program, engine, |stderr| {
        let reports = stderr.matches("wasm trap: ").count();
        let lines: Vec<&str> = stderr.lines().collect();
        let is_frame = |line: &&str| line.starts_with("    ") && line.contains(": 0x");
        match lines.iter().position(|line| line.starts_with("wasm trap: ")) {
            Some(start)
                if reports == 1
                    && lines.get(start + 1).is_some_and(|line| line.starts_with("wasm backtrace"))
                    && lines.len() > start + 2
                    && lines[start + 2..].iter().all(is_frame) =>
            {
                Ok(())
            }
            _ => Err(format!("no single report:\n{stderr}")),
        }
    })
}
