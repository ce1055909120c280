//! The command line, as people use it: every file of `cli/` is a session in a shell.
//!
//! Sessions test exactly what a person types and sees, including messages and statuses, which no unit test does.
//! `cli/readme.session` is the manual of the format and also a test of it. Paths of this machine must not appear in a
//! session.

use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use wasmc_tests::{Failure, Process, bless, check_bytes, context, copy_tree, golden, suite_directory, wasmc};

fn main() {
    let arguments = libtest_mimic::Arguments::from_args();
    let folder = suite_directory("cli");
    let trials = golden::files(&folder, ".session").into_iter().map(|path| {
        let name = format!("cli/{}", path.file_stem().unwrap_or_default().display());
        libtest_mimic::Trial::test(name, move || Ok(check(&path)?))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// Plays a session again and compares it with the file, whole.
fn check(path: &Path) -> Result<(), Failure> {
    let session = context(fs::read_to_string(path), path.display())?;
    let played = play(&session)?;
    if bless() {
        return context(fs::write(path, &played), path.display());
    }
    check_bytes(&path.display().to_string(), session.as_bytes(), played.as_bytes())
}

/// The session with the output that its commands write now.
fn play(session: &str) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    copy_tree(&suite_directory("cli/guests"), &place.path().join("guests"))?;
    let mut played = String::new();
    let mut lines = session.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else {
            if !(line.is_empty() || line.starts_with('#')) {
                return Err(format!("neither a command nor a comment: {line}"));
            }
            played += &format!("{line}\n");
            continue;
        };
        let mut command = command.to_owned();
        while let Some(more) = lines.next_if(|line| *line == ">" || line.starts_with("> ")) {
            command += "\n";
            command += more[1..].strip_prefix(' ').unwrap_or_default();
        }
        // The new output replaces the old one.
        while lines.next_if(|line| !starts_something(line)).is_some() {}
        let output = output(&command, &place)?;
        for (mark, line) in std::iter::once("$").chain(std::iter::repeat(">")).zip(command.lines()) {
            played += &format!("{}\n", format!("{mark} {line}").trim_end());
        }
        played += &output;
        if lines.peek().is_some() {
            played += "\n";
        }
    }
    Ok(played)
}

/// Whether a line is not part of an output.
fn starts_something(line: &str) -> bool {
    ["$ ", "# "].iter().any(|start| line.starts_with(start))
}

/// The output of a command, standard output and standard error in their order, and its status.
fn output(command: &str, place: &TempDir) -> Result<String, Failure> {
    let wasmc = wasmc()?.parent().expect("a program lies in a folder");
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", wasmc.display());
    let shell = Process::new("/bin/sh").args(["-c", &format!("exec 2>&1\n{command}")]);
    let shell = shell.env("PATH", path).env("HOME", place.path()).env("LC_ALL", "C").directory(place.path());
    let mut outcome = shell.limit(Duration::from_secs(60)).run()?;
    outcome.stdout = outcome.stdout.trim_ascii_end().into();
    let text = golden::transcript(&outcome);
    match text.lines().find(|line| starts_something(line)) {
        Some(line) => Err(format!("{command}\nwrites what a session would take for something else: {line}")),
        None => Ok(text.lines().map(|line| format!("{}\n", line.trim_end())).collect()),
    }
}
