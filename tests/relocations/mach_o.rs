//! The reader of linked Mach-O executables: every relocated place of the object must hold the address of its symbol.
//!
//! It uses only the symbol tables of the object and of the executable, and the bytes of the executable: the address of
//! a symbol shows where its section went. It must not share code with a linker or with the loader of the suite `macho`.
//!
//! An object is also a library with functions for its users, which an executable does not contain. Places in these
//! functions are left out.

use super::record::{Record, records};
use super::table::Target;
use object::{Object, ObjectSection, ObjectSegment, ObjectSymbol, SectionKind};
use std::collections::BTreeMap;
use wasmc_tests::{Failure, context};

/// Checks all relocations of the object in the executable that was made of it.
pub(crate) fn check(object: &[u8], executable: &[u8], target: Target) -> Result<(), Failure> {
    let records = records(object, target)?;
    let object = context(object::File::parse(object), "the object")?;
    let executable = context(object::File::parse(executable), "the executable")?;
    let addresses = addresses(&executable)?;
    for record in &records {
        if record.is_code && is_for_users_of_the_library(&object, record)? {
            continue;
        }
        // A section that nothing refers to may be dropped, whole.
        let Some(section) = section_address(&object, &record.section, &addresses)? else { continue };
        let place = section + record.offset;
        let symbol = addresses.get(&record.symbol).ok_or_else(|| format!("no symbol {}", record.symbol))?;
        let wanted = symbol.wrapping_add_signed(record.addend);
        let reached = reached(&executable, record, place, wanted)?;
        if !reached {
            return Err(format!("at {place:#x} there is not {wanted:#x}: {record:?}"));
        }
    }
    Ok(())
}

/// Whether the place is in a function around the module's own: their symbols are those of the C header.
fn is_for_users_of_the_library(object: &object::File<'_>, record: &Record) -> Result<bool, Failure> {
    let section = object.section_by_name(&record.section).ok_or_else(|| format!("no section {}", record.section))?;
    let place = section.address() + record.offset;
    let before = object.symbols().filter(|symbol| symbol.section_index() == Some(section.index()));
    let function = before.filter(|symbol| symbol.address() <= place).max_by_key(ObjectSymbol::address);
    let function = function.ok_or_else(|| format!("no function at {place:#x}"))?;
    let name = context(function.name(), "a symbol")?;
    Ok(["_wasm_", "_wasmc_", "_.L"].iter().any(|start| name.starts_with(start)))
}

fn addresses(executable: &object::File<'_>) -> Result<BTreeMap<String, u64>, Failure> {
    let mut addresses = BTreeMap::new();
    for symbol in executable.symbols().filter(|symbol| symbol.is_definition()) {
        addresses.insert(context(symbol.name(), "a symbol")?.to_owned(), symbol.address());
    }
    Ok(addresses)
}

/// The address of a section of the object in the executable, by a symbol that both have. The code always has one.
fn section_address(
    object: &object::File<'_>,
    section: &str,
    addresses: &BTreeMap<String, u64>,
) -> Result<Option<u64>, Failure> {
    let section = object.section_by_name(section).ok_or_else(|| format!("no section {section}"))?;
    let known = object.symbols().filter(|symbol| symbol.section_index() == Some(section.index())).find_map(|symbol| {
        let linked = addresses.get(symbol.name().ok()?)?;
        Some(linked - (symbol.address() - section.address()))
    });
    if known.is_none() && section.kind() == SectionKind::Text {
        return Err("no symbol of the code is in the executable".into());
    }
    Ok(known)
}

/// Whether the bytes at a place refer to this address.
fn reached(executable: &object::File<'_>, record: &Record, place: u64, wanted: u64) -> Result<bool, Failure> {
    let word = u64::from(u32::from_le_bytes(bytes_at(executable, place)?));
    Ok(match record.kind.as_str() {
        // A chained fixup (`mach-o/fixup-chains.h`): the low 36 bits are the address, or its distance from the header.
        "X86_64_RELOC_UNSIGNED" | "ARM64_RELOC_UNSIGNED" => {
            let pointer = u64::from_le_bytes(bytes_at(executable, place)?) & ((1 << 36) - 1);
            pointer == wanted || pointer + header(executable)? == wanted
        }
        // Counted from the end of the instruction.
        "X86_64_RELOC_BRANCH" => (place + 4).wrapping_add_signed(i64::from(word as u32 as i32)) == wanted,
        "ARM64_RELOC_BRANCH26" => place.wrapping_add_signed(sign_extended(word & 0x03ff_ffff, 26) << 2) == wanted,
        // `adrp`: the two low bits stand apart from the others.
        "ARM64_RELOC_PAGE21" => {
            let pages = sign_extended((word >> 5 & 0x7_ffff) << 2 | word >> 29 & 3, 21);
            (place & !0xfff).wrapping_add_signed(pages << 12) == wanted & !0xfff
        }
        // `add`; Cranelift uses no other instruction with it.
        "ARM64_RELOC_PAGEOFF12" => word >> 10 & 0xfff == wanted & 0xfff,
        other => return Err(format!("{other} is not read")),
    })
}

fn sign_extended(field: u64, bits: u32) -> i64 {
    (field << (64 - bits)) as i64 >> (64 - bits)
}

/// The address of the header, from which the distances of fixups count.
fn header(executable: &object::File<'_>) -> Result<u64, Failure> {
    let mut segments = executable.segments();
    let text = segments.find(|segment| matches!(segment.name(), Ok(Some("__TEXT")))).ok_or("no __TEXT")?;
    Ok(text.address())
}

fn bytes_at<const SIZE: usize>(executable: &object::File<'_>, address: u64) -> Result<[u8; SIZE], Failure> {
    for segment in executable.segments() {
        if (segment.address()..segment.address() + segment.size()).contains(&address) {
            let data = context(segment.data_range(address, SIZE as u64), "a segment")?;
            return data.and_then(|data| data.try_into().ok()).ok_or_else(|| format!("no bytes at {address:#x}"));
        }
    }
    Err(format!("no segment at {address:#x}"))
}
