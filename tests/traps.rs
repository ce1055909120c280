//! How programs end: every file of `traps/` is built and run, and shows what that writes and the status it leaves.
//!
//! Each `run:` directive is one run with these arguments; without any there is one run with none. The expectation is a transcript
//! of all runs. How wasmc catches a trap must not show: every file is built in each of the [`MODES`], and all have to give
//! the same.

use std::fs;
use std::path::Path;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{Failure, Process, check_bytes, context, wasmc};

/// Ways to build that guests cannot tell apart. The first is the one that is blessed.
const MODES: [&[&str]; 3] = [&[], &["--bounds-checks=explicit"], &["-O0"]];

fn main() {
    golden::main("traps", ".wat", transcript);
}

fn transcript(golden: &Golden) -> Result<String, Failure> {
    let [first, others @ ..] = MODES;
    let transcript = in_mode(golden, first)?;
    for mode in others {
        let other = in_mode(golden, mode)?;
        check_bytes(&format!("differs with {}", mode.join(" ")), transcript.as_bytes(), other.as_bytes())?;
    }
    Ok(transcript)
}

fn in_mode(golden: &Golden, mode: &[&str]) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, program) = (format!("{}.wat", golden.name()), place.path().join(golden.name()));
    context(fs::write(place.path().join(&input), &golden.source), &input)?;
    let build = Process::new(wasmc()?).args(["build", &input, "-o"]).args([&program]);
    build.args(mode).args(golden.words("build")).directory(place.path()).succeed()?;
    let runs = match golden.directives("run") {
        runs if runs.is_empty() => vec![""],
        runs => runs,
    };
    runs.into_iter().map(|arguments| run(&program, arguments)).collect()
}

fn run(program: &Path, arguments: &str) -> Result<String, Failure> {
    let name = program.file_name().unwrap_or_default();
    let outcome = Process::new(program).arg0(name).args(arguments.split_whitespace()).run()?;
    let command = format!("$ {} {arguments}", name.display());
    Ok(format!("{}\n{}", command.trim_end(), golden::transcript(&outcome)))
}
