//! Lists of code ranges and of locations, in the form of the unit's version of DWARF (DWARF 4, sections 2.6.2 and
//! 2.17.3; DWARF 5, sections 7.28 and 7.29).
//!
//! The base of all lists is the start of the text section, which each unit has as its `DW_AT_low_pc`. So lists need no
//! relocation, and no list may be written for a unit without that attribute.

use std::ops::Range;

use super::entries::{Entries, Expression, Value};
use super::sections::{Section, SectionName};

/// The lists of a unit.
pub(super) struct Lists {
    version: u16,
    pub(super) ranges: Section,
    pub(super) locations: Section,
}

/// Bytes of the header of a unit's lists in DWARF 5.
const HEADER_BYTES: usize = 12;

impl Lists {
    /// No lists yet, for a unit of this version in the output.
    pub(super) fn new(version: u16) -> Lists {
        Lists { version, ranges: Section::default(), locations: Section::default() }
    }

    /// The sections of the lists: that of ranges and that of locations.
    pub(super) fn sections(&self) -> (SectionName, SectionName) {
        match self.version {
            ..5 => (SectionName::Ranges, SectionName::Loc),
            _ => (SectionName::RngLists, SectionName::LocLists),
        }
    }

    /// Appends a list of ranges in the text section.
    pub(super) fn add_ranges(&mut self, ranges: &[Range<u64>]) -> Value<'static> {
        let name = self.sections().0;
        let section = start(&mut self.ranges, self.version);
        let offset = section.len() as u32;
        for range in ranges {
            pair(section, self.version, gimli::DW_RLE_offset_pair.0, range);
        }
        end(section, self.version);
        Value::List(name, offset)
    }

    /// Makes lists of the locations of all entries that are written.
    pub(super) fn place_locations(&mut self, entries: &mut Entries<'_>) {
        for entry in entries.list.iter().filter(|entry| !entry.dropped) {
            for attribute in &mut entries.attributes[entry.attributes.start as usize..entry.attributes.end as usize] {
                if let Value::Locations(locations) = &mut attribute.value {
                    let locations = std::mem::take(locations);
                    attribute.value = self.add_locations(locations);
                }
            }
        }
    }

    /// Appends a list of locations, each for a range in the text section.
    fn add_locations(&mut self, locations: Vec<(Range<u64>, Expression)>) -> Value<'static> {
        let name = self.sections().1;
        let section = start(&mut self.locations, self.version);
        let offset = section.len() as u32;
        for (range, expression) in locations {
            let Ok(bytes) = u16::try_from(expression.code.len()) else { continue };
            pair(section, self.version, gimli::DW_LLE_offset_pair.0, &range);
            match self.version {
                ..5 => section.u16(bytes),
                _ => section.uleb(u64::from(bytes)),
            }
            section.append(expression.code, |_| 0);
        }
        end(section, self.version);
        Value::List(name, offset)
    }

    /// Completes the headers. From here on no list is added.
    pub(super) fn finish(&mut self) {
        for section in [&mut self.ranges, &mut self.locations] {
            if self.version >= 5 && !section.bytes.is_empty() {
                section.patch_u32(0, (section.len() - 4) as u32);
            }
        }
    }
}

fn start(section: &mut Section, version: u16) -> &mut Section {
    if version >= 5 && section.bytes.is_empty() {
        section.u32(0);
        section.u16(5);
        // Bytes of an address and of a segment; no offsets by number.
        section.u8(8);
        section.u8(0);
        section.u32(0);
        debug_assert_eq!(section.bytes.len(), HEADER_BYTES);
    }
    section
}

fn pair(section: &mut Section, version: u16, kind: u8, range: &Range<u64>) {
    match version {
        ..5 => {
            section.u64(range.start);
            section.u64(range.end);
        }
        _ => {
            section.u8(kind);
            section.uleb(range.start);
            section.uleb(range.end);
        }
    }
}

fn end(section: &mut Section, version: u16) {
    match version {
        ..5 => section.bytes.resize(section.bytes.len() + 16, 0),
        // `DW_RLE_end_of_list` and `DW_LLE_end_of_list`.
        _ => section.u8(0),
    }
}
