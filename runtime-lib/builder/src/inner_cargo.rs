//! Runs the cargo that builds archives: one for each toolchain, for all of its targets at once.
//!
//! Everything that decides the bytes of an archive is set here: flags, profile and lock file. No setting may come from
//! the environment or the folder of whoever builds, so the variables of the outer cargo are removed, and
//! [`rustc_wrapper`] removes the paths.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::core_source::Source;
use crate::targets::RuntimeTarget;
use crate::{environment, rustc_wrapper};

/// The oldest macOS that the archives run on. The compiler has the same number (`compiler/src/target.rs`).
const MACOS_VERSION: &str = "13.0";

/// An archive that was built: its target and its file.
pub(crate) type Archive = (&'static RuntimeTarget, PathBuf);

/// Builds all archives, with all toolchains in parallel.
///
/// # Errors
/// Has the messages of the compiler.
pub(crate) fn build(sources: &[Source<'_>], root: &Path, out: &Path) -> Result<Vec<Archive>, String> {
    thread::scope(|scope| {
        let builds: Vec<_> = sources.iter().map(|source| scope.spawn(|| build_one(source, root, out))).collect();
        let results =
            builds.into_iter().map(|build| build.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        Ok(results.collect::<Result<Vec<_>, _>>()?.concat())
    })
}

fn build_one(source: &Source<'_>, root: &Path, out: &Path) -> Result<Vec<Archive>, String> {
    let [core, frames] = [(source.builds_core, "-core"), (source.has_frames, "-frames")]
        .map(|(has_it, name)| if has_it { name } else { "" });
    let target_dir = out.join(format!("runtime-{}{core}{frames}", source.toolchain.name()));
    let output = command(source, root, &target_dir).output();
    let output = output.map_err(|error| format!("cannot run {}: {error}", source.toolchain.cargo.display()))?;
    if !output.status.success() {
        let names: Vec<&str> = source.targets.iter().map(|(target, _)| target.name).collect();
        return Err(format!(
            "the runtime library does not build with {} for {}:\n{}",
            source.toolchain.rustc.display(),
            names.join(", "),
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let archive = |triple: &str| target_dir.join(triple).join("release/libwasmc_runtime_archive.a");
    Ok(source.targets.iter().map(|(target, triple)| (*target, archive(triple))).collect())
}

fn command(source: &Source<'_>, root: &Path, target_dir: &Path) -> Command {
    let toolchain = source.toolchain;
    let mut cargo = Command::new(&toolchain.cargo);
    environment::clean(&mut cargo);
    cargo.current_dir(root.join("runtime-lib/archive"));
    cargo.args(["build", "--release", "--locked", "--target-dir"]).arg(target_dir);
    for (_, triple) in &source.targets {
        cargo.args(["--target", triple]);
    }
    if source.has_frames {
        cargo.args(["--features", "frames"]);
    }
    if source.builds_core {
        // This option exists only in nightly cargo, or with RUSTC_BOOTSTRAP. All suites run on its results.
        cargo.arg("-Zbuild-std=core,alloc").env("RUSTC_BOOTSTRAP", "1");
    }
    cargo.env("RUSTC", &toolchain.rustc).env("MACOSX_DEPLOYMENT_TARGET", MACOS_VERSION);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(source).join("\u{1f}"));
    rustc_wrapper::install(&mut cargo);
    cargo
}

/// Flags for every crate in the archives. When they change, cargo builds all crates again.
fn flags(source: &Source<'_>) -> Vec<String> {
    let mut flags = vec![
        // Executables are position-independent.
        "-Crelocation-model=pic".to_owned(),
        // Backtraces walk through the runtime's frames.
        "-Cforce-frame-pointers=yes".to_owned(),
        // Nothing unwinds, and without a debugger the executable has no use for the tables.
        format!("-Cforce-unwind-tables={}", if source.has_frames { "yes" } else { "no" }),
    ];
    for (target, triple) in &source.targets {
        flags.extend(target.flags.iter().map(|flag| rustc_wrapper::only_for(triple, flag)));
    }
    // Reports of internal errors name sources of the standard library, so the names are in every executable and have to
    // be short.
    let sources = source.toolchain.sources();
    let uninstalled = PathBuf::from(format!("/rustc/{}", source.toolchain.revision()));
    for path in [sources.canonicalize().ok(), Some(sources), Some(uninstalled)].into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=rust", path.display()));
    }
    flags
}
