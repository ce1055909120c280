//! Tests of the loader itself, with programs of `macho/guests` that `clang` compiles and `ld64.lld` links.
//!
//! A wrong loader could hide faults of wasmc, so it must show these programs what macOS would show them, in both forms
//! of fixups, and refuse imports that it does not know.

use super::platform::{Platform, packages, scratch};
use libtest_mimic::Trial;
use std::fs;
use std::path::{Path, PathBuf};
use wasmc_tests::{Ending, Failure, Process, context, suite_directory};

/// The two forms in which a linker writes fixups, by the flag that asks for each.
const FIXUPS: [&str; 2] = ["-fixup_chains", "-no_fixup_chains"];

/// A program, its arguments, how it ends and what its output contains.
struct Case {
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
    ending: Ending,
    printed: &'static str,
}

const CASES: [Case; 4] = [
    Case {
        name: "calls",
        program: "calls",
        args: &["ab", ""],
        ending: Ending::Status(7),
        printed: "calls: all as expected\n",
    },
    Case {
        name: "faults",
        program: "faults",
        args: &[],
        ending: Ending::Status(0),
        printed: "faults: all as expected\n",
    },
    Case {
        name: "fault_without_handler",
        program: "faults",
        args: &["die"],
        ending: Ending::Signal(11),
        printed: "faults: all as expected\n",
    },
    Case {
        name: "unknown_import",
        program: "unknown_import",
        args: &[],
        ending: Ending::Status(125),
        printed: "unknown import: _no_such_function\n",
    },
];

/// One trial for each case and form of fixups.
pub(crate) fn trials(platform: Platform) -> Vec<Trial> {
    let trial = |case: &'static Case, fixups: &'static str| {
        let name = format!("loader/{}{fixups}", case.name);
        Trial::test(name, move || Ok(check(platform, case, fixups)?)).with_kind(platform.target())
    };
    CASES.iter().flat_map(|case| FIXUPS.map(|fixups| trial(case, fixups))).collect()
}

fn check(platform: Platform, case: &Case, fixups: &str) -> Result<(), Failure> {
    packages()?;
    let work = context(tempfile::tempdir_in(scratch()), "a temporary folder")?;
    let executable = link(platform, case.program, fixups, work.path())?;
    let process = platform.start(&executable, case.program)?.args(case.args).env("X", "y").directory(work.path());
    let outcome = process.run()?;
    let printed = format!("{}{}", String::from_utf8_lossy(&outcome.stdout), String::from_utf8_lossy(&outcome.stderr));
    if outcome.ending != case.ending || !printed.contains(case.printed) {
        return Err(format!("expected {:?}, came {:?}:\n{printed}", case.ending, outcome.ending));
    }
    Ok(())
}

fn link(platform: Platform, program: &str, fixups: &str, work: &Path) -> Result<PathBuf, Failure> {
    let (guests, architecture) = (suite_directory("macho").join("guests"), platform.architecture());
    let library = work.join("usr/lib");
    context(fs::create_dir_all(&library), library.display())?;
    context(fs::copy(guests.join("libSystem.tbd"), library.join("libSystem.tbd")), "libSystem.tbd")?;
    let (object, executable) = (work.join("program.o"), work.join("program"));
    let compile = Process::new("/usr/bin/clang-19").args([format!("--target={architecture}-apple-macos13")]);
    let compile = compile.args(["-O1", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fno-stack-protector", "-c"]);
    compile.args([guests.join(format!("{program}.c")).as_os_str(), "-o".as_ref(), object.as_os_str()]).succeed()?;
    let link = Process::new("/usr/bin/ld64.lld-19").args(["-arch", architecture, "-platform_version", "macos", "13.0"]);
    let link = link.args(["13.0", "-lSystem", fixups, "-syslibroot"]).args([work, "-o".as_ref(), &executable, &object]);
    link.succeed()?;
    Ok(executable)
}
