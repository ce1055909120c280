//! The data that only the runtime reads, when a program starts: counts and sizes, the plans of memories, the start
//! image, and the policy.
//!
//! Formats come from `wasmc_abi`, values from the plan and the options. This file must not decide a value.

use cranelift_module::{Linkage, Module as _};
use cranelift_object::ObjectModule;
use wasmc_abi::{layout, symbols};

use super::contents::Contents;
use super::exceptions::Exceptions;
use super::{Source, declare_data, elf, macho, writer_error};
use crate::error::Result;
use crate::options::{Backtrace, Options};
use crate::plan::memory::MemoryBase;
use crate::target::Format;

/// Defines the counts, plans, image and policy, and the reference to the version stamp of the runtime.
pub(super) fn define(
    object: &mut ObjectModule,
    source: &Source<'_, '_>,
    exceptions: &Exceptions,
    options: &Options,
) -> Result<()> {
    let Source { plan, text, .. } = *source;
    let image = &plan.start.image;
    let policy = options.policy.encode();
    let header = layout::ProgramRecord {
        stack_bytes: options.stack_bytes,
        memory_count: count(plan.memories.len()),
        table_count: count(plan.tables.len()),
        image_run_count: count(image.runs.len()),
        function_count: count(text.functions.len()),
        policy_bytes: count(policy.len()),
        wasi_memory: plan.wasi_memory.map_or(count(plan.memories.len()), |memory| memory.0),
        handler_block_count: count(exceptions.handler_blocks.len()),
        handler_bytes: count(exceptions.handlers.len()),
        tag_count: count(exceptions.tag_count),
        tag_bytes: count(exceptions.tags.len()),
        exception_root_count: count(exceptions.roots.len()),
        no_backtrace: u32::from(options.backtrace == Backtrace::None),
    };
    let memory_plans = plan.memories.iter().map(|(_, memory)| layout::MemoryRecord {
        base: match memory.base {
            MemoryBase::Constant(base) => base,
            MemoryBase::Identity | MemoryBase::State => 0,
        },
        identity: u64::from(memory.base == MemoryBase::Identity),
        reservation_bytes: memory.reservation_bytes,
        initial_bytes: memory.initial_bytes,
        maximum_bytes: memory.maximum_bytes,
        page_bytes: memory.page_bytes,
    });
    let (policy_section, image_section) = match options.target.format() {
        Format::Elf => (elf::POLICY_SECTION, elf::IMAGE_SECTION),
        Format::MachO => (macho::POLICY_SECTION, macho::IMAGE_SECTION),
    };
    for (symbol, writable, contents) in [
        (symbols::PROGRAM, false, Contents::records([header])),
        (symbols::MEMORY_PLANS, false, Contents::records(memory_plans)),
        (symbols::IMAGE_RUNS, false, Contents::records(image.runs.iter().copied())),
        (symbols::POLICY, false, Contents::bytes(policy, 1).in_section(policy_section)),
        // The runtime moves the pages of a large image to the memory at start, so they are writable and hold nothing
        // else.
        (symbols::IMAGE, true, Contents::bytes(image.bytes.clone(), image.alignment).in_section(image_section)),
    ] {
        let id = declare_data(object, symbol, writable)?;
        contents.define(object, id)?;
    }

    let stamp = object.declare_data(symbols::VERSION_STAMP, Linkage::Import, false, false).map_err(writer_error)?;
    let reference = object.declare_data("wasmc.version_stamp", Linkage::Local, true, false).map_err(writer_error)?;
    let mut contents = Contents::records([0u64]);
    contents.address(0, stamp, 0);
    contents.define(object, reference)
}

/// A count as the contract has it. Earlier phases have limited everything that is counted to 32 bits.
fn count(items: usize) -> u32 {
    u32::try_from(items).expect("no list is that long")
}
