//! Data in the object: globals, tables, segments, the start image, and what the runtime reads at start.

use std::mem::offset_of;

use cranelift_module::{DataId, Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::layout::{self, FUNCREF_NULL, Memory, Table, Threads, WASM_PAGE_BYTES};
use wasmc_abi::record::encode_all;
use wasmc_abi::symbols;

use super::contents::{Contents, define_zeros};
use super::exceptions::Exceptions;
use super::text::Text;
use super::{declare_data, elf, macho, ours};
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::const_expr::ConstValue;
use crate::module::entities::{DataMode, ElementMode};
use crate::module::index::FuncIndex;
use crate::options::Options;
use crate::plan::Plan;
use crate::plan::globals::GlobalPlan;
use crate::plan::memory::Bounds;
use crate::plan::symbols::Data;
use crate::target::Format;

/// Declares the data that code refers to, in order of the ids of the plan.
pub(super) fn declare(object: &mut ObjectModule, plan: &Plan) -> Result<Vec<DataId>> {
    let mut ids = Vec::new();
    for data in &plan.symbols.data {
        let (name, linkage, writable) = match data {
            Data::Memories => (symbols::MEMORIES.into(), Linkage::Export, true),
            Data::Tables => (symbols::TABLES.into(), Linkage::Export, true),
            Data::Globals => ("wasmc.globals".into(), Linkage::Local, true),
            Data::SegmentLengths => ("wasmc.segment_lengths".into(), Linkage::Local, true),
            // It is never written, but tables have addresses, and those are filled in at start.
            Data::Threads => (symbols::THREADS.into(), Linkage::Export, plan.threads.is_some()),
            Data::FunctionReferences => ("wasmc.function_references".into(), Linkage::Local, false),
            Data::TableElements(table) => {
                (format!("wasmc.table.{}", table.0), Linkage::Local, plan.tables[*table].mutable)
            }
            Data::PassiveBytes(segment) => (format!("wasmc.data.{}", segment.0), Linkage::Local, false),
            Data::PassiveReferences(segment) => (format!("wasmc.elements.{}", segment.0), Linkage::Local, false),
        };
        ids.push(object.declare_data(&name, linkage, writable, false).map_err(ours)?);
    }
    Ok(ids)
}

/// Defines all data.
pub(super) fn define(
    object: &mut ObjectModule,
    program: &Program<'_>,
    plan: &Plan,
    text: &Text,
    ids: &[DataId],
    exceptions: &Exceptions,
    options: &Options,
) -> Result<()> {
    let words = Words { program, plan, text };
    for (data, id) in plan.symbols.data.iter().zip(ids) {
        let contents = match data {
            // The runtime fills in the states of memories when it maps them.
            Data::Memories => {
                define_zeros(object, *id, plan.memories.len() * size_of::<Memory>(), 8)?;
                continue;
            }
            Data::Tables => {
                let mut contents = Contents::records(tables(plan));
                write_table_addresses(plan, ids, &mut contents, 0);
                contents
            }
            Data::Globals => Contents::bytes(globals(plan, &words)?, 16),
            Data::SegmentLengths => Contents::records(lengths(program, plan)),
            Data::Threads => threads(program, plan, ids, &words)?,
            Data::FunctionReferences => {
                let references = plan.symbols.references.iter().map(|function| words.function(*function));
                Contents::records(references.collect::<Result<Vec<_>>>()?)
            }
            Data::TableElements(table) => {
                let table = &plan.tables[*table];
                if table.is_null() {
                    define_zeros(object, *id, table.length as usize * 8, 8)?;
                    continue;
                }
                let mut elements = words.all(&table.contents)?;
                elements.resize(table.length as usize, words.value(table.rest)?);
                Contents::records(elements)
            }
            Data::PassiveBytes(segment) => Contents::bytes(program.data[*segment].bytes.to_vec(), 8),
            Data::PassiveReferences(segment) => {
                let items = plan.elements.get(segment).map(Vec::as_slice).unwrap_or_default();
                Contents::records(words.all(items)?)
            }
        };
        contents.define(object, *id)?;
    }
    define_program(object, plan, text, exceptions, options)
}

/// Defines what only the runtime reads: header, plans, image, policy, and the reference to its version stamp.
fn define_program(
    object: &mut ObjectModule,
    plan: &Plan,
    text: &Text,
    exceptions: &Exceptions,
    options: &Options,
) -> Result<()> {
    let policy = options.policy.encode();
    let header = layout::Program {
        stack_bytes: options.stack_bytes,
        memory_count: count(plan.memories.len()),
        table_count: count(plan.tables.len()),
        image_run_count: count(plan.image.runs.len()),
        function_count: count(text.functions.len()),
        policy_bytes: count(policy.len()),
        wasi_memory: plan.wasi_memory.map_or(count(plan.memories.len()), |memory| memory.0),
        handler_block_count: count(exceptions.handler_blocks.len()),
        handler_bytes: count(exceptions.handlers.len()),
        tag_count: count(exceptions.tag_count),
        tag_bytes: count(exceptions.tags.len()),
        exception_root_count: count(exceptions.roots.len()),
        reserved: 0,
    };
    let memory_plans = plan.memories.iter().map(|(_, memory)| {
        let (base, reservation_bytes) = match memory.bounds {
            Bounds::Guard { base, reservation_bytes } => (base, reservation_bytes),
            Bounds::Explicit if memory.shared => (0, memory.maximum_bytes + WASM_PAGE_BYTES),
            Bounds::Explicit => (0, 0),
        };
        layout::MemoryPlan {
            base,
            reservation_bytes,
            initial_bytes: memory.initial_bytes,
            maximum_bytes: memory.maximum_bytes,
            page_bytes: memory.page_bytes,
        }
    });
    let page_bytes = options.target.image_page_bytes();
    let (policy_section, image_section) = match options.target.format() {
        Format::Elf => (elf::POLICY_SECTION, elf::IMAGE_SECTION),
        Format::MachO => (macho::POLICY_SECTION, macho::IMAGE_SECTION),
    };
    for (symbol, writable, contents) in [
        (symbols::PROGRAM, false, Contents::records([header])),
        (symbols::MEMORY_PLANS, false, Contents::records(memory_plans)),
        (symbols::IMAGE_RUNS, false, Contents::records(plan.image.runs.iter().copied())),
        (symbols::POLICY, false, Contents::bytes(policy, 1).in_section(policy_section)),
        // Mapped to its place at start, so it is writable and alone on its pages.
        (symbols::IMAGE, true, Contents::bytes(plan.image.bytes.clone(), page_bytes).in_section(image_section)),
    ] {
        let id = declare_data(object, symbol, writable)?;
        contents.define(object, id)?;
    }

    let stamp = object.declare_data(symbols::VERSION_STAMP, Linkage::Import, false, false).map_err(ours)?;
    let reference = object.declare_data("wasmc.version_stamp", Linkage::Local, true, false).map_err(ours)?;
    let mut contents = Contents::records([0u64]);
    contents.address(0, stamp, 0);
    contents.define(object, reference)
}

/// A count or a size of the contract, in which everything that is counted was checked to fit.
fn count(items: usize) -> u32 {
    u32::try_from(items).expect("no list is that long")
}

/// The size of all tables in the file.
pub(super) fn table_bytes(plan: &Plan) -> u64 {
    plan.tables.iter().filter(|(_, table)| !table.is_null()).map(|(_, table)| table.length * 8).sum()
}

/// Turns references into the words of `wasmc_abi::layout::Table`.
struct Words<'w, 'a> {
    program: &'w Program<'a>,
    plan: &'w Plan,
    text: &'w Text,
}

impl Words<'_, '_> {
    fn function(&self, function: FuncIndex) -> Result<u64> {
        let id = self.plan.symbols.code_of(self.program, function);
        let offset =
            id.and_then(|id| self.text.offset(id)).ok_or_else(|| Error::internal("a reference without code"))?;
        let id = self.program.type_ids[self.program.functions[function].ty];
        Ok(u64::from(offset) | u64::from(id) << 32)
    }

    fn value(&self, value: ConstValue) -> Result<u64> {
        match value {
            ConstValue::RefFunc(function) => self.function(function),
            _ => Ok(FUNCREF_NULL),
        }
    }

    fn all(&self, values: &[ConstValue]) -> Result<Vec<u64>> {
        values.iter().map(|value| self.value(*value)).collect()
    }
}

/// What the runtime must know of threads, and the state that each starts with.
fn threads(program: &Program<'_>, plan: &Plan, ids: &[DataId], words: &Words<'_, '_>) -> Result<Contents> {
    let Some(threads) = &plan.threads else {
        return Ok(Contents::records([Threads { region_bytes: 0, state_bytes: 0, tables_offset: 0 }]));
    };
    let header = Threads {
        region_bytes: threads.region_bytes,
        state_bytes: threads.state_bytes,
        tables_offset: threads.tables_offset,
    };
    let mut bytes = encode_all([header]);
    bytes.extend(globals(plan, words)?);
    bytes.resize(size_of::<Threads>() + threads.lengths_offset as usize, 0);
    bytes.extend(encode_all(lengths(program, plan)));
    bytes.extend(encode_all(tables(plan)));
    let mut contents = Contents::bytes(bytes, 16);
    write_table_addresses(plan, ids, &mut contents, size_of::<Threads>() + threads.tables_offset as usize);
    Ok(contents)
}

/// The states of all tables, but for the addresses of their elements.
fn tables(plan: &Plan) -> impl Iterator<Item = Table> {
    plan.tables.iter().map(|(_, table)| {
        // In a program with threads, no capacity says that all share the elements.
        let is_shared = plan.threads.is_some() && !table.growable;
        let capacity = if is_shared { 0 } else { table.length };
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

/// The lengths of all segments that have one.
fn lengths(program: &Program<'_>, plan: &Plan) -> impl Iterator<Item = u64> {
    plan.symbols.length_slots.iter().map(|slot| start_length(program, plan, *slot))
}

/// The block of stored globals, in the order and with the places of the plan.
fn globals(plan: &Plan, words: &Words<'_, '_>) -> Result<Vec<u8>> {
    let mut block = vec![0; plan.global_layout.bytes as usize];
    for (_, global) in plan.globals.iter() {
        let GlobalPlan::Stored { offset, initial } = *global else { continue };
        let bytes = match initial {
            ConstValue::I32(value) => value.to_le_bytes().to_vec(),
            ConstValue::I64(value) => value.to_le_bytes().to_vec(),
            ConstValue::F32(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::F64(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::V128(bits) => bits.to_le_bytes().to_vec(),
            ConstValue::RefNull => FUNCREF_NULL.to_le_bytes().to_vec(),
            ConstValue::RefFunc(function) => words.function(function)?.to_le_bytes().to_vec(),
        };
        block[offset as usize..][..bytes.len()].copy_from_slice(&bytes);
    }
    Ok(block)
}

/// The length of a segment when code first runs: those that instantiation has copied by then, it has dropped (core
/// specification, 4.5.4).
fn start_length(program: &Program<'_>, plan: &Plan, segment: Data) -> u64 {
    let is_left = plan.instantiation.left.contains(&segment);
    match segment {
        Data::PassiveBytes(segment) => match program.data[segment].mode {
            DataMode::Active { .. } if !is_left => 0,
            DataMode::Passive | DataMode::Active { .. } => program.data[segment].bytes.len() as u64,
        },
        Data::PassiveReferences(segment) => match program.elements[segment].mode {
            ElementMode::Declared => 0,
            ElementMode::Active { .. } if !is_left => 0,
            ElementMode::Passive | ElementMode::Active { .. } => program.elements[segment].items.len() as u64,
        },
        _ => 0,
    }
}
