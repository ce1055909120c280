//! Sections of debug information in the object.
//!
//! Their contents come from [`crate::debuginfo`], which knows no object format; this file knows no DWARF. They are not
//! loaded, and no symbol refers to them.

use object::write::{Relocation, StandardSegment, SymbolId};
use object::{RelocationEncoding, RelocationFlags, RelocationKind, SectionKind};
use wasmc_abi::symbols;

use super::{Object, data};
use crate::debuginfo::{Fixup, Section, SectionName, Target};
use crate::error::{Error, Result};
use crate::target::Format;

impl Object {
    /// Adds the sections. If they are linked with those of other objects, references between them are relocations;
    /// otherwise they are offsets, which costs less.
    pub(crate) fn add_debug_sections(
        &mut self,
        sections: Vec<(SectionName, Section)>,
        is_linked_with_others: bool,
    ) -> Result<()> {
        let segment = self.object.segment_name(StandardSegment::Debug).to_vec();
        let prefix = match self.format {
            Format::Elf => ".",
            Format::MachO => "__",
        };
        let mut ids = Vec::with_capacity(sections.len());
        for (name, _) in &sections {
            let full = [prefix, name.name()].concat().into_bytes();
            ids.push((*name, self.object.add_section(segment.clone(), full, SectionKind::Debug)));
        }
        for ((_, Section { mut bytes, fixups }), (_, id)) in sections.into_iter().zip(ids.clone()) {
            let mut relocations = Vec::new();
            for fixup in fixups {
                let Fixup { offset, target, addend } = fixup;
                let section_symbol = match target {
                    Target::Section(name) if is_linked_with_others => {
                        ids.iter().find(|(of, _)| *of == name).map(|(_, id)| self.object.section_symbol(*id))
                    }
                    Target::Section(_) => None,
                    Target::Text => Some(self.data_symbol(symbols::TEXT_START)?),
                    Target::Memories => Some(self.data_symbol(symbols::MEMORIES)?),
                    Target::Globals => Some(self.data_symbol(data::GLOBALS)?),
                };
                match section_symbol {
                    Some(symbol) => relocations.push((offset, target, symbol, addend)),
                    None => fill(&mut bytes, fixup)?,
                }
            }
            self.object.set_section_data(id, bytes, 1);
            for (offset, target, symbol, addend) in relocations {
                let flags = RelocationFlags::Generic {
                    kind: RelocationKind::Absolute,
                    encoding: RelocationEncoding::Generic,
                    size: target.bytes() as u8 * 8,
                };
                let relocation = Relocation { offset, symbol, addend: addend.cast_signed(), flags };
                self.object
                    .add_relocation(id, relocation)
                    .map_err(|error| Error::internal(format!("debug information: {error}")))?;
            }
        }
        Ok(())
    }

    fn data_symbol(&self, name: &str) -> Result<SymbolId> {
        let symbol = self.object.symbol_id(name.as_bytes());
        symbol.ok_or_else(|| Error::internal(format!("debug information refers to '{name}', which is missing")))
    }
}

/// Writes an offset in another section.
fn fill(bytes: &mut [u8], Fixup { offset, addend, .. }: Fixup) -> Result<()> {
    let place = bytes.get_mut(offset as usize..).and_then(<[u8]>::first_chunk_mut::<4>);
    let place = place.ok_or_else(|| Error::internal("debug information has a place outside of its section"))?;
    let addend = u32::try_from(addend)
        .map_err(|_| Error::Limit { message: "the debug information exceeds 4 GiB: build without -g".into() })?;
    *place = addend.to_le_bytes();
    Ok(())
}
