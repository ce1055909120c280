//! `wasmc`, the command line: what was typed ([`args`]) becomes what it means (`args::resolve`), which a command
//! ([`commands`]) carries out through the library. Nothing here knows how a module is compiled.
//!
//! stdout is data and nothing else; everything for people goes to stderr ([`diagnostics`]). The exit status is 0, 1
//! (it failed) or 2 (it was asked wrongly), or that of the guest under `wasmc run`.
#![forbid(unsafe_code)]

mod args;
mod cache;
mod commands;
mod compilation;
mod crash;
mod diagnostics;
mod input;
mod output;
mod progress;
mod quantities;
mod report;
mod times;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::Arguments;
use diagnostics::Failure;

fn main() -> ExitCode {
    crash::install_handlers();
    let words: Vec<OsString> = std::env::args_os().collect();
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(answer) => return print_answer(&args::answer::improve(answer, &words)),
    };
    match crash::guard("wasmc", || commands::run(arguments)).and_then(|result| result) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print();
            failure.status()
        }
    }
}

/// Prints what clap answers instead of arguments: help or version on stdout, or a usage error on stderr.
fn print_answer(answer: &clap::Error) -> ExitCode {
    let printed = answer.print();
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
