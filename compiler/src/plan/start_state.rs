//! What the state of a program is when its first instruction runs: memories, globals, tables, and which segments are
//! dropped by then.
//!
//! It is what instantiation at build time leaves behind, apart from the decisions about where state lives and what is
//! compiled, so that something else than an instantiation can make one. Nothing after the plan computes a start value: the
//! object has these.

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
    /// The lengths of the segments in [`Symbols::length_slots`](super::symbols::Symbols::length_slots), in that order: 0 for
    /// a segment that is dropped.
    pub(crate) segment_lengths: Vec<u64>,
}

/// The length of a segment at start: those that instantiation has copied by then, it has dropped (core specification,
/// 4.5.4).
pub(super) fn segment_length(program: &Program<'_>, instantiation: &Instantiation, segment: Data) -> u64 {
    let is_left = instantiation.left.contains(&segment);
    match segment {
        Data::PassiveBytes(segment) => match program.data[segment].mode {
            DataMode::Active { .. } if !is_left => 0,
            DataMode::Passive | DataMode::Active { .. } => program.data[segment].bytes.len() as u64,
        },
        Data::PassiveReferences(segment) => match program.elements[segment].mode {
            ElementMode::Declared => 0,
            ElementMode::Active { .. } if !is_left => 0,
            ElementMode::Passive | ElementMode::Active { .. } => program.elements[segment].items.len() as u64,
        },
        _ => 0,
    }
}
