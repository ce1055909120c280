//! Builds the runtime library of each target from source, and makes and checks the committed ones.
//!
//! ```text
//! wasmc-runtime-builder --build FOLDER   all targets that this machine can build, for compiler/build.rs
//! cargo runtimes --bless                 all targets, by one compiler, into compiler/runtimes
//! cargo runtimes --check [--twice]       all targets, in one or two other folders; compares with compiler/runtimes
//! ```
//!
//! The libraries are `no_std`, `panic=abort` and optimized as a whole, as no profile of this workspace is; so a
//! cargo of their own builds them, with this program in front of each rustc ([`rustc_wrapper`]).
//!
//! The bytes of a library depend on its sources and on the compiler. They must not depend on the folder, the user, the
//! environment or the other targets: flags come from here, the lock file is in the repository, and the wrapper takes
//! the paths of the machine out of what rustc sees.
#![forbid(unsafe_code)]

/// The compiler writes libraries for C with the same code.
#[path = "../../../compiler/src/link/ar.rs"]
mod ar;
mod committed;
mod core_source;
#[path = "../../../compiler/build/environment.rs"]
mod environment;
mod inner_cargo;
#[path = "../../../compiler/build/manifest.rs"]
mod manifest;
mod object_copy;
mod rustc_wrapper;
mod slim;
#[path = "../../../compiler/build/sources.rs"]
mod sources;
mod symbol_names;
mod targets;
mod toolchain;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use committed::Comparison;
use targets::RuntimeTarget;

/// The status of `--check` where nothing can be compared, mostly because this machine has another compiler.
const NOT_COMPARED: u8 = 3;

const USAGE: &str = "usage: cargo runtimes --bless | --check [--twice]\n\
    --bless  builds the runtime library of every target into compiler/runtimes\n\
    --check  builds them in another folder and compares; --twice: in two folders; status 3: nothing was compared";

/// As small as possible: packing is done once, and unpacking takes milliseconds at any level.
const COMPRESSION_LEVEL: u8 = 10;

fn main() -> ExitCode {
    if rustc_wrapper::is_asked_for() {
        return rustc_wrapper::run();
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--build", folder] => build(&root, Path::new(folder)).map(|()| ExitCode::SUCCESS),
        ["--bless"] => committed::bless(&root).map(|()| ExitCode::SUCCESS),
        ["--check"] => committed::check(&root, 1).map(status),
        ["--check", "--twice"] => committed::check(&root, 2).map(status),
        _ => Err(USAGE.into()),
    };
    result.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}

fn status(comparison: Comparison) -> ExitCode {
    match comparison {
        Comparison::Equal => ExitCode::SUCCESS,
        Comparison::NotCompared => ExitCode::from(NOT_COMPARED),
    }
}

/// Builds what this machine can, and tells cargo which files of its toolchains decide that. A target that cannot be
/// built gets an empty file.
fn build(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={}", targets::RESTRICTION);
    let toolchains = toolchain::installed();
    let wanted = targets::wanted(&toolchains)?;
    let sources = core_source::find(&toolchains, &wanted)?;
    core_source::watch(&toolchains, &sources, &wanted);
    let archives = inner_cargo::build(&sources, root, out)?;
    for target in &targets::ALL {
        let archive = archives.iter().find(|(built, _)| *built == target);
        let packed = archive.map_or(Ok(Vec::new()), |(target, archive)| pack(target, archive))?;
        write(&out.join(manifest::file_name(target.name)), &packed)?;
    }
    Ok(())
}

/// The archive in a file, without what no program needs, compressed.
fn pack(target: &RuntimeTarget, path: &PathBuf) -> Result<Vec<u8>, Box<dyn Error>> {
    let archive = fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let slim = slim::slim(&archive, target.has_frames)
        .map_err(|error| format!("the runtime library for {} cannot be packed: {error}", target.name))?;
    Ok(miniz_oxide::deflate::compress_to_vec(&slim, COMPRESSION_LEVEL))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()).into())
}
