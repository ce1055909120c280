//! The C header of an object or a library, which a host program includes to call the exports. It is C99 and C++.
//!
//! Names from the module appear only in comments and in a coded form in identifiers. No name may end a comment or form
//! any other token: [`quoted`] is the only way into a comment.

use std::fmt::{Display, Write};

use wasmc_abi::symbols::INSTANTIATE;
use wasmparser::{FuncType, ValType};

use crate::module::Program;
use crate::plan::library::{Export, Library, LibraryFunction};

/// The start of every header, by which a header made by wasmc is recognized.
pub const HEADER_START: &str = "/* The exports of a WebAssembly module, for C and C++. Made by wasmc; do not edit.\n";

/// The lines after that: the rules for a host program, here because its author reads this file.
const START: &str = "\
\x20*
 * A program contains one such module, once. It is not for several threads: call everything from the thread that
 * instantiates. The functions run on a stack of the module's own, so none may be called while another one runs, from a
 * signal handler for example, and none can be left by longjmp or a C++ exception.
 *
 * A trap ends the process, with a report on stderr and status 134, and so does the module when it exits; what stdio has
 * buffered is not written then. For traps, SIGSEGV, SIGBUS, SIGILL and SIGFPE have handlers on a stack of their own.
 *
 * Names: wasm_ and the name of the export, where Z and two hexadecimal digits stand for each byte that is not a letter,
 * a digit or _, and for Z itself. The functions of a memory end in _data and _bytes; in an exported function of such a
 * name, that last _ is Z5F.
 */
#ifndef WASMC_EXPORTS_H
#define WASMC_EXPORTS_H

#include <stdint.h>

#ifdef __cplusplus
extern \"C\" {
#endif

";

const INSTANTIATE_COMMENT: &str = "\
/* Call this once, before everything else: maps the memories, installs the handlers of traps, and runs the start
 * function and _initialize. argv and envp are those of main, or others, or NULL for none; they end with NULL and stay
 * as they are. What the module sees of them is what its build allows. If anything fails, the process ends with a
 * message. */
";

const END: &str = "
#ifdef __cplusplus
}
#endif

#endif
";

/// Writes the header.
pub(crate) fn header(program: &Program<'_>, library: &Library) -> String {
    let mut text = String::from(HEADER_START) + START;
    text.push_str(INSTANTIATE_COMMENT);
    line(&mut text, format_args!("void {INSTANTIATE}(int argc, char *const *argv, char *const *envp);"));
    for export in &library.functions {
        let ty = program.function_type(export.index);
        line(&mut text, format_args!("\n/* {}: {} */", quoted(&export.name), wasm_type(ty)));
        line(&mut text, format_args!("{}", prototype(&export.symbol, ty)));
    }
    for (position, export) in library.memories.iter().enumerate() {
        memory(&mut text, library, position, export);
    }
    if !library.left_out.is_empty() {
        text.push_str("\n/* Not for C:\n");
        for (name, reason) in &library.left_out {
            line(&mut text, format_args!(" * {} ({reason})", quoted(name)));
        }
        text.push_str(" */\n");
    }
    text.push_str(END);
    text
}

fn memory<I>(text: &mut String, library: &Library, position: usize, export: &Export<I>) {
    line(
        text,
        format_args!(
            "\n/* {}: a memory. The address may be another, and the length larger, after every call of a function. */",
            quoted(&export.name)
        ),
    );
    let symbol = |function| library.symbol(function).unwrap_or_default();
    line(text, format_args!("uint8_t *{}(void);", symbol(LibraryFunction::MemoryData(position))));
    line(text, format_args!("uint64_t {}(void);", symbol(LibraryFunction::MemoryBytes(position))));
}

/// The declaration of an exported function.
fn prototype(symbol: &str, ty: &FuncType) -> String {
    let mut params: Vec<String> =
        ty.params().iter().enumerate().map(|(index, ty)| format!("{} p{index}", c_type(*ty))).collect();
    let result = match ty.results() {
        [] => "void",
        [result] => c_type(*result),
        several => {
            params.extend(several.iter().enumerate().map(|(index, ty)| format!("{} *result{index}", c_type(*ty))));
            "void"
        }
    };
    let params = if params.is_empty() { "void".to_owned() } else { params.join(", ") };
    format!("{result} {symbol}({params});")
}

fn c_type(ty: ValType) -> &'static str {
    match ty {
        ValType::I32 => "int32_t",
        ValType::I64 => "int64_t",
        ValType::F32 => "float",
        ValType::F64 => "double",
        // References are words that only the module can make and read.
        ValType::Ref(_) => "uint64_t",
        ValType::V128 => "v128",
    }
}

/// A function type as the text format writes it.
fn wasm_type(ty: &FuncType) -> String {
    let list = |word, types: &[ValType]| {
        let types: String = types.iter().map(|ty| format!(" {ty}")).collect();
        if types.is_empty() { types } else { format!(" ({word}{types})") }
    };
    format!("(func{}{})", list("param", ty.params()), list("result", ty.results()))
}

/// A name of the guest for a comment: ASCII, without the characters that have a meaning in a comment (its end, the
/// start of another one, trigraphs, escaped line ends).
fn quoted(name: &str) -> String {
    let mut quoted = String::from("\"");
    for character in name.chars() {
        match character {
            '*' | '/' | '?' | '\\' | '"' => quoted.extend(character.escape_unicode()),
            _ => quoted.extend(character.escape_default()),
        }
    }
    quoted.push('"');
    quoted
}

fn line(text: &mut String, line: impl Display) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ty(params: &[ValType], results: &[ValType]) -> FuncType {
        FuncType::new(params.iter().copied(), results.iter().copied())
    }

    #[test]
    fn prototypes_are_those_of_the_documentation() {
        use ValType::{F32, F64, I32, I64};
        assert_eq!(prototype("f", &ty(&[], &[])), "void f(void);");
        assert_eq!(prototype("f", &ty(&[I32, F64], &[I64])), "int64_t f(int32_t p0, double p1);");
        assert_eq!(prototype("f", &ty(&[], &[F32, I32])), "void f(float *result0, int32_t *result1);");
        assert_eq!(prototype("f", &ty(&[ValType::EXTERNREF], &[])), "void f(uint64_t p0);");
        assert_eq!(wasm_type(&ty(&[I32, F64], &[I64])), "(func (param i32 f64) (result i64))");
    }

    #[test]
    fn names_stay_inside_comments() {
        assert_eq!(quoted("a*/b"), "\"a\\u{2a}\\u{2f}b\"");
        assert_eq!(quoted("??/\n\u{202e}"), "\"\\u{3f}\\u{3f}\\u{2f}\\n\\u{202e}\"");
    }
}
