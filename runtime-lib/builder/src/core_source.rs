//! Which toolchain builds which target: one that has the target's `core` as a library, or else one that has the source
//! of `core`, which is then built with the runtime.
//!
//! Only builds of wasmc from source choose so, to get by with what a machine has. Committed libraries are made by one
//! toolchain, whatever else is installed.

use std::path::Path;

use crate::targets::{RESTRICTION, RuntimeTarget, Wanted};
use crate::toolchain::{Kind, Toolchain};

/// Lists of dpkg: new when a package is. The files of a package are as old as their package, which cargo cannot watch.
const DEBIAN_LISTS: [&str; 3] =
    ["/var/lib/dpkg/info/rustc-web.list", "/var/lib/dpkg/info/cargo-web.list", "/var/lib/dpkg/info/rust-web-src.list"];

/// New when any package is.
const DEBIAN_STATUS: &str = "/var/lib/dpkg/status";

/// One build: a toolchain, whether it builds `core` as well, whether it makes unwind tables, and the targets with their
/// names in Rust.
pub(crate) struct Source<'a> {
    pub(crate) toolchain: &'a Toolchain,
    pub(crate) builds_core: bool,
    pub(crate) has_frames: bool,
    pub(crate) targets: Vec<(&'static RuntimeTarget, String)>,
}

/// How to build each target that there is a `core` for.
///
/// # Errors
/// Names a required target without one, and how to get it.
pub(crate) fn find<'a>(toolchains: &'a [Toolchain], wanted: &[Wanted]) -> Result<Vec<Source<'a>>, String> {
    let mut sources: Vec<Source<'a>> = Vec::new();
    for Wanted { target, is_required } in wanted {
        let Some((toolchain, builds_core, triple)) = find_one(toolchains, target) else {
            if *is_required {
                return Err(missing(target));
            }
            continue;
        };
        let has_frames = target.has_frames;
        let is_same = |source: &&mut Source<'_>| {
            (source.toolchain.kind, source.builds_core, source.has_frames) == (toolchain.kind, builds_core, has_frames)
        };
        match sources.iter_mut().find(is_same) {
            Some(source) => source.targets.push((target, triple)),
            None => sources.push(Source { toolchain, builds_core, has_frames, targets: vec![(target, triple)] }),
        }
    }
    Ok(sources)
}

fn find_one<'a>(toolchains: &'a [Toolchain], target: &RuntimeTarget) -> Option<(&'a Toolchain, bool, String)> {
    toolchains.iter().find_map(|toolchain| {
        // A machine has a `core` for itself in any case, and some distributions give the machine a name of their own.
        let host = Some(toolchain.host()).filter(|host| target.is(host));
        let mut triples = host.into_iter().chain(target.triples.iter().map(|&name| name.into()));
        match triples.find(|triple| toolchain.has_installed(triple)) {
            Some(triple) => Some((toolchain, false, triple)),
            None if toolchain.has_sources() => Some((toolchain, true, target.triples[0].into())),
            None => None,
        }
    })
}

fn missing(target: &RuntimeTarget) -> String {
    format!(
        "there is no `core` for the runtime library of {}: run `rustup target add {}`, or on Debian \
         `apt-get install rustc-web cargo-web rust-web-src` (or leave it out of {RESTRICTION})",
        target.name, target.triples[0]
    )
}

/// Tells cargo to run the build script again when a toolchain, a target of one or its source is new.
pub(crate) fn watch(toolchains: &[Toolchain], sources: &[Source<'_>], wanted: &[Wanted]) {
    // rustup writes this list when it adds or removes a target or a component. cargo itself watches the rustc that it
    // uses.
    for toolchain in toolchains {
        watch_file(&toolchain.sysroot.join("lib/rustlib/components"));
    }
    let is_complete = sources.iter().map(|source| source.targets.len()).sum::<usize>() == wanted.len();
    let uses_debian = sources.iter().any(|source| source.toolchain.kind == Kind::Debian);
    if uses_debian || !is_complete {
        DEBIAN_LISTS.into_iter().for_each(|list| watch_file(Path::new(list)));
    }
    // A package that is not installed has no list that could be watched.
    if !is_complete {
        watch_file(Path::new(DEBIAN_STATUS));
    }
}

/// cargo would run the build script each time for a file that does not exist.
fn watch_file(path: &Path) {
    if path.exists() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}
