//! Writes `__LINKEDIT`: the tables that load commands point to, in the order that Apple's tools demand.
//!
//! It is the last segment, so its length may depend on everything before it. Only the signature may follow it.

use super::fixups::Fixup;
use super::linkage::Linkage;
use super::program::Program;
use super::sections::Layout;
use super::symbol_table::{self, SymbolTable};
use super::{chains, failed, signature};
use crate::error::{Error, Result};

/// A part of the file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) offset: u32,
    pub(super) bytes: u32,
}

/// The places of the tables.
pub(super) struct Linkedit {
    pub(super) fixups: Span,
    pub(super) exports: Span,
    pub(super) function_starts: Span,
    pub(super) data_in_code: Span,
    pub(super) symbols: Span,
    pub(super) indirect: Span,
    pub(super) strings: Span,
    /// Written later, when all other bytes are final.
    pub(super) signature: Span,
    pub(super) symbol_table: SymbolTable,
}

/// Appends the tables to the file, all but the signature.
pub(super) fn append(
    program: &Program<'_>,
    linkage: &Linkage,
    layout: &Layout,
    fixups: Vec<Fixup>,
    file: &mut Vec<u8>,
) -> Result<Linkedit> {
    let symbol_table = SymbolTable::new(program, linkage)?;
    let fixups = chains::write(program, linkage, layout, fixups, file)?;
    let mut put = |bytes: &[u8]| append_aligned(file, bytes);
    let mut linkedit = Linkedit {
        fixups: put(&fixups)?,
        exports: put(&symbol_table::exports(program))?,
        function_starts: put(&symbol_table::function_starts(program, layout))?,
        // The only data in code are jump tables, which are not worth a list.
        data_in_code: put(&[])?,
        symbols: put(&symbol_table.entries)?,
        indirect: put(&symbol_table.indirect(linkage))?,
        strings: put(&symbol_table.strings)?,
        signature: Span::default(),
        symbol_table,
    };
    file.resize(file.len().next_multiple_of(signature::ALIGNMENT), 0);
    linkedit.signature = span(file.len(), signature::bytes(file.len()))?;
    Ok(linkedit)
}

fn append_aligned(file: &mut Vec<u8>, bytes: &[u8]) -> Result<Span> {
    file.resize(file.len().next_multiple_of(8), 0);
    let span = span(file.len(), bytes.len())?;
    file.extend(bytes);
    Ok(span)
}

fn span(offset: usize, bytes: usize) -> Result<Span> {
    let too_large = || Error::Limit { message: "the executable is larger than the 4 GiB that Mach-O describes".into() };
    u32::try_from(offset + bytes).map_err(|_| too_large())?;
    let number = |number: usize| u32::try_from(number).map_err(|_| failed("a table is too large"));
    Ok(Span { offset: number(offset)?, bytes: number(bytes)? })
}
