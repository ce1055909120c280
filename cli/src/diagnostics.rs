//! Messages for people: `error:`, `warning:`, `hint:` and `note:` lines on stderr. No other file writes messages.
//!
//! Text from modules and paths must pass through [`escape`], so that a name can neither control the terminal nor look
//! like a message of its own. Color must not be the only sign of anything: it marks the label, which is a word.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use wasmc_compiler::TextPosition;

/// The failure of a command, and the status with which wasmc ends.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    hint: Option<String>,
    status: u8,
}

impl Failure {
    /// A failure with status 1. `message` may have several lines; the caller must escape names in it that may contain
    /// line breaks.
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), hint: None, status: 1 }
    }

    /// An invalid command line: status 2.
    pub(crate) fn usage(message: impl Into<String>) -> Failure {
        Failure { status: 2, ..Failure::new(message) }
    }

    /// Adds a hint: what to do next.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Failure {
        Failure { hint: Some(hint.into()), ..self }
    }

    /// Adds a hint, if there is one.
    pub(crate) fn maybe_hint(self, hint: Option<String>) -> Failure {
        Failure { hint, ..self }
    }

    /// A failure to write data to stdout.
    pub(crate) fn stdout(error: &io::Error) -> Failure {
        Failure::new(format!("cannot write to standard output: {}", reason(error)))
    }

    /// The failure for an error of the library about the input of this name.
    pub(crate) fn library(input: &str, error: &wasmc_compiler::Error) -> Failure {
        use wasmc_compiler::Error;
        let message = match error {
            // These names come from the module. Each is escaped alone, so that a line break in a name stays inside it.
            Error::UnknownImports(imports) => {
                let list: String = imports.iter().map(|import| format!("\n  {}", escape(import))).collect();
                format!("{input}: nothing provides {} of the module's imports:{list}", imports.len())
            }
            Error::InText { error, position } => format!("{input}: {error}{}", excerpt(input, position)),
            Error::Options { .. } => error.to_string(),
            _ => format!("{input}: {error}"),
        };
        Failure::new(message).maybe_hint(error.hint())
    }

    /// Its text.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Shows it on stderr.
    pub(crate) fn print(&self) {
        print_labelled(Label::Error, &self.message);
        if let Some(hint) = &self.hint {
            print_labelled(Label::Hint, hint);
        }
    }

    /// The exit status of wasmc.
    pub(crate) fn status(&self) -> ExitCode {
        ExitCode::from(self.status)
    }
}

/// A line of a module's text with a mark under the place of an error, in the form of most compilers.
fn excerpt(input: &str, position: &TextPosition) -> String {
    let (line, column) = (position.line, position.column);
    let file = input.trim_matches('\'');
    let number = format!("{line:>5}");
    let (margin, indent) = (" ".repeat(number.len()), " ".repeat(column - 1));
    let arrow = format!("\n{margin}--> {file}:{line}:{column}");
    match position.source.as_str() {
        "" => arrow,
        source => format!("{arrow}\n{margin} |\n{number} | {source}\n{margin} | {indent}^"),
    }
}

/// Shows something that the user should know although the command succeeds.
pub(crate) fn warning(message: &str) {
    print_labelled(Label::Warning, message);
}

/// Shows something that the user asked for.
pub(crate) fn note(message: &str) {
    print_labelled(Label::Note, message);
}

/// Shows text without a label, for example a table. Text from modules in it must be escaped already.
pub(crate) fn plain(text: &str) {
    // If stderr is closed, there is no place for a message about it.
    let _ = io::stderr().write_all(text.as_bytes());
}

#[derive(Clone, Copy)]
enum Label {
    Error,
    Warning,
    Hint,
    Note,
}

fn print_labelled(label: Label, message: &str) {
    let (word, color) = match label {
        Label::Error => ("error", "\x1b[1;31m"),
        Label::Warning => ("warning", "\x1b[1;33m"),
        Label::Hint => ("hint", "\x1b[1;36m"),
        Label::Note => ("note", "\x1b[1m"),
    };
    let (before, after) = if color_wanted() { (color, "\x1b[0m") } else { ("", "") };
    plain(&format!("{before}{word}{after}: {}\n", escape_lines(message)));
}

/// Whether to use color: only on a terminal that has colors, and only if the user did not refuse it (no-color.org).
fn color_wanted() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Escapes text whose line breaks come from wasmc. Lines after the first are indented, so that none looks like a
/// message of its own.
fn escape_lines(text: &str) -> String {
    let mut lines = text.trim_end().split('\n');
    let mut shown = escape(lines.next().unwrap_or_default());
    for line in lines {
        let indent = if line.starts_with(' ') || line.is_empty() { "" } else { "  " };
        let _ = write!(shown, "\n{indent}{}", escape(line));
    }
    shown
}

/// Text that is safe to show: control characters and those that reorder text are written as escapes.
pub(crate) fn escape(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// JSON whose strings are safe to show. Outside of strings, line breaks are the only such characters in JSON.
pub(crate) fn escape_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hidden(character) && character != '\n' {
            let _ = write!(shown, "\\u{:04x}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Control characters, line separators and the bidirectional formatting characters (Unicode annex 9, section 2).
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A path in quotes; bytes that are no UTF-8 are written as escapes.
pub(crate) fn quoted(path: &Path) -> String {
    let mut shown = String::from("'");
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        shown.push_str(&escape(chunk.valid()));
        for byte in chunk.invalid() {
            let _ = write!(shown, "\\x{byte:02x}");
        }
    }
    shown.push('\'');
    shown
}

/// The system's message for an error, without the number that Rust adds.
pub(crate) fn reason(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn nothing_in_a_name_reaches_the_terminal_raw() {
        assert_eq!(escape("a\x1b[31m\u{202e}b\r\u{9b}é"), "a\\u{1b}[31m\\u{202e}b\\r\\u{9b}é");
        assert_eq!(quoted(Path::new(OsStr::from_bytes(b"a\xff\nb"))), "'a\\xff\\nb'");
    }

    #[test]
    fn a_line_of_a_message_cannot_pass_for_another_message() {
        assert_eq!(escape_lines("bad name 'x\nerror: all is lost'"), "bad name 'x\n  error: all is lost'");
        assert_eq!(escape_lines("list:\n  a\n  b\n"), "list:\n  a\n  b");
    }

    #[test]
    fn unknown_imports_are_listed_with_their_names_escaped() {
        let error = wasmc_compiler::Error::UnknownImports(vec!["a.b".into(), "a.c\nhint: run me".into()]);
        let failure = Failure::library("'x'", &error);
        assert_eq!(failure.message(), "'x': nothing provides 2 of the module's imports:\n  a.b\n  a.c\\nhint: run me");
    }
}
