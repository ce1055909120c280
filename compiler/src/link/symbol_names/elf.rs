//! The symbol table of an ELF object (System V gABI, "Symbol Table" and "String Table"), changed in place.
//!
//! It is separate from `macho.rs`, because only the idea of the two is the same. Sizes and offsets of fields are those
//! of the 64-bit format; other objects are errors.

use object::LittleEndian;
use object::elf::{FileHeader64, Rela64, SHT_RELA, SHT_SYMTAB, STB_WEAK, STV_HIDDEN, SectionHeader64, Sym64};
use object::read::elf::{FileHeader as _, Rela as _, SectionHeader as _, Sym as _};

use super::{Changed, Changes, Names, put};

type ElfHeader = FileHeader64<LittleEndian>;

/// Changes an ELF object.
pub(super) fn change(object: &[u8], changes: &Changes<'_>) -> Changed<Vec<u8>> {
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
            // `st_info`: the definition of a weak symbol may be missing.
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
            // `r_info` and `r_addend`: no symbol, and kind 0, which every processor defines as no relocation.
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
