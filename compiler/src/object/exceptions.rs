//! What the runtime needs for exceptions: the handler table, the names of tags, and where the guest keeps references.

use cranelift_module::{DataDescription, DataId, Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::exceptions::{Root, TagRecord};
use wasmc_abi::layout::Table;
use wasmc_abi::symbols;
use wasmparser::ValType;

use super::text::Text;
use super::{declare_data, ours};
use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::index::TableIndex;
use crate::plan::Plan;
use crate::plan::globals::GlobalPlan;
use crate::plan::signature::is_exnref;
use crate::plan::symbols::Data;

/// The bytes of all of it, and their counts.
pub(super) struct Exceptions {
    /// Of `wasmc_handler_blocks`.
    pub(super) handler_blocks: Vec<u8>,
    /// Of `wasmc_handlers`.
    pub(super) handlers: Vec<u8>,
    /// Records in `tags`.
    pub(super) tag_count: usize,
    /// Of `wasmc_tags`.
    pub(super) tags: Vec<u8>,
    /// Places of references.
    pub(super) roots: Vec<Place>,
}

/// Where the guest keeps references.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// In a global, at this place in the block of stored globals.
    Global(u32),
    /// In the elements of a table.
    Table(TableIndex),
}

impl Exceptions {
    /// Puts together what the functions and the module say.
    pub(super) fn new(module: &Module<'_>, plan: &Plan, text: &Text) -> Result<Exceptions> {
        let (mut handler_blocks, mut handlers) = (Vec::new(), Vec::new());
        for function in &text.functions {
            let encoded = &function.code.handlers;
            let start = offset_in(&handlers)?;
            for block in &encoded.blocks {
                let placed = [
                    block.code_offset + function.offset,
                    block.last_offset + function.offset,
                    block.bytes_offset + start,
                ];
                handler_blocks.extend(placed.into_iter().flat_map(u32::to_le_bytes));
            }
            handlers.extend_from_slice(&encoded.bytes);
        }
        offset_in(&handlers)?;
        let globals = module.globals.iter().filter(|(_, global)| is_exnref(global.ty));
        let globals = globals.filter_map(|(index, _)| match plan.globals[index] {
            GlobalPlan::Stored { offset, .. } => Some(Place::Global(offset)),
            GlobalPlan::Constant(_) => None,
        });
        let tables = module.tables.iter().filter(|(_, table)| is_exnref(ValType::Ref(table.element)));
        let roots = globals.chain(tables.map(|(index, _)| Place::Table(index))).collect();
        let tags = tags(module)?;
        Ok(Exceptions { handler_blocks, handlers, tag_count: module.tags.len(), tags, roots })
    }
}

/// The records of all tags, then their names.
fn tags(module: &Module<'_>) -> Result<Vec<u8>> {
    let mut names = String::new();
    let mut bytes = Vec::new();
    let start = module.tags.len() * size_of::<TagRecord>();
    for (tag, _) in module.tags.iter() {
        let name = module.tag_name(tag).unwrap_or_default();
        let name_offset = start + names.len();
        bytes.extend([name_offset, name.len()].into_iter().flat_map(|field| (field as u32).to_le_bytes()));
        names.push_str(name);
    }
    bytes.extend(names.into_bytes());
    offset_in(&bytes)?;
    Ok(bytes)
}

/// Defines the data.
pub(super) fn define(
    object: &mut ObjectModule,
    exceptions: &Exceptions,
    plan: &Plan,
    data_ids: &[DataId],
) -> Result<()> {
    for (symbol, bytes, align) in [
        (symbols::HANDLER_BLOCKS, &exceptions.handler_blocks, 4),
        (symbols::HANDLERS, &exceptions.handlers, 1),
        (symbols::TAGS, &exceptions.tags, 4),
    ] {
        let id = declare_data(object, symbol, false)?;
        let mut data = DataDescription::new();
        data.set_align(align);
        data.define(bytes.as_slice().into());
        object.define_data(id, &data).map_err(ours)?;
    }

    // Addresses are filled in when the program is loaded, so these are on writable pages. Those of what each thread has to
    // itself count from the thread's region.
    let id = object.declare_data(symbols::EXCEPTION_ROOTS, Linkage::Export, true, false).map_err(ours)?;
    let mut data = DataDescription::new();
    data.set_align(8);
    let place = |place: &Place| match *place {
        Place::Global(offset) => (Data::Globals, i64::from(offset), Root::GLOBAL),
        Place::Table(table) => (Data::Tables, (table.0 as usize * size_of::<Table>()) as i64, Root::TABLE),
    };
    let in_region = |holder| plan.threads.as_ref().and_then(|threads| threads.place(holder));
    let records = exceptions.roots.iter().map(place).map(|(holder, addend, kind)| match in_region(holder) {
        Some(start) => [(start + addend).cast_unsigned(), kind],
        None => [0, kind],
    });
    data.define(records.flatten().flat_map(u64::to_le_bytes).collect());
    for (index, (holder, addend, _)) in exceptions.roots.iter().map(place).enumerate() {
        if in_region(holder).is_some() {
            continue;
        }
        let position = plan.symbols.data(holder).ok_or_else(|| Error::internal("a root without its data"))?;
        let address = object.declare_data_in_data(data_ids[position as usize], &mut data);
        data.write_data_addr((index * size_of::<Root>()) as u32, address, addend);
    }
    object.define_data(id, &data).map_err(ours)
}

fn offset_in(bytes: &[u8]) -> Result<u32> {
    u32::try_from(bytes.len()).map_err(|_| Error::Limit { message: "the tables for exceptions exceed 4 GiB".into() })
}
