//! The symbol table of a Mach-O object (`mach-o/nlist.h`, and `symtab_command` of `mach-o/loader.h`), changed in place.
//!
//! It is separate from `elf.rs`, because only the idea of the two is the same. [`Changes::dropped`] has no meaning
//! here: the runtime refers to no symbol of the linker on macOS.

use object::LittleEndian;
use object::macho::{MachHeader64, N_EXT, N_PEXT, Nlist64, SymtabCommand};
use object::read::macho::{LoadCommandVariant, MachHeader as _, Nlist as _};

use super::{Changed, Changes, Names, put};

/// Changes a Mach-O object.
pub(super) fn change(object: &[u8], changes: &Changes<'_>) -> Changed<Vec<u8>> {
    let endian = LittleEndian;
    let header = MachHeader64::<LittleEndian>::parse(object, 0)?;
    let mut commands = header.load_commands(endian, object, 0)?;
    let mut changed = object.to_vec();
    // Commands follow the header.
    let mut command_place = size_of::<MachHeader64<LittleEndian>>();
    while let Some(command) = commands.next()? {
        if let LoadCommandVariant::Symtab(table) = command.variant()? {
            change_table(&mut changed, command_place, table, object, changes)?;
        }
        command_place += command.cmdsize() as usize;
    }
    Ok(changed)
}

fn change_table(
    changed: &mut Vec<u8>,
    command_place: usize,
    command: &SymtabCommand<LittleEndian>,
    object: &[u8],
    changes: &Changes<'_>,
) -> Changed<()> {
    let endian = LittleEndian;
    let symbols = command.symbols::<MachHeader64<LittleEndian>, _>(endian, object)?;
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
