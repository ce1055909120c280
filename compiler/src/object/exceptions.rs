//! The data for exceptions: the handler table, the names of tags, and the places where the guest keeps references.
//!
//! The runtime searches handlers and frees exceptions with this data alone, so a handler or a place of references must
//! not be left out: an exception would pass its handler, or be freed while the guest still has a reference.

use std::mem::offset_of;

use cranelift_module::DataId;
use cranelift_object::ObjectModule;
use wasmc_abi::exceptions::{Root, TagRecord};
use wasmc_abi::handlers::Block;
use wasmc_abi::layout::Table;
use wasmc_abi::record::encode_all;
use wasmc_abi::symbols;
use wasmparser::ValType;

use super::contents::Contents;
use super::{Source, declare_data, offset_in};
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::index::TableIndex;
use crate::plan::Plan;
use crate::plan::data::Data;
use crate::plan::globals::GlobalPlan;
use crate::plan::signature::is_exnref;

/// The contents of all tables for exceptions.
pub(super) struct Exceptions {
    /// For `wasmc_handler_blocks`.
    pub(super) handler_blocks: Vec<Block>,
    /// For `wasmc_handlers`.
    pub(super) handlers: Vec<u8>,
    /// Records in `tags`.
    pub(super) tag_count: usize,
    /// For `wasmc_tags`.
    pub(super) tags: Vec<u8>,
    /// For `wasmc_exception_roots`.
    pub(super) roots: Vec<RootPlace>,
}

/// A place where the guest keeps references to exceptions.
#[derive(Clone, Copy)]
pub(super) enum RootPlace {
    /// A global, at this offset in the block of stored globals.
    Global(u32),
    /// The elements of a table.
    Table(TableIndex),
}

impl Exceptions {
    /// Collects the handlers of all functions, and the tags and places of the program.
    pub(super) fn new(source: &Source<'_, '_>) -> Result<Exceptions> {
        let Source { program, plan, text } = *source;
        let (mut handler_blocks, mut handlers) = (Vec::new(), Vec::new());
        for function in &text.functions {
            let encoded = &function.code.handlers;
            let start = offset_in(&handlers)?;
            handler_blocks.extend(encoded.blocks.iter().map(|block| Block {
                code_offset: block.code_offset + function.offset,
                last_offset: block.last_offset + function.offset,
                bytes_offset: block.bytes_offset + start,
            }));
            handlers.extend_from_slice(&encoded.bytes);
        }
        offset_in(&handlers)?;
        let globals = program.globals.iter().filter(|(_, global)| is_exnref(global.ty));
        let globals = globals.filter_map(|(index, _)| match plan.globals[index] {
            GlobalPlan::Stored { offset } => Some(RootPlace::Global(offset)),
            GlobalPlan::Constant(_) => None,
        });
        let tables = program.tables.iter().filter(|(_, table)| is_exnref(ValType::Ref(table.element)));
        let roots = globals.chain(tables.map(|(index, _)| RootPlace::Table(index))).collect();
        let tags = tags(program)?;
        Ok(Exceptions { handler_blocks, handlers, tag_count: program.tags.len(), tags, roots })
    }
}

/// The records of all tags, then their names.
fn tags(program: &Program<'_>) -> Result<Vec<u8>> {
    let mut names = String::new();
    let mut records = Vec::new();
    let start = program.tags.len() * size_of::<TagRecord>();
    for (tag, _) in program.tags.iter() {
        let name = program.tag_name(tag).unwrap_or_default();
        records.push(TagRecord { name_offset: (start + names.len()) as u32, name_bytes: name.len() as u32 });
        names.push_str(name);
    }
    let mut bytes = encode_all(records);
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
    for (symbol, contents) in [
        (symbols::HANDLER_BLOCKS, Contents::records(exceptions.handler_blocks.iter().copied())),
        (symbols::HANDLERS, Contents::bytes(exceptions.handlers.clone(), 1)),
        (symbols::TAGS, Contents::bytes(exceptions.tags.clone(), 4)),
    ] {
        let id = declare_data(object, symbol, false)?;
        contents.define(object, id)?;
    }
    define_roots(object, exceptions, plan, data_ids)
}

/// Defines the places of references. Their addresses are filled in when the program is loaded, so they are on writable
/// pages. For state that each thread has of its own, the record has the offset in the thread's region.
fn define_roots(object: &mut ObjectModule, exceptions: &Exceptions, plan: &Plan, data_ids: &[DataId]) -> Result<()> {
    let (mut roots, mut addresses) = (Vec::new(), Vec::new());
    for place in &exceptions.roots {
        let (holder, addend, kind) = match *place {
            RootPlace::Global(offset) => (Data::Globals, i64::from(offset), Root::GLOBAL),
            RootPlace::Table(table) => (Data::Tables, (table.0 as usize * size_of::<Table>()) as i64, Root::TABLE),
        };
        let in_region = plan.threads.as_ref().and_then(|threads| threads.place(holder));
        if in_region.is_none() {
            let position = plan.symbols.data(holder).ok_or_else(|| Error::internal("a root without its data"))?;
            let field = roots.len() * size_of::<Root>() + offset_of!(Root, address);
            addresses.push((field, data_ids[position as usize], addend));
        }
        let address = in_region.map_or(0, |start| (start + addend).cast_unsigned());
        roots.push(Root { address, kind });
    }
    let mut contents = Contents::records(roots);
    for (field, target, addend) in addresses {
        contents.address(field, target, addend);
    }
    let id = declare_data(object, symbols::EXCEPTION_ROOTS, true)?;
    contents.define(object, id)
}
