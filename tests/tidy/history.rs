//! The rule about commits: since [`FIRST`], history is linear and the body of each commit says why it was made.
//!
//! `git bisect`, `git blame` and the changelog depend on this, and history cannot be corrected later. The rule needs a
//! clone with its history. In an archive of the sources or a shallow clone it must not pass: its trial is listed as not
//! run, with the reason.

use crate::Tree;
use std::path::Path;
use wasmc_tests::Process;

/// The last commit to which the rule does not apply.
const FIRST: &str = "28f477c353a9";

/// The longest title that `git log --oneline` and mail show whole.
const TITLE_CHARACTERS_MAX: usize = 72;

/// Why the history of this folder cannot be read, if that is so.
pub(crate) fn missing_history(root: &Path) -> Option<&'static str> {
    if !root.join(".git").exists() {
        return Some("these sources are no clone");
    }
    let shallow = git(root, &["rev-parse", "--is-shallow-repository"]);
    shallow.is_ok_and(|answer| answer.trim() == "true").then_some("the clone is shallow: git fetch --unshallow")
}

pub(crate) fn commits_say_why(tree: &Tree) -> Vec<String> {
    let format = "--format=%h%x00%P%x00%s%x00%b%x01";
    match git(&tree.root, &["log", format, &format!("{FIRST}..HEAD")]) {
        Ok(log) => log.split('\u{1}').filter_map(|commit| judge(commit.trim_start())).collect(),
        Err(failure) => vec![failure],
    }
}

/// The rule that a commit breaks, if any.
fn judge(commit: &str) -> Option<String> {
    let [hash, parents, title, body] = commit.splitn(4, '\0').collect::<Vec<_>>().try_into().ok()?;
    let unfinished = ["wip", "fixup!", "squash!", "work in progress"];
    let what = if parents.contains(' ') {
        "is a merge: rebase instead"
    } else if title.chars().count() > TITLE_CHARACTERS_MAX {
        "has a title over 72 characters"
    } else if unfinished.iter().any(|word| title.to_lowercase().starts_with(word)) {
        "is unfinished work"
    } else if body.trim().is_empty() {
        "has no body that says why"
    } else {
        return None;
    };
    Some(format!("commit {hash}: {what} ({title})"))
}

fn git(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Process::new("git").inherit_all().args(arguments).directory(root).succeed();
    output.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
