//! `wasmc run`: compiles into the cache, and then becomes the program. Because the program replaces the process, it has
//! the signals, standard input, the terminal and the exit status for itself, and nothing of wasmc stays in memory. So
//! nothing may be left to do after exec.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::args::resolve::{Run, Verbosity};
use crate::cache::{Cache, Key, Program};
use crate::compilation::{Sources, compile};
use crate::diagnostics::{Failure, note, plain, quoted, reason};
use crate::report::report;
use crate::times::Times;

/// Another process can remove a program from the cache before it is run. Then the cache is asked again, this many
/// times.
const ATTEMPTS: u32 = 3;

/// Returns only if the program cannot be run.
pub(crate) fn run(run: &Run) -> Result<(), Failure> {
    let times = Times::new();
    times.mark("read");
    let sources = Sources::read(&run.compilation)?;
    times.mark("cache");
    let options = run.compilation.options.first().expect("a compilation is for a target at least");
    let key = Key::new(&sources, options);
    let mut failure = None;
    for _ in 0..ATTEMPTS {
        let cache = Cache::open()?;
        let program = program(&cache, &sources, &key, run, &times)?;
        let error = Command::new(&program.path).arg0(&run.name).args(&run.arguments).exec();
        failure = Some(unrunnable(&program, &error));
        if error.kind() != io::ErrorKind::NotFound {
            break;
        }
    }
    failure.map_or(Ok(()), Err)
}

/// The compiled program, from the cache if it is there.
fn program(cache: &Cache, sources: &Sources, key: &Key, run: &Run, times: &Times) -> Result<Program, Failure> {
    if let Some(program) = cache.find(key) {
        if run.compilation.verbosity == Verbosity::Verbose {
            note(&format!("compiled before: {}", quoted(&program.name)));
        }
        if run.compilation.time {
            plain(&times.table());
        }
        return Ok(program);
    }
    let outputs = compile(sources, &run.compilation, times)?;
    times.mark("write");
    let output = outputs.first().expect("an output for each target");
    let program = cache.store(key, &output.bytes)?;
    report(&outputs, times, &run.compilation);
    Ok(program)
}

fn unrunnable(program: &Program, error: &io::Error) -> Failure {
    let failure = Failure::new(format!("cannot run {}: {}", quoted(&program.name), reason(error)));
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            failure.hint("set WASMC_CACHE to a directory in which this user may run programs")
        }
        io::ErrorKind::ArgumentListTooLong => failure.hint("give fewer or shorter arguments"),
        _ => failure,
    }
}
