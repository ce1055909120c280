//! Builds the runtime library for every target that the building machine has a `core` for, so that the compiler carries
//! them inside itself.
//!
//! wasmc links without a toolchain: whoever runs it has neither cargo nor rustc. So the archives are built here, by a cargo
//! of its own (they are `no_std`, `panic=abort` and optimized as a whole, which no profile of this workspace is), and
//! `link/runtime_archive.rs` includes them.
//!
//! An archive must not depend on who builds it or where: flags come from here and not from the environment, the lock file
//! is in the repository, and [`rustc_wrapper`] takes the paths of this machine out of what rustc sees. What is left is the
//! version of rustc, and whether `core` came as a library or was built with the rest.

#[path = "build/ar.rs"]
mod ar;
#[path = "build/core_source.rs"]
mod core_source;
#[path = "build/inner_cargo.rs"]
mod inner_cargo;
#[path = "build/object_copy.rs"]
mod object_copy;
#[path = "build/rustc_wrapper.rs"]
mod rustc_wrapper;
#[path = "build/slim.rs"]
mod slim;
#[path = "build/targets.rs"]
mod targets;

use std::env;
use std::fs;
use std::path::PathBuf;

use targets::RuntimeTarget;

/// What becomes part of the archives, from the root of the repository. Any change builds them again.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "runtime-lib/Cargo.toml",
    "runtime-lib/src",
    "runtime-lib/abi/Cargo.toml",
    "runtime-lib/abi/src",
    "runtime-lib/archive/Cargo.toml",
    "runtime-lib/archive/Cargo.lock",
    "runtime-lib/archive/src",
];

/// As small as it gets: it is done once, and unpacked in milliseconds all the same.
const COMPRESSION_LEVEL: u8 = 10;

fn main() {
    if rustc_wrapper::is_asked_for() {
        rustc_wrapper::run();
    }
    let root = variable("CARGO_MANIFEST_DIR").join("..");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={}", root.join(source).display());
    }
    println!("cargo:rerun-if-env-changed={}", targets::RESTRICTION);
    let wanted = targets::wanted();
    let toolchains = core_source::toolchains();
    let sources = core_source::find(&toolchains, &wanted);
    core_source::watch(&toolchains, &sources, &wanted);
    let out = variable("OUT_DIR");
    let archives = inner_cargo::build(&sources, &root, &out);
    for target in &targets::ALL {
        let archive = archives.iter().find(|(built, _)| *built == target);
        let packed = archive.map_or_else(Vec::new, |(target, archive)| pack(target, archive));
        let path = out.join(format!("runtime-{}.deflate", target.name));
        fs::write(&path, packed).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        println!("cargo:rustc-env={}={}", target.variable, path.display());
    }
}

/// The archive at a path, without what no program needs, compressed.
fn pack(target: &RuntimeTarget, path: &PathBuf) -> Vec<u8> {
    let archive = fs::read(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let slim = slim::slim(&archive)
        .unwrap_or_else(|error| panic!("the runtime library for {} cannot be packed: {error}", target.name));
    miniz_oxide::deflate::compress_to_vec(&slim, COMPRESSION_LEVEL)
}

fn variable(name: &str) -> PathBuf {
    env::var_os(name).unwrap_or_else(|| panic!("cargo sets {name} for build scripts")).into()
}
