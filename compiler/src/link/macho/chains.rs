//! Writes the chains of fixups, which dyld follows when it has chosen an address (`mach-o/fixup-chains.h`).
//!
//! Each word in a chain holds its value and the distance to the next word in its page; a table has the offset of the
//! first word of each page. Both processors use one format, `DYLD_CHAINED_PTR_64_OFFSET`: 64-bit pointers without
//! signatures, which count from the start of the program. A value that does not fit into its bits is an error, since
//! dyld would not notice.

use super::fixups::{Fixup, Value};
use super::linkage::Linkage;
use super::program::Program;
use super::sections::{BASE, Layout, Segment, SegmentName};
use super::{Architecture, failed};
use crate::error::Result;

const DYLD_CHAINED_PTR_64_OFFSET: u16 = 6;
const DYLD_CHAINED_PTR_START_NONE: u16 = 0xffff;
const DYLD_CHAINED_IMPORT: u32 = 1;
/// Bytes of `dyld_chained_fixups_header`, padded to the alignment of the tables that follow.
const HEADER_BYTES: u32 = 32;
/// The number of the only library, in the order of load commands.
const LIBSYSTEM: u32 = 1;
/// The unit of `next`, the distance to the next word.
const STRIDE: u64 = 4;

/// Writes the chains into the data and returns the table that `LC_DYLD_CHAINED_FIXUPS` points to.
pub(super) fn write(
    program: &Program<'_>,
    linkage: &Linkage,
    layout: &Layout,
    mut fixups: Vec<Fixup>,
    file: &mut [u8],
) -> Result<Vec<u8>> {
    fixups.sort_unstable_by_key(|fixup| fixup.address);
    let page_bytes = match program.architecture {
        Architecture::Arm64 => 16 << 10,
        Architecture::X86_64 => 4 << 10,
    };
    // `dyld_chained_starts_in_image`: an offset for each segment, `__PAGEZERO` and `__LINKEDIT` among them.
    let mut offsets = vec![0];
    let starts_bytes = (4 + 4 * (layout.segments.len() + 2)).next_multiple_of(8);
    let mut starts = Vec::new();
    for segment in &layout.segments {
        let first = fixups.partition_point(|fixup| fixup.address < segment.address);
        let end = fixups.partition_point(|fixup| fixup.address < segment.address + segment.bytes);
        let own = &fixups[first..end];
        if own.is_empty() {
            offsets.push(0);
            continue;
        }
        offsets.push((starts_bytes + starts.len()) as u32);
        chain(linkage, layout, own, page_bytes, file)?;
        starts.extend(starts_in_segment(segment, own, page_bytes)?);
    }
    offsets.push(0);

    let (imports, names) = imports(program, linkage)?;
    let imports_offset = HEADER_BYTES + (starts_bytes + starts.len()) as u32;
    let header = [
        0, // fixups_version
        HEADER_BYTES,
        imports_offset,
        imports_offset + 4 * imports.len() as u32,
        imports.len() as u32,
        DYLD_CHAINED_IMPORT,
        0, // symbols_format: not compressed
        0, // padding
    ];
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let mut bytes = words(&header);
    bytes.extend(words(&[offsets.len() as u32]));
    bytes.extend(words(&offsets));
    bytes.resize(HEADER_BYTES as usize + starts_bytes, 0);
    bytes.extend(starts);
    bytes.extend(words(&imports));
    bytes.extend(names);
    Ok(bytes)
}

/// `dyld_chained_starts_in_segment`: the offset of the first word in each page.
fn starts_in_segment(segment: &Segment, fixups: &[Fixup], page_bytes: u64) -> Result<Vec<u8>> {
    if segment.name == SegmentName::Text {
        return Err(failed("an address in a section that cannot be written"));
    }
    let mut pages = Vec::new();
    for fixup in fixups {
        let offset = fixup.address - segment.address;
        let page = usize::try_from(offset / page_bytes).unwrap_or(usize::MAX);
        if page >= usize::from(u16::MAX) {
            return Err(failed("an address too far behind the start of the data"));
        }
        if page >= pages.len() {
            pages.resize(page + 1, DYLD_CHAINED_PTR_START_NONE);
            pages[page] = (offset % page_bytes) as u16;
        }
    }
    let mut bytes = Vec::new();
    bytes.extend((22 + 2 * pages.len() as u32).to_le_bytes());
    bytes.extend((page_bytes as u16).to_le_bytes());
    bytes.extend(DYLD_CHAINED_PTR_64_OFFSET.to_le_bytes());
    bytes.extend((segment.address - BASE).to_le_bytes());
    // max_valid_pointer, which only 32-bit systems use.
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend((pages.len() as u16).to_le_bytes());
    bytes.extend(pages.into_iter().flat_map(u16::to_le_bytes));
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    Ok(bytes)
}

/// Writes the words of the chains in a segment.
fn chain(linkage: &Linkage, layout: &Layout, fixups: &[Fixup], page_bytes: u64, file: &mut [u8]) -> Result<()> {
    for (index, fixup) in fixups.iter().enumerate() {
        let page = fixup.address / page_bytes;
        let next = fixups.get(index + 1).filter(|next| next.address / page_bytes == page);
        let distance = next.map_or(0, |next| next.address - fixup.address);
        let is_apart = (fixup.address + 7) / page_bytes == page && next.is_none_or(|_| distance >= 8);
        if !fixup.address.is_multiple_of(STRIDE) || !is_apart {
            return Err(failed(format!("the address at {:#x} is not aligned", fixup.address)));
        }
        let word = link(linkage, fixup, distance / STRIDE)?;
        layout.bytes_at(file, fixup.address, 8)?.copy_from_slice(&word.to_le_bytes());
    }
    Ok(())
}

/// `dyld_chained_ptr_64_rebase` or `dyld_chained_ptr_64_bind`.
fn link(linkage: &Linkage, fixup: &Fixup, next: u64) -> Result<u64> {
    match fixup.value {
        Value::Address(address) => {
            // 36 bits: 64 GiB.
            let target = address.checked_sub(BASE).filter(|target| target >> 36 == 0);
            let target = target.ok_or_else(|| failed(format!("an address outside of the program: {address:#x}")))?;
            Ok(target | next << 51)
        }
        Value::Import { import, addend } => {
            let ordinal = linkage.ordinal(import).ok_or_else(|| failed("an import without a number"))?;
            Ok(u64::from(ordinal) | u64::from(addend) << 24 | next << 51 | 1 << 63)
        }
    }
}

/// The table of imports (`dyld_chained_import`), and their names.
fn imports(program: &Program<'_>, linkage: &Linkage) -> Result<(Vec<u32>, Vec<u8>)> {
    let (mut imports, mut names) = (Vec::new(), Vec::from([0]));
    for &import in &linkage.imports {
        imports.push(LIBSYSTEM | (names.len() as u32) << 9);
        names.extend(program.imports[import].as_bytes());
        names.push(0);
    }
    // `name_offset` has 23 bits.
    if names.len() >> 23 == 0 { Ok((imports, names)) } else { Err(failed("the names of imports are too long")) }
}
