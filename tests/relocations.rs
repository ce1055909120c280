//! Every kind of relocation that Cranelift can emit for the supported CPUs. A small module provokes each kind that
//! wasmc's objects can hold; it is found in the object, linked, and run (ELF, all CPUs) or resolved by a reader
//! (Mach-O). For every other kind the table says why it cannot occur.
//!
//! A file of `relocations/` is a module whose exit status shows that all of its references reached the right place. Its
//! `relocation: TARGET TYPE SYMBOL` directives are relocations that the object for that target must hold, where `*` is
//! any symbol. No object may hold a kind that is not in the table.
//!
//! `relocations/far.rs` tests calls over a distance that a branch of AArch64 cannot reach.

use libtest_mimic::{Arguments, Trial};
use relocations::record::{Record, records};
use relocations::table::{self, KINDS, Occurrence, Target};
use relocations::{far, mach_o};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{Failure, Machine, Process, bless, context, suite_directory, wasmc};

/// The parts of this suite.
mod relocations {
    pub(crate) mod far;
    pub(crate) mod mach_o;
    pub(crate) mod record;
    pub(crate) mod table;
}

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("relocations/table_is_complete", || Ok(table::check_complete()?))];
    trials.push(Trial::test("relocations/every_kind_is_provoked", || Ok(check_provoked()?)));
    trials.push(Trial::test("relocations/far_calls", || Ok(far::check()?)));
    let mut machines = Machine::all();
    machines.retain(|machine| machine.is_host() || !bless());
    trials.extend(machines.into_iter().flat_map(|machine| golden::trials_on(machine, "relocations", ".wat", run)));
    for path in golden::files(&suite_directory("relocations"), ".wat") {
        for target in Target::ALL {
            let (path, stem) = (path.clone(), path.file_stem().unwrap_or_default().to_owned());
            let name = format!("relocations/object/{}/{}", target.name(), stem.display());
            trials.push(Trial::test(name, move || Ok(check_object(&path, target)?)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Links a module for this machine and runs it.
fn run(machine: Machine, golden: &Golden) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, program) = (place.path().join("module.wat"), place.path().join(golden.name()));
    context(fs::write(&input, &golden.source), input.display())?;
    let build = Process::new(wasmc()?).args(["build".as_ref(), input.as_os_str(), "-o".as_ref(), program.as_os_str()]);
    Ok(golden::transcript(&machine.build(build, &program)?.process(golden.name()).run()?))
}

/// The object of a module must hold the relocations of the module's directives, no kind that is not in the table, and
/// no call from its own code to its own code, because the compiler resolves these. For macOS the linked executable is
/// read too.
fn check_object(path: &Path, target: Target) -> Result<(), Failure> {
    let golden = Golden::read(path)?;
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, object) = (place.path().join("module.wat"), place.path().join("module.o"));
    context(fs::write(&input, &golden.source), input.display())?;
    build(&input, target, &["--emit", "obj"], &object)?;
    let bytes = context(fs::read(&object), object.display())?;
    let records = records(&bytes, target)?;
    for wanted in wanted(&golden, target)? {
        if !records.iter().any(|record| record.kind == wanted.kind && ["*", &record.symbol].contains(&wanted.symbol)) {
            return Err(format!("no {} to {} among {records:#?}", wanted.kind, wanted.symbol));
        }
    }
    let known: BTreeSet<&str> = KINDS.iter().flat_map(|kind| kind.kinds_of(target)).collect();
    let unknown: Vec<&Record> = records.iter().filter(|record| !known.contains(record.kind.as_str())).collect();
    if !unknown.is_empty() {
        return Err(format!("not in the table: {unknown:#?}"));
    }
    let unresolved: Vec<&Record> =
        records.iter().filter(|record| record.is_code && record.to_code && target.is_call(&record.kind)).collect();
    if !unresolved.is_empty() {
        return Err(format!("left to the linker, although the distance is known: {unresolved:#?}"));
    }
    if target.is_mach_o() {
        let executable = place.path().join("module");
        build(&input, target, &[], &executable)?;
        mach_o::check(&bytes, &context(fs::read(&executable), executable.display())?, target)?;
    }
    Ok(())
}

/// Builds for a target. Only a module with vectors cannot be built for the baseline of riscv64.
fn build(input: &Path, target: Target, words: &[&str], output: &Path) -> Result<(), Failure> {
    let with_vectors = target.name() == "riscv64" && fs::read_to_string(input).is_ok_and(|text| text.contains("v128"));
    let cpu: &[&str] = if with_vectors { &["--cpu", "rv64gcv"] } else { &[] };
    let wasmc = Process::new(wasmc()?).inherit(&["PATH"]).args(["build", "--target", target.name()]).args(words);
    wasmc.args(cpu).args([input, Path::new("-o"), output]).succeed().map(drop)
}

/// One `relocation:` directive.
struct Wanted<'a> {
    kind: &'a str,
    symbol: &'a str,
}

/// The relocations that the object for this target must hold, by the module's directives.
fn wanted(golden: &Golden, target: Target) -> Result<Vec<Wanted<'_>>, Failure> {
    let mut all = Vec::new();
    for directive in golden.directives("relocation") {
        let words: Vec<&str> = directive.split_whitespace().collect();
        let [name, kind, symbol] = words[..] else { return Err(format!("not TARGET TYPE SYMBOL: {directive}")) };
        if !Target::ALL.iter().any(|target| target.name() == name) {
            return Err(format!("no such target: {directive}"));
        }
        if name == target.name() {
            all.push(Wanted { kind, symbol });
        }
    }
    Ok(all)
}

/// Each kind that can occur is wanted by a module, in each format that it can occur in.
fn check_provoked() -> Result<(), Failure> {
    let mut provoked = BTreeSet::new();
    for path in golden::files(&suite_directory("relocations"), ".wat") {
        let golden = Golden::read(&path)?;
        for target in Target::ALL {
            let wanted = wanted(&golden, target)?;
            provoked.extend(wanted.iter().map(|wanted| (target.name().to_owned(), wanted.kind.to_owned())));
        }
    }
    let mut missing = Vec::new();
    for kind in &KINDS {
        if let Occurrence::Written(spellings) = kind.occurrence {
            let spelled = spellings.iter().map(|(target, spelled)| ((*target).to_owned(), (*spelled).to_owned()));
            missing.extend(spelled.filter(|spelled| !provoked.contains(spelled)).map(|spelled| (kind.name, spelled)));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("no module provokes {missing:?}")) }
}
