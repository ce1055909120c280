//! Whole links of small objects, for both processors. That programs run is shown by the suite `tests/macho.rs`.

use object::write::{Object, Relocation, Symbol, SymbolId, SymbolSection};
use object::{
    BinaryFormat, Endianness, Object as _, ObjectSection as _, ObjectSymbol as _, RelocationEncoding, RelocationFlags,
    RelocationKind, SectionKind, SymbolFlags, SymbolKind, SymbolScope, macho,
};

use super::{Architecture, link};
use crate::error::{Error, Result};

const ARCHITECTURES: [Architecture; 2] = [Architecture::Arm64, Architecture::X86_64];
/// An archive without members.
const NOTHING: &[u8] = b"!<arch>\n";

fn define(object: &mut Object<'_>, name: &str, section: SymbolSection, kind: SymbolKind) -> SymbolId {
    object.add_symbol(Symbol {
        name: name.into(),
        value: 0,
        size: 0,
        kind,
        scope: SymbolScope::Linkage,
        weak: false,
        section,
        flags: SymbolFlags::None,
    })
}

/// The image, which is whole pages.
const IMAGE_BYTES: u64 = 0x4000;

/// A `main` that calls a function that is not in the object, and data that points to `main`.
fn program(architecture: Architecture, callee: &str) -> Vec<u8> {
    let (cpu, code, call, branch) = match architecture {
        Architecture::Arm64 => {
            let flags = RelocationFlags::MachO { r_type: macho::ARM64_RELOC_BRANCH26, r_pcrel: true, r_length: 2 };
            (object::Architecture::Aarch64, &[0, 0, 0, 0x94, 0xc0, 3, 0x5f, 0xd6][..], 0, (flags, 0))
        }
        Architecture::X86_64 => {
            let flags = RelocationFlags::MachO { r_type: macho::X86_64_RELOC_BRANCH, r_pcrel: true, r_length: 2 };
            (object::Architecture::X86_64, &[0xe8, 0, 0, 0, 0, 0xc3][..], 1, (flags, -4))
        }
    };
    let mut object = Object::new(BinaryFormat::MachO, cpu, Endianness::Little);
    let text = object.section_id(object::write::StandardSection::Text);
    let start = object.append_section_data(text, code, 4);
    let main = define(&mut object, "main", SymbolSection::Section(text), SymbolKind::Text);
    let callee = define(&mut object, callee, SymbolSection::Undefined, SymbolKind::Text);
    let (flags, addend) = branch;
    object
        .add_relocation(text, Relocation { offset: start + call, symbol: callee, addend, flags })
        .expect("a call can be relocated");
    let data = object.section_id(object::write::StandardSection::Data);
    let pointer = object.append_section_data(data, &[0; 8], 8);
    let flags =
        RelocationFlags::Generic { kind: RelocationKind::Absolute, encoding: RelocationEncoding::Generic, size: 64 };
    object
        .add_relocation(data, Relocation { offset: pointer, symbol: main, addend: 0, flags })
        .expect("a pointer can be relocated");
    let segment = object.segment_name(object::write::StandardSegment::Data).to_vec();
    let image = object.add_section(segment, b"__wasmc.image".to_vec(), SectionKind::Data);
    object.append_section_data(image, &[7; IMAGE_BYTES as usize], 0x4000);
    let zeros = object.section_id(object::write::StandardSection::UninitializedData);
    object.append_section_bss(zeros, 0x10_0000, 8);
    object.write().expect("the object can be written")
}

fn linked(architecture: Architecture) -> Vec<u8> {
    link(&program(architecture, "write"), NOTHING, architecture).expect("it can be linked")
}

#[test]
fn readers_find_what_was_linked() {
    for architecture in ARCHITECTURES {
        let bytes = linked(architecture);
        let file = object::File::parse(&*bytes).expect("it can be read");
        assert_eq!(file.kind(), object::ObjectKind::Executable);
        let image = file.section_by_name("__wasmc.image").expect("it is there");
        assert_eq!(image.address() % 0x4000, 0);
        assert_eq!(image.data().ok(), Some(&[7; IMAGE_BYTES as usize][..]));
        let pages = image.address()..image.address() + IMAGE_BYTES;
        for name in ["__data", "__bss"] {
            let other = file.section_by_name(name).expect("it is there");
            let bytes = other.address()..other.address() + other.size();
            assert!(bytes.end <= pages.start || pages.end <= bytes.start, "{name} is on the pages of the image");
        }
        assert!(bytes.len() < 0x10_0000, "zeros in the file");
        let symbol = |name: &str| file.symbols().find(|symbol| symbol.name() == Ok(name)).expect("it is there");
        assert!(symbol("_main").is_definition() && symbol("_write").is_undefined());
        assert_eq!(file.entry(), symbol("_main").address() - (1 << 32));
    }
}

#[test]
fn equal_inputs_give_equal_programs_and_others_another_uuid() {
    let uuid = |bytes: &[u8]| object::File::parse(bytes).expect("it can be read").mach_uuid().expect("it is readable");
    for architecture in ARCHITECTURES {
        let (first, again) = (linked(architecture), linked(architecture));
        assert!(first == again);
        let other = link(&program(architecture, "writev"), NOTHING, architecture).expect("it can be linked");
        assert!(uuid(&first).is_some() && uuid(&first) != uuid(&other));
    }
}

#[test]
fn what_is_defined_nowhere_is_named() {
    for architecture in ARCHITECTURES {
        let result: Result<_> = link(&program(architecture, "frobnicate"), NOTHING, architecture);
        let Err(Error::Link { message }) = result else { panic!("{result:?}") };
        assert_eq!(message, "undefined symbol: _frobnicate");
    }
}

#[test]
fn a_damaged_object_is_an_error_or_another_program() {
    for architecture in ARCHITECTURES {
        let object = program(architecture, "write");
        for index in 0..object.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut damaged = object.clone();
                damaged[index] ^= change;
                // No panic is all that is asked.
                drop(link(&damaged, NOTHING, architecture));
            }
        }
    }
}
