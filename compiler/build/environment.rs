//! Keeps the environment of one cargo from another that it runs, here and in `runtime-lib/builder`.
//!
//! The outer cargo may be `cargo clippy`, which replaces the compiler, or have flags, a profile or a target that are
//! not for the runtime. Without this, the bytes of the runtime libraries would depend on how wasmc is built.

use std::env;
use std::process::Command;

/// Variables that choose a compiler, flags, a target or a target folder.
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

/// Beginnings of the names of such variables: profiles, settings of cargo and of one target, features of the package
/// that is built.
const REMOVED_PREFIXES: [&str; 6] =
    ["CARGO_PROFILE_", "CARGO_RESOLVER_", "CARGO_UNSTABLE_", "CARGO_TARGET_", "CARGO_FEATURE_", "CARGO_CFG_"];

/// Removes these variables from the environment of a command.
pub(crate) fn clean(command: &mut Command) {
    for name in REMOVED_VARIABLES {
        command.env_remove(name);
    }
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if REMOVED_PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
            command.env_remove(&name);
        }
    }
}
