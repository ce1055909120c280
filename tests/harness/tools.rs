//! Tools of the host that tests need: whether one is installed, and the command that installs it.
//!
//! The `packages.txt` files of the suites are the only list of Debian packages; `test.sh` installs them, and the
//! messages here name them. A test whose tool is missing must fail with that command. If it were skipped, `cargo test`
//! would be green on a machine where half of the suites cannot run. A user who accepts this sets [`IGNORE_VARIABLE`];
//! then each test that is left out shows the reason in front of its name.

use crate::{Failure, suite_directory};
use libtest_mimic::Trial;
use std::path::{Path, PathBuf};

/// `WASMC_IGNORE_MISSING_TOOLS=1` leaves out the trials of guest programs whose compiler, or whose strace, is missing.
pub const IGNORE_VARIABLE: &str = "WASMC_IGNORE_MISSING_TOOLS";

/// Finds a program as a shell would.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut candidates = std::env::split_paths(&path).map(|folder| folder.join(name));
    if name.contains('/') {
        Some(name.into()).filter(|path: &PathBuf| path.exists())
    } else {
        candidates.find(|path| path.exists())
    }
}

/// Says that a program is missing, and how to install it.
pub fn missing(name: &str) -> Failure {
    let package = package(name).unwrap_or_else(|| name.into());
    format!("{name} is missing: apt-get install {package}")
}

/// The Debian package of a program, by the lists of all suites: the one that is known by a file of this name.
fn package(name: &str) -> Option<String> {
    let name = Path::new(name).file_name()?;
    let suites = crate::cases(&suite_directory(""), "").into_iter().chain([suite_directory("../spec-tests")]);
    let lists = suites.filter_map(|suite| std::fs::read_to_string(suite.join("packages.txt")).ok());
    let lines: Vec<(String, PathBuf)> = lists.flat_map(|list| packages(&list)).collect();
    lines.into_iter().find(|(_, proof)| proof.file_name() == Some(name)).map(|(package, _)| package)
}

/// The packages of a list, each with the file that shows that it is installed.
pub fn packages(list: &str) -> Vec<(String, PathBuf)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(package, proof)| (package.into(), proof.trim().into()))
        .collect()
}

/// A trial that needs something which may be missing. It fails by itself then, unless the user asked to leave it out.
pub fn unless_ignored(trial: Trial, missing: Option<&str>) -> Trial {
    let ignored = std::env::var_os(IGNORE_VARIABLE).is_some_and(|value| value == "1");
    match missing {
        Some(tool) if ignored => not_run(trial, &format!("no {tool}")),
        _ => trial,
    }
}

/// A trial that is listed and never counts as passed. The reason stands in front of its name.
pub fn not_run(trial: Trial, reason: &str) -> Trial {
    trial.with_kind(format!("not run: {reason}")).with_ignored_flag(true)
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn the_package_of_a_program_is_named() {
        assert_eq!(missing("strace"), "strace is missing: apt-get install strace");
        assert_eq!(missing("qemu-aarch64"), "qemu-aarch64 is missing: apt-get install qemu-user");
        assert_eq!(missing("/usr/bin/llvm-nm-19"), "/usr/bin/llvm-nm-19 is missing: apt-get install llvm-19");
        assert_eq!(missing("unheard-of"), "unheard-of is missing: apt-get install unheard-of");
    }
}
