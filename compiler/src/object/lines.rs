//! The table of source lines, for reports of traps: `wasmc_lines`.
//!
//! It exists apart from the records of functions because most programs have no lines. Its format is that of
//! `wasmc_abi::lines`; which lines belong to which place must not be decided here.

use std::mem::offset_of;

use cranelift_module::{Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::lines::{Encoder, Lines};
use wasmc_abi::symbols;

use super::contents::Contents;
use super::text::Text;
use super::{declare_data, writer_error};
use crate::error::{Error, Result};
use crate::lines::SourceLines;

/// Defines the table. Without lines it is a record of zeros, so that the code which writes lines is not linked.
pub(super) fn define(object: &mut ObjectModule, text: &Text, lines: &SourceLines) -> Result<()> {
    let id = declare_data(object, symbols::LINES, false)?;
    let record =
        |entries_bytes, strings_bytes| Contents::records([Lines { writer: 0, table: 0, entries_bytes, strings_bytes }]);
    if lines.is_empty() {
        return record(0, 0).define(object, id);
    }
    let too_large =
        || Error::Limit { message: "the table of source lines exceeds 4 GiB; build with --backtrace=names".into() };
    let mut encoder = Encoder::default();
    for (placed, function) in text.functions.iter().zip(lines.functions()) {
        encoder.begin(placed.code.start.map_or(0, |start| start.byte)).ok_or_else(too_large)?;
        for place in function.places {
            encoder.add(place.wasm_offset, function.frames(place));
        }
    }
    let (bytes, entries_bytes, strings_bytes) = encoder.finish().ok_or_else(too_large)?;
    let mut record = record(entries_bytes, strings_bytes);
    let table = object.declare_data("wasmc.lines", Linkage::Local, false, false).map_err(writer_error)?;
    Contents::bytes(bytes, 1).define(object, table)?;
    // It is a function, but the object has only the address.
    let writer = object.declare_data(symbols::WRITE_FRAMES, Linkage::Import, false, false).map_err(writer_error)?;
    record.address(offset_of!(Lines, writer), writer, 0);
    record.address(offset_of!(Lines, table), table, 0);
    record.define(object, id)
}
