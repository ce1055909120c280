//! Where tables live: static arrays, unless the program can make them grow.

use wasmc_abi::trap::Trap;

use super::reachability::Reached;
use crate::error::{Error, Result};
use crate::module::Module;
use crate::module::const_expr::{ConstExpr, ConstValue};
use crate::module::entities::ElementMode;
use crate::module::index::{IndexVec, TableIndex};

/// How one table is laid out.
pub(crate) struct TablePlan {
    /// Elements at start, shorter than `length` where the rest is null.
    pub(crate) contents: Vec<ConstValue>,
    /// Number of elements at start.
    pub(crate) length: u64,
    /// Elements at most.
    pub(crate) maximum: u64,
    /// Whether code changes its length, or each thread has a table of its own: then base and length are loaded from its
    /// state, else both are constants.
    pub(crate) growable: bool,
    /// Whether code changes these elements: if not, they are read-only data. Threads change copies of them.
    pub(crate) mutable: bool,
}

/// Elements that a table can have at most: a bound on what a guest can make the host allocate.
const TABLE_ELEMENTS_MAX: u64 = 10_000_000;

/// Lays out the tables and fills them from the active segments. The trap is what instantiation ends in where a segment
/// does not fit (core specification, 4.5.4).
///
/// # Errors
/// [`Error::Limit`] for a table that starts larger than [`TABLE_ELEMENTS_MAX`].
pub(crate) fn plan(
    module: &Module<'_>,
    reached: &Reached,
    has_threads: bool,
    value: &impl Fn(&ConstExpr) -> Result<ConstValue>,
) -> Result<(IndexVec<TableIndex, TablePlan>, Option<Trap>)> {
    let mut tables = IndexVec::new();
    for (index, table) in module.tables.iter() {
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
            contents: Vec::new(),
            length: table.initial,
            maximum: table.maximum.unwrap_or(u64::from(u32::MAX)).min(TABLE_ELEMENTS_MAX),
            growable: grown || has_threads && mutable,
            mutable: mutable && !has_threads,
        });
    }
    for (_, segment) in module.elements.iter() {
        let ElementMode::Active { table, offset } = &segment.mode else { continue };
        let ConstValue::I32(offset) = value(offset)? else {
            return Err(Error::internal("an element segment's offset is no i32"));
        };
        let start = u64::from(offset as u32);
        let end = start + segment.items.len() as u64;
        if end > tables[*table].length {
            return Ok((tables, Some(Trap::TableOutOfBounds)));
        }
        if !reached.tables_read.contains(table) {
            continue;
        }
        let contents = &mut tables[*table].contents;
        if contents.len() < end as usize {
            contents.resize(end as usize, ConstValue::RefNull);
        }
        for (slot, item) in contents[start as usize..].iter_mut().zip(&segment.items) {
            *slot = value(item)?;
        }
    }
    Ok((tables, None))
}
