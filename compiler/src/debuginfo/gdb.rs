//! The location of records for gdb, where a pointer of the guest does not lead to their bytes.
//!
//! gdb takes `DW_AT_data_location` for records only, and asks it for the place of the object when it follows a pointer
//! to one. It cannot compare pointers to such types, so programs without records in the lowest 64 KiB must get none. A
//! class with a virtual base gets none either: gdb would evaluate the place of the base once for all objects.

use gimli::{DwTag, constants as dw};

use super::entries::{Entries, Expression, Value};
use super::sections::Section;

/// Whether entries of this tag are types of records.
pub(super) fn is_record(tag: DwTag) -> bool {
    matches!(tag, dw::DW_TAG_structure_type | dw::DW_TAG_class_type | dw::DW_TAG_union_type)
}

/// Gives records their location. While they are read, each has got an attribute without value for it.
pub(super) fn fill_in(entries: &mut Entries<'_>, location: &Section) {
    let excluded = excluded(entries);
    for position in 0..entries.list.len() as u32 {
        if excluded[position as usize] || entries.list[position as usize].dropped {
            continue;
        }
        for attribute in entries.attributes_mut(position) {
            if attribute.name == dw::DW_AT_data_location && matches!(attribute.value, Value::Absent) {
                let expression = Expression { code: location.clone(), ..Expression::default() };
                attribute.value = Value::Expression(Box::new(expression));
            }
        }
    }
}

/// By position: classes with a virtual base, and the records in them. If a record in a class has a location, gdb
/// evaluates all that is computed in the class.
fn excluded(entries: &Entries<'_>) -> Vec<bool> {
    let mut excluded = vec![false; entries.list.len()];
    let has_virtual_base = |entry: &u32| entries.children(*entry).any(|child| is_virtual_base(entries, child));
    let records = (0..entries.list.len() as u32).filter(|entry| is_record(entries.list[*entry as usize].tag));
    let mut pending: Vec<u32> = records.filter(has_virtual_base).collect();
    while let Some(record) = pending.pop() {
        if !std::mem::replace(&mut excluded[record as usize], true) {
            pending.extend(entries.children(record).filter_map(|child| record_in(entries, child)));
        }
    }
    excluded
}

/// The record that is part of another as this member or base.
fn record_in(entries: &Entries<'_>, child: u32) -> Option<u32> {
    if !matches!(entries.list[child as usize].tag, dw::DW_TAG_member | dw::DW_TAG_inheritance) {
        return None;
    }
    let mut ty = entries.type_of(child)?;
    for _ in 0..TYPE_STEPS_MAX {
        match entries.list[ty as usize].tag {
            tag if is_record(tag) => return Some(ty),
            dw::DW_TAG_typedef | dw::DW_TAG_const_type | dw::DW_TAG_volatile_type | dw::DW_TAG_array_type => {
                ty = entries.type_of(ty)?;
            }
            _ => return None,
        }
    }
    None
}

/// Names, qualifiers and arrays of types are followed so far.
const TYPE_STEPS_MAX: usize = 64;

/// Whether an entry of a class is a base whose place differs from object to object.
pub(super) fn is_virtual_base(entries: &Entries<'_>, entry: u32) -> bool {
    entries.list[entry as usize].tag == dw::DW_TAG_inheritance
        && matches!(entries.value(entry, dw::DW_AT_data_member_location), Some(Value::Expression(_)))
}
