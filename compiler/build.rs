//! Puts the runtime libraries where `src/link/runtime_archive.rs` includes them: into the compiler itself.
//!
//! wasmc links without a toolchain, so it carries a runtime library for each target. They are committed in `runtimes`,
//! because a machine that builds wasmc usually has no `core` for other processors. This script checks that they belong
//! to the sources beside them, or, for those who change the runtime, has `runtime-lib/builder` build them.
//!
//! It must not compile or generate anything in a usual build, and must never pass over a library that is stale.

#[path = "build/environment.rs"]
mod environment;
#[path = "build/manifest.rs"]
mod manifest;
#[path = "build/sources.rs"]
mod sources;

use std::env;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use manifest::Manifest;

/// Where the libraries come from: `source` builds them; unset, the committed ones are used.
const MODE: &str = "WASMC_RUNTIME";

type Outcome<T> = Result<T, String>;

fn main() {
    match run() {
        Ok(folder) => println!("cargo::rustc-env=WASMC_RUNTIMES={}", folder.display()),
        // cargo shows each line as an error, and fails the build.
        Err(error) => error.lines().for_each(|line| println!("cargo::error={line}")),
    }
}

/// The folder with the library of each target, as `TARGET.deflate`.
fn run() -> Outcome<PathBuf> {
    let package = variable("CARGO_MANIFEST_DIR")?;
    let root = package.join("..");
    let committed = package.join("runtimes");
    println!("cargo::rerun-if-env-changed={MODE}");
    // A package of the compiler alone has no sources beside it.
    let has_sources = root.join("runtime-lib/builder/Cargo.toml").exists();
    println!("cargo::rerun-if-changed={}", committed.display());
    // Paths that do not exist would run this script each time.
    let watched = [root.join("Cargo.toml"), root.join("runtime-lib")];
    for path in watched.iter().filter(|_| has_sources) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    match env::var(MODE).unwrap_or_default().as_str() {
        "" if committed.join(manifest::FILE).exists() => {
            check(&committed, has_sources.then_some(root.as_path()))?;
            Ok(committed)
        }
        // Somebody who wants no binary files in the tree removes the libraries, and has the sources.
        "" | "source" if has_sources => {
            let out = variable("OUT_DIR")?;
            build(&root, &out)?;
            Ok(out)
        }
        "" | "source" => {
            Err(format!("{MODE}=source needs the sources of the runtime, which are in wasmc's repository"))
        }
        other => Err(format!("{MODE} is '{other}': it takes 'source', or is not set")),
    }
}

/// Compares the committed libraries with the record of their making, and that record with the sources.
fn check(committed: &Path, root: Option<&Path>) -> Outcome<()> {
    let read = |name: &str| {
        let path = committed.join(name);
        fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
    };
    let text = String::from_utf8_lossy(&read(manifest::FILE)?).into_owned();
    let manifest = Manifest::parse(&text).map_err(|error| format!("{}: {error}", manifest::FILE))?;
    if let Some(root) = root {
        let hash = sources::hash(root).map_err(|error| format!("cannot read the sources of the runtime: {error}"))?;
        if hash != manifest.sources {
            return Err(stale());
        }
    }
    for (target, hash) in &manifest.archives {
        if *hash != sources::sha256(&read(&manifest::file_name(target))?) {
            return Err(format!(
                "compiler/runtimes/{} is not the file that {} lists: restore both, or make them again with \
                 `cargo runtimes --bless`",
                manifest::file_name(target),
                manifest::FILE
            ));
        }
    }
    Ok(())
}

fn stale() -> String {
    format!(
        "the committed runtime libraries (compiler/runtimes) are stale: the sources in runtime-lib have changed since\n\
         while you work on the runtime, build the libraries from its sources: set {MODE}=source\n\
         before you commit, make the committed ones again: cargo runtimes --bless"
    )
}

/// Runs the builder, with a target folder of its own since the one outside is locked.
fn build(root: &Path, out: &Path) -> Outcome<()> {
    let cargo = variable("CARGO")?;
    let host = env::var("HOST").map_err(|error| format!("HOST: {error}"))?;
    let mut command = Command::new(&cargo);
    environment::clean(&mut command);
    command.current_dir(root).args(["run", "--release", "--locked", "--package", "wasmc-runtime-builder"]);
    command.args(["--target", &host, "--target-dir"]).arg(out.join("builder"));
    command.args(["--", "--build"]).arg(out);
    let output = command.output().map_err(|error| format!("cannot run {}: {error}", cargo.display()))?;
    if !output.status.success() {
        return Err(format!(
            "the runtime libraries do not build from source:\n{}",
            String::from_utf8_lossy(&output.stderr).trim_end()
        ));
    }
    // Instructions for cargo: which files of the toolchains to watch.
    io::stdout().write_all(&output.stdout).map_err(|error| format!("standard output: {error}"))
}

fn variable(name: &str) -> Outcome<PathBuf> {
    env::var_os(name).map(PathBuf::from).ok_or_else(|| format!("cargo sets {name} for build scripts"))
}
