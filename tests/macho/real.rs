//! Programs of the suite `real` as executables for macOS, with the expected files of that suite.
//!
//! Two of them suffice, since the code is that of Linux but for its system calls. The expected files must not be
//! changed for this suite.

use super::platform::Platform;
use libtest_mimic::Trial;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::Duration;
use wasmc_tests::{
    Ending, Failure, Inputs, Module, Recipe, check_file, context, copy_tree, list_tree, suite_directory,
};

/// Which: a small one, and one with function pointers everywhere, much memory and files.
const CASES: [&str; 2] = ["hello", "lua"];

/// As much of a `case.toml` as these need.
#[derive(Clone, Deserialize)]
struct Case {
    module: Recipe,
    #[serde(default)]
    dirs: Vec<String>,
    #[serde(default)]
    env: Vec<String>,
    #[serde(rename = "run")]
    runs: Vec<Run>,
}

#[derive(Clone, Deserialize)]
struct Run {
    name: String,
    calls: Vec<Call>,
}

#[derive(Clone, Deserialize)]
struct Call {
    #[serde(default)]
    args: Vec<String>,
    stdin: Option<String>,
    #[serde(default)]
    env: Vec<String>,
    #[serde(default)]
    status: i32,
}

/// One trial for each case, which is built once and run as often as it says.
pub(crate) fn trials(platform: Platform) -> Vec<Trial> {
    let trial = |name: &'static str| {
        Trial::test(format!("real/{name}"), move || Ok(check(platform, name)?)).with_kind(platform.target())
    };
    CASES.into_iter().map(trial).collect()
}

fn check(platform: Platform, name: &str) -> Result<(), Failure> {
    let suite = suite_directory("real");
    let folder = suite.join(name);
    let text = context(std::fs::read_to_string(folder.join("case.toml")), folder.display())?;
    let case: Case = context(toml::from_str(&text), folder.display())?;
    let module = case.module.make(name, &folder.join("guest"), &Inputs::read(&suite)?)?;
    let place = context(tempfile::tempdir(), "a temporary folder")?;
    let executable = place.path().join(name);
    platform.build(&module.wasm, &case.words(&module), &executable)?;
    case.runs.iter().try_for_each(|run| {
        let checked = check_run(platform, &executable, &folder, run);
        checked.map_err(|failure| format!("{}: {failure}", run.name))
    })
}

impl Case {
    /// More words for `wasmc build`.
    fn words(&self, module: &Module) -> Vec<String> {
        let dirs = self.dirs.iter().flat_map(|dir| ["--dir".into(), module.expand(dir)]);
        dirs.chain(self.env.iter().flat_map(|variable| ["--env".into(), variable.clone()])).collect()
    }
}

fn check_run(platform: Platform, executable: &Path, folder: &Path, run: &Run) -> Result<(), Failure> {
    let work = context(tempfile::tempdir(), "a temporary folder")?;
    copy_tree(&folder.join("fixture"), work.path())?;
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let arg0 = executable.file_name().unwrap_or_default().to_string_lossy();
    for call in &run.calls {
        let mut process = platform.start(executable, &arg0)?.args(&call.args).directory(work.path());
        for variable in &call.env {
            let (name, value) = variable.split_once('=').ok_or("a variable without a value")?;
            process = process.env(name, value);
        }
        if let Some(stdin) = &call.stdin {
            process = process.stdin(context(std::fs::read(folder.join(stdin)), stdin)?);
        }
        let outcome = process.limit(Duration::from_secs(300)).run()?;
        if outcome.ending != Ending::Status(call.status) {
            let stderr = String::from_utf8_lossy(&outcome.stderr);
            return Err(format!(
                "{:?}: expected status {}, came {:?}\n{stderr}",
                call.args, call.status, outcome.ending
            ));
        }
        stdout.extend_from_slice(&outcome.stdout);
        stderr.extend_from_slice(&outcome.stderr);
    }
    let expected = |ending: &str| -> PathBuf { folder.join("expected").join(format!("{}.{ending}", run.name)) };
    let tree = list_tree(&folder.join("fixture"), work.path())?;
    let results = [("stderr", &stderr[..]), ("stdout", &stdout[..]), ("tree", tree.as_bytes())];
    results.into_iter().try_for_each(|(ending, bytes)| check_file(&expected(ending), bytes))
}
