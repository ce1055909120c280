//! A small module with debug information is compiled whole, and gimli reads what comes out.
//!
//! It exists because the parts of the rewriter meet only in a whole output. The debuggers' answers do not belong here,
//! but to the suite `tests/debuginfo`.

use gimli::write::{Address, AttributeValue, DebugInfoRef, Dwarf, DwarfUnit, EndianVec, Expression as Operations};
use gimli::write::{LineProgram, Sections, Unit, UnitEntryId};
use gimli::{DwTag, LittleEndian, constants as dw};
use object::{Object as _, ObjectSection as _};
use wasmparser::{Parser, Payload};

use crate::{DebugInfo, Emit, OptLevel, Options, compile};

const TEXT: &str = r#"(module
    (memory (export "memory") 2)
    (global (mut i32) (i32.const 131072))
    (func (export "_start") (local i32 i64)
        (local.set 0 (i32.const 70000))
        (i32.store (local.get 0) (i32.const 5))))"#;

/// The bodies of the module as Wasm addresses.
fn bodies(wasm: &[u8]) -> Vec<std::ops::Range<u64>> {
    let mut start = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.expect("a valid module") {
            Payload::CodeSectionStart { unchecked_range, .. } => start = unchecked_range.start,
            Payload::CodeSectionEntry(body) => bodies.push(body.range().start - start..body.range().end - start),
            _ => {}
        }
    }
    bodies
}

/// Adds an entry with a name.
fn entry(dwarf: &mut DwarfUnit, parent: UnitEntryId, tag: DwTag, name: &str, attributes: Attributes) -> UnitEntryId {
    let id = dwarf.unit.add(parent, tag);
    let name = AttributeValue::StringRef(dwarf.strings.add(name));
    for (attribute, value) in [(dw::DW_AT_name, name)].into_iter().chain(attributes) {
        dwarf.unit.get_mut(id).set(attribute, value);
    }
    id
}

type Attributes = Vec<(gimli::DwAt, AttributeValue)>;

fn expression(bytes: &[u8]) -> AttributeValue {
    AttributeValue::Exprloc(Operations::raw(bytes.to_vec()))
}

/// The attributes of code at a Wasm address.
fn code(start: u64, bytes: u64) -> Attributes {
    let start = AttributeValue::Address(Address::Constant(start));
    vec![(dw::DW_AT_low_pc, start), (dw::DW_AT_high_pc, AttributeValue::Udata(bytes))]
}

/// The module with debug information of this version.
fn module(version: u16) -> Vec<u8> {
    let mut wasm = wat::parse_str(TEXT).expect("valid text");
    let body = bodies(&wasm)[0].clone();
    let mut unit = DwarfUnit::new(gimli::Encoding { format: gimli::Format::Dwarf32, version, address_size: 4 });
    let dwarf = &mut unit;
    let root = dwarf.unit.root();
    let producer = AttributeValue::StringRef(dwarf.strings.add("clang version 19"));
    dwarf.unit.get_mut(root).set(dw::DW_AT_producer, producer);
    let number = vec![
        (dw::DW_AT_byte_size, AttributeValue::Data1(4)),
        (dw::DW_AT_encoding, AttributeValue::Encoding(dw::DW_ATE_signed)),
    ];
    let int = entry(dwarf, root, dw::DW_TAG_base_type, "int", number);
    let of_type = |ty| (dw::DW_AT_type, AttributeValue::UnitRef(ty));
    let pointer = entry(dwarf, root, dw::DW_TAG_pointer_type, "", vec![of_type(int)]);
    let function = |start, bytes| {
        let frame_base = expression(&[0xed, 0, 0, dw::DW_OP_stack_value.0]);
        [code(start, bytes), vec![(dw::DW_AT_frame_base, frame_base)]].concat()
    };
    let attributes = function(body.start, body.end - body.start);
    let start = entry(dwarf, root, dw::DW_TAG_subprogram, "start", attributes);
    let block = entry(dwarf, start, dw::DW_TAG_lexical_block, "", code(body.end - 6, 4));
    for (parent, name, ty, location) in [
        (start, "in_frame", int, &[dw::DW_OP_fbreg.0, 8][..]),
        (start, "in_local", pointer, &[0xed, 0, 0, dw::DW_OP_stack_value.0]),
        (block, "in_block", int, &[0xed, 0, 1, dw::DW_OP_stack_value.0]),
        (start, "nowhere", int, &[0xed, 2, 0, dw::DW_OP_stack_value.0]),
        (root, "global", int, &[dw::DW_OP_addr.0, 0, 0, 1, 0]),
    ] {
        let attributes = vec![of_type(ty), (dw::DW_AT_location, expression(location))];
        entry(dwarf, parent, dw::DW_TAG_variable, name, attributes);
    }
    // A function that the linker removed, with a type that a variable of another function has.
    let removed = entry(dwarf, root, dw::DW_TAG_subprogram, "removed", function(u64::from(u32::MAX), 10));
    let inner = entry(dwarf, removed, dw::DW_TAG_structure_type, "inner", Vec::new());
    entry(dwarf, start, dw::DW_TAG_variable, "of_inner", vec![of_type(inner)]);
    entry(dwarf, root, dw::DW_TAG_subprogram, "removed_too", function(u64::from(u32::MAX), 10));
    let mut sections = Sections::new(EndianVec::new(LittleEndian));
    dwarf.write(&mut sections).expect("it can be written");
    append(&mut wasm, &sections);
    wasm
}

/// Appends debug information to a module.
fn append(wasm: &mut Vec<u8>, sections: &Sections<EndianVec<LittleEndian>>) {
    let written: Result<(), std::convert::Infallible> = sections.for_each(|id, section| {
        if !section.slice().is_empty() {
            let name = id.name();
            let mut contents = vec![name.len() as u8];
            contents.extend(name.bytes());
            contents.extend(section.slice());
            let mut custom = crate::debuginfo::Section::default();
            custom.u8(0);
            custom.uleb(contents.len() as u64);
            wasm.extend(custom.bytes);
            wasm.extend(contents);
        }
        Ok(())
    });
    assert!(written.is_ok());
}

fn options(debug_info: DebugInfo) -> Options {
    Options { debug_info, opt_level: OptLevel::None, ..Options::default() }
}

/// Each entry of the output: its depth, tag and name, and the names of its attributes.
fn entries(executable: &[u8]) -> Vec<String> {
    let file = object::File::parse(executable).expect("an executable");
    let load = |id: gimli::SectionId| -> Result<_, gimli::Error> {
        let section = file.section_by_name(id.name());
        let bytes = section.map_or(&[][..], |section| section.data().expect("its data"));
        Ok(gimli::EndianSlice::new(bytes, LittleEndian))
    };
    let dwarf = gimli::Dwarf::load(load).expect("sections");
    let mut lines = Vec::new();
    let mut units = dwarf.units();
    while let Some(header) = units.next().expect("a header") {
        let unit = dwarf.unit(header).expect("a unit");
        let mut cursor = unit.entries();
        while let Some(entry) = cursor.next_dfs().expect("an entry") {
            let name = entry.attr_value(dw::DW_AT_name).and_then(|name| dwarf.attr_string(&unit, name).ok());
            let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let attributes = entry.attrs().iter().map(|attribute| {
                let name = attribute.name().to_string();
                name.trim_start_matches("DW_AT_").to_owned()
            });
            let attributes: Vec<_> = attributes.filter(|attribute| attribute != "name").collect();
            lines.push(format!("{} {} {name}: {}", entry.depth(), entry.tag(), attributes.join(" ")));
        }
    }
    lines
}

#[test]
fn entries_of_removed_code_are_left_out_unless_others_need_them() {
    for version in [4, 5] {
        let output = compile(&module(version), &options(DebugInfo::Gdb), &()).expect("a valid module");
        assert_eq!(output.statistics.debug_locations_lost, 1);
        assert_eq!(output.statistics.debug_units_damaged, 0);
        assert_eq!(
            entries(&output.bytes),
            [
                "0 DW_TAG_compile_unit : low_pc ranges producer",
                "1 DW_TAG_base_type int: byte_size encoding",
                "1 DW_TAG_pointer_type : type byte_size",
                "1 DW_TAG_subprogram start: low_pc high_pc frame_base",
                "2 DW_TAG_lexical_block : low_pc high_pc",
                "3 DW_TAG_variable in_block: type location",
                "2 DW_TAG_variable in_frame: type location",
                "2 DW_TAG_variable in_local: type location",
                "2 DW_TAG_variable nowhere: type",
                "2 DW_TAG_variable of_inner: type",
                "1 DW_TAG_variable global: type location",
                "1 DW_TAG_subprogram removed: ",
                "2 DW_TAG_structure_type inner: ",
            ]
        );
    }
}

#[test]
fn lldb_gets_a_second_location_of_pointers() {
    let located = |debug_info| {
        let output = compile(&module(4), &options(debug_info), &()).expect("a valid module");
        entries(&output.bytes).into_iter().find(|line| line.contains("in_local")).expect("the variable")
    };
    assert_eq!(located(DebugInfo::Both), "2 DW_TAG_variable in_local: type location location");
    assert_eq!(located(DebugInfo::Lldb), "2 DW_TAG_variable in_local: type location");
}

/// As optimization of whole programs leaves it: the type of a variable is in another unit.
#[test]
fn lldb_gets_a_second_location_of_pointers_whose_type_is_in_another_unit() {
    let mut wasm = wat::parse_str(TEXT).expect("valid text");
    let encoding = gimli::Encoding { format: gimli::Format::Dwarf32, version: 4, address_size: 4 };
    let mut dwarf = Dwarf::new();
    let [first, second] = [(); 2].map(|()| dwarf.units.add(Unit::new(encoding, LineProgram::none())));
    let unit = dwarf.units.get_mut(first);
    let pointer = unit.add(unit.root(), dw::DW_TAG_pointer_type);
    let alias = unit.add(unit.root(), dw::DW_TAG_typedef);
    unit.get_mut(alias).set(dw::DW_AT_type, AttributeValue::UnitRef(pointer));
    let unit = dwarf.units.get_mut(second);
    let variable = unit.add(unit.root(), dw::DW_TAG_variable);
    let ty = AttributeValue::DebugInfoRef(DebugInfoRef::Entry(first, alias));
    unit.get_mut(variable).set(dw::DW_AT_type, ty);
    unit.get_mut(variable).set(dw::DW_AT_location, expression(&[dw::DW_OP_addr.0, 0, 0, 1, 0]));
    let mut sections = Sections::new(EndianVec::new(LittleEndian));
    dwarf.write(&mut sections).expect("it can be written");
    append(&mut wasm, &sections);
    let output = compile(&wasm, &options(DebugInfo::Both), &()).expect("a valid module");
    let entries = entries(&output.bytes);
    assert!(entries.contains(&"1 DW_TAG_variable : type location location".to_owned()), "{entries:?}");
}

/// The program is compiled although its debug information is damaged.
#[test]
fn damaged_debug_information_is_no_error() {
    let mut random = 1u64;
    let mut next = move |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let code_bytes = wat::parse_str(TEXT).expect("valid text").len();
    for round in 0..2000 {
        let mut wasm = module(4 + round % 2);
        for _ in 0..1 + next(8) {
            // Sizes of sections are outside of what is damaged, so the module stays valid.
            let at = code_bytes + next(wasm.len() - code_bytes);
            let is_in_section = Parser::new(0).parse_all(&wasm).any(|payload| match payload {
                Ok(Payload::CustomSection(section)) => {
                    let start = section.data_offset() as usize;
                    (start..start + section.data().len()).contains(&at)
                }
                _ => false,
            });
            if is_in_section {
                wasm[at] = [0, 1, 0x7f, 0x80, 0xff, next(256) as u8][next(6)];
            }
        }
        let output = compile(&wasm, &Options { emit: Emit::Object, ..options(DebugInfo::Both) }, &());
        assert!(output.is_ok(), "round {round}: {:?}", output.err());
    }
}
