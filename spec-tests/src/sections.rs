//! Adds to a binary module without disturbing it: entries in front of or behind those of a section, and replaced bytes.
//!
//! What is not touched stays byte for byte as it was, so that the odd encodings of a script reach the compiler. Custom
//! sections are left out: names would hide the numbers by which a backtrace is read.

use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::Encode;

use crate::anatomy::Anatomy;

/// A section that has a count and entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Types.
    Type = 1,
    /// Imports.
    Import = 2,
    /// Types of functions.
    Function = 3,
    /// Tables.
    Table = 4,
    /// Memories.
    Memory = 5,
    /// Globals.
    Global = 6,
    /// Exports.
    Export = 7,
    /// Bodies of functions.
    Code = 10,
}

/// The identifiers of all sections in the order that the binary format demands (core specification, section 5.5.2).
const ORDER: [u8; 13] = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

/// A module with what is to be changed in it.
#[derive(Debug)]
pub struct Sections<'a> {
    wasm: &'a [u8],
    contents: BTreeMap<u8, Range<usize>>,
    before: BTreeMap<u8, Vec<Vec<u8>>>,
    after: BTreeMap<u8, Vec<Vec<u8>>>,
    replaced: Vec<(Range<usize>, Vec<u8>)>,
}

impl<'a> Sections<'a> {
    /// The sections of a module, unchanged.
    pub fn new(anatomy: &Anatomy<'a>) -> Sections<'a> {
        Sections {
            wasm: anatomy.wasm,
            contents: anatomy.sections.clone(),
            before: BTreeMap::new(),
            after: BTreeMap::new(),
            replaced: Vec::new(),
        }
    }

    /// Adds an entry in front of the section's own, behind those added so before.
    pub fn prepend(&mut self, kind: Kind, entry: Vec<u8>) {
        self.before.entry(kind as u8).or_default().push(entry);
    }

    /// Adds an entry behind all others.
    pub fn append(&mut self, kind: Kind, entry: Vec<u8>) {
        self.after.entry(kind as u8).or_default().push(entry);
    }

    /// Leaves a section out.
    pub fn remove(&mut self, kind: Kind) {
        self.contents.remove(&(kind as u8));
    }

    /// Puts other bytes in the place of these, which lie in the entries of one section. In ascending order.
    pub fn replace(&mut self, range: Range<usize>, bytes: Vec<u8>) {
        self.replaced.push((range, bytes));
    }

    /// The module as changed.
    pub fn finish(self) -> Vec<u8> {
        let mut module = self.wasm[..8].to_vec();
        for id in ORDER {
            if let Some(section) = self.section(id) {
                module.push(id);
                section.encode(&mut module);
            }
        }
        module
    }

    fn section(&self, id: u8) -> Option<Vec<u8>> {
        let added = |entries: &BTreeMap<u8, Vec<Vec<u8>>>| entries.get(&id).cloned().unwrap_or_default();
        let (before, after) = (added(&self.before), added(&self.after));
        let original = self.contents.get(&id).cloned();
        if before.is_empty() && after.is_empty() {
            return original.map(|range| self.bytes(range));
        }
        let (count, entries) = match original {
            Some(range) => {
                let (count, length) = leading_count(&self.wasm[range.clone()]);
                (count, self.bytes(range.start + length..range.end))
            }
            None => (0, Vec::new()),
        };
        let mut section = Vec::new();
        (count + before.len() as u32 + after.len() as u32).encode(&mut section);
        section.extend(before.concat());
        section.extend(entries);
        section.extend(after.concat());
        Some(section)
    }

    /// These bytes of the module, with what replaces parts of them.
    fn bytes(&self, range: Range<usize>) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(range.len());
        let mut position = range.start;
        for (replaced, by) in &self.replaced {
            if range.contains(&replaced.start) {
                bytes.extend(&self.wasm[position..replaced.start]);
                bytes.extend(by);
                position = replaced.end;
            }
        }
        bytes.extend(&self.wasm[position..range.end]);
        bytes
    }
}

/// The number of entries, and how many bytes it takes; the module is valid.
fn leading_count(section: &[u8]) -> (u32, usize) {
    let mut reader = wasmparser::BinaryReader::new(section, 0);
    let count = reader.read_var_u32().expect("a valid section begins with its count");
    (count, reader.original_position() as usize)
}
