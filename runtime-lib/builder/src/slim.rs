//! Leaves out of an archive what no program can need: nine tenths of it are `compiler_builtins`, of which the runtime uses
//! next to nothing (and what, depends on the processor and on rustc's version), and descriptions for debuggers.

use std::collections::{HashMap, HashSet};
use std::error::Error;

use object::read::archive::ArchiveFile;
use object::{BinaryFormat, Object, ObjectSymbol};

use crate::ar;
use crate::object_copy;

/// Members of the archive that come from the runtime; the others are `compiler_builtins`.
const MEMBER_PREFIX: &str = "wasmc_runtime_archive";

/// An object of an archive.
struct Member<'a> {
    is_own: bool,
    data: &'a [u8],
    object: object::File<'a>,
}

/// The archive of the runtime's own objects, and those others that they need.
pub(crate) fn slim(archive: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let members = read(archive)?;
    let is_macho = members.iter().any(|member| member.object.format() == BinaryFormat::MachO);
    let needed = needed(&members)?;
    let objects = needed.into_iter().map(|index| match is_macho {
        // Small as it is, without debug information and unwind tables: nothing in it depends on names or paths. (To copy
        // one, relocations against sections would need new addends in the code.)
        true => Ok(members[index].data.to_vec()),
        false => object_copy::copy(&members[index].object),
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

/// Indices of the runtime's own objects and of all that define what they lack, in an order that follows from the contents.
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
    // A program of macOS is linked with libSystem; one of Linux stands alone.
    format == BinaryFormat::MachO
        || symbol.is_empty()
        || symbol.starts_with("wasmc_")
        || ["_DYNAMIC", "__ehdr_start", "_GLOBAL_OFFSET_TABLE_"].contains(&symbol)
}
