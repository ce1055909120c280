//! Where a target's `core` comes from: a library that rustup installed, or its source, which is built with the runtime.
//!
//! Two toolchains may have one. The first is the one that builds wasmc. The other is Debian's package of a current Rust,
//! whose source comes in a package too, so that a machine without rustup makes executables for every target.
//! Nothing is downloaded or installed here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::targets::{RESTRICTION, RuntimeTarget, Wanted};
use super::variable;

/// Where Debian installs `rustc-web` and `cargo-web`.
const DEBIAN_PROGRAMS: &str = "/usr/bin";

/// Lists of dpkg: new when a package is. The files of a package are as old as their package, which cargo cannot watch.
const DEBIAN_LISTS: [&str; 3] =
    ["/var/lib/dpkg/info/rustc-web.list", "/var/lib/dpkg/info/cargo-web.list", "/var/lib/dpkg/info/rust-web-src.list"];

/// New when any package is.
const DEBIAN_STATUS: &str = "/var/lib/dpkg/status";

/// A rustc with its cargo.
pub(crate) struct Toolchain {
    /// Of the folder in which it builds.
    pub(crate) name: &'static str,
    pub(crate) cargo: PathBuf,
    pub(crate) rustc: PathBuf,
    pub(crate) sysroot: PathBuf,
    /// The commit that it is built from.
    pub(crate) revision: String,
}

/// One build: a toolchain, whether it builds `core` as well, and the targets by the names that Rust has for them.
pub(crate) struct Source<'a> {
    pub(crate) toolchain: &'a Toolchain,
    pub(crate) builds_core: bool,
    pub(crate) targets: Vec<(&'static RuntimeTarget, String)>,
}

/// The toolchains of this machine that can compile the runtime, best first.
pub(crate) fn toolchains() -> Vec<Toolchain> {
    let own = Toolchain::new("own", variable("CARGO"), variable("RUSTC"));
    let programs = Path::new(DEBIAN_PROGRAMS);
    let debian = Toolchain::new("debian", programs.join("cargo"), programs.join("rustc"));
    [own, debian].into_iter().flatten().collect()
}

/// How to build each target that there is a `core` for.
pub(crate) fn find<'a>(toolchains: &'a [Toolchain], wanted: &[Wanted]) -> Vec<Source<'a>> {
    let mut sources: Vec<Source<'a>> = Vec::new();
    for Wanted { target, is_required } in wanted {
        let Some((toolchain, builds_core, triple)) = find_one(toolchains, target) else {
            assert!(!is_required, "{}", missing(target));
            continue;
        };
        let is_same =
            |source: &&mut Source<'_>| source.toolchain.name == toolchain.name && source.builds_core == builds_core;
        match sources.iter_mut().find(is_same) {
            Some(source) => source.targets.push((target, triple)),
            None => sources.push(Source { toolchain, builds_core, targets: vec![(target, triple)] }),
        }
    }
    sources
}

fn find_one<'a>(toolchains: &'a [Toolchain], target: &RuntimeTarget) -> Option<(&'a Toolchain, bool, String)> {
    let triples: Vec<String> =
        target.host().into_iter().chain(target.triples.iter().map(|&name| name.into())).collect();
    toolchains.iter().find_map(|toolchain| match triples.iter().find(|triple| toolchain.has_installed(triple)) {
        Some(triple) => Some((toolchain, false, triple.clone())),
        None if toolchain.has_sources() => Some((toolchain, true, target.triples[0].into())),
        None => None,
    })
}

/// What to say about a target that has to be built and cannot be.
fn missing(target: &RuntimeTarget) -> String {
    format!(
        "there is no `core` for the runtime library of {}: run `rustup target add {}`, or on Debian `apt-get install rustc-web \
         cargo-web rust-web-src` (or leave it out of {RESTRICTION})",
        target.name, target.triples[0]
    )
}

/// Tells cargo what is new when a toolchain, a target of one or its source is.
pub(crate) fn watch(toolchains: &[Toolchain], sources: &[Source<'_>], wanted: &[Wanted]) {
    // rustup writes this list when it adds or removes a target or a component. cargo itself watches the rustc that it uses.
    for toolchain in toolchains {
        watch_file(&toolchain.sysroot.join("lib/rustlib/components"));
    }
    let is_complete = sources.iter().map(|source| source.targets.len()).sum::<usize>() == wanted.len();
    let uses_debian = sources.iter().any(|source| source.toolchain.name == "debian");
    if uses_debian || !is_complete {
        DEBIAN_LISTS.into_iter().for_each(|list| watch_file(Path::new(list)));
    }
    // A list that does not exist cannot be watched: cargo would run us each time.
    if !is_complete {
        watch_file(Path::new(DEBIAN_STATUS));
    }
}

fn watch_file(path: &Path) {
    if path.exists() {
        println!("cargo:rerun-if-changed={}", path.display());
    }
}

impl Toolchain {
    /// The toolchain of these programs, if they exist and are new enough for the runtime.
    fn new(name: &'static str, cargo: PathBuf, rustc: PathBuf) -> Option<Toolchain> {
        let needed = version(env!("CARGO_PKG_RUST_VERSION"))?;
        let field = |text: &str, name: &str| Some(text.split_once(name)?.1.lines().next()?.trim().to_owned());
        let (about_cargo, about_rustc) = (ask(&cargo, "-vV")?, ask(&rustc, "-vV")?);
        let is_new =
            |text: &str| field(text, "release: ").and_then(|text| version(&text)).is_some_and(|is| is >= needed);
        if !is_new(&about_cargo) || !is_new(&about_rustc) {
            return None;
        }
        let sysroot = PathBuf::from(ask(&rustc, "--print=sysroot")?.trim_end());
        let revision = field(&about_rustc, "commit-hash: ").unwrap_or_default();
        Some(Toolchain { name, cargo, rustc, sysroot, revision })
    }

    /// Where the source of `core` is, if it is installed.
    pub(crate) fn sources(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib/src/rust")
    }

    fn has_sources(&self) -> bool {
        self.sources().join("library/core/src/lib.rs").exists()
    }

    /// Whether there is a `core` for a target of Rust.
    fn has_installed(&self, triple: &str) -> bool {
        let Ok(files) = fs::read_dir(self.sysroot.join("lib/rustlib").join(triple).join("lib")) else { return false };
        files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
    }
}

/// What a program prints for one argument.
fn ask(program: &Path, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The first two numbers of a version.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}
