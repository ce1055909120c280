//! Lookup: from an address in compiled code to its frame, Wasm offset and kind of trap.
//!
//! The signal handler asks here whether a fault is a trap, and the report asks what to write, so both get the same
//! answer. The format of the records is that of `wasmc_abi::sites`. Nothing here writes anything, or decides what a
//! fault means.

use wasmc_abi::sites::{FunctionRecord, GENERATED, Site, SiteKind, decode};
use wasmc_abi::trap::Trap;

use crate::program;

/// A frame of compiled code.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its function.
    pub function: &'static FunctionRecord,
    /// The place in it.
    pub position: Position,
}

impl Frame {
    /// The Wasm offset of its present instruction, if the compiler recorded one.
    pub fn wasm_offset(&self) -> Option<u32> {
        match self.position {
            Position::Wasm(offset) => Some(offset),
            Position::Return(code_offset) => call_at(self.function, program::sites(self.function), code_offset),
        }
    }

    /// Whether the compiler recorded a site at its present instruction.
    pub fn is_recorded(&self) -> bool {
        self.wasm_offset().is_some()
    }
}

/// The place at which a frame stands in its function.
#[derive(Clone, Copy, Debug)]
pub enum Position {
    /// At an instruction of this offset in the Wasm binary.
    Wasm(u32),
    /// In a call that returns to this offset from the start of the text. To find its Wasm offset is to read the
    /// function's sites, so that is left until the frame is written.
    Return(u32),
}

/// An address in compiled code as an offset from the start of the text.
pub fn code_offset(address: usize) -> Option<u32> {
    let (start, end) = program::text();
    if address < start || address > end {
        return None;
    }
    u32::try_from(address - start).ok()
}

/// The frame of compiled code to which a call returns; `None` if the address is in the runtime.
pub fn caller(return_address: usize) -> Option<Frame> {
    let code_offset = code_offset(return_address)?;
    // A call can be the last instruction of a function, and its return address then that of the next function.
    let function = function_at(program::functions(), code_offset.checked_sub(1)?)?;
    Some(Frame { function, position: Position::Return(code_offset) })
}

/// The function whose code includes this offset from the start of the text.
pub fn function_at(functions: &[FunctionRecord], code_offset: u32) -> Option<&FunctionRecord> {
    let after = functions.partition_point(|function| function.code_offset <= code_offset);
    let function = functions.get(after.checked_sub(1)?)?;
    (code_offset - function.code_offset < function.code_bytes).then_some(function)
}

/// The trap that the compiler announced at this offset from the start of the text, and its Wasm offset.
///
/// An instruction that may trap can follow a call; then the sites of both have its offset.
pub fn trap_at(function: &FunctionRecord, sites: &[u8], code_offset: u32) -> Option<(Trap, u32)> {
    sites_at(function, sites, code_offset).find_map(|site| match site.kind {
        SiteKind::Trap(trap) => Some((trap, site.wasm_offset)),
        SiteKind::Call => None,
    })
}

/// The Wasm offset of the call that returns to this offset from the start of the text.
pub fn call_at(function: &FunctionRecord, sites: &[u8], code_offset: u32) -> Option<u32> {
    sites_at(function, sites, code_offset).find(|site| site.kind == SiteKind::Call).map(|site| site.wasm_offset)
}

/// Whether a backtrace shows this function: functions of the guest, and generated functions that have a name.
pub fn is_shown(function: &FunctionRecord) -> bool {
    function.function_index != GENERATED || function.name_bytes != 0
}

fn sites_at(function: &FunctionRecord, sites: &[u8], code_offset: u32) -> impl Iterator<Item = Site> {
    let wanted = code_offset.wrapping_sub(function.code_offset);
    decode(sites, function.wasm_offset)
        .skip_while(move |site| site.code_offset < wanted)
        .take_while(move |site| site.code_offset == wanted)
}

#[cfg(test)]
mod tests {
    use wasmc_abi::sites::encode;

    use super::*;

    fn function(code_offset: u32, code_bytes: u32) -> FunctionRecord {
        FunctionRecord {
            code_offset,
            code_bytes,
            wasm_offset: 50,
            function_index: 3,
            sites_offset: 0,
            sites_bytes: 0,
            name_offset: 0,
            name_bytes: 0,
        }
    }

    #[test]
    fn functions_are_found_by_any_of_their_bytes() {
        let functions = [function(0, 16), function(16, 10), function(32, 5)];
        let found = |offset| function_at(&functions, offset).map(|function| function.code_offset);
        assert_eq!([0, 15, 16, 25, 32, 36].map(found), [0, 0, 16, 16, 32, 32].map(Some));
        assert_eq!([26, 31, 37, u32::MAX].map(found), [None; 4]);
        assert_eq!(function_at(&[], 0), None);
        assert_eq!(function_at(&functions[1..], 5), None);
    }

    #[test]
    fn a_call_and_a_trap_can_share_an_offset() {
        let function = function(1000, 100);
        let sites = encode(
            &[
                Site { code_offset: 4, wasm_offset: 60, kind: SiteKind::Trap(Trap::Unreachable) },
                Site { code_offset: 9, wasm_offset: 61, kind: SiteKind::Call },
                Site { code_offset: 9, wasm_offset: 64, kind: SiteKind::Trap(Trap::MemoryOutOfBounds) },
            ],
            function.wasm_offset,
        );
        assert_eq!(trap_at(&function, &sites, 1004), Some((Trap::Unreachable, 60)));
        assert_eq!(trap_at(&function, &sites, 1009), Some((Trap::MemoryOutOfBounds, 64)));
        assert_eq!(call_at(&function, &sites, 1009), Some(61));
        assert_eq!(call_at(&function, &sites, 1004), None);
        assert_eq!(trap_at(&function, &sites, 1005), None);
        assert_eq!(trap_at(&function, &sites, 9), None);
    }
}
