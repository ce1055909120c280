//! Data in the object: globals, tables, segments, the start image, and what the runtime reads at start.

use cranelift_module::{DataDescription, DataId, Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::layout::{FUNCREF_NULL, Memory, Table, Threads, WASM_PAGE_BYTES};
use wasmc_abi::{handlers, symbols};

use super::exceptions::Exceptions;
use super::text::Text;
use super::{declare_data, elf, macho, ours};
use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::const_expr::ConstValue;
use crate::module::entities::{DataMode, ElementMode};
use crate::module::index::{FuncIndex, Index};
use crate::options::Options;
use crate::plan::Plan;
use crate::plan::globals::GlobalPlan;
use crate::plan::memory::Bounds;
use crate::plan::symbols::Data;
use crate::plan::table::TablePlan;
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
    module: &Module<'_>,
    plan: &Plan,
    text: &Text,
    ids: &[DataId],
    exceptions: &Exceptions,
    options: &Options,
) -> Result<()> {
    let words = Words { module, plan, text };
    for (data, id) in plan.symbols.data.iter().zip(ids) {
        let mut description = DataDescription::new();
        description.set_align(8);
        match data {
            // The runtime fills in the states of memories when it maps them.
            Data::Memories => description.define_zeroinit(plan.memories.len() * size_of::<Memory>()),
            Data::Tables => {
                define_bytes(&mut description, tables(plan));
                write_table_addresses(object, plan, ids, &mut description, 0);
            }
            Data::Globals => {
                description.set_align(16);
                define_bytes(&mut description, globals(plan, &words)?);
            }
            Data::SegmentLengths => define_bytes(&mut description, lengths(module, plan)),
            Data::Threads => {
                description.set_align(16);
                let Some(threads) = &plan.threads else {
                    description.define_zeroinit(size_of::<Threads>());
                    object.define_data(*id, &description).map_err(ours)?;
                    continue;
                };
                let mut bytes: Vec<u8> = words_of([threads.region_bytes]).collect();
                bytes.extend(threads.state_bytes.to_le_bytes());
                bytes.extend(threads.tables_offset.to_le_bytes());
                bytes.extend(globals(plan, &words)?);
                bytes.resize(size_of::<Threads>() + threads.lengths_offset as usize, 0);
                bytes.extend(lengths(module, plan));
                bytes.extend(tables(plan));
                define_bytes(&mut description, bytes);
                let first = size_of::<Threads>() as u32 + threads.tables_offset;
                write_table_addresses(object, plan, ids, &mut description, first);
            }
            Data::FunctionReferences => {
                let references = plan.symbols.references.iter().map(|function| words.function(*function));
                define_bytes(&mut description, words_of(references.collect::<Result<Vec<_>>>()?).collect());
            }
            Data::TableElements(table) => {
                let table = &plan.tables[*table];
                let bytes = table.length as usize * 8;
                if table.is_null() {
                    description.define_zeroinit(bytes);
                } else {
                    let mut contents = words.all(&table.contents)?;
                    let rest = words.value(table.rest)?.to_le_bytes();
                    contents.extend(rest.iter().cycle().take(bytes - contents.len()));
                    define_bytes(&mut description, contents);
                }
            }
            Data::PassiveBytes(segment) => define_bytes(&mut description, module.data[*segment].bytes.to_vec()),
            Data::PassiveReferences(segment) => {
                let items = plan.elements.get(segment).map(Vec::as_slice).unwrap_or_default();
                define_bytes(&mut description, words.all(items)?);
            }
        }
        object.define_data(*id, &description).map_err(ours)?;
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
    let wasi_memory = plan.wasi_memory.map_or(plan.memories.len(), |memory| memory.position());
    let mut program = Vec::from_iter(options.stack_bytes.to_le_bytes());
    for field in [
        plan.memories.len(),
        plan.tables.len(),
        plan.image.runs.len(),
        text.functions.len(),
        policy.len(),
        wasi_memory,
        exceptions.handler_blocks.len() / size_of::<handlers::Block>(),
        exceptions.handlers.len(),
        exceptions.tag_count,
        exceptions.tags.len(),
        exceptions.roots.len(),
        0,
    ] {
        program.extend((field as u32).to_le_bytes());
    }
    let memory_plans = plan.memories.iter().flat_map(|(_, memory)| {
        let (base, reservation_bytes) = match memory.bounds {
            Bounds::Guard { base, reservation_bytes } => (base, reservation_bytes),
            Bounds::Explicit if memory.shared => (0, memory.maximum_bytes + WASM_PAGE_BYTES),
            Bounds::Explicit => (0, 0),
        };
        words_of([base, reservation_bytes, memory.initial_bytes, memory.maximum_bytes, memory.page_bytes])
    });
    let image_runs = plan
        .image
        .runs
        .iter()
        .flat_map(|run| words_of([u64::from(run.memory), run.guest_offset, run.image_offset, run.bytes]));
    let page_bytes = options.target.image_page_bytes();
    let (policy_section, image_section) = match options.target.format() {
        Format::Elf => (elf::POLICY_SECTION, elf::IMAGE_SECTION),
        Format::MachO => (macho::POLICY_SECTION, macho::IMAGE_SECTION),
    };
    for (symbol, bytes, align, writable, section) in [
        (symbols::PROGRAM, program, 8, false, None),
        (symbols::MEMORY_PLANS, memory_plans.collect(), 8, false, None),
        (symbols::IMAGE_RUNS, image_runs.collect(), 8, false, None),
        (symbols::POLICY, policy, 1, false, Some(policy_section)),
        // Mapped to its place at start, so it is writable and alone on its pages.
        (symbols::IMAGE, plan.image.bytes.clone(), page_bytes, true, Some(image_section)),
    ] {
        let id = declare_data(object, symbol, writable)?;
        let mut description = DataDescription::new();
        description.set_align(align);
        if let Some(section) = section {
            description.set_custom_section(section);
        }
        define_bytes(&mut description, bytes);
        object.define_data(id, &description).map_err(ours)?;
    }

    let stamp = object.declare_data(symbols::VERSION_STAMP, Linkage::Import, false, false).map_err(ours)?;
    let reference = object.declare_data("wasmc.version_stamp", Linkage::Local, true, false).map_err(ours)?;
    let mut description = DataDescription::new();
    description.set_align(8);
    // A relocation needs bytes in the file to stand in.
    define_bytes(&mut description, vec![0; 8]);
    let stamp = object.declare_data_in_data(stamp, &mut description);
    description.write_data_addr(0, stamp, 0);
    object.define_data(reference, &description).map_err(ours)
}

/// The size of all tables in the file.
pub(super) fn table_bytes(plan: &Plan) -> u64 {
    plan.tables.iter().filter(|(_, table)| !table.is_null()).map(|(_, table)| table.length * 8).sum()
}

/// Turns references into the words of `wasmc_abi::layout::Table`.
struct Words<'w, 'a> {
    module: &'w Module<'a>,
    plan: &'w Plan,
    text: &'w Text,
}

impl Words<'_, '_> {
    fn function(&self, function: FuncIndex) -> Result<u64> {
        let id = self.plan.symbols.code_of(self.module, function);
        let offset =
            id.and_then(|id| self.text.offset(id)).ok_or_else(|| Error::internal("a reference without code"))?;
        let id = self.module.type_ids[self.module.functions[function].ty];
        Ok(u64::from(offset) | u64::from(id) << 32)
    }

    fn value(&self, value: ConstValue) -> Result<u64> {
        match value {
            ConstValue::RefFunc(function) => self.function(function),
            _ => Ok(FUNCREF_NULL),
        }
    }

    fn all(&self, values: &[ConstValue]) -> Result<Vec<u8>> {
        let words = values.iter().map(|value| self.value(*value));
        Ok(words_of(words.collect::<Result<Vec<_>>>()?).collect())
    }
}

/// The states of all tables, but for the addresses of their elements.
fn tables(plan: &Plan) -> Vec<u8> {
    let state = |table: &TablePlan| {
        // In a program with threads, no capacity says that all share the elements.
        let is_shared = plan.threads.is_some() && !table.growable;
        words_of([0, table.length, if is_shared { 0 } else { table.length }, table.maximum])
    };
    plan.tables.iter().flat_map(|(_, table)| state(table)).collect()
}

/// Fills in the addresses of elements, in states of all tables from `first` on.
fn write_table_addresses(
    object: &mut ObjectModule,
    plan: &Plan,
    ids: &[DataId],
    description: &mut DataDescription,
    first: u32,
) {
    for (index, (table, _)) in plan.tables.iter().enumerate() {
        let position = plan.symbols.data(Data::TableElements(table)).unwrap_or_default();
        let elements = object.declare_data_in_data(ids[position as usize], description);
        description.write_data_addr(first + (index * size_of::<Table>()) as u32, elements, 0);
    }
}

/// The lengths of all segments that have one.
fn lengths(module: &Module<'_>, plan: &Plan) -> Vec<u8> {
    words_of(plan.symbols.length_slots.iter().map(|slot| start_length(module, plan, *slot))).collect()
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
fn start_length(module: &Module<'_>, plan: &Plan, segment: Data) -> u64 {
    let is_left = plan.instantiation.left.contains(&segment);
    match segment {
        Data::PassiveBytes(segment) => match module.data[segment].mode {
            DataMode::Active { .. } if !is_left => 0,
            DataMode::Passive | DataMode::Active { .. } => module.data[segment].bytes.len() as u64,
        },
        Data::PassiveReferences(segment) => match module.elements[segment].mode {
            ElementMode::Declared => 0,
            ElementMode::Active { .. } if !is_left => 0,
            ElementMode::Passive | ElementMode::Active { .. } => module.elements[segment].items.len() as u64,
        },
        _ => 0,
    }
}

fn words_of(words: impl IntoIterator<Item = u64>) -> impl Iterator<Item = u8> {
    words.into_iter().flat_map(u64::to_le_bytes)
}

fn define_bytes(description: &mut DataDescription, bytes: Vec<u8>) {
    description.define(bytes.into());
}
