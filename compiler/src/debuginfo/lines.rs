//! Line programs of modules, read and made native.
//!
//! A table keeps its files, directories and their numbers, because other entries refer to them. Damage in a program
//! costs the rows behind it.

use std::borrow::Cow;

use gimli::{ColumnType, EndianSlice, IncompleteLineProgram, LineProgramHeader, LineRow, LittleEndian};

use super::address_map::AddressMap;
use super::line_table::{EncodedTable, File, LineTable, Row, Sequence, encode};
use super::native_rows;
use super::prefix_map::PrefixMap;

type Slice<'a> = EndianSlice<'a, LittleEndian>;

/// A native line table.
#[derive(Debug)]
pub(super) struct NativeLines {
    /// The table.
    pub(super) table: EncodedTable,
    /// Whether something could not be read, and is missing in the table.
    pub(super) is_damaged: bool,
}

/// Makes the line program of a unit native.
///
/// # Errors
/// If the table exceeds what the format can hold.
pub(super) fn native(
    program: IncompleteLineProgram<Slice<'_>>,
    dwarf: &gimli::Dwarf<Slice<'_>>,
    map: &AddressMap,
    prefixes: PrefixMap<'_>,
) -> gimli::write::Result<NativeLines> {
    let mut rows = program.rows();
    let mut is_damaged = false;
    let mut sequences = Vec::new();
    let mut sequence = Sequence::default();
    loop {
        match rows.next_row() {
            Ok(Some((_, row))) if row.end_sequence() => {
                sequence.end = row.address();
                sequences.push(std::mem::take(&mut sequence));
            }
            Ok(Some((_, row))) => sequence.rows.push(wasm_row(row)),
            Ok(None) => break,
            Err(_) => {
                is_damaged = true;
                break;
            }
        }
    }
    // Instructions can define files, so the header is complete only now.
    let header = rows.header();
    let mut path = |value| match dwarf.attr_line_string(value) {
        Ok(path) => prefixes.apply(path.slice()),
        Err(_) => {
            is_damaged = true;
            Cow::default()
        }
    };
    let table = LineTable {
        version: header.version(),
        directories: header.include_directories().iter().map(|directory| path(*directory)).collect(),
        files: header.file_names().iter().map(|entry| file(entry, header, dwarf, &mut path)).collect(),
        sequences: native_rows::native(&sequences, map),
    };
    Ok(NativeLines { table: encode(&table)?, is_damaged })
}

/// A row whose address is a Wasm address.
fn wasm_row(row: &LineRow) -> Row {
    Row {
        address: row.address(),
        file: row.file_index(),
        line: row.line().map_or(0, |line| line.get()),
        column: match row.column() {
            ColumnType::LeftEdge => 0,
            ColumnType::Column(column) => column.get(),
        },
        discriminator: row.discriminator(),
        isa: row.isa(),
        is_stmt: row.is_stmt(),
        basic_block: row.basic_block(),
        prologue_end: row.prologue_end(),
        epilogue_begin: row.epilogue_begin(),
    }
}

fn file<'a>(
    entry: &gimli::FileEntry<Slice<'a>>,
    header: &LineProgramHeader<Slice<'a>>,
    dwarf: &gimli::Dwarf<Slice<'a>>,
    path: &mut impl FnMut(gimli::AttributeValue<Slice<'a>>) -> Cow<'a, [u8]>,
) -> File<'a> {
    let source = entry.source().and_then(|source| dwarf.attr_line_string(source).ok());
    File {
        name: path(entry.path_name()),
        directory: entry.directory_index(),
        timestamp: entry.timestamp(),
        size: entry.size(),
        md5: header.file_has_md5().then(|| *entry.md5()),
        source: source.map(|source| source.slice().into()),
    }
}

#[cfg(test)]
mod tests {
    use gimli::{DebugLineOffset, Dwarf};

    use super::super::address_map::tests::mapped;
    use super::super::line_table::tests::rows;
    use super::*;

    /// A line program of WebAssembly for a function at address 10, with its addresses in place.
    fn wasm_program(version: u16) -> Vec<u8> {
        let row = |address, line| Row { address, file: 1, line, column: 3, is_stmt: true, ..Row::default() };
        let file = |name: &'static str| File { name: name.as_bytes().into(), ..File::default() };
        let table = LineTable {
            version,
            directories: vec![b"/build/src".as_slice().into()],
            files: vec![file("a.c"), file("/build/include/b.h")],
            sequences: vec![Sequence { rows: vec![row(10, 1), row(12, 2), row(16, 5)], end: 20 }],
        };
        let EncodedTable { mut bytes, fixups } = encode(&table).expect("small");
        for (offset, address) in fixups {
            bytes[offset..offset + 8].copy_from_slice(&address.to_le_bytes());
        }
        bytes
    }

    fn native_of(bytes: &[u8]) -> NativeLines {
        let program = gimli::DebugLine::new(bytes, LittleEndian).program(DebugLineOffset(0), 8, None, None);
        let function = mapped(10..20, 32, 32, &[(8, 16, 10), (16, 24, 12), (24, 32, 16)]);
        let pairs = [("/build".to_owned(), "/src".to_owned())];
        let map = AddressMap::of_functions(vec![function]);
        native(program.expect("a header"), &Dwarf::default(), &map, PrefixMap::new(&pairs)).expect("small")
    }

    #[test]
    fn a_program_keeps_its_files_and_gets_native_rows() {
        for version in 2..=5 {
            let native = native_of(&wasm_program(version));
            assert!(!native.is_damaged);
            let expected = [(32, 1, 1, 3, false), (48, 1, 2, 3, false), (56, 1, 5, 3, false), (64, 1, 5, 3, true)];
            assert_eq!(rows(&native.table), expected, "version {version}");
            for path in ["/src/src\0", "a.c\0", "\0/src/include/b.h\0"] {
                let mut windows = native.table.bytes.windows(path.len());
                assert!(windows.any(|window| window == path.as_bytes()), "{path}");
            }
        }
    }

    #[test]
    fn a_damaged_program_keeps_the_rows_before_the_damage() {
        let mut bytes = wasm_program(5);
        // An instruction without its operand.
        bytes.push(gimli::constants::DW_LNS_advance_pc.0);
        let length = bytes.len() as u32 - 4;
        bytes[..4].copy_from_slice(&length.to_le_bytes());
        let native = native_of(&bytes);
        assert!(native.is_damaged);
        assert_eq!(rows(&native.table).len(), 4);
    }
}
