//! The text of a module as its source, where the module has neither DWARF nor a source map: a debugger steps through
//! instructions of WebAssembly then.
//!
//! A module that was given as text has its own file; for a binary, a text is made here, which the caller writes beside
//! the program. The same binary must give the same text.

use super::positions::{Position, Positions, SourceFile};
use crate::input;
use crate::module::Module;

/// The start of every text that is made here. A file that starts with it can be overwritten.
pub const TEXT_START: &str = ";; Made by wasmc for debuggers\n";

/// The places of a binary's operators in the text that it was assembled from, a file at `path`.
pub(super) fn own<'a>(text: &str, binary: &[u8], path: &'a str) -> Option<Positions<'a>> {
    let rows = input::positions(text, binary)?;
    let rows = rows.into_iter().map(|(offset, line, column)| Position { offset, file: 0, line, column });
    Some(positions(path, rows.collect()))
}

/// The text of a binary, and the places of its operators in it, a file at `path`.
pub(super) fn disassemble<'a>(module: &Module<'_>, binary: &[u8], path: &'a str) -> Option<(String, Positions<'a>)> {
    let mut printed = String::new();
    // The binary is valid, so this fails only if the printer does not know an instruction.
    let mut printer = wasmprinter::Config::new();
    let lines = printer.indent_text(" ").offsets_and_lines(binary, &mut printed).ok()?;
    let code = module.code_start..module.bodies.iter().next_back().map_or(0, |(_, body)| body.range().end);
    let mut text = TEXT_START.to_owned();
    let mut rows: Vec<Position> = Vec::new();
    for ((offset, line), number) in lines.zip(TEXT_START.lines().count() as u32 + 1..) {
        let operator = line.trim_start();
        let indent = (line.len() - operator.len()).min(INDENT_MAX);
        text.push_str(&line[..indent]);
        text.push_str(operator);
        // The first line of a function has the offset of its body. Declarations of locals are no operators.
        if let Some(offset) = offset.filter(|offset| code.contains(offset) && !operator.starts_with("(local ")) {
            rows.push(Position { offset, file: 0, line: number, column: indent as u32 + 1 });
        }
    }
    Some((text, positions(path, rows)))
}

/// Blocks are not indented deeper. Compilers that turn jumps into blocks nest hundreds of them, and most of their text
/// would be spaces: 70 of 113 MB for a Go program of 8 MB.
const INDENT_MAX: usize = 16;

fn positions(path: &str, rows: Vec<Position>) -> Positions<'_> {
    let (directory, name) = path.rsplit_once('/').unwrap_or((".", path));
    let directory = if directory.is_empty() { "/" } else { directory };
    Positions { directory: directory.into(), files: vec![SourceFile { name: name.into(), contents: None }], rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::Proposals;
    use crate::module;

    const TEXT: &str = "(module\n (func $empty)\n (func $f (param i32) (result i32)\n  (local i64)\n  local.get 0\n  \
                        (if (then\n   nop))\n  local.get 0\n  i32.const 1\n  i32.add))\n";

    /// The lines to which the operators of the bodies belong, with the first lines of the bodies.
    fn lines(text: &str, rows: &[Position]) -> Vec<String> {
        let line = |row: &Position| text.lines().nth(row.line as usize - 1).unwrap_or_default().trim().to_owned();
        rows.iter().map(line).collect()
    }

    #[test]
    fn each_operator_has_its_line_in_the_text_that_is_made() {
        let binary = input::binary(TEXT.as_bytes()).expect("text");
        let module = module::parse(&binary, Proposals::all(), &()).expect("valid");
        let (text, positions) = disassemble(&module, &binary, "/build/app.wat").expect("printable");
        assert!(text.starts_with(TEXT_START));
        assert_eq!((&*positions.directory, &*positions.files[0].name), ("/build", "app.wat"));
        let head = "(func $f (;1;) (type 1) (param i32) (result i32)";
        assert_eq!(
            lines(&text, &positions.rows),
            [
                "(func $empty (;0;) (type 0))",
                head,
                "local.get 0",
                "if ;; label = @1",
                "nop",
                "end",
                "local.get 0",
                "i32.const 1",
                "i32.add",
                ")"
            ]
        );
        for (_, body) in module.bodies.iter() {
            assert!(positions.rows.iter().any(|row| row.offset == body.range().start));
        }
    }

    #[test]
    fn a_module_in_text_is_its_own_source() {
        let binary = input::binary(TEXT.as_bytes()).expect("text");
        let positions = own(TEXT, &binary, "app.wat").expect("text");
        assert_eq!(positions.directory, ".");
        let found: Vec<_> = positions.rows.iter().map(|row| (row.line, row.column)).collect();
        let expected = [(2, 3), (2, 3), (3, 3), (5, 3), (6, 4), (7, 4), (7, 8), (8, 3), (9, 3), (10, 3), (10, 3)];
        assert_eq!(found, expected);
    }
}
