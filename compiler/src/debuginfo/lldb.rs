//! The form of pointers for lldb, which reads eight bytes for each pointer, whatever DWARF says.
//!
//! A variable that is a pointer gets a location that computes it: then lldb takes the value, in eight bytes, and
//! follows it. A pointer in memory (a member, an element of an array, what another pointer points to) becomes a
//! structure `guest_ptr<T>` of the right size, with operators that give a pointer. Their code is a function in the
//! program, which lldb calls. A pointer to a function is the number of a table element, which nothing follows. The
//! vtable pointer of a class has four bytes too, so no method is virtual for lldb, and a virtual base is an empty
//! structure.
//!
//! Of two equal attributes in an entry, gdb takes the first and lldb the last. So these attributes come second where
//! both debuggers are served, and alone where only lldb is.

use std::collections::HashMap;

use gimli::{DwTag, constants as dw};

use super::entries::{ADDED, Attribute, Entries, Entry, Expression, Value};
use super::gdb;
use super::guest_memory::{GuestMemory, mask_word};
use super::shared::Shared;
use crate::options::DebugInfo;

/// The attributes of an entry that lldb needs in another form; each gets a place behind the others while it is read.
pub(super) fn second(tag: DwTag, name: gimli::DwAt) -> Option<Value<'static>> {
    let is_variable = matches!(tag, dw::DW_TAG_variable | dw::DW_TAG_formal_parameter);
    let is_in_memory = matches!(tag, dw::DW_TAG_member | dw::DW_TAG_array_type) || is_pointer(tag);
    match name {
        dw::DW_AT_location if is_variable => Some(Value::Absent),
        dw::DW_AT_type if is_in_memory => Some(Value::Absent),
        dw::DW_AT_virtuality if tag == dw::DW_TAG_subprogram => {
            Some(Value::Data(u64::from(dw::DW_VIRTUALITY_none.0), dw::DW_FORM_data1))
        }
        dw::DW_AT_type | dw::DW_AT_virtuality | dw::DW_AT_data_member_location if tag == dw::DW_TAG_inheritance => {
            Some(Value::Absent)
        }
        _ => None,
    }
}

/// Whether entries of this tag are types of pointers.
pub(super) fn is_pointer(tag: DwTag) -> bool {
    matches!(tag, dw::DW_TAG_pointer_type | dw::DW_TAG_reference_type | dw::DW_TAG_rvalue_reference_type)
}

/// Fills in the second attributes of a unit.
pub(super) fn fill_in(entries: &mut Entries<'_>, shared: &Shared<'_, '_>) {
    let mut wrappers = Wrappers::default();
    for position in 0..entries.list.len() as u32 {
        let entry = &entries.list[position as usize];
        if entry.dropped {
            continue;
        }
        let tag = entry.tag;
        let range = entry.attributes.clone();
        let is_virtual_base = gdb::is_virtual_base(entries, position);
        let pointer = pointer_type(entries, shared, position);
        for index in range.start as usize..range.end as usize {
            let name = entries.attributes[index].name;
            let first = (range.start as usize..index).find(|first| entries.attributes[*first].name == name);
            let Some(first) = first else { continue };
            let second = match (name, pointer) {
                _ if tag == dw::DW_TAG_inheritance && !is_virtual_base => None,
                (dw::DW_AT_type, _) if tag == dw::DW_TAG_inheritance => {
                    Some(Value::Entry(wrappers.virtual_base(entries)))
                }
                (dw::DW_AT_data_member_location, _) => Some(Value::Udata(0)),
                (dw::DW_AT_location, Some(pointer)) => {
                    let memory =
                        if is_of_functions(entries, shared, pointer) { GuestMemory::None } else { shared.memory };
                    computed(&entries.attributes[first].value, memory)
                }
                (dw::DW_AT_type, Some(pointer)) if tag != dw::DW_TAG_variable => {
                    Some(Value::Entry(wrappers.of(entries, shared, pointer)))
                }
                (dw::DW_AT_virtuality, _) => Some(Value::Data(0, dw::DW_FORM_data1)),
                _ => None,
            };
            let Some(second) = second else { continue };
            let replaced = if shared.debug_info == DebugInfo::Lldb { first } else { index };
            entries.attributes[index].value = Value::Absent;
            entries.attributes[replaced].value = second;
        }
    }
}

/// Types that are only names or qualifiers of others are followed so far.
const TYPE_STEPS_MAX: usize = 64;

/// A type of pointers: the position of its entry in the unit, or its place in the input's `.debug_info`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Pointer {
    Here(u32),
    Elsewhere(u32),
}

/// The type of pointers that the type of an entry is, under its names and qualifiers.
fn pointer_type(entries: &Entries<'_>, shared: &Shared<'_, '_>, mut entry: u32) -> Option<Pointer> {
    for _ in 0..TYPE_STEPS_MAX {
        let ty = match *entries.value(entry, dw::DW_AT_type)? {
            Value::InfoRef(place) => return Some(Pointer::Elsewhere(shared.pointers.get(&place)?.entry)),
            _ => entries.type_of(entry)?,
        };
        match entries.list[ty as usize].tag {
            tag if is_pointer(tag) => return Some(Pointer::Here(ty)),
            dw::DW_TAG_typedef
            | dw::DW_TAG_const_type
            | dw::DW_TAG_volatile_type
            | dw::DW_TAG_restrict_type
            | dw::DW_TAG_atomic_type => entry = ty,
            _ => return None,
        }
    }
    None
}

/// Whether a type of pointers is one of functions: its values are numbers of table elements.
fn is_of_functions(entries: &Entries<'_>, shared: &Shared<'_, '_>, pointer: Pointer) -> bool {
    match pointer {
        Pointer::Here(pointer) => {
            let target = entries.type_of(pointer);
            target.is_some_and(|target| entries.list[target as usize].tag == dw::DW_TAG_subroutine_type)
        }
        Pointer::Elsewhere(place) => shared.pointers.get(&place).is_some_and(|pointer| pointer.is_of_functions),
    }
}

/// The location of a pointer as a computed value. The memory is where it points to.
fn computed<'a>(location: &Value<'a>, memory: GuestMemory) -> Option<Value<'a>> {
    match location {
        Value::Expression(first) => {
            computed_expression(first, memory).map(|second| Value::Expression(Box::new(second)))
        }
        Value::Locations(first) => {
            let second = first
                .iter()
                .filter_map(|(range, first)| computed_expression(first, memory).map(|second| (range.clone(), second)));
            Some(Value::Locations(second.collect()))
        }
        _ => None,
    }
}

fn computed_expression(first: &Expression, memory: GuestMemory) -> Option<Expression> {
    if !first.base_types.is_empty() || !first.is_simple {
        return None;
    }
    let mut code = first.code.clone();
    if first.is_value {
        code.bytes.truncate(code.bytes.len().checked_sub(1)?);
        mask_word(&mut code);
    } else {
        code.u8(dw::DW_OP_deref_size.0);
        code.u8(POINTER_BYTES);
    }
    memory.pointer(&mut code);
    code.u8(dw::DW_OP_stack_value.0);
    Some(Expression { code, is_simple: true, is_value: true, ..Expression::default() })
}

/// Bytes of the guest's pointers: those of 64 bits need no other form.
const POINTER_BYTES: u8 = 4;

/// The structures of a unit, by the type of pointers that they stand for.
#[derive(Default)]
struct Wrappers {
    by_pointer: HashMap<Pointer, u32>,
    word: Option<u32>,
    virtual_base: Option<u32>,
}

/// Characters of the name of a type, at most: names of C++ can be long.
const NAME_BYTES_MAX: usize = 200;

impl Wrappers {
    /// The structure that stands for virtual bases: lldb would read their places from vtables with entries of eight
    /// bytes.
    fn virtual_base(&mut self, entries: &mut Entries<'_>) -> u32 {
        *self.virtual_base.get_or_insert_with(|| {
            let bytes = number(1u8);
            add(
                entries,
                dw::DW_TAG_structure_type,
                0,
                vec![(dw::DW_AT_name, text("guest_virtual_base")), (dw::DW_AT_byte_size, bytes)],
            )
        })
    }

    /// The structure for a type of pointers.
    fn of(&mut self, entries: &mut Entries<'_>, shared: &Shared<'_, '_>, pointer: Pointer) -> u32 {
        if let Some(wrapper) = self.by_pointer.get(&pointer) {
            return *wrapper;
        }
        let word = *self.word.get_or_insert_with(|| {
            let encoding = number(u64::from(dw::DW_ATE_unsigned.0));
            let name = (dw::DW_AT_name, text("unsigned int"));
            let attributes = vec![name, (dw::DW_AT_byte_size, number(POINTER_BYTES)), (dw::DW_AT_encoding, encoding)];
            add(entries, dw::DW_TAG_base_type, 0, attributes)
        });
        let wrapper = entries.list.len() as u32;
        self.by_pointer.insert(pointer, wrapper);
        if is_of_functions(entries, shared, pointer) {
            structure(entries, "guest_function", 1);
            member(entries, "element", word);
            return wrapper;
        }
        let name = match pointer {
            Pointer::Here(pointer) => {
                entries.type_of(pointer).map_or_else(|| "void".into(), |ty| name_of(entries, shared, ty))
            }
            Pointer::Elsewhere(place) => {
                shared.pointers.get(&place).map(|pointer| pointer.name.clone()).unwrap_or_default()
            }
        };
        // The structure, its member, two methods with a parameter each, then the type of a pointer to it.
        let this = wrapper + 6;
        structure(entries, &format!("guest_ptr<{name}>"), 5);
        member(entries, "address", word);
        for operator in ["operator->".to_owned(), format!("operator {name} *")] {
            method(entries, &operator, &shared.pointer_function, pointer, this);
        }
        // To a constant: the structures that pointers lie in can be constant.
        add(entries, dw::DW_TAG_pointer_type, 0, vec![(dw::DW_AT_type, Value::Entry(this + 1))]);
        add(entries, dw::DW_TAG_const_type, 0, vec![(dw::DW_AT_type, Value::Entry(wrapper))]);
        wrapper
    }
}

/// Appends a structure of the size of a pointer, whose descendants follow.
fn structure(entries: &mut Entries<'_>, name: &str, descendants: u32) {
    let attributes = vec![(dw::DW_AT_name, text(name)), (dw::DW_AT_byte_size, number(POINTER_BYTES))];
    add(entries, dw::DW_TAG_structure_type, descendants, attributes);
}

/// Appends the member of a structure.
fn member(entries: &mut Entries<'_>, name: &str, ty: u32) {
    let attributes = vec![
        (dw::DW_AT_name, text(name)),
        (dw::DW_AT_type, Value::Entry(ty)),
        (dw::DW_AT_data_member_location, Value::Udata(0)),
    ];
    add(entries, dw::DW_TAG_member, 0, attributes);
}

/// Appends a method without parameters of its own, whose code is a function of this symbol.
fn method(entries: &mut Entries<'_>, name: &str, symbol: &str, result: Pointer, this: u32) {
    let result = match result {
        Pointer::Here(pointer) => Value::Entry(pointer),
        Pointer::Elsewhere(place) => Value::InfoRef(place),
    };
    let parameter = entries.list.len() as u32 + 1;
    let attributes = vec![
        (dw::DW_AT_name, text(name)),
        (dw::DW_AT_linkage_name, text(symbol)),
        (dw::DW_AT_type, result),
        (dw::DW_AT_declaration, Value::Flag(true)),
        (dw::DW_AT_external, Value::Flag(true)),
        (dw::DW_AT_object_pointer, Value::Entry(parameter)),
    ];
    add(entries, dw::DW_TAG_subprogram, 1, attributes);
    let attributes = vec![(dw::DW_AT_type, Value::Entry(this)), (dw::DW_AT_artificial, Value::Flag(true))];
    add(entries, dw::DW_TAG_formal_parameter, 0, attributes);
}

fn number(value: impl Into<u64>) -> Value<'static> {
    Value::Data(value.into(), dw::DW_FORM_data1)
}

/// Appends an entry, whose descendants follow, and returns its position.
fn add<'a>(entries: &mut Entries<'a>, tag: DwTag, descendants: u32, attributes: Vec<(gimli::DwAt, Value<'a>)>) -> u32 {
    let start = entries.attributes.len() as u32;
    entries.attributes.extend(attributes.into_iter().map(|(name, value)| Attribute { name, value }));
    let position = entries.list.len() as u32;
    let attributes = start..entries.attributes.len() as u32;
    let end = position + 1 + descendants;
    entries.list.push(Entry { tag, input: ADDED, attributes, end, dropped: false });
    entries.list[0].end = entries.list[0].end.max(end);
    position
}

fn text(text: &str) -> Value<'static> {
    Value::String(text.as_bytes().to_vec().into())
}

/// The name of a type, as far as it is short.
fn name_of(entries: &Entries<'_>, shared: &Shared<'_, '_>, mut ty: u32) -> String {
    let (mut before, mut after) = (String::new(), String::new());
    for _ in 0..TYPE_STEPS_MAX {
        let next = entries.type_of(ty);
        match entries.list[ty as usize].tag {
            dw::DW_TAG_const_type => before.push_str("const "),
            tag if is_pointer(tag) => after.push_str(" *"),
            _ => {
                let name = match entries.value(ty, dw::DW_AT_name) {
                    Some(Value::String(bytes)) => &bytes[..],
                    Some(Value::StringIn(section, offset)) => shared.string_bytes(*section, *offset),
                    _ => b"(unnamed)",
                };
                let name = String::from_utf8_lossy(&name[..name.len().min(NAME_BYTES_MAX)]);
                return format!("{before}{name}{after}");
            }
        }
        match next {
            Some(next) => ty = next,
            None => return format!("{before}void{after}"),
        }
    }
    format!("{before}(unnamed){after}")
}
