//! The map of a function's code for debug information: which code comes from which place of the binary, and where the
//! locals are in the frame.
//!
//! It exists because Cranelift's result is gone when the next function is compiled. It has no meaning of its own: what
//! DWARF makes of it is decided in `debuginfo`, and code must not depend on it.

use cranelift_codegen::{CompiledCode, Final, MachSrcLoc};

use crate::error::{Error, Result};

/// The map of one function.
#[derive(Debug, Default)]
pub(crate) struct CodeMap {
    /// In order of the code. Code between two ranges comes from no place, as the instructions that set up the frame.
    pub(crate) ranges: Box<[CodeRange]>,
    /// The slots of locals, by local: bytes from the frame pointer to the slot. Empty where locals are in registers.
    pub(crate) slots: Box<[i32]>,
}

/// Code that one operator became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodeRange {
    /// Bytes from the start of the function.
    pub(crate) start: u32,
    /// The end, exclusive.
    pub(crate) end: u32,
    /// Bytes from the start of the binary to the operator.
    pub(crate) wasm_offset: u32,
}

/// Takes the map out of a result of Cranelift.
pub(super) fn collect(code: &CompiledCode) -> Result<CodeMap> {
    let is_known = |location: &&MachSrcLoc<Final>| !location.loc.is_default() && location.start < location.end;
    let range = |location: &MachSrcLoc<Final>| CodeRange {
        start: location.start,
        end: location.end,
        wasm_offset: location.loc.bits(),
    };
    let ranges = code.buffer.get_srclocs_sorted().iter().filter(is_known).map(range).collect();
    let mut slots = Vec::new();
    if let Some(layout) = code.buffer.frame_layout() {
        for slot in layout.stackslots.values() {
            // Slots with a key are those of locals, and the key is the number of the local.
            let Some(key) = slot.key else { continue };
            if key.bits() != slots.len() as u64 {
                return Err(Error::internal("the slots of locals are not in order"));
            }
            slots.push(slot.offset.wrapping_sub(layout.frame_to_fp_offset).cast_signed());
        }
    }
    Ok(CodeMap { ranges, slots: slots.into() })
}
