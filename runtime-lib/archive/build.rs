//! Tells `src/lib.rs` the name of the version stamp. An attribute accepts no constant of another crate, but a variable
//! of the build. Nothing else may be decided here: this program runs on the machine that builds, and the archive must
//! not depend on that machine.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=WASMC_VERSION_STAMP={}", wasmc_abi::symbols::VERSION_STAMP);
}
