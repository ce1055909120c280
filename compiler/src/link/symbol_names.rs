//! Changes the symbols of a finished object: their names and who sees them, and nothing else.
//!
//! An object is not taken apart and written again for that. Its symbol table stays where it is, with other names and flags
//! in it, and a longer string table is added at the end.

use std::collections::HashMap;

use object::elf::{FileHeader64, Rela64, SHT_RELA, SHT_SYMTAB, STB_WEAK, STV_HIDDEN, SectionHeader64, Sym64};
use object::macho::{N_EXT, N_PEXT, Nlist64, SymtabCommand};
use object::read::elf::{FileHeader as _, Rela as _, SectionHeader as _, Sym as _};
use object::read::macho::{LoadCommandVariant, MachHeader as _, Nlist as _};
use object::{LittleEndian, macho};

use crate::error::{Error, Result};
use crate::target::Format;

/// What becomes of an object's symbols.
pub(super) struct Changes<'c> {
    /// New names, by old name as it is in the object.
    pub(super) renamed: &'c HashMap<Vec<u8>, Vec<u8>>,
    /// Whether what the object defines is visible only in what it is linked into.
    pub(super) hidden: bool,
    /// Symbols that it refers to and will do without: in each section with such a reference, which is one that nothing uses,
    /// all references are left unresolved. (On RISC-V, they come in pairs of which one names the other.)
    pub(super) dropped: &'c [&'c [u8]],
}

/// Changes an object of this format.
///
/// # Errors
/// [`Error::Internal`] where it is none, since objects come from us.
pub(super) fn change(object: &[u8], format: Format, changes: &Changes<'_>) -> Result<Vec<u8>> {
    let changed = match format {
        Format::Elf => change_elf(object, changes),
        Format::MachO => change_mach_o(object, changes),
    };
    changed.map_err(|error| Error::internal(format!("changing the symbols of an object: {error}")))
}

/// The names of an object, longer by what is added.
struct Names {
    bytes: Vec<u8>,
}

impl Names {
    fn add(&mut self, name: &[u8]) -> u32 {
        let offset = self.bytes.len() as u32;
        self.bytes.extend_from_slice(name);
        self.bytes.push(0);
        offset
    }
}

type Changed<T> = std::result::Result<T, Box<dyn std::error::Error>>;
type ElfHeader = FileHeader64<LittleEndian>;

/// System V gABI, "Symbol Table" and "String Table".
fn change_elf(object: &[u8], changes: &Changes<'_>) -> Changed<Vec<u8>> {
    let endian = LittleEndian;
    let header = ElfHeader::parse(object)?;
    let sections = header.sections(endian, object)?;
    let symbols = sections.symbols(endian, object, SHT_SYMTAB)?;
    let table = sections.section(symbols.section())?.sh_offset(endian) as usize;
    let string_section = symbols.string_section();
    let strings = sections.section(string_section)?;
    let mut names = Names { bytes: strings.data(endian, object)?.to_vec() };

    let mut changed = object.to_vec();
    let mut dropped = Vec::new();
    for (index, symbol) in symbols.enumerate() {
        let name = symbol.name(endian, symbols.strings())?;
        let place = table + index.0 * size_of::<Sym64<LittleEndian>>();
        if let Some(renamed) = changes.renamed.get(name)
            && !symbol.is_local()
        {
            // `st_name`
            put(&mut changed, place, &names.add(renamed).to_le_bytes())?;
        }
        let is_undefined = symbol.is_undefined(endian);
        if changes.hidden && !symbol.is_local() && !is_undefined {
            // `st_other`
            put(&mut changed, place + 5, &[symbol.st_other() & !3 | STV_HIDDEN])?;
        }
        if is_undefined && changes.dropped.contains(&name) {
            // `st_info`: nobody has to define it.
            put(&mut changed, place + 4, &[STB_WEAK << 4 | symbol.st_type()])?;
            dropped.push(index);
        }
    }
    for section in sections.iter().filter(|section| section.sh_type(endian) == SHT_RELA) {
        let Some((relocations, _)) = section.rela(endian, object)? else { continue };
        let symbols = || relocations.iter().filter_map(|relocation| relocation.symbol(endian, false));
        if !symbols().any(|symbol| dropped.contains(&symbol)) {
            continue;
        }
        for index in 0..relocations.len() {
            let place = section.sh_offset(endian) as usize + index * size_of::<Rela64<LittleEndian>>();
            // `r_info` and `r_addend`: no symbol, and kind 0, which is "none" on every processor.
            put(&mut changed, place + 8, &[0; 16])?;
        }
    }
    let place = header.e_shoff(endian) as usize + string_section.0 * size_of::<SectionHeader64<LittleEndian>>();
    let (offset, bytes) = (changed.len() as u64, names.bytes.len() as u64);
    changed.extend(names.bytes);
    // `sh_offset` and `sh_size`
    put(&mut changed, place + 24, &[offset, bytes].map(u64::to_le_bytes).concat())?;
    Ok(changed)
}

/// `mach-o/nlist.h`, and `symtab_command` of `mach-o/loader.h`.
fn change_mach_o(object: &[u8], changes: &Changes<'_>) -> Changed<Vec<u8>> {
    let endian = LittleEndian;
    let header = macho::MachHeader64::<LittleEndian>::parse(object, 0)?;
    let mut commands = header.load_commands(endian, object, 0)?;
    let mut changed = object.to_vec();
    // Commands follow the header.
    let mut command_place = size_of::<macho::MachHeader64<LittleEndian>>();
    while let Some(command) = commands.next()? {
        if let LoadCommandVariant::Symtab(table) = command.variant()? {
            change_mach_o_table(&mut changed, command_place, table, object, changes)?;
        }
        command_place += command.cmdsize() as usize;
    }
    Ok(changed)
}

fn change_mach_o_table(
    changed: &mut Vec<u8>,
    command_place: usize,
    command: &SymtabCommand<LittleEndian>,
    object: &[u8],
    changes: &Changes<'_>,
) -> Changed<()> {
    let endian = LittleEndian;
    let symbols = command.symbols::<macho::MachHeader64<LittleEndian>, _>(endian, object)?;
    let strings = object.get(command.stroff.get(endian) as usize..).unwrap_or_default();
    let strings = strings.get(..command.strsize.get(endian) as usize).ok_or("its string table is cut off")?;
    let mut names = Names { bytes: strings.to_vec() };
    for (index, symbol) in symbols.iter().enumerate() {
        let name = symbol.name(endian, symbols.strings())?;
        let place = command.symoff.get(endian) as usize + index * size_of::<Nlist64<LittleEndian>>();
        let is_global = symbol.n_type() & N_EXT != 0;
        if let Some(renamed) = changes.renamed.get(name)
            && is_global
        {
            // `n_strx`
            put(changed, place, &names.add(renamed).to_le_bytes())?;
        }
        if changes.hidden && is_global && symbol.is_definition() {
            // `n_type`
            put(changed, place + 4, &[symbol.n_type() | N_PEXT])?;
        }
    }
    names.bytes.resize(names.bytes.len().next_multiple_of(8), 0);
    let (offset, bytes) = (changed.len() as u32, names.bytes.len() as u32);
    changed.extend(names.bytes);
    // `stroff` and `strsize`
    put(changed, command_place + 16, &[offset, bytes].map(u32::to_le_bytes).concat())
}

fn put(object: &mut [u8], place: usize, bytes: &[u8]) -> Changed<()> {
    object.get_mut(place..place + bytes.len()).ok_or("it is cut off")?.copy_from_slice(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use object::write::{Object, Relocation, StandardSection, Symbol, SymbolSection};
    use object::{
        Architecture, BinaryFormat, Endianness, Object as _, ObjectSection, ObjectSymbol, RelocationFlags,
        RelocationTarget, SymbolFlags, SymbolKind, SymbolScope,
    };

    use super::*;

    fn object(format: BinaryFormat, flags: RelocationFlags) -> Vec<u8> {
        let mut object = Object::new(format, Architecture::X86_64, Endianness::Little);
        let text = object.section_id(StandardSection::Text);
        object.append_section_data(text, &[0x90; 32], 16);
        let unused = object.section_id(StandardSection::Data);
        object.append_section_data(unused, &[0; 32], 16);
        let mut symbol = |name: &str, section, scope| {
            let (name, kind) = (name.into(), SymbolKind::Text);
            let flags = SymbolFlags::None;
            object.add_symbol(Symbol { name, value: 0, size: 16, kind, scope, weak: false, section, flags })
        };
        let ours = SymbolSection::Section(text);
        symbol("local", ours, SymbolScope::Compilation);
        symbol("memcpy", ours, SymbolScope::Dynamic);
        let kept = symbol("kept", SymbolSection::Undefined, SymbolScope::Unknown);
        let dropped = symbol("dropped", SymbolSection::Undefined, SymbolScope::Unknown);
        for (section, offset, symbol) in [(text, 4, kept), (unused, 4, kept), (unused, 12, dropped)] {
            object.add_relocation(section, Relocation { offset, symbol, addend: -4, flags }).expect("a known kind");
        }
        object.write().expect("a small object")
    }

    fn changed(object: &[u8], format: Format, mangled: &str) -> Vec<u8> {
        let name = |name: &str| format!("{mangled}{name}").into_bytes();
        let renamed = HashMap::from(["local", "memcpy", "kept"].map(|old| (name(old), name(&format!("new_{old}")))));
        let changes = Changes { renamed: &renamed, hidden: true, dropped: &[b"dropped"] };
        change(object, format, &changes).expect("an object")
    }

    #[test]
    fn symbols_of_elf_get_names_and_visibility() {
        let flags = RelocationFlags::Elf { r_type: object::elf::R_X86_64_PC32 };
        let bytes = changed(&object(BinaryFormat::Elf, flags), Format::Elf, "");
        let file = object::File::parse(&*bytes).expect("still an object");
        let scope = |name| file.symbol_by_name(name).map(|symbol| symbol.scope());
        assert_eq!(scope("local"), Some(SymbolScope::Compilation));
        assert_eq!(scope("new_memcpy"), Some(SymbolScope::Linkage));
        assert!(file.symbol_by_name("dropped").is_some_and(|symbol| symbol.is_weak()));
        let targets = |section| {
            let section = file.section_by_name(section).expect("kept");
            let targets = section.relocations().map(|(_, relocation)| match relocation.target() {
                RelocationTarget::Symbol(symbol) => {
                    file.symbol_by_index(symbol).and_then(|s| s.name()).unwrap_or_default()
                }
                _ => "",
            });
            targets.collect::<Vec<_>>()
        };
        assert_eq!(targets(".text"), ["new_kept"]);
        assert_eq!(targets(".data"), ["", ""]);
    }

    #[test]
    fn symbols_of_mach_o_do_as_well() {
        let flags = RelocationFlags::MachO { r_type: macho::X86_64_RELOC_BRANCH, r_pcrel: true, r_length: 2 };
        let bytes = changed(&object(BinaryFormat::MachO, flags), Format::MachO, "_");
        let file = object::File::parse(&*bytes).expect("still an object");
        let scope = |name| file.symbol_by_name(name).map(|symbol| symbol.scope());
        assert_eq!(scope("_new_memcpy"), Some(SymbolScope::Linkage));
        assert_eq!(scope("_memcpy"), None);
        assert!(file.symbol_by_name("_new_kept").is_some_and(|symbol| symbol.is_undefined()));
    }
}
