//! The description of a module, read from its sections into a [`ModuleSummary`].
//!
//! It must work for modules that do not validate, so no index in one is trusted. Function bodies are read only for the
//! proposals that they use, in parallel, and not at all if the caller knows these already.

use rayon::prelude::*;
use wasmparser::{BinaryReaderError, FunctionBody, MemoryType, Parser, TableType};

use super::sections::Reader;
use super::{EntityKind, ExportSummary, MemorySummary, ModuleKind, ModuleSummary, TableSummary};
use crate::error::{Error, Result};
use crate::features::Proposals;

/// Describes a binary module.
///
/// Reading all code takes about a second for 100 MB. A caller that has read it already passes the proposals that it saw
/// ([`Proposals::of_operator`] of every instruction) as `code`.
///
/// # Errors
/// [`Error::Invalid`] when the bytes cannot be decoded.
pub(crate) fn summarize(wasm: &[u8], code: Option<Proposals>) -> Result<ModuleSummary> {
    let mut reader = Reader::new(code.unwrap_or_default());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(undecodable)?;
        reader.payload(payload).map_err(undecodable)?;
    }
    if code.is_none() {
        reader.proposals |= scan(&reader.bodies).map_err(undecodable)?;
    }
    Ok(summary(reader, wasm.len() as u64))
}

/// The proposals that a module uses, as far as it can be read.
pub(crate) fn proposals(wasm: &[u8]) -> Proposals {
    let mut reader = Reader::new(Proposals::default());
    let payloads = Parser::new(0).parse_all(wasm).map_while(std::result::Result::ok);
    payloads.for_each(|payload| reader.payload(payload).unwrap_or_default());
    reader.declarations();
    let in_code = reader.bodies.par_iter().with_min_len(64).map(|body| scan_body(body).unwrap_or_default());
    reader.proposals | in_code.reduce(Proposals::default, |all, body| all | body)
}

fn undecodable(error: BinaryReaderError) -> Error {
    Error::Invalid { message: error.message().into(), offset: Some(error.offset()), hint: None }
}

/// The proposals that all bodies use. Of several errors, the one with the lowest offset is reported.
fn scan(bodies: &[FunctionBody<'_>]) -> std::result::Result<Proposals, BinaryReaderError> {
    let scanned: Vec<_> = bodies.par_iter().with_min_len(64).map(scan_body).collect();
    scanned.into_iter().try_fold(Proposals::default(), |all, body| Ok(all | body?))
}

fn scan_body(body: &FunctionBody<'_>) -> std::result::Result<Proposals, BinaryReaderError> {
    let mut found = Proposals::default();
    for local in body.get_locals_reader()? {
        found |= Proposals::of_value(local?.1);
    }
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        found |= Proposals::of_operator(&operators.read()?);
    }
    Ok(found)
}

fn summary(mut reader: Reader<'_>, bytes: u64) -> ModuleSummary {
    reader.declarations();
    ModuleSummary {
        kind: kind(&reader.exports),
        imports: reader.imports,
        exports: reader.exports,
        memories: reader.memories.iter().map(|(ty, imported)| memory_summary(ty, *imported)).collect(),
        tables: reader.tables.iter().map(|(ty, imported)| table_summary(ty, *imported)).collect(),
        functions: reader.functions.len() as u64,
        globals: reader.globals.len() as u64,
        proposals: reader.proposals.list(),
        sections: reader.sections,
        custom_sections: reader.custom_sections,
        bytes,
    }
}

fn kind(exports: &[ExportSummary]) -> ModuleKind {
    let has = |name| exports.iter().any(|export| export.kind == EntityKind::Function && export.name == name);
    if has("_start") {
        ModuleKind::Command
    } else if has("_initialize") {
        ModuleKind::Reactor
    } else {
        ModuleKind::Neither
    }
}

const PAGE_BYTES_LOG2: u32 = wasmc_abi::layout::WASM_PAGE_BYTES.ilog2();

fn memory_summary(ty: &MemoryType, imported: bool) -> MemorySummary {
    MemorySummary {
        minimum_pages: ty.initial,
        maximum_pages: ty.maximum,
        page_bytes: 1u64.checked_shl(ty.page_size_log2.unwrap_or(PAGE_BYTES_LOG2)).unwrap_or(0),
        imported,
        shared: ty.shared,
        memory64: ty.memory64,
    }
}

fn table_summary(ty: &TableType, imported: bool) -> TableSummary {
    TableSummary { element: ty.element_type.to_string(), minimum: ty.initial, maximum: ty.maximum, imported }
}
