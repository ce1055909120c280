//! Line tables of each version are written, and gimli reads them.
//!
//! It is a file of its own because the encoding and its tests are too long together. Only the encoding is tested here:
//! which rows a program has is decided elsewhere.

use gimli::{DebugLine, DebugLineOffset};

use super::*;

/// The rows of an encoded table, as gimli reads them: (address, file, line, column, end of a sequence).
pub(in crate::debuginfo) fn rows(encoded: &EncodedTable) -> Vec<(u64, u64, u64, u64, bool)> {
    let mut bytes = encoded.bytes.clone();
    for (offset, address) in &encoded.fixups {
        bytes[*offset..*offset + 8].copy_from_slice(&address.to_le_bytes());
    }
    let section = DebugLine::new(&bytes, LittleEndian);
    let program = section.program(DebugLineOffset(0), 8, None, None).expect("a table");
    let mut rows = program.rows();
    let mut found = Vec::new();
    while let Some((_, row)) = rows.next_row().expect("a row") {
        let line = row.line().map_or(0, |line| line.get());
        let column = match row.column() {
            gimli::ColumnType::LeftEdge => 0,
            gimli::ColumnType::Column(column) => column.get(),
        };
        found.push((row.address(), row.file_index(), line, column, row.end_sequence()));
    }
    found
}

#[test]
fn every_advance_is_read_back() {
    for version in 2..=5 {
        let mut expected = Vec::new();
        let mut sequences = Vec::new();
        for (start, bytes) in [(0x10, 3), (0x1_0000_0000, 40)] {
            let mut sequence = Sequence { rows: Vec::new(), end: 0 };
            let mut address = start;
            for (position, line) in [1, 9, 10, 5, 0, 300, 299, u64::from(u32::MAX), 1].into_iter().enumerate() {
                let position = position as u64;
                let (file, column, is_stmt) = (position % 3, position * 100, position.is_multiple_of(2));
                sequence.rows.push(Row { address, file, line, column, is_stmt, ..Row::default() });
                expected.push((address, file, line, column, false));
                address += position * bytes;
            }
            sequence.end = address;
            expected.push((address, 2, 1, 800, true));
            sequences.push(sequence);
        }
        let table = LineTable { version, sequences, ..LineTable::default() };
        let encoded = encode(&table).expect("small");
        assert_eq!(rows(&encoded), expected, "version {version}");
    }
}

#[test]
fn repeated_and_empty_names_keep_their_numbers() {
    let file = |name: &'static str| File { name: name.as_bytes().into(), ..File::default() };
    for version in 2..=5 {
        let directories = vec![b"/a".as_slice().into(), b"".as_slice().into(), b"/a".as_slice().into()];
        let mut files = vec![file("x.c"), file(""), file("x.c"), file("y\0z")];
        files[2].md5 = Some([7; 16]);
        files[3].source = Some(b"int y;\n".as_slice().into());
        let table = LineTable { version, directories, files, ..LineTable::default() };
        let encoded = encode(&table).expect("small");
        let section = DebugLine::new(&encoded.bytes, LittleEndian);
        let program = section.program(DebugLineOffset(0), 8, None, None).expect("a table");
        let header = program.header();
        assert_eq!(header.include_directories().len(), 3);
        let names: Vec<_> = header.file_names().iter().map(|file| file.path_name()).collect();
        let name = |name: &'static [u8]| gimli::AttributeValue::String(gimli::EndianSlice::new(name, LittleEndian));
        assert_eq!(names, [name(b"x.c"), name(if version < 5 { b"." } else { b"" }), name(b"x.c"), name(b"y")]);
        if version == 5 {
            assert_eq!((header.file_names()[1].md5(), header.file_names()[2].md5()), (&[0; 16], &[7; 16]));
            assert_eq!(header.file_names()[3].source(), Some(name(b"int y;\n")));
        }
    }
}
