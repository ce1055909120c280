//! Sections under construction: bytes, and the places in them that depend on addresses or on other sections.
//!
//! Units are written at the same time on all cores, each to sections of its own that know nothing of the others.
//! Joining them shifts references by the bytes that other units put before. A place must hold no address: the linker,
//! or the join, fills it in.

use gimli::{Endianity, LittleEndian};

/// The sections of debug information.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SectionName {
    Info,
    Types,
    Abbrev,
    Str,
    LineStr,
    Line,
    Ranges,
    RngLists,
    Loc,
    LocLists,
    GdbScripts,
}

/// The number of sections.
pub(super) const SECTIONS: usize = 11;

impl SectionName {
    /// All sections, in the order of the object.
    pub(super) const ALL: [SectionName; SECTIONS] = [
        SectionName::Info,
        SectionName::Types,
        SectionName::Abbrev,
        SectionName::Str,
        SectionName::LineStr,
        SectionName::Line,
        SectionName::Ranges,
        SectionName::RngLists,
        SectionName::Loc,
        SectionName::LocLists,
        SectionName::GdbScripts,
    ];

    /// The name without the prefix of the object format.
    pub(crate) fn name(self) -> &'static str {
        match self {
            SectionName::Info => "debug_info",
            SectionName::Types => "debug_types",
            SectionName::Abbrev => "debug_abbrev",
            SectionName::Str => "debug_str",
            SectionName::LineStr => "debug_line_str",
            SectionName::Line => "debug_line",
            SectionName::Ranges => "debug_ranges",
            SectionName::RngLists => "debug_rnglists",
            SectionName::Loc => "debug_loc",
            SectionName::LocLists => "debug_loclists",
            SectionName::GdbScripts => "debug_gdb_scripts",
        }
    }
}

/// The thing that a place refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// The text section of the object, in 8 bytes.
    Text,
    /// The states of memories, in 8 bytes.
    Memories,
    /// The stored globals, in 8 bytes.
    Globals,
    /// Another section of debug information, in 4 bytes.
    Section(SectionName),
}

impl Target {
    /// Bytes of the place.
    pub(crate) fn bytes(self) -> usize {
        match self {
            Target::Text | Target::Memories | Target::Globals => 8,
            Target::Section(_) => 4,
        }
    }
}

/// A place that is filled in later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Fixup {
    /// Bytes from the start of the section.
    pub(crate) offset: u64,
    /// The thing to which it refers.
    pub(crate) target: Target,
    /// Bytes from the start of the target.
    pub(crate) addend: u64,
}

/// A section under construction.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Section {
    /// Its bytes; places are zero.
    pub(crate) bytes: Vec<u8>,
    /// Its places, in order.
    pub(crate) fixups: Vec<Fixup>,
}

impl Section {
    pub(super) fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    pub(super) fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    pub(super) fn u16(&mut self, value: u16) {
        self.bytes.extend(value.to_le_bytes());
    }

    pub(super) fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_le_bytes());
    }

    pub(super) fn u64(&mut self, value: u64) {
        self.bytes.extend(value.to_le_bytes());
    }

    pub(super) fn uleb(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(super) fn sleb(&mut self, mut value: i64) {
        while !(-0x40..0x40).contains(&value) {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8 & 0x7f);
    }

    /// Appends a place.
    pub(super) fn place(&mut self, target: Target, addend: u64) {
        self.fixups.push(Fixup { offset: self.len(), target, addend });
        self.bytes.resize(self.bytes.len() + target.bytes(), 0);
    }

    /// Overwrites four bytes, if they exist.
    pub(super) fn patch_u32(&mut self, offset: usize, value: u32) {
        if let Some(place) = self.bytes.get_mut(offset..offset.saturating_add(4)) {
            LittleEndian.write_u32(place, value);
        }
    }

    /// Appends other bytes and their places. `base` has the bytes before a target's part of its section.
    pub(super) fn append(&mut self, other: Section, base: impl Fn(Target) -> u64) {
        let start = self.len();
        self.bytes.extend(other.bytes);
        self.fixups.extend(other.fixups.into_iter().map(|fixup| Fixup {
            offset: start + fixup.offset,
            target: fixup.target,
            addend: fixup.addend.wrapping_add(base(fixup.target)),
        }));
    }
}

/// Bytes of a number in unsigned LEB128.
pub(super) fn uleb_bytes(value: u64) -> usize {
    (64 - (value | 1).leading_zeros()).div_ceil(7) as usize
}

/// Bytes of a number in signed LEB128.
pub(super) fn sleb_bytes(value: i64) -> usize {
    let significant = 65 - (value ^ (value >> 63)).cast_unsigned().leading_zeros();
    significant.div_ceil(7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_number_is_known_before_it_is_written() {
        for value in [0, 1, 0x3f, 0x40, 0x7f, 0x80, 0x3fff, 0x4000, u64::from(u32::MAX), u64::MAX >> 1, u64::MAX] {
            let mut section = Section::default();
            section.uleb(value);
            assert_eq!(section.bytes.len(), uleb_bytes(value), "{value}");
            for value in [value.cast_signed(), value.cast_signed().wrapping_neg()] {
                let mut section = Section::default();
                section.sleb(value);
                assert_eq!(section.bytes.len(), sleb_bytes(value), "{value}");
                let mut reader = gimli::EndianSlice::new(&section.bytes, LittleEndian);
                assert_eq!(gimli::Reader::read_sleb128(&mut reader), Ok(value));
            }
        }
    }
}
