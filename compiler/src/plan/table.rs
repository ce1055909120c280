//! Tables: their layout and their contents at start.
//!
//! A table is an array in the data of the object, at an address that is a constant of the code, and its length is a
//! constant. Three things make it otherwise, and are decided here, once: growth (the runtime moves the elements, and
//! the length changes), threads (each has elements of its own), and size. A large table whose last elements are alike
//! is not in the object but mapped at start: code must reach all data of the object within 2 GiB, and a process that
//! has no room for its data is killed at `exec` without a message. Translation must read [`TablePlan::grows`] and
//! [`TablePlan::base`] and must not ask for reasons again; a table may be planned as constant only if reachability
//! found no instruction that changes it.

use super::reachability::Reached;
use crate::error::{Error, Result};
use crate::module::Program;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::entities::ElementMode;
use crate::module::index::{ElemIndex, IndexVec, TableIndex};

/// How one table is laid out.
pub(crate) struct TablePlan {
    /// Whether its indices are `i64`, instead of `i32`.
    pub(crate) is_64: bool,
    /// Number of elements at start.
    pub(crate) length: u64,
    /// The largest number of elements.
    pub(crate) maximum: u64,
    /// Whether code changes its length. If not, that is a constant.
    pub(crate) grows: bool,
    /// How code finds its elements.
    pub(crate) base: TableBase,
    /// Number of elements in the object: all, or the first that differ and one that stands for the rest.
    pub(crate) elements_in_object: u64,
    /// Whether code changes the elements in the object. If not, they are read-only data. Threads change copies of them,
    /// and a mapped table is a copy.
    pub(crate) mutable: bool,
    /// Whether the threads of a program share it, because nothing changes it. Of the others each thread has a copy.
    pub(crate) shared: bool,
}

/// How code finds the elements of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableBase {
    /// They are in the object, under a symbol.
    Symbol,
    /// Their address is in the state of the table. It changes only when the table grows.
    State,
}

impl TablePlan {
    /// Whether the runtime maps the table at start, because the object has only its first elements.
    pub(crate) fn is_mapped(&self) -> bool {
        self.elements_in_object < self.length
    }
}

/// The elements of a table at start.
pub(crate) struct TableContents {
    /// The first elements.
    pub(crate) first: Vec<ConstValue>,
    /// The other elements, up to the length of the table: null, unless the table declares an initial element.
    pub(crate) rest: ConstValue,
}

impl TableContents {
    /// Whether every element is null.
    pub(crate) fn is_null(&self) -> bool {
        self.first.is_empty() && self.rest == ConstValue::RefNull
    }
}

/// The largest number of elements of a table, which limits how much a guest can make the host allocate.
const TABLE_ELEMENTS_MAX: u64 = 10_000_000;

/// A table is mapped at start if at least this many elements at its end are alike: 1 MiB of them. For smaller tables, a
/// mapping would cost a system call and save nothing.
const MAPPED_ELEMENTS_MIN: u64 = (1 << 20) / 8;

/// Lays out the tables, whose contents at start are known.
///
/// # Errors
/// [`Error::Limit`] for a table that starts larger than [`TABLE_ELEMENTS_MAX`].
pub(crate) fn plan(
    program: &Program<'_>,
    reached: &Reached,
    contents: &IndexVec<TableIndex, TableContents>,
    has_threads: bool,
) -> Result<IndexVec<TableIndex, TablePlan>> {
    let mut tables = IndexVec::new();
    for (index, table) in program.tables.iter() {
        if table.initial > TABLE_ELEMENTS_MAX {
            return Err(Error::Limit {
                message: format!(
                    "table {} starts with {} elements; wasmc takes at most {TABLE_ELEMENTS_MAX}",
                    index.0, table.initial
                ),
            });
        }
        let grows = reached.tables_grown.contains(&index);
        let mutable = grows || reached.tables_written.contains(&index);
        let first = contents[index].first.len() as u64;
        let is_mapped = table.initial - first >= MAPPED_ELEMENTS_MIN;
        let has_state = grows || is_mapped || has_threads && mutable;
        tables.push(TablePlan {
            is_64: table.is_64,
            length: table.initial,
            maximum: table.maximum.unwrap_or(u64::from(u32::MAX)).min(TABLE_ELEMENTS_MAX),
            grows,
            base: if has_state { TableBase::State } else { TableBase::Symbol },
            elements_in_object: if is_mapped { first + 1 } else { table.initial },
            mutable: mutable && !has_threads && !is_mapped,
            shared: has_threads && !has_state,
        });
    }
    Ok(tables)
}

/// Fills the tables from element segments, which fit. A table that no code reads stays null.
pub(crate) fn fill(
    program: &Program<'_>,
    reached: &Reached,
    segments: &[ElemIndex],
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
) -> Result<IndexVec<TableIndex, TableContents>> {
    let mut tables = IndexVec::new();
    for (index, table) in program.tables.iter() {
        let rest = match &table.init {
            Some(init) if reached.tables_read.contains(&index) => value(init)?,
            _ => ConstValue::RefNull,
        };
        tables.push(TableContents { first: Vec::new(), rest });
    }
    for segment in segments {
        let segment = &program.elements[*segment];
        let ElementMode::Active { table, offset } = &segment.mode else { continue };
        let start = value(offset)?.index();
        let start = start.ok_or_else(|| Error::internal("an element segment's offset is no integer"))?;
        let end = start + segment.items.len() as u64;
        if !reached.tables_read.contains(table) {
            continue;
        }
        let TableContents { first, rest } = &mut tables[*table];
        if first.len() < end as usize {
            first.resize(end as usize, *rest);
        }
        for (slot, item) in first[start as usize..].iter_mut().zip(&segment.items) {
            *slot = value(item)?;
        }
    }
    Ok(tables)
}
