//! Machine types and signatures: how values, compiled functions and functions of the runtime look to Cranelift.
//!
//! Caller and callee are compiled apart from each other, so both must take their signature from here.

use cranelift_codegen::ir::{AbiParam, Signature, Type, types};
use cranelift_codegen::isa::{CallConv, TargetIsa};
use target_lexicon::Architecture;
use wasmc_abi::builtins;
use wasmparser::{AbstractHeapType, FuncType, HeapType, ValType};

use crate::features::Proposals;
use crate::module::Program;
use crate::module::index::DefinedFuncIndex;

/// The machine type of a Wasm value. References are the words that `wasmc_abi::layout::Table` describes.
pub(crate) fn machine_type(ty: ValType) -> Type {
    match ty {
        ValType::I32 => types::I32,
        ValType::I64 | ValType::Ref(_) => types::I64,
        ValType::F32 => types::F32,
        ValType::F64 => types::F64,
        ValType::V128 => types::I8X16,
    }
}

/// Whether values of a type are references to exceptions.
pub(crate) fn is_exnref(ty: ValType) -> bool {
    matches!(ty, ValType::Ref(reference) if matches!(
        reference.heap_type(),
        HeapType::Abstract { ty: AbstractHeapType::Exn | AbstractHeapType::NoExn, .. }
    ))
}

/// The convention of compiled Wasm functions, which is one for the whole program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    /// Cranelift's: it has room for tail calls and exceptional edges, and returns any number of results.
    Tail,
    /// The platform's C convention, for functions with one result at most. Debuggers know it, so they can call such
    /// functions and show what they return.
    C,
}

/// Chooses the convention of a program: that of C for debugging, unless a function needs the other one.
pub(crate) fn convention(program: &Program<'_>, functions: &[DefinedFuncIndex], for_debugging: bool) -> Convention {
    let needs_tail = ["tail_call", "exceptions", "legacy_exceptions"].map(Proposals::only);
    let needs_tail = |body: &DefinedFuncIndex| {
        needs_tail.into_iter().any(|proposal| program.body(*body).summary.proposals.intersects(proposal))
    };
    if for_debugging && !functions.iter().any(needs_tail) { Convention::C } else { Convention::Tail }
}

/// The signature of compiled Wasm functions.
pub(crate) fn wasm(ty: &FuncType, convention: Convention, isa: &dyn TargetIsa) -> Signature {
    let types = ty.params().iter().chain(ty.results());
    // Cranelift has no C convention for vectors on RISC-V.
    let is_for_c = ty.results().len() <= 1 && !(is_riscv(isa) && types.into_iter().any(|ty| *ty == ValType::V128));
    if convention == Convention::C && is_for_c {
        let c = |ty: &ValType| c_param(machine_type(*ty), isa);
        let mut signature = Signature::new(isa.default_call_conv());
        signature.params.extend(ty.params().iter().map(c));
        signature.returns.extend(ty.results().iter().map(c));
        return signature;
    }
    let mut signature = Signature::new(CallConv::Tail);
    signature.params.extend(ty.params().iter().map(|ty| AbiParam::new(machine_type(*ty))));
    signature.returns.extend(ty.results().iter().map(|ty| AbiParam::new(machine_type(*ty))));
    signature
}

/// The signature of a compiled function without parameters and results.
pub(crate) fn plain() -> Signature {
    Signature::new(CallConv::Tail)
}

/// The signature of a runtime function: the platform's C convention.
pub(crate) fn runtime(params: &[builtins::Type], result: Option<builtins::Type>, isa: &dyn TargetIsa) -> Signature {
    let machine = |ty: &builtins::Type| {
        let ty = match ty {
            builtins::Type::I32 => types::I32,
            builtins::Type::I64 => types::I64,
            builtins::Type::F32 => types::F32,
            builtins::Type::F64 => types::F64,
        };
        c_param(ty, isa)
    };
    let mut signature = Signature::new(isa.default_call_conv());
    signature.params.extend(params.iter().map(machine));
    signature.returns.extend(result.iter().map(machine));
    signature
}

/// A parameter or result in the C convention.
fn c_param(ty: Type, isa: &dyn TargetIsa) -> AbiParam {
    // RISC-V psABI, "Integer Calling Convention": 32 bits are passed sign-extended. Elsewhere the upper half is
    // undefined.
    if ty == types::I32 && is_riscv(isa) { AbiParam::new(ty).sext() } else { AbiParam::new(ty) }
}

fn is_riscv(isa: &dyn TargetIsa) -> bool {
    matches!(isa.triple().architecture, Architecture::Riscv64(_))
}
