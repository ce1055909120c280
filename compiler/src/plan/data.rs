//! The pieces of data that compiled code refers to.
//!
//! A leaf, so that a decision about a piece (which segments are left to copy, which state a thread has of its own) needs to
//! know nothing of the numbering in `symbols.rs`. What a piece holds is decided elsewhere.

use crate::module::index::{DataIndex, ElemIndex, TableIndex};

/// A piece of data of the object.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Data {
    /// The states of all memories.
    Memories,
    /// The states of all tables.
    Tables,
    /// The block of stored globals.
    Globals,
    /// The current lengths of data and element segments, which dropping sets to zero.
    SegmentLengths,
    /// What the runtime must know of threads, and the state that each starts with.
    Threads,
    /// The words of the functions that `ref.func` names.
    FunctionReferences,
    /// The elements of a table.
    TableElements(TableIndex),
    /// The bytes of a passive data segment.
    PassiveBytes(DataIndex),
    /// The words of a passive element segment.
    PassiveReferences(ElemIndex),
}
