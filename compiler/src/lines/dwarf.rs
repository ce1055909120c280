//! Source lines from the DWARF of a module.
//!
//! The crate `addr2line` finds them. Its recursion is as deep as functions are inlined into one another, and what it
//! gives may be as large as its input at each place: so this file refuses depths and texts that no producer writes.

use super::Found;
use crate::debuginfo::{R, dwarf};
use crate::module::Module;

/// Entries nested deeper than this are damage.
const DEPTH_MAX: usize = 500;
/// Names and paths beyond this many bytes are left out.
const TEXT_BYTES_MAX: usize = 4096;
/// The number of frames that a place has at most.
const FRAMES_MAX: usize = 32;

/// Reads the DWARF of one module. It keeps what it has read.
pub(super) struct Resolver<'a> {
    context: addr2line::Context<R<'a>>,
    code_start: u64,
}

/// Whether a module has DWARF that can be read.
pub(super) fn is_usable(module: &Module<'_>) -> bool {
    let dwarf = dwarf(module);
    let mut units = dwarf.units();
    let mut has_units = false;
    while let Ok(Some(header)) = units.next() {
        has_units = true;
        let Ok(abbreviations) = dwarf.abbreviations(&header) else { return false };
        let Ok(mut entries) = header.entries_raw(&abbreviations, None) else { return false };
        while !entries.is_empty() {
            if entries.next_depth() > DEPTH_MAX as isize {
                return false;
            }
            let skipped = match entries.read_abbreviation() {
                Ok(Some(abbreviation)) => entries.skip_attributes(abbreviation.attributes()),
                Ok(None) => Ok(()),
                Err(error) => Err(error),
            };
            if skipped.is_err() {
                break;
            }
        }
    }
    has_units
}

impl<'a> Resolver<'a> {
    /// A resolver for a module; `None` if its units cannot be read.
    pub(super) fn new(module: &Module<'a>) -> Option<Resolver<'a>> {
        let context = addr2line::Context::from_dwarf(dwarf(module)).ok()?;
        Some(Resolver { context, code_start: module.code_start })
    }

    /// The frames at an offset in the binary: the innermost inlined function first, the compiled function last.
    pub(super) fn frames(&self, wasm_offset: u32) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        // Addresses count from the contents of the code section (WebAssembly's conventions for DWARF).
        let Some(address) = u64::from(wasm_offset).checked_sub(self.code_start) else { return found };
        let Ok(mut frames) = self.context.find_frames(address).skip_all_loads() else { return found };
        while let Ok(Some(frame)) = frames.next() {
            let name = frame.function.map(|function| function.name.slice()).filter(|name| name.len() < TEXT_BYTES_MAX);
            let name = name.map(String::from_utf8_lossy).unwrap_or_default();
            let location = frame.location.as_ref();
            let file = location.and_then(|location| location.file).filter(|file| file.len() < TEXT_BYTES_MAX);
            let line = location.and_then(|location| location.line).unwrap_or(0);
            let column = location.and_then(|location| location.column).unwrap_or(0);
            found.push(Found { name, file: file.unwrap_or_default().into(), line, column });
        }
        // The compiled function is the one that the report counts.
        if found.len() > FRAMES_MAX {
            found.drain(FRAMES_MAX - 1..found.len() - 1);
        }
        found
    }
}
