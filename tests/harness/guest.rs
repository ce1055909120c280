//! Guest programs with their expectations in their first comment: the suites `wasi`, `sandbox` and `anomaly` are folders of them.
//!
//! A program is one C or WAT file. [`Program::read`] takes its directives, [`Engine`] builds and runs it, [`Case`] is the piece of
//! host file system that it runs in, and [`check`] is a whole test: fresh host tree, run, compare how it ended, what it wrote,
//! and whether anything changed on the host that was out of its reach.
//!
//! Nothing here knows what a particular test is about; tests that need a host of their own (races, signals, limits) use the same
//! parts from their suite.

mod case;
mod engine;
mod program;
mod socket;

pub use case::{Case, Snapshot};
pub use engine::{Command, Engine, clang_is_missing, compile, expect_ending, expect_stdout};
pub use program::{Directory, Program, Reference, Run, Stdin};
pub use socket::Socket;

use crate::{Failure, cases, suite_directory};

/// All programs of a suite, by name.
pub fn programs(suite: &str) -> Vec<Program> {
    let folder = suite_directory(suite);
    let mut paths = [cases(&folder, ".c"), cases(&folder, ".wat")].concat();
    paths.sort();
    paths.iter().map(|path| Program::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

/// Builds the program once and checks every one of its runs, each in a fresh host tree.
pub fn check(program: &Program, engine: &Engine) -> Result<(), Failure> {
    let scratch = tempfile::tempdir().map_err(|error| format!("no scratch directory: {error}"))?;
    let wasm = compile(program, scratch.path())?;
    let built = engine.build(program, &wasm, scratch.path(), &[])?;
    for run in &program.runs {
        check_run(program, &built, run).map_err(|failure| format!("{}{failure}", run.title()))?;
    }
    Ok(())
}

fn check_run(program: &Program, built: &Command, run: &Run) -> Result<(), Failure> {
    let case = Case::new(program)?;
    let before = case.snapshot();
    let outcome = built.run(program, run, &case)?;
    expect_ending(&outcome, run)?;
    if !program.terminal {
        expect_stdout(&outcome, &program.stdout)?;
    }
    before.expect_unchanged(&case.snapshot())?;
    case.expect_host(program)
}
