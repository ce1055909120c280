//! The pieces of data that compiled code refers to.
//!
//! Decisions about a piece (the segments that instantiation still copies, the state that a thread has of its own) name
//! it by this type alone and do not depend on the numbering in `symbols.rs`. The contents of a piece are not decided
//! here.

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
    /// The sizes of regions of threads, and the state that each thread starts with.
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
