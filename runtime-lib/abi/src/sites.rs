//! The site table: from an address in compiled code back to the function, the Wasm offset and the trap kind.
//!
//! One [`FunctionRecord`] per compiled function, in address order, points into a byte string of *sites*: the return
//! address of every call and the address of every instruction that may trap, in address order. A site is
//!
//! ```text
//!   LEB128 unsigned   (code delta << KIND_BITS) | kind     kind 0: a call's return address, else a Trap value
//!   LEB128 zigzag     Wasm offset delta
//! ```
//!
//! Deltas count from the previous site, and those of the first site from the function's start and from its
//! `wasm_offset`. A site takes two to four bytes; an uncompressed table would be about as large as the code in a module
//! with millions of accesses. A site must never be recorded for an instruction that cannot trap: a fault there would be
//! taken for a trap.

use alloc::vec::Vec;

use crate::leb128::{read_signed, read_unsigned, write_signed, write_unsigned};
use crate::trap::Trap;

/// Bits of the first number that hold the kind.
pub const KIND_BITS: u32 = 4;

/// One compiled function, as the runtime finds it by address.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionRecord {
    /// Start of its code, in bytes from `wasmc_text_start`.
    pub code_offset: u32,
    /// Length of its code in bytes.
    pub code_bytes: u32,
    /// Byte offset of the body in the Wasm binary: the origin of the site offsets.
    pub wasm_offset: u32,
    /// Its index in the Wasm function index space, or [`GENERATED`].
    pub function_index: u32,
    /// Start of its sites, in bytes from `wasmc_sites`.
    pub sites_offset: u32,
    /// Bytes of its sites.
    pub sites_bytes: u32,
    /// Start of its name, in bytes from `wasmc_names`.
    pub name_offset: u32,
    /// Bytes of its name (UTF-8); 0 if it has no name.
    pub name_bytes: u32,
}

/// `function_index` of code that is no function of a module (the entry, thunks of imports, functions for C).
pub const GENERATED: u32 = u32::MAX;

const _: () = {
    // Kinds that instructions raise come first and fit into the bits; kinds that only the runtime raises are not
    // encoded.
    let mut value = 1 << KIND_BITS;
    while value <= crate::trap::TRAPS.len() {
        assert!(crate::trap::TRAPS[value - 1].is_raised());
        value += 1;
    }
};

/// The kind of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// The address to which a call returns.
    Call,
    /// An instruction that may trap.
    Trap(Trap),
}

/// One site of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Bytes from the start of the function's code.
    pub code_offset: u32,
    /// Byte offset in the Wasm binary.
    pub wasm_offset: u32,
    /// What happens there.
    pub kind: SiteKind,
}

/// Encodes the sites of one function, which must be sorted by `code_offset`; `wasm_offset` is that of its record.
pub fn encode(sites: &[Site], wasm_offset: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(sites.len() * 3);
    let (mut code, mut wasm) = (0, wasm_offset);
    for site in sites {
        debug_assert!(site.code_offset >= code, "sites are sorted");
        let kind = match site.kind {
            SiteKind::Call => 0,
            SiteKind::Trap(trap) => trap as u64,
        };
        write_unsigned(&mut bytes, u64::from(site.code_offset - code) << KIND_BITS | kind);
        write_signed(&mut bytes, i64::from(site.wasm_offset) - i64::from(wasm));
        (code, wasm) = (site.code_offset, site.wasm_offset);
    }
    bytes
}

/// Reads back what [`encode`] wrote; ends at the first byte that it could not have written.
pub fn decode(bytes: &[u8], wasm_offset: u32) -> Sites<'_> {
    Sites { bytes, code: 0, wasm: wasm_offset }
}

/// The iterator of [`decode`].
#[derive(Clone, Debug)]
pub struct Sites<'a> {
    bytes: &'a [u8],
    code: u32,
    wasm: u32,
}

impl Iterator for Sites<'_> {
    type Item = Site;

    fn next(&mut self) -> Option<Site> {
        let first = read_unsigned(&mut self.bytes)?;
        let wasm_delta = read_signed(&mut self.bytes)?;
        let kind = match (first & ((1 << KIND_BITS) - 1)) as u8 {
            0 => SiteKind::Call,
            value => SiteKind::Trap(Trap::from_value(value)?),
        };
        self.code = self.code.checked_add(u32::try_from(first >> KIND_BITS).ok()?)?;
        self.wasm = u32::try_from(i64::from(self.wasm).checked_add(wasm_delta)?).ok()?;
        Some(Site { code_offset: self.code, wasm_offset: self.wasm, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_survive_the_encoding() {
        let sites = [
            Site { code_offset: 0, wasm_offset: 100, kind: SiteKind::Trap(Trap::MemoryOutOfBounds) },
            Site { code_offset: 300, wasm_offset: 40, kind: SiteKind::Call },
            Site { code_offset: 300, wasm_offset: u32::MAX, kind: SiteKind::Trap(Trap::NullReference) },
            Site { code_offset: u32::MAX, wasm_offset: 0, kind: SiteKind::Trap(Trap::Unreachable) },
        ];
        let bytes = encode(&sites, 99);
        assert_eq!(decode(&bytes, 99).collect::<Vec<_>>(), sites);
        for end in 0..bytes.len() {
            assert!(decode(&bytes[..end], 99).count() < sites.len());
        }
    }
}
