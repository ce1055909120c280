//! Decides which segments and sections the executable has, and where they and the pieces lie, in the file and in
//! memory.
//!
//! Pieces keep their order, and each keeps its offset within the alignment of its section. The runtime moves the pages
//! of a large start image to another place at start; such an image is whole pages, so it shares none. Addresses that
//! other files have read must not change, so everything is placed here, once.

use object::macho;

use super::input::Section;
use super::linkage::Linkage;
use super::program::Program;
use super::sections::{BASE, Contents, Layout, OutputSection, PAGE_BYTES, Segment, SegmentName};
use super::{failed, load_commands};
use crate::error::{Error, Result};

/// Decides the place of everything.
pub(super) fn lay_out(program: &mut Program<'_>, linkage: &Linkage) -> Result<Layout> {
    let mut sections = linkage.sections(program.architecture);
    group(program, &mut sections)?;
    sections.sort_by_key(|section| (section.segment, section.rank()));
    if sections.len() > usize::from(u8::MAX) {
        return Err(failed("there are more than 255 sections"));
    }
    let mut names: Vec<SegmentName> = sections.iter().map(|section| section.segment).collect();
    // `__TEXT` has the load commands, if nothing else.
    names.insert(0, SegmentName::Text);
    names.dedup();
    let header_bytes = load_commands::header_bytes(names.len(), sections.len());
    let mut layout = Layout {
        sections,
        segments: Vec::new(),
        stubs_address: 0,
        slots_address: 0,
        linkedit_address: BASE,
        linkedit_offset: 0,
    };
    for name in names {
        let header_bytes = if name == SegmentName::Text { header_bytes } else { 0 };
        place_segment(program, &mut layout, name, header_bytes);
    }
    if layout.linkedit_offset > u64::from(u32::MAX) {
        return Err(Error::Limit { message: "the executable is larger than the 4 GiB that Mach-O describes".into() });
    }
    Ok(layout)
}

/// Assigns the live pieces to sections of the executable.
fn group(program: &Program<'_>, sections: &mut Vec<OutputSection>) -> Result<()> {
    for (index, piece) in program.pieces.iter().enumerate().filter(|(_, piece)| piece.is_live) {
        let section = program.section(piece);
        let segment = segment_of(section)?;
        let relevant = macho::SECTION_TYPE
            | macho::S_ATTR_PURE_INSTRUCTIONS
            | macho::S_ATTR_SOME_INSTRUCTIONS
            | macho::S_ATTR_DEBUG;
        let flags = section.flags & relevant;
        let output = match sections.iter_mut().find(|other| other.segment == segment && other.name == section.name) {
            Some(output) => output,
            None => {
                let contents = Contents::Pieces(Vec::new());
                sections.push(OutputSection::new(segment, section.name, flags, section.alignment, contents));
                sections.last_mut().ok_or_else(|| Error::internal("a section is gone"))?
            }
        };
        let Contents::Pieces(pieces) = &mut output.contents else {
            return Err(failed(format!("section {} is the linker's", section.shown())));
        };
        if (output.flags ^ flags) & macho::SECTION_TYPE != 0 {
            return Err(failed(format!("section {} is of two types", section.shown())));
        }
        output.flags |= flags;
        output.alignment = output.alignment.max(section.alignment);
        pieces.push(index);
    }
    Ok(())
}

/// The segment for a section. Constants that dyld fills in at start go to `__DATA_CONST`, which is read-only from then
/// on.
fn segment_of(section: &Section<'_>) -> Result<SegmentName> {
    match (section.segment, section.name) {
        (b"__TEXT", _) if !section.is_zeros() => Ok(SegmentName::Text),
        (b"__DATA_CONST", _) | (b"__DATA", b"__const") => Ok(SegmentName::DataConst),
        (b"__DATA", _) => Ok(SegmentName::Data),
        (b"__DWARF", _) => Ok(SegmentName::Dwarf),
        _ => Err(failed(format!("section {} is in no segment that is known", section.shown()))),
    }
}

/// Places a segment behind the previous one, and the sections in it.
fn place_segment(program: &mut Program<'_>, layout: &mut Layout, name: SegmentName, header_bytes: u64) {
    let (address, offset) = (layout.linkedit_address, layout.linkedit_offset);
    let first = layout.sections.partition_point(|section| section.segment < name);
    let end = layout.sections.partition_point(|section| section.segment <= name);
    let mut at = address + header_bytes;
    let mut file_end = at;
    for (number, section) in layout.sections[first..end].iter_mut().enumerate() {
        at = at.next_multiple_of(section.alignment);
        section.address = at;
        match &section.contents {
            Contents::Pieces(pieces) => {
                at = place_pieces(program, pieces, first + number, at);
                section.bytes = at - section.address;
            }
            Contents::Stubs => layout.stubs_address = at,
            Contents::Slots => layout.slots_address = at,
        }
        at = section.address + section.bytes;
        if !section.is_zeros() {
            file_end = at;
        }
    }
    let bytes = (at - address).next_multiple_of(PAGE_BYTES);
    let file_bytes = (file_end - address).next_multiple_of(PAGE_BYTES);
    layout.segments.push(Segment { name, address, bytes, offset, file_bytes, sections: first..end });
    layout.linkedit_address = address + bytes;
    layout.linkedit_offset = offset + file_bytes;
}

/// Places pieces from an address on and returns the end.
fn place_pieces(program: &mut Program<'_>, pieces: &[usize], output: usize, mut at: u64) -> u64 {
    for &index in pieces {
        let alignment = program.section(&program.pieces[index]).alignment;
        let piece = &mut program.pieces[index];
        // Keep the offset from a multiple of the alignment.
        at += piece.start.wrapping_sub(at) & (alignment - 1);
        piece.address = at;
        piece.output = output;
        at += piece.bytes;
    }
    at
}

/// The file before `__LINKEDIT`, with the contents of all pieces.
pub(super) fn copy(program: &Program<'_>, layout: &Layout) -> Result<Vec<u8>> {
    let bytes = usize::try_from(layout.linkedit_offset);
    let mut file = vec![0; bytes.map_err(|_| failed("the executable is too large for this machine"))?];
    for piece in program.pieces.iter().filter(|piece| piece.is_live) {
        let section = program.section(piece);
        if !section.is_zeros() && piece.bytes > 0 {
            let range = piece.start as usize..(piece.start + piece.bytes) as usize;
            let data = section.data.get(range).ok_or_else(|| failed(format!("{} is cut off", section.shown())))?;
            layout.bytes_at(&mut file, piece.address, data.len())?.copy_from_slice(data);
        }
    }
    Ok(file)
}
