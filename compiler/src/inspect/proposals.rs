//! Which proposals a module's bytes use, whether wasmc compiles them or not: one bit for each, set by whatever shows it.
//!
//! Most are told by their instructions, and wasmparser's own table of operators says which those are; the others by types
//! and sections. Detection reads encodings only, so it also works for modules that do not validate.

use serde::{Deserialize, Serialize};
use wasmparser::{AbstractHeapType, BlockType, HeapType, MemoryType, Operator, RefType, TableType, ValType};

/// A proposal that a module uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalUse {
    /// The name of the proposal's repository.
    pub name: String,
    /// Whether this version of wasmc compiles it.
    pub supported: bool,
}

/// A set of proposals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Proposals(u32);

/// One row of the table.
struct Row {
    /// As wasmparser's table of operators calls it, or our own word where no operator shows the proposal.
    key: &'static str,
    /// The name of the proposal's repository.
    name: &'static str,
    /// Whether `crate::features::SUPPORTED` has it.
    supported: bool,
}

const fn yes(key: &'static str, name: &'static str) -> Row {
    Row { key, name, supported: true }
}

const fn no(key: &'static str, name: &'static str) -> Row {
    Row { key, name, supported: false }
}

/// Every proposal that can be told from a module's bytes, in the order in which they are listed.
const TABLE: [Row; 26] = [
    yes("mutable_global", "mutable-global"),
    yes("sign_extension", "sign-extension-ops"),
    yes("saturating_float_to_int", "nontrapping-float-to-int-conversions"),
    yes("multi_value", "multi-value"),
    yes("bulk_memory", "bulk-memory-operations"),
    yes("reference_types", "reference-types"),
    yes("simd", "simd"),
    yes("extended_const", "extended-const"),
    no("relaxed_simd", "relaxed-simd"),
    no("threads", "threads"),
    yes("exceptions", "exception-handling"),
    yes("legacy_exceptions", "exception-handling (legacy)"),
    no("tail_call", "tail-call"),
    no("function_references", "function-references"),
    no("gc", "gc"),
    no("multi_memory", "multi-memory"),
    no("memory64", "memory64"),
    no("custom_page_sizes", "custom-page-sizes"),
    no("wide_arithmetic", "wide-arithmetic"),
    no("stack_switching", "stack-switching"),
    no("shared_everything_threads", "shared-everything-threads"),
    no("memory_control", "memory-control"),
    no("custom_descriptors", "custom-descriptors"),
    no("acquire_release_atomics", "relaxed-atomics"),
    no("compact_imports", "compact-import-section"),
    // The first version of the specification is no proposal: its bit is never listed.
    yes("mvp", ""),
];

/// The set with only the proposal of this key; a key that is not in [`TABLE`] does not compile.
const fn only(key: &str) -> Proposals {
    let mut index = 0;
    while !same(TABLE[index].key.as_bytes(), key.as_bytes()) {
        index += 1;
    }
    Proposals(1 << index)
}

/// `==` for use in constants.
const fn same(left: &[u8], right: &[u8]) -> bool {
    let mut index = 0;
    while index < left.len() && index < right.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len() && index == right.len()
}

impl Proposals {
    pub(super) const MUTABLE_GLOBAL: Proposals = only("mutable_global");
    pub(super) const MULTI_VALUE: Proposals = only("multi_value");
    pub(super) const BULK_MEMORY: Proposals = only("bulk_memory");
    pub(super) const REFERENCE_TYPES: Proposals = only("reference_types");
    pub(super) const SIMD: Proposals = only("simd");
    pub(super) const EXTENDED_CONST: Proposals = only("extended_const");
    pub(super) const THREADS: Proposals = only("threads");
    pub(super) const EXCEPTIONS: Proposals = only("exceptions");
    pub(super) const FUNCTION_REFERENCES: Proposals = only("function_references");
    pub(super) const GC: Proposals = only("gc");
    pub(super) const MULTI_MEMORY: Proposals = only("multi_memory");
    pub(super) const MEMORY64: Proposals = only("memory64");
    pub(super) const CUSTOM_PAGE_SIZES: Proposals = only("custom_page_sizes");
    pub(super) const STACK_SWITCHING: Proposals = only("stack_switching");
    pub(super) const SHARED_EVERYTHING_THREADS: Proposals = only("shared_everything_threads");
    pub(super) const COMPACT_IMPORTS: Proposals = only("compact_imports");

    /// The proposal of this name; none, where no row of the table has it.
    pub(crate) fn named(name: &str) -> Proposals {
        TABLE.iter().position(|row| row.name == name).map_or(Proposals::default(), |index| Proposals(1 << index))
    }

    /// Whether any proposal is in both.
    pub(crate) fn intersects(self, other: Proposals) -> bool {
        self.0 & other.0 != 0
    }

    /// What one instruction shows.
    pub(crate) fn of_operator(operator: &Operator<'_>) -> Proposals {
        macro_rules! table {
            ($( @$proposal:ident $op:ident $({ $($arg:ident: $argty:ty),* })? => $visit:ident ($($ann:tt)*) )*) => {
                match operator {
                    $( Operator::$op { .. } => const { only(stringify!($proposal)) }, )*
                    // The enum is open; an operator that this table lacks cannot be decoded either.
                    _ => Proposals::default(),
                }
            };
        }
        let group = wasmparser::for_each_operator!(table);
        match operator {
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                group | Proposals::of_block(*blockty)
            }
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

    /// What a reference type shows beyond the proposal reference-types, which a table of `funcref` does not need.
    fn of_reference(ty: RefType) -> Proposals {
        let heap = match ty.heap_type() {
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
        };
        if ty.is_nullable() { heap } else { heap | Proposals::FUNCTION_REFERENCES }
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

    /// This set if the condition holds, else none.
    pub(super) fn when(self, condition: bool) -> Proposals {
        if condition { self } else { Proposals::default() }
    }

    /// The names, in the order of the table.
    pub(super) fn list(self) -> Vec<ProposalUse> {
        let used = |(index, row): (usize, &Row)| {
            let listed = self.0 & 1 << index != 0 && !row.name.is_empty();
            listed.then(|| ProposalUse { name: row.name.into(), supported: row.supported })
        };
        TABLE.iter().enumerate().filter_map(used).collect()
    }
}

impl std::ops::BitOr for Proposals {
    type Output = Proposals;

    fn bitor(self, other: Proposals) -> Proposals {
        Proposals(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Proposals {
    fn bitor_assign(&mut self, other: Proposals) {
        *self = *self | other;
    }
}
