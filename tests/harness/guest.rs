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
pub use engine::{Command, Engine, Running, clang_is_missing, compile, expect_ending, expect_stdout, tool_is_missing};
pub use program::{Directory, Program, Reference, Run, Stdin};
pub use socket::Socket;

use crate::{Failure, Machine, Outcome, cases, reference, suite_directory};
use libtest_mimic::Trial;
use std::path::Path;

/// A whole test of one program by one engine.
pub type Check = fn(&Program, &Engine) -> Result<(), Failure>;

/// All programs of a suite, by name.
pub fn programs(suite: &str) -> Vec<Program> {
    let folder = suite_directory(suite);
    let mut paths = [cases(&folder, ".c"), cases(&folder, ".wat")].concat();
    paths.sort();
    paths.iter().map(|path| Program::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

/// The trials of one program: by wasmc, and, where the reference engine is given, by that too, as `reference/NAME`.
pub fn trials(program: &Program, check: Check) -> Vec<Trial> {
    let ignored = (program.is_c() && clang_is_missing()) || tool_is_missing(program);
    let mut trials = Vec::new();
    if let Some(wasmtime) = reference() {
        let (engine, program) = (Engine::Wasmtime(wasmtime), program.clone());
        let name = format!("reference/{}", program.name);
        trials.push(Trial::test(name, move || Ok(as_known(&program, &engine, check, &program.reference)?)));
    }
    trials.push(trial_on(Machine::host(), program, check));
    trials.into_iter().map(|trial| trial.with_ignored_flag(ignored)).collect()
}

/// The trial of one program by wasmc for this machine: `NAME` here, `MACHINE/NAME` elsewhere.
pub fn trial_on(machine: Machine, program: &Program, check: Check) -> Trial {
    let ignored = (program.is_c() && clang_is_missing()) || tool_is_missing(program);
    let (engine, program) = (Engine::Wasmc(machine), program.clone());
    let name = format!("{}{}", machine.prefix(), program.name);
    let known = if machine.is_host() { Reference::Passes } else { program.emulated.clone() };
    Trial::test(name, move || Ok(as_known(&program, &engine, check, &known)?)).with_ignored_flag(ignored)
}

/// A program passes there too, or says in its header why it does not. A pass in spite of that fails: the header is out of date.
fn as_known(program: &Program, engine: &Engine, check: Check, known: &Reference) -> Result<(), Failure> {
    match known {
        Reference::Passes => check(program, engine),
        Reference::Cannot(_) => Ok(()),
        Reference::Differs(reason) => match check(program, engine) {
            Ok(()) => Err(format!("passes, although its header says: {reason}")),
            Err(_) => Ok(()),
        },
    }
}

/// Builds the program once and checks every one of its runs, each in a fresh host tree.
pub fn check(program: &Program, engine: &Engine) -> Result<(), Failure> {
    play(program, engine, |_| Ok(()), |_, _| Ok(()))
}

/// [`check`], with a host that prepares its tree itself, and does something while the guest runs.
pub fn play(
    program: &Program,
    engine: &Engine,
    prepare: impl Fn(&Path) -> std::io::Result<()>,
    host: impl Fn(&Path, &mut Running) -> Result<(), Failure>,
) -> Result<(), Failure> {
    play_and_judge(program, engine, prepare, host, |_| Ok(()))
}

/// [`check`], with a look at what the program wrote for people.
pub fn check_stderr(
    program: &Program,
    engine: &Engine,
    judge: impl Fn(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let judge = |outcome: &Outcome| judge(&String::from_utf8_lossy(&outcome.stderr));
    play_and_judge(program, engine, |_| Ok(()), |_, _| Ok(()), judge)
}

fn play_and_judge(
    program: &Program,
    engine: &Engine,
    prepare: impl Fn(&Path) -> std::io::Result<()>,
    host: impl Fn(&Path, &mut Running) -> Result<(), Failure>,
    judge: impl Fn(&Outcome) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let scratch = tempfile::tempdir().map_err(|error| format!("no scratch directory: {error}"))?;
    let wasm = compile(program)?;
    let built = engine.build(program, &wasm, scratch.path())?;
    program.runs.iter().try_for_each(|run| {
        let case = Case::new(program)?;
        prepare(case.root()).map_err(|error| format!("preparing the host: {error}"))?;
        let played = case.check(program, run, || {
            let mut running = built.start(program, run, &case)?;
            host(case.root(), &mut running)?;
            let outcome = running.finish()?;
            judge(&outcome)?;
            Ok(outcome)
        });
        played.map_err(|failure| format!("{}{failure}", run.title()))
    })
}
