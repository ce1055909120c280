//! The summary of a function body: its calls, references, tables and segments.
//!
//! It is collected while the body is validated, so that the plan can drop unreachable functions without reading all
//! code a second time. It must name everything that the body can reach at run time, as code that is missing here is not
//! compiled.

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
    /// Whether it has a `try` of the legacy exceptions, whose clauses have to be read in advance.
    pub(crate) has_legacy_try: bool,
    /// Proposals whose instructions it uses.
    pub(crate) proposals: Proposals,
}

impl BodySummary {
    /// Adds the references of one operator.
    pub(super) fn add(&mut self, operator: &Operator<'_>) {
        self.proposals |= Proposals::of_operator(operator);
        match *operator {
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                self.calls.push(FuncIndex(function_index));
            }
            Operator::Try { .. } => self.has_legacy_try = true,
            Operator::RefFunc { function_index } => self.references.push(FuncIndex(function_index)),
            Operator::CallIndirect { table_index, .. } | Operator::ReturnCallIndirect { table_index, .. } => {
                self.tables_read.push(TableIndex(table_index));
            }
            Operator::TableGet { table } => self.tables_read.push(TableIndex(table)),
            Operator::TableSet { table } | Operator::TableFill { table } => {
                self.tables_written.push(TableIndex(table));
            }
            Operator::TableGrow { table } => self.tables_grown.push(TableIndex(table)),
            Operator::TableCopy { dst_table, src_table } => {
                self.tables_read.push(TableIndex(src_table));
                self.tables_written.push(TableIndex(dst_table));
            }
            Operator::TableInit { elem_index, table } => {
                self.tables_written.push(TableIndex(table));
                self.elements.push(ElemIndex(elem_index));
            }
            Operator::MemoryInit { data_index, .. } | Operator::DataDrop { data_index } => {
                self.data.push(DataIndex(data_index));
            }
            _ => {}
        }
    }

    /// Sorts the lists and removes duplicates, after the last operator. They are not searched before: a function can
    /// refer to a hundred thousand segments.
    pub(super) fn finish(&mut self) {
        sort_unique(&mut self.calls);
        sort_unique(&mut self.references);
        sort_unique(&mut self.tables_read);
        sort_unique(&mut self.tables_written);
        sort_unique(&mut self.tables_grown);
        sort_unique(&mut self.elements);
        sort_unique(&mut self.data);
    }
}

fn sort_unique<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
    list.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::module::parse;

    #[test]
    fn references_are_sorted_and_unique() {
        let wasm = wat::parse_str(
            r#"(module (memory 1) (table $a 1 funcref) (table $b 1 funcref) (type $t (func)) (func $f) (elem $e func $f)
                (data $x "x") (data $y "y") (data $z "z")
                (func (local $n i32)
                    data.drop $z data.drop $x (memory.init $x (local.get $n) (local.get $n) (local.get $n)) data.drop $z
                    (table.copy $b $a (local.get $n) (local.get $n) (local.get $n))
                    (table.copy $a $b (local.get $n) (local.get $n) (local.get $n))
                    (table.init $b $e (local.get $n) (local.get $n) (local.get $n))
                    (call_indirect $b (type $t) (local.get $n))
                    (drop (table.grow $b (ref.func $f) (local.get $n))) (drop (ref.func $f))
                    call $f call $f))"#,
        )
        .expect("valid text");
        let module = parse(&wasm, Proposals::all(), &()).expect("a valid module");
        let (_, summary) = module.summaries.iter().next_back().expect("two bodies");
        assert_eq!(summary.data, [DataIndex(0), DataIndex(2)]);
        assert_eq!(summary.elements, [ElemIndex(0)]);
        assert_eq!(summary.tables_read, [TableIndex(0), TableIndex(1)]);
        assert_eq!(summary.tables_written, [TableIndex(0), TableIndex(1)]);
        assert_eq!(summary.tables_grown, [TableIndex(1)]);
        assert_eq!((&summary.calls[..], &summary.references[..]), (&[FuncIndex(0)][..], &[FuncIndex(0)][..]));
    }
}
