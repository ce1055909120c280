//! The data that compiled code refers to: globals, tables, segments, states of memories.
//!
//! Places, lengths and start values come from the plan. This file turns them into bytes and must not decide a value.

use std::mem::offset_of;

use cranelift_module::{DataId, Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::layout::{FUNCREF_NULL, Memory, Table, Threads};
use wasmc_abi::record::encode_all;
use wasmc_abi::symbols;

use super::contents::{Contents, define_zeros};
use super::state::{State, is_state};
use super::{Source, writer_error};
use crate::error::{Error, Result};
use crate::module::const_expr::ConstValue;
use crate::module::index::FuncIndex;
use crate::plan::Plan;
use crate::plan::data::Data;
use crate::plan::globals::GlobalPlan;

/// The symbol of the stored globals.
pub(super) const GLOBALS: &str = "wasmc.globals";

/// Declares the data that code refers to, in order of the ids of the plan.
pub(super) fn declare(object: &mut ObjectModule, plan: &Plan) -> Result<Vec<DataId>> {
    let mut ids = Vec::new();
    for data in &plan.symbols.data {
        let (name, linkage, writable) = match data {
            Data::Memories => (symbols::MEMORIES.into(), Linkage::Export, true),
            Data::Tables => (symbols::TABLES.into(), Linkage::Export, true),
            Data::Globals => (GLOBALS.into(), Linkage::Local, true),
            Data::SegmentLengths => ("wasmc.segment_lengths".into(), Linkage::Local, true),
            // No code writes it, but it has addresses of tables, which are filled in at start.
            Data::Threads => (symbols::THREADS.into(), Linkage::Export, plan.threads.is_some()),
            Data::FunctionReferences => ("wasmc.function_references".into(), Linkage::Local, false),
            Data::TableElements(table) => {
                (format!("wasmc.table.{}", table.0), Linkage::Local, plan.tables[*table].mutable)
            }
            Data::PassiveBytes(segment) => (format!("wasmc.data.{}", segment.0), Linkage::Local, false),
            Data::PassiveReferences(segment) => (format!("wasmc.elements.{}", segment.0), Linkage::Local, false),
        };
        // Pieces of the state are defined in the finished object, and imports until then.
        let linkage = if is_state(plan, *data) { Linkage::Import } else { linkage };
        ids.push(object.declare_data(&name, linkage, writable, false).map_err(writer_error)?);
    }
    Ok(ids)
}

/// Defines the data that code refers to, except for the state, which it returns.
pub(super) fn define(object: &mut ObjectModule, source: &Source<'_, '_>, ids: &[DataId]) -> Result<State> {
    let Source { program, plan, .. } = *source;
    let mut state = State::default();
    for (data, id) in plan.symbols.data.iter().zip(ids) {
        let contents = match data {
            // The runtime fills in the states of memories when it maps them.
            Data::Memories => {
                Contents::bytes(vec![0; plan.memories.len() * size_of::<Memory>()], align_of::<Memory>() as u64)
            }
            Data::Tables => {
                let mut contents = Contents::records(tables(plan));
                write_table_addresses(plan, ids, &mut contents, 0);
                contents
            }
            Data::Globals => Contents::bytes(globals(source)?, 16),
            Data::SegmentLengths => Contents::records(plan.start.segment_lengths.iter().copied()),
            Data::Threads => threads(source, ids)?,
            Data::FunctionReferences => {
                let references = plan.symbols.references.iter().map(|function| source.function(*function));
                Contents::records(references.collect::<Result<Vec<_>>>()?)
            }
            Data::TableElements(table) => {
                let (plan, contents) = (&plan.tables[*table], &plan.start.tables[*table]);
                let count = plan.elements_in_object as usize;
                if contents.is_null() {
                    define_zeros(object, *id, count * 8, 8)?;
                    continue;
                }
                let mut elements = source.references(&contents.first)?;
                elements.resize(count, source.reference(contents.rest)?);
                Contents::records(elements)
            }
            Data::PassiveBytes(segment) => Contents::bytes(program.data[*segment].bytes.to_vec(), 8),
            Data::PassiveReferences(segment) => {
                let items = plan.elements.get(segment).map(Vec::as_slice).unwrap_or_default();
                Contents::records(source.references(items)?)
            }
        };
        if is_state(plan, *data) {
            state.add(*data, *id, contents);
        } else {
            contents.define(object, *id)?;
        }
    }
    Ok(state)
}

/// The size of all tables in the file.
pub(super) fn table_bytes(plan: &Plan) -> u64 {
    let in_file = plan.tables.iter().filter(|(index, _)| !plan.start.tables[*index].is_null());
    in_file.map(|(_, table)| table.elements_in_object * 8).sum()
}

/// References as the words of `wasmc_abi::layout::Table`.
impl Source<'_, '_> {
    fn function(&self, function: FuncIndex) -> Result<u64> {
        let id = self.plan.symbols.code_of(self.program, function);
        let offset =
            id.and_then(|id| self.text.offset(id)).ok_or_else(|| Error::internal("a reference without code"))?;
        let id = self.program.type_ids[self.program.functions[function].ty];
        Ok(u64::from(offset) | u64::from(id) << 32)
    }

    fn reference(&self, value: ConstValue) -> Result<u64> {
        match value {
            ConstValue::RefFunc(function) => self.function(function),
            _ => Ok(FUNCREF_NULL),
        }
    }

    fn references(&self, values: &[ConstValue]) -> Result<Vec<u64>> {
        values.iter().map(|value| self.reference(*value)).collect()
    }
}

/// The sizes of regions of threads, and the state that each thread starts with.
fn threads(source: &Source<'_, '_>, ids: &[DataId]) -> Result<Contents> {
    let plan = source.plan;
    let Some(threads) = &plan.threads else {
        return Ok(Contents::records([Threads { region_bytes: 0, state_bytes: 0, tables_offset: 0 }]));
    };
    let header = Threads {
        region_bytes: threads.region_bytes,
        state_bytes: threads.state_bytes,
        tables_offset: threads.tables_offset,
    };
    let mut bytes = encode_all([header]);
    bytes.extend(globals(source)?);
    bytes.resize(size_of::<Threads>() + threads.lengths_offset as usize, 0);
    bytes.extend(encode_all(plan.start.segment_lengths.iter().copied()));
    bytes.extend(encode_all(tables(plan)));
    let mut contents = Contents::bytes(bytes, 16);
    write_table_addresses(plan, ids, &mut contents, size_of::<Threads>() + threads.tables_offset as usize);
    Ok(contents)
}

/// The states of all tables, without the addresses of their elements.
fn tables(plan: &Plan) -> impl Iterator<Item = Table> {
    plan.tables.iter().map(|(_, table)| {
        let capacity = if table.shared { Table::SHARED_CAPACITY } else { table.elements_in_object };
        Table { elements: 0, length: table.length, capacity, maximum: table.maximum }
    })
}

/// Fills in the addresses of elements, in states of all tables from `first` on.
fn write_table_addresses(plan: &Plan, ids: &[DataId], contents: &mut Contents, first: usize) {
    for (index, (table, _)) in plan.tables.iter().enumerate() {
        let position = plan.symbols.data(Data::TableElements(table)).unwrap_or_default();
        let field = first + index * size_of::<Table>() + offset_of!(Table, elements);
        contents.address(field, ids[position as usize], 0);
    }
}

/// The block of stored globals, in the order and with the places of the plan.
fn globals(source: &Source<'_, '_>) -> Result<Vec<u8>> {
    let plan = source.plan;
    let mut block = vec![0; plan.global_bytes as usize];
    for (index, global) in plan.globals.iter() {
        let GlobalPlan::Stored { offset } = *global else { continue };
        let bytes = match plan.start.globals[index] {
            ConstValue::I32(value) => value.to_le_bytes().to_vec(),
            ConstValue::I64(value) => value.to_le_bytes().to_vec(),
            ConstValue::F32(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::F64(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::V128(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::RefNull => FUNCREF_NULL.to_le_bytes().to_vec(),
            ConstValue::RefFunc(function) => source.function(function)?.to_le_bytes().to_vec(),
        };
        block[offset as usize..][..bytes.len()].copy_from_slice(&bytes);
    }
    Ok(block)
}
