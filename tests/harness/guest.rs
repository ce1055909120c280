//! Guest programs with their expectations in their first comment. The suites `wasi`, `sandbox`, `anomaly` and `threads`
//! are folders of them.
//!
//! A program is one C or WAT file. [`Program::read`] reads its directives, [`Engine`] builds and runs it, [`Case`] is
//! the part of the host's file system in which it runs, and [`check`] is a whole test: fresh host tree, run, compare
//! the ending, the output, and the host's files that the guest must not reach.
//!
//! Nothing here knows the subject of a particular test. Tests that need a special host (races, signals, limits) use the
//! same parts from their suite.

mod case;
mod compiler;
mod engine;
mod program;
mod socket;
mod syntax;

pub use case::{Case, Snapshot};
pub use compiler::{compile, missing_tool};
pub use engine::{Command, Engine, Running, expect_ending, expect_stdout};
pub use program::{Directory, Program, Reference, Run, Stdin};
pub use socket::Socket;

use crate::{Failure, Machine, Outcome, cases, reference, suite_directory, tools};
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

/// The trials of one program: with wasmc, and with the reference engine if one is given, as `reference/NAME`.
pub fn trials(program: &Program, check: Check) -> Vec<Trial> {
    let mut trials = Vec::new();
    if let Some(wasmtime) = reference() {
        let name = format!("reference/{}", program.name);
        let lacking = engine::reference_lacks(&wasmtime, program).map(|reason| Reference::Cannot(reason.into()));
        let known = lacking.unwrap_or_else(|| program.reference.clone());
        trials.push(trial(name, program, Engine::Wasmtime(wasmtime), check, known));
    }
    trials.push(trial_on(Machine::host(), program, check));
    trials
}

/// The trial of one program by wasmc for this machine: `NAME` here, `MACHINE/NAME` elsewhere.
pub fn trial_on(machine: Machine, program: &Program, check: Check) -> Trial {
    let name = format!("{}{}", machine.prefix(), program.name);
    let known = if machine.is_host() { Reference::Passes } else { program.emulated.clone() };
    trial(name, program, Engine::Wasmc(machine), check, known)
}

/// A further trial by wasmc on this machine, of a program that was changed for it.
pub fn trial_named(name: String, program: &Program, check: Check) -> Trial {
    trial(name, program, Engine::Wasmc(Machine::host()), check, Reference::Passes)
}

fn trial(name: String, program: &Program, engine: Engine, check: Check, known: Reference) -> Trial {
    let missing = missing_tool(program);
    let owned = program.clone();
    if let Reference::Cannot(reason) = &known {
        let reason = reason.clone();
        let trial = Trial::test(name, move || Ok(check(&owned, &engine)?));
        return tools::not_run(trial, &reason);
    }
    tools::unless_ignored(Trial::test(name, move || Ok(as_known(&owned, &engine, check, &known)?)), missing)
}

/// A program passes there too, or fails as its header says. Any other result means that the header is out of date.
fn as_known(program: &Program, engine: &Engine, check: Check, known: &Reference) -> Result<(), Failure> {
    let Reference::Differs { reason, shows } = known else { return check(program, engine) };
    match check(program, engine) {
        Ok(()) => Err(format!("passes, although its header says: {reason}")),
        Err(failure) if failure.contains(shows) => Ok(()),
        Err(failure) => Err(format!("fails otherwise than its header says: no `{shows}` in\n{failure}")),
    }
}

/// Builds the program, once for each `build:` line, and checks every one of its runs, each in a fresh host tree.
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

/// [`check`], with a check of the program's standard error.
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
    let play_run = |built: &Command, run: &Run| {
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
    };
    program.builds.iter().try_for_each(|words| {
        let built = engine.build(program, words, &wasm, scratch.path())?;
        let played = program.runs.iter().try_for_each(|run| play_run(&built, run));
        let title = if words.is_empty() { String::new() } else { format!("built with {}: ", words.join(" ")) };
        played.map_err(|failure| format!("{title}{failure}"))
    })
}
