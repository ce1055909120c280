//! Writes static archives: an index of symbols, which linkers require, and members without dates and owners.
//!
//! There are two forms of the index and of long names: GNU's (also of System V) and Darwin's (from BSD). See `ar(5)`
//! and Apple's `ranlib.h`. `runtime-lib/builder` compiles this file too, for the runtime's archives. Nothing that
//! differs between machines may be written.

use std::error::Error;

use object::{Object, ObjectSymbol};

const MAGIC: &[u8] = b"!<arch>\n";
const HEADER_BYTES: usize = 60;

/// The linkers that an archive is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavor {
    Gnu,
    Darwin,
}

/// An archive of these objects, in this order.
pub(crate) fn write(objects: &[Vec<u8>], flavor: Flavor) -> Result<Vec<u8>, Box<dyn Error>> {
    let members = objects.iter().enumerate().map(|(index, object)| member(flavor, index, object));
    let members: Vec<Vec<u8>> = members.collect();
    let symbols = symbols(objects)?;
    // The index has the offsets of members, which follow it. Its length does not depend on their values.
    let index_bytes = index(flavor, &symbols, &vec![0; objects.len()])?.len();
    let mut offsets = Vec::new();
    let mut offset = MAGIC.len() + index_bytes;
    for member in &members {
        offsets.push(offset);
        offset += member.len();
    }
    let index = index(flavor, &symbols, &offsets)?;
    Ok([MAGIC, &index, &members.concat()].concat())
}

/// The global symbols that each object defines, with the number of the object.
fn symbols(objects: &[Vec<u8>]) -> Result<Vec<(String, usize)>, Box<dyn Error>> {
    let mut symbols = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        let object = object::File::parse(object.as_slice())?;
        for symbol in object.symbols().filter(|symbol| symbol.is_definition() && symbol.is_global()) {
            symbols.push((symbol.name()?.to_owned(), index));
        }
    }
    Ok(symbols)
}

fn index(flavor: Flavor, symbols: &[(String, usize)], offsets: &[usize]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut entries = Vec::new();
    let mut names = Vec::new();
    for (name, member) in symbols {
        let offset = u32::try_from(offsets[*member])?;
        match flavor {
            Flavor::Gnu => entries.extend(offset.to_be_bytes()),
            Flavor::Darwin => entries.extend([u32::try_from(names.len())?, offset].map(u32::to_le_bytes).concat()),
        }
        names.extend(name.as_bytes());
        names.push(0);
    }
    let count = u32::try_from(symbols.len())?;
    Ok(match flavor {
        Flavor::Gnu => gnu_member("/", &[&count.to_be_bytes(), entries.as_slice(), &names].concat()),
        Flavor::Darwin => {
            names.resize(names.len().next_multiple_of(8), 0);
            let lengths = [u32::try_from(entries.len())?, u32::try_from(names.len())?].map(u32::to_le_bytes);
            darwin_member("__.SYMDEF", &[&lengths[0], entries.as_slice(), &lengths[1], &names].concat())
        }
    })
}

fn member(flavor: Flavor, index: usize, object: &[u8]) -> Vec<u8> {
    match flavor {
        Flavor::Gnu => gnu_member(&format!("wasmc{index}.o/"), object),
        Flavor::Darwin => darwin_member(&format!("wasmc{index}.o"), object),
    }
}

fn gnu_member(name: &str, data: &[u8]) -> Vec<u8> {
    let padding: &[u8] = if data.len().is_multiple_of(2) { b"" } else { b"\n" };
    [&header(name, data.len()), data, padding].concat()
}

/// The name follows the header, padded so that the data begins at a multiple of 8: linkers read objects in place. Each
/// member is padded to a multiple of 8 too, which keeps the next one aligned.
fn darwin_member(name: &str, data: &[u8]) -> Vec<u8> {
    let name_bytes = (MAGIC.len() + HEADER_BYTES + name.len()).next_multiple_of(8) - HEADER_BYTES - MAGIC.len();
    let mut name = name.as_bytes().to_vec();
    name.resize(name_bytes, 0);
    let mut data = data.to_vec();
    data.resize(data.len().next_multiple_of(8), b'\n');
    [header(&format!("#1/{name_bytes}"), name.len() + data.len()), name, data].concat()
}

/// Fields as in `ar(5)`: name, time, owner, group, mode, size.
fn header(name: &str, bytes: usize) -> Vec<u8> {
    let header = format!("{name:<16}{:<12}{:<6}{:<6}{:<8}{bytes:<10}`\n", 0, 0, 0, "100644");
    debug_assert_eq!(header.len(), HEADER_BYTES);
    header.into_bytes()
}
