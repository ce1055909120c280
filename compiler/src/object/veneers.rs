//! Far calls on AArch64: `bl` reaches 128 MiB, and the text section of a large module is longer.
//!
//! Such a section is cut into chunks (see `text.rs`). Behind each chunk lies an *island* of veneers, one for each
//! function outside of the chunk that is called from inside: a few instructions that jump anywhere (AArch64 ELF ABI,
//! "Call and Jump relocations"). A call that does not reach its function goes to the veneer of its own chunk, which it
//! always reaches. Calls of the runtime have veneers too, since the linker may put the runtime on either side. A veneer
//! may change no register but `x16` and `x17`: the caller's arguments are in the others.

use std::collections::BTreeMap;
use std::ops::Range;

use cranelift_codegen::binemit::Reloc;
use cranelift_module::{ModuleReloc, ModuleRelocTarget};

use crate::codegen::CompiledFunction;
use crate::plan::symbols::FUNCTION_NAMESPACE;

/// The veneers of one chunk.
pub(super) struct Island {
    /// By the id of the target: the offset of the veneer, from the start of the island.
    veneers: BTreeMap<u32, u32>,
    bytes: u32,
}

/// Instructions of a veneer that jumps inside the section.
const NEAR_BYTES: u32 = 20;
/// Instructions of a veneer that jumps to a symbol.
const SYMBOL_BYTES: u32 = 12;

impl Island {
    /// The island of a chunk; empty if there is only one chunk.
    pub(super) fn new(functions: &[CompiledFunction], chunk: &Range<usize>, chunks: &[Range<usize>]) -> Island {
        let mut island = Island { veneers: BTreeMap::new(), bytes: 0 };
        if chunks.len() == 1 {
            return island;
        }
        let calls = functions[chunk.clone()].iter().flat_map(|function| &function.relocations).filter_map(called);
        island.veneers.extend(calls.filter(|id| !chunk.contains(&(*id as usize))).map(|id| (id, 0)));
        for (id, veneer) in &mut island.veneers {
            *veneer = island.bytes;
            island.bytes += if (*id as usize) < functions.len() { NEAR_BYTES } else { SYMBOL_BYTES };
        }
        island
    }

    /// Its size.
    pub(super) fn bytes(&self) -> u32 {
        self.bytes
    }

    /// The offset of the veneer for a call, from the start of the island.
    pub(super) fn veneer(&self, call: &ModuleReloc) -> Option<u32> {
        self.veneers.get(&called(call)?).copied()
    }

    /// Appends the island to the last function of its chunk. `start` is where the island lies, `offsets` where the
    /// functions of the section do.
    pub(super) fn append_to(&self, last: &mut CompiledFunction, start: u32, offsets: &[u32]) {
        if self.veneers.is_empty() {
            return;
        }
        let mut code = Vec::from(std::mem::take(&mut last.bytes));
        let mut relocations = Vec::from(std::mem::take(&mut last.relocations));
        for (&id, &veneer) in &self.veneers {
            let words = if let Some(&target) = offsets.get(id as usize) {
                near(target.wrapping_sub(start + veneer)).to_vec()
            } else {
                let place = code.len() as u32;
                for (offset, kind) in [(place, Reloc::Aarch64AdrPrelPgHi21), (place + 4, Reloc::Aarch64AddAbsLo12Nc)] {
                    let name = ModuleRelocTarget::User { namespace: FUNCTION_NAMESPACE, index: id };
                    relocations.push(ModuleReloc { offset, kind, name, addend: 0 });
                }
                SYMBOL.to_vec()
            };
            code.extend(words.into_iter().flat_map(u32::to_le_bytes));
        }
        last.bytes = code.into();
        last.relocations = relocations.into();
    }
}

/// The id of the function that a branch calls.
fn called(relocation: &ModuleReloc) -> Option<u32> {
    match (relocation.kind, &relocation.name) {
        (Reloc::Arm64Call, &ModuleRelocTarget::User { namespace: FUNCTION_NAMESPACE, index }) => Some(index),
        _ => None,
    }
}

/// Jumps by a signed distance from its own start. The procedure call standard reserves `x16` and `x17` for veneers.
fn near(distance: u32) -> [u32; 5] {
    [
        0x1000_0010,                            // adr  x16, .
        0x5280_0011 | (distance & 0xffff) << 5, // mov  w17, #low half
        0x72a0_0011 | (distance >> 16) << 5,    // movk w17, #high half, lsl 16
        0x8b31_c210,                            // add  x16, x16, w17, sxtw
        0xd61f_0200,                            // br   x16
    ]
}

/// Jumps to a symbol whose address the linker fills in.
const SYMBOL: [u32; 3] = [
    0x9000_0010, // adrp x16, symbol
    0x9100_0210, // add  x16, x16, :lo12:symbol
    0xd61f_0200, // br   x16
];
