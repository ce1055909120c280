//! The Rust toolchains of this machine that can compile the runtime: the one that builds wasmc, and Debian's.
//!
//! Debian packages a current Rust with the sources of its `core`, so a machine that has only that builds libraries for
//! every target. Nothing is downloaded or installed here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian installs `rustc-web` and `cargo-web`.
const DEBIAN_PROGRAMS: &str = "/usr/bin";

/// The packages whose versions tell Debian's builds of one Rust from another.
const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// A rustc with its cargo.
pub(crate) struct Toolchain {
    pub(crate) kind: Kind,
    pub(crate) cargo: PathBuf,
    pub(crate) rustc: PathBuf,
    pub(crate) sysroot: PathBuf,
    /// The answer to `rustc -vV`.
    about: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The one that builds wasmc.
    Own,
    Debian,
}

/// Those that exist and are new enough, best first.
pub(crate) fn installed() -> Vec<Toolchain> {
    let program = |variable: &str, name: &str| env::var_os(variable).map_or_else(|| name.into(), PathBuf::from);
    let own = Toolchain::new(Kind::Own, program("CARGO", "cargo"), program("RUSTC", "rustc"));
    let programs = Path::new(DEBIAN_PROGRAMS);
    let debian = Toolchain::new(Kind::Debian, programs.join("cargo"), programs.join("rustc"));
    [own, debian].into_iter().flatten().collect()
}

impl Toolchain {
    fn new(kind: Kind, cargo: PathBuf, rustc: PathBuf) -> Option<Toolchain> {
        let needed = version(env!("CARGO_PKG_RUST_VERSION"))?;
        let (about_cargo, about) = (ask(&cargo, "-vV")?, ask(&rustc, "-vV")?);
        let is_new =
            |text: &str| field(text, "release: ").and_then(|text| version(&text)).is_some_and(|is| is >= needed);
        if !is_new(&about_cargo) || !is_new(&about) {
            return None;
        }
        let sysroot = PathBuf::from(ask(&rustc, "--print=sysroot")?.trim_end());
        Some(Toolchain { kind, cargo, rustc, sysroot, about })
    }

    /// A part of the name of the folder in which it builds.
    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Own => "own",
            Kind::Debian => "debian",
        }
    }

    /// As people know it: the first line of `rustc -vV`.
    pub(crate) fn version_line(&self) -> &str {
        self.about.lines().next().unwrap_or_default()
    }

    /// The commit that it was built from.
    pub(crate) fn revision(&self) -> String {
        field(&self.about, "commit-hash: ").unwrap_or_default()
    }

    /// The machine that it runs on, as Rust names it.
    pub(crate) fn host(&self) -> String {
        field(&self.about, "host: ").unwrap_or_default()
    }

    /// Everything that tells it from a compiler that may give other bytes.
    pub(crate) fn identity(&self) -> Vec<(String, String)> {
        let mut identity = vec![("rustc".to_owned(), self.version_line().to_owned())];
        for (key, name) in [("commit-hash", "commit-hash: "), ("llvm", "LLVM version: "), ("host", "host: ")] {
            identity.push((key.into(), field(&self.about, name).unwrap_or_default()));
        }
        if self.kind == Kind::Debian {
            let version = |package: &&str| {
                let output = Command::new("dpkg-query").args(["--show", "--showformat=${Version}", package]).output();
                let output = output.ok().filter(|output| output.status.success())?;
                Some(((*package).to_owned(), String::from_utf8(output.stdout).ok()?))
            };
            identity.extend(DEBIAN_PACKAGES.iter().filter_map(version));
        }
        identity
    }

    /// Where the source of `core` is, if it is installed.
    pub(crate) fn sources(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib/src/rust")
    }

    pub(crate) fn has_sources(&self) -> bool {
        self.sources().join("library/core/src/lib.rs").exists()
    }

    /// Whether there is a `core` for a target of Rust.
    pub(crate) fn has_installed(&self, triple: &str) -> bool {
        let Ok(files) = fs::read_dir(self.sysroot.join("lib/rustlib").join(triple).join("lib")) else { return false };
        files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
    }
}

/// What a program prints for one argument.
fn ask(program: &Path, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn field(text: &str, name: &str) -> Option<String> {
    Some(text.lines().find_map(|line| line.strip_prefix(name))?.trim().to_owned())
}

/// The first two numbers of a version.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}
