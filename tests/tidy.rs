//! The rules of this project that a program can check. Each rule is a trial that lists the places that break it.
//!
//! A rule that only people check is forgotten. STYLE.md and CONTRIBUTING.md state these rules for people. A rule must
//! read only the files of this repository, except for `history.rs`, which asks git. Exceptions and their reasons are in
//! `tidy/exceptions.toml`; an exception that is no longer needed fails its rule.

#[path = "tidy/comments.rs"]
mod comments;
#[path = "tidy/coverage.rs"]
mod coverage;
#[path = "tidy/documents.rs"]
mod documents;
#[path = "tidy/history.rs"]
mod history;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/sources.rs"]
mod sources;

use libtest_mimic::{Arguments, Trial};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A rule: lists the places that break it, each as one line that begins with a path.
type Rule = fn(&Tree) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("headers_say_what_and_why", comments::headers_say_what_and_why),
    ("safety_comments_stand_alone", comments::safety_comments_stand_alone),
    ("phases_have_no_numbers", comments::phases_have_no_numbers),
    ("sources_have_telling_names", sources::sources_have_telling_names),
    ("sources_belong_to_a_crate", sources::sources_belong_to_a_crate),
    ("modules_know_no_target", sources::modules_know_no_target),
    ("assembly_is_in_arch", sources::assembly_is_in_arch),
    ("system_calls_are_in_their_rooms", sources::system_calls_are_in_their_rooms),
    ("the_host_side_knows_no_version_of_wasi", sources::the_host_side_knows_no_version_of_wasi),
    ("unsafe_is_in_the_runtime", sources::unsafe_is_in_the_runtime),
    ("exceptions_to_lints_have_reasons", sources::exceptions_to_lints_have_reasons),
    ("lines_fit_the_width", sizes::lines_fit_the_width),
    ("files_are_short", sizes::files_are_short),
    ("functions_are_short", sizes::functions_are_short),
    ("texts_end_with_a_newline", documents::texts_end_with_a_newline),
    ("nothing_is_left_to_do_without_an_issue", documents::nothing_is_left_to_do_without_an_issue),
    ("documents_name_what_exists", documents::documents_name_what_exists),
    ("comments_name_what_exists", documents::comments_name_what_exists),
    ("no_path_of_a_developer", documents::no_path_of_a_developer),
    ("every_folder_of_tests_has_a_suite", coverage::every_folder_of_tests_has_a_suite),
    ("every_suite_is_listed", coverage::every_suite_is_listed),
    ("every_operator_is_translated_in_a_golden_file", coverage::every_operator),
    ("every_trap_is_shown", coverage::every_trap),
    ("every_proposal_is_refused_by_name", coverage::every_proposal_is_refused),
    ("commits_say_why", history::commits_say_why),
];

/// The file of exceptions: for each rule, the starts of lines that it lets pass, each with the reason.
const EXCEPTIONS: &str = "tests/tidy/exceptions.toml";

/// Exceptions by the name of their rule.
type Exceptions = BTreeMap<String, BTreeMap<String, String>>;

fn main() {
    let arguments = Arguments::from_args();
    let tree = Arc::new(Tree::read());
    let exceptions = Arc::new(read_exceptions(&tree));
    let mut trials = vec![Trial::test("tidy/exceptions_name_a_rule", {
        let exceptions = Arc::clone(&exceptions);
        move || {
            let unknown = exceptions.keys().find(|name| !RULES.iter().any(|(rule, _)| rule == name));
            unknown.map_or(Ok(()), |name| Err(format!("{EXCEPTIONS}: there is no rule {name}").into()))
        }
    })];
    trials.extend(RULES.iter().map(|&(name, rule)| {
        let (tree, exceptions) = (Arc::clone(&tree), Arc::clone(&exceptions));
        let missing = history::missing_history(&tree.root).filter(|_| name == "commits_say_why");
        let trial = Trial::test(format!("tidy/{name}"), move || {
            let broken = without_exceptions(rule(&tree), exceptions.get(name).unwrap_or(&BTreeMap::new()));
            if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
        });
        match missing {
            None => trial,
            Some(reason) => trial.with_kind(format!("not run: {reason}")).with_ignored_flag(true),
        }
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

fn read_exceptions(tree: &Tree) -> Exceptions {
    let path = tree.root.join(EXCEPTIONS);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{EXCEPTIONS}: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{EXCEPTIONS}: {error}"))
}

/// The lines that no exception lets pass, and the exceptions that let nothing pass.
fn without_exceptions(broken: Vec<String>, exceptions: &BTreeMap<String, String>) -> Vec<String> {
    // A whole path or name, not the start of a longer one.
    let passes = |line: &str, start: &str| {
        line.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ']))
    };
    let stale = exceptions.keys().filter(|start| !broken.iter().any(|line| passes(line, start)));
    let stale: Vec<String> =
        stale.map(|start| format!("{EXCEPTIONS}: nothing needs the exception \"{start}\"")).collect();
    let left = broken.into_iter().filter(|line| !exceptions.keys().any(|start| passes(line, start)));
    left.chain(stale).collect()
}

/// The files of the repository, sorted by path.
struct Tree {
    root: PathBuf,
    /// Those that are text.
    texts: Vec<Text>,
    /// All of them, and all folders, relative to the root.
    paths: Vec<String>,
}

/// One file.
struct Text {
    /// Relative to the root, with `/`.
    path: String,
    content: String,
}

/// Folders that are made and not written.
const MADE: [&str; 4] = ["target", ".git", ".cache", "node_modules"];

impl Tree {
    fn read() -> Tree {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = fs::canonicalize(&root).unwrap_or_else(|error| panic!("{}: {error}", root.display()));
        let mut tree = Tree { root, texts: Vec::new(), paths: Vec::new() };
        tree.visit("");
        tree
    }

    fn visit(&mut self, folder: &str) {
        for path in wasmc_tests::cases(&self.root.join(folder), "") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let relative = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            if MADE.contains(&name.as_str()) || path.is_symlink() {
                continue;
            }
            self.paths.push(relative.clone());
            if path.is_dir() {
                self.visit(&relative);
            } else if let Ok(content) = fs::read_to_string(&path)
                && !content.contains('\0')
            {
                self.texts.push(Text { path: relative, content });
            }
        }
    }

    /// The files whose path begins and ends so.
    fn files(&self, start: &str, end: &str) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(move |text| text.path.starts_with(start) && text.path.ends_with(end))
    }

    /// All Rust sources.
    fn sources(&self) -> impl Iterator<Item = &Text> {
        self.files("", ".rs")
    }
}

impl Text {
    /// The lines, numbered as editors do.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.content.lines())
    }

    /// The lines without their comments, which begin with `//`. A `//` in a string counts as a comment too, so a rule
    /// about code may miss a violation after it, but reports no false one.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
    }

    /// A violation at a line of this file.
    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}
