//! The line table: from a place in the Wasm binary to the lines of source code that it comes from.
//!
//! It exists so that reports of traps have lines without a reader of DWARF in the executable: the compiler resolves the
//! places that a report can show, and writes them down in this form. [`Lines`] is at `wasmc_lines`. The table, to which
//! it points, consists of
//!
//! ```text
//!   u32[]      for each function record, the start of its entries; then their end
//!   bytes      entries, each for all sites from its Wasm offset up to the offset of the next entry
//!   bytes      strings, each once: length (LEB128), then the text (UTF-8)
//! ```
//!
//! An entry is a few LEB128 numbers:
//!
//! ```text
//!   unsigned   Wasm offset delta, from the entry before, or from the `wasm_offset` of the function record
//!   unsigned   number of frames: the innermost inlined function first, the compiled function last
//!   for each:  unsigned  name: a string, or 0 for the name in the function record
//!              zigzag    file, as a difference of strings; the string 0 means that file and line are not known
//!              zigzag    line delta
//!              unsigned  column, or 0
//! ```
//!
//! A string is its offset in the strings plus one. Differences count from the frame before in the same function, and
//! from 0 in the first. A reader must not trust the table: it gives no frames where the bytes end too early.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::leb128::{read_signed, read_unsigned, write_signed, write_unsigned};

/// Where the line table is; all zero if there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Host address of the runtime's function that writes frames, [`crate::symbols::WRITE_FRAMES`]; 0 if there is no
    /// table. Programs without a table do not refer to the function, so linkers leave it out.
    pub writer: u64,
    /// Host address of the table.
    pub table: u64,
    /// Bytes of the entries.
    pub entries_bytes: u32,
    /// Bytes of the strings.
    pub strings_bytes: u32,
}

/// A place in the source code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The function; empty if it is that of the function record.
    pub name: &'a [u8],
    /// The file; empty if it is not known.
    pub file: &'a [u8],
    /// The line, from 1; 0 if it is not known.
    pub line: u32,
    /// The column, from 1; 0 if it is not known.
    pub column: u32,
}

/// Builds a table.
#[derive(Default)]
pub struct Encoder {
    starts: Vec<u32>,
    entries: Vec<u8>,
    strings: Vec<u8>,
    places: BTreeMap<String, u64>,
    wasm_offset: u32,
    state: State,
}

impl Encoder {
    /// Begins the entries of the next function record, which has this `wasm_offset`. `None` if the table is full.
    pub fn begin(&mut self, wasm_offset: u32) -> Option<()> {
        self.starts.push(u32::try_from(self.entries.len()).ok()?);
        self.wasm_offset = wasm_offset;
        self.state = State::default();
        Some(())
    }

    /// Adds an entry. Offsets increase, and the first is not below that of the function record.
    pub fn add<'f>(&mut self, wasm_offset: u32, frames: impl ExactSizeIterator<Item = (&'f str, &'f str, u32, u32)>) {
        debug_assert!(wasm_offset >= self.wasm_offset, "entries are sorted");
        write_unsigned(&mut self.entries, u64::from(wasm_offset - self.wasm_offset));
        self.wasm_offset = wasm_offset;
        write_unsigned(&mut self.entries, frames.len() as u64);
        for (name, file, line, column) in frames {
            let (name, file) = (self.place(name), self.place(file));
            write_unsigned(&mut self.entries, name);
            write_signed(&mut self.entries, file.cast_signed() - self.state.file);
            write_signed(&mut self.entries, i64::from(line) - self.state.line);
            write_unsigned(&mut self.entries, u64::from(column));
            self.state = State { file: file.cast_signed(), line: i64::from(line) };
        }
    }

    /// The table, and the sizes of entries and strings. `None` if they exceed 4 GiB.
    pub fn finish(mut self) -> Option<(Vec<u8>, u32, u32)> {
        self.begin(0)?;
        let (entries, strings) = (u32::try_from(self.entries.len()).ok()?, u32::try_from(self.strings.len()).ok()?);
        let mut bytes: Vec<u8> = self.starts.iter().flat_map(|start| start.to_le_bytes()).collect();
        bytes.extend(self.entries);
        bytes.extend(self.strings);
        Some((bytes, entries, strings))
    }

    fn place(&mut self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.strings.len() as u64 + 1;
        write_unsigned(&mut self.strings, text.len() as u64);
        self.strings.extend_from_slice(text.as_bytes());
        self.places.insert(text.into(), place);
        place
    }
}

/// A table as a reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    starts: &'a [u8],
    entries: &'a [u8],
    strings: &'a [u8],
}

impl<'a> Table<'a> {
    /// Bytes of a table.
    pub fn bytes(lines: &Lines, function_count: u32) -> usize {
        (function_count as usize + 1) * 4 + lines.entries_bytes as usize + lines.strings_bytes as usize
    }

    /// Divides the bytes of a table; `None` if they are too few.
    pub fn new(lines: &Lines, function_count: u32, bytes: &'a [u8]) -> Option<Table<'a>> {
        let (starts, bytes) = bytes.split_at_checked((function_count as usize + 1) * 4)?;
        let (entries, strings) = bytes.split_at_checked(lines.entries_bytes as usize)?;
        Some(Table { starts, entries, strings })
    }

    /// The frames at a Wasm offset in the function of record `position`, whose `wasm_offset` is `start`; innermost
    /// first.
    pub fn frames(self, position: usize, start: u32, wasm_offset: u32) -> Frames<'a> {
        let mut found = Frames { strings: self.strings, bytes: &[], left: 0, state: State::default() };
        let mut bytes = self.entries_of(position).unwrap_or_default();
        let (mut offset, mut state) = (u64::from(start), State::default());
        while let (Some(delta), Some(count)) = (read_unsigned(&mut bytes), read_unsigned(&mut bytes)) {
            offset = offset.saturating_add(delta);
            if offset > u64::from(wasm_offset) {
                break;
            }
            found = Frames { strings: self.strings, bytes, left: count, state };
            for _ in 0..count {
                if state.read(&mut bytes).is_none() {
                    return found;
                }
            }
        }
        found
    }

    fn entries_of(self, position: usize) -> Option<&'a [u8]> {
        let words = self.starts.get(position.checked_mul(4)?..)?;
        let (start, rest) = words.split_first_chunk::<4>()?;
        let end = rest.first_chunk::<4>()?;
        self.entries.get(u32::from_le_bytes(*start) as usize..u32::from_le_bytes(*end) as usize)
    }
}

/// The iterator of [`Table::frames`].
#[derive(Clone, Debug)]
pub struct Frames<'a> {
    strings: &'a [u8],
    bytes: &'a [u8],
    left: u64,
    state: State,
}

impl<'a> Iterator for Frames<'a> {
    type Item = Frame<'a>;

    fn next(&mut self) -> Option<Frame<'a>> {
        self.left = self.left.checked_sub(1)?;
        let (name, column) = self.state.read(&mut self.bytes)?;
        let line = u32::try_from(self.state.line).unwrap_or(0);
        let file = u64::try_from(self.state.file).unwrap_or(0);
        Some(Frame { name: string(self.strings, name), file: string(self.strings, file), line, column })
    }
}

/// File and line of the frame before.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    file: i64,
    line: i64,
}

impl State {
    /// Reads the next frame: its name and column.
    fn read(&mut self, bytes: &mut &[u8]) -> Option<(u64, u32)> {
        let name = read_unsigned(bytes)?;
        self.file = self.file.wrapping_add(read_signed(bytes)?);
        self.line = self.line.wrapping_add(read_signed(bytes)?);
        Some((name, u32::try_from(read_unsigned(bytes)?).unwrap_or(0)))
    }
}

/// A string; empty if there is none.
fn string(strings: &[u8], place: u64) -> &[u8] {
    let text = || {
        let mut bytes = strings.get(usize::try_from(place.checked_sub(1)?).ok()?..)?;
        let length = read_unsigned(&mut bytes)?;
        bytes.get(..usize::try_from(length).ok()?)
    };
    text().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame<'a>(name: &'a str, file: &'a str, line: u32, column: u32) -> Frame<'a> {
        Frame { name: name.as_bytes(), file: file.as_bytes(), line, column }
    }

    #[test]
    fn frames_survive_the_encoding() {
        let mut encoder = Encoder::default();
        encoder.begin(100).expect("small");
        encoder.add(100, [("", "a.c", 10, 1)].into_iter());
        encoder.add(105, [("inner", "b.h", 3, 0), ("", "a.c", 9, 70)].into_iter());
        encoder.add(300, [].into_iter());
        encoder.begin(0).expect("small");
        encoder.begin(900).expect("small");
        encoder.add(901, [("f", "b.h", u32::MAX, u32::MAX)].into_iter());
        let (bytes, entries_bytes, strings_bytes) = encoder.finish().expect("small");
        assert_eq!(strings_bytes, 4 + 4 + 6 + 2, "each once");
        let lines = Lines { writer: 0, table: 0, entries_bytes, strings_bytes };
        assert_eq!(Table::bytes(&lines, 3), bytes.len());

        let table = Table::new(&lines, 3, &bytes).expect("complete");
        let frames = |position, start, offset| table.frames(position, start, offset).collect::<Vec<_>>();
        assert_eq!(frames(0, 100, 104), [frame("", "a.c", 10, 1)]);
        assert_eq!(frames(0, 100, 299), [frame("inner", "b.h", 3, 0), frame("", "a.c", 9, 70)]);
        assert_eq!(frames(0, 100, 300), []);
        assert_eq!(frames(0, 100, 99), []);
        assert_eq!(frames(1, 0, 50), []);
        assert_eq!(frames(2, 900, 900), []);
        assert_eq!(frames(2, 900, 5000), [frame("f", "b.h", u32::MAX, u32::MAX)]);
        assert_eq!(frames(3, 0, 5000), []);
    }

    #[test]
    fn damaged_tables_give_fewer_frames() {
        let mut encoder = Encoder::default();
        encoder.begin(0).expect("small");
        encoder.add(0, [("inner", "b.h", 3, 0), ("outer", "a.c", 9, 70)].into_iter());
        let (bytes, entries_bytes, strings_bytes) = encoder.finish().expect("small");
        let lines = Lines { writer: 0, table: 0, entries_bytes, strings_bytes };
        for position in 0..bytes.len() {
            for value in [0, 0x7f, 0xff] {
                let mut damaged = bytes.clone();
                damaged[position] = value;
                let table = Table::new(&lines, 1, &damaged).expect("as long as before");
                assert!(table.frames(0, 0, u32::MAX).count() <= bytes.len());
            }
            assert!(Table::new(&lines, 1, &bytes[..position]).is_none_or(|table| table.strings.len() < bytes.len()));
        }
    }
}
