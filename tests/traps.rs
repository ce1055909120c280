//! How programs end: every file of `traps/` is built and run, and shows what that writes and the status it leaves.
//!
//! Each `run:` directive is one run with these arguments; without any there is one run with none. The expectation is a
//! transcript of all runs. How wasmc catches a trap must not show: every file is built in each of the [`MODES`], and
//! all have to give the same.

use std::fs;
use std::path::Path;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{Failure, Process, check_bytes, context, wasmc};

/// Other ways to build, none of which a guest can tell from the usual one, and whether offsets are the same too:
/// without optimization an instruction may stand for two operators, and then it has the offset of the wrong one.
const MODES: [(&str, bool); 2] = [("--bounds-checks=explicit", true), ("-O0", false)];

fn main() {
    golden::main("traps", ".wat", transcript);
}

fn transcript(golden: &Golden) -> Result<String, Failure> {
    let transcript = in_mode(golden, None)?;
    for (mode, with_offsets) in MODES {
        let other = in_mode(golden, Some(mode))?;
        let [one, other] = [&transcript, &other].map(|text| if with_offsets { text.clone() } else { no_offsets(text) });
        check_bytes(&format!("differs with {mode}"), one.as_bytes(), other.as_bytes())?;
    }
    Ok(transcript)
}

fn in_mode(golden: &Golden, mode: Option<&str>) -> Result<String, Failure> {
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
    let transcript = golden::transcript(&outcome);
    let exhausted = transcript.contains("call stack exhausted");
    Ok(format!("{}\n{}", command.trim_end(), if exhausted { no_depth(&transcript) } else { transcript }))
}

/// A backtrace without the Wasm offsets.
fn no_offsets(transcript: &str) -> String {
    let line = |line: &str| match line.split_once(": 0x").zip(line.split_once(" - ")) {
        Some(((index, _), (_, name))) => format!("{index}: {name}\n"),
        None => format!("{line}\n"),
    };
    transcript.lines().map(line).collect()
}

/// A backtrace without the number of its frames: how deep a stack goes is no promise, and depends on how the guest was
/// compiled.
fn no_depth(transcript: &str) -> String {
    let mut counted = true;
    let line = |line: &str| {
        counted &= !line.starts_with("    ... ");
        match line.split_once(": ") {
            _ if line.starts_with("    ... ") => "    ... more frames\n".into(),
            Some((_, frame)) if !counted => format!("    N: {frame}\n"),
            _ => format!("{line}\n"),
        }
    };
    transcript.lines().map(line).collect()
}
