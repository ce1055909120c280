//! Writes the entries of a unit: abbreviations, the layout, then the bytes.
//!
//! References within a unit are distances from its start, so all places are known before the first byte is written.
//! Nothing is decided here: entries and values are written as they are, and those that are dropped are left out.

use std::collections::HashMap;

use gimli::{DwForm, constants as dw};

use super::entries::{ADDED, BASE_TYPE_BYTES, Entries, Expression, Value};
use super::sections::{Section, SectionName, Target, sleb_bytes, uleb_bytes};

/// The kind of a unit, for its header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum UnitKind {
    Compile,
    Partial,
    /// A type, with its signature and the offset of its entry in the input.
    Type(u64, u32),
}

/// A written unit.
pub(super) struct Written {
    /// Its part of `.debug_info`, or of `.debug_types`.
    pub(super) info: Section,
    /// Its part of `.debug_abbrev`.
    pub(super) abbreviations: Section,
    /// The place of the unit's own entry in `info`.
    pub(super) root: u32,
    /// References to entries of other units: where they are in `info`, and the entry's offset in the input.
    pub(super) references: Vec<(u64, u32)>,
    /// Of the entries that other units refer to, the offsets in the input's unit and in `info`.
    pub(super) targets: Vec<(u32, u32)>,
}

/// Writes a unit. `is_target` says whether other units refer to the entry at an offset of the input's unit.
pub(super) fn write(entries: &Entries<'_>, version: u16, kind: UnitKind, is_target: &dyn Fn(u32) -> bool) -> Written {
    let mut abbreviations = Abbreviations::default();
    let layout = Layout::new(entries, version, kind, &mut abbreviations);
    let mut writer = Writer {
        entries,
        layout: &layout,
        written: Written {
            info: Section::default(),
            abbreviations: Section::default(),
            root: layout.offsets.first().copied().unwrap_or(0),
            references: Vec::new(),
            targets: Vec::new(),
        },
    };
    writer.header(version, kind);
    for entry in live(entries) {
        match entry {
            Step::Entry(entry) => {
                let input = entries.list[entry as usize].input;
                if input != ADDED && is_target(input) {
                    writer.written.targets.push((input, layout.offsets[entry as usize]));
                }
                writer.entry(entry);
            }
            Step::EndOfChildren => writer.written.info.u8(0),
        }
    }
    let mut written = writer.written;
    written.info.patch_u32(0, (written.info.len() - 4) as u32);
    written.abbreviations = abbreviations.section;
    written.abbreviations.u8(0);
    written
}

/// A step of the walk over the entries that are written.
enum Step {
    Entry(u32),
    EndOfChildren,
}

/// The entries that are written, and the ends of their children, in order.
fn live(entries: &Entries<'_>) -> impl Iterator<Item = Step> {
    let mut next = 0u32;
    let mut ends: Vec<u32> = Vec::new();
    std::iter::from_fn(move || {
        loop {
            if ends.last() == Some(&next) {
                ends.pop();
                return Some(Step::EndOfChildren);
            }
            let entry = entries.list.get(next as usize)?;
            if entry.dropped {
                next = entry.end;
                continue;
            }
            let current = next;
            next += 1;
            if entries.has_children(current) {
                ends.push(entry.end);
            } else {
                next = entry.end;
            }
            return Some(Step::Entry(current));
        }
    })
}

/// The abbreviations of a unit.
#[derive(Default)]
struct Abbreviations {
    codes: HashMap<Vec<u16>, u32>,
    section: Section,
    key: Vec<u16>,
}

impl Abbreviations {
    fn code(&mut self, entries: &Entries<'_>, entry: u32) -> u32 {
        let has_children = entries.has_children(entry);
        self.key.clear();
        self.key.extend([entries.list[entry as usize].tag.0, u16::from(has_children)]);
        for attribute in entries.attributes(entry) {
            if let Some(form) = form(&attribute.value) {
                self.key.extend([attribute.name.0, form.0]);
            }
        }
        if let Some(code) = self.codes.get(&self.key) {
            return *code;
        }
        let code = self.codes.len() as u32 + 1;
        self.section.uleb(u64::from(code));
        self.section.uleb(u64::from(self.key[0]));
        self.section.u8(u8::from(has_children));
        for number in &self.key[2..] {
            self.section.uleb(u64::from(*number));
        }
        self.section.u16(0);
        self.codes.insert(self.key.clone(), code);
        code
    }
}

/// The form of a value; `None` for one that is left out.
fn form(value: &Value<'_>) -> Option<DwForm> {
    Some(match value {
        Value::Absent | Value::Locations(_) => return None,
        Value::Data(_, form) => *form,
        Value::Data16(_) => dw::DW_FORM_data16,
        Value::Udata(_) => dw::DW_FORM_udata,
        Value::Sdata(_) => dw::DW_FORM_sdata,
        Value::Flag(true) => dw::DW_FORM_flag_present,
        Value::Flag(false) => dw::DW_FORM_flag,
        Value::String(_) => dw::DW_FORM_string,
        Value::StringIn(SectionName::LineStr, _) => dw::DW_FORM_line_strp,
        Value::StringIn(..) => dw::DW_FORM_strp,
        Value::Block(_) => dw::DW_FORM_block,
        Value::Expression(_) => dw::DW_FORM_exprloc,
        Value::UnitRef(_) | Value::Entry(_) => dw::DW_FORM_ref4,
        Value::InfoRef(_) => dw::DW_FORM_ref_addr,
        Value::Signature(_) => dw::DW_FORM_ref_sig8,
        Value::Address(_) => dw::DW_FORM_addr,
        Value::Lines(_) | Value::List(..) => dw::DW_FORM_sec_offset,
    })
}

fn size(value: &Value<'_>) -> usize {
    match value {
        Value::Absent | Value::Locations(_) | Value::Flag(true) => 0,
        Value::Flag(false) | Value::Data(_, dw::DW_FORM_data1) => 1,
        Value::Data(_, dw::DW_FORM_data2) => 2,
        Value::Data(_, dw::DW_FORM_data4) => 4,
        Value::Data(..) | Value::Signature(_) | Value::Address(_) => 8,
        Value::Data16(_) => 16,
        Value::Udata(value) => uleb_bytes(*value),
        Value::Sdata(value) => sleb_bytes(*value),
        Value::String(bytes) => bytes.len() + 1,
        Value::Block(bytes) => uleb_bytes(bytes.len() as u64) + bytes.len(),
        Value::Expression(expression) => uleb_bytes(expression.code.len()) + expression.code.bytes.len(),
        Value::StringIn(..)
        | Value::UnitRef(_)
        | Value::Entry(_)
        | Value::InfoRef(_)
        | Value::Lines(_)
        | Value::List(..) => 4,
    }
}

/// The place of each entry in the output.
struct Layout {
    /// By position: bytes from the start of the unit. Zero for those that are left out.
    offsets: Vec<u32>,
    codes: Vec<u32>,
}

impl Layout {
    fn new(entries: &Entries<'_>, version: u16, kind: UnitKind, abbreviations: &mut Abbreviations) -> Layout {
        let mut layout = Layout { offsets: vec![0; entries.list.len()], codes: vec![0; entries.list.len()] };
        let mut offset = header_bytes(version, kind);
        for step in live(entries) {
            match step {
                Step::EndOfChildren => offset += 1,
                Step::Entry(entry) => {
                    let code = abbreviations.code(entries, entry);
                    layout.offsets[entry as usize] = offset as u32;
                    layout.codes[entry as usize] = code;
                    let attributes = entries.attributes(entry).iter();
                    offset += uleb_bytes(u64::from(code));
                    offset += attributes.map(|attribute| size(&attribute.value)).sum::<usize>();
                }
            }
        }
        layout
    }

    /// The offset of the entry at an offset of the input; zero if there is none.
    fn of_input(&self, entries: &Entries<'_>, input: u32) -> u32 {
        entries.at(input).map_or(0, |entry| self.offsets[entry as usize])
    }
}

fn header_bytes(version: u16, kind: UnitKind) -> usize {
    let start = if version >= 5 { 12 } else { 11 };
    match kind {
        UnitKind::Type(..) => start + 12,
        UnitKind::Compile | UnitKind::Partial => start,
    }
}

struct Writer<'w, 'a> {
    entries: &'w Entries<'a>,
    layout: &'w Layout,
    written: Written,
}

impl Writer<'_, '_> {
    fn header(&mut self, version: u16, kind: UnitKind) {
        let type_offset = match kind {
            UnitKind::Type(_, input) => self.layout.of_input(self.entries, input),
            UnitKind::Compile | UnitKind::Partial => 0,
        };
        let info = &mut self.written.info;
        info.u32(0);
        info.u16(version);
        if version >= 5 {
            info.u8(match kind {
                UnitKind::Compile => dw::DW_UT_compile.0,
                UnitKind::Partial => dw::DW_UT_partial.0,
                UnitKind::Type(..) => dw::DW_UT_type.0,
            });
            info.u8(8);
        }
        info.place(Target::Section(SectionName::Abbrev), 0);
        if version < 5 {
            info.u8(8);
        }
        if let UnitKind::Type(signature, _) = kind {
            info.u64(signature);
            info.u32(type_offset);
        }
    }

    fn entry(&mut self, entry: u32) {
        debug_assert_eq!(self.written.info.len(), u64::from(self.layout.offsets[entry as usize]));
        self.written.info.uleb(u64::from(self.layout.codes[entry as usize]));
        for attribute in self.entries.attributes(entry) {
            self.value(&attribute.value);
        }
    }

    fn value(&mut self, value: &Value<'_>) {
        let info = &mut self.written.info;
        match value {
            Value::Absent | Value::Locations(_) | Value::Flag(true) => {}
            Value::Flag(false) => info.u8(0),
            Value::Data(number, _) => info.bytes.extend_from_slice(&number.to_le_bytes()[..size(value)]),
            Value::Data16(bytes) => info.bytes.extend_from_slice(&bytes[..]),
            Value::Udata(value) => info.uleb(*value),
            Value::Sdata(value) => info.sleb(*value),
            Value::String(bytes) => {
                info.bytes.extend_from_slice(bytes);
                info.u8(0);
            }
            Value::StringIn(section, offset) => info.place(Target::Section(*section), u64::from(*offset)),
            Value::Block(bytes) => {
                info.uleb(bytes.len() as u64);
                info.bytes.extend_from_slice(bytes);
            }
            Value::Expression(expression) => {
                let code = resolve_base_types(expression, |input| self.layout.of_input(self.entries, input));
                let info = &mut self.written.info;
                info.uleb(code.len());
                info.append(code, |_| 0);
            }
            Value::UnitRef(input) => info.u32(self.layout.of_input(self.entries, *input)),
            Value::Entry(entry) => info.u32(self.layout.offsets[*entry as usize]),
            Value::InfoRef(input) => {
                self.written.references.push((info.len(), *input));
                info.u32(0);
            }
            Value::Signature(signature) => info.u64(*signature),
            Value::Address(offset) => info.place(Target::Text, *offset),
            Value::Lines(offset) => info.place(Target::Section(SectionName::Line), u64::from(*offset)),
            Value::List(section, offset) => info.place(Target::Section(*section), u64::from(*offset)),
        }
    }
}

/// The operations of an expression, with the places of base types filled in.
fn resolve_base_types(expression: &Expression, offset_of: impl Fn(u32) -> u32) -> Section {
    let mut code = expression.code.clone();
    for (place, input) in &expression.base_types {
        let mut offset = offset_of(*input);
        for index in 0..BASE_TYPE_BYTES {
            let more = if index + 1 < BASE_TYPE_BYTES { 0x80 } else { 0 };
            code.bytes[*place as usize + index] = offset as u8 & 0x7f | more;
            offset >>= 7;
        }
    }
    code
}
