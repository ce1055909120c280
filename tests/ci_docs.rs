//! The pipelines of `docs/CI.md`: the commands in its fenced blocks run here exactly as they are written there.
//!
//! People copy these commands, so a wrong one must fail a test. Only lines that end in `# set-up` are left out. They
//! prepare an empty machine: they install wasmc, which the wasmc under test replaces, and Debian packages, which
//! `ci_docs/packages.txt` lists for this machine. Keys that are not commands (`uses:`, caches, artifacts) are ignored;
//! the caches are empty.

use std::fs;
use std::path::Path;
use std::time::Duration;

use libtest_mimic::{Arguments, Trial};
use tempfile::TempDir;
use wasmc_tests::{Failure, Process, context, wasmc};

/// The starts of lines that only prepare a machine.
const SET_UP: [&str; 2] = ["cargo install ", "test -x .wasmc/bin/wasmc || cargo install "];

fn main() {
    let arguments = Arguments::from_args();
    let trials = [
        Trial::test("ci_docs/shell", || Ok(shell()?)),
        Trial::test("ci_docs/github_actions", || Ok(github_actions()?)),
        Trial::test("ci_docs/gitlab", || Ok(gitlab()?)),
    ];
    libtest_mimic::run(&arguments, trials.into()).exit();
}

/// The blocks of commands for people, one after the other.
fn shell() -> Result<(), Failure> {
    let blocks = blocks("sh")?;
    let place = place()?;
    blocks.iter().try_for_each(|script| run(script, &[], &place))
}

/// Each step has a shell of its own.
fn github_actions() -> Result<(), Failure> {
    let (pipeline, place) = pipeline("jobs:")?;
    let temporary = context(tempfile::tempdir(), "a temporary folder")?;
    let mut variables = pipeline.variables;
    variables.push(("RUNNER_TEMP".into(), temporary.path().display().to_string()));
    pipeline.scripts.iter().try_for_each(|script| run(script, &variables, &place))
}

/// All commands share a shell.
fn gitlab() -> Result<(), Failure> {
    let (pipeline, place) = pipeline("script:")?;
    run(&pipeline.scripts.join("\n"), &pipeline.variables, &place)
}

/// The pipeline that has this key, and a folder with its inputs: the module and its list of checksums.
fn pipeline(key: &str) -> Result<(Pipeline, TempDir), Failure> {
    let found =
        blocks("yaml")?.iter().find(|block| block.lines().any(|line| line.trim() == key)).map(|block| read(block));
    let pipeline = found.ok_or_else(|| format!("docs/CI.md has no pipeline with {key}"))?;
    let built = pipeline.scripts.iter().any(|script| script.contains("wasmc build "));
    if !built || pipeline.variables.is_empty() {
        return Err(format!("docs/CI.md: the pipeline with {key} builds nothing"));
    }
    let place = place()?;
    let list = blocks("sh")?.into_iter().next().ok_or("docs/CI.md does not say how the list is made")?;
    run(&list, &[], &place)?;
    context(fs::remove_dir_all(place.path().join("dist")), "dist")?;
    Ok((pipeline, place))
}

/// A folder with a module.
fn place() -> Result<TempDir, Failure> {
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/wordcount.wat");
    let module = context(wat::parse_file(&example), example.display())?;
    context(fs::write(place.path().join("app.wasm"), module), "app.wasm")?;
    Ok(place)
}

/// Runs commands as a runner does: the first that fails ends them.
fn run(script: &str, variables: &[(String, String)], place: &TempDir) -> Result<(), Failure> {
    let mut kept = String::new();
    for line in script.lines() {
        match line.strip_suffix("# set-up") {
            None => kept += &format!("{line}\n"),
            Some(line) if SET_UP.iter().any(|start| line.trim_start().starts_with(start)) => {}
            Some(line) => return Err(format!("docs/CI.md: this is more than the set-up of a machine: {line}")),
        }
    }
    let wasmc = wasmc()?.parent().expect("a program lies in a folder");
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", wasmc.display());
    let shell = Process::new("/bin/bash").args(["-c", &format!("set -eo pipefail\n{kept}")]);
    let shell = variables.iter().fold(shell, |shell, (name, value)| shell.env(name, value));
    let shell = shell.env("PATH", path).env("HOME", place.path()).env("LC_ALL", "C").directory(place.path());
    shell.limit(Duration::from_secs(300)).succeed().map(drop)
}

/// The fenced blocks of the document in this language.
fn blocks(language: &str) -> Result<Vec<String>, Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/CI.md");
    let document = context(fs::read_to_string(&path), path.display())?;
    // Between fences, text and blocks take turns.
    let blocks = document.split("```").skip(1).step_by(2);
    let blocks = blocks.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'));
    Ok(blocks.map(str::to_owned).collect())
}

/// The commands and variables of a pipeline.
struct Pipeline {
    variables: Vec<(String, String)>,
    scripts: Vec<String>,
}

/// Reads as much YAML as the document has: commands after `run:` or in lists under `script:`, and maps of variables.
fn read(block: &str) -> Pipeline {
    let mut pipeline = Pipeline { variables: Vec::new(), scripts: Vec::new() };
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        let key_column = line.len() - line.trim_start_matches([' ', '-']).len();
        let mut below = || -> Vec<&str> {
            let deeper = |line: &&str| line.is_empty() || column(line) > key_column;
            std::iter::from_fn(|| lines.next_if(deeper)).collect()
        };
        match line.trim_start_matches([' ', '-']) {
            "env:" | "variables:" => {
                let entries = below().into_iter().filter_map(|line| line.trim().split_once(": "));
                pipeline.variables.extend(entries.map(|(name, value)| (name.to_owned(), value.to_owned())));
            }
            "run: |" => pipeline.scripts.push(below().join("\n")),
            "script:" | "before_script:" => {
                let items = below().into_iter().filter_map(|line| line.trim().strip_prefix("- "));
                pipeline.scripts.extend(items.map(str::to_owned));
            }
            text => pipeline.scripts.extend(text.strip_prefix("run: ").map(str::to_owned)),
        }
    }
    pipeline
}

fn column(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
