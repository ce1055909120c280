//! Joins rewritten units to the sections of the object.
//!
//! It is the only file that knows where in a section the part of a unit is.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::address_map::AddressMap;
use super::input::{Units, info_offset};
use super::line_table::EncodedTable;
use super::lists::Lists;
use super::prefix_map::PrefixMap;
use super::sections::{Fixup, SECTIONS, Section, SectionName, Target};
use super::unit::RewrittenUnit;
use super::writing::Written;
use super::{Degraded, R, input, lines};
use crate::module::Module;

/// The sections of all modules.
#[derive(Default)]
pub(super) struct Output {
    sections: [Section; SECTIONS],
    /// The start of the strings of the module that is being added, by section.
    bases: [u64; SECTIONS],
    /// The places of its line programs, by those in the input.
    lines: HashMap<usize, u32>,
    /// How much could not be translated.
    pub(super) degraded: Degraded,
}

impl Output {
    /// Adds the strings of a module. From here on, places of strings count from the start of these.
    pub(super) fn add_strings(&mut self, module: &Module<'_>) {
        for name in [SectionName::Str, SectionName::LineStr] {
            let strings = input::section(module, name);
            self.bases[name as usize] = self.section(name).len();
            let section = self.section(name);
            section.bytes.extend_from_slice(strings);
            // A damaged section may end within a string.
            if strings.last().is_some_and(|last| *last != 0) {
                section.u8(0);
            }
        }
    }

    /// Adds the line programs of units, each once.
    pub(super) fn add_lines(
        &mut self,
        dwarf: &gimli::Dwarf<R<'_>>,
        units: &Units<'_>,
        map: &AddressMap,
        prefixes: PrefixMap<'_>,
    ) {
        self.lines.clear();
        let programs = units.list.iter().filter_map(|unit| unit.line_program.as_ref());
        let programs: BTreeMap<_, _> = programs.map(|program| (program.header().offset().0, program)).collect();
        let programs: Vec<_> = programs.into_iter().collect();
        let native = |(_, program): &(usize, &gimli::IncompleteLineProgram<R<'_>>)| {
            lines::native((*program).clone(), dwarf, map, prefixes)
        };
        let tables: Vec<_> = programs.par_iter().map(native).collect();
        for ((input, _), lines) in programs.iter().zip(tables) {
            let is_damaged = lines.as_ref().is_ok_and(|lines| lines.is_damaged);
            let Some(offset) = lines.ok().and_then(|lines| self.add_table(lines.table)) else {
                self.degraded.units += 1;
                continue;
            };
            self.degraded.units += usize::from(is_damaged);
            self.lines.insert(*input, offset);
        }
    }

    /// Adds a line table of the program; gives its place.
    pub(super) fn add_table(&mut self, table: EncodedTable) -> Option<u32> {
        let section = self.section(SectionName::Line);
        let start = section.len();
        let offset = u32::try_from(start).ok()?;
        section.bytes.extend(table.bytes);
        let fixup = |(place, addend)| Fixup { offset: start + place as u64, target: Target::Text, addend };
        section.fixups.extend(table.fixups.into_iter().map(fixup));
        Some(offset)
    }

    /// Adds a unit that refers to no other.
    pub(super) fn add_unit(&mut self, (written, lists): (Written, Lists)) {
        let ranges = lists.sections().0;
        let bases = [SectionName::Abbrev, ranges].map(|name| (name, self.section(name).len()));
        let base = |target| base_of(&bases, target);
        self.section(SectionName::Info).append(written.info, base);
        self.section(SectionName::Abbrev).append(written.abbreviations, base);
        self.section(ranges).append(lists.ranges, base);
    }

    /// The places of the line programs of the module, by those in the input.
    pub(super) fn lines(&self) -> &HashMap<usize, u32> {
        &self.lines
    }

    /// Adds the units of a module, in their order.
    pub(super) fn add_units(&mut self, units: &Units<'_>, rewritten: Vec<Option<RewrittenUnit>>) {
        let [strings, line_strings] = [SectionName::Str, SectionName::LineStr].map(|name| self.bases[name as usize]);
        self.degraded.units += units.damaged;
        let mut first_root = None;
        let mut references = Vec::new();
        let mut targets = HashMap::new();
        for (header, unit) in units.list.iter().zip(rewritten) {
            let Some(unit) = unit else {
                self.degraded.units += 1;
                continue;
            };
            self.degraded += unit.degraded;
            let (ranges, locations) = unit.lists.sections();
            let bases = [
                (SectionName::Str, strings),
                (SectionName::LineStr, line_strings),
                (SectionName::Abbrev, self.section(SectionName::Abbrev).len()),
                (ranges, self.section(ranges).len()),
                (locations, self.section(locations).len()),
            ];
            let base = |target| base_of(&bases, target);
            let in_input = info_offset(header);
            let name = if in_input.is_some() { SectionName::Info } else { SectionName::Types };
            let start = self.section(name).len();
            if name == SectionName::Info {
                first_root.get_or_insert(start + u64::from(unit.written.root));
            }
            references.extend(unit.written.references.iter().map(|(place, input)| (name, start + place, *input)));
            let unit_targets = unit.written.targets.iter();
            targets.extend(
                unit_targets.map(|(input, output)| {
                    (in_input.unwrap_or(0) as u64 + u64::from(*input), start + u64::from(*output))
                }),
            );
            self.section(name).append(unit.written.info, base);
            self.section(SectionName::Abbrev).append(unit.written.abbreviations, base);
            self.section(ranges).append(unit.lists.ranges, base);
            self.section(locations).append(unit.lists.locations, base);
        }
        for (name, offset, input) in references {
            // A damaged reference leads to the first unit's own entry, which is of no use and does no harm.
            let addend = targets.get(&u64::from(input)).copied().or(first_root).unwrap_or(0);
            let target = Target::Section(SectionName::Info);
            self.section(name).fixups.push(Fixup { offset, target, addend });
        }
    }

    fn section(&mut self, name: SectionName) -> &mut Section {
        &mut self.sections[name as usize]
    }

    /// Adds scripts, if there is debug information that they are for.
    pub(super) fn add_scripts(&mut self, scripts: Section) {
        if !self.section(SectionName::Info).bytes.is_empty() {
            *self.section(SectionName::GdbScripts) = scripts;
        }
    }

    /// The sections that have contents, in the order of the object.
    pub(super) fn sections(self) -> impl Iterator<Item = (SectionName, Section)> {
        SectionName::ALL.into_iter().zip(self.sections).filter(|(_, section)| !section.bytes.is_empty())
    }
}

/// The bytes before a unit's part of the section that a place refers to.
fn base_of(bases: &[(SectionName, u64)], target: Target) -> u64 {
    match target {
        Target::Section(name) => bases.iter().find(|(of, _)| *of == name).map_or(0, |(_, base)| *base),
        Target::Text | Target::Memories | Target::Globals => 0,
    }
}
