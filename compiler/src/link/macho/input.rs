//! Reads relocatable objects (`mach-o/loader.h`, `mach-o/nlist.h`, `mach-o/reloc.h`) and the members of an archive.
//!
//! Later steps do arithmetic with offsets and sizes without checks. So this file must return no section outside the
//! file, no symbol outside its section, and no size whose sums could overflow.

use object::macho::{self, MachHeader64, Relocation, Section64};
use object::read::archive::ArchiveFile;
use object::read::macho::{MachHeader as _, MachOFile64, Nlist as _, Section as _};
use object::{LittleEndian, Object as _};

use super::{Architecture, failed, shown};
use crate::error::Result;

/// An object.
pub(super) struct Input<'a> {
    /// In the order in which symbols and relocations number them, from 1 on.
    pub(super) sections: Vec<Section<'a>>,
    /// In the order in which relocations number them.
    pub(super) symbols: Vec<Symbol<'a>>,
    /// Whether the linker may cut sections at symbols and leave parts out.
    pub(super) is_divisible: bool,
}

/// A section.
pub(super) struct Section<'a> {
    pub(super) segment: &'a [u8],
    pub(super) name: &'a [u8],
    /// In the object's own address space.
    pub(super) address: u64,
    pub(super) bytes: u64,
    /// A power of two.
    pub(super) alignment: u64,
    /// Type and attributes.
    pub(super) flags: u32,
    /// Nothing where the section consists of zeros.
    pub(super) data: &'a [u8],
    pub(super) relocations: &'a [Relocation<LittleEndian>],
}

/// A symbol.
pub(super) struct Symbol<'a> {
    pub(super) name: &'a [u8],
    pub(super) definition: Definition,
    /// Visible to other objects.
    pub(super) is_global: bool,
    /// Other objects may have an equal definition; a strong one takes precedence.
    pub(super) is_weak: bool,
    /// Part of the program even if nothing refers to it.
    pub(super) is_retained: bool,
    /// A second entry into the piece that another symbol begins.
    pub(super) is_alternative: bool,
}

/// The definition of a symbol.
#[derive(Clone, Copy)]
pub(super) enum Definition {
    /// A note for debuggers.
    None,
    Undefined,
    Defined {
        section: usize,
        offset: u64,
    },
}

/// No section of the compiler or the runtime is longer. Sums of thousands of such sizes stay far below 2^64.
const SECTION_BYTES_MAX: u64 = 1 << 44;
/// `section_64.align` of the largest page.
const ALIGNMENT_MAX: u32 = 14;

impl Section<'_> {
    /// Whether it has no bytes in the file.
    pub(super) fn is_zeros(&self) -> bool {
        self.flags & macho::SECTION_TYPE == macho::S_ZEROFILL
    }

    /// Whether it can be part of the program. Sections for linkers are not, and neither are unwind tables, since no
    /// exception of the platform is ever thrown.
    pub(super) fn is_loaded(&self) -> bool {
        is_loaded(self.segment, self.name, self.flags)
    }

    /// Whether only debuggers read it: dyld fills in nothing there.
    pub(super) fn is_debug(&self) -> bool {
        self.segment == b"__DWARF"
    }

    /// For messages.
    pub(super) fn shown(&self) -> String {
        format!("{},{}", shown(self.segment), shown(self.name))
    }
}

fn is_loaded(segment: &[u8], name: &[u8], flags: u32) -> bool {
    match segment {
        b"__TEXT" | b"__DATA" | b"__DATA_CONST" => name != b"__eh_frame" && flags & macho::S_ATTR_DEBUG == 0,
        b"__DWARF" => true,
        _ => false,
    }
}

/// The objects in an archive, each copied to an aligned address.
pub(super) fn members(archive: &[u8]) -> Result<Vec<Vec<u8>>> {
    let unreadable = |error| failed(format!("the runtime's archive: {error}"));
    let file = ArchiveFile::parse(archive).map_err(unreadable)?;
    let members = file.members().map(|member| {
        let bytes = member.and_then(|member| member.data(archive)).map_err(unreadable)?;
        Ok(bytes.to_vec())
    });
    members.collect()
}

/// Reads an object.
pub(super) fn read(bytes: &[u8], architecture: Architecture) -> Result<Input<'_>> {
    let unreadable = |error: object::Error| failed(format!("an object cannot be read: {error}"));
    let file = MachOFile64::<LittleEndian>::parse(bytes).map_err(unreadable)?;
    let header: &MachHeader64<LittleEndian> = file.macho_header();
    let cpu = match architecture {
        Architecture::Arm64 => macho::CPU_TYPE_ARM64,
        Architecture::X86_64 => macho::CPU_TYPE_X86_64,
    };
    if header.cputype(LittleEndian) != cpu || header.filetype(LittleEndian) != macho::MH_OBJECT {
        return Err(failed("an input is no object for this processor"));
    }
    let sections = file.sections().map(|section| read_section(section.macho_section(), bytes));
    let sections = sections.collect::<Result<Vec<_>>>()?;
    let table = file.macho_symbol_table();
    let symbols = table.iter().map(|symbol| {
        let name = symbol.name(LittleEndian, table.strings()).map_err(unreadable)?;
        read_symbol(symbol, name, &sections)
    });
    let symbols = symbols.collect::<Result<_>>()?;
    let is_divisible = header.flags(LittleEndian) & macho::MH_SUBSECTIONS_VIA_SYMBOLS != 0;
    Ok(Input { sections, symbols, is_divisible })
}

fn read_section<'a>(section: &'a Section64<LittleEndian>, file: &'a [u8]) -> Result<Section<'a>> {
    let (segment, name) = (section.segment_name(), section.name());
    let refused = |why: &str| failed(format!("section {},{}: {why}", shown(segment), shown(name)));
    let flags = section.flags.get(LittleEndian);
    let known = [
        macho::S_REGULAR,
        macho::S_ZEROFILL,
        macho::S_CSTRING_LITERALS,
        macho::S_4BYTE_LITERALS,
        macho::S_8BYTE_LITERALS,
        macho::S_16BYTE_LITERALS,
    ];
    if is_loaded(segment, name, flags) && !known.contains(&(flags & macho::SECTION_TYPE)) {
        return Err(refused(&format!("its type {:#x} is not supported", flags & macho::SECTION_TYPE)));
    }
    let (bytes, alignment) = (section.size.get(LittleEndian), section.align.get(LittleEndian));
    let address = section.addr.get(LittleEndian);
    if bytes > SECTION_BYTES_MAX || address > SECTION_BYTES_MAX || alignment > ALIGNMENT_MAX {
        return Err(refused("it is too large, or aligned beyond a page"));
    }
    Ok(Section {
        segment,
        name,
        address,
        bytes,
        alignment: 1 << alignment,
        flags,
        data: section.data(LittleEndian, file).map_err(|()| refused("it lies outside of the file"))?,
        relocations: section.relocations(LittleEndian, file).map_err(|error| refused(&error.to_string()))?,
    })
}

fn read_symbol<'a>(
    symbol: &macho::Nlist64<LittleEndian>,
    name: &'a [u8],
    sections: &[Section<'_>],
) -> Result<Symbol<'a>> {
    let refused = |why: &str| failed(format!("symbol {}: {why}", shown(name)));
    let (kind, value, description) = (symbol.n_type, symbol.n_value(LittleEndian), symbol.n_desc(LittleEndian));
    let definition = match kind & macho::N_TYPE {
        _ if kind & macho::N_STAB != 0 => Definition::None,
        macho::N_UNDF if value == 0 => Definition::Undefined,
        macho::N_UNDF => return Err(refused("common symbols are not supported")),
        macho::N_SECT => {
            let index = usize::from(symbol.n_sect).wrapping_sub(1);
            let section = sections.get(index).ok_or_else(|| refused("its section is missing"))?;
            let offset = value.checked_sub(section.address).filter(|offset| *offset <= section.bytes);
            Definition::Defined {
                section: index,
                offset: offset.ok_or_else(|| refused("it is outside of its section"))?,
            }
        }
        kind => return Err(refused(&format!("its type {kind:#x} is not supported"))),
    };
    let is_defined = matches!(definition, Definition::Defined { .. });
    let has = |bit| is_defined && description & bit != 0;
    Ok(Symbol {
        name,
        definition,
        is_global: kind & macho::N_STAB == 0 && kind & macho::N_EXT != 0,
        is_weak: has(macho::N_WEAK_DEF),
        is_retained: has(macho::N_NO_DEAD_STRIP),
        is_alternative: has(macho::N_ALT_ENTRY),
    })
}
