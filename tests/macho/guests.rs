//! The programs of the suites `wasi`, `sandbox` and `anomaly` as executables for macOS, with the expectations in their
//! headers.
//!
//! The harness for guest programs expects a compiler whose executables run on this machine. Here it gets a script in
//! place of wasmc: the script calls wasmc for the platform and replaces the executable by a script that starts it under
//! the loader. So the harness must not know about macOS.

use super::platform::{Platform, scratch};
use libtest_mimic::Trial;
use serde::Deserialize;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use wasmc_tests::guest::{self, Engine, Program};
use wasmc_tests::{Failure, context, suite_directory, tools, wasmc};

const SUITES: [&str; 3] = ["wasi", "sandbox", "anomaly"];

/// `macho/exceptions.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    #[serde(default)]
    group: Vec<Group>,
}

/// Programs that are not run here, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    /// For the reader.
    #[serde(rename = "reason")]
    _reason: String,
    /// Names of platforms; empty for both.
    #[serde(default)]
    targets: Vec<String>,
    /// Each `SUITE/NAME`.
    programs: Vec<String>,
}

/// One trial for each program that needs no host of its own.
pub(crate) fn trials(platform: Platform) -> Vec<Trial> {
    let excepted = excepted(platform);
    let programs =
        SUITES.into_iter().flat_map(|suite| guest::programs(suite).into_iter().map(move |program| (suite, program)));
    let programs: Vec<(String, Program)> =
        programs.map(|(suite, program)| (format!("{suite}/{}", program.name), program)).collect();
    for name in &excepted {
        assert!(programs.iter().any(|(program, _)| program == name), "macho/exceptions.toml: there is no {name}");
    }
    let plays_no_host = |program: &Program| program.driver.is_none() && program.under.is_empty();
    let programs = programs.into_iter().filter(|(_, program)| plays_no_host(program));
    let trial = |(name, program): (String, Program)| {
        let excepted = excepted.contains(&name);
        let tested = program.clone();
        let test = move || Ok(guest::check(&tested, &Engine::StandIn(stand_in(platform)?.into()))?);
        let trial = Trial::test(name, test).with_kind(platform.target()).with_ignored_flag(excepted);
        tools::unless_ignored(trial, guest::missing_tool(&program))
    };
    programs.map(trial).collect()
}

fn excepted(platform: Platform) -> Vec<String> {
    let path = suite_directory("macho").join("exceptions.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let exceptions: Exceptions = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let is_here =
        |group: &Group| group.targets.is_empty() || group.targets.iter().any(|name| name == platform.target());
    exceptions.group.into_iter().filter(is_here).flat_map(|group| group.programs).collect()
}

/// The script that stands in for a compiler.
fn stand_in(platform: Platform) -> Result<&'static Path, Failure> {
    static SCRIPTS: [OnceLock<Result<PathBuf, Failure>>; 2] = [OnceLock::new(), OnceLock::new()];
    SCRIPTS[platform as usize].get_or_init(|| write_stand_in(platform)).as_deref().map_err(Failure::clone)
}

fn write_stand_in(platform: Platform) -> Result<PathBuf, Failure> {
    let loader = platform.loader()?.display().to_string();
    let start = [platform.emulator().unwrap_or_default(), &loader].join(" ");
    let (wasmc, target) = (wasmc()?.display(), platform.target());
    let script = format!(
        "#!/bin/sh\n\
         for word; do [ \"$previous\" = -o ] && output=$word; previous=$word; done\n\
         {wasmc} \"$@\" --target {target} || exit\n\
         mv \"$output\" \"$output.macho\"\n\
         printf '#!/bin/sh\\nexec {start} --arg0 \"$0\" \"%s\" \"$@\"\\n' \"$output.macho\" >\"$output\"\n\
         chmod +x \"$output\"\n"
    );
    let path = scratch().join(format!("wasmc-for-{target}"));
    context(fs::write(&path, script), path.display())?;
    context(fs::set_permissions(&path, fs::Permissions::from_mode(0o755)), path.display())?;
    Ok(path)
}
