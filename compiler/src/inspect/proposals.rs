//! The proposals that a module's bytes use, whether wasmc compiles them or not.
//!
//! Most proposals show in instructions, which wasmparser's table of operators assigns to them; the others show in types
//! and sections. Detection must not depend on validation: it looks at one encoding at a time, so that it also works for
//! modules that wasmc refuses.

use serde::{Deserialize, Serialize};
use wasmparser::{AbstractHeapType, BlockType, HeapType, MemoryType, Operator, RefType, TableType, ValType};

use crate::features::Proposals;

/// A proposal that a module uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalUse {
    /// The name of the proposal's repository.
    pub name: String,
    /// Whether this version of wasmc compiles it.
    pub supported: bool,
}

impl Proposals {
    pub(super) const MUTABLE_GLOBAL: Proposals = Proposals::only("mutable_global");
    pub(super) const MULTI_VALUE: Proposals = Proposals::only("multi_value");
    pub(super) const BULK_MEMORY: Proposals = Proposals::only("bulk_memory");
    pub(super) const REFERENCE_TYPES: Proposals = Proposals::only("reference_types");
    pub(super) const SIMD: Proposals = Proposals::only("simd");
    pub(super) const EXTENDED_CONST: Proposals = Proposals::only("extended_const");
    pub(super) const THREADS: Proposals = Proposals::only("threads");
    pub(super) const EXCEPTIONS: Proposals = Proposals::only("exceptions");
    pub(super) const FUNCTION_REFERENCES: Proposals = Proposals::only("function_references");
    pub(super) const GC: Proposals = Proposals::only("gc");
    pub(super) const MULTI_MEMORY: Proposals = Proposals::only("multi_memory");
    pub(super) const MEMORY64: Proposals = Proposals::only("memory64");
    pub(super) const CUSTOM_PAGE_SIZES: Proposals = Proposals::only("custom_page_sizes");
    pub(super) const STACK_SWITCHING: Proposals = Proposals::only("stack_switching");
    pub(super) const SHARED_EVERYTHING_THREADS: Proposals = Proposals::only("shared_everything_threads");
    pub(super) const COMPACT_IMPORTS: Proposals = Proposals::only("compact_imports");

    /// The proposals that one instruction shows.
    pub(crate) fn of_operator(operator: &Operator<'_>) -> Proposals {
        macro_rules! table {
            ($( @$proposal:ident $op:ident $({ $($arg:ident: $argty:ty),* })? => $visit:ident ($($ann:tt)*) )*) => {
                match operator {
                    $( Operator::$op { .. } => const { Proposals::only(stringify!($proposal)) }, )*
                    // The enum is open. An operator that this table lacks cannot be decoded either, so none comes here.
                    _ => Proposals::default(),
                }
            };
        }
        let group = wasmparser::for_each_operator!(table);
        match operator {
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                group | Proposals::of_block(*blockty)
            }
            Operator::RefNull { hty } => group | Proposals::of_heap(*hty),
            Operator::TypedSelect { ty } => group | Proposals::of_value(*ty),
            Operator::TypedSelectMulti { tys } => tys.iter().fold(group, |all, ty| all | Proposals::of_value(*ty)),
            Operator::CallIndirect { table_index: 1.., .. } => group | Proposals::REFERENCE_TYPES,
            _ => group,
        }
    }

    fn of_block(ty: BlockType) -> Proposals {
        match ty {
            BlockType::Empty => Proposals::default(),
            BlockType::Type(ty) => Proposals::of_value(ty),
            BlockType::FuncType(_) => Proposals::MULTI_VALUE,
        }
    }

    pub(super) fn of_value(ty: ValType) -> Proposals {
        match ty {
            ValType::I32 | ValType::I64 | ValType::F32 | ValType::F64 => Proposals::default(),
            ValType::V128 => Proposals::SIMD,
            ValType::Ref(ty) => Proposals::REFERENCE_TYPES | Proposals::of_reference(ty),
        }
    }

    /// The proposals that a reference type shows, without reference-types: a table of `funcref` does not need that one.
    fn of_reference(ty: RefType) -> Proposals {
        let heap = Proposals::of_heap(ty.heap_type());
        if ty.is_nullable() { heap } else { heap | Proposals::FUNCTION_REFERENCES }
    }

    fn of_heap(ty: HeapType) -> Proposals {
        match ty {
            HeapType::Concrete(_) => Proposals::FUNCTION_REFERENCES,
            HeapType::Exact(_) => Proposals::GC,
            HeapType::Abstract { shared: true, .. } => Proposals::SHARED_EVERYTHING_THREADS,
            HeapType::Abstract { ty, shared: false } => match ty {
                AbstractHeapType::Func => Proposals::default(),
                AbstractHeapType::Extern => Proposals::REFERENCE_TYPES,
                AbstractHeapType::Exn | AbstractHeapType::NoExn => Proposals::EXCEPTIONS,
                AbstractHeapType::Cont | AbstractHeapType::NoCont => Proposals::STACK_SWITCHING,
                _ => Proposals::GC,
            },
        }
    }

    pub(super) fn of_memory(ty: &MemoryType) -> Proposals {
        Proposals::THREADS.when(ty.shared)
            | Proposals::MEMORY64.when(ty.memory64)
            | Proposals::CUSTOM_PAGE_SIZES.when(ty.page_size_log2.is_some())
    }

    pub(super) fn of_table(ty: &TableType) -> Proposals {
        Proposals::of_reference(ty.element_type)
            | Proposals::MEMORY64.when(ty.table64)
            | Proposals::SHARED_EVERYTHING_THREADS.when(ty.shared)
    }

    /// The set as [`ModuleSummary`](super::ModuleSummary) lists it.
    pub(super) fn list(self) -> Vec<ProposalUse> {
        self.rows().map(|row| ProposalUse { name: row.name.into(), supported: row.compiled }).collect()
    }
}
