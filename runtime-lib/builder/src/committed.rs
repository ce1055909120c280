//! The runtime libraries in `compiler/runtimes`: makes them, and shows that the sources give the same bytes again.
//!
//! One compiler builds all of them, `core` included, so that a library does not depend on which targets a machine has
//! installed. The manifest names it. Other compilers give other bytes, so with another one nothing is compared, and
//! this says so.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::core_source::Source;
use crate::manifest::{self, Manifest};
use crate::targets;
use crate::toolchain::{self, Toolchain};
use crate::{inner_cargo, pack, sources, write};

/// Where they lie, from the root.
const FOLDER: &str = "compiler/runtimes";

/// How to get a compiler that builds `core`.
const INSTALL: &str =
    "on Debian: apt-get install rustc-web cargo-web rust-web-src; elsewhere: rustup component add rust-src";

/// The result of a check that found no difference.
pub(crate) enum Comparison {
    Equal,
    /// Nothing was compared, for a reason that was printed.
    NotCompared,
}

/// Builds all libraries into the folder and writes the manifest.
pub(crate) fn bless(root: &Path) -> Result<(), Box<dyn Error>> {
    let toolchains = toolchain::installed();
    // Debian's first: that one is the same on all machines of a release.
    let toolchain = toolchains.iter().rev().find(|toolchain| toolchain.has_sources());
    let toolchain = toolchain.ok_or_else(|| format!("no compiler here has the sources of `core`; {INSTALL}"))?;
    let hash = sources::hash(root)?;
    let packed = build_all(root, toolchain, &root.join("target/runtimes"))?;
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder)?;
    for (name, bytes) in &packed {
        write(&folder.join(manifest::file_name(name)), bytes)?;
        println!("{FOLDER}/{}: {} bytes", manifest::file_name(name), bytes.len());
    }
    let archives = packed.iter().map(|(name, bytes)| (name.clone(), sources::sha256(bytes))).collect();
    let manifest = Manifest { sources: hash, compiler: toolchain.identity(), archives };
    write(&folder.join(manifest::FILE), manifest.to_string().as_bytes())?;
    println!("{FOLDER}/{}: built by {}", manifest::FILE, toolchain.version_line());
    Ok(())
}

/// Folders for copies of the sources: names of other lengths, with a space, at another depth. None of that may show.
const COPIES: [&str; 2] = ["one", "another folder/of the sources"];

/// Builds all libraries from so many copies of the sources, each in a folder of its own, and compares them with the
/// committed ones.
pub(crate) fn check(root: &Path, copies: usize) -> Result<Comparison, Box<dyn Error>> {
    let path = root.join(FOLDER).join(manifest::FILE);
    if !path.exists() {
        println!("not compared: no libraries are committed in {FOLDER}");
        return Ok(Comparison::NotCompared);
    }
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let manifest = Manifest::parse(&text)?;
    if sources::hash(root)? != manifest.sources {
        return Err(format!("{FOLDER} is stale: run `cargo runtimes --bless`").into());
    }
    let toolchains = toolchain::installed();
    let is_recorded = |toolchain: &&Toolchain| toolchain.has_sources() && toolchain.identity() == manifest.compiler;
    let Some(toolchain) = toolchains.iter().find(is_recorded) else {
        println!("not compared: the libraries in {FOLDER} were made by another compiler than this machine has");
        println!("{}", described("made by", &manifest.compiler));
        for toolchain in toolchains.iter().filter(|toolchain| toolchain.has_sources()) {
            println!("{}", described("here is", &toolchain.identity()));
        }
        return Ok(Comparison::NotCompared);
    };
    let place = Place::make()?;
    for name in &COPIES[..copies] {
        let copy = place.0.join(name);
        copy_sources(root, &copy)?;
        compare(root, &manifest, &build_all(&copy, toolchain, &copy.join("target"))?)?;
        fs::remove_dir_all(&copy)?;
    }
    println!("{FOLDER}: {} built from the sources the same bytes, in {copies} other folders", toolchain.version_line());
    Ok(Comparison::Equal)
}

/// A target's name, and its library as it is packed.
type Packed = (String, Vec<u8>);

fn build_all(root: &Path, toolchain: &Toolchain, out: &Path) -> Result<Vec<Packed>, Box<dyn Error>> {
    let source = |has_frames| {
        let targets = targets::ALL.iter().filter(|target| target.has_frames == has_frames);
        let targets = targets.map(|target| (target, target.triples[0].to_owned())).collect();
        Source { toolchain, builds_core: true, has_frames, targets }
    };
    let archives = inner_cargo::build(&[source(false), source(true)], root, out)?;
    archives.iter().map(|(target, archive)| Ok((target.name.to_owned(), pack(target, archive)?))).collect()
}

fn compare(root: &Path, manifest: &Manifest, built: &[Packed]) -> Result<(), Box<dyn Error>> {
    for (name, bytes) in built {
        let path = root.join(FOLDER).join(manifest::file_name(name));
        let is_recorded = manifest.archives.contains(&(name.clone(), sources::sha256(bytes)));
        if !is_recorded || fs::read(&path).ok().as_ref() != Some(bytes) {
            let differs = format!("{FOLDER}/{} is not what the sources give", manifest::file_name(name));
            return Err(
                format!("{differs}, with the compiler that the manifest names: run `cargo runtimes --bless`").into()
            );
        }
    }
    Ok(())
}

fn copy_sources(root: &Path, copy: &Path) -> Result<(), Box<dyn Error>> {
    let files = sources::files(root)?;
    for file in files.iter().map(String::as_str).chain(["Cargo.toml"]) {
        let to = copy.join(file);
        fs::create_dir_all(to.parent().ok_or("a file is in a folder")?)?;
        fs::copy(root.join(file), to)?;
    }
    Ok(())
}

fn described(start: &str, compiler: &[(String, String)]) -> String {
    let fields: Vec<String> = compiler.iter().map(|(name, value)| format!("{name} {value}")).collect();
    format!("  {start}: {}", fields.join(", "))
}

/// A temporary folder, removed at the end.
struct Place(PathBuf);

impl Place {
    fn make() -> Result<Place, Box<dyn Error>> {
        let folder = env::temp_dir().join(format!("wasmc-runtimes-{}", std::process::id()));
        // Fails if another user made it before.
        fs::create_dir(&folder)?;
        Ok(Place(folder))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // A folder that stays costs space and nothing else.
        let _ = fs::remove_dir_all(&self.0);
    }
}
