//! Makes a static library of an object and the runtime, for C programs with a C library and a `main` of their own.
//!
//! The runtime is written for executables that contain no other code. It defines the process entry point and functions
//! that a C library defines too, such as `memcpy`, since compilers call them by name. Here these symbols get a prefix,
//! in their definitions and in the references of both objects. Only the exports may be visible outside the program or
//! shared library that this library is linked into.

use std::collections::{BTreeSet, HashMap};

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSymbol};

use super::ar::{self, Flavor};
use super::symbol_names::{self, Changes};
use crate::error::{Error, Result};
use crate::target::{Format, Target};

/// The beginning of the runtime's own symbols, which need no other prefix.
const PREFIX: &str = "wasmc_";
/// The prefix for all others.
const ADDED_PREFIX: &str = "wasmc_runtime_";
/// Symbols of the linker that only the process entry point refers to. A library's entry point is never called, and not
/// every linker defines these symbols in every program, so they may be undefined.
const LINKER_DEFINED: [&[u8]; 2] = [b"_DYNAMIC", b"__ehdr_start"];

/// Makes the library: the object, then the runtime.
pub(super) fn make(object: Vec<u8>, runtime: &[u8], target: Target) -> Result<Vec<u8>> {
    let runtime = members(runtime)?;
    let format = target.format();
    let mut renamed = HashMap::new();
    for member in &runtime {
        for name in defined(member)? {
            if let Some(new) = new_name(&name, format) {
                renamed.insert(name, new);
            }
        }
    }
    // The compiler has set the visibility of the object's symbols.
    let changes = Changes { renamed: &renamed, hidden: false, dropped: &[] };
    let mut members = vec![symbol_names::change(&object, format, &changes)?];
    for member in &runtime {
        let changes = Changes { renamed: &renamed, hidden: true, dropped: &LINKER_DEFINED };
        members.push(symbol_names::change(member, format, &changes)?);
    }
    let flavor = match format {
        Format::Elf => Flavor::Gnu,
        Format::MachO => Flavor::Darwin,
    };
    ar::write(&members, flavor)
        .map_err(|error| Error::Limit { message: format!("the library cannot be written: {error}") })
}

/// The objects in the runtime's archive, each copied to an aligned address.
fn members(runtime: &[u8]) -> Result<Vec<Vec<u8>>> {
    let unreadable = |error| Error::internal(format!("reading the runtime's archive: {error}"));
    let archive = ArchiveFile::parse(runtime).map_err(unreadable)?;
    let members = archive.members().map(|member| {
        let bytes = member.and_then(|member| member.data(runtime)).map_err(unreadable)?;
        Ok(bytes.to_vec())
    });
    members.collect()
}

/// Global symbols that an object defines.
fn defined(object: &[u8]) -> Result<BTreeSet<Vec<u8>>> {
    let unreadable = |error| Error::internal(format!("reading the runtime: {error}"));
    let object = object::File::parse(object).map_err(unreadable)?;
    let symbols = object.symbols().filter(|symbol| symbol.is_global() && symbol.is_definition());
    symbols.map(|symbol| symbol.name_bytes().map(<[u8]>::to_vec).map_err(unreadable)).collect()
}

/// The name that a symbol of the runtime gets, if it needs another. In Mach-O, names of C start with `_`.
fn new_name(name: &[u8], format: Format) -> Option<Vec<u8>> {
    let (start, name) = match format {
        Format::Elf => (&b""[..], name),
        Format::MachO => name.split_at_checked(1).filter(|(start, _)| *start == b"_")?,
    };
    (!name.starts_with(PREFIX.as_bytes())).then(|| [start, ADDED_PREFIX.as_bytes(), name].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_of_others_get_out_of_the_way() {
        assert_eq!(new_name(b"memcpy", Format::Elf).as_deref(), Some(&b"wasmc_runtime_memcpy"[..]));
        assert_eq!(new_name(b"_main", Format::MachO).as_deref(), Some(&b"_wasmc_runtime_main"[..]));
        assert_eq!(new_name(b"wasmc_memory_grow", Format::Elf), None);
        assert_eq!(new_name(b"_wasmc_memory_grow", Format::MachO), None);
    }
}
