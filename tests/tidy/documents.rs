//! Rules about every text: it ends with one newline, and the files and folders that it names exist.
//!
//! When a file moves, a path in a document or a comment becomes wrong without any error. These rules must not judge
//! content: whether a statement about a file is true is for its reader to see.

use crate::{Text, Tree};

/// Texts that are input or output of a program, to the byte.
fn is_data(path: &str) -> bool {
    let ends = [".stdin", ".stdout", ".stderr", ".tree", ".lock"];
    path.contains("/expected/") || path.contains("/fixture/") || ends.iter().any(|end| path.ends_with(end))
}

pub(crate) fn texts_end_with_a_newline(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for text in tree.texts.iter().filter(|text| !is_data(&text.path) && !text.content.is_empty()) {
        let content = &text.content;
        if !content.ends_with('\n') || content.ends_with("\n\n") {
            broken.push(format!("{}: does not end with one newline", text.path));
        }
        let blank = |line: &str| line.ends_with([' ', '\t', '\r']);
        broken.extend(
            text.lines().filter(|(_, line)| blank(line)).map(|(number, _)| text.at(number, "ends with white space")),
        );
    }
    broken
}

/// Words that promise something; each has to say which issue keeps the promise, as in `WORD(#12)`.
pub(crate) fn nothing_is_left_to_do_without_an_issue(tree: &Tree) -> Vec<String> {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
    let mut broken = Vec::new();
    for text in tree.texts.iter().filter(|text| !is_data(&text.path)) {
        for (number, line) in text.lines() {
            for (offset, word) in words.iter().flat_map(|word| line.match_indices(word)) {
                let (before, after) = (&line[..offset], &line[offset + word.len()..]);
                let is_word = !before.ends_with(is_word_character) && !after.starts_with(is_word_character);
                if is_word && !after.starts_with("(#") {
                    broken.push(text.at(number, "names no issue"));
                }
            }
        }
    }
    broken
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Links, and paths in code spans, of Markdown files.
pub(crate) fn documents_name_what_exists(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for text in tree.files("", ".md").filter(|text| !is_data(&text.path)) {
        let folder = text.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut in_block = false;
        for (number, line) in text.lines() {
            in_block ^= line.trim_start().starts_with("```");
            if in_block {
                continue;
            }
            let missing = |path: &&str| !exists(tree, folder, path);
            let paths = links(line).chain(code_spans(line).filter(|span| is_path(tree, span)));
            broken.extend(paths.filter(missing).map(|path| text.at(number, &format!("{path} does not exist"))));
        }
    }
    broken
}

/// Targets of links that lead to files.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next());
    targets.filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"))
}

fn code_spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether a code span can only be meant as a path of this repository: it begins with the name of a folder at the root.
fn is_path(tree: &Tree, span: &str) -> bool {
    let spelled = |character: char| is_word_character(character) || "/.-".contains(character);
    let Some((first, _)) = span.split_once('/') else { return false };
    span.chars().all(spelled) && tree.paths.iter().any(|path| path == first)
}

fn exists(tree: &Tree, folder: &str, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    tree.root.join(folder).join(path).exists() || tree.root.join(path).exists()
}

/// Paths in comments: from the root on, as `tests/real`; or of a file, from any folder on, as `translate/address.rs`.
pub(crate) fn comments_name_what_exists(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for text in &tree.texts {
        let Some((_, mark)) = COMMENTS.iter().find(|(end, _)| text.path.ends_with(end)) else { continue };
        for (number, line) in text.lines() {
            let Some((_, comment)) = line.split_once(mark) else { continue };
            for span in code_spans(comment).filter(|span| is_file(span) || is_path(tree, span)) {
                let (path, ending) = (span.trim_end_matches('/'), format!("/{span}"));
                if !tree.paths.iter().any(|known| known == path || known.ends_with(&ending)) {
                    broken.push(text.at(number, &format!("{span} does not exist")));
                }
            }
        }
    }
    broken
}

/// How comments begin, by the end of a file's name.
const COMMENTS: [(&str, &str); 8] = [
    (".rs", "//"),
    (".c", "//"),
    (".h", "//"),
    (".toml", "#"),
    (".sh", "#"),
    (".txt", "#"),
    (".session", "#"),
    (".wat", ";;"),
];

/// Whether a code span can only be meant as a file of this repository.
fn is_file(span: &str) -> bool {
    let spelled = |character: char| is_word_character(character) || "/.-".contains(character);
    let ends = [".rs", ".toml", ".md", ".session"];
    span.chars().all(spelled) && ends.iter().any(|end| span.len() > end.len() && span.ends_with(end))
}

/// The path of this checkout, and folders of users' homes.
pub(crate) fn no_path_of_a_developer(tree: &Tree) -> Vec<String> {
    let root = format!("{}/", tree.root.display());
    let homes = [concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/ro", "ot/")];
    let names_a_home = |line: &str| {
        let found = homes.iter().flat_map(|home| line.match_indices(home));
        found
            .into_iter()
            .any(|(offset, _)| !line[..offset].ends_with(|c: char| is_word_character(c) || ".~".contains(c)))
    };
    let names_one = |line: &str| line.contains(&root) || names_a_home(line);
    let mut broken = Vec::new();
    for text in &tree.texts {
        broken.extend(lines(text, names_one).map(|number| text.at(number, "a path of somebody's machine")));
    }
    broken
}

fn lines(text: &Text, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
    text.lines().filter(move |(_, line)| wanted(line)).map(|(number, _)| number)
}
