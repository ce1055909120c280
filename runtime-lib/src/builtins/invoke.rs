//! `--invoke`: reads the arguments of an export from the command line, and prints its results.
//!
//! It exists apart from other messages because it is the only place in the runtime that uses `core::fmt` and the
//! parsers of `core::num`: floats are printed so that they read back as the same value. Nothing else may refer to it,
//! so that programs built without `--invoke` contain none of it.

mod float;

use core::fmt::{self, Display, Write};

use crate::diagnostic::Message;
use crate::entry::{args, exit};
use crate::sys::output;

/// The status of a program that was called with wrong arguments; the wasmc command has the same.
const USAGE_EXIT_STATUS: i32 = 2;
/// The status of a program that could not write its results.
const OUTPUT_EXIT_STATUS: i32 = 1;

/// `wasmc_abi::builtins::INVOKE_ARG_COUNT`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_arg_count(expected: u32) {
    let given = args::argument_count().saturating_sub(1);
    if given != expected as usize {
        Message::new()
            .text("error: the invoked function takes ")
            .decimal(u64::from(expected))
            .text(if expected == 1 { " argument, but " } else { " arguments, but " })
            .decimal(given as u64)
            .text(if given == 1 { " was given\n" } else { " were given\n" })
            .send();
        exit::exit(USAGE_EXIT_STATUS)
    }
}

/// `wasmc_abi::builtins::INVOKE_ARG_I32`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_arg_i32(index: u32) -> i32 {
    parse(index, "i32", |text| {
        let value = integer(text)?;
        i32::try_from(value).ok().or_else(|| u32::try_from(value).ok().map(u32::cast_signed))
    })
}

/// `wasmc_abi::builtins::INVOKE_ARG_I64`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_arg_i64(index: u32) -> i64 {
    parse(index, "i64", |text| {
        let value = integer(text)?;
        i64::try_from(value).ok().or_else(|| u64::try_from(value).ok().map(u64::cast_signed))
    })
}

/// `wasmc_abi::builtins::INVOKE_ARG_F32`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_arg_f32(index: u32) -> f32 {
    parse(index, "f32", float::f32)
}

/// `wasmc_abi::builtins::INVOKE_ARG_F64`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_arg_f64(index: u32) -> f64 {
    parse(index, "f64", float::f64)
}

/// `wasmc_abi::builtins::INVOKE_PRINT_I32`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_print_i32(result: i32) {
    print(&result);
}

/// `wasmc_abi::builtins::INVOKE_PRINT_I64`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_print_i64(result: i64) {
    print(&result);
}

/// `wasmc_abi::builtins::INVOKE_PRINT_F32`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_print_f32(result: f32) {
    print(&result);
}

/// `wasmc_abi::builtins::INVOKE_PRINT_F64`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_invoke_print_f64(result: f64) {
    print(&result);
}

/// The value of argument `index` of the export. Ends the program if the argument is not a value of this type.
fn parse<T>(index: u32, kind: &str, parser: impl Fn(&str) -> Option<T>) -> T {
    let argument = args::argument((index as usize).saturating_add(1)).unwrap_or_default().to_bytes();
    match core::str::from_utf8(argument).ok().and_then(parser) {
        Some(value) => value,
        None => {
            Message::new()
                .text("error: argument ")
                .decimal(u64::from(index) + 1)
                .text(" of the invoked function must be an ")
                .text(kind)
                .text(", but is '")
                .escaped(argument)
                .text("'\n")
                .send();
            exit::exit(USAGE_EXIT_STATUS)
        }
    }
}

/// A decimal or `0x` integer with an optional sign. Wide enough for every value of both signednesses of all types.
fn integer(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let magnitude = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(digits) => from_digits(digits, 16)?,
        None => from_digits(digits, 10)?,
    };
    let magnitude = i128::from(magnitude);
    Some(if negative { -magnitude } else { magnitude })
}

/// An unsigned number without any sign; the library's parser would take another `+` here.
fn from_digits(digits: &str, radix: u32) -> Option<u64> {
    if digits.starts_with('+') { None } else { u64::from_str_radix(digits, radix).ok() }
}

/// Prints a result on a line of standard output.
fn print(result: &dyn Display) {
    if writeln!(Stdout, "{result}").is_err() {
        Message::new().text("error: cannot write the result to standard output\n").send();
        exit::exit(OUTPUT_EXIT_STATUS)
    }
}

/// Standard output, unbuffered.
struct Stdout;

impl Write for Stdout {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        output::write_stdout(text.as_bytes()).map_err(|_| fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        assert_eq!(integer("0"), Some(0));
        assert_eq!(integer("-1"), Some(-1));
        assert_eq!(integer("+7"), Some(7));
        assert_eq!(integer("0xffFF"), Some(65535));
        assert_eq!(integer("-0x80000000"), Some(-0x8000_0000));
        assert_eq!(integer("18446744073709551615"), Some(i128::from(u64::MAX)));
        for text in
            ["", "-", "0x", "1.5", " 1", "1 ", "--1", "+-1", "-+1", "++1", "0x+1", "18446744073709551616", "one"]
        {
            assert_eq!(integer(text), None, "{text:?}");
        }
    }
}
