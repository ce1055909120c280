//! The section of the state that the guest changes: pieces of data, one after another, from the start of a page on.
//!
//! Resetting an instance, or taking a snapshot of it, then deals with one range of addresses. cranelift-object would
//! give each piece a section of its own, and linkers move sections of different alignments apart, so this file makes
//! the one section. Data that code only reads must not be in it.

use cranelift_module::DataId;
use cranelift_object::ObjectProduct;
use object::write::{Relocation, SymbolSection};
use object::{RelocationEncoding, RelocationFlags, RelocationKind, SymbolKind, SymbolScope};

use super::contents::{Address, Contents};
use super::{elf, macho};
use crate::error::{Error, Result};
use crate::plan::Plan;
use crate::plan::data::Data;
use crate::target::Format;

/// Whether the guest changes a piece of data while it runs.
pub(super) fn is_state(plan: &Plan, data: Data) -> bool {
    match data {
        Data::Memories | Data::Tables | Data::Globals | Data::SegmentLengths => true,
        // Elements that start as nulls take no bytes in the file, and stay where they take none.
        Data::TableElements(table) => plan.tables[table].mutable && !plan.start.tables[table].is_null(),
        Data::Threads | Data::FunctionReferences | Data::PassiveBytes(_) | Data::PassiveReferences(_) => false,
    }
}

/// The section under construction.
#[derive(Default)]
pub(super) struct State {
    bytes: Vec<u8>,
    pieces: Vec<Piece>,
    addresses: Vec<Address>,
}

struct Piece {
    id: DataId,
    scope: SymbolScope,
    offset: usize,
    bytes: usize,
}

impl State {
    /// Appends a piece, which was declared as an import.
    pub(super) fn add(&mut self, data: Data, id: DataId, contents: Contents) {
        let Contents { bytes, align, addresses, .. } = contents;
        let offset = self.bytes.len().next_multiple_of(align as usize);
        self.bytes.resize(offset, 0);
        // The runtime refers to the states of memories and tables; the other pieces are for code of this object only.
        let scope = match data {
            Data::Memories | Data::Tables => SymbolScope::Dynamic,
            _ => SymbolScope::Compilation,
        };
        self.pieces.push(Piece { id, scope, offset, bytes: bytes.len() });
        self.addresses
            .extend(addresses.into_iter().map(|address| Address { offset: offset + address.offset, ..address }));
        self.bytes.extend(bytes);
    }

    /// Adds the section to an object, and defines the symbols of its pieces.
    pub(super) fn write(self, product: &mut ObjectProduct, format: Format) -> Result<()> {
        let section = match format {
            Format::Elf => elf::write_state(&mut product.object, &self.bytes),
            Format::MachO => macho::write_state(&mut product.object, &self.bytes),
        };
        for Piece { id, scope, offset, bytes } in self.pieces {
            let symbol = product.data_symbol(id);
            let symbol = product.object.symbol_mut(symbol);
            symbol.section = SymbolSection::Section(section);
            symbol.kind = SymbolKind::Data;
            (symbol.scope, symbol.value, symbol.size) = (scope, offset as u64, bytes as u64);
        }
        for Address { offset, target, addend } in self.addresses {
            let flags = RelocationFlags::Generic {
                kind: RelocationKind::Absolute,
                encoding: RelocationEncoding::Generic,
                size: 64,
            };
            let relocation = Relocation { offset: offset as u64, symbol: product.data_symbol(target), addend, flags };
            product
                .object
                .add_relocation(section, relocation)
                .map_err(|error| Error::internal(format!("the state of the guest: {error}")))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use object::{Object as _, ObjectSection as _, ObjectSymbol as _};

    use crate::{Emit, Options, TARGETS, compile};

    const MODULE: &[u8] = br#"(module
        (memory 1)
        (global $counter (mut i32) (i32.const 7))
        (table $functions 2 funcref)
        (elem (table $functions) (i32.const 0) func $start)
        (data $bytes "abc")
        (func $start (export "_start")
            (global.set $counter (i32.add (global.get $counter) (i32.const 1)))
            (table.set $functions (i32.const 1) (table.get $functions (i32.const 0)))
            (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 3))
            (data.drop $bytes)))"#;

    #[test]
    fn what_the_guest_changes_lies_in_one_section_that_begins_a_page() {
        for target in TARGETS {
            let options = Options { target, emit: Emit::Object, ..Options::default() };
            let bytes = compile(MODULE, &options, &()).expect("a valid module").bytes;
            let file = object::File::parse(&*bytes).expect("an object");
            let names = [".wasmc.state", "__wasmc.state"];
            let is_state = |section: &object::Section<'_, '_>| section.name().is_ok_and(|name| names.contains(&name));
            let sections: Vec<_> = file.sections().filter(is_state).collect();
            // In ELF, the alignment is that of an empty part before the bytes.
            let ([section] | [_, section]) = sections.as_slice() else { panic!("{target}: {} parts", sections.len()) };
            assert_eq!(sections[0].align() % 4096, 0, "{target}");
            assert!(sections.len() == 1 || sections[0].size() == 0, "{target}");
            for name in ["wasmc_memories", "wasmc_tables", "wasmc.globals", "wasmc.segment_lengths", "wasmc.table.0"] {
                let is_it = |symbol: &object::Symbol<'_, '_>| {
                    symbol.name().is_ok_and(|found| found.trim_start_matches('_') == name)
                };
                let symbol = file.symbols().find(is_it).expect("a symbol of the state");
                assert_eq!(symbol.section_index(), Some(section.index()), "{target}: {name}");
            }
        }
    }
}
