//! WASI preview 1, one guest program per behavior: every file of `wasi/` is built, run, and must end as its header says.
//!
//! The programs are written against the specification (`wasi_snapshot_preview1.witx`, and POSIX where that says "similar to").
//! With `WASMC_REFERENCE=wasmtime` each is run by that engine as well, as `reference/NAME`: this is how the expectations are
//! checked. A program passes there too, or says in its header why it does not.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use wasmc_tests::guest::{self, Engine, Program, Reference};
use wasmc_tests::{Failure, reference, wasmc};

fn main() {
    let arguments = Arguments::from_args();
    let programs = guest::programs("wasi");
    let without_clang = guest::clang_is_missing();
    let mut trials = vec![coverage(programs.clone()).with_ignored_flag(without_clang)];
    for program in programs {
        let ignored = program.is_c() && without_clang;
        if let Some(wasmtime) = reference() {
            let (engine, program) = (Engine::Wasmtime(wasmtime), program.clone());
            let name = format!("reference/{}", program.name);
            let trial = Trial::test(name, move || Ok(by_reference(&program, &engine)?));
            trials.push(trial.with_ignored_flag(ignored));
        }
        let name = program.name.clone();
        let trial = Trial::test(name, move || Ok(guest::check(&program, &Engine::Wasmc(wasmc()?.into()))?));
        trials.push(trial.with_ignored_flag(ignored));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// A pass where the header speaks of a difference is a failure: the header is out of date.
fn by_reference(program: &Program, engine: &Engine) -> Result<(), Failure> {
    match &program.reference {
        Reference::Passes => guest::check(program, engine),
        Reference::Cannot(_) => Ok(()),
        Reference::Differs(reason) => match guest::check(program, engine) {
            Ok(()) => Err(format!("passes, although its header says: {reason}")),
            Err(_) => Ok(()),
        },
    }
}

/// Every function of preview 1 is imported by a program of this folder.
fn coverage(programs: Vec<Program>) -> Trial {
    Trial::test("every_function_has_a_program", move || {
        let scratch = tempfile::tempdir()?;
        let mut imported = BTreeSet::new();
        for program in &programs {
            imported.extend(wasi_imports(&wat::parse_file(guest::compile(program, scratch.path())?)?)?);
        }
        let names = wasmc_abi::wasi::FUNCTIONS.iter().map(|function| function.name);
        let missing: Vec<&str> = names.filter(|name| !imported.contains(*name)).collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("no program imports {missing:?}").into()) }
    })
}

fn wasi_imports(wasm: &[u8]) -> Result<Vec<String>, Failed> {
    let mut names = Vec::new();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        if let wasmparser::Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                if wasmc_abi::wasi::find(import.module, import.name).is_some() {
                    names.push(import.name.into());
                }
            }
        }
    }
    Ok(names)
}
