//! Executables for macOS, tested without a Mac: LLVM's tools read each one, its signature is verified page by page, and
//! a small loader of this suite runs it.
//!
//! The loader maps the file, applies its fixups and binds its imports to equivalents of this host. It runs programs of
//! other suites with their expectations: traps, real programs, WASI and the sandbox. So nothing may be blessed here.
//! `macho/exceptions.toml` lists the programs that cannot run under the loader, with reasons. The loader has trials of
//! its own, with programs that `clang` and `ld64.lld` make.

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
