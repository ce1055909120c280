//! The parts of an object that only Mach-O has: names and flags of segments and sections.
//!
//! `elf.rs` beside it has the same functions for ELF, so that no other file of this folder needs to know the formats.
//! Nothing that both formats have belongs here. There is no unwind information: `__compact_unwind` cannot describe the
//! frames of compiled code, and readers of frames without it follow the frame pointers, which every function sets up.

use object::macho;
use object::write::{Object, SectionId, StandardSegment};
use object::{SectionFlags, SectionKind};

use crate::error::{Error, Result};

// Names are those of ELF with two underscores for the first dot, by which `object` finds either.

/// The section of the policy, as cranelift-object spells it: segment, section, type.
pub(super) const POLICY_SECTION: &str = "__TEXT,__wasmc.policy,regular";
const STATE_SECTION: &[u8] = b"__wasmc.state";
/// A page of Apple silicon.
const STATE_ALIGNMENT: u64 = 16 << 10;
/// The section of the start image.
pub(super) const IMAGE_SECTION: &str = "__DATA,__wasmc.image,regular";
const INFO_SECTION: &[u8] = b"__wasmc.info";

/// Adds the section of the state that the guest changes, which begins a page.
pub(super) fn write_state(object: &mut Object<'_>, state: &[u8]) -> SectionId {
    let segment = object.segment_name(StandardSegment::Data).to_vec();
    let section = object.add_section(segment, STATE_SECTION.to_vec(), SectionKind::Data);
    object.append_section_data(section, state, STATE_ALIGNMENT);
    section
}

/// Adds the section that `wasmc inspect` reads.
pub(super) fn write_info(object: &mut Object<'_>, info: &[u8]) {
    let segment = object.segment_name(StandardSegment::Text).to_vec();
    let section = object.add_section(segment, INFO_SECTION.to_vec(), SectionKind::ReadOnlyData);
    // No symbol refers to the section, and the linker must keep it.
    object.section_mut(section).flags = SectionFlags::MachO { flags: macho::S_ATTR_NO_DEAD_STRIP };
    object.append_section_data(section, info, 1);
}

/// The finished object as bytes.
pub(super) fn write(object: &Object<'_>) -> Result<Vec<u8>> {
    let mut bytes = object.write().map_err(|error| Error::internal(format!("writing the object: {error}")))?;
    // cranelift-object allows the linker to cut sections at symbols, to move the parts and to drop some. The distances
    // in our text section are fixed, so the flag is cleared in `mach_header_64.flags` (`mach-o/loader.h`).
    let flags = bytes.get_mut(24..28).and_then(|field| <&mut [u8; 4]>::try_from(field).ok());
    let flags = flags.ok_or_else(|| Error::internal("the object has no header"))?;
    *flags = (u32::from_le_bytes(*flags) & !macho::MH_SUBSECTIONS_VIA_SYMBOLS).to_le_bytes();
    Ok(bytes)
}
