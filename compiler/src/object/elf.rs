//! The parts of an object that only ELF has: names and flags of sections, and `.riscv.attributes`.
//!
//! `macho.rs` beside it has the same functions for Mach-O, so that no other file of this folder needs to know the
//! formats. Nothing that both formats have belongs here.

use object::write::{Object, SectionId};
use object::{SectionFlags, SectionKind, elf};
use wasmc_abi::symbols;

use crate::error::{Error, Result};

/// The section of the policy.
pub(super) const POLICY_SECTION: &str = symbols::POLICY_SECTION;
/// A page of most kernels. The larger pages that some kernels have on 64-bit Arm would double small executables.
const STATE_ALIGNMENT: u64 = 4 << 10;
/// The largest alignment of a piece of the state: that of a vector.
const PIECE_ALIGNMENT: u64 = 16;
/// The section of the start image.
pub(super) const IMAGE_SECTION: &str = symbols::IMAGE_SECTION;

/// Adds the section of the state that the guest changes, which begins a page.
///
/// Linkers align a section as its most aligned part. Wild also rounds the size of each part up to its alignment, so
/// bytes with the alignment of a page would be a whole page in the file. An empty part before them has it instead.
pub(super) fn write_state(object: &mut Object<'_>, state: &[u8]) -> SectionId {
    let mut add_part = |bytes, alignment| {
        let section = object.add_section(Vec::new(), symbols::STATE_SECTION.into(), SectionKind::Data);
        object.append_section_data(section, bytes, alignment);
        section
    };
    let first = add_part(&[], STATE_ALIGNMENT);
    let second = add_part(state, PIECE_ALIGNMENT);
    // No symbol refers to the empty part, and the linker must keep it.
    let flags = elf::SHF_ALLOC | elf::SHF_WRITE | elf::SHF_GNU_RETAIN;
    object.section_mut(first).flags = SectionFlags::Elf { sh_flags: u64::from(flags) };
    second
}

/// Adds the section that `wasmc inspect` reads. It is not loaded.
pub(super) fn write_info(object: &mut Object<'_>, info: &[u8]) {
    let section = object.add_section(Vec::new(), symbols::INFO_SECTION.into(), SectionKind::Other);
    // No symbol refers to the section, and the linker must keep it.
    object.section_mut(section).flags = SectionFlags::Elf { sh_flags: u64::from(elf::SHF_GNU_RETAIN) };
    object.append_section_data(section, info, 1);
}

/// Adds `.riscv.attributes`: the instruction sets that the code uses, as `Tag_RISCV_arch` of the RISC-V psABI, section
/// "Attributes". Linkers merge it, and disassemblers and debuggers read it.
pub(super) fn write_riscv_attributes(object: &mut Object<'_>, architecture: &str) {
    let tag_file = 1;
    let (tag_stack_align, tag_arch, stack_align) = (4, 5, 16);
    let attributes = [&[tag_stack_align, stack_align, tag_arch], architecture.as_bytes(), &[0]].concat();
    // Lengths include their own four bytes.
    let file = [&[tag_file], &length(5 + attributes.len())[..], &attributes].concat();
    let vendor = b"riscv\0";
    let subsection = [&length(4 + vendor.len() + file.len())[..], vendor, &file].concat();
    let section = [&b"A"[..], &subsection].concat();
    let id = object.add_section(Vec::new(), b".riscv.attributes".to_vec(), SectionKind::Elf(elf::SHT_RISCV_ATTRIBUTES));
    object.append_section_data(id, &section, 1);
}

fn length(bytes: usize) -> [u8; 4] {
    (bytes as u32).to_le_bytes()
}

/// The finished object as bytes.
pub(super) fn write(object: &Object<'_>) -> Result<Vec<u8>> {
    object.write().map_err(|error| Error::internal(format!("writing the object: {error}")))
}
