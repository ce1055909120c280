//! The layout of the text section: the offset of each function, and the bytes with the references between them filled
//! in.
//!
//! Function references and the records for backtraces count from the start of this section, so its layout must be
//! complete before either is written, and no linker may change it.

use std::ops::Range;

use cranelift_module::{FuncId, ModuleReloc, ModuleRelocTarget};
use target_lexicon::Architecture;

use super::relocations;
use super::veneers::Island;
use crate::codegen::CompiledFunction;
use crate::error::{Error, Result};
use crate::plan::symbols::{FUNCTION_NAMESPACE, FunctionId};

/// All code, laid out. Functions are in order of their ids.
pub(super) struct Text {
    /// By function id.
    pub(super) functions: Vec<PlacedFunction>,
    bytes: u64,
}

/// A function and its place.
pub(super) struct PlacedFunction {
    /// Bytes from the start of the text section.
    pub(super) offset: u32,
    /// The code, in which [`Text::lay_out`] has resolved the references to other functions.
    pub(super) code: CompiledFunction,
}

/// The sizes at which a section is cut, by the reach of a call.
#[derive(Clone, Copy)]
struct Reach {
    /// A section up to this size is one chunk.
    section_bytes: u64,
    /// Otherwise a chunk ends with the function that crosses this size.
    chunk_bytes: u64,
}

impl Reach {
    fn of(architecture: Architecture) -> Reach {
        match architecture {
            // A branch reaches 128 MiB. The difference is for the runtime, which the linker puts on either side.
            Architecture::Aarch64(_) => Reach { section_bytes: 120 << 20, chunk_bytes: 60 << 20 },
            // 2 GiB in both directions, on x86-64 by every reference and on RISC-V by pairs of instructions.
            _ => Reach { section_bytes: TEXT_BYTES_MAX, chunk_bytes: TEXT_BYTES_MAX },
        }
    }
}

/// Functions start on their own 16 bytes, as the optimization manuals of all our processors advise.
const ALIGNMENT_MIN: u32 = 16;
/// The widest reach of any target.
const TEXT_BYTES_MAX: u64 = 1 << 31;

impl Text {
    /// Gives every function its place and resolves the references between them.
    pub(super) fn lay_out(functions: Vec<CompiledFunction>, architecture: Architecture) -> Result<Text> {
        Text::place(functions, Reach::of(architecture))
    }

    fn place(functions: Vec<CompiledFunction>, reach: Reach) -> Result<Text> {
        let chunks = chunks(&functions, reach);
        let islands: Vec<Island> = chunks.iter().map(|chunk| Island::new(&functions, chunk, &chunks)).collect();
        let mut cursor = 0u64;
        let mut offsets = Vec::with_capacity(functions.len());
        let mut island_offsets = Vec::with_capacity(islands.len());
        for (chunk, island) in chunks.iter().zip(&islands) {
            for code in &functions[chunk.clone()] {
                let start = cursor.next_multiple_of(u64::from(code.alignment.max(ALIGNMENT_MIN)));
                cursor = start + code.bytes.len() as u64;
                offsets.push(u32::try_from(start).map_err(|_| too_large())?);
            }
            island_offsets.push(u32::try_from(cursor).map_err(|_| too_large())?);
            cursor += u64::from(island.bytes());
        }
        if cursor > TEXT_BYTES_MAX {
            return Err(too_large());
        }
        let placed = functions.into_iter().zip(&offsets);
        let mut functions: Vec<_> = placed.map(|(code, &offset)| PlacedFunction { offset, code }).collect();
        for ((chunk, island), &start) in chunks.into_iter().zip(&islands).zip(&island_offsets) {
            let last = chunk.end - 1;
            for id in chunk {
                resolve(&mut functions[id], id, &offsets, |relocation| Some(start + island.veneer(relocation)?));
            }
            // An island belongs to the function before it.
            island.append_to(&mut functions[last].code, start, &offsets);
        }
        Ok(Text { functions, bytes: cursor })
    }

    /// The size of the section.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The offset of a function that has code.
    pub(super) fn offset(&self, id: FunctionId) -> Option<u32> {
        self.functions.get(id.0 as usize).map(|function| function.offset)
    }
}

/// Cuts the functions into chunks inside of which every call reaches its target. Gives ranges of ids that are not
/// empty.
fn chunks(functions: &[CompiledFunction], reach: Reach) -> Vec<Range<usize>> {
    let size = |function: &CompiledFunction| {
        (function.bytes.len() as u64).next_multiple_of(u64::from(function.alignment.max(ALIGNMENT_MIN)))
    };
    let one_chunk = functions.iter().map(size).sum::<u64>() <= reach.section_bytes;
    let mut chunks = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (id, function) in functions.iter().enumerate() {
        bytes += size(function);
        let is_full = !one_chunk && bytes >= reach.chunk_bytes;
        if is_full || id + 1 == functions.len() {
            chunks.push(start..id + 1);
            (start, bytes) = (id + 1, 0);
        }
    }
    chunks
}

fn too_large() -> Error {
    Error::Limit { message: "the compiled code exceeds 2 GiB".into() }
}

/// Fills in the references to other functions of the section, through a veneer if a reference does not reach. Other
/// references stay for the linker.
fn resolve(function: &mut PlacedFunction, id: usize, offsets: &[u32], veneer: impl Fn(&ModuleReloc) -> Option<u32>) {
    let relocations = std::mem::take(&mut function.code.relocations);
    let mut for_linker = Vec::with_capacity(relocations.len());
    for mut relocation in relocations {
        let targets = [target_offset(&relocation, offsets), veneer(&relocation)];
        let code = &mut function.code.bytes;
        let mut resolved = |target| relocations::resolve(code, &relocation, function.offset, target);
        if targets.into_iter().flatten().any(&mut resolved) {
            continue;
        }
        // A label in this function: Cranelift's results have a placeholder for the id of the function; set the owner.
        if let ModuleRelocTarget::FunctionOffset(owner, _) = &mut relocation.name {
            *owner = FuncId::from_u32(id as u32);
        }
        for_linker.push(relocation);
    }
    function.code.relocations = for_linker.into();
}

fn target_offset(relocation: &ModuleReloc, offsets: &[u32]) -> Option<u32> {
    match relocation.name {
        ModuleRelocTarget::User { namespace: FUNCTION_NAMESPACE, index } => offsets.get(index as usize).copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cranelift_codegen::binemit::Reloc;

    /// A function of some size whose first instruction calls another.
    fn calling(id: u32, bytes: usize) -> CompiledFunction {
        let mut code = vec![0; bytes];
        code[..4].copy_from_slice(&0x9400_0000u32.to_le_bytes());
        let name = ModuleRelocTarget::User { namespace: FUNCTION_NAMESPACE, index: id };
        CompiledFunction {
            bytes: code.into(),
            alignment: 4,
            relocations: Box::new([ModuleReloc { offset: 0, kind: Reloc::Arm64Call, name, addend: 0 }]),
            start: None,
            sites: Box::new([]),
            handlers: Default::default(),
            unwind: None,
            map: None,
            unoptimized: false,
        }
    }

    /// Where the first instruction of a function branches to.
    fn branch_target(text: &Text, id: usize) -> u32 {
        let function = &text.functions[id];
        let word = u32::from_le_bytes(*function.code.bytes.first_chunk().expect("an instruction"));
        function.offset.wrapping_add(((word << 6) as i32 >> 4) as u32)
    }

    #[test]
    fn a_small_section_has_no_veneers() {
        let reach = Reach::of(Architecture::Aarch64(target_lexicon::Aarch64Architecture::Aarch64));
        let text = Text::place(vec![calling(1, 64), calling(0, 64), calling(7, 64)], reach).expect("small");
        assert_eq!(text.bytes(), 192);
        assert_eq!((branch_target(&text, 0), branch_target(&text, 1)), (64, 0));
        // Function 7 is not in the section, so its relocation is for the linker.
        assert_eq!(text.functions[2].code.relocations.len(), 1);
    }

    #[test]
    fn calls_out_of_a_chunk_have_a_veneer_behind_it() {
        let (large, far) = (100 << 20, 7);
        let functions = vec![calling(1, large), calling(0, large), calling(0, 64), calling(far, 64), calling(2, 64)];
        let reach = Reach::of(Architecture::Aarch64(target_lexicon::Aarch64Architecture::Aarch64));
        let text = Text::place(functions, reach).expect("below 2 GiB");
        let large = large as u32;
        // The next function is within reach, the one before it is as well.
        assert_eq!(branch_target(&text, 0), text.functions[1].offset);
        assert_eq!(branch_target(&text, 1), 0);
        // The third chunk has a veneer for the entry and one for a symbol; a call inside of it needs none.
        let last = &text.functions[4];
        let island = last.offset + 64;
        assert_eq!(branch_target(&text, 2), island);
        assert_eq!(branch_target(&text, 3), island + 20);
        assert_eq!(branch_target(&text, 4), text.functions[2].offset);
        assert_eq!(text.bytes(), u64::from(island) + 32);
        assert_eq!(last.code.bytes.len(), 64 + 32);
        let symbols: Vec<_> = last.code.relocations.iter().map(|relocation| relocation.offset).collect();
        assert_eq!(symbols, [64 + 20, 64 + 24]);
        // adr x16, .; x17 = the distance to the entry, which is minus the island's offset.
        let word =
            |index: usize| u32::from_le_bytes(last.code.bytes[64 + 4 * index..][..4].try_into().expect("four bytes"));
        let distance = (word(1) >> 5 & 0xffff) | (word(2) >> 5 & 0xffff) << 16;
        assert_eq!(distance, island.wrapping_neg());
        assert!(u64::from(large) < text.bytes());
    }
}
