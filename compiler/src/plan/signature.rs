//! Machine types and signatures: how values, compiled functions and functions of the runtime look to Cranelift.
//!
//! Caller and callee are compiled apart from each other, so both must take their signature from here.

use cranelift_codegen::ir::{AbiParam, Signature, Type, types};
use cranelift_codegen::isa::{CallConv, TargetIsa};
use target_lexicon::Architecture;
use wasmc_abi::builtins;
use wasmparser::{AbstractHeapType, FuncType, HeapType, ValType};

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

/// The signature of compiled Wasm functions. The tail convention has room for tail calls and exceptional edges, and
/// returns any number of results.
pub(crate) fn wasm(ty: &FuncType) -> Signature {
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
    // RISC-V psABI, "Integer Calling Convention": 32 bits are passed sign-extended. Elsewhere the upper half is
    // undefined.
    let extend = matches!(isa.triple().architecture, Architecture::Riscv64(_));
    let machine = |ty: &builtins::Type| match ty {
        builtins::Type::I32 if extend => AbiParam::new(types::I32).sext(),
        builtins::Type::I32 => AbiParam::new(types::I32),
        builtins::Type::I64 => AbiParam::new(types::I64),
        builtins::Type::F32 => AbiParam::new(types::F32),
        builtins::Type::F64 => AbiParam::new(types::F64),
    };
    let mut signature = Signature::new(isa.default_call_conv());
    signature.params.extend(params.iter().map(machine));
    signature.returns.extend(result.iter().map(machine));
    signature
}
