//! Links an executable for macOS from one object of the compiler and the members of the runtime's archive that it
//! needs.
//!
//! It exists because the library that links ELF writes no Mach-O that dyld could move in memory. It is not a general
//! linker: no other inputs, no library but libSystem, no exports, no thread-local variables, no initializers. Input
//! that it does not know must be an error, never a guess.
//!
//! ```text
//!  file and memory, in pages of 16 KiB; addresses count from 4 GiB
//!  __PAGEZERO    no access, 4 GiB of memory, nothing in the file
//!  __TEXT        header and load commands, __stubs, __text, constants          read, execute
//!  __DATA_CONST  __got, constants with addresses in them                       read, once dyld has filled them in
//!  __DATA        data, the start image on pages of its own, zeros               read, write
//!  __DWARF       debug information, if there is any                            read, by debuggers only
//!  __LINKEDIT    fixups, exports, function starts, symbols, signature          read
//! ```
//!
//! Formats are those of `mach-o/loader.h`, `mach-o/nlist.h`, `mach-o/fixup-chains.h` and XNU's `osfmk/kern/cs_blobs.h`.

mod arm64;
mod chains;
mod fixups;
mod imports;
mod input;
mod layout;
mod linkage;
mod linkedit;
mod live;
mod load_commands;
mod program;
mod references;
mod relocate;
mod resolve;
mod sections;
mod signature;
mod symbol_table;
#[cfg(test)]
mod tests;

use crate::error::{Error, Result};

/// A processor that macOS runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Architecture {
    Arm64,
    X86_64,
}

/// Links an executable, with the ad-hoc signature without which the kernel of Apple silicon does not start it.
///
/// # Errors
/// [`Error::Link`] for what is missing, contradictory, unknown or out of reach; [`Error::Limit`] beyond 4 GiB.
pub(super) fn link(object: &[u8], archive: &[u8], architecture: Architecture) -> Result<Vec<u8>> {
    // Find the pieces, their references, and the pieces that the program needs.
    let members = input::members(archive)?;
    let inputs = resolve::select(object, &members, architecture)?;
    let mut program = program::Program::new(inputs, architecture)?;
    live::mark(&mut program)?;

    // Decide the address of everything.
    let linkage = linkage::Linkage::collect(&program)?;
    let layout = layout::lay_out(&mut program, &linkage)?;

    // Write the parts that dyld maps.
    let mut file = layout::copy(&program, &layout)?;
    let mut fixups = relocate::relocate(&program, &linkage, &layout, &mut file)?;
    linkage.write(&program, &layout, &mut file, &mut fixups)?;

    // Write the tables for dyld, the kernel and debuggers.
    let linkedit = linkedit::append(&program, &linkage, &layout, fixups, &mut file)?;
    load_commands::write(&program, &linkage, &layout, &linkedit, &mut file)?;
    signature::sign(&layout, &linkedit, &mut file)?;
    Ok(file)
}

/// An error of the linker.
fn failed(message: impl Into<String>) -> Error {
    Error::Link { message: message.into() }
}

/// A name for a message.
fn shown(name: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(name)
}
