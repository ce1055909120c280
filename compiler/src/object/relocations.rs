//! References between functions of one text section: their distance is known, so they need no relocation.

use cranelift_codegen::binemit::Reloc;
use cranelift_module::ModuleReloc;

/// Writes the distance from a reference to its target into the code, if this kind of reference is one that we resolve.
/// Both offsets count from the start of the text section.
pub(super) fn resolve(code: &mut [u8], relocation: &ModuleReloc, function_offset: u32, target_offset: u32) -> bool {
    match relocation.kind {
        // x86-64 psABI, table 4.10: S + A - P in 32 bits. The layout keeps the section below 2 GiB, so it always fits.
        Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 | Reloc::X86PCRel4 => {
            let place = i64::from(function_offset) + i64::from(relocation.offset);
            let distance = i64::from(target_offset) + relocation.addend - place;
            let (Ok(distance), Some(field)) =
                (i32::try_from(distance), code.get_mut(relocation.offset as usize..relocation.offset as usize + 4))
            else {
                return false;
            };
            field.copy_from_slice(&distance.to_le_bytes());
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cranelift_module::{FuncId, ModuleRelocTarget};

    #[test]
    fn a_call_is_relative_to_its_end() {
        let mut code = [0xe8, 0, 0, 0, 0];
        let call = ModuleReloc {
            offset: 1,
            kind: Reloc::X86CallPCRel4,
            name: ModuleRelocTarget::FunctionOffset(FuncId::from_u32(0), 0),
            addend: -4,
        };
        assert!(resolve(&mut code, &call, 0x100, 0x80));
        assert_eq!(code, [0xe8, 0x7b, 0xff, 0xff, 0xff]);
    }
}
