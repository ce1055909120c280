//! WebAssembly text: assembled to a binary, and back from an offset in that binary to the line that it comes from.
//!
//! Everything after this works on binaries, whose offsets mean nothing to somebody who wrote text. So an error is given
//! its line here, by reading the text once more; a module that compiles is never read twice.

use std::{fmt, iter};

use wasmparser::{FunctionBody, Parser, Payload};
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
    with_bodies(text, binary, |bodies| {
        let body = bodies.into_iter().find(|body| body.binary.range().contains(&offset))?;
        let (_, span) = body.operators().find(|(at, _)| *at >= offset)?;
        Some(TextPosition::new(text, span))
    })
}

/// Where the operators of a binary come from in the text that it was assembled from: of each operator the offset in the
/// binary, and line and column, both from 1. A body itself, at the offset of its locals, has the place of its function.
/// In order of the offsets.
pub(crate) fn positions(text: &str, binary: &[u8]) -> Option<Vec<(u64, u32, u32)>> {
    let lines: Vec<usize> = iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let place = |span: Span| {
        let line = lines.partition_point(|start| *start <= span.offset());
        let start = lines.get(line.wrapping_sub(1)).copied().unwrap_or_default();
        (line as u32, (span.offset() - start) as u32 + 1)
    };
    with_bodies(text, binary, |bodies| {
        let mut positions = Vec::new();
        for body in bodies {
            let head = (body.binary.range().start, body.head);
            positions.extend(iter::once(head).chain(body.operators()).map(|(offset, span)| {
                let (line, column) = place(span);
                (offset, line, column)
            }));
        }
        Some(positions)
    })
}

/// A body of a binary, and the places of its function and of its instructions in the text.
struct Body<'b> {
    binary: FunctionBody<'b>,
    head: Span,
    instructions: &'b [Span],
}

impl Body<'_> {
    /// The operators up to the first that cannot be read: of each the offset in the binary, and the place in the text.
    fn operators(&self) -> impl Iterator<Item = (u64, Span)> {
        let mut reader = self.binary.get_operators_reader().ok();
        let mut instructions = self.instructions.iter();
        iter::from_fn(move || {
            let operators = reader.as_mut().filter(|operators| !operators.eof())?;
            let offset = operators.original_position();
            if operators.read().is_err() {
                reader = None;
            }
            // The `end` of a function is written as a parenthesis: the instruction before it stands for it.
            let span = instructions.next().or(self.instructions.last()).copied().unwrap_or(self.head);
            Some((offset, span))
        })
    }
}

/// Reads the text again, with places, and calls `examine` with the bodies, in order.
fn with_bodies<R>(text: &str, binary: &[u8], examine: impl FnOnce(Vec<Body<'_>>) -> Option<R>) -> Option<R> {
    let mut buffer = ParseBuffer::new(text).ok()?;
    buffer.track_instr_spans(true);
    let Ok(Wat::Module(module)) = parser::parse::<Wat<'_>>(&buffer) else { return None };
    let ModuleKind::Text(fields) = module.kind else { return None };
    let functions = fields.iter().filter_map(|field| match field {
        ModuleField::Func(Func { span, kind: FuncKind::Inline { expression, .. }, .. }) => Some((*span, expression)),
        _ => None,
    });
    let bodies = Parser::new(0).parse_all(binary).filter_map(|payload| match payload {
        Ok(Payload::CodeSectionEntry(body)) => Some(body),
        _ => None,
    });
    let bodies = bodies.zip(functions).map(|(binary, (head, expression))| {
        let instructions = expression.instr_spans.as_deref().unwrap_or_default();
        Body { binary, head, instructions }
    });
    examine(bodies.collect())
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
