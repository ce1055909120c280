//! Rewrites one unit: reads its entries, keeps those whose code or data is in the program, and writes them.
//!
//! Units depend on nothing but the module and the plan, so they are rewritten at the same time on all cores. Entries of
//! code that was removed are dropped, except for those that others refer to.

use std::iter;
use std::ops::Range;

use gimli::{UnitRef, constants as dw};

use super::address_map::merged;
use super::entries::{Attribute, Entries, Entry, Value};
use super::expressions::Frame;
use super::lists::Lists;
use super::shared::Shared;
use super::{Degraded, R, attributes, gdb, lldb, writing};

/// A rewritten unit: its parts of the sections.
pub(super) struct RewrittenUnit {
    pub(super) written: writing::Written,
    pub(super) lists: Lists,
    pub(super) degraded: Degraded,
}

/// A unit while it is read.
pub(super) struct Reading<'r, 'a> {
    pub(super) shared: &'r Shared<'r, 'a>,
    pub(super) unit: UnitRef<'r, R<'a>>,
    pub(super) entries: Entries<'a>,
    pub(super) lists: Lists,
    pub(super) degraded: Degraded,
    /// The steps that lists of the input may still cost.
    pub(super) list_steps: usize,
    /// Whether pointers get a form for lldb.
    pub(super) has_lldb_form: bool,
    /// The bytes of WebAssembly whose code may still be looked up.
    lookup_bytes: u64,
    /// The code of the unit's functions.
    code: Vec<Range<u64>>,
}

/// An entry whose children are being read, and what holds for these.
#[derive(Clone)]
struct Open<'r> {
    entry: u32,
    scope: Scope<'r>,
}

/// The surroundings of an entry.
#[derive(Clone, Default)]
pub(super) struct Scope<'r> {
    /// The frame of the function around it.
    pub(super) frame: Option<&'r Frame<'r>>,
    /// The addresses of that function in WebAssembly.
    pub(super) wasm: Range<u64>,
    /// Whether that function has a frame base.
    pub(super) has_frame_base: bool,
    /// Whether the entries around it are left out.
    pub(super) dropped: bool,
}

/// The code of an entry.
enum Code {
    /// It has none, or has it in other entries.
    None,
    /// It was removed.
    Removed,
    /// These ranges of the text section.
    Ranges(Vec<Range<u64>>),
}

/// The attributes that a unit may have for each of its bytes. Attributes without bytes exist, so a damaged unit could
/// have many more.
const ATTRIBUTES_PER_BYTE_MAX: usize = 2;
/// The bytes of WebAssembly whose code may be looked up for each byte of a unit. Blocks are nested ten deep in large
/// C++ programs, but in a damaged unit each entry could have all code of a function.
const LOOKUP_BYTES_PER_BYTE: u64 = 256;

/// Rewrites a unit; `None` if nothing of it can be read.
pub(super) fn rewrite<'a>(
    shared: &Shared<'_, 'a>,
    unit: &gimli::Unit<R<'a>>,
    targets: &[u32],
) -> Option<RewrittenUnit> {
    let version = unit.header.version().clamp(4, 5);
    let kind = match unit.header.type_() {
        gimli::UnitType::Type { type_signature, type_offset }
        | gimli::UnitType::SplitType { type_signature, type_offset } => {
            writing::UnitKind::Type(type_signature.0, u32::try_from(type_offset.0).ok()?)
        }
        gimli::UnitType::Partial => writing::UnitKind::Partial,
        _ => writing::UnitKind::Compile,
    };
    let bytes = unit.header.length_including_self();
    u32::try_from(bytes).ok()?;
    let has_lldb_form = shared.debug_info.has_lldb_form() && unit.encoding().address_size == 4;
    let mut reading = Reading {
        shared,
        unit: unit.unit_ref(shared.dwarf),
        entries: Entries::default(),
        lists: Lists::new(version),
        degraded: Degraded::default(),
        list_steps: 256 + bytes,
        has_lldb_form,
        lookup_bytes: (256 + bytes as u64) * LOOKUP_BYTES_PER_BYTE,
        code: Vec::new(),
    };
    reading.read(bytes.saturating_mul(ATTRIBUTES_PER_BYTE_MAX))?;
    reading.finish_root();
    let Reading { mut entries, mut lists, degraded, .. } = reading;
    super::liveness::keep_referenced(&mut entries, targets);
    if let Some(location) = &shared.record_location {
        gdb::fill_in(&mut entries, location);
    }
    if has_lldb_form {
        lldb::fill_in(&mut entries, shared);
    }
    lists.place_locations(&mut entries);
    lists.finish();
    let is_target = |input: u32| targets.binary_search(&input).is_ok();
    let written = writing::write(&entries, version, kind, &is_target);
    Some(RewrittenUnit { written, lists, degraded })
}

impl<'r, 'a> Reading<'r, 'a> {
    /// Reads all entries up to the end or the first damage; `None` if there is none.
    fn read(&mut self, attributes_max: usize) -> Option<()> {
        let mut raw = self.unit.unit.entries_raw(None).ok()?;
        let mut open: Vec<Open<'r>> = Vec::new();
        let mut attributes = Vec::new();
        let mut is_complete = false;
        while !raw.is_empty() {
            let input = u32::try_from(raw.next_offset().0).ok()?;
            let Ok(abbreviation) = raw.read_abbreviation() else { break };
            let Some(abbreviation) = abbreviation else {
                if let Some(closed) = open.pop() {
                    self.entries.list[closed.entry as usize].end = self.entries.list.len() as u32;
                }
                if open.is_empty() {
                    is_complete = true;
                    break;
                }
                continue;
            };
            if self.entries.attributes.len() + abbreviation.attributes().len() > attributes_max
                || raw.read_attributes(abbreviation.attributes(), &mut attributes).is_err()
            {
                break;
            }
            let scope = open.last().map_or_else(Scope::default, |open| open.scope.clone());
            let entry = self.entries.list.len() as u32;
            let scope = self.entry(input, abbreviation.tag(), &attributes, scope);
            if abbreviation.has_children() {
                open.push(Open { entry, scope });
            } else if open.is_empty() {
                is_complete = true;
                break;
            }
        }
        for closed in open {
            self.entries.list[closed.entry as usize].end = self.entries.list.len() as u32;
        }
        self.degraded.units += usize::from(!is_complete);
        (!self.entries.list.is_empty()).then_some(())
    }

    /// Adds an entry, and returns the surroundings of its children.
    fn entry(
        &mut self,
        input: u32,
        tag: gimli::DwTag,
        attributes: &[gimli::Attribute<R<'a>>],
        mut scope: Scope<'r>,
    ) -> Scope<'r> {
        let is_root = self.entries.list.is_empty();
        let code = if is_root || scope.dropped { Code::None } else { self.code(tag, attributes, &mut scope) };
        scope.dropped |= matches!(code, Code::Removed);
        let start = self.entries.attributes.len() as u32;
        if is_root {
            // The base of all lists, and a place for the ranges of the unit.
            self.attribute(dw::DW_AT_low_pc, Value::Address(0));
            self.attribute(dw::DW_AT_ranges, Value::Absent);
        }
        match code {
            Code::Ranges(ranges) if ranges.len() == 1 => {
                let range = &ranges[0];
                self.attribute(dw::DW_AT_low_pc, Value::Address(range.start));
                self.attribute(dw::DW_AT_high_pc, Value::Udata(range.end - range.start));
            }
            Code::Ranges(ranges) => {
                let list = self.lists.add_ranges(&ranges);
                self.attribute(dw::DW_AT_ranges, list);
            }
            Code::None | Code::Removed => {}
        }
        self.frame_base(attributes, &mut scope);
        for attribute in attributes {
            let value = match attribute.name() {
                gimli::DW_AT_name | gimli::DW_AT_comp_dir if is_root => attributes::path(self, attribute),
                _ => attributes::value(self, tag, attribute, &scope),
            };
            self.attribute(attribute.name(), value);
        }
        attributes::add(self, tag, attributes);
        let position = self.entries.list.len() as u32;
        self.entries.list.push(Entry {
            tag,
            input,
            attributes: start..self.entries.attributes.len() as u32,
            end: position + 1,
            dropped: scope.dropped,
        });
        scope
    }

    /// Adds an attribute to the entry that is being read.
    pub(super) fn attribute(&mut self, name: gimli::DwAt, value: Value<'a>) {
        self.entries.attributes.push(Attribute { name, value });
    }

    /// The code of an entry. A function becomes the scope.
    fn code(&mut self, tag: gimli::DwTag, attributes: &[gimli::Attribute<R<'a>>], scope: &mut Scope<'r>) -> Code {
        match tag {
            // Their addresses are return addresses, and the values are those of registers and locals at a call.
            dw::DW_TAG_call_site | dw::DW_TAG_GNU_call_site => return Code::Removed,
            dw::DW_TAG_label => return Code::None,
            _ => {}
        }
        let Some(wasm) = self.wasm_ranges(attributes) else { return Code::None };
        let shared = self.shared;
        if tag != dw::DW_TAG_subprogram && tag != dw::DW_TAG_entry_point {
            let ranges = merged(wasm.into_iter().flat_map(|range| self.ranges(&range, scope)).collect());
            return if ranges.is_empty() { Code::Removed } else { Code::Ranges(ranges) };
        }
        let Some(function) = wasm.iter().find_map(|range| shared.map.function(range.start)) else {
            return Code::Removed;
        };
        *scope = Scope { frame: shared.frames.get(&function.body), wasm: function.wasm.clone(), ..Scope::default() };
        self.code.push(function.text.clone());
        Code::Ranges(vec![function.text.clone()])
    }

    /// The code of a range of addresses in the function around an entry.
    pub(super) fn ranges(&mut self, wasm: &Range<u64>, scope: &Scope<'_>) -> Vec<Range<u64>> {
        let wasm = wasm.start.max(scope.wasm.start)..wasm.end.min(scope.wasm.end);
        let bytes = wasm.end.saturating_sub(wasm.start);
        match self.lookup_bytes.checked_sub(bytes) {
            Some(rest) if bytes > 0 => {
                self.lookup_bytes = rest;
                self.shared.map.ranges(wasm)
            }
            _ => Vec::new(),
        }
    }

    /// The addresses of an entry in WebAssembly; `None` if it has none.
    fn wasm_ranges(&mut self, attributes: &[gimli::Attribute<R<'a>>]) -> Option<Vec<Range<u64>>> {
        let value = |name| attributes.iter().find(|attribute| attribute.name() == name).map(gimli::Attribute::value);
        if let Some(ranges) = value(dw::DW_AT_ranges) {
            let mut found = Vec::new();
            let mut ranges = self.unit.attr_ranges(ranges).ok().flatten()?;
            while let Ok(Some(range)) = ranges.next() {
                self.list_steps = self.list_steps.checked_sub(1)?;
                found.push(range.begin..range.end);
            }
            return Some(found);
        }
        let low = self.unit.attr_address(value(dw::DW_AT_low_pc)?).ok().flatten()?;
        let high = value(dw::DW_AT_high_pc);
        let high = high.and_then(|high| match high {
            gimli::AttributeValue::Udata(bytes) => low.checked_add(bytes),
            high => self.unit.attr_address(high).ok().flatten(),
        });
        Some(iter::once(low..high.unwrap_or(low.saturating_add(1)).max(low)).collect())
    }

    /// Finds out whether the function has a frame base, before its attributes are translated.
    fn frame_base(&mut self, attributes: &[gimli::Attribute<R<'a>>], scope: &mut Scope<'r>) {
        let frame_base = attributes.iter().find(|attribute| attribute.name() == dw::DW_AT_frame_base);
        if let Some(frame_base) = frame_base {
            scope.has_frame_base = !matches!(attributes::location(self, frame_base, scope), Value::Absent);
        }
    }

    /// Completes the attributes of the unit's own entry.
    fn finish_root(&mut self) {
        let code = merged(std::mem::take(&mut self.code));
        let list = if code.is_empty() { Value::Absent } else { self.lists.add_ranges(&code) };
        for attribute in self.entries.attributes_mut(0) {
            match attribute.name {
                dw::DW_AT_low_pc if code.is_empty() => attribute.value = Value::Absent,
                dw::DW_AT_ranges if matches!(attribute.value, Value::Absent) => {
                    attribute.value = list;
                    return;
                }
                _ => {}
            }
        }
    }
}
