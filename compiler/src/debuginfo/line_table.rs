//! A line table of the program and its encoding in `.debug_line` (DWARF 5, section 6.2).
//!
//! gimli's writer gives files numbers of its own and accepts no empty or repeated names, but entries of other sections
//! refer to files by the numbers of the producer. So this file writes the tables as they are. It decides no address.

use std::borrow::Cow;

use gimli::write::{EndianVec, Writer};
use gimli::{LittleEndian, constants};

/// A line table.
#[derive(Debug, Default)]
pub(super) struct LineTable<'a> {
    /// The version of DWARF: 2 to 5. It decides whether numbers of files start at 0.
    pub(super) version: u16,
    /// The directories. Before version 5, the directory of the compilation is not in the list.
    pub(super) directories: Vec<Cow<'a, [u8]>>,
    /// The files.
    pub(super) files: Vec<File<'a>>,
    /// The rows, one sequence for each function.
    pub(super) sequences: Vec<Sequence>,
}

/// A file.
#[derive(Debug, Default)]
pub(super) struct File<'a> {
    /// Its path.
    pub(super) name: Cow<'a, [u8]>,
    /// The number of its directory.
    pub(super) directory: u64,
    /// When it was changed, or 0.
    pub(super) timestamp: u64,
    /// Its length, or 0.
    pub(super) size: u64,
    /// The hash of its contents.
    pub(super) md5: Option<[u8; 16]>,
    /// Its contents.
    pub(super) source: Option<Cow<'a, [u8]>>,
}

/// The rows of code without a gap.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sequence {
    /// In order of their addresses.
    pub(super) rows: Vec<Row>,
    /// The end of the code.
    pub(super) end: u64,
}

/// A row (DWARF 5, section 6.2.2). The address is in bytes from the start of the text section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) address: u64,
    pub(super) file: u64,
    /// From 1; 0 is code without a line.
    pub(super) line: u64,
    /// From 1; 0 is the start of the line.
    pub(super) column: u64,
    pub(super) discriminator: u64,
    pub(super) isa: u64,
    pub(super) is_stmt: bool,
    pub(super) basic_block: bool,
    pub(super) prologue_end: bool,
    pub(super) epilogue_begin: bool,
}

/// An encoded table.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct EncodedTable {
    /// The contribution to `.debug_line`.
    pub(super) bytes: Vec<u8>,
    /// Addresses of eight bytes: (offset in `bytes`, offset in the text section).
    pub(super) fixups: Vec<(usize, u64)>,
}

/// Parameters of special opcodes, as LLVM chooses them.
const LINE_BASE: i64 = -5;
const LINE_RANGE: u64 = 14;
const OPCODE_BASE: u64 = 13;
/// By how much `DW_LNS_const_add_pc` advances.
const CONST_ADVANCE: u64 = (255 - OPCODE_BASE) / LINE_RANGE;
/// The operands of the standard opcodes.
const OPERANDS: [u8; 12] = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

/// Encodes a table.
///
/// # Errors
/// If the table exceeds 4 GiB.
pub(super) fn encode(table: &LineTable<'_>) -> gimli::write::Result<EncodedTable> {
    let mut writer = EndianVec::new(LittleEndian);
    let w = &mut writer;
    w.write_u32(0)?;
    w.write_u16(table.version)?;
    if table.version >= 5 {
        // The sizes of an address and of a segment selector.
        w.write(&[8, 0])?;
    }
    let header_length_at = w.len();
    w.write_u32(0)?;
    // The length of the shortest instruction.
    w.write_u8(1)?;
    if table.version >= 4 {
        // Operations in an instruction.
        w.write_u8(1)?;
    }
    // Rows are statements by default.
    w.write(&[1, LINE_BASE as u8, LINE_RANGE as u8, OPCODE_BASE as u8])?;
    w.write(&OPERANDS)?;
    if table.version >= 5 {
        write_files(w, table)?
    } else {
        write_old_files(w, table)?
    }
    let header_bytes = w.len() - header_length_at - 4;
    w.write_udata_at(header_length_at, header_bytes as u64, 4)?;

    let mut fixups = Vec::with_capacity(table.sequences.len());
    for sequence in &table.sequences {
        write_sequence(w, sequence, &mut fixups)?;
    }
    let bytes = w.len() - 4;
    w.write_udata_at(0, bytes as u64, 4)?;
    Ok(EncodedTable { bytes: writer.into_vec(), fixups })
}

/// The file tables of version 5 (section 6.2.4).
fn write_files(w: &mut impl Writer, table: &LineTable<'_>) -> gimli::write::Result<()> {
    let path = [(constants::DW_LNCT_path, constants::DW_FORM_string)];
    write_formats(w, &path)?;
    w.write_uleb128(table.directories.len() as u64)?;
    for directory in &table.directories {
        write_string(w, directory)?;
    }
    let any = |holds: fn(&File<'_>) -> bool| table.files.iter().any(holds);
    let has_timestamps = any(|file| file.timestamp != 0);
    let has_sizes = any(|file| file.size != 0);
    let has_md5 = any(|file| file.md5.is_some());
    let has_sources = any(|file| file.source.is_some());
    let mut formats = path.to_vec();
    formats.push((constants::DW_LNCT_directory_index, constants::DW_FORM_udata));
    for (is_there, column, form) in [
        (has_timestamps, constants::DW_LNCT_timestamp, constants::DW_FORM_udata),
        (has_sizes, constants::DW_LNCT_size, constants::DW_FORM_udata),
        (has_md5, constants::DW_LNCT_MD5, constants::DW_FORM_data16),
        (has_sources, constants::DW_LNCT_LLVM_source, constants::DW_FORM_string),
    ] {
        if is_there {
            formats.push((column, form));
        }
    }
    write_formats(w, &formats)?;
    w.write_uleb128(table.files.len() as u64)?;
    for file in &table.files {
        write_string(w, &file.name)?;
        w.write_uleb128(file.directory)?;
        if has_timestamps {
            w.write_uleb128(file.timestamp)?;
        }
        if has_sizes {
            w.write_uleb128(file.size)?;
        }
        if has_md5 {
            w.write(&file.md5.unwrap_or_default())?;
        }
        if has_sources {
            write_string(w, file.source.as_deref().unwrap_or_default())?;
        }
    }
    Ok(())
}

fn write_formats(w: &mut impl Writer, formats: &[(gimli::DwLnct, gimli::DwForm)]) -> gimli::write::Result<()> {
    w.write_u8(formats.len() as u8)?;
    for (column, form) in formats {
        w.write_uleb128(u64::from(column.0))?;
        w.write_uleb128(u64::from(form.0))?;
    }
    Ok(())
}

/// The file tables before version 5, which end at an empty name.
fn write_old_files(w: &mut impl Writer, table: &LineTable<'_>) -> gimli::write::Result<()> {
    let write_name = |w: &mut _, name| write_string(w, if name == b"" { b"." } else { name });
    for directory in &table.directories {
        write_name(w, directory)?;
    }
    w.write_u8(0)?;
    for file in &table.files {
        write_name(w, &file.name)?;
        w.write_uleb128(file.directory)?;
        w.write_uleb128(file.timestamp)?;
        w.write_uleb128(file.size)?;
    }
    w.write_u8(0)
}

/// Writes a string and the NUL behind it. A NUL in the string would end it early, and the rest would be read as
/// something else.
fn write_string(w: &mut impl Writer, string: &[u8]) -> gimli::write::Result<()> {
    let end = string.iter().position(|byte| *byte == 0).unwrap_or(string.len());
    w.write(&string[..end])?;
    w.write_u8(0)
}

fn write_sequence(
    w: &mut impl Writer,
    sequence: &Sequence,
    fixups: &mut Vec<(usize, u64)>,
) -> gimli::write::Result<()> {
    let Some(first) = sequence.rows.first() else { return Ok(()) };
    w.write(&[0, 9, constants::DW_LNE_set_address.0])?;
    fixups.push((w.len(), first.address));
    w.write_u64(0)?;
    let mut before = Row { address: first.address, file: 1, line: 1, is_stmt: true, ..Row::default() };
    for row in &sequence.rows {
        write_row(w, &before, row)?;
        before = *row;
    }
    w.write_u8(constants::DW_LNS_advance_pc.0)?;
    w.write_uleb128(sequence.end.saturating_sub(before.address))?;
    w.write(&[0, 1, constants::DW_LNE_end_sequence.0])
}

/// Writes the instructions that change the row before into this one and append it.
fn write_row(w: &mut impl Writer, before: &Row, row: &Row) -> gimli::write::Result<()> {
    for (column, opcode) in [
        ((row.file != before.file).then_some(row.file), constants::DW_LNS_set_file),
        ((row.column != before.column).then_some(row.column), constants::DW_LNS_set_column),
        ((row.isa != before.isa).then_some(row.isa), constants::DW_LNS_set_isa),
    ] {
        if let Some(value) = column {
            w.write_u8(opcode.0)?;
            w.write_uleb128(value)?;
        }
    }
    if row.discriminator != 0 {
        let mut operand = EndianVec::new(LittleEndian);
        operand.write_uleb128(row.discriminator)?;
        w.write(&[0, operand.len() as u8 + 1, constants::DW_LNE_set_discriminator.0])?;
        w.write(operand.slice())?;
    }
    for (is_set, opcode) in [
        (row.is_stmt != before.is_stmt, constants::DW_LNS_negate_stmt),
        (row.basic_block, constants::DW_LNS_set_basic_block),
        (row.prologue_end, constants::DW_LNS_set_prologue_end),
        (row.epilogue_begin, constants::DW_LNS_set_epilogue_begin),
    ] {
        if is_set {
            w.write_u8(opcode.0)?;
        }
    }
    write_advance(w, row.address.saturating_sub(before.address), row.line.wrapping_sub(before.line).cast_signed())
}

/// Advances address and line, and appends a row.
fn write_advance(w: &mut impl Writer, mut address: u64, mut line: i64) -> gimli::write::Result<()> {
    if !(LINE_BASE..LINE_BASE + LINE_RANGE as i64).contains(&line) {
        w.write_u8(constants::DW_LNS_advance_line.0)?;
        w.write_sleb128(line)?;
        line = 0;
    }
    let line = (line - LINE_BASE) as u64;
    let advance_max = (255 - OPCODE_BASE - line) / LINE_RANGE;
    if address > advance_max {
        if (CONST_ADVANCE..=CONST_ADVANCE + advance_max).contains(&address) {
            w.write_u8(constants::DW_LNS_const_add_pc.0)?;
            address -= CONST_ADVANCE;
        } else {
            w.write_u8(constants::DW_LNS_advance_pc.0)?;
            w.write_uleb128(address)?;
            address = 0;
        }
    }
    w.write_u8((OPCODE_BASE + line + LINE_RANGE * address) as u8)
}

#[cfg(test)]
pub(super) mod tests;
