//! Inputs that wasmc refuses: every file of `reject/` shows the whole message for one.
//!
//! People meet wasmc's errors before anything else of it, so each word is tested. The expectation is standard error of
//! `wasmc build`, with the words of the file's `build:` directives added. The status must be 1, standard output must be
//! empty, and no file may appear. A file that is `(module binary "…")` gives the bytes that wasmc gets; wasmc gets any
//! other file as it is.

use std::fs;
use wasmc_tests::golden::{self, Golden};
use wasmc_tests::{Ending, Failure, Process, context, wasmc};

fn main() {
    golden::main("reject", ".wat", message);
}

fn message(golden: &Golden) -> Result<String, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let input = match bytes(golden)? {
        Some(bytes) => (format!("{}.wasm", golden.name()), bytes),
        None => (format!("{}.wat", golden.name()), golden.source.clone().into()),
    };
    context(fs::write(place.path().join(&input.0), &input.1), &input.0)?;
    let build = Process::new(wasmc()?).args(["build", &input.0, "-o", "output"]).args(golden.words("build"));
    let outcome = build.directory(place.path()).run()?;
    let stderr = String::from_utf8_lossy(&outcome.stderr).into_owned();
    if outcome.ending != Ending::Status(1) {
        return Err(format!("ended with {:?}\n{stderr}", outcome.ending));
    }
    if !outcome.stdout.is_empty() {
        return Err(format!("wrote to standard output: {}", outcome.stdout.escape_ascii()));
    }
    let left = context(fs::read_dir(place.path()), "the folder")?.count();
    if left != 1 { Err(format!("left {} files behind", left - 1)) } else { Ok(stderr) }
}

/// The bytes that a file spells, if it does.
fn bytes(golden: &Golden) -> Result<Option<Vec<u8>>, Failure> {
    let mut code = golden.source.lines().filter(|line| !line.starts_with(";;"));
    if !code.next().is_some_and(|line| line.starts_with("(module binary")) {
        return Ok(None);
    }
    context(wat::parse_str(&golden.source), golden.name()).map(Some)
}
