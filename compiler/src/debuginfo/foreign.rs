//! Types of pointers in another unit than the entries that have them.
//!
//! Optimization of whole programs merges equal types, so that a variable's type can be in any unit. Units are rewritten
//! apart from each other, and a unit must not ask another one then: it is found out here, in the input, before.

use std::collections::HashMap;

use gimli::{AttributeValue, UnitOffset, constants as dw};

use super::R;
use super::input::info_offset;
use super::lldb::is_pointer;

/// A type of pointers, which may be under names and qualifiers.
#[derive(Clone, Debug)]
pub(super) struct ForeignPointer {
    /// The place of its entry in the input's `.debug_info`.
    pub(super) entry: u32,
    /// Whether its values are numbers of table elements.
    pub(super) is_of_functions: bool,
    /// The name of the type that it points to.
    pub(super) name: String,
}

/// Types that are only names or qualifiers of others are followed so far.
const TYPE_STEPS_MAX: usize = 64;
/// An entry with more attributes is no type.
const ATTRIBUTES_MAX: usize = 64;
/// Bytes of a name, at most.
const NAME_BYTES_MAX: usize = 200;

/// The types of pointers among entries, which are given by their places in `.debug_info`. Units are in order.
pub(super) fn find<'a>(
    dwarf: &gimli::Dwarf<R<'a>>,
    units: &[gimli::Unit<R<'a>>],
    targets: &[u32],
) -> HashMap<u32, ForeignPointer> {
    targets.iter().filter_map(|target| Some((*target, pointer_behind(dwarf, units, *target)?))).collect()
}

fn pointer_behind<'a>(
    dwarf: &gimli::Dwarf<R<'a>>,
    units: &[gimli::Unit<R<'a>>],
    mut at: u32,
) -> Option<ForeignPointer> {
    for _ in 0..TYPE_STEPS_MAX {
        let entry = Type::read(units, at)?;
        match entry.tag {
            tag if is_pointer(tag) => {
                let target = entry.ty.and_then(|ty| Type::read(units, ty));
                let name = target.as_ref().and_then(|target| {
                    let name = dwarf.attr_string(target.unit, target.name?).ok()?;
                    Some(String::from_utf8_lossy(&name[..name.len().min(NAME_BYTES_MAX)]).into_owned())
                });
                let is_of_functions = target.is_some_and(|target| target.tag == dw::DW_TAG_subroutine_type);
                return Some(ForeignPointer { entry: at, is_of_functions, name: name.unwrap_or("(unnamed)".into()) });
            }
            dw::DW_TAG_typedef
            | dw::DW_TAG_const_type
            | dw::DW_TAG_volatile_type
            | dw::DW_TAG_restrict_type
            | dw::DW_TAG_atomic_type => at = entry.ty?,
            _ => return None,
        }
    }
    None
}

/// The part of a type that is asked for.
struct Type<'u, 'a> {
    unit: &'u gimli::Unit<R<'a>>,
    tag: gimli::DwTag,
    name: Option<AttributeValue<R<'a>>>,
    /// The place of its type.
    ty: Option<u32>,
}

impl<'u, 'a> Type<'u, 'a> {
    fn read(units: &'u [gimli::Unit<R<'a>>], at: u32) -> Option<Type<'u, 'a>> {
        let at = at as usize;
        // Units of `.debug_types`, which have no place in `.debug_info`, are last.
        let after = units.partition_point(|unit| info_offset(unit).is_some_and(|start| start <= at));
        let unit = units.get(after.checked_sub(1)?)?;
        let start = info_offset(unit)?;
        let mut entries = unit.entries_raw(Some(UnitOffset(at - start))).ok()?;
        let abbreviation = entries.read_abbreviation().ok()??;
        if abbreviation.attributes().len() > ATTRIBUTES_MAX {
            return None;
        }
        let mut found = Type { unit, tag: abbreviation.tag(), name: None, ty: None };
        for attribute in abbreviation.attributes() {
            let attribute = entries.read_attribute(*attribute).ok()?;
            match (attribute.name(), attribute.raw_value()) {
                (dw::DW_AT_name, name) => found.name = Some(name),
                (dw::DW_AT_type, AttributeValue::UnitRef(offset)) => {
                    found.ty = u32::try_from(start.checked_add(offset.0)?).ok();
                }
                (dw::DW_AT_type, AttributeValue::DebugInfoRef(offset)) => found.ty = u32::try_from(offset.0).ok(),
                _ => {}
            }
        }
        Some(found)
    }
}
