//! Writes the symbol table, from which debuggers, `nm` and profilers have names (`mach-o/nlist.h`), and tables that
//! follow from it.
//!
//! The program runs without them. Names of the guest must not be exported: only the header and the entry are.

use object::macho;

use super::failed;
use super::linkage::Linkage;
use super::program::{ENTRY, Program, Referent};
use super::sections::{BASE, Layout};
use crate::error::Result;

/// The symbol at the start of the file in memory.
pub(super) const HEADER: &[u8] = b"__mh_execute_header";
/// The number of the only library, in `n_desc` of imports.
const LIBSYSTEM: u16 = 1;
/// `REFERENCED_DYNAMICALLY`: `strip` leaves it.
const REFERENCED_DYNAMICALLY: u16 = 0x10;

/// Symbols in the order that `LC_DYSYMTAB` requires: local ones, exported ones, imports.
#[derive(Default)]
pub(super) struct SymbolTable {
    /// `nlist_64` structures.
    pub(super) entries: Vec<u8>,
    pub(super) strings: Vec<u8>,
    pub(super) local_count: u32,
    pub(super) exported_count: u32,
    pub(super) imported_count: u32,
}

/// A symbol as it is written.
struct Entry<'n> {
    name: &'n [u8],
    kind: u8,
    section: u8,
    description: u16,
    value: u64,
}

impl SymbolTable {
    /// The symbols of the program.
    pub(super) fn new(program: &Program<'_>, linkage: &Linkage) -> Result<SymbolTable> {
        // Offset 0 means that there is no name; by custom, a space is there.
        let mut table = SymbolTable { strings: b" \0".to_vec(), ..SymbolTable::default() };
        for (input, symbol, place) in program.live_symbols() {
            // Symbols that are private to the assembler are left out. In the compiler's object, which is not divisible,
            // names with such a beginning are names of the guest.
            let is_private = input.is_divisible && matches!(symbol.name, [b'l' | b'L', ..] | [b'.', b'L', ..]);
            if is_private || symbol.name.is_empty() || symbol.name == ENTRY {
                continue;
            }
            let section = program.pieces[place.piece].output as u8 + 1;
            let value = program.address(place);
            table.add(&Entry { name: symbol.name, kind: macho::N_SECT, section, description: 0, value })?;
            table.local_count += 1;
        }
        let (kind, value) = (macho::N_SECT | macho::N_EXT, program.address(program.entry));
        let section = program.pieces[program.entry.piece].output as u8 + 1;
        table.add(&Entry { name: HEADER, kind, section: 1, description: REFERENCED_DYNAMICALLY, value: BASE })?;
        table.add(&Entry { name: ENTRY, kind, section, description: 0, value })?;
        table.exported_count = 2;
        for &import in &linkage.imports {
            let name = program.imports[import].as_bytes();
            let description = LIBSYSTEM << 8;
            table.add(&Entry { name, kind: macho::N_UNDF | macho::N_EXT, section: 0, description, value: 0 })?;
            table.imported_count += 1;
        }
        table.strings.resize(table.strings.len().next_multiple_of(8), 0);
        Ok(table)
    }

    fn add(&mut self, entry: &Entry<'_>) -> Result<()> {
        let offset = u32::try_from(self.strings.len()).map_err(|_| failed("the names of symbols are too long"))?;
        self.entries.extend(offset.to_le_bytes());
        self.entries.extend([entry.kind, entry.section]);
        self.entries.extend(entry.description.to_le_bytes());
        self.entries.extend(entry.value.to_le_bytes());
        self.strings.extend(entry.name);
        self.strings.push(0);
        Ok(())
    }

    /// The number of symbols.
    pub(super) fn count(&self) -> u32 {
        self.local_count + self.exported_count + self.imported_count
    }

    /// The symbol of each stub, then of each slot. The sections have the index of their first one.
    pub(super) fn indirect(&self, linkage: &Linkage) -> Vec<u8> {
        let symbol = |target: Referent| match target {
            Referent::Import(import) => linkage.ordinal(import),
            _ => None,
        };
        let first = self.local_count + self.exported_count;
        let number = |target| symbol(target).map_or(macho::INDIRECT_SYMBOL_LOCAL, |ordinal| first + ordinal);
        let stubs = linkage.stubs.iter().map(|&slot| linkage.slots[slot]);
        stubs.chain(linkage.slots.iter().copied()).flat_map(|target| number(target).to_le_bytes()).collect()
    }
}

/// `LC_FUNCTION_STARTS`: the distances between functions, from the start of the file on.
pub(super) fn function_starts(program: &Program<'_>, layout: &Layout) -> Vec<u8> {
    let is_code = |output: usize| layout.sections[output].flags & macho::S_ATTR_PURE_INSTRUCTIONS != 0;
    let symbols = program.live_symbols().filter(|(_, _, place)| {
        let piece = &program.pieces[place.piece];
        // A symbol at the end of a piece is no function.
        is_code(piece.output) && place.offset < piece.bytes
    });
    let mut addresses: Vec<u64> = symbols.map(|(_, _, place)| program.address(place)).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let (mut bytes, mut last) = (Vec::new(), BASE);
    for address in addresses {
        uleb128(&mut bytes, address - last);
        last = address;
    }
    bytes.push(0);
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    bytes
}

/// `LC_DYLD_EXPORTS_TRIE` (`mach-o/loader.h`, at `EXPORT_SYMBOL_FLAGS_KIND_MASK`): a trie of the two exports, whose
/// names begin with the same character.
pub(super) fn exports(program: &Program<'_>) -> Vec<u8> {
    let [_, header @ ..] = HEADER else { return Vec::new() };
    let [_, entry @ ..] = ENTRY else { return Vec::new() };
    let mut address = Vec::new();
    uleb128(&mut address, program.address(program.entry) - BASE);
    // A node: bytes of its value, the value, number of edges; an edge: a string, the offset of the node it leads to.
    let root: [u8; 5] = [0, 1, b'_', 0, 5];
    let branch = root.len() + 2 + header.len() + 2 + entry.len() + 2;
    let header_node = [2, 0, 0, 0];
    let mut trie = root.to_vec();
    trie.extend([0, 2]);
    trie.extend(header);
    trie.extend([0, branch as u8]);
    trie.extend(entry);
    trie.extend([0, (branch + header_node.len()) as u8]);
    trie.extend(header_node);
    trie.extend([1 + address.len() as u8, 0]);
    trie.extend(address);
    trie.push(0);
    trie.resize(trie.len().next_multiple_of(8), 0);
    trie
}

/// A number in groups of 7 bits (DWARF 5, 7.6).
fn uleb128(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_groups_of_seven_bits() {
        for (value, expected) in [(0, &[0][..]), (0x7f, &[0x7f]), (0x80, &[0x80, 1]), (0x4000, &[0x80, 0x80, 1])] {
            let mut bytes = Vec::new();
            uleb128(&mut bytes, value);
            assert_eq!(bytes, expected);
        }
    }
}
