//! The program between the inner cargo and rustc: the builder itself, run a second time for each crate.
//!
//! cargo derives the identity of a crate from the absolute path of its folder. rustc derives the names of symbols from
//! that identity, and the order of functions from those names. Without this program, each checkout would give other
//! bytes of the runtime, and of every executable. It gives each crate its name and version, as its identity and as its
//! path.
//!
//! It must change no other option, and none at all for programs of the building machine (build scripts of
//! dependencies).

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

/// Tells this program to act as the wrapper.
const MARK: &str = "WASMC_BUILD_AS_RUSTC_WRAPPER";

/// Begins an option that is for one target only. cargo cannot express that for flags from the environment.
const ONLY_FOR: &str = "--wasmc-only-for=";

/// Makes a cargo call this program in place of rustc.
pub(crate) fn install(cargo: &mut Command) {
    let this = env::current_exe().unwrap_or_else(|error| panic!("cannot find this program: {error}"));
    cargo.env("RUSTC_WRAPPER", this).env(MARK, "1");
}

/// An option for rustc that applies to one target of Rust.
pub(crate) fn only_for(triple: &str, option: &str) -> String {
    format!("{ONLY_FOR}{triple}:{option}")
}

/// Whether cargo called this program in place of rustc.
pub(crate) fn is_asked_for() -> bool {
    env::var_os(MARK).is_some()
}

/// Runs the real rustc (path in `argv[1]`) with rewritten arguments.
pub(crate) fn run() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(rustc) = arguments.next() else {
        eprintln!("{MARK} is set, but no rustc is given");
        return ExitCode::FAILURE;
    };
    match Command::new(&rustc).args(rewrite(arguments.collect())).status() {
        // Without a code, a signal ended it.
        Ok(status) => ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("cannot run {}: {error}", rustc.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

fn rewrite(arguments: Vec<OsString>) -> Vec<OsString> {
    let target = arguments.iter().position(|argument| argument == "--target");
    let target = target.and_then(|at| arguments.get(at + 1)).and_then(|target| target.to_str());
    let target = target.map(str::to_owned);
    let mut rewritten: Vec<OsString> = Vec::with_capacity(arguments.len() + 1);
    for argument in arguments {
        let Some(text) = argument.to_str() else {
            rewritten.push(argument);
            continue;
        };
        if let Some((triple, option)) = text.strip_prefix(ONLY_FOR).and_then(|text| text.split_once(':')) {
            if target.as_deref() == Some(triple) {
                rewritten.push(option.into());
            }
        } else if text.starts_with("metadata=") && target.is_some() {
            rewritten.push(format!("metadata={}", package()).into());
        } else {
            rewritten.push(argument);
        }
    }
    if let Some(folder) = env::var_os("CARGO_MANIFEST_DIR").filter(|_| target.is_some() && !is_of_rust()) {
        let mut option = OsString::from("--remap-path-prefix=");
        option.push(folder);
        option.push(format!("=/{}", package()));
        rewritten.push(option);
    }
    rewritten
}

/// The crate that is compiled, as `name-version`.
fn package() -> String {
    let text = |name| env::var(name).unwrap_or_default();
    format!("{}-{}", text("CARGO_PKG_NAME"), text("CARGO_PKG_VERSION"))
}

/// Whether the crate belongs to Rust itself. [`inner_cargo`](crate::inner_cargo) has replaced the paths of those.
fn is_of_rust() -> bool {
    matches!(env::var("CARGO_PKG_NAME").as_deref(), Ok("core" | "alloc" | "compiler_builtins"))
}
