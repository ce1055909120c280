//! The layout of the text section: which function lies where, and the bytes with their mutual references filled in.

use cranelift_module::{ModuleReloc, ModuleRelocTarget};

use super::relocations;
use crate::codegen::CompiledFunction;
use crate::error::{Error, Result};
use crate::plan::symbols::{FUNCTION_NAMESPACE, FunctionId};

/// All code, laid out. Functions are in order of their ids: the entry, the bodies, the thunks.
pub(super) struct Text {
    /// By function id.
    pub(super) functions: Vec<PlacedFunction>,
    bytes: u64,
}

/// A function and its place.
pub(super) struct PlacedFunction {
    /// Bytes from the start of the text section.
    pub(super) offset: u32,
    /// The code, with what [`Text::lay_out`] resolved already in it.
    pub(super) code: CompiledFunction,
}

/// Functions start on their own 16 bytes, as the optimization manuals of all our processors advise.
const ALIGNMENT_MIN: u32 = 16;

impl Text {
    /// Gives every function its place and resolves the references between them.
    pub(super) fn lay_out(bodies: Vec<CompiledFunction>, generated: Vec<CompiledFunction>) -> Result<Text> {
        let mut generated = generated.into_iter();
        let entry = generated.next();
        let in_order = entry.into_iter().chain(bodies).chain(generated);
        let mut cursor = 0u64;
        let mut functions = Vec::new();
        for code in in_order {
            let start = cursor.next_multiple_of(u64::from(code.alignment.max(ALIGNMENT_MIN)));
            cursor = start + code.bytes.len() as u64;
            let offset = u32::try_from(start).map_err(|_| too_large())?;
            functions.push(PlacedFunction { offset, code });
        }
        if cursor > TEXT_BYTES_MAX {
            return Err(too_large());
        }
        let offsets: Vec<u32> = functions.iter().map(|function| function.offset).collect();
        for function in &mut functions {
            resolve(function, &offsets)?;
        }
        Ok(Text { functions, bytes: cursor })
    }

    /// The size of the section.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Where a function that has code lies.
    pub(super) fn offset(&self, id: FunctionId) -> Option<u32> {
        self.functions.get(id.0 as usize).map(|function| function.offset)
    }
}

/// Branches and PC-relative addresses reach 2 GiB in both directions on x86-64.
const TEXT_BYTES_MAX: u64 = 1 << 31;

fn too_large() -> Error {
    Error::Limit { message: "the compiled code exceeds 2 GiB".into() }
}

/// Fills in the references to other functions of the section; the rest stays for the linker.
fn resolve(function: &mut PlacedFunction, offsets: &[u32]) -> Result<()> {
    let relocations = std::mem::take(&mut function.code.relocations);
    let mut left = Vec::with_capacity(relocations.len());
    for relocation in relocations {
        let target = target_offset(&relocation, offsets);
        if !target
            .is_some_and(|target| relocations::resolve(&mut function.code.bytes, &relocation, function.offset, target))
        {
            left.push(relocation);
        }
    }
    function.code.relocations = left.into();
    Ok(())
}

fn target_offset(relocation: &ModuleReloc, offsets: &[u32]) -> Option<u32> {
    match relocation.name {
        ModuleRelocTarget::User { namespace: FUNCTION_NAMESPACE, index } => offsets.get(index as usize).copied(),
        _ => None,
    }
}
