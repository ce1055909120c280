//! Debuggers on programs of wasmc: every session of `debuginfo/` asks gdb or lldb about a program that was compiled
//! twice from the same sources, natively and to WebAssembly and by `wasmc build -g`. Both must give the same answers.
//!
//! No answer is written down, so none can come from wasmc: the measure is what the same debugger says about the native
//! program in the same run. Answers are compared without addresses and such (`debuginfo/answer.rs`). A check may
//! differ only if its session says why and what the answer is; [`DIFFERENCES_MAX`] limits how many do.
//!
//! Sessions about all machines also run there as `MACHINE/debuginfo/...`, with gdb-multiarch and qemu's debug stub, and
//! are compared with the native program of this machine. `WASMC_TRANSCRIPTS=FOLDER` writes all answers to files.

#![forbid(unsafe_code)]

#[path = "debuginfo/answer.rs"]
mod answer;
#[path = "debuginfo/case.rs"]
mod case;
#[path = "debuginfo/debugger.rs"]
mod debugger;
#[path = "debuginfo/document.rs"]
mod document;
#[path = "debuginfo/session.rs"]
mod session;

use case::{Build, Case};
use debugger::{Subject, User};
use libtest_mimic::{Arguments, Trial};
use session::{Check, Debugger, Session, Side};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wasmc_tests::{Failure, Inputs, Machine, Process, cases, context, copy_tree, suite_directory, unified_diff, wasmc};

/// The share of all checks that may differ from the native answer, as (differences, checks).
const DIFFERENCES_MAX: [(Debugger, usize, usize); 2] = [(Debugger::Gdb, 6, 60), (Debugger::Lldb, 12, 60)];

fn main() {
    let arguments = Arguments::from_args();
    let trials = trials().unwrap_or_else(|failure| panic!("{failure}"));
    libtest_mimic::run(&arguments, trials).exit();
}

fn trials() -> Result<Vec<Trial>, Failure> {
    let suite = suite_directory("debuginfo");
    // Compilers that are fetched are those of the suite `real`.
    let inputs = Arc::new(Inputs::read(&suite_directory("real"))?);
    let folders = cases(&suite, "").into_iter().filter(|folder| folder.join("case.toml").exists());
    let all = folders.map(|folder| Ok(Arc::new(Case::read(&folder)?))).collect::<Result<Vec<Arc<Case>>, Failure>>()?;
    let mut trials = Vec::new();
    for case in &all {
        for session in &case.sessions {
            let mut add = |prefix: &str, machine: Machine, user: User| {
                let (case, session, inputs) = (Arc::clone(case), session.clone(), Arc::clone(&inputs));
                let name = format!("{prefix}debuginfo/{}/{}", case.name, session.name);
                trials.push(Trial::test(name, move || Ok(compare(&case, &session, &inputs, machine, user)?)));
            };
            add("", Machine::host(), User::Same);
            if session.ordinary_user {
                add("ordinary/", Machine::host(), User::Ordinary);
            }
            for machine in Machine::all().into_iter().filter(|machine| session.all_machines && !machine.is_host()) {
                add(&machine.prefix(), machine, User::Same);
            }
        }
    }
    for (case, build) in all.iter().flat_map(|case| case.builds.keys().map(move |build| (case, build))) {
        let (case, build, inputs) = (Arc::clone(case), build.clone(), Arc::clone(&inputs));
        let name = format!("debuginfo/{}/{build}/verified", case.name);
        trials.push(Trial::test(name, move || Ok(verify(&case, &case.builds[&build], &inputs)?)));
    }
    trials.push(Trial::test("debuginfo/only_addresses_and_numbers_are_masked", || {
        Ok(answer::only_addresses_and_numbers_are_masked()?)
    }));
    trials.push(Trial::test("debuginfo/answers_of_the_document_are_right", || Ok(document::answers_are_right()?)));
    trials.push(Trial::test("debuginfo/few_answers_differ", move || Ok(few_answers_differ(&all)?)));
    Ok(trials)
}

/// The differences are few, and the checks are many.
fn few_answers_differ(all: &[Arc<Case>]) -> Result<(), Failure> {
    for (debugger, differences_max, checks_min) in DIFFERENCES_MAX {
        let sessions = all.iter().flat_map(|case| &case.sessions).filter(|session| session.debugger == debugger);
        let checks: Vec<&Check> =
            sessions.flat_map(|session| &session.checks).filter(|check| !check.is_set_up).collect();
        let differences = checks.iter().filter(|check| check.difference.is_some()).count();
        if checks.len() < checks_min || differences * checks_min > checks.len() * differences_max {
            return Err(format!("{differences} of {} answers differ in {}", checks.len(), debugger.name()));
        }
    }
    Ok(())
}

/// Asks about both programs, and compares all answers.
fn compare(case: &Case, session: &Session, inputs: &Inputs, machine: Machine, user: User) -> Result<(), Failure> {
    let build = &case.builds[&session.build];
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    // An ordinary user reads and writes here, too.
    context(fs::set_permissions(place.path(), fs::Permissions::from_mode(0o777)), "the temporary folder")?;
    copy_tree(&case.guest, place.path())?;
    let sources = case.sources();
    let ask = |side, machine, user| -> Result<Vec<String>, Failure> {
        let folder = place.path().join(if side == Side::Native { "native" } else { "guest" });
        copy_tree(&case.guest, &folder)?;
        context(fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)), folder.display())?;
        make(case, build, inputs, side, machine, &folder.join(PROGRAM))?;
        let gdb_scripts = build.gdb_scripts.as_deref().filter(|_| side == Side::Native);
        let subject = Subject { side, machine, user, folder: &folder, program: PROGRAM, gdb_scripts };
        let answers = debugger::ask(session, &subject)?;
        Ok(answers.iter().map(|answer| answer::normalize(session.debugger, answer, &sources)).collect())
    };
    let native = match build.native {
        Some(_) => ask(Side::Native, Machine::host(), User::Same)?,
        None => session.checks.iter().map(|check| check.expected.clone()).collect::<Vec<String>>(),
    };
    write_transcript(case, session, "native", &native)?;
    let guest = ask(Side::Guest, machine, user)?;
    write_transcript(case, session, machine.name(), &guest)?;
    let wrong: String = session.checks.iter().zip(native.iter().zip(&guest)).filter_map(judge).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The verifier of LLVM finds no kind of error in either form for one debugger that it does not find in the native
/// program.
fn verify(case: &Case, build: &Build, inputs: &Inputs) -> Result<(), Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let program = place.path().join(PROGRAM);
    let mut known = Vec::new();
    if build.native.is_some() {
        make(case, build, inputs, Side::Native, Machine::host(), &program)?;
        known = errors(&program)?;
    }
    for form in ["-ggdb", "-glldb"] {
        let mut build = build.clone();
        build.wasmc.push(form.into());
        make(case, &build, inputs, Side::Guest, Machine::host(), &program)?;
        let found = errors(&program)?;
        if let Some(new) = found.iter().find(|kind| !known.contains(kind)) {
            return Err(format!("llvm-dwarfdump-19 --verify finds with {form}: {new}"));
        }
    }
    Ok(())
}

/// The kinds of errors that the verifier finds.
fn errors(program: &Path) -> Result<Vec<String>, Failure> {
    let verifier = Process::new("/usr/bin/llvm-dwarfdump-19").args(["--verify", "--error-display=summary"]);
    let outcome = verifier.args([program]).run()?;
    let text = [outcome.stdout, outcome.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    if !text.contains("Verifying") {
        return Err(format!("the verifier found no debug information:\n{text}"));
    }
    let kinds = text.lines().filter_map(|line| line.strip_prefix("error: ")?.split_once(" occurred "));
    Ok(kinds.map(|(kind, _)| kind.to_owned()).collect())
}

/// The name of both executables: lldb shows it in frames.
const PROGRAM: &str = "program";

/// Copies or builds the executable.
fn make(
    case: &Case,
    build: &Build,
    inputs: &Inputs,
    side: Side,
    machine: Machine,
    executable: &Path,
) -> Result<(), Failure> {
    let name = format!("debuginfo-{}", case.name);
    if let Some(native) = build.native.as_ref().filter(|_| side == Side::Native) {
        let native = native.make(&name, &case.guest, inputs)?.wasm;
        return context(fs::copy(&native, executable), native.display()).map(drop);
    }
    let module = build.module.make(&name, &case.guest, inputs)?.wasm;
    let wasmc = Process::new(wasmc()?).args(["build"]).args([&module]).args(&build.wasmc);
    machine.build(wasmc.args(["-o"]).args([executable]), executable).map(drop)
}

/// The failure of a check, if it fails.
fn judge((check, (native, guest)): (&Check, (&String, &String))) -> Option<Failure> {
    let name = &check.name;
    if check.is_set_up {
        return None;
    }
    if ANSWERS_NOTHING.iter().any(|words| native.contains(words)) || native.is_empty() {
        return Some(format!("--- {name}\nthe native program has no answer:\n{native}\n"));
    }
    match &check.difference {
        Some(_) if native == guest => Some(format!("--- {name}\nno longer differs from the native program\n")),
        Some(_) if check.expected == *guest => None,
        Some(reason) => {
            let shown = unified_diff(check.expected.as_bytes(), guest.as_bytes()).unwrap_or_default();
            Some(format!("--- {name}\ndiffers otherwise than because {reason}\n{shown}\n"))
        }
        None => unified_diff(native.as_bytes(), guest.as_bytes()).map(|shown| format!("--- {name}\n{shown}\n")),
    }
}

/// Words of debuggers that could not answer: such a check would compare nothing.
const ANSWERS_NOTHING: [&str; 7] =
    ["No symbol", "Cannot access memory", "error:", "Undefined command", "not being run", "no process", "Function \""];

/// For people who write a session.
fn write_transcript(case: &Case, session: &Session, title: &str, answers: &[String]) -> Result<(), Failure> {
    let Some(folder) = std::env::var_os("WASMC_TRANSCRIPTS").map(PathBuf::from) else { return Ok(()) };
    let answers = session.checks.iter().zip(answers);
    let text: String = answers.map(|(check, answer)| format!("--- {}\n{answer}\n", check.name)).collect();
    let file = folder.join(format!("{}-{}-{title}.txt", case.name, session.name));
    context(fs::write(&file, text), file.display())
}
