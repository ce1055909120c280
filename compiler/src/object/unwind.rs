//! `.eh_frame`: the rules by which debuggers and profilers unwind compiled code (System V gABI for x86-64, section
//! 4.2.4; LSB core, "Exception Frames").
//!
//! The runtime must not depend on this section: it walks frame pointers, and Mach-O objects have no such section.

use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::isa::unwind::UnwindInfo;
use gimli::LittleEndian;
use gimli::write::{Address, EhFrame, EndianVec, FrameTable, Writer};
use object::SectionKind;
use object::elf;
use object::write::{Object, Relocation, SectionId};
use object::{RelocationEncoding, RelocationFlags, RelocationKind, SectionFlags};

use super::text::Text;
use crate::error::{Error, Result};

/// Adds the section, with one entry for each function.
pub(super) fn write(object: &mut Object<'_>, isa: &dyn TargetIsa, text: &Text, section: SectionId) -> Result<()> {
    let Some(mut cie) = isa.create_systemv_cie() else { return Ok(()) };
    // Distances to the code need no relocation when the program is loaded.
    cie.fde_address_encoding = gimli::DW_EH_PE_pcrel | gimli::DW_EH_PE_sdata4;
    let mut table = FrameTable::default();
    let cie = table.add_cie(cie);
    for function in &text.functions {
        let Some(UnwindInfo::SystemV(unwind)) = &function.code.unwind else { continue };
        let address = Address::Symbol { symbol: 0, addend: i64::from(function.offset) };
        table.add_fde(cie, unwind.to_fde(address));
    }
    let mut frames = EhFrame(Section { bytes: EndianVec::new(LittleEndian), fixups: Vec::new() });
    table.write_eh_frame(&mut frames).map_err(|error| Error::internal(format!("unwind information: {error}")))?;
    let Section { mut bytes, fixups } = frames.0;

    let id = object.add_section(Vec::new(), b".eh_frame".to_vec(), SectionKind::ReadOnlyData);
    object.section_mut(id).flags = SectionFlags::Elf { sh_flags: u64::from(elf::SHF_ALLOC) };
    object.append_section_data(id, &bytes.take(), 8);
    let symbol = object.section_symbol(section);
    for (offset, addend) in fixups {
        let flags = RelocationFlags::Generic {
            kind: RelocationKind::Relative,
            encoding: RelocationEncoding::Generic,
            size: 32,
        };
        object
            .add_relocation(id, Relocation { offset, symbol, addend, flags })
            .map_err(|error| Error::internal(format!("unwind information: {error}")))?;
    }
    Ok(())
}

/// The section under construction, and its references to the text section: (offset here, offset in the text section).
#[derive(Clone)]
struct Section {
    bytes: EndianVec<LittleEndian>,
    fixups: Vec<(u64, i64)>,
}

impl Writer for Section {
    type Endian = LittleEndian;

    fn endian(&self) -> LittleEndian {
        LittleEndian
    }

    fn len(&self) -> usize {
        self.bytes.len()
    }

    fn write(&mut self, bytes: &[u8]) -> gimli::write::Result<()> {
        self.bytes.write(bytes)
    }

    fn write_at(&mut self, offset: usize, bytes: &[u8]) -> gimli::write::Result<()> {
        self.bytes.write_at(offset, bytes)
    }

    fn write_eh_pointer(&mut self, address: Address, encoding: gimli::DwEhPe, size: u8) -> gimli::write::Result<()> {
        match address {
            Address::Symbol { addend, .. } => {
                self.fixups.push((self.len() as u64, addend));
                self.write_udata(0, 4)
            }
            Address::Constant(value) => self.bytes.write_eh_pointer(Address::Constant(value), encoding, size),
        }
    }
}
