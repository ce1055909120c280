//! Writes the header and the load commands, from which the kernel and dyld find everything else (`mach-o/loader.h`).
//!
//! They lie before the code, so the layout needs their length before their contents are known: [`header_bytes`] and
//! [`write`] must agree, and `write` checks it.

use object::macho;

use super::linkage::Linkage;
use super::linkedit::{Linkedit, Span};
use super::program::Program;
use super::sections::{BASE, Layout, OutputSection, PAGE_BYTES, Segment, SegmentName};
use super::{Architecture, failed};
use crate::error::Result;
use crate::target::MACOS_VERSION;

const HEADER_BYTES: u32 = 32;
const SEGMENT_BYTES: u32 = 72;
const SECTION_BYTES: u32 = 80;
/// The commands other than those for segments: their number and their bytes.
const OTHERS: (u32, u32) = (13, 16 + 16 + 24 + 80 + 32 + UUID_BYTES + 24 + 16 + 24 + 56 + 16 + 16 + 16);
const UUID_BYTES: u32 = 24;
const DYLD: &str = "/usr/lib/dyld";
const LIBSYSTEM: &str = "/usr/lib/libSystem.B.dylib";

/// Bytes of header and load commands. `__PAGEZERO` and `__LINKEDIT` come in addition to these segments.
pub(super) fn header_bytes(segments: usize, sections: usize) -> u64 {
    let bytes = HEADER_BYTES + SEGMENT_BYTES * (segments as u32 + 2) + SECTION_BYTES * sections as u32 + OTHERS.1;
    u64::from(bytes)
}

/// Where the 16 bytes of the UUID are in the file.
pub(super) fn uuid_offset(layout: &Layout) -> usize {
    let before = 16 + 16 + 24 + 80 + 32;
    (header_bytes(layout.segments.len(), layout.sections.len()) - u64::from(OTHERS.1 - before - 8)) as usize
}

/// Writes them to the start of the file.
pub(super) fn write(
    program: &Program<'_>,
    linkage: &Linkage,
    layout: &Layout,
    linkedit: &Linkedit,
    file: &mut [u8],
) -> Result<()> {
    let expected = header_bytes(layout.segments.len(), layout.sections.len());
    let mut commands = Commands::default();
    commands.header(program.architecture, layout, expected as u32 - HEADER_BYTES);
    commands.segments(layout, linkedit);
    commands.span(macho::LC_DYLD_CHAINED_FIXUPS, linkedit.fixups);
    commands.span(macho::LC_DYLD_EXPORTS_TRIE, linkedit.exports);
    commands.symbols(linkage, linkedit);
    commands.string(macho::LC_LOAD_DYLINKER, &[], DYLD);
    // The UUID is a hash of the file, so `signature` writes it.
    commands.command(macho::LC_UUID, &[0; 4]);
    let version = version();
    commands.command(macho::LC_BUILD_VERSION, &[macho::PLATFORM_MACOS, version, version, 0]);
    commands.command(macho::LC_SOURCE_VERSION, &[0, 0]);
    let entry = program.address(program.entry) - BASE;
    commands.command(macho::LC_MAIN, &[entry as u32, (entry >> 32) as u32, 0, 0]);
    // Time stamp, current version, compatible version. Every libSystem is compatible with 1.0.
    commands.string(macho::LC_LOAD_DYLIB, &[2, 1 << 16, 1 << 16], LIBSYSTEM);
    commands.span(macho::LC_FUNCTION_STARTS, linkedit.function_starts);
    commands.span(macho::LC_DATA_IN_CODE, linkedit.data_in_code);
    commands.span(macho::LC_CODE_SIGNATURE, linkedit.signature);
    match file.get_mut(..commands.bytes.len()) {
        Some(start) if commands.bytes.len() as u64 == expected => {
            start.copy_from_slice(&commands.bytes);
            Ok(())
        }
        _ => Err(failed("the load commands do not fit")),
    }
}

/// [`MACOS_VERSION`] as `build_version_command` has it: the major and the minor number, in 16 and 8 bits.
fn version() -> u32 {
    let (major, minor) = MACOS_VERSION.split_once('.').unwrap_or((MACOS_VERSION, "0"));
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    number(major) << 16 | number(minor) << 8
}

/// Load commands so far.
#[derive(Default)]
struct Commands {
    bytes: Vec<u8>,
}

impl Commands {
    fn header(&mut self, architecture: Architecture, layout: &Layout, commands_bytes: u32) {
        let (cpu, subtype) = match architecture {
            Architecture::Arm64 => (macho::CPU_TYPE_ARM64, macho::CPU_SUBTYPE_ARM64_ALL),
            Architecture::X86_64 => (macho::CPU_TYPE_X86_64, macho::CPU_SUBTYPE_X86_64_ALL),
        };
        let flags = macho::MH_NOUNDEFS | macho::MH_DYLDLINK | macho::MH_TWOLEVEL | macho::MH_PIE;
        let count = layout.segments.len() as u32 + 2 + OTHERS.0;
        let header = [macho::MH_MAGIC_64, cpu, subtype, macho::MH_EXECUTE, count, commands_bytes, flags, 0];
        self.words(&header);
    }

    fn segments(&mut self, layout: &Layout, linkedit: &Linkedit) {
        self.segment("__PAGEZERO", [0, BASE, 0, 0], [0, 0], &[]);
        for segment in &layout.segments {
            self.own_segment(segment, layout);
        }
        let file_bytes = u64::from(linkedit.signature.offset) + u64::from(linkedit.signature.bytes);
        let bytes = file_bytes - layout.linkedit_offset;
        let place = [layout.linkedit_address, bytes.next_multiple_of(PAGE_BYTES), layout.linkedit_offset, bytes];
        self.segment("__LINKEDIT", place, [macho::VM_PROT_READ, 0], &[]);
    }

    fn own_segment(&mut self, segment: &Segment, layout: &Layout) {
        let (read, write, execute) = (macho::VM_PROT_READ, macho::VM_PROT_WRITE, macho::VM_PROT_EXECUTE);
        let (name, access) = match segment.name {
            SegmentName::Text => ("__TEXT", [read | execute, 0]),
            SegmentName::DataConst => ("__DATA_CONST", [read | write, macho::SG_READ_ONLY]),
            SegmentName::Data => ("__DATA", [read | write, 0]),
            SegmentName::Dwarf => ("__DWARF", [read, 0]),
        };
        let place = [segment.address, segment.bytes, segment.offset, segment.file_bytes];
        self.segment(name, place, access, &layout.sections[segment.sections.clone()]);
        for section in &layout.sections[segment.sections.clone()] {
            self.section(name, section, segment);
        }
    }

    /// `segment_command_64`: address and bytes in memory and in the file; access and flags.
    fn segment(&mut self, name: &str, place: [u64; 4], access: [u32; 2], sections: &[OutputSection]) {
        let count = sections.len() as u32;
        self.words(&[macho::LC_SEGMENT_64, SEGMENT_BYTES + SECTION_BYTES * count]);
        self.name(name.as_bytes());
        self.longs(&place);
        let [access, flags] = access;
        self.words(&[access, access, count, flags]);
    }

    /// `section_64`.
    fn section(&mut self, segment_name: &str, section: &OutputSection, segment: &Segment) {
        self.name(&section.name);
        self.name(segment_name.as_bytes());
        self.longs(&[section.address, section.bytes]);
        let offset = if section.is_zeros() { 0 } else { segment.offset + (section.address - segment.address) };
        let [first, second] = section.reserved;
        let alignment = section.alignment.trailing_zeros();
        self.words(&[offset as u32, alignment, 0, 0, section.flags, first, second, 0]);
    }

    /// `symtab_command` and `dysymtab_command`.
    fn symbols(&mut self, linkage: &Linkage, linkedit: &Linkedit) {
        let table = &linkedit.symbol_table;
        let (symbols, strings) = (linkedit.symbols, linkedit.strings);
        self.command(macho::LC_SYMTAB, &[symbols.offset, table.count(), strings.offset, strings.bytes]);
        let mut words = [0; 18];
        let imported = table.local_count + table.exported_count;
        words[..6].copy_from_slice(&[
            0,
            table.local_count,
            table.local_count,
            table.exported_count,
            imported,
            table.imported_count,
        ]);
        // Behind three tables of libraries, which there are not.
        words[12] = linkedit.indirect.offset;
        words[13] = (linkage.stubs.len() + linkage.slots.len()) as u32;
        self.command(macho::LC_DYSYMTAB, &words);
    }

    /// `linkedit_data_command`.
    fn span(&mut self, kind: u32, span: Span) {
        self.command(kind, &[span.offset, span.bytes]);
    }

    /// A command that ends with a string, whose offset comes first.
    fn string(&mut self, kind: u32, words: &[u32], string: &str) {
        let offset = 12 + 4 * words.len();
        let bytes = (offset + string.len() + 1).next_multiple_of(8);
        let end = self.bytes.len() + bytes;
        self.words(&[kind, bytes as u32, offset as u32]);
        self.words(words);
        self.bytes.extend(string.as_bytes());
        self.bytes.resize(end, 0);
    }

    fn command(&mut self, kind: u32, words: &[u32]) {
        self.words(&[kind, 8 + 4 * words.len() as u32]);
        self.words(words);
    }

    /// A name in its field of 16 bytes, which it may fill.
    fn name(&mut self, name: &[u8]) {
        let mut field = [0; 16];
        field.iter_mut().zip(name).for_each(|(byte, name)| *byte = *name);
        self.bytes.extend(field);
    }

    fn longs(&mut self, longs: &[u64]) {
        self.bytes.extend(longs.iter().flat_map(|long| long.to_le_bytes()));
    }

    fn words(&mut self, words: &[u32]) {
        self.bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    }
}
