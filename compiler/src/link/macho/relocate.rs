//! Fills in the references of the program: distances are written now, and addresses, which dyld decides, become fixups.
//!
//! It reads the layout and changes nothing but the bytes of references. A value that does not fit must be an error.

use super::fixups::{Fixup, Value};
use super::linkage::Linkage;
use super::program::{Program, Referent};
use super::references::{Reference, ReferenceKind, references};
use super::sections::Layout;
use super::{arm64, failed};
use crate::error::{Error, Result};

/// Fills in the references of all live pieces.
pub(super) fn relocate(
    program: &Program<'_>,
    linkage: &Linkage,
    layout: &Layout,
    file: &mut [u8],
) -> Result<Vec<Fixup>> {
    let mut fixups = Vec::new();
    for (input, section) in program.loaded_sections() {
        for reference in references(program, input, section) {
            let reference = reference?;
            let from = program.place(input, section, reference.offset);
            if !program.pieces[from.piece].is_live {
                continue;
            }
            let filled = Filled { program, linkage, layout, reference, address: program.address(from) };
            match filled.reference.kind {
                // Debuggers add the distance that dyld has moved the program.
                ReferenceKind::Pointer if program.section(&program.pieces[from.piece]).is_debug() => {
                    let address = filled.defined(filled.reference.target)?;
                    filled.put(file, &address.wrapping_add_signed(filled.reference.addend).to_le_bytes())?;
                }
                ReferenceKind::Pointer => fixups.push(filled.pointer()?),
                _ => filled.write(file)?,
            }
        }
    }
    Ok(fixups)
}

/// A reference, with everything that is needed to fill it in.
struct Filled<'f> {
    program: &'f Program<'f>,
    linkage: &'f Linkage,
    layout: &'f Layout,
    reference: Reference,
    /// Of the reference itself.
    address: u64,
}

impl Filled<'_> {
    fn pointer(&self) -> Result<Fixup> {
        let value = match self.reference.target {
            Referent::Piece(place) => {
                Value::Address(self.program.address(place).wrapping_add_signed(self.reference.addend))
            }
            Referent::Import(import) => {
                // `dyld_chained_ptr_64_bind` has 8 bits for the addend.
                let addend =
                    u8::try_from(self.reference.addend).map_err(|_| self.refused("its addend is too large"))?;
                Value::Import { import, addend }
            }
            Referent::Undefined { .. } => return Err(self.refused("it is undefined")),
        };
        Ok(Fixup { address: self.address, value })
    }

    fn write(&self, file: &mut [u8]) -> Result<()> {
        let Reference { kind, target, addend, .. } = self.reference;
        let distance = |to: u64| to.wrapping_add_signed(addend).wrapping_sub(self.address) as i64;
        match kind {
            ReferenceKind::Pointer => Err(Error::internal("a pointer is written by dyld")),
            ReferenceKind::Difference { from, bytes } => {
                let difference = self.defined(target)?.wrapping_add_signed(addend).wrapping_sub(self.defined(from)?);
                match bytes {
                    4 => self.write32(file, difference as i64),
                    _ => self.put(file, &difference.to_le_bytes()),
                }
            }
            ReferenceKind::Relative32 => self.write32(file, distance(self.defined(target)?)),
            ReferenceKind::Branch32 => self.write32(file, distance(self.callee(target)?)),
            ReferenceKind::GotRelative32 => self.write32(file, distance(self.slot(target)?)),
            ReferenceKind::Branch26 => {
                let distance = distance(self.callee(target)?);
                self.patch(file, |instruction| arm64::branch26(instruction, distance))
            }
            ReferenceKind::Page21 | ReferenceKind::GotPage21 => {
                let to = self.paged(kind, target)?.wrapping_add_signed(addend);
                self.patch(file, |instruction| arm64::page21(instruction, to, self.address))
            }
            ReferenceKind::PageOffset12 | ReferenceKind::GotPageOffset12 => {
                let to = self.paged(kind, target)?.wrapping_add_signed(addend);
                self.patch(file, |instruction| arm64::page_offset12(instruction, to))
            }
        }
    }

    /// The address of a referent that is part of the program.
    fn defined(&self, target: Referent) -> Result<u64> {
        match target {
            Referent::Piece(place) => Ok(self.program.address(place)),
            _ => Err(self.refused("it is not part of the program")),
        }
    }

    /// The address that a call of the referent goes to: its stub, if it has one.
    fn callee(&self, target: Referent) -> Result<u64> {
        match self.linkage.stub(self.program.architecture, self.layout, target) {
            Some(stub) => Ok(stub),
            None => self.defined(target),
        }
    }

    fn slot(&self, target: Referent) -> Result<u64> {
        self.linkage.slot(self.layout, target).ok_or_else(|| self.refused("it has no slot"))
    }

    fn paged(&self, kind: ReferenceKind, target: Referent) -> Result<u64> {
        match kind {
            ReferenceKind::GotPage21 | ReferenceKind::GotPageOffset12 => self.slot(target),
            _ => self.defined(target),
        }
    }

    fn write32(&self, file: &mut [u8], value: i64) -> Result<()> {
        let value = i32::try_from(value).map_err(|_| self.refused("it is out of reach"))?;
        self.put(file, &value.to_le_bytes())
    }

    fn patch(&self, file: &mut [u8], change: impl FnOnce(u32) -> Option<u32>) -> Result<()> {
        let field = self.layout.bytes_at(file, self.address, 4)?;
        let instruction = field.first_chunk().map(|field| u32::from_le_bytes(*field)).unwrap_or_default();
        let changed = change(instruction).ok_or_else(|| self.refused("it is out of reach, or not aligned"))?;
        field.copy_from_slice(&changed.to_le_bytes());
        Ok(())
    }

    fn put(&self, file: &mut [u8], bytes: &[u8]) -> Result<()> {
        self.layout.bytes_at(file, self.address, bytes.len())?.copy_from_slice(bytes);
        Ok(())
    }

    fn refused(&self, why: &str) -> Error {
        let Reference { kind, target, addend, .. } = self.reference;
        failed(format!("the reference {kind:?} at {:#x} to {target:?}{addend:+}: {why}", self.address))
    }
}
