//! Rules about comments in Rust sources: the header of each file, SAFETY comments, and references to phases.
//!
//! A program cannot judge whether a comment is clear. These rules catch the forms that were unclear each time they
//! appeared. They must not grow into a checker of style: a rule that a good sentence breaks does more harm than use.

use crate::{Text, Tree};

/// The header says what the file is, and also why it exists or what must not happen in it: two sentences at least.
pub(crate) fn headers_say_what_and_why(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for source in tree.sources() {
        let header = header(source);
        if header.is_empty() {
            broken.push(source.at(1, "does not begin with a line of `//!`"));
        } else if sentences(&header) < 2 {
            broken
                .push(source.at(1, "the `//!` says what the file is, but not why it exists or what must not be in it"));
        }
        // "What a thread has to itself" is a riddle; "Per-thread state" is a name.
        if header.starts_with("What ") {
            broken.push(source.at(1, "the `//!` begins with a clause instead of a noun"));
        }
    }
    broken
}

/// The lines of `//!` at the start of a source, as one text.
fn header(source: &Text) -> String {
    let lines = source.content.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// How many sentences a text has, a list after a colon being one of its own.
fn sentences(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.trim_end_matches(['`', ')', '"', '*']).ends_with(['.', ':', '?']))
        .count()
}

/// A SAFETY comment that refers to another one does not say who guarantees what at this place.
pub(crate) fn safety_comments_stand_alone(tree: &Tree) -> Vec<String> {
    const REFERENCES: [&str; 6] = ["as in ", "as for ", "as above", "see above", "likewise", "the same"];
    let mut broken = Vec::new();
    for source in tree.sources() {
        for (number, line) in source.lines() {
            let reason = line.split_once("// SAFETY: ").map(|(_, reason)| reason.to_lowercase());
            if reason.is_some_and(|reason| REFERENCES.iter().any(|reference| reason.starts_with(reference))) {
                broken.push(source.at(number, "refers to another comment instead of naming the guarantor"));
            }
        }
    }
    broken
}

/// The phases of the compiler have names; their numbers changed whenever one was added, and disagreed.
pub(crate) fn phases_have_no_numbers(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for text in tree.sources().chain(tree.files("", ".md")) {
        for (number, line) in text.lines() {
            let line = line.to_lowercase();
            let numbered = line.split("phase ").skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if numbered {
                broken.push(text.at(number, "refers to a phase by number: use its name"));
            }
        }
    }
    broken
}
