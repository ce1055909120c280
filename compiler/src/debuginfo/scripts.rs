//! Scripts for debuggers: printers of strings and containers, for which debug information has no
//! words.
//!
//! gdb reads them from `.debug_gdb_scripts` if the user trusts the executable's path, as `wasmc debug` does. lldb 19
//! has nothing like it, so `wasmc debug` brings its formatters. The scripts must not depend on the program: a debugger
//! may load them for several.

use super::sections::Section;

/// The kind of an entry whose text is a script in Python (gdb's manual, "The .debug_gdb_scripts section").
const PYTHON_TEXT: u8 = 4;

/// The name that gdb shows for the script, and the script.
const PRINTERS: (&str, &str) = ("wasmc", include_str!("scripts/printers.py"));

/// Formatters for lldb: pointers that lie in linear memory, and strings and containers of libc++. lldb imports scripts
/// from files only (`command script import`), which have to be named for a module of Python.
pub const LLDB_FORMATTERS: &str = include_str!("scripts/formatters.py");

/// The contents of `.debug_gdb_scripts`.
pub(super) fn for_gdb() -> Section {
    let (name, script) = PRINTERS;
    let bytes = [&[PYTHON_TEXT], name.as_bytes(), b"\n", script.as_bytes(), &[0]].concat();
    Section { bytes, ..Section::default() }
}
