//! A folder of the suite: guest programs in `guest/`, how each is compiled to WebAssembly and for this machine
//! (`case.toml`), and sessions about them.
//!
//! Both programs of a build must come from the same sources by the same compiler with the same level of optimization:
//! the native one is the measure of all answers.

use crate::session::Session;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasmc_tests::{Failure, Recipe, cases, context};

/// `case.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    /// The subject of this folder, for the reader.
    #[serde(rename = "about")]
    _about: String,
    #[serde(rename = "build")]
    builds: BTreeMap<String, Build>,
}

/// A program, compiled twice.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Build {
    pub(crate) module: Recipe,
    /// Its result is an executable of this machine. It is absent for languages without a native compiler, or whose
    /// modules have no debug information.
    pub(crate) native: Option<Recipe>,
    /// Words for `wasmc build`, such as `-g`.
    pub(crate) wasmc: Vec<String>,
    /// The folder with the language's own gdb scripts, for the native program: the module's brings what it needs.
    pub(crate) gdb_scripts: Option<String>,
}

/// A folder of the suite.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) guest: PathBuf,
    pub(crate) builds: BTreeMap<String, Build>,
    pub(crate) sessions: Vec<Session>,
}

impl Case {
    pub(crate) fn read(folder: &Path) -> Result<Case, Failure> {
        let path = folder.join("case.toml");
        let text = context(std::fs::read_to_string(&path), path.display())?;
        let description: Description = context(toml::from_str(&text), path.display())?;
        let files = [cases(folder, ".gdb"), cases(folder, ".lldb")].concat();
        let sessions = files.iter().map(|file| Session::read(file)).collect::<Result<Vec<Session>, Failure>>()?;
        if let Some(session) = sessions.iter().find(|session| !description.builds.contains_key(&session.build)) {
            return Err(format!("{}: {} has no build `{}`", session.name, path.display(), session.build));
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Case { name, guest: folder.join("guest"), builds: description.builds, sessions })
    }

    /// The names of the guest's sources.
    pub(crate) fn sources(&self) -> Vec<String> {
        let files = cases(&self.guest, "").into_iter();
        files.filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect()
    }
}
