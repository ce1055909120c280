//! Relocates the executable in which it is, because a static executable has no dynamic loader.
//!
//! A static position-independent executable contains addresses (of tables, of strings) as if it were loaded at address
//! 0, and a list of the words that contain them. The linker makes only one kind of entry, "relative": add the load
//! address. After that, the data that needed relocation becomes read-only (`PT_GNU_RELRO`).
//!
//! What must not happen here: a read of such data before `apply` has finished. So there is no `&dyn`, no table of
//! strings, no panic with a message, and no call through a pointer. [`relocate`] is called from assembly and is not
//! inlined into [`super::start`], so that no load of that function can move before it.
//!
//! # Safety
//! Trusts the headers that the linker wrote, as the kernel did. The words to relocate are in this executable's data,
//! and no code reads them before.

use core::mem::size_of;
use core::slice;

use super::args::Strings;
use crate::arch;
use crate::diagnostic::{Message, fail_to_start};
use crate::sys::{self, auxiliary};

/// An ELF file header, as far as this file needs it (System V gABI, chapter 4).
#[repr(C)]
pub struct FileHeader {
    identification: [u8; 16],
    kind: u16,
    machine: u16,
    version: u32,
    entry: u64,
    program_headers_offset: u64,
    section_headers_offset: u64,
    flags: u32,
    header_bytes: u16,
    program_header_bytes: u16,
    program_header_count: u16,
}

/// A program header (gABI, chapter 5).
#[repr(C)]
struct ProgramHeader {
    kind: u32,
    flags: u32,
    offset: u64,
    virtual_address: u64,
    physical_address: u64,
    file_bytes: u64,
    memory_bytes: u64,
    alignment: u64,
}

/// An entry of the dynamic section (gABI, chapter 5).
#[repr(C)]
pub struct Dynamic {
    tag: u64,
    value: u64,
}

/// A relocation with addend (gABI, chapter 4).
#[repr(C)]
struct Relocation {
    offset: u64,
    info: u64,
    addend: i64,
}

const PT_DYNAMIC: u32 = 2;
const PT_GNU_RELRO: u32 = 0x6474_e552;
const DT_NULL: u64 = 0;
const DT_RELA: u64 = 7;
const DT_RELASZ: u64 = 8;
/// `R_<cpu>_NONE` of every processor.
const RELOCATION_NONE: u32 = 0;

/// Relocates the executable and protects what was relocated. Called once, by `_start`.
///
/// # Safety
/// `header` is the file header of this executable in memory, `dynamic` its dynamic section, `initial_stack` the stack
/// pointer with which the kernel started this process; nothing has run before.
pub unsafe extern "C" fn relocate(header: *const FileHeader, dynamic: *const Dynamic, initial_stack: *const usize) {
    // SAFETY: the linker put the header there.
    let headers = unsafe { program_headers(&*header) };
    // The distance between where the linker thought that the dynamic section would be and where it is.
    let mut load_bias = 0;
    for header in headers {
        if header.kind == PT_DYNAMIC {
            load_bias = dynamic.addr().wrapping_sub(header.virtual_address as usize);
        }
    }
    // SAFETY: by the contract of this function the dynamic section describes this executable, which is loaded with that
    // bias.
    let relocations = unsafe { relocations(dynamic, load_bias) };
    // SAFETY: the linker lists words of this executable's data, and no code reads them before they are relocated.
    unsafe { apply(relocations, load_bias) };
    // SAFETY: by the contract of this function.
    let page_bytes = unsafe { page_bytes(initial_stack) };
    protect(headers, load_bias, page_bytes);
}

/// The size of a page, which the kernel says in the auxiliary vector: for some processors there are kernels with
/// different ones.
///
/// # Safety
/// `initial_stack` is the stack pointer with which the kernel started this process.
unsafe fn page_bytes(initial_stack: *const usize) -> usize {
    // SAFETY: by the contract of this function.
    let strings = unsafe { Strings::on_initial_stack(initial_stack) };
    // SAFETY: by the contract of this function.
    let page_bytes = unsafe { auxiliary::value_behind(strings.environment_block(), auxiliary::AT_PAGESZ) };
    page_bytes.unwrap_or(arch::PAGE_BYTES_MIN)
}

/// The program headers behind a file header.
///
/// # Safety
/// `header` is that of an executable in memory whose first segment includes the program headers.
unsafe fn program_headers(header: &FileHeader) -> &'static [ProgramHeader] {
    let first = (&raw const *header).wrapping_byte_add(header.program_headers_offset as usize);
    // SAFETY: by the contract of this function.
    unsafe { slice::from_raw_parts(first.cast(), usize::from(header.program_header_count)) }
}

/// The relocations that a dynamic section lists.
///
/// # Safety
/// `dynamic` ends with `DT_NULL` and describes an executable loaded with this bias.
unsafe fn relocations(mut dynamic: *const Dynamic, load_bias: usize) -> &'static [Relocation] {
    let (mut address, mut bytes) = (0, 0);
    loop {
        // SAFETY: at or before the entry that ends the section.
        let entry = unsafe { &*dynamic };
        match entry.tag {
            DT_NULL => break,
            DT_RELA => address = entry.value as usize,
            DT_RELASZ => bytes = entry.value as usize,
            _ => {}
        }
        dynamic = dynamic.wrapping_add(1);
    }
    if bytes == 0 {
        return &[];
    }
    let first = core::ptr::with_exposed_provenance(load_bias.wrapping_add(address));
    // SAFETY: by the contract of this function.
    unsafe { slice::from_raw_parts(first, bytes / size_of::<Relocation>()) }
}

/// Applies relocations. At one of an unknown kind the process ends, because it would continue with wrong addresses.
///
/// # Safety
/// Each `offset` plus `load_bias` is the address of a word that may be written.
unsafe fn apply(relocations: &[Relocation], load_bias: usize) {
    for relocation in relocations {
        match relocation.info as u32 {
            arch::RELOCATION_RELATIVE => {
                let place =
                    core::ptr::with_exposed_provenance_mut::<usize>(load_bias.wrapping_add(relocation.offset as usize));
                // SAFETY: by the contract of this function.
                unsafe { place.write_unaligned(load_bias.wrapping_add(relocation.addend as usize)) };
            }
            RELOCATION_NONE => {}
            _ => arch::stop(),
        }
    }
}

/// Makes relocated data read-only.
fn protect(headers: &[ProgramHeader], load_bias: usize, page_bytes: usize) {
    for header in headers {
        if header.kind != PT_GNU_RELRO {
            continue;
        }
        // The region starts with a segment, and no other segment shares its first page. Its last page may contain data
        // that stays writable.
        let start = load_bias.wrapping_add(header.virtual_address as usize) & !(page_bytes - 1);
        let end = load_bias.wrapping_add((header.virtual_address + header.memory_bytes) as usize);
        let bytes = (end & !(page_bytes - 1)).saturating_sub(start);
        if bytes == 0 {
            continue;
        }
        // SAFETY: only `apply` writes to the data in this range, and it has finished.
        if let Err(errno) = unsafe { sys::memory::make_read_only(start, bytes) } {
            fail_to_start(
                Message::new().text("wasmc: cannot protect relocated data"),
                errno,
                "a limit on mappings (vm.max_map_count) or a system call filter may be in the way",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_relocations_add_the_load_bias() {
        let mut words = [0usize; 4];
        let bias = words.as_mut_ptr().expose_provenance();
        let relative = |offset, addend| Relocation { offset, info: u64::from(arch::RELOCATION_RELATIVE), addend };
        let none = Relocation { offset: 8, info: 0, addend: 5 };
        // SAFETY: the offsets lie in `words`.
        unsafe { apply(&[relative(0, 24), none, relative(17, -8)], bias) };
        assert_eq!(words[0], bias + 24);
        assert_eq!(words[1], 0);
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_ne_bytes()).collect();
        assert_eq!(bytes[17..25], (bias - 8).to_ne_bytes());
    }

    #[test]
    fn the_page_size_is_that_of_the_auxiliary_vector() {
        let (argument, variable) = (c"app".as_ptr() as usize, c"A=6".as_ptr() as usize);
        let block = [1, argument, 0, variable, variable, 0, 16, 6, auxiliary::AT_PAGESZ, 65536, 0, 0];
        // SAFETY: the block is what the kernel would have written.
        assert_eq!(unsafe { page_bytes(block.as_ptr()) }, 65536);
        let block = [0, 0, 0, 16, 6, 0, 0];
        // SAFETY: the block is what the kernel would have written without an entry for the page size.
        assert_eq!(unsafe { page_bytes(block.as_ptr()) }, arch::PAGE_BYTES_MIN);
    }
}
