//! The places in source files that the operators of a module come from, where something other than DWARF says it: a
//! source map, or the module's text.
//!
//! They become the line table of a unit that is made for the module ([`super::synthetic`]). Nothing here reads a file.

use std::borrow::Cow;
use std::ops::Range;

use super::address_map::{AddressMap, MappedFunction};
use super::line_table::{File, LineTable, Row, Sequence};
use super::native_rows;
use super::prefix_map::PrefixMap;

/// The places of a module's operators.
#[derive(Debug, Default)]
pub(crate) struct Positions<'a> {
    /// The directory to which relative names of files belong.
    pub(super) directory: Cow<'a, str>,
    /// The files. Rows count them from 0.
    pub(super) files: Vec<SourceFile<'a>>,
    /// In order of their addresses, which are bytes from the start of the binary.
    pub(super) rows: Vec<Position>,
}

/// A file of sources.
#[derive(Debug, Default)]
pub(super) struct SourceFile<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) contents: Option<Cow<'a, str>>,
}

/// The place from which an operator, and those behind it, come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// Bytes from the start of the binary.
    pub(super) offset: u64,
    pub(super) file: u32,
    /// From 1.
    pub(super) line: u32,
    /// From 1; 0 if it is not known.
    pub(super) column: u32,
}

impl Positions<'_> {
    /// The path, line and column of the operator at an offset in the binary, in a function that starts at `start`.
    pub(crate) fn at(&self, start: u32, offset: u32) -> Option<(Cow<'_, str>, u32, u32)> {
        let behind = self.rows.partition_point(|row| row.offset <= u64::from(offset));
        let row = self.rows[..behind].last().filter(|row| row.offset >= u64::from(start) && row.line != 0)?;
        let name = &*self.files.get(row.file as usize)?.name;
        let is_whole = name.starts_with('/') || self.directory.is_empty();
        let path = if is_whole { name.into() } else { format!("{}/{name}", self.directory).into() };
        Some((path, row.line, row.column))
    }

    /// Leaves out the contents of sources that are files, because lldb shows a file of its own in their place.
    pub(super) fn forget_contents_of_files(&mut self) {
        // The library of AssemblyScript has such names, and is no file.
        for file in self.files.iter_mut().filter(|file| !file.name.starts_with('~')) {
            file.contents = None;
        }
    }

    /// The place of the first operator of a function that has one. `wasm` are the Wasm addresses of its body.
    pub(super) fn first_in(&self, wasm: &Range<u64>, code_start: u64) -> Option<Position> {
        let start = self.rows.partition_point(|row| row.offset < code_start + wasm.start);
        self.rows.get(start).filter(|row| row.offset < code_start + wasm.end).copied()
    }

    /// The line table of the program. `code_start` is where the contents of the code section start in the binary.
    pub(super) fn line_table(&self, map: &AddressMap, code_start: u64, prefixes: PrefixMap<'_>) -> LineTable<'_> {
        let path = |path: &str| Cow::Owned(prefixes.apply(path.as_bytes()).into_owned());
        let files = self.files.iter().map(|file| File {
            name: path(&file.name),
            source: file.contents.as_deref().map(|contents| contents.as_bytes().into()),
            ..File::default()
        });
        LineTable {
            version: 5,
            directories: vec![path(&self.directory)],
            files: files.collect(),
            sequences: native_rows::native(&self.sequences(map, code_start), map),
        }
    }

    /// The rows of each function. The place before a function does not reach into it.
    fn sequences(&self, map: &AddressMap, code_start: u64) -> Vec<Sequence> {
        let of_function = |function: &MappedFunction| {
            let start = self.rows.partition_point(|row| row.offset < code_start + function.wasm.start);
            let inside = self.rows[start..].iter().take_while(|row| row.offset < code_start + function.wasm.end);
            let mut rows: Vec<Row> = Vec::new();
            for position in inside {
                let (file, line) = (u64::from(position.file), u64::from(position.line));
                // A place in the same line is no new statement, so that breakpoints and steps are by line.
                let is_stmt = rows.last().is_none_or(|before| (before.file, before.line) != (file, line));
                rows.push(Row {
                    address: position.offset - code_start,
                    file,
                    line,
                    column: u64::from(position.column),
                    is_stmt,
                    ..Row::default()
                });
            }
            Sequence { rows, end: function.wasm.end }
        };
        map.functions().iter().map(of_function).filter(|sequence| !sequence.rows.is_empty()).collect()
    }
}
