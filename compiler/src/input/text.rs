//! WebAssembly text: assembled to a binary, and back from an offset in that binary to the line that it comes from.
//!
//! Everything after this works on binaries, whose offsets mean nothing to somebody who wrote text. So an error is given
//! its line here, by reading the text once more; a module that compiles is never read twice.

use std::fmt;

use wasmparser::{Parser, Payload};
use wast::Wat;
use wast::core::{Func, FuncKind, ModuleField, ModuleKind};
use wast::parser::{self, ParseBuffer};
use wast::token::Span;

use crate::error::{Error, Result};

/// A place in WebAssembly text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPosition {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// The whole line; empty if it is too long to be shown.
    pub source: String,
}

/// Characters of a line that can be shown as a whole.
const LINE_CHARACTERS_MAX: usize = 500;

impl TextPosition {
    fn new(text: &str, span: Span) -> TextPosition {
        let (line, column) = span.linecol_in(text);
        let source = text.lines().nth(line).filter(|source| source.chars().count() <= LINE_CHARACTERS_MAX);
        TextPosition { line: line + 1, column: column + 1, source: source.unwrap_or_default().replace('\t', " ") }
    }
}

impl fmt::Display for TextPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// The binary that text means.
///
/// # Errors
/// [`Error::InText`] when it is no WebAssembly text.
pub(super) fn assemble(text: &str) -> Result<Vec<u8>> {
    let buffer = ParseBuffer::new(text);
    let binary = buffer.and_then(|buffer| parser::parse::<Wat<'_>>(&buffer).and_then(|mut wat| wat.encode()));
    binary.map_err(|error| {
        let is_text = text.trim_start().starts_with(['(', ';']);
        let hint = "the file does not look like WebAssembly text; give a .wasm binary or .wat text";
        let invalid =
            Error::Invalid { message: error.message(), offset: None, hint: (!is_text).then(|| hint.to_owned()) };
        Error::InText { error: Box::new(invalid), position: TextPosition::new(text, error.span()) }
    })
}

/// Where in the text an offset of its binary comes from, if it is that of an instruction.
pub(super) fn position(text: &str, binary: &[u8], offset: u64) -> Option<TextPosition> {
    let (function, instruction) = instruction_at(binary, offset)?;
    let mut buffer = ParseBuffer::new(text).ok()?;
    buffer.track_instr_spans(true);
    let Ok(Wat::Module(module)) = parser::parse::<Wat<'_>>(&buffer) else { return None };
    let ModuleKind::Text(fields) = module.kind else { return None };
    let functions = fields.iter().filter_map(|field| match field {
        ModuleField::Func(Func { span, kind: FuncKind::Inline { expression, .. }, .. }) => Some((span, expression)),
        _ => None,
    });
    let (span, expression) = { functions }.nth(function)?;
    let spans = expression.instr_spans.as_deref().unwrap_or_default();
    // The `end` of a function is written as a parenthesis: the instruction before it stands for it.
    let span = spans.get(instruction).or(spans.last()).unwrap_or(span);
    Some(TextPosition::new(text, *span))
}

/// Where the operators of a binary come from in the text that it was assembled from: of each operator the offset in the
/// binary, and line and column, both from 1. A body itself, at the offset of its locals, has the place of its function.
/// In order of the offsets.
pub(crate) fn positions(text: &str, binary: &[u8]) -> Option<Vec<(u64, u32, u32)>> {
    let mut buffer = ParseBuffer::new(text).ok()?;
    buffer.track_instr_spans(true);
    let Ok(Wat::Module(module)) = parser::parse::<Wat<'_>>(&buffer) else { return None };
    let ModuleKind::Text(fields) = module.kind else { return None };
    let functions = fields.iter().filter_map(|field| match field {
        ModuleField::Func(Func { span, kind: FuncKind::Inline { expression, .. }, .. }) => Some((span, expression)),
        _ => None,
    });
    let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let place = |span: &Span| {
        let line = lines.partition_point(|start| *start <= span.offset());
        let start = lines.get(line.wrapping_sub(1)).copied().unwrap_or_default();
        (line as u32, (span.offset() - start) as u32 + 1)
    };
    let bodies = Parser::new(0).parse_all(binary).filter_map(|payload| match payload {
        Ok(Payload::CodeSectionEntry(body)) => Some(body),
        _ => None,
    });
    let mut positions = Vec::new();
    for (body, (head, expression)) in bodies.zip(functions) {
        let (line, column) = place(head);
        positions.push((body.range().start, line, column));
        let spans = expression.instr_spans.as_deref().unwrap_or_default();
        let mut operators = body.get_operators_reader().ok()?;
        let mut instructions = spans.iter();
        while !operators.eof() {
            let offset = operators.original_position();
            operators.read().ok()?;
            // The `end` of a function is written as a parenthesis: the instruction before it stands for it.
            let (line, column) = place(instructions.next().or(spans.last()).unwrap_or(head));
            positions.push((offset, line, column));
        }
    }
    Some(positions)
}

/// The function, by its position in the code section, and the instruction in it, by its position there.
fn instruction_at(binary: &[u8], offset: u64) -> Option<(usize, usize)> {
    let bodies = Parser::new(0).parse_all(binary).filter_map(|payload| match payload {
        Ok(Payload::CodeSectionEntry(body)) => Some(body),
        _ => None,
    });
    let (function, body) = bodies.enumerate().find(|(_, body)| body.range().contains(&offset))?;
    let mut operators = body.get_operators_reader().ok()?;
    let mut instruction = 0;
    while !operators.eof() {
        if operators.original_position() >= offset {
            return Some((function, instruction));
        }
        operators.read().ok()?;
        instruction += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// What compiling the text says, as `line:column` and the message.
    fn refusal(text: &str) -> String {
        match crate::compile(text.as_bytes(), &Options::default(), &()) {
            Err(Error::InText { error, position }) => {
                let source = position.source.trim();
                format!("{}:{}: {error} [{source}]", position.line, position.column)
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn an_error_of_the_text_has_its_place() {
        let refused = refusal("(module\n  (func (i32.const)))");
        assert!(refused.starts_with("2:19: invalid WebAssembly: expected a i32"), "{refused}");
        assert!(refused.ends_with("[(func (i32.const)))]"), "{refused}");
    }

    #[test]
    fn an_error_of_the_validator_has_its_place() {
        let start = |text: &str| refusal(text).split(' ').next().unwrap_or_default().to_owned();
        let imported = "(module (import \"a\" \"b\" (func))\n(func)\n";
        assert_eq!(start(&format!("{imported}(func\n  (i32.add (i32.const 1)\n   (i64.const 2)) drop))")), "4:4:");
        assert_eq!(start(&format!("{imported}(func nop\n i32.const 1))")), "4:2:", "the end of a function");
        assert_eq!(start(&format!("{imported}(func (result i32)))")), "3:2:", "a function without instructions");
        assert_eq!(start("(module (func\n (v128.const i32x4 0 0 0 0)))"), "2:3:");
        assert_eq!(start("(module (memory i64 1) (func\n\t(i31.get_s (ref.i31 (i32.const 1))) drop))"), "2:14:");
    }

    #[test]
    fn an_error_outside_of_code_has_no_place() {
        let error = crate::compile(b"(module (start 7))", &Options::default(), &()).expect_err("there is no function");
        assert!(matches!(error, Error::Invalid { .. }), "{error}");
        let binary = wast_binary("(module (func i32.add))");
        let error = crate::compile(&binary, &Options::default(), &()).expect_err("nothing to add");
        assert!(matches!(error, Error::Invalid { .. }), "{error}");
    }

    fn wast_binary(text: &str) -> Vec<u8> {
        assemble(text).expect("text")
    }
}
