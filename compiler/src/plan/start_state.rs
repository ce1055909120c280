//! The state of a program when its first instruction runs: memories, globals, tables, and the segments that are
//! dropped.
//!
//! Instantiation at build time makes it. It is separate from the decisions about places and code, so that a stopped
//! program can be another source of it. Later phases must not compute a start value: the object contains these values.

use super::data::Data;
use super::image::Image;
use super::instantiation::Instantiation;
use super::table::TableContents;
use crate::module::Program;
use crate::module::const_expr::ConstValue;
use crate::module::entities::{DataMode, ElementMode};
use crate::module::index::{GlobalIndex, IndexVec, TableIndex};

/// The state of a program at its start.
pub(crate) struct StartState {
    /// The bytes of memories that are not zero. The lengths are in [`MemoryPlan`](super::memory::MemoryPlan).
    pub(crate) image: Image,
    /// The values of globals.
    pub(crate) globals: IndexVec<GlobalIndex, ConstValue>,
    /// The elements of tables. The lengths are in [`TablePlan`](super::table::TablePlan).
    pub(crate) tables: IndexVec<TableIndex, TableContents>,
    /// The lengths of the segments in [`Symbols::length_slots`](super::symbols::Symbols::length_slots), in that order:
    /// 0 for a segment that is dropped.
    pub(crate) segment_lengths: Vec<u64>,
}

/// The length of a segment at start: those that instantiation has copied by then, it has dropped (core specification,
/// 4.5.4).
pub(super) fn segment_length(program: &Program<'_>, instantiation: &Instantiation, segment: Data) -> u64 {
    let is_copied_later = instantiation.copied_later.contains(&segment);
    match segment {
        Data::PassiveBytes(segment) => match program.data[segment].mode {
            DataMode::Active { .. } if !is_copied_later => 0,
            DataMode::Passive | DataMode::Active { .. } => program.data[segment].bytes.len() as u64,
        },
        Data::PassiveReferences(segment) => match program.elements[segment].mode {
            ElementMode::Declared => 0,
            ElementMode::Active { .. } if !is_copied_later => 0,
            ElementMode::Passive | ElementMode::Active { .. } => program.elements[segment].items.len() as u64,
        },
        _ => 0,
    }
}
