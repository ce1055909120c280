//! `wasmc`, the command line. Typed arguments ([`args`]) are resolved to their meaning (`args::resolve`), which a
//! command ([`commands`]) carries out through the library. Nothing here may know how a module is compiled.
//!
//! stdout gets data and nothing else; messages for people go to stderr ([`diagnostics`]). The exit status is 0, 1
//! (failure) or 2 (the command line is invalid), or that of the program under `wasmc run`.
#![forbid(unsafe_code)]

mod args;
mod cache;
mod commands;
mod compilation;
mod crash;
mod debug_files;
mod diagnostics;
mod input;
mod output;
mod progress;
mod quantities;
mod report;
mod times;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use wasmc_compiler::{CRANELIFT_VERSION, TARGETS, Target, has_runtime};

use args::Arguments;
use diagnostics::Failure;

fn main() -> ExitCode {
    crash::install_handlers();
    let words: Vec<OsString> = std::env::args_os().collect();
    let arguments = match Arguments::parse_words(&words) {
        Ok(arguments) => arguments,
        Err(answer) => return print_answer(&args::answer::improve(answer, &words), &words),
    };
    match crash::guard("wasmc", || commands::run(arguments)).and_then(|result| result) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print();
            failure.status()
        }
    }
}

/// clap answers `--version` before it looks at the other options.
fn is_verbose(word: &OsString) -> bool {
    word == "--verbose" || word == "-v"
}

/// The parts of this wasmc, for bug reports. Nothing of this may shape an output.
fn version_details() -> String {
    let names = |included: bool| {
        let targets = TARGETS.iter().filter(|target| has_runtime(**target) == included);
        targets.map(|target| target.name()).collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("host: {}\ntargets: {}\n", Target::host(), names(true));
    if !names(false).is_empty() {
        text += &format!("targets without a runtime library: {}\n", names(false));
    }
    text += &format!("Cranelift: {CRANELIFT_VERSION}\n");
    // Set by those who build packages. Asking git would make the build depend on files beside the sources.
    if let Some(commit) = option_env!("WASMC_COMMIT") {
        text += &format!("commit: {commit}\n");
    }
    text
}

/// Prints clap's answer to a command line without a command to run: help or version on stdout, or an error on stderr.
fn print_answer(answer: &clap::Error, words: &[OsString]) -> ExitCode {
    let wants_details = answer.kind() == ErrorKind::DisplayVersion && words.iter().any(is_verbose);
    let printed = match wants_details {
        true => io::stdout().write_all((answer.to_string() + &version_details()).as_bytes()),
        false => answer.print(),
    };
    match printed {
        _ if answer.use_stderr() => ExitCode::from(2),
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let failure = Failure::stdout(&error);
            failure.print();
            failure.status()
        }
        _ => ExitCode::SUCCESS,
    }
}
