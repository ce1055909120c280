//! The indirections to imports: the global offset table, whose slots dyld fills, and stubs that jump to the address in
//! a slot.
//!
//! Code may load the address of a symbol of the program from a slot too. Such code stays as it is, and dyld fills the
//! slot with an address that moves with the program. References themselves are not written here, only stubs and slots.

use std::collections::HashMap;

use object::macho;

use super::fixups::{Fixup, Value};
use super::program::{Program, Referent};
use super::references::{ReferenceKind, references};
use super::sections::{Contents, Layout, OutputSection, SegmentName};
use super::{Architecture, arm64, failed, shown};
use crate::error::Result;

/// Slots, stubs and imports.
#[derive(Default)]
pub(super) struct Linkage {
    /// The referent of each slot.
    pub(super) slots: Vec<Referent>,
    slot_indices: HashMap<Referent, usize>,
    /// The number of the slot that each stub uses.
    pub(super) stubs: Vec<usize>,
    stub_indices: HashMap<Referent, usize>,
    /// The imports that are used, as ascending numbers in [`Program::imports`].
    pub(super) imports: Vec<usize>,
}

impl Linkage {
    /// Collects the slots and stubs that the program needs.
    pub(super) fn collect(program: &Program<'_>) -> Result<Linkage> {
        let mut linkage = Linkage::default();
        for (input, section) in program.loaded_sections() {
            for reference in references(program, input, section) {
                let reference = reference?;
                if program.pieces[program.place(input, section, reference.offset).piece].is_live {
                    linkage.add(program, reference.kind, reference.target)?;
                }
            }
        }
        linkage.imports.sort_unstable();
        linkage.imports.dedup();
        Ok(linkage)
    }

    fn add(&mut self, program: &Program<'_>, kind: ReferenceKind, target: Referent) -> Result<()> {
        match target {
            Referent::Undefined { input, symbol } => {
                let name = program.inputs[input].symbols[symbol].name;
                return Err(failed(format!("undefined symbol: {}", shown(name))));
            }
            Referent::Import(import) => self.imports.push(import),
            Referent::Piece(_) => {}
        }
        match (kind, target) {
            (ReferenceKind::GotRelative32 | ReferenceKind::GotPage21 | ReferenceKind::GotPageOffset12, _) => {
                self.add_slot(target);
            }
            (ReferenceKind::Branch32 | ReferenceKind::Branch26, Referent::Import(_))
                if !self.stub_indices.contains_key(&target) =>
            {
                let slot = self.add_slot(target);
                self.stub_indices.insert(target, self.stubs.len());
                self.stubs.push(slot);
            }
            _ => {}
        }
        Ok(())
    }

    fn add_slot(&mut self, target: Referent) -> usize {
        *self.slot_indices.entry(target).or_insert_with(|| {
            self.slots.push(target);
            self.slots.len() - 1
        })
    }

    /// The sections of stubs and slots, if there are any.
    pub(super) fn sections(&self, architecture: Architecture) -> Vec<OutputSection> {
        let stub_bytes = stub_bytes(architecture);
        let mut sections = Vec::new();
        if !self.stubs.is_empty() {
            let flags = macho::S_SYMBOL_STUBS | macho::S_ATTR_PURE_INSTRUCTIONS | macho::S_ATTR_SOME_INSTRUCTIONS;
            let mut stubs = OutputSection::new(SegmentName::Text, b"__stubs", flags, 4, Contents::Stubs);
            stubs.bytes = stub_bytes * self.stubs.len() as u64;
            // `section_64` in `mach-o/loader.h`: the first indirect symbol, the bytes of a stub.
            stubs.reserved = [0, stub_bytes as u32];
            sections.push(stubs);
        }
        if !self.slots.is_empty() {
            let flags = macho::S_NON_LAZY_SYMBOL_POINTERS;
            let mut slots = OutputSection::new(SegmentName::DataConst, b"__got", flags, 8, Contents::Slots);
            slots.bytes = 8 * self.slots.len() as u64;
            slots.reserved = [self.stubs.len() as u32, 0];
            sections.push(slots);
        }
        sections
    }

    /// The address of a referent's slot.
    pub(super) fn slot(&self, layout: &Layout, target: Referent) -> Option<u64> {
        Some(layout.slots_address + 8 * *self.slot_indices.get(&target)? as u64)
    }

    /// The address of a referent's stub.
    pub(super) fn stub(&self, architecture: Architecture, layout: &Layout, target: Referent) -> Option<u64> {
        Some(layout.stubs_address + stub_bytes(architecture) * *self.stub_indices.get(&target)? as u64)
    }

    /// The number of an import in fixups.
    pub(super) fn ordinal(&self, import: usize) -> Option<u32> {
        self.imports.binary_search(&import).ok().map(|ordinal| ordinal as u32)
    }

    /// Writes the stubs and makes a fixup for each slot.
    pub(super) fn write(
        &self,
        program: &Program<'_>,
        layout: &Layout,
        file: &mut [u8],
        fixups: &mut Vec<Fixup>,
    ) -> Result<()> {
        for (index, &slot) in self.stubs.iter().enumerate() {
            let stub = layout.stubs_address + stub_bytes(program.architecture) * index as u64;
            let slot = layout.slots_address + 8 * slot as u64;
            let code = match program.architecture {
                Architecture::Arm64 => arm64::stub(stub, slot),
                Architecture::X86_64 => x86_64_stub(stub, slot),
            };
            let code = code.ok_or_else(|| failed("a stub does not reach its slot"))?;
            layout.bytes_at(file, stub, code.len())?.copy_from_slice(&code);
        }
        for (index, target) in self.slots.iter().enumerate() {
            let value = match *target {
                Referent::Piece(place) => Value::Address(program.address(place)),
                Referent::Import(import) => Value::Import { import, addend: 0 },
                Referent::Undefined { .. } => return Err(failed("a slot for an undefined symbol")),
            };
            fixups.push(Fixup { address: layout.slots_address + 8 * index as u64, value });
        }
        Ok(())
    }
}

fn stub_bytes(architecture: Architecture) -> u64 {
    match architecture {
        Architecture::Arm64 => 12,
        Architecture::X86_64 => 6,
    }
}

/// `jmp *slot(%rip)`.
fn x86_64_stub(stub: u64, slot: u64) -> Option<Vec<u8>> {
    let distance = i32::try_from(slot.wrapping_sub(stub + 6) as i64).ok()?;
    Some([&[0xff, 0x25][..], &distance.to_le_bytes()].concat())
}
