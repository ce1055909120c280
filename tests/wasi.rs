//! WASI preview 1, one guest program per behavior: every file of `wasi/` is built, run, and must end as its header
//! says.
//!
//! The programs are written from the specification (`wasi_snapshot_preview1.witx`, and POSIX where that says "similar
//! to"), never from the behavior of wasmc. With `WASMC_REFERENCE=wasmtime` that engine also runs each program, as
//! `reference/NAME`, to check the expectations. A program passes there too, or its header says how and why the result
//! differs.
//!
//! All of them also run on the other CPUs of Linux, as `MACHINE/NAME`, because the kernel's numbers and structures of
//! system calls differ between CPUs. qemu-user has no `openat2`, so those runs test the runtime's own walk of paths.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use wasmc_tests::guest::{self, Program};
use wasmc_tests::{Machine, tools};

fn main() {
    let arguments = Arguments::from_args();
    let programs = guest::programs("wasi");
    let missing = programs.iter().find_map(guest::missing_tool);
    let mut trials = vec![tools::unless_ignored(coverage(programs.clone()), missing)];
    trials.extend(programs.iter().flat_map(|program| guest::trials(program, guest::check)));
    for machine in Machine::all().into_iter().filter(|machine| !machine.is_host()) {
        trials.extend(programs.iter().map(|program| guest::trial_on(machine, program, guest::check)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Every function of preview 1 is imported by a program of this folder.
fn coverage(programs: Vec<Program>) -> Trial {
    Trial::test("every_function_has_a_program", move || {
        let mut imported = BTreeSet::new();
        for program in &programs {
            imported.extend(wasi_imports(&wat::parse_file(guest::compile(program)?)?)?);
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
