//! The values that all units of a module share while they are rewritten.
//!
//! They are one argument because each part of the rewriter needs some of them. Nothing here may change while units are
//! rewritten, which happens on all cores.

use std::collections::HashMap;

use wasmc_abi::layout::IDENTITY_FIRST;
use wasmparser::ValType;

use super::R;
use super::address_map::AddressMap;
use super::entries::Value;
use super::expressions::{Frame, Global};
use super::foreign::ForeignPointer;
use super::guest_memory::GuestMemory;
use super::input::{Units, section};
use super::prefix_map::PrefixMap;
use super::sections::{Section, SectionName};
use crate::module::Program;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::entities::{DataMode, DataSegment};
use crate::module::index::DefinedFuncIndex;
use crate::module::instance::{Instance, InstanceIndex};
use crate::object::{Object, PlacedBody};
use crate::options::{DebugInfo, Options};
use crate::plan::Plan;
use crate::plan::globals::{self, GlobalPlan};
use crate::plan::signature::machine_type;
use crate::plan::symbols::guest_pointer_symbol;
use crate::target::{Format, Target};

/// The values that all units of a module share. All of them are read only.
pub(super) struct Shared<'s, 'a> {
    pub(super) dwarf: &'s gimli::Dwarf<R<'a>>,
    pub(super) map: &'s AddressMap,
    pub(super) memory: GuestMemory,
    /// The replacements of beginnings of paths.
    pub(super) prefixes: PrefixMap<'s>,
    /// The frames of compiled functions.
    pub(super) frames: HashMap<DefinedFuncIndex, Frame<'s>>,
    /// The places of line programs in the output, by those in the input.
    pub(super) lines: &'s HashMap<usize, u32>,
    /// The types of pointers in other units, by their places in the input's `.debug_info`.
    pub(super) pointers: &'s HashMap<u32, ForeignPointer>,
    /// The debuggers that the output is for.
    pub(super) debug_info: DebugInfo,
    /// The symbol of the function that follows a pointer of the guest, for lldb.
    pub(super) pointer_function: String,
    /// The location of records for gdb, where it is not the address in a pointer to them.
    pub(super) record_location: Option<Section>,
    /// `.debug_str` and `.debug_line_str`.
    strings: [&'a [u8]; 2],
    program: &'s Program<'a>,
    plan: &'s Plan,
    instance: &'s Instance<'a>,
}

impl<'s, 'a> Shared<'s, 'a> {
    pub(super) fn new(
        dwarf: &'s gimli::Dwarf<R<'a>>,
        map: &'s AddressMap,
        (program, plan, instance): (&'s Program<'a>, &'s Plan, InstanceIndex),
        object: &'s Object,
        (units, lines): (&'s Units<'a>, &'s HashMap<usize, u32>),
        options: &'s Options,
    ) -> Shared<'s, 'a> {
        let instance = &program.instances[instance];
        let memory = GuestMemory::of(plan, instance);
        let bodies = object.bodies().iter().filter(|placed| instance.bodies.contains(&placed.body));
        let frame = |placed: &'s PlacedBody| {
            let slots = &placed.map.slots[..];
            let sizes = if slots.is_empty() { Box::default() } else { local_sizes(program, placed.body) };
            (placed.body, Frame { register: frame_pointer(options.target), slots, sizes })
        };
        Shared {
            dwarf,
            map,
            memory,
            prefixes: PrefixMap::new(&options.debug_prefix_map),
            frames: bodies.map(frame).collect(),
            lines,
            pointers: &units.pointers,
            debug_info: served(options),
            record_location: if has_low_data(plan, program, instance) { memory.record() } else { None },
            pointer_function: instance.memories().next().map_or_else(String::new, guest_pointer_symbol),
            strings: [SectionName::Str, SectionName::LineStr].map(|name| section(instance.module, name)),
            program,
            plan,
            instance,
        }
    }

    /// The value for a string in `.debug_str` or `.debug_line_str`.
    pub(super) fn string(&self, name: SectionName, offset: usize) -> Value<'static> {
        match u32::try_from(offset) {
            Ok(at) if offset < self.strings(name).len() => Value::StringIn(name, at),
            _ => Value::Absent,
        }
    }

    /// The bytes of a string in `.debug_str` or `.debug_line_str`.
    pub(super) fn string_bytes(&self, name: SectionName, offset: u32) -> &'a [u8] {
        let from = self.strings(name).get(offset as usize..).unwrap_or_default();
        from.split(|byte| *byte == 0).next().unwrap_or_default()
    }

    fn strings(&self, name: SectionName) -> &'a [u8] {
        self.strings[usize::from(name != SectionName::Str)]
    }

    /// A global of the module; `None` if expressions cannot refer to it.
    pub(super) fn global(&self, index: u32) -> Option<Global> {
        if index as usize >= self.instance.module.globals.len() {
            return None;
        }
        let index = self.instance.spaces.globals.get(index);
        match *self.plan.globals.get(index)? {
            GlobalPlan::Constant(ConstValue::I32(value)) => Some(Global::Constant(u64::from(value.cast_unsigned()))),
            GlobalPlan::Constant(ConstValue::I64(value)) => Some(Global::Constant(value.cast_unsigned())),
            GlobalPlan::Constant(_) => None,
            // Each thread has its own, at an address that no expression knows.
            GlobalPlan::Stored { .. } if self.plan.threads.is_some() => None,
            GlobalPlan::Stored { offset } => {
                let bytes = size(self.program.globals.get(index)?.ty);
                Some(Global::Stored { offset, bytes })
            }
        }
    }
}

/// Whether static data or the stack is in the lowest 64 KiB of memory 0. The heap is behind both.
fn has_low_data(plan: &Plan, program: &Program<'_>, instance: &Instance<'_>) -> bool {
    let Some(memory) = instance.memories().next() else { return false };
    let value = |expression: &ConstExpr| expression.evaluate(|global| globals::value(&plan.globals, global)).ok();
    let is_low = |segment: &DataSegment<'_>| match &segment.mode {
        DataMode::Active { memory: of, offset } if *of == memory => {
            matches!(value(offset), Some(ConstValue::I32(offset)) if (offset.cast_unsigned()) < LOW_BYTES)
        }
        DataMode::Active { .. } | DataMode::Passive => false,
    };
    // Linkers make the stack pointer the first global. A program whose stack starts this far up is not expected to
    // reach the lowest bytes.
    let stack = instance.spaces.globals.get(0);
    let stack = (instance.module.globals.len() > 0).then(|| plan.start.globals.get(stack)).flatten();
    let has_low_stack = matches!(stack, Some(ConstValue::I32(stack)) if stack.cast_unsigned() < 2 * LOW_BYTES);
    has_low_stack || program.data.iter().any(|(_, segment)| is_low(segment))
}

/// The bytes that may lie elsewhere in the process.
const LOW_BYTES: u32 = IDENTITY_FIRST as u32;

/// The sizes of the locals of a body, parameters first.
fn local_sizes(program: &Program<'_>, body: DefinedFuncIndex) -> Box<[u8]> {
    program.local_types(body).into_iter().map(size).collect()
}

fn size(ty: ValType) -> u8 {
    machine_type(ty).bytes() as u8
}

/// The debuggers that the output is for: gdb does not read Mach-O.
fn served(options: &Options) -> DebugInfo {
    match (options.debug_info, options.target.format()) {
        (DebugInfo::Both, Format::MachO) => DebugInfo::Lldb,
        (debug_info, _) => debug_info,
    }
}

/// The number that DWARF gives to the frame pointer (psABIs of the processors).
pub(super) fn frame_pointer(target: Target) -> u8 {
    match target {
        Target::X86_64Linux | Target::X86_64Macos => 6,
        Target::Aarch64Linux | Target::Aarch64Macos => 29,
        Target::Riscv64Linux => 8,
    }
}
