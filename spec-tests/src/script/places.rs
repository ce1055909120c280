//! Places in the text of a script: line numbers, and the text of a module.
//!
//! The parser gives offsets into the text; reports must give lines.

use wast::token::Span;

use crate::Failure;

/// The offsets at which lines begin.
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    pub(super) fn of(text: &str) -> Lines {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(position, _)| position + 1);
        Lines { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The number of a place's line, from 1.
    pub(super) fn line(&self, span: Span) -> usize {
        self.starts.partition_point(|start| *start <= span.offset())
    }
}

/// The text of the module whose keyword is at this place, with its parentheses.
pub(super) fn module_at(text: &str, keyword: Span) -> Result<&str, Failure> {
    let start = text[..keyword.offset()].rfind('(').ok_or("a module without a parenthesis")?;
    let mut depth = 0;
    for (position, character) in text[start..].char_indices() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth == 0 {
            return Ok(&text[start..=start + position]);
        }
    }
    Err("a module without an end".into())
}
