//! Import matching: whether an export may stand for an import (core specification, 3.2.8 and following).
//!
//! Entities are compared in the program's terms, with canonical ids of types. A memory or table may grow before its
//! importer is instantiated, so an initial size that is too small must not be refused here if growth can reach the
//! wanted one.

use wasmparser::{AbstractHeapType, HeapType, ValType};

use super::entities::{Global, Memory, Table};

pub(super) fn table_matches(wanted: &Table, given: &Table) -> bool {
    wanted.is_64 == given.is_64
        && wanted.element == given.element
        && limits_match((wanted.initial, wanted.maximum), (given.initial, given.maximum))
}

pub(super) fn memory_matches(wanted: &Memory, given: &Memory) -> bool {
    let limits = |memory: &Memory| (memory.initial_pages, memory.maximum_pages);
    wanted.is_64 == given.is_64
        && wanted.shared == given.shared
        && wanted.page_bytes == given.page_bytes
        && limits_match(limits(wanted), limits(given))
}

/// Limits are (initial, maximum).
fn limits_match(wanted: (u64, Option<u64>), given: (u64, Option<u64>)) -> bool {
    let can_reach = wanted.0 <= given.0 || given.1.is_none_or(|maximum| wanted.0 <= maximum);
    let is_bounded = wanted.1.is_none_or(|wanted| given.1.is_some_and(|given| given <= wanted));
    can_reach && is_bounded
}

pub(super) fn global_matches(wanted: &Global, given: &Global) -> bool {
    wanted.mutable == given.mutable && (wanted.ty == given.ty || !wanted.mutable && is_subtype(given.ty, wanted.ty))
}

/// Whether values of one type, with canonical ids, are values of another (core specification, 3.2.3 and 3.2.4, without
/// garbage collection: a function type is a subtype of `func` only).
fn is_subtype(a: ValType, b: ValType) -> bool {
    let (ValType::Ref(a), ValType::Ref(b)) = (a, b) else { return a == b };
    let abstract_of = |heap: HeapType| match heap {
        HeapType::Abstract { ty, .. } => Some(ty),
        _ => None,
    };
    let (heap_a, heap_b) = (a.heap_type(), b.heap_type());
    let heap_fits = heap_a == heap_b
        || match (abstract_of(heap_a), abstract_of(heap_b)) {
            (None, Some(b)) => b == AbstractHeapType::Func,
            (Some(AbstractHeapType::NoFunc), b) => b.is_none_or(|b| b == AbstractHeapType::Func),
            (Some(AbstractHeapType::NoExtern), Some(b)) => b == AbstractHeapType::Extern,
            (Some(AbstractHeapType::NoExn), Some(b)) => b == AbstractHeapType::Exn,
            _ => false,
        };
    heap_fits && (b.is_nullable() || !a.is_nullable())
}
