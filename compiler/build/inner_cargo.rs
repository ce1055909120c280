//! The cargo that builds archives: one for each toolchain, for all of its targets at once, with nothing in its
//! environment that would make it build something else.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use super::core_source::{Source, Toolchain};
use super::rustc_wrapper;
use super::targets::RuntimeTarget;

/// Variables by which the cargo that runs us would make the inner one build something else. `cargo clippy`, for one,
/// replaces the compiler of workspace members.
const REMOVED_VARIABLES: [&str; 15] = [
    "CARGO_BUILD_RUSTC",
    "CARGO_BUILD_RUSTC_WORKSPACE_WRAPPER",
    "CARGO_BUILD_RUSTC_WRAPPER",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_TARGET_DIR",
    "CLIPPY_ARGS",
    "RUSTC_LINKER",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
];

/// Groups of variables of the same kind: profiles, flags for one target, features of the package that we build.
const REMOVED_PREFIXES: [&str; 4] = ["CARGO_PROFILE_", "CARGO_TARGET_", "CARGO_FEATURE_", "CARGO_CFG_"];

/// The oldest macOS that the archives are for. Linux has nothing like it.
const MACOS_VERSION: &str = "13.0";

/// Builds everything, each toolchain beside the others, and returns the archives. What does not compile is a panic that
/// shows what the compiler said.
pub(crate) fn build(sources: &[Source<'_>], root: &Path, out: &Path) -> Vec<(&'static RuntimeTarget, PathBuf)> {
    thread::scope(|scope| {
        let builds: Vec<_> = sources.iter().map(|source| scope.spawn(|| build_one(source, root, out))).collect();
        let results =
            builds.into_iter().map(|build| build.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        results.flatten().collect()
    })
}

fn build_one(source: &Source<'_>, root: &Path, out: &Path) -> Vec<(&'static RuntimeTarget, PathBuf)> {
    let target_dir =
        out.join(format!("runtime-{}{}", source.toolchain.name, if source.builds_core { "-core" } else { "" }));
    let output = command(source, root, &target_dir).output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {}: {error}", source.toolchain.cargo.display()));
    let names: Vec<&str> = source.targets.iter().map(|(target, _)| target.name).collect();
    assert!(
        output.status.success(),
        "the runtime library does not build with {} for {}:\n{}",
        source.toolchain.rustc.display(),
        names.join(", "),
        String::from_utf8_lossy(&output.stderr)
    );
    let archive = |triple: &str| target_dir.join(triple).join("release/libwasmc_runtime_archive.a");
    source.targets.iter().map(|(target, triple)| (*target, archive(triple))).collect()
}

fn command(source: &Source<'_>, root: &Path, target_dir: &Path) -> Command {
    let toolchain = source.toolchain;
    let mut cargo = Command::new(&toolchain.cargo);
    for name in REMOVED_VARIABLES {
        cargo.env_remove(name);
    }
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if REMOVED_PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
            cargo.env_remove(&name);
        }
    }
    cargo.current_dir(root.join("runtime-lib/archive"));
    cargo.args(["build", "--release", "--locked", "--target-dir"]).arg(target_dir);
    for (_, triple) in &source.targets {
        cargo.args(["--target", triple]);
    }
    if source.builds_core {
        // An option of nightly cargo, as this is. What it gives is checked by the tests like any other runtime.
        cargo.arg("-Zbuild-std=core,alloc").env("RUSTC_BOOTSTRAP", "1");
    }
    cargo.env("RUSTC", &toolchain.rustc).env("MACOSX_DEPLOYMENT_TARGET", MACOS_VERSION);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain, &source.targets).join("\u{1f}"));
    rustc_wrapper::install(&mut cargo);
    cargo
}

/// Flags for every crate in the archives. cargo builds anew when they change.
fn flags(toolchain: &Toolchain, targets: &[(&RuntimeTarget, String)]) -> Vec<String> {
    let mut flags = vec![
        // The executable is position-independent.
        "-Crelocation-model=pic".to_owned(),
        // A backtrace walks through the runtime's frames.
        "-Cforce-frame-pointers=yes".to_owned(),
        // Nothing unwinds.
        "-Cforce-unwind-tables=no".to_owned(),
    ];
    for (target, triple) in targets {
        flags.extend(target.flags.iter().map(|flag| rustc_wrapper::only_for(triple, flag)));
    }
    // What the compiler says when it has no sources of its own.
    let sources = toolchain.sources();
    for path in [sources.canonicalize().ok(), Some(sources)].into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=/rustc/{}", path.display(), toolchain.revision));
    }
    flags
}
