//! Reads the relocation entries of both processors into one form, [`Reference`].
//!
//! In objects, an addend is in the entry, in the entry before it, or in the bytes that are relocated, and its origin
//! differs too (`mach-o/arm64/reloc.h`, `mach-o/x86_64/reloc.h`). Only this file knows these forms. An entry that it
//! does not know must be an error. Below, S is the referent, P the address of the reference, A the addend, and G the
//! referent's slot in the global offset table.

use std::slice::Iter;

use object::LittleEndian;
use object::macho::{self, Relocation, RelocationInfo};

use super::input::{Definition, Section};
use super::program::{Program, Referent};
use super::{Architecture, failed};
use crate::error::{Error, Result};

/// A reference from an offset in a section.
pub(super) struct Reference {
    /// From the start of the section.
    pub(super) offset: u64,
    pub(super) kind: ReferenceKind,
    pub(super) target: Referent,
    pub(super) addend: i64,
}

/// The value that is written, and its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReferenceKind {
    /// S + A in 8 bytes, which moves with the program.
    Pointer,
    /// S + A - the address of `from`.
    Difference { from: Referent, bytes: u8 },
    /// S + A - P in 4 bytes.
    Relative32,
    /// The same as the target of a call or jump, which may be a stub.
    Branch32,
    /// G + A - P in 4 bytes.
    GotRelative32,
    /// (S + A - P) / 4 in 26 bits of `b` or `bl`, which may go to a stub.
    Branch26,
    /// The distance in pages of 4 KiB of S + A from P, in 21 bits of `adrp`.
    Page21,
    /// The lowest 12 bits of S + A, in `add` or, in units of what is loaded, in a load or store.
    PageOffset12,
    /// As `Page21`, of G.
    GotPage21,
    /// As `PageOffset12`, of G.
    GotPageOffset12,
}

/// The references of a section, in the order of its entries.
pub(super) fn references<'p>(program: &'p Program<'_>, input: usize, section: usize) -> References<'p> {
    let contents = &program.inputs[input].sections[section];
    References { program, input, data: contents.data, section: contents, entries: contents.relocations.iter() }
}

/// An iterator over references.
pub(super) struct References<'p> {
    program: &'p Program<'p>,
    input: usize,
    section: &'p Section<'p>,
    data: &'p [u8],
    entries: Iter<'p, Relocation<LittleEndian>>,
}

impl Iterator for References<'_> {
    type Item = Result<Reference>;

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.entries.next()?.info(LittleEndian);
        Some(match self.program.architecture {
            Architecture::Arm64 => self.arm64(entry),
            Architecture::X86_64 => self.x86_64(entry),
        })
    }
}

impl References<'_> {
    fn arm64(&mut self, entry: RelocationInfo) -> Result<Reference> {
        if entry.r_type == macho::ARM64_RELOC_ADDEND {
            // 24 bits with a sign, for the entry that follows.
            let addend = i64::from((entry.r_symbolnum << 8) as i32 >> 8);
            let next = self.entries.next().ok_or_else(|| self.refused(&entry))?.info(LittleEndian);
            let reference = self.arm64_instruction(next, addend)?;
            return if next.r_address == entry.r_address { Ok(reference) } else { Err(self.refused(&entry)) };
        }
        match (entry.r_type, entry.r_pcrel, entry.r_length) {
            (macho::ARM64_RELOC_UNSIGNED, false, 3) => self.pointer(entry),
            (macho::ARM64_RELOC_SUBTRACTOR, false, 2 | 3) => self.difference(entry, macho::ARM64_RELOC_UNSIGNED),
            (macho::ARM64_RELOC_POINTER_TO_GOT, true, 2) if entry.r_extern => {
                let addend = i64::from(self.content32(&entry)?);
                Ok(self.reference(&entry, ReferenceKind::GotRelative32, self.symbol(&entry)?, addend))
            }
            _ => self.arm64_instruction(entry, 0),
        }
    }

    fn arm64_instruction(&self, entry: RelocationInfo, addend: i64) -> Result<Reference> {
        let kind = match (entry.r_type, entry.r_pcrel) {
            (macho::ARM64_RELOC_BRANCH26, true) => ReferenceKind::Branch26,
            (macho::ARM64_RELOC_PAGE21, true) => ReferenceKind::Page21,
            (macho::ARM64_RELOC_PAGEOFF12, false) => ReferenceKind::PageOffset12,
            (macho::ARM64_RELOC_GOT_LOAD_PAGE21, true) if addend == 0 => ReferenceKind::GotPage21,
            (macho::ARM64_RELOC_GOT_LOAD_PAGEOFF12, false) if addend == 0 => ReferenceKind::GotPageOffset12,
            _ => return Err(self.refused(&entry)),
        };
        if !entry.r_extern || entry.r_length != 2 {
            return Err(self.refused(&entry));
        }
        self.content32(&entry)?;
        Ok(self.reference(&entry, kind, self.symbol(&entry)?, addend))
    }

    fn x86_64(&mut self, entry: RelocationInfo) -> Result<Reference> {
        // The number of bytes of the instruction after the 4 that are relocated.
        let rest = match entry.r_type {
            macho::X86_64_RELOC_SIGNED_1 => 1,
            macho::X86_64_RELOC_SIGNED_2 => 2,
            macho::X86_64_RELOC_SIGNED_4 => 4,
            _ => 0,
        };
        let kind = match (entry.r_type, entry.r_pcrel, entry.r_length) {
            (macho::X86_64_RELOC_UNSIGNED, false, 3) => return self.pointer(entry),
            (macho::X86_64_RELOC_SUBTRACTOR, false, 2 | 3) => {
                return self.difference(entry, macho::X86_64_RELOC_UNSIGNED);
            }
            (
                macho::X86_64_RELOC_SIGNED
                | macho::X86_64_RELOC_SIGNED_1
                | macho::X86_64_RELOC_SIGNED_2
                | macho::X86_64_RELOC_SIGNED_4,
                true,
                2,
            ) => ReferenceKind::Relative32,
            (macho::X86_64_RELOC_BRANCH, true, 2) => ReferenceKind::Branch32,
            (macho::X86_64_RELOC_GOT | macho::X86_64_RELOC_GOT_LOAD, true, 2) if entry.r_extern => {
                ReferenceKind::GotRelative32
            }
            _ => return Err(self.refused(&entry)),
        };
        let content = i64::from(self.content32(&entry)?);
        if entry.r_extern {
            // The processor counts from the end of the instruction. The content accounts for bytes after the field.
            return Ok(self.reference(&entry, kind, self.symbol(&entry)?, content - 4));
        }
        // For a section, the content is what it would be if the object were the program.
        let end = self.section.address as i64 + i64::from(entry.r_address) + 4 + rest;
        let target = self.address(&entry, end + content)?;
        Ok(self.reference(&entry, kind, target, -4 - rest))
    }

    /// `UNSIGNED`: content and symbol add up; of a section, the content is an address in the object.
    fn pointer(&self, entry: RelocationInfo) -> Result<Reference> {
        let content = self.content(&entry)?;
        if entry.r_extern {
            return Ok(self.reference(&entry, ReferenceKind::Pointer, self.symbol(&entry)?, content));
        }
        Ok(self.reference(&entry, ReferenceKind::Pointer, self.address(&entry, content)?, 0))
    }

    /// `SUBTRACTOR`, followed by `UNSIGNED` for the same place.
    fn difference(&mut self, entry: RelocationInfo, unsigned: u8) -> Result<Reference> {
        let next = self.entries.next().ok_or_else(|| self.refused(&entry))?.info(LittleEndian);
        let is_pair = next.r_type == unsigned && next.r_address == entry.r_address && next.r_length == entry.r_length;
        if !is_pair || next.r_pcrel || !entry.r_extern {
            return Err(self.refused(&entry));
        }
        let kind = ReferenceKind::Difference { from: self.symbol(&entry)?, bytes: 1 << entry.r_length };
        let content = self.content(&entry)?;
        if next.r_extern {
            return Ok(self.reference(&entry, kind, self.symbol(&next)?, content));
        }
        Ok(self.reference(&entry, kind, self.address(&next, content)?, 0))
    }

    fn reference(&self, entry: &RelocationInfo, kind: ReferenceKind, target: Referent, addend: i64) -> Reference {
        Reference { offset: u64::from(entry.r_address), kind, target, addend }
    }

    fn symbol(&self, entry: &RelocationInfo) -> Result<Referent> {
        let index = entry.r_symbolnum as usize;
        let target = self.program.targets[self.input].get(index).copied().ok_or_else(|| self.refused(entry))?;
        match self.program.inputs[self.input].symbols[index].definition {
            Definition::None => Err(self.refused(entry)),
            _ => Ok(target),
        }
    }

    /// What is at an address of the object, in the section that the entry numbers.
    fn address(&self, entry: &RelocationInfo, address: i64) -> Result<Referent> {
        let index = (entry.r_symbolnum as usize).wrapping_sub(1);
        let section = self.program.inputs[self.input].sections.get(index).ok_or_else(|| self.refused(entry))?;
        let offset = u64::try_from(address).ok().and_then(|address| address.checked_sub(section.address));
        let offset = offset.filter(|offset| *offset <= section.bytes).ok_or_else(|| self.refused(entry))?;
        Ok(Referent::Piece(self.program.place(self.input, index, offset)))
    }

    /// The signed number in the bytes that are relocated.
    fn content(&self, entry: &RelocationInfo) -> Result<i64> {
        if entry.r_length == 2 {
            return self.content32(entry).map(i64::from);
        }
        let field = self.data.get(entry.r_address as usize..).and_then(|data| data.first_chunk());
        field.map(|field| i64::from_le_bytes(*field)).ok_or_else(|| self.refused(entry))
    }

    fn content32(&self, entry: &RelocationInfo) -> Result<i32> {
        let field = self.data.get(entry.r_address as usize..).and_then(|data| data.first_chunk());
        field.map(|field| i32::from_le_bytes(*field)).ok_or_else(|| self.refused(entry))
    }

    fn refused(&self, entry: &RelocationInfo) -> Error {
        let (offset, kind, length) = (entry.r_address, entry.r_type, entry.r_length);
        failed(format!("{}+{offset:#x}: relocation {kind} of length {length} is not supported", self.section.shown()))
    }
}
