//! Copies an ELF object without the sections that only describe code. Backtraces do without: everything keeps frame
//! pointers, and local names are as a reader wants to see them.

use std::collections::HashMap;
use std::error::Error;

use object::{
    Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionFlags, SymbolFlags, SymbolKind, SymbolSection, elf,
    write,
};

/// The copy of an object.
pub(crate) fn copy(object: &object::File<'_>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = write::Object::new(object.format(), object.architecture(), object.endianness());
    out.flags = object.flags();
    let sections = copy_sections(object, &mut out)?;
    let symbols = copy_symbols(object, &mut out, &sections)?;
    for section in object.sections() {
        let Some(id) = sections.get(&section.index()) else { continue };
        for (offset, relocation) in section.relocations() {
            // What a linker may shorten has relocations of this kind: it must have been compiled without.
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

fn copy_sections(object: &object::File<'_>, out: &mut write::Object<'_>) -> Result<Sections, Box<dyn Error>> {
    let mut sections = HashMap::new();
    for section in object.sections().filter(is_kept) {
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

/// Whether a section is part of the program, and no debug information, unwind table or comment; or says something about all
/// of the object: which instructions the code uses, which linkers compare on RISC-V, and that the stack holds no code, which
/// most linkers doubt where it is not said.
fn is_kept(section: &object::Section<'_, '_>) -> bool {
    let SectionFlags::Elf { sh_flags, .. } = section.flags() else { return true };
    let is_loaded = sh_flags & u64::from(elf::SHF_ALLOC) != 0;
    section
        .name()
        .is_ok_and(|name| is_loaded && name != ".eh_frame" || [".riscv.attributes", ".note.GNU-stack"].contains(&name))
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
        let name = if symbol.is_local() { format!("{:#}", rustc_demangle::demangle(name)) } else { name.into() };
        let copied = write::Symbol {
            name: name.into_bytes(),
            value: symbol.address(),
            size: symbol.size(),
            // Constants have symbols without a type, and so have places in code that relocations come in pairs for.
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
