//! The files of the suite `traps`, run as executables for macOS.
//!
//! Message, backtrace and status must be the same as on every other platform, so the expectations are those of the
//! suite and nothing may be blessed here.

use super::platform::Platform;
use libtest_mimic::Trial;
use std::fs;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{Failure, check_bytes, context, without_depth, without_emulator};

/// One trial for each file.
pub(crate) fn trials(platform: Platform) -> Vec<Trial> {
    let test = match platform {
        Platform::Arm64 => |golden: &Golden| transcript(golden, Platform::Arm64),
        Platform::X86_64 => |golden: &Golden| transcript(golden, Platform::X86_64),
    };
    let trials = golden::trials("traps", ".wat", test);
    trials.into_iter().map(|trial| trial.with_kind(platform.target())).collect()
}

/// The transcript of the file, built in both ways in which bounds are kept.
fn transcript(golden: &Golden, platform: Platform) -> Result<String, Failure> {
    let transcript = in_mode(golden, platform, None)?;
    let explicit = in_mode(golden, platform, Some("--bounds-checks=explicit"))?;
    check_bytes("differs with explicit checks", transcript.as_bytes(), explicit.as_bytes())?;
    Ok(transcript)
}

fn in_mode(golden: &Golden, platform: Platform, mode: Option<&str>) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let (input, program) = (place.path().join(format!("{}.wat", golden.name())), place.path().join(golden.name()));
    context(fs::write(&input, &golden.source), input.display())?;
    let words: Vec<String> = golden.words("build").into_iter().chain(mode).map(String::from).collect();
    platform.build(&input, &words, &program)?;
    let runs = match golden.directives("run") {
        runs if runs.is_empty() => vec![""],
        runs => runs,
    };
    let run = |arguments: &str| {
        let mut process = platform.start(&program, &golden.name())?.args(arguments.split_whitespace());
        for (variable, value) in golden.directives("environment").iter().filter_map(|entry| entry.split_once('=')) {
            process = process.env(variable, value);
        }
        let mut outcome = process.run()?;
        outcome.stderr = without_emulator(&outcome.stderr);
        let command = format!("$ {} {arguments}", golden.name());
        Ok(format!("{}\n{}", command.trim_end(), without_depth(golden::transcript(&outcome))))
    };
    runs.into_iter().map(run).collect()
}
