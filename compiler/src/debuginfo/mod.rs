//! The phase that adds debug information: DWARF of the modules, which describes WebAssembly, becomes DWARF of the
//! compiled program.
//!
//! Its input is what producers wrote, which is not validated: damage costs the entries that it touches, and must never
//! be an error of the compilation. What has no equal in the program is left out and counted. Walks over entries are
//! loops, and each has a limit that grows with the size of its input, so that no input costs more time or memory than
//! its size explains.

mod address_map;
mod attributes;
mod data_url;
mod entries;
mod expressions;
mod foreign;
mod gdb;
mod guest_memory;
mod input;
mod line_table;
mod lines;
mod lists;
mod liveness;
mod lldb;
mod native_rows;
mod operands;
mod output;
mod positions;
mod prefix_map;
mod scripts;
mod sections;
mod shared;
mod source_map;
mod synthetic;
mod text;
mod unit;
mod without_dwarf;
mod writing;

use gimli::{EndianSlice, LittleEndian};
use rayon::prelude::*;

use crate::error::Result;
use crate::module::Program;
use crate::module::index::Index as _;
use crate::module::instance::InstanceIndex;
use crate::object::Object;
use crate::options::{Emit, Options};
use crate::plan::Plan;
use crate::sources::Sources;
use crate::target::Format;

use address_map::AddressMap;
pub(crate) use data_url::is_data;
pub(crate) use input::dwarf;
use output::Output;
pub(crate) use positions::Positions;
pub(crate) use prefix_map::PrefixMap;
pub use scripts::LLDB_FORMATTERS;
pub(crate) use sections::{Fixup, Section, SectionName, Target};
use shared::Shared;
pub use source_map::source_map_sources;
pub use text::TEXT_START;
pub(crate) use without_dwarf::given_positions;

/// The bytes of a section of the input.
pub(crate) type R<'a> = EndianSlice<'a, LittleEndian>;

/// How much of the debug information could not be translated.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Degraded {
    /// Units and line programs that are damaged, from the damage on.
    pub(crate) units: usize,
    /// Locations of variables, and other expressions.
    pub(crate) locations: usize,
}

impl std::ops::AddAssign for Degraded {
    fn add_assign(&mut self, other: Degraded) {
        self.units += other.units;
        self.locations += other.locations;
    }
}

/// The result of adding debug information, beside the sections in the object.
#[derive(Default, Debug)]
pub(crate) struct Added {
    /// How much of it is missing.
    pub(crate) degraded: Degraded,
    /// The texts that were made for modules, with the positions of these in the program.
    pub(crate) texts: Vec<(usize, String)>,
    /// Warnings for the user.
    pub(crate) warnings: Vec<String>,
}

/// Adds the debug information of all modules to the object, if the options ask for it.
///
/// # Errors
/// Only [`crate::Error::Limit`] and [`crate::Error::Internal`].
pub(crate) fn add(
    object: &mut Object,
    program: &Program<'_>,
    plan: &Plan,
    sources: &Sources<'_>,
    options: &Options,
) -> Result<Added> {
    let mut output = Output::default();
    let mut added = Added::default();
    if options.debug_info.is_wanted() {
        for (index, instance) in program.instances.iter() {
            if instance.module.has_dwarf() {
                add_instance(&mut output, object, (program, plan, index), options);
                continue;
            }
            let position = index.position();
            let source = sources.source(position);
            let remarks = without_dwarf::add(&mut output, object, (program, index), &source, options);
            added.texts.extend(remarks.text.map(|text| (position, text)));
            added.warnings.extend(remarks.warning);
        }
    }
    // gdb does not read Mach-O files.
    if options.debug_info.has_gdb_form() && options.target.format() == Format::Elf {
        output.add_scripts(scripts::for_gdb());
    }
    added.degraded = output.degraded;
    let is_linked_with_others = matches!(options.emit, Emit::Object | Emit::StaticLibrary);
    object.add_debug_sections(output.sections().collect(), is_linked_with_others)?;
    Ok(added)
}

/// Adds the debug information of one instance.
fn add_instance(
    output: &mut Output,
    object: &Object,
    (program, plan, instance): (&Program<'_>, &Plan, InstanceIndex),
    options: &Options,
) {
    let module = program.instances[instance].module;
    let mut dwarf = input::dwarf(module);
    dwarf.populate_abbreviations_cache(gimli::AbbreviationsCacheStrategy::Duplicates);
    let map = AddressMap::new(program, instance, object.bodies());
    let units = input::Units::find(&dwarf);
    output.add_strings(module);
    output.add_lines(&dwarf, &units, &map, PrefixMap::new(&options.debug_prefix_map));
    let shared = Shared::new(&dwarf, &map, (program, plan, instance), object, (&units, output.lines()), options);
    let rewritten: Vec<_> =
        units.list.par_iter().map(|unit| unit::rewrite(&shared, unit, units.targets_in(unit))).collect();
    output.add_units(&units, rewritten);
}

#[cfg(test)]
mod tests;
