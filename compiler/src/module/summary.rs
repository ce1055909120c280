//! What a function body refers to, collected while it is validated, so that the plan can drop what nothing reaches
//! without reading all code a second time.

use wasmparser::Operator;

use super::index::{DataIndex, ElemIndex, FuncIndex, TableIndex};
use crate::features::Proposals;

/// The references of one body, in the indices of its module; each list is sorted and free of duplicates.
#[derive(Default, Debug)]
pub(crate) struct BodySummary {
    /// Functions called.
    pub(crate) calls: Vec<FuncIndex>,
    /// Functions named by `ref.func`.
    pub(crate) references: Vec<FuncIndex>,
    /// Tables whose elements are read (`call_indirect`, `table.get`, source of `table.copy`).
    pub(crate) tables_read: Vec<TableIndex>,
    /// Tables whose elements are written.
    pub(crate) tables_written: Vec<TableIndex>,
    /// Tables that grow.
    pub(crate) tables_grown: Vec<TableIndex>,
    /// Element segments copied by `table.init`.
    pub(crate) elements: Vec<ElemIndex>,
    /// Data segments copied by `memory.init` or dropped.
    pub(crate) data: Vec<DataIndex>,
    /// Whether it has a `try` of the legacy exceptions, whose clauses come after what they catch.
    pub(crate) has_legacy_try: bool,
    /// Proposals whose instructions it uses.
    pub(crate) proposals: Proposals,
}

impl BodySummary {
    /// Takes in one operator.
    pub(super) fn add(&mut self, operator: &Operator<'_>) {
        self.proposals |= Proposals::of_operator(operator);
        match *operator {
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                self.calls.push(FuncIndex(function_index));
            }
            Operator::Try { .. } => self.has_legacy_try = true,
            Operator::RefFunc { function_index } => self.references.push(FuncIndex(function_index)),
            Operator::CallIndirect { table_index, .. } | Operator::ReturnCallIndirect { table_index, .. } => {
                push(&mut self.tables_read, TableIndex(table_index));
            }
            Operator::TableGet { table } => push(&mut self.tables_read, TableIndex(table)),
            Operator::TableSet { table } | Operator::TableFill { table } => {
                push(&mut self.tables_written, TableIndex(table));
            }
            Operator::TableGrow { table } => push(&mut self.tables_grown, TableIndex(table)),
            Operator::TableCopy { dst_table, src_table } => {
                push(&mut self.tables_read, TableIndex(src_table));
                push(&mut self.tables_written, TableIndex(dst_table));
            }
            Operator::TableInit { elem_index, table } => {
                push(&mut self.tables_written, TableIndex(table));
                push(&mut self.elements, ElemIndex(elem_index));
            }
            Operator::MemoryInit { data_index, .. } | Operator::DataDrop { data_index } => {
                push(&mut self.data, DataIndex(data_index));
            }
            _ => {}
        }
    }

    /// Sorts and removes duplicates, once all operators are in.
    pub(super) fn finish(&mut self) {
        for list in [&mut self.calls, &mut self.references] {
            list.sort_unstable();
            list.dedup();
            list.shrink_to_fit();
        }
    }
}

/// These lists are short: one or two tables, a few segments.
fn push<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
