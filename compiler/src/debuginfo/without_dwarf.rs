//! Debug information of modules without DWARF: the best that something else gives. That is a source map, or else the
//! module's own text, or else a text that is made here for the debugger.

use std::borrow::Cow;

use super::address_map::AddressMap;
use super::output::Output;
use super::positions::Positions;
use super::prefix_map::PrefixMap;
use super::{data_url, line_table, source_map, synthetic, text};
use crate::module::Program;
use crate::module::instance::InstanceIndex;
use crate::object::Object;
use crate::options::Options;
use crate::sources::ModuleSource;

/// Files and messages that come with the debug information of a module.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    /// The text that was made for the module.
    pub(super) text: Option<String>,
    /// A warning for the user.
    pub(super) warning: Option<String>,
}

/// Adds a unit for an instance.
pub(super) fn add(
    output: &mut Output,
    object: &Object,
    (program, instance): (&Program<'_>, InstanceIndex),
    source: &ModuleSource<'_>,
    options: &Options,
) -> Remarks {
    let module = program.instances[instance].module;
    let map = AddressMap::new(program, instance, object.bodies());
    let prefixes = PrefixMap::new(&options.debug_prefix_map);
    let mut remarks = Remarks::default();
    let positions = positions(module, source, &mut remarks);
    let table = positions.as_ref().map(|positions| positions.line_table(&map, module.code_start, prefixes));
    let table = table.and_then(|table| line_table::encode(&table).ok());
    let lines = table.and_then(|table| output.add_table(table));
    let unit = synthetic::unit(&synthetic::Source {
        program,
        instance,
        bodies: object.bodies(),
        map: &map,
        lines: positions.as_ref().zip(lines),
        prefixes,
        target: options.target,
    });
    output.add_unit(unit);
    remarks
}

/// The places of the module's operators in the best source that there is.
fn positions<'s>(
    module: &crate::module::Module<'_>,
    source: &ModuleSource<'s>,
    remarks: &mut Remarks,
) -> Option<Positions<'s>> {
    if let Some(positions) = given_positions(module, source, remarks) {
        return Some(positions);
    }
    let (text, positions) = text::disassemble(module, source.binary, source.files.text_path.as_deref()?)?;
    remarks.text = Some(text);
    Some(positions)
}

/// The places of the module's operators in a source that people wrote.
pub(crate) fn given_positions<'s>(
    module: &crate::module::Module<'_>,
    source: &ModuleSource<'s>,
    remarks: &mut Remarks,
) -> Option<Positions<'s>> {
    let files = source.files;
    let map = match (files.source_map, module.source_mapping_url) {
        (Some(map), _) => Some(Ok(Cow::Borrowed(map))),
        (None, Some(url)) if data_url::is_data(url) => Some(data_url::decode(url).map(Cow::Owned)),
        _ => None,
    };
    let path = files.path.as_deref().unwrap_or_default();
    let directory = files.source_directory.as_deref().or_else(|| Some(path.rsplit_once('/')?.0)).unwrap_or(".");
    match map.map(|map| map.and_then(|map| source_map::read(&map, path, directory))) {
        Some(Ok(mut positions)) => {
            if files.source_directory.is_some() {
                positions.forget_contents_of_files();
            }
            return Some(positions);
        }
        Some(Err(reason)) => remarks.warning = Some(format!("the source map cannot be used: {reason}")),
        None => {}
    }
    if let (Some(text), Some(path)) = (source.text, &files.path)
        && let Some(positions) = text::own(text, source.binary, path)
    {
        return Some(positions);
    }
    None
}
