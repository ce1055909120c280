//! The unit of a module without DWARF: functions under the names of their symbols, their lines, and the locals of
//! WebAssembly as variables.
//!
//! It claims no more than the module says: locals have types of WebAssembly, and names if the name section has them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use gimli::{DwAt, DwTag, constants as dw};
use wasmparser::ValType;

use super::address_map::{AddressMap, MappedFunction};
use super::entries::{ADDED, Attribute, Entries, Entry, Expression, Value};
use super::lists::Lists;
use super::positions::Positions;
use super::prefix_map::PrefixMap;
use super::sections::Section;
use super::shared::frame_pointer;
use super::writing::{self, UnitKind, Written};
use crate::module::Program;
use crate::module::custom::demangle;
use crate::module::index::{DefinedFuncIndex, FuncIndex};
use crate::module::instance::{Instance, InstanceIndex};
use crate::object::PlacedBody;
use crate::target::Target;

/// The values from which a unit is made.
pub(super) struct Source<'s, 'a> {
    pub(super) program: &'s Program<'a>,
    pub(super) instance: InstanceIndex,
    pub(super) bodies: &'s [PlacedBody],
    pub(super) map: &'s AddressMap,
    /// The lines, if there are any, and the place of their table in the section.
    pub(super) lines: Option<(&'s Positions<'s>, u32)>,
    pub(super) prefixes: PrefixMap<'s>,
    pub(super) target: Target,
}

/// The producer. gdb finds the end of a prologue by the line table only if the name of LLVM's C compiler is first, for
/// which rustc has it as well.
const PRODUCER: &str = concat!("clang LLVM (wasmc ", env!("CARGO_PKG_VERSION"), ")");

/// The version of DWARF.
pub(super) const VERSION: u16 = 5;

/// Makes the unit.
pub(super) fn unit(source: &Source<'_, '_>) -> (Written, Lists) {
    let mut lists = Lists::new(VERSION);
    let functions = source.map.functions();
    let text: Vec<Range<u64>> = functions.iter().map(|function| function.text.clone()).collect();
    let instance = &source.program.instances[source.instance];
    let locals = instance.module.names.locals();
    let mut unit = Unit { source, entries: Entries::default(), locals, types: HashMap::new() };
    let mut attributes = vec![
        (dw::DW_AT_producer, string(PRODUCER)),
        // Debuggers evaluate expressions as in C. They know no language of this name.
        (dw::DW_AT_language, Value::Data(u64::from(dw::DW_LANG_C11.0), dw::DW_FORM_data2)),
        (dw::DW_AT_low_pc, Value::Address(0)),
        (dw::DW_AT_ranges, lists.add_ranges(&text)),
    ];
    match source.lines {
        Some((positions, table)) => {
            let path = |path: &str| Value::String(Cow::Owned(source.prefixes.apply(path.as_bytes()).into_owned()));
            let name = positions.files.first().map_or(Cow::Borrowed(""), |file| file.name.clone());
            attributes.push((dw::DW_AT_name, path(&name)));
            attributes.push((dw::DW_AT_comp_dir, path(&positions.directory)));
            attributes.push((dw::DW_AT_stmt_list, Value::Lines(table)));
        }
        None => attributes.push((dw::DW_AT_name, string(instance.name.unwrap_or("module")))),
    }
    let root = unit.open(dw::DW_TAG_compile_unit, attributes);
    let placed: HashMap<_, _> = source.bodies.iter().map(|placed| (placed.body, placed)).collect();
    for function in functions {
        if let Some(placed) = placed.get(&function.body) {
            unit.function(instance, function, placed);
        }
    }
    unit.close(root);
    lists.finish();
    (writing::write(&unit.entries, VERSION, UnitKind::Compile, &|_| false), lists)
}

fn string(text: &str) -> Value<'static> {
    // A string ends at its first NUL.
    Value::String(Cow::Owned(text.replace('\0', "\u{2400}").into_bytes()))
}

/// A unit under construction.
struct Unit<'u, 's, 'a> {
    source: &'u Source<'s, 'a>,
    entries: Entries<'static>,
    /// The names of locals.
    locals: HashMap<FuncIndex, HashMap<u32, &'a str>>,
    /// The entries of types of WebAssembly, by their names.
    types: HashMap<&'static str, u32>,
}

type Attributes = Vec<(DwAt, Value<'static>)>;

impl<'a> Unit<'_, '_, 'a> {
    /// Begins an entry. Those that are added up to its [`Unit::close`] are its children.
    fn open(&mut self, tag: DwTag, attributes: Attributes) -> u32 {
        let start = self.entries.attributes.len() as u32;
        self.entries.attributes.extend(attributes.into_iter().map(|(name, value)| Attribute { name, value }));
        let attributes = start..self.entries.attributes.len() as u32;
        let position = self.entries.list.len() as u32;
        self.entries.list.push(Entry { tag, input: ADDED, attributes, end: position + 1, dropped: false });
        position
    }

    fn close(&mut self, entry: u32) {
        self.entries.list[entry as usize].end = self.entries.list.len() as u32;
    }

    fn function(&mut self, instance: &Instance<'a>, function: &MappedFunction, placed: &PlacedBody) {
        let Source { program, lines, .. } = *self.source;
        let body = placed.body;
        let ty = program.function_type(program.function_of(body));
        // Without slots, locals are in registers that no table knows. Parameters still show the type.
        let locals = if placed.map.slots.is_empty() { ty.params().to_vec() } else { program.local_types(body) };
        // A type is a child of the unit, so it is added before the function that uses it.
        let types: Vec<u32> = locals.iter().map(|ty| self.value_type(*ty)).collect();
        let result = match ty.results() {
            [result] => Some(self.value_type(*result)),
            _ => None,
        };
        let mut attributes = self.name(body);
        attributes.extend([
            (dw::DW_AT_low_pc, Value::Address(function.text.start)),
            (dw::DW_AT_high_pc, Value::Data(function.text.end - function.text.start, dw::DW_FORM_data4)),
            (dw::DW_AT_external, Value::Flag(true)),
            (dw::DW_AT_prototyped, Value::Flag(true)),
            (dw::DW_AT_frame_base, expression(|code| code.u8(dw::DW_OP_reg0.0 + frame_pointer(self.source.target)))),
        ]);
        attributes.extend(result.map(|result| (dw::DW_AT_type, Value::Entry(result))));
        let first = lines.and_then(|(positions, _)| positions.first_in(&function.wasm, instance.module.code_start));
        if let Some(first) = first {
            attributes.push((dw::DW_AT_decl_file, Value::Udata(u64::from(first.file))));
            attributes.push((dw::DW_AT_decl_line, Value::Udata(u64::from(first.line))));
        }
        let entry = self.open(dw::DW_TAG_subprogram, attributes);
        let names = self.locals.remove(&FuncIndex(program.index_in_module(body))).unwrap_or_default();
        for (local, local_type) in (0u32..).zip(types) {
            let is_parameter = (local as usize) < ty.params().len();
            let tag = if is_parameter { dw::DW_TAG_formal_parameter } else { dw::DW_TAG_variable };
            // A number is no name: producers that number all locals have it, and debuggers would read it as a number.
            let name = names.get(&local).filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
            let name = name.map_or_else(|| Cow::Owned(format!("local{local}")), |name| Cow::Borrowed(*name));
            let mut attributes = vec![(dw::DW_AT_name, string(&name)), (dw::DW_AT_type, Value::Entry(local_type))];
            if let Some(slot) = placed.map.slots.get(local as usize) {
                let location = expression(|code| {
                    code.u8(dw::DW_OP_fbreg.0);
                    code.sleb(i64::from(*slot));
                });
                attributes.push((dw::DW_AT_location, location));
            }
            self.open(tag, attributes);
        }
        self.close(entry);
    }

    /// The names of a function: that of the author, and that of its symbol where it is another.
    fn name(&self, body: DefinedFuncIndex) -> Attributes {
        let Source { program, .. } = *self.source;
        let Some(symbol) = program.name(body) else {
            return vec![(dw::DW_AT_name, string(&format!("wasm-function[{}]", program.index_in_module(body))))];
        };
        let name = demangle(symbol);
        let mut names = vec![(dw::DW_AT_name, string(&name))];
        if name != symbol {
            names.push((dw::DW_AT_linkage_name, string(symbol)));
        }
        names
    }

    /// The entry of a type of WebAssembly.
    fn value_type(&mut self, ty: ValType) -> u32 {
        let (name, encoding, bytes) = match ty {
            ValType::I32 => ("i32", dw::DW_ATE_signed, 4),
            ValType::I64 => ("i64", dw::DW_ATE_signed, 8),
            ValType::F32 => ("f32", dw::DW_ATE_float, 4),
            ValType::F64 => ("f64", dw::DW_ATE_float, 8),
            ValType::V128 => return self.vector_type(),
            ValType::Ref(_) => ("ref", dw::DW_ATE_unsigned, 8),
        };
        self.base_type(name, encoding, bytes)
    }

    fn base_type(&mut self, name: &'static str, encoding: gimli::DwAte, bytes: u64) -> u32 {
        if let Some(entry) = self.types.get(name) {
            return *entry;
        }
        let entry = self.open(
            dw::DW_TAG_base_type,
            vec![
                (dw::DW_AT_name, string(name)),
                (dw::DW_AT_encoding, Value::Data(u64::from(encoding.0), dw::DW_FORM_data1)),
                (dw::DW_AT_byte_size, Value::Data(bytes, dw::DW_FORM_data1)),
            ],
        );
        self.types.insert(name, entry);
        entry
    }

    /// A vector has sixteen lanes of a byte: which lanes an instruction takes is not a property of the local.
    fn vector_type(&mut self) -> u32 {
        if let Some(entry) = self.types.get("v128") {
            return *entry;
        }
        let lane = self.base_type("u8", dw::DW_ATE_unsigned, 1);
        let vector = self.open(
            dw::DW_TAG_array_type,
            vec![
                (dw::DW_AT_name, string("v128")),
                (dw::DW_AT_GNU_vector, Value::Flag(true)),
                (dw::DW_AT_type, Value::Entry(lane)),
            ],
        );
        self.open(dw::DW_TAG_subrange_type, vec![(dw::DW_AT_count, Value::Data(16, dw::DW_FORM_data1))]);
        self.close(vector);
        self.types.insert("v128", vector);
        vector
    }
}

fn expression(write: impl FnOnce(&mut Section)) -> Value<'static> {
    let mut code = Section::default();
    write(&mut code);
    Value::Expression(Box::new(Expression { code, ..Expression::default() }))
}
