//! Changes the names and the visibility of symbols in a finished object.
//!
//! The object is not parsed and written again, which could lose what the writer does not know. Its symbol table stays
//! at its place, with other names and flags, and a longer string table is appended. Nothing else in the object may
//! change.

mod elf;
mod macho;

use std::collections::HashMap;

use crate::error::{Error, Result};
use crate::target::Format;

/// Changes to the symbols of an object.
pub(super) struct Changes<'c> {
    /// New names, by old name as it is in the object.
    pub(super) renamed: &'c HashMap<Vec<u8>, Vec<u8>>,
    /// Whether the object's definitions are visible only in the program or library that it is linked into.
    pub(super) hidden: bool,
    /// Undefined symbols that nothing has to define. In each section that refers to one, which must be a section that
    /// no code uses, all references are removed: on RISC-V, relocations come in pairs, and one of a pair names the
    /// other.
    pub(super) dropped: &'c [&'c [u8]],
}

/// Changes an object of this format.
///
/// # Errors
/// [`Error::Internal`] for bytes that are no such object, since all objects here come from wasmc itself.
pub(super) fn change(object: &[u8], format: Format, changes: &Changes<'_>) -> Result<Vec<u8>> {
    let changed = match format {
        Format::Elf => elf::change(object, changes),
        Format::MachO => macho::change(object, changes),
    };
    changed.map_err(|error| Error::internal(format!("changing the symbols of an object: {error}")))
}

/// The string table of an object, with the names that are added.
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
        let in_text = SymbolSection::Section(text);
        symbol("local", in_text, SymbolScope::Compilation);
        symbol("memcpy", in_text, SymbolScope::Dynamic);
        let used = symbol("used", SymbolSection::Undefined, SymbolScope::Unknown);
        let dropped = symbol("dropped", SymbolSection::Undefined, SymbolScope::Unknown);
        for (section, offset, symbol) in [(text, 4, used), (unused, 4, used), (unused, 12, dropped)] {
            object.add_relocation(section, Relocation { offset, symbol, addend: -4, flags }).expect("a known kind");
        }
        object.write().expect("a small object")
    }

    fn changed(object: &[u8], format: Format, mangled: &str) -> Vec<u8> {
        let name = |name: &str| format!("{mangled}{name}").into_bytes();
        let renamed = HashMap::from(["local", "memcpy", "used"].map(|old| (name(old), name(&format!("new_{old}")))));
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
            let section = file.section_by_name(section).expect("sections stay");
            let targets = section.relocations().map(|(_, relocation)| match relocation.target() {
                RelocationTarget::Symbol(symbol) => {
                    file.symbol_by_index(symbol).and_then(|s| s.name()).unwrap_or_default()
                }
                _ => "",
            });
            targets.collect::<Vec<_>>()
        };
        assert_eq!(targets(".text"), ["new_used"]);
        assert_eq!(targets(".data"), ["", ""]);
    }

    #[test]
    fn symbols_of_mach_o_get_names_and_visibility() {
        let flags = RelocationFlags::MachO { r_type: object::macho::X86_64_RELOC_BRANCH, r_pcrel: true, r_length: 2 };
        let bytes = changed(&object(BinaryFormat::MachO, flags), Format::MachO, "_");
        let file = object::File::parse(&*bytes).expect("still an object");
        let scope = |name| file.symbol_by_name(name).map(|symbol| symbol.scope());
        assert_eq!(scope("_new_memcpy"), Some(SymbolScope::Linkage));
        assert_eq!(scope("_memcpy"), None);
        assert!(file.symbol_by_name("_new_used").is_some_and(|symbol| symbol.is_undefined()));
    }
}
