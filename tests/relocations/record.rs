//! The relocations of an object, with the names that the psABIs and `mach-o/*/reloc.h` give to their kinds.
//!
//! The crate `object` reads them, whose names differ between formats. Cases and table must use the names of the
//! standards, so that a reader can look them up.

use super::table::Target;
use object::{
    Object, ObjectSection, ObjectSymbol, RelocationFlags, RelocationTarget, SectionKind, SymbolIndex, elf, macho,
};
use wasmc_tests::{Failure, context};

/// A relocation.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Where the section that holds the place begins in the object.
    pub(crate) section: String,
    /// The distance of the place from there.
    pub(crate) offset: u64,
    /// The name of its kind.
    pub(crate) kind: String,
    /// The symbol that it refers to.
    pub(crate) symbol: String,
    /// The addend, explicit or in the place itself.
    pub(crate) addend: i64,
    /// Whether the place is in code.
    pub(crate) is_code: bool,
    /// Whether the symbol is code of this object.
    pub(crate) to_code: bool,
}

/// The relocations of code and data. Those of the unwind information are not Cranelift's: `gimli` writes them, with
/// distances to the text section only.
pub(crate) fn records(object: &[u8], target: Target) -> Result<Vec<Record>, Failure> {
    let file = context(object::File::parse(object), "the object")?;
    let mut records = Vec::new();
    for section in file.sections() {
        let name = context(section.name(), "a section")?;
        if [".eh_frame", "__eh_frame"].contains(&name) {
            continue;
        }
        for (offset, relocation) in section.relocations() {
            let RelocationTarget::Symbol(index) = relocation.target() else {
                return Err(format!("a relocation without a symbol at {name}+{offset:#x}"));
            };
            let kind = kind(relocation.flags(), target);
            let addend = match relocation.has_implicit_addend() {
                true => implicit_addend(context(section.data(), name)?, offset, &kind)?,
                false => relocation.addend(),
            };
            records.push(Record {
                section: name.into(),
                offset,
                kind,
                symbol: symbol(&file, index)?,
                addend,
                is_code: section.kind() == SectionKind::Text,
                to_code: is_code(&file, index)?,
            });
        }
    }
    Ok(records)
}

/// The addend that is stored at the place itself: in Mach-O, in a pointer or in the distance of an x86-64 instruction.
/// For arm64 instructions it is in a relocation of its own.
fn implicit_addend(section: &[u8], offset: u64, kind: &str) -> Result<i64, Failure> {
    let place = section.get(offset as usize..).unwrap_or_default();
    let distance = |place: &[u8]| place.first_chunk().map(|&bytes| i64::from(i32::from_le_bytes(bytes)));
    let pointer = |place: &[u8]| place.first_chunk().map(|&bytes| i64::from_le_bytes(bytes));
    let addend = match kind {
        "X86_64_RELOC_UNSIGNED" | "ARM64_RELOC_UNSIGNED" => pointer(place),
        "X86_64_RELOC_BRANCH" => distance(place),
        _ => Some(0),
    };
    addend.ok_or_else(|| format!("a relocation at {offset:#x}, beyond its section"))
}

fn symbol(file: &object::File<'_>, index: SymbolIndex) -> Result<String, Failure> {
    let symbol = context(file.symbol_by_index(index), "a symbol")?;
    Ok(context(symbol.name(), "a symbol")?.into())
}

fn is_code(file: &object::File<'_>, index: SymbolIndex) -> Result<bool, Failure> {
    let symbol = context(file.symbol_by_index(index), "a symbol")?;
    let Some(section) = symbol.section_index() else { return Ok(false) };
    Ok(context(file.section_by_index(section), "a section")?.kind() == SectionKind::Text)
}

/// The name of a kind, as far as the table has it; a number otherwise.
fn kind(flags: RelocationFlags, target: Target) -> String {
    let name = match (flags, target) {
        (RelocationFlags::Elf { r_type }, Target::X86_64Linux) => match r_type {
            elf::R_X86_64_64 => Some("R_X86_64_64"),
            elf::R_X86_64_PLT32 => Some("R_X86_64_PLT32"),
            _ => None,
        },
        (RelocationFlags::Elf { r_type }, Target::Aarch64Linux) => match r_type {
            elf::R_AARCH64_ABS64 => Some("R_AARCH64_ABS64"),
            elf::R_AARCH64_CALL26 => Some("R_AARCH64_CALL26"),
            elf::R_AARCH64_ADR_PREL_PG_HI21 => Some("R_AARCH64_ADR_PREL_PG_HI21"),
            elf::R_AARCH64_ADD_ABS_LO12_NC => Some("R_AARCH64_ADD_ABS_LO12_NC"),
            _ => None,
        },
        (RelocationFlags::Elf { r_type }, Target::Riscv64Linux) => match r_type {
            elf::R_RISCV_64 => Some("R_RISCV_64"),
            elf::R_RISCV_CALL_PLT => Some("R_RISCV_CALL_PLT"),
            elf::R_RISCV_PCREL_HI20 => Some("R_RISCV_PCREL_HI20"),
            elf::R_RISCV_PCREL_LO12_I => Some("R_RISCV_PCREL_LO12_I"),
            _ => None,
        },
        (RelocationFlags::MachO { r_type, r_pcrel, r_length }, Target::X86_64Macos) => {
            match (r_type, r_pcrel, r_length) {
                (macho::X86_64_RELOC_UNSIGNED, false, 3) => Some("X86_64_RELOC_UNSIGNED"),
                (macho::X86_64_RELOC_BRANCH, true, 2) => Some("X86_64_RELOC_BRANCH"),
                _ => None,
            }
        }
        (RelocationFlags::MachO { r_type, r_pcrel, r_length }, Target::Aarch64Macos) => {
            match (r_type, r_pcrel, r_length) {
                (macho::ARM64_RELOC_UNSIGNED, false, 3) => Some("ARM64_RELOC_UNSIGNED"),
                (macho::ARM64_RELOC_BRANCH26, true, 2) => Some("ARM64_RELOC_BRANCH26"),
                (macho::ARM64_RELOC_PAGE21, true, 2) => Some("ARM64_RELOC_PAGE21"),
                (macho::ARM64_RELOC_PAGEOFF12, false, 2) => Some("ARM64_RELOC_PAGEOFF12"),
                _ => None,
            }
        }
        _ => None,
    };
    name.map_or_else(|| format!("{flags:?}"), String::from)
}
