//! Rules about the size of Rust sources: the width of lines, the length of files and of functions.
//!
//! `cargo fmt` leaves comments and long strings as they are and limits neither files nor functions, so these limits
//! need a test. STYLE.md states them for people. A longer file or function is listed in `exceptions.toml` with its
//! reason; the limits here must not grow to make room for one.

use crate::{Text, Tree};
use serde::Deserialize;

/// STYLE.md: "A file has 100 to 350 lines".
const FILE_LINES_MAX: usize = 350;

/// STYLE.md: "a function fits a screen".
const FUNCTION_LINES_MAX: usize = 60;

/// The part of `rustfmt.toml` that a rule needs.
#[derive(Deserialize)]
struct Format {
    max_width: usize,
}

/// Comments and strings too, which `cargo fmt` does not break.
pub(crate) fn lines_fit_the_width(tree: &Tree) -> Vec<String> {
    const FORMAT: &str = "rustfmt.toml";
    let format = tree.files(FORMAT, "").next().map(|text| toml::from_str::<Format>(&text.content));
    let Some(Ok(Format { max_width })) = format else { return vec![format!("{FORMAT}: has no max_width")] };
    let mut broken = Vec::new();
    for source in tree.sources() {
        let wide = source.lines().map(|(number, line)| (number, line.chars().count()));
        let wide = wide.filter(|(_, width)| *width > max_width);
        broken.extend(wide.map(|(number, width)| source.at(number, &format!("{width} columns, over {max_width}"))));
    }
    broken
}

pub(crate) fn files_are_short(tree: &Tree) -> Vec<String> {
    let lengths = tree.sources().map(|source| (source, source.content.lines().count()));
    let long = lengths.filter(|(_, lines)| *lines > FILE_LINES_MAX);
    long.map(|(source, lines)| format!("{}: has {lines} lines, over {FILE_LINES_MAX}", source.path)).collect()
}

pub(crate) fn functions_are_short(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for source in tree.sources() {
        let long = function_lengths(source).into_iter().filter(|(_, lines)| *lines > FUNCTION_LINES_MAX);
        let path = &source.path;
        broken.extend(
            long.map(|(name, lines)| format!("{path}: fn {name} has {lines} lines, over {FUNCTION_LINES_MAX}")),
        );
    }
    broken
}

/// Functions of a formatted source with their lengths: each ends at a brace in the column in which it begins.
fn function_lengths(source: &Text) -> Vec<(&str, usize)> {
    let mut lengths = Vec::new();
    let lines: Vec<&str> = source.content.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let Some((before, after)) = line.split_once("fn ") else { continue };
        let is_item = before.split_whitespace().all(|word| {
            word.starts_with("pub") || ["const", "extern", "\"C\"", "\"sysv64\"", concat!("un", "safe")].contains(&word)
        });
        let Some((name, _)) = after.split_once(['(', '<']).filter(|_| is_item) else { continue };
        let end = lines[start..].iter().position(|line| line.trim_end() == format!("{}}}", " ".repeat(indent)));
        let one_line = line.ends_with(['}', ';']);
        lengths.push((name, end.filter(|_| !one_line).map_or(1, |end| end + 1)));
    }
    lengths
}
