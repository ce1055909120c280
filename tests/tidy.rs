//! The rules of the house that a program can check, each a trial that lists what breaks it.
//!
//! A rule reads the files of this repository and nothing else. One that needs an exception names it with its reason,
//! here, and an exception that is no longer needed breaks the rule as well.

#[path = "tidy/coverage.rs"]
mod coverage;
#[path = "tidy/documents.rs"]
mod documents;
#[path = "tidy/sources.rs"]
mod sources;

use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A rule: gives what breaks it, each as one line that begins with a path.
type Rule = fn(&Tree) -> Vec<String>;

const RULES: [(&str, Rule); 20] = [
    ("sources_say_what_they_are", sources::sources_say_what_they_are),
    ("sources_have_telling_names", sources::sources_have_telling_names),
    ("sources_belong_to_a_crate", sources::sources_belong_to_a_crate),
    ("modules_know_no_target", sources::modules_know_no_target),
    ("assembly_is_in_arch", sources::assembly_is_in_arch),
    ("system_calls_are_in_their_rooms", sources::system_calls_are_in_their_rooms),
    ("the_host_side_knows_no_version_of_wasi", sources::the_host_side_knows_no_version_of_wasi),
    ("unsafe_is_in_the_runtime", sources::unsafe_is_in_the_runtime),
    ("exceptions_to_lints_have_reasons", sources::exceptions_to_lints_have_reasons),
    ("files_are_short", sources::files_are_short),
    ("functions_are_short", sources::functions_are_short),
    ("texts_end_with_a_newline", documents::texts_end_with_a_newline),
    ("nothing_is_left_to_do_without_an_issue", documents::nothing_is_left_to_do_without_an_issue),
    ("documents_name_what_exists", documents::documents_name_what_exists),
    ("comments_name_what_exists", documents::comments_name_what_exists),
    ("no_path_of_a_developer", documents::no_path_of_a_developer),
    ("every_folder_of_tests_has_a_suite", coverage::every_folder_of_tests_has_a_suite),
    ("every_operator_is_translated_in_a_golden_file", coverage::every_operator),
    ("every_trap_is_shown", coverage::every_trap),
    ("every_proposal_is_refused_by_name", coverage::every_proposal_is_refused),
];

fn main() {
    let arguments = Arguments::from_args();
    let tree = Arc::new(Tree::read());
    let trials = RULES.into_iter().map(|(name, rule)| {
        let tree = Arc::clone(&tree);
        Trial::test(format!("tidy/{name}"), move || {
            let broken = rule(&tree);
            if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
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

    /// The lines without what stands behind `//`. A `//` in a string counts as well: for rules that look for code, that
    /// errs on the side of silence.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
    }

    /// A violation at a line of this file.
    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}
