//! Removes from an archive the objects that no program can need, and descriptions for debuggers.
//!
//! Nine tenths of an archive are `compiler_builtins`, of which the runtime uses a few functions. Which ones depends on
//! the processor and the version of rustc, so they are found by following undefined symbols. The code of an object must
//! not change.

use std::collections::{HashMap, HashSet};
use std::error::Error;

use object::read::archive::ArchiveFile;
use object::{BinaryFormat, Object, ObjectSymbol};

use crate::ar;
use crate::object_copy;

/// The beginning of the names of the runtime's own members. The others are `compiler_builtins`.
const MEMBER_PREFIX: &str = "wasmc_runtime_archive";

/// An object of an archive.
struct Member<'a> {
    is_own: bool,
    data: &'a [u8],
    object: object::File<'a>,
}

/// The archive with the runtime's own objects, and the other objects that these need. `has_frames`: with unwind tables.
pub(crate) fn slim(archive: &[u8], has_frames: bool) -> Result<Vec<u8>, Box<dyn Error>> {
    let members = read(archive)?;
    let is_macho = members.iter().any(|member| member.object.format() == BinaryFormat::MachO);
    let needed = needed(&members)?;
    let objects = needed.into_iter().map(|index| match is_macho {
        // It has no debug information and no unwind tables, so it is small, and has no names of paths. It is not
        // copied, since relocations against sections would need new addends in the code.
        true => Ok(members[index].data.to_vec()),
        false => object_copy::copy(&members[index].object, has_frames),
    });
    let objects = objects.collect::<Result<Vec<Vec<u8>>, _>>()?;
    ar::write(&objects, if is_macho { ar::Flavor::Darwin } else { ar::Flavor::Gnu })
}

fn read(archive: &[u8]) -> Result<Vec<Member<'_>>, Box<dyn Error>> {
    let mut members = Vec::new();
    for member in ArchiveFile::parse(archive)?.members() {
        let member = member?;
        let data = member.data(archive)?;
        let is_own = member.name().starts_with(MEMBER_PREFIX.as_bytes());
        members.push(Member { is_own, data, object: object::File::parse(data)? });
    }
    Ok(members)
}

/// The indices of the runtime's own objects and of all objects that define symbols which these lack. The order depends
/// only on the contents.
fn needed(members: &[Member<'_>]) -> Result<Vec<usize>, Box<dyn Error>> {
    let mut definitions = HashMap::new();
    for (index, member) in members.iter().enumerate() {
        for symbol in member.object.symbols().filter(|symbol| symbol.is_definition() && symbol.is_global()) {
            definitions.entry(symbol.name_bytes()?).or_insert(index);
        }
    }
    let mut needed: Vec<usize> = (0..members.len()).filter(|index| members[*index].is_own).collect();
    let mut seen: HashSet<usize> = needed.iter().copied().collect();
    let mut next = 0;
    while let Some(index) = needed.get(next) {
        let object = &members[*index].object;
        for symbol in object.symbols().filter(|symbol| symbol.is_undefined()) {
            match definitions.get(symbol.name_bytes()?) {
                Some(definition) if seen.insert(*definition) => needed.push(*definition),
                Some(_) => {}
                None if is_provided(object.format(), symbol.name()?) => {}
                None => return Err(format!("nothing defines {}", symbol.name()?).into()),
            }
        }
        next += 1;
    }
    Ok(needed)
}

/// Whether the compiler's object, the linker or the system's library defines a symbol.
fn is_provided(format: BinaryFormat, symbol: &str) -> bool {
    // Programs for macOS are linked with libSystem, and the linker checks its names. Programs for Linux use no library.
    format == BinaryFormat::MachO
        || symbol.is_empty()
        || symbol.starts_with("wasmc_")
        || ["_DYNAMIC", "__ehdr_start", "_GLOBAL_OFFSET_TABLE_"].contains(&symbol)
}
