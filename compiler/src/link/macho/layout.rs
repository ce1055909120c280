//! Which segments and sections the executable has, and where they and the pieces lie, in the file and in memory.
//!
//! Pieces keep their order, and each its place within what its section is aligned to. What asks for the alignment of a page
//! is alone on its pages: the start image is mapped to another place at start.

use std::ops::Range;

use object::macho;

use super::input::Section;
use super::linkage::Linkage;
use super::program::Program;
use super::{failed, load_commands};
use crate::error::{Error, Result};

/// Pages of Apple silicon. x86-64 has smaller ones, except when Apple silicon translates it.
pub(super) const PAGE_BYTES: u64 = 16 << 10;
/// Where `__TEXT` begins, before it is moved: behind the lowest 4 GiB, which are kept free of everything.
pub(super) const BASE: u64 = 1 << 32;

/// A segment with sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SegmentName {
    Text,
    DataConst,
    Data,
}

/// A section of the executable.
pub(super) struct OutputSection {
    pub(super) segment: SegmentName,
    pub(super) name: Vec<u8>,
    /// Type and attributes.
    pub(super) flags: u32,
    /// A power of two.
    pub(super) alignment: u64,
    pub(super) contents: Contents,
    pub(super) address: u64,
    pub(super) bytes: u64,
    /// `reserved1` and `reserved2`, which depend on the type.
    pub(super) reserved: [u32; 2],
}

/// What a section consists of.
pub(super) enum Contents {
    /// By their numbers in the program.
    Pieces(Vec<usize>),
    Stubs,
    Slots,
}

/// A segment.
pub(super) struct Segment {
    pub(super) name: SegmentName,
    pub(super) address: u64,
    pub(super) bytes: u64,
    pub(super) offset: u64,
    /// The rest consists of zeros.
    pub(super) file_bytes: u64,
    /// By their numbers in [`Layout::sections`].
    pub(super) sections: Range<usize>,
}

/// Where everything lies.
pub(super) struct Layout {
    pub(super) sections: Vec<OutputSection>,
    pub(super) segments: Vec<Segment>,
    pub(super) stubs_address: u64,
    pub(super) slots_address: u64,
    /// `__LINKEDIT`, which is behind all others.
    pub(super) linkedit_address: u64,
    pub(super) linkedit_offset: u64,
}

impl OutputSection {
    /// An empty section.
    pub(super) fn new(
        segment: SegmentName,
        name: &[u8],
        flags: u32,
        alignment: u64,
        contents: Contents,
    ) -> OutputSection {
        OutputSection { segment, name: name.into(), flags, alignment, contents, address: 0, bytes: 0, reserved: [0; 2] }
    }

    /// Whether it has no bytes in the file.
    pub(super) fn is_zeros(&self) -> bool {
        self.flags & macho::SECTION_TYPE == macho::S_ZEROFILL
    }

    /// The order in a segment: stubs are as near to the runtime's code as they can be; what is long comes late, and zeros
    /// are no part of the file.
    fn rank(&self) -> u32 {
        match self.contents {
            _ if self.is_zeros() => 4,
            _ if self.alignment >= PAGE_BYTES => 3,
            Contents::Stubs | Contents::Slots => 0,
            Contents::Pieces(_) if self.flags & macho::S_ATTR_PURE_INSTRUCTIONS != 0 => 1,
            Contents::Pieces(_) => 2,
        }
    }
}

impl Layout {
    /// The bytes of the file for an address.
    pub(super) fn bytes_at<'f>(&self, file: &'f mut [u8], address: u64, bytes: usize) -> Result<&'f mut [u8]> {
        let segment = self.segments.iter().rfind(|segment| segment.address <= address);
        let range = segment.and_then(|segment| {
            let offset = address - segment.address;
            let is_inside = offset.checked_add(bytes as u64)? <= segment.file_bytes;
            let start = usize::try_from(segment.offset + offset).ok()?;
            is_inside.then_some(start..start + bytes)
        });
        let found = range.and_then(|range| file.get_mut(range));
        found.ok_or_else(|| failed(format!("address {address:#x} is not in the file")))
    }
}

/// Places everything.
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

/// Collects the live pieces by the section that they go to.
fn group(program: &Program<'_>, sections: &mut Vec<OutputSection>) -> Result<()> {
    for (index, piece) in program.pieces.iter().enumerate().filter(|(_, piece)| piece.is_live) {
        let section = program.section(piece);
        let segment = segment_of(section)?;
        let kept = macho::SECTION_TYPE | macho::S_ATTR_PURE_INSTRUCTIONS | macho::S_ATTR_SOME_INSTRUCTIONS;
        let flags = section.flags & kept;
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

/// Constants that are filled in at start are read-only from then on.
fn segment_of(section: &Section<'_>) -> Result<SegmentName> {
    match (section.segment, section.name) {
        (b"__TEXT", _) if !section.is_zeros() => Ok(SegmentName::Text),
        (b"__DATA_CONST", _) | (b"__DATA", b"__const") => Ok(SegmentName::DataConst),
        (b"__DATA", _) => Ok(SegmentName::Data),
        _ => Err(failed(format!("section {} is in no segment that is known", section.shown()))),
    }
}

/// Places a segment behind the ones before, and what is in it.
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
        if section.alignment >= PAGE_BYTES {
            at = at.next_multiple_of(PAGE_BYTES);
        }
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

/// Places pieces from an address on; gives the end.
fn place_pieces(program: &mut Program<'_>, pieces: &[usize], output: usize, mut at: u64) -> u64 {
    for &index in pieces {
        let alignment = program.section(&program.pieces[index]).alignment;
        let piece = &mut program.pieces[index];
        // As far from a multiple of the alignment as it was.
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
