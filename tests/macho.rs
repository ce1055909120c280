//! Executables for macOS, without a Mac: each is read by programs of others, its signature is verified page by page, and it is
//! run, by a small loader of ours that maps it, applies its fixups and binds what it imports to equivalents of this host.
//!
//! What is run is what the other suites run, with their expectations: the traps, real programs, the programs for WASI and those
//! that try to get out. So nothing can be blessed here. `macho/exceptions.toml` lists what cannot hold under the loader, and why.
//! The loader has trials of its own, with programs that `clang` and `ld64.lld` make.

#![forbid(unsafe_code)]

#[path = "macho/file.rs"]
mod file;
#[path = "macho/guests.rs"]
mod guests;
#[path = "macho/loader.rs"]
mod loader;
#[path = "macho/platform.rs"]
mod platform;
#[path = "macho/readers.rs"]
mod readers;
#[path = "macho/real.rs"]
mod real;
#[path = "macho/signature.rs"]
mod signature;
#[path = "macho/traps.rs"]
mod traps;

use libtest_mimic::{Arguments, Trial};
use platform::Platform;

fn main() {
    let arguments = Arguments::from_args();
    assert!(!wasmc_tests::bless(), "expectations of this suite are those of others: bless there");
    let suites = [loader::trials, readers::trials, traps::trials, real::trials, guests::trials];
    let trials: Vec<Trial> = suites.iter().flat_map(|trials| Platform::ALL.into_iter().flat_map(trials)).collect();
    libtest_mimic::run(&arguments, trials).exit();
}
