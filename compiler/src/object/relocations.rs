//! Resolves references between functions of the text section. Their distance is known, so the linker gets no
//! relocation.
//!
//! A module of 130,000 functions has more calls than that, and each relocation costs time and memory in the linker.
//! Only kinds whose arithmetic is in this file may be resolved; any other kind stays a relocation.

use cranelift_codegen::binemit::Reloc;
use cranelift_module::ModuleReloc;

/// Writes the distance from a reference to its target into the code. Returns false, and leaves the code as it is, for a
/// kind that is not resolved here and for a target beyond its reach. Both offsets count from the start of the text
/// section.
pub(super) fn resolve(code: &mut [u8], relocation: &ModuleReloc, function_offset: u32, target_offset: u32) -> bool {
    let place = i64::from(function_offset) + i64::from(relocation.offset);
    let distance = i64::from(target_offset) + relocation.addend - place;
    let Ok(distance) = i32::try_from(distance) else { return false };
    let Some(field) = code.get_mut(relocation.offset as usize..) else { return false };
    match relocation.kind {
        // x86-64 psABI, table 4.10: S + A - P in 32 bits.
        Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 | Reloc::X86PCRel4 => {
            patch(field, |_: [u32; 1]| [distance as u32])
        }
        // AArch64 ELF ABI, R_AARCH64_CALL26: (S + A - P) / 4 in the low 26 bits of `bl` and `b`.
        Reloc::Arm64Call => {
            branch26_reaches(i64::from(distance))
                && patch(field, |[branch]: [u32; 1]| [branch & !BRANCH26_MASK | (distance >> 2) as u32 & BRANCH26_MASK])
        }
        // RISC-V psABI, R_RISCV_CALL_PLT: `auipc` takes bits 31..12, rounded so that the signed low 12 bits of `jalr`
        // make up for the rest.
        Reloc::RiscvCallPlt => {
            let Some(rounded) = distance.checked_add(0x800) else { return false };
            patch(field, |[auipc, jalr]: [u32; 2]| {
                [auipc & 0xfff | rounded as u32 & !0xfff, jalr & 0x000f_ffff | (distance as u32) << 20]
            })
        }
        _ => false,
    }
}

/// The distance field of the unconditional branches of AArch64.
const BRANCH26_MASK: u32 = (1 << 26) - 1;

/// Whether `bl` reaches this far: 128 MiB in both directions.
fn branch26_reaches(distance: i64) -> bool {
    (-(1 << 27)..1 << 27).contains(&distance)
}

/// Changes the words at the start of `code`, which are little-endian on all targets. Returns false if the code is too
/// short.
fn patch<const WORDS: usize>(code: &mut [u8], change: impl FnOnce([u32; WORDS]) -> [u32; WORDS]) -> bool {
    let mut words = [0; WORDS];
    let (fields, _) = code.as_chunks_mut::<4>();
    let Some(fields) = fields.first_chunk_mut::<WORDS>() else { return false };
    for (word, field) in words.iter_mut().zip(fields.iter()) {
        *word = u32::from_le_bytes(*field);
    }
    for (word, field) in change(words).into_iter().zip(fields) {
        *field = word.to_le_bytes();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use cranelift_module::{FuncId, ModuleRelocTarget};

    fn reference(offset: u32, kind: Reloc, addend: i64) -> ModuleReloc {
        ModuleReloc { offset, kind, name: ModuleRelocTarget::FunctionOffset(FuncId::from_u32(0), 0), addend }
    }

    #[test]
    fn a_call_is_relative_to_its_end_on_x86_64() {
        let mut code = [0xe8, 0, 0, 0, 0];
        assert!(resolve(&mut code, &reference(1, Reloc::X86CallPCRel4, -4), 0x100, 0x80));
        assert_eq!(code, [0xe8, 0x7b, 0xff, 0xff, 0xff]);
    }

    #[test]
    fn a_branch_counts_words_on_aarch64() {
        let bl = 0x9400_0000u32;
        let mut code = bl.to_le_bytes();
        assert!(resolve(&mut code, &reference(0, Reloc::Arm64Call, 0), 0x100, 0x80));
        assert_eq!(u32::from_le_bytes(code), 0x97ff_ffe0);
        let far = 0x100 + (1 << 27);
        assert!(resolve(&mut code, &reference(0, Reloc::Arm64Call, 0), 0x100, far - 4));
        assert!(!resolve(&mut code, &reference(0, Reloc::Arm64Call, 0), 0x100, far));
    }

    #[test]
    fn a_call_is_two_instructions_on_riscv64() {
        // auipc ra, 0; jalr ra, 0(ra)
        let call = [0x0000_0097u32, 0x0000_80e7].map(u32::to_le_bytes).concat();
        for (target, auipc, jalr) in [(0x1800, 0x0000_1097 + 0x1000, 0x8000_80e7), (0x10, 0x0000_0097, 0x0100_80e7)] {
            let mut code = call.clone();
            assert!(resolve(&mut code, &reference(0, Reloc::RiscvCallPlt, 0), 0, target));
            assert_eq!(code, [auipc, jalr].map(u32::to_le_bytes).concat());
        }
    }
}
