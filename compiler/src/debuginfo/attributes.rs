//! Translates the attributes of entries: what each value of the input is in the output.
//!
//! Constants, strings and blocks pass as they are, also those of attributes that are not known here, since they have no
//! address in them. What refers to a section that is not written, or to code in a way that has no equal, is left out.

use std::borrow::Cow;

use gimli::{Attribute, AttributeValue, DwAt, constants as dw};

use super::R;
use super::entries::{Expression, Value};
use super::expressions::{self, Context, Purpose};
use super::sections::SectionName;
use super::unit::{Reading, Scope};
use super::{gdb, lldb};

/// The value of an attribute in the output.
pub(super) fn value<'a>(
    reading: &mut Reading<'_, 'a>,
    tag: gimli::DwTag,
    attribute: &Attribute<R<'a>>,
    scope: &Scope<'_>,
) -> Value<'a> {
    match attribute.name() {
        dw::DW_AT_low_pc if tag == dw::DW_TAG_label => address(reading, attribute, scope),
        dw::DW_AT_entry_pc => address(reading, attribute, scope),
        // Code is described anew, and siblings move.
        dw::DW_AT_low_pc | dw::DW_AT_high_pc | dw::DW_AT_ranges | dw::DW_AT_sibling => Value::Absent,
        dw::DW_AT_call_pc
        | dw::DW_AT_call_return_pc
        | dw::DW_AT_GNU_pubnames
        | dw::DW_AT_GNU_dwo_name
        | dw::DW_AT_GNU_dwo_id
        | dw::DW_AT_dwo_name => Value::Absent,
        // Clang gives `main` another name for each of its signatures. Debuggers would show it and stop at no `main`.
        dw::DW_AT_linkage_name if is_name_of_main(reading, attribute) => Value::Absent,
        dw::DW_AT_stmt_list => match attribute.value() {
            AttributeValue::DebugLineRef(offset) => match reading.shared.lines.get(&offset.0) {
                Some(offset) => Value::Lines(*offset),
                None => Value::Absent,
            },
            _ => Value::Absent,
        },
        _ => match attribute.value() {
            AttributeValue::Exprloc(_)
            | AttributeValue::LocationListsRef(_)
            | AttributeValue::DebugLocListsIndex(_)
            | AttributeValue::SecOffset(_) => {
                let value = location(reading, attribute, scope);
                reading.degraded.locations += usize::from(matches!(value, Value::Absent) && !scope.dropped);
                value
            }
            _ => plain(reading, attribute),
        },
    }
}

/// The first code of the operator at an address.
fn address<'a>(reading: &mut Reading<'_, 'a>, attribute: &Attribute<R<'a>>, scope: &Scope<'_>) -> Value<'a> {
    let Ok(Some(wasm)) = reading.unit.attr_address(attribute.value()) else { return Value::Absent };
    let code = reading.ranges(&(wasm..wasm.saturating_add(1)), scope);
    code.first().map_or(Value::Absent, |range| Value::Address(range.start))
}

/// Whether a linkage name is one that WebAssembly's C convention gives to `main`.
fn is_name_of_main<'a>(reading: &Reading<'_, 'a>, attribute: &Attribute<R<'a>>) -> bool {
    let name = reading.unit.attr_string(attribute.value());
    name.is_ok_and(|name| {
        ["__main_argc_argv", "__main_void", "__original_main"].iter().any(|main| *main.as_bytes() == *name)
    })
}

/// Adds attributes that the input need not have.
pub(super) fn add<'a>(reading: &mut Reading<'_, 'a>, tag: gimli::DwTag, attributes: &[Attribute<R<'a>>]) {
    if reading.has_lldb_form {
        for attribute in attributes {
            if let Some(value) = lldb::second(tag, attribute.name()) {
                reading.attribute(attribute.name(), value);
            }
        }
    }
    if reading.shared.record_location.is_some()
        && gdb::is_record(tag)
        && attributes.iter().any(|attribute| attribute.name() == dw::DW_AT_byte_size)
    {
        reading.attribute(dw::DW_AT_data_location, Value::Absent);
    }
    if lldb::is_pointer(tag) && !attributes.iter().any(|attribute| attribute.name() == dw::DW_AT_byte_size) {
        // Debuggers would take the size of the processor's addresses.
        let bytes = u64::from(reading.unit.encoding().address_size);
        reading.attribute(dw::DW_AT_byte_size, Value::Data(bytes, dw::DW_FORM_data1));
    }
}

/// An attribute that has an expression, or a list of locations.
pub(super) fn location<'a>(
    reading: &mut Reading<'_, 'a>,
    attribute: &Attribute<R<'a>>,
    scope: &Scope<'_>,
) -> Value<'a> {
    if scope.dropped {
        return Value::Absent;
    }
    let purpose = purpose(attribute.name());
    let value = attribute.value();
    if let AttributeValue::Exprloc(expression) = value {
        let expression = translate(reading, expression, purpose, scope);
        return expression.map_or(Value::Absent, |expression| Value::Expression(Box::new(expression)));
    }
    let Ok(Some(mut list)) = reading.unit.attr_locations(value) else { return Value::Absent };
    let mut locations = Vec::new();
    while let Ok(Some(location)) = list.next() {
        let Some(steps) = reading.list_steps.checked_sub(1) else { break };
        reading.list_steps = steps;
        let Some(expression) = translate(reading, location.data, purpose, scope) else { continue };
        let ranges = reading.ranges(&(location.range.begin..location.range.end), scope);
        locations.extend(ranges.into_iter().map(|range| (range, expression.clone())));
    }
    if locations.is_empty() { Value::Absent } else { Value::Locations(locations) }
}

fn translate<'a>(
    reading: &Reading<'_, 'a>,
    expression: gimli::Expression<R<'a>>,
    purpose: Purpose,
    scope: &Scope<'_>,
) -> Option<Expression> {
    let context = Context {
        unit: reading.unit,
        memory: reading.shared.memory,
        frame: scope.frame,
        has_frame_base: scope.has_frame_base,
        global: &|index| reading.shared.global(index),
    };
    expressions::translate(expression, purpose, &context)
}

fn purpose(name: DwAt) -> Purpose {
    match name {
        dw::DW_AT_frame_base => Purpose::FrameBase,
        dw::DW_AT_data_member_location => Purpose::MemberLocation,
        dw::DW_AT_location
        | dw::DW_AT_return_addr
        | dw::DW_AT_string_length
        | dw::DW_AT_static_link
        | dw::DW_AT_data_location => Purpose::Location,
        _ => Purpose::Value,
    }
}

/// An attribute whose value is a path.
pub(super) fn path<'a>(reading: &Reading<'_, 'a>, attribute: &Attribute<R<'a>>) -> Value<'a> {
    let path = reading.unit.attr_string(attribute.value()).map(|path| reading.shared.prefixes.apply(path.slice()));
    match path {
        Ok(Cow::Owned(path)) => Value::String(Cow::Owned(path)),
        _ => plain(reading, attribute),
    }
}

/// An attribute of another class.
fn plain<'a>(reading: &Reading<'_, 'a>, attribute: &Attribute<R<'a>>) -> Value<'a> {
    let in_section = |section, offset| reading.shared.string(section, offset);
    match attribute.raw_value() {
        AttributeValue::Data1(value) => Value::Data(value.into(), dw::DW_FORM_data1),
        AttributeValue::Data2(value) => Value::Data(value.into(), dw::DW_FORM_data2),
        AttributeValue::Data4(value) => Value::Data(value.into(), dw::DW_FORM_data4),
        AttributeValue::Data8(value) => Value::Data(value, dw::DW_FORM_data8),
        AttributeValue::Data16(value) => Value::Data16(Box::new(value.to_le_bytes())),
        AttributeValue::Udata(value) => Value::Udata(value),
        // Readers take a number for unsigned if its form does not say that it is signed.
        AttributeValue::Sdata(value) if attribute.form() == dw::DW_FORM_implicit_const && value >= 0 => {
            Value::Udata(value.cast_unsigned())
        }
        AttributeValue::Sdata(value) => Value::Sdata(value),
        AttributeValue::Flag(value) => Value::Flag(value),
        AttributeValue::Block(block) => Value::Block(block.slice()),
        AttributeValue::String(string) => Value::String(Cow::Borrowed(string.slice())),
        AttributeValue::DebugStrRef(offset) => in_section(SectionName::Str, offset.0),
        AttributeValue::DebugLineStrRef(offset) => in_section(SectionName::LineStr, offset.0),
        AttributeValue::DebugStrOffsetsIndex(index) => {
            let offset = reading.unit.string_offset(index);
            offset.map_or(Value::Absent, |offset| in_section(SectionName::Str, offset.0))
        }
        AttributeValue::UnitRef(offset) => u32::try_from(offset.0).map_or(Value::Absent, Value::UnitRef),
        AttributeValue::DebugInfoRef(offset) => match offset.to_unit_offset(&reading.unit.header) {
            Some(offset) => u32::try_from(offset.0).map_or(Value::Absent, Value::UnitRef),
            None => u32::try_from(offset.0).map_or(Value::Absent, Value::InfoRef),
        },
        AttributeValue::DebugTypesRef(signature) => Value::Signature(signature.0),
        // Addresses of code that only its operators have, other files, and sections that are not written.
        _ => Value::Absent,
    }
}
