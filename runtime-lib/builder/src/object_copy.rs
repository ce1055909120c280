//! Copies an ELF object without sections that only describe code: debug information, comments and, except for programs
//! with debug information, unwind tables.
//!
//! Reports do not need them, since all code keeps frame pointers. Local symbols get demangled names, for people who
//! read a disassembly. Code, data and relocations must be the same in the copy; a relocation that cannot be copied is
//! an error.

use std::collections::HashMap;
use std::error::Error;

use object::{
    Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionFlags, SymbolFlags, SymbolKind, SymbolSection, elf,
    write,
};

use crate::symbol_names;

/// The copy of an object. `has_frames`: with unwind tables.
pub(crate) fn copy(object: &object::File<'_>, has_frames: bool) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = write::Object::new(object.format(), object.architecture(), object.endianness());
    out.flags = object.flags();
    let sections = copy_sections(object, has_frames, &mut out)?;
    let symbols = copy_symbols(object, &mut out, &sections)?;
    for section in object.sections() {
        let Some(id) = sections.get(&section.index()) else { continue };
        for (offset, relocation) in section.relocations() {
            // Code that a linker may shorten has such relocations. The runtime is compiled without it (`targets`).
            let RelocationTarget::Symbol(target) = relocation.target() else {
                return Err(format!("a relocation without a symbol: {:?}", relocation.flags()).into());
            };
            let symbol = *symbols.get(&target).ok_or("a relocation to a symbol that is not copied")?;
            let (addend, flags) = (relocation.addend(), relocation.flags());
            out.add_relocation(*id, write::Relocation { offset, symbol, addend, flags })?;
        }
    }
    Ok(out.write()?)
}

type Sections = HashMap<object::SectionIndex, write::SectionId>;

fn copy_sections(
    object: &object::File<'_>,
    has_frames: bool,
    out: &mut write::Object<'_>,
) -> Result<Sections, Box<dyn Error>> {
    let mut sections = HashMap::new();
    for section in object.sections().filter(|section| is_copied(section, has_frames)) {
        let id = out.add_section(Vec::new(), section.name_bytes()?.into(), section.kind());
        out.section_mut(id).flags = section.flags();
        if section.kind().is_bss() {
            out.append_section_bss(id, section.size(), section.align());
        } else {
            out.append_section_data(id, section.data()?, section.align());
        }
        sections.insert(section.index(), id);
    }
    Ok(sections)
}

/// Whether a section is copied.
///
/// That is a section that is loaded, without `has_frames` no unwind table, or one of two that describe the object: the
/// instructions that it uses, which linkers compare on RISC-V, and the note that its stack is not executable,
/// without which most linkers make the stack executable or warn.
fn is_copied(section: &object::Section<'_, '_>, has_frames: bool) -> bool {
    let SectionFlags::Elf { sh_flags, .. } = section.flags() else { return true };
    let is_loaded = sh_flags & u64::from(elf::SHF_ALLOC) != 0;
    section.name().is_ok_and(|name| {
        is_loaded && (has_frames || name != ".eh_frame") || [".riscv.attributes", ".note.GNU-stack"].contains(&name)
    })
}

fn copy_symbols(
    object: &object::File<'_>,
    out: &mut write::Object<'_>,
    sections: &Sections,
) -> Result<HashMap<object::SymbolIndex, write::SymbolId>, Box<dyn Error>> {
    let mut symbols = HashMap::new();
    for symbol in object.symbols() {
        let section = match symbol.section() {
            SymbolSection::Section(index) => match sections.get(&index) {
                Some(id) => write::SymbolSection::Section(*id),
                None => continue,
            },
            SymbolSection::Undefined => write::SymbolSection::Undefined,
            _ => continue,
        };
        let name = symbol.name()?;
        let name = if symbol.is_local() { symbol_names::readable(name) } else { name.into() };
        let copied = write::Symbol {
            name: name.into_bytes(),
            value: symbol.address(),
            size: symbol.size(),
            // Symbols without a type are constants, or labels in code for relocations that come in pairs.
            kind: if symbol.kind() == SymbolKind::Unknown { SymbolKind::Label } else { symbol.kind() },
            scope: symbol.scope(),
            weak: symbol.is_weak(),
            section,
            flags: SymbolFlags::None,
        };
        let id = match (symbol.kind(), section) {
            (SymbolKind::Section, write::SymbolSection::Section(section)) => out.section_symbol(section),
            _ => out.add_symbol(copied),
        };
        symbols.insert(symbol.index(), id);
    }
    Ok(symbols)
}
