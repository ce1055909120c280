//! The DWARF of a module as gimli reads it, its units, and the references between them.
//!
//! It exists so that a unit can be rewritten while others are, although they refer to each other: all that is needed of
//! other units is found here first. Nothing may be rewritten here.

use std::collections::HashMap;

use gimli::{AttributeValue, EndianSlice, LittleEndian, SectionId};
use rayon::prelude::*;

use super::R;
use super::foreign::{self, ForeignPointer};
use super::sections::SectionName;
use crate::module::Module;

/// The DWARF of a module. Sections that the module does not have are empty.
pub(crate) fn dwarf<'a>(module: &Module<'a>) -> gimli::Dwarf<R<'a>> {
    let section = |id: SectionId| {
        let found = module.debug_sections.iter().find(|(name, _)| *name == id.name());
        Ok::<_, std::convert::Infallible>(EndianSlice::new(found.map_or(&[][..], |(_, bytes)| bytes), LittleEndian))
    };
    match gimli::Dwarf::load(section) {
        Ok(dwarf) => dwarf,
        Err(never) => match never {},
    }
}

/// The bytes of a section of a module, which are none if it does not have it.
pub(super) fn section<'a>(module: &Module<'a>, name: SectionName) -> &'a [u8] {
    let is_it = |full: &str| full.strip_prefix('.') == Some(name.name());
    module.debug_sections.iter().find(|(full, _)| is_it(full)).map_or(&[], |(_, bytes)| bytes)
}

/// The units of a module.
pub(super) struct Units<'a> {
    /// In order of `.debug_info`, then of `.debug_types`.
    pub(super) list: Vec<gimli::Unit<R<'a>>>,
    /// The number of units that cannot be read.
    pub(super) damaged: usize,
    /// The types of pointers among these targets, by their places in `.debug_info`.
    pub(super) pointers: HashMap<u32, ForeignPointer>,
    /// The targets of references from one unit to another: by the place of the unit, the offsets in it, in order.
    targets: HashMap<usize, Vec<u32>>,
}

impl<'a> Units<'a> {
    /// Finds all units up to the first damaged header.
    pub(super) fn find(dwarf: &gimli::Dwarf<R<'a>>) -> Units<'a> {
        let mut headers = Vec::new();
        let mut units = dwarf.units();
        while let Ok(Some(header)) = units.next() {
            headers.push(header);
        }
        let mut types = dwarf.type_units();
        while let Ok(Some(header)) = types.next() {
            headers.push(header);
        }
        let count = headers.len();
        let list: Vec<_> = headers.into_par_iter().filter_map(|header| dwarf.unit(header).ok()).collect();
        let mut targets: Vec<u32> = list.par_iter().flat_map_iter(references).collect();
        targets.par_sort_unstable();
        targets.dedup();
        let pointers = foreign::find(dwarf, &list, &targets);
        // Entries that only lldb's form refers to.
        targets.extend(pointers.values().map(|pointer| pointer.entry));
        targets.par_sort_unstable();
        targets.dedup();
        let mut in_units = HashMap::new();
        for unit in &list {
            let Some(start) = info_offset(unit) else { continue };
            let end = start + unit.header.length_including_self();
            let first = targets.partition_point(|target| (*target as usize) < start);
            let count = targets[first..].partition_point(|target| (*target as usize) < end);
            if count > 0 {
                let inside = targets[first..first + count].iter();
                in_units.insert(start, inside.map(|target| target - start as u32).collect());
            }
        }
        Units { damaged: count - list.len(), list, targets: in_units, pointers }
    }

    /// The entries of a unit that other units refer to, as offsets in the unit, in order.
    pub(super) fn targets_in(&self, unit: &gimli::Unit<R<'a>>) -> &[u32] {
        info_offset(unit).and_then(|start| self.targets.get(&start)).map_or(&[], Vec::as_slice)
    }
}

/// The place of a unit in `.debug_info`.
pub(super) fn info_offset(unit: &gimli::Unit<R<'_>>) -> Option<usize> {
    unit.header.debug_info_offset().map(|offset| offset.0)
}

/// The targets of references to other units.
fn references(unit: &gimli::Unit<R<'_>>) -> Vec<u32> {
    let mut targets = Vec::new();
    let Ok(mut entries) = unit.entries_raw(None) else { return targets };
    while let Ok(abbreviation) = entries.read_abbreviation() {
        let Some(abbreviation) = abbreviation else { continue };
        if !abbreviation.attributes().iter().any(|attribute| attribute.form() == gimli::DW_FORM_ref_addr) {
            if entries.skip_attributes(abbreviation.attributes()).is_err() {
                break;
            }
            continue;
        }
        for attribute in abbreviation.attributes() {
            match entries.read_attribute(*attribute) {
                Ok(value) => {
                    if let AttributeValue::DebugInfoRef(offset) = value.raw_value()
                        && offset.to_unit_offset(&unit.header).is_none()
                        && let Ok(target) = u32::try_from(offset.0)
                    {
                        targets.push(target);
                    }
                }
                Err(_) => return targets,
            }
        }
    }
    targets
}
