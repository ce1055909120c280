//! How to make a guest module: fetched as it is, or built from sources by the compiler of its language.
//!
//! A recipe is data. Its commands may name `{in.NAME}` (the folder of a pinned input), `{src}` (the folder of the
//! guest's sources), `{out}` (the folder for results) and `{cache}` (kept between builds, for compilers that use one).
//! Modules are kept under a hash of all inputs of the recipe. The versions of host tools are not in the hash, so a
//! recipe must not depend on them.

use crate::fetch::{Inputs, make_once, tool};
use crate::program::target_directory;
use crate::tree::{entries, sha256};
use crate::{Failure, context};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How to make a module.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Names of pinned inputs.
    #[serde(default)]
    inputs: Vec<String>,
    /// Debian packages that have to be there.
    #[serde(default)]
    packages: Vec<String>,
    /// Commands, one after the other, run in `{out}`.
    #[serde(default)]
    steps: Vec<Vec<String>>,
    /// Their environment, on top of the host's.
    #[serde(default)]
    env: BTreeMap<String, String>,
    /// The module, after all commands.
    wasm: String,
}

/// A module that was made.
#[derive(Clone, Debug)]
pub struct Module {
    /// The module itself.
    pub wasm: PathBuf,
    places: BTreeMap<String, PathBuf>,
}

impl Recipe {
    /// Makes the module of this name from the sources in this folder, unless it is there already.
    pub fn make(&self, name: &str, sources: &Path, inputs: &Inputs) -> Result<Module, Failure> {
        inputs.require(&self.packages)?;
        let mut places = BTreeMap::new();
        for input in &self.inputs {
            places.insert(format!("{{in.{input}}}"), inputs.folder(input)?);
        }
        let guests = target_directory().join("test-guests");
        let out = guests.join(format!("{name}-{}", &self.key(sources, inputs)?[..16]));
        places.insert("{src}".into(), sources.into());
        places.insert("{cache}".into(), guests.join("cache"));
        make_once(&out, |unfinished| {
            places.insert("{out}".into(), unfinished.into());
            self.steps.iter().try_for_each(|step| run_step(step, &self.env, &places))
        })?;
        places.insert("{out}".into(), out);
        let wasm = expand(&self.wasm, &places).into();
        Ok(Module { wasm, places })
    }

    fn key(&self, sources: &Path, inputs: &Inputs) -> Result<String, Failure> {
        let hashes: Vec<&str> = self.inputs.iter().map(|input| inputs.hash(input)).collect();
        Ok(sha256(format!("{self:?} {hashes:?} {:?}", entries(sources)?).as_bytes()))
    }
}

impl Module {
    /// Replaces the places that a recipe may name.
    pub fn expand(&self, text: &str) -> String {
        expand(text, &self.places)
    }
}

fn run_step(
    step: &[String],
    env: &BTreeMap<String, String>,
    places: &BTreeMap<String, PathBuf>,
) -> Result<(), Failure> {
    let [program, args @ ..] = step else { return Err("a step without a program".into()) };
    context(fs::create_dir_all(&places["{cache}"]), "the cache")?;
    let mut process = tool(&expand(program, places))?.directory(&places["{out}"]);
    for (name, value) in env {
        process = process.env(name, expand(value, places));
    }
    process.args(args.iter().map(|arg| expand(arg, places))).succeed().map(drop)
}

fn expand(text: &str, places: &BTreeMap<String, PathBuf>) -> String {
    places.iter().fold(text.into(), |text: String, (name, place)| text.replace(name, &place.to_string_lossy()))
}
