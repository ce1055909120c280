//! From an address in compiled code to the function, the Wasm offset and the trap kind.
//!
//! Works on slices alone; [`crate::program`] knows where they come from. The format is `wasmc_abi::sites`'.

use wasmc_abi::sites::{FunctionRecord, GENERATED, Site, SiteKind, decode};
use wasmc_abi::trap::Trap;

/// The function whose code includes this offset from the start of the text.
pub fn function_at(functions: &[FunctionRecord], code_offset: u32) -> Option<&FunctionRecord> {
    let after = functions.partition_point(|function| function.code_offset <= code_offset);
    let function = functions.get(after.checked_sub(1)?)?;
    (code_offset - function.code_offset < function.code_bytes).then_some(function)
}

/// The trap that the compiler announced at this offset from the start of the text, and its Wasm offset.
///
/// An instruction that may trap can follow a call, and is then at the offset of both sites.
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

/// Whether a backtrace shows this function: all of the guest's, and those of ours that have a name.
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
