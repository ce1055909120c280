//! Tables: their layout and their contents at start.
//!
//! A table that no code grows is a static array, whose length and place are constants in the code. So a table may be
//! planned as one only if reachability found no instruction that grows it.

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
    /// Whether code changes its length, or each thread has a table of its own. Code then loads base and length from the
    /// state of the table; otherwise both are constants.
    pub(crate) growable: bool,
    /// Whether code changes these elements. If not, they are read-only data. Threads change copies of them.
    pub(crate) mutable: bool,
    /// Whether the threads of a program share it, because nothing changes it. Of the others each thread has a copy.
    pub(crate) shared: bool,
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

/// Lays out the tables.
///
/// # Errors
/// [`Error::Limit`] for a table that starts larger than [`TABLE_ELEMENTS_MAX`].
pub(crate) fn plan(
    program: &Program<'_>,
    reached: &Reached,
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
        let grown = reached.tables_grown.contains(&index);
        let mutable = grown || reached.tables_written.contains(&index);
        tables.push(TablePlan {
            is_64: table.is_64,
            length: table.initial,
            maximum: table.maximum.unwrap_or(u64::from(u32::MAX)).min(TABLE_ELEMENTS_MAX),
            growable: grown || has_threads && mutable,
            mutable: mutable && !has_threads,
            shared: has_threads && !mutable,
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
