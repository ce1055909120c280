//! The segments and sections of the executable, and the layout that consists of them: types only.
//!
//! `layout` makes them; everything after it reads them. They are a file of their own so that the files which contribute
//! sections (`linkage`) do not depend on the one that arranges them. No address may be decided here.

use std::ops::Range;

use object::macho;

use super::failed;
use crate::error::Result;

/// The size of pages on Apple silicon, also for x86-64 programs that it translates. Other x86-64 machines have smaller
/// ones.
pub(super) const PAGE_BYTES: u64 = 16 << 10;

/// The address of `__TEXT` in the file: above the lowest 4 GiB, in which nothing is mapped. dyld moves the program from
/// there.
pub(super) const BASE: u64 = 1 << 32;

/// The name of a segment that has sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SegmentName {
    Text,
    DataConst,
    Data,
    Dwarf,
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

/// The contents of a section.
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
    /// Bytes of it that the file has; zeros follow in memory.
    pub(super) file_bytes: u64,
    /// By their numbers in [`Layout::sections`].
    pub(super) sections: Range<usize>,
}

/// The place of every section and segment.
pub(super) struct Layout {
    pub(super) sections: Vec<OutputSection>,
    pub(super) segments: Vec<Segment>,
    pub(super) stubs_address: u64,
    pub(super) slots_address: u64,
    /// Of `__LINKEDIT`, which follows all other segments.
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

    /// The order in a segment: stubs come first, near the runtime's code that calls them; zeros are last, since the
    /// file does not contain them. Sections that begin a page come before others that may share the last of their
    /// pages.
    pub(super) fn rank(&self) -> u32 {
        match self.contents {
            _ if self.is_zeros() => 4,
            Contents::Stubs | Contents::Slots => 0,
            Contents::Pieces(_) if self.flags & macho::S_ATTR_PURE_INSTRUCTIONS != 0 => 1,
            Contents::Pieces(_) if self.alignment >= PAGE_BYTES => 2,
            Contents::Pieces(_) => 3,
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
