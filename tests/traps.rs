//! How programs end: every file of `traps/` is built and run, and shows the output and the status of each run.
//!
//! Each `run:` directive is one run with these arguments; without a directive there is one run without arguments. The
//! expectation is a transcript of all runs. A guest must not see how wasmc catches a trap: every file is built in each
//! of the [`MODES`], and all must give the same transcript, on the other CPUs of Linux too, as `MACHINE/traps/NAME`,
//! and on RISC-V with vector registers of every length.

use libtest_mimic::Arguments;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::time::Duration;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{
    Failure, Launcher, Machine, Process, bless, check_bytes, context, wasmc, without_depth, without_emulator,
};

/// Other ways to build, none of which a guest can tell from the usual one, and whether offsets are the same too:
/// without optimization an instruction may stand for two operators, and then it has the offset of the wrong one. With
/// debug information, memory is at other addresses and locals are in other places; the lines that it adds to reports
/// are left out here.
const MODES: [(&[&str], bool); 5] = [
    (&["--bounds-checks=explicit"], true),
    (&["-O0"], false),
    (&["-g", "--backtrace=names"], false),
    (&["-g", "-O2", "--backtrace=names"], true),
    (&["-g", "-O2", "--backtrace=names", "--bounds-checks=explicit"], true),
];

/// A command that runs a program as root without the privilege to map the lowest pages. With the privilege, a program
/// with debug information maps them for its memory.
const WITHOUT_LOW_PAGES: [&str; 3] = ["setpriv", "--bounding-set", "-sys_rawio"];

/// How long a run may take.
const LIMIT: Duration = Duration::from_secs(60);

fn main() {
    let arguments = Arguments::from_args();
    let mut machines = Machine::all();
    // Expectations are blessed on this machine; the others only compare.
    machines.retain(|machine| machine.is_host() || !bless());
    let trials = machines.into_iter().flat_map(|machine| golden::trials_on(machine, "traps", ".wat", transcript));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn transcript(machine: Machine, golden: &Golden) -> Result<String, Failure> {
    let transcript = in_mode(machine, golden, &[])?;
    // An emulator needs a tenth of a second to reserve a memory twice.
    let modes = MODES.iter().filter(|(mode, _)| machine.is_host() || !mode.contains(&"-O2"));
    for &(mode, with_offsets) in modes {
        let other = in_mode(machine, golden, mode)?;
        let [one, other] = [&transcript, &other].map(|text| if with_offsets { text.clone() } else { no_offsets(text) });
        check_bytes(&format!("differs with {}", mode.join(" ")), one.as_bytes(), other.as_bytes())?;
    }
    Ok(transcript)
}

fn in_mode(machine: Machine, golden: &Golden, mode: &[&str]) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, program) = (format!("{}.wat", golden.name()), place.path().join(golden.name()));
    context(fs::write(place.path().join(&input), &golden.source), &input)?;
    let build = Process::new(wasmc()?).args(["build", &input, "-o"]).args([&program]);
    let build = build.args(mode).args(golden.words("build")).directory(place.path());
    let launcher = machine.build(build, &program)?;
    let runs = match golden.directives("run") {
        runs if runs.is_empty() => vec![""],
        runs => runs,
    };
    let all = |launcher: &Launcher| -> Result<String, Failure> {
        runs.iter().map(|arguments| run(machine, launcher, golden, arguments)).collect()
    };
    let transcript = all(&launcher)?;
    let mut others = launcher.with_other_registers();
    if mode.contains(&"-g") && machine.is_host() && is_root() {
        others.push(launcher.behind(&WITHOUT_LOW_PAGES)?);
    }
    for other in others {
        let words = format!("differs under {:?}", other.words());
        check_bytes(&words, transcript.as_bytes(), all(&other)?.as_bytes())?;
    }
    Ok(transcript)
}

fn run(machine: Machine, program: &Launcher, golden: &Golden, arguments: &str) -> Result<String, Failure> {
    let name = program.executable().file_name().unwrap_or_default();
    let mut process = program.process(name).args(arguments.split_whitespace());
    for (variable, value) in golden.directives("environment").iter().filter_map(|entry| entry.split_once('=')) {
        process = process.env(variable, value);
    }
    let mut outcome = process.limit(machine.patience(LIMIT)).run()?;
    if !machine.is_host() {
        outcome.stderr = without_emulator(&outcome.stderr);
    }
    let command = format!("$ {} {arguments}", name.display());
    Ok(format!("{}\n{}", command.trim_end(), without_depth(golden::transcript(&outcome))))
}

/// Whether this test runs as root. Other users cannot map the lowest pages in the first place.
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// A backtrace without the Wasm offsets.
fn no_offsets(transcript: &str) -> String {
    let line = |line: &str| match line.split_once(": 0x").zip(line.split_once(" - ")) {
        Some(((index, _), (_, name))) => format!("{index}: {name}\n"),
        None => format!("{line}\n"),
    };
    transcript.lines().map(line).collect()
}
