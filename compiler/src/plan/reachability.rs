//! Reachability: the functions, segments and tables that the program can ever execute or read. All others are validated
//! and then dropped.
//!
//! A function is reachable when the entry runs it, a reachable function calls it or takes its reference, or it is an
//! element of a table that a reachable function reads. Reads are tracked by table, not by index: an element that no
//! `call_indirect` would select is kept. Too much may be kept here, but never too little: code would refer to a
//! function that does not exist.

use std::collections::HashSet;

use super::entry::Entry;
use super::instantiation::{Instantiation, Step};
use crate::module::Program;
use crate::module::entities::ElementMode;
use crate::module::index::{DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, Index, TableIndex};
use crate::module::program::Body;

/// All that is reachable; every list is sorted.
pub(crate) struct Reached {
    /// Functions with bodies.
    pub(crate) functions: Vec<DefinedFuncIndex>,
    /// Functions, imported ones too, whose reference is taken by code or by a table that code reads.
    pub(crate) referenced: Vec<FuncIndex>,
    /// Imported functions that code calls, or whose reference is taken.
    pub(crate) imported: Vec<FuncIndex>,
    /// Element segments that `table.init` copies.
    pub(crate) elements: Vec<ElemIndex>,
    /// Data segments that `memory.init` copies.
    pub(crate) data: Vec<DataIndex>,
    /// Tables that code reads.
    pub(crate) tables_read: HashSet<TableIndex>,
    /// Tables that code writes.
    pub(crate) tables_written: HashSet<TableIndex>,
    /// Tables that grow.
    pub(crate) tables_grown: HashSet<TableIndex>,
}

/// Walks the references from the entry.
pub(crate) fn reach(program: &Program<'_>, entry: &Entry, instantiation: &Instantiation) -> Reached {
    let mut walk = Walk {
        program,
        seen: vec![false; program.functions.len()],
        referenced: vec![false; program.functions.len()],
        pending: Vec::new(),
        elements: HashSet::new(),
        data: HashSet::new(),
        read: HashSet::new(),
        written: HashSet::new(),
        grown: HashSet::new(),
    };
    for &function in entry.calls.iter().chain(&entry.invoke).chain(&entry.roots) {
        walk.function(function);
    }
    for step in instantiation.steps.iter().flat_map(|(_, steps)| steps) {
        walk.step(*step);
    }
    // References in globals are few; all of them count, as any global may be read.
    for (_, global) in program.globals.iter() {
        global.init.iter().flat_map(|init| init.functions()).for_each(|function| walk.reference(function));
    }
    while let Some(body) = walk.pending.pop() {
        walk.body(body);
    }
    let indices = |flags: &[bool]| -> Vec<FuncIndex> {
        (0..flags.len() as u32).map(FuncIndex).filter(|index| flags[index.position()]).collect()
    };
    let seen = indices(&walk.seen);
    let mut elements: Vec<_> = walk.elements.into_iter().collect();
    elements.sort_unstable();
    let mut data: Vec<_> = walk.data.into_iter().collect();
    data.sort_unstable();
    Reached {
        functions: seen.iter().filter_map(|function| program.defined(*function)).collect(),
        imported: seen.iter().copied().filter(|function| program.defined(*function).is_none()).collect(),
        referenced: indices(&walk.referenced),
        elements,
        data,
        tables_read: walk.read,
        tables_written: walk.written,
        tables_grown: walk.grown,
    }
}

struct Walk<'m, 'a> {
    program: &'m Program<'a>,
    seen: Vec<bool>,
    referenced: Vec<bool>,
    pending: Vec<DefinedFuncIndex>,
    elements: HashSet<ElemIndex>,
    data: HashSet<DataIndex>,
    read: HashSet<TableIndex>,
    written: HashSet<TableIndex>,
    grown: HashSet<TableIndex>,
}

impl Walk<'_, '_> {
    fn function(&mut self, function: FuncIndex) {
        if !std::mem::replace(&mut self.seen[function.position()], true) {
            self.pending.extend(self.program.defined(function));
        }
    }

    fn reference(&mut self, function: FuncIndex) {
        self.referenced[function.position()] = true;
        self.function(function);
    }

    fn body(&mut self, body: DefinedFuncIndex) {
        let Body { instance, summary, .. } = self.program.body(body);
        let spaces = &instance.spaces;
        summary.calls.iter().for_each(|function| self.function(spaces.functions.get(function.0)));
        summary.references.iter().for_each(|function| self.reference(spaces.functions.get(function.0)));
        self.written.extend(summary.tables_written.iter().map(|table| spaces.tables.get(table.0)));
        self.grown.extend(summary.tables_grown.iter().map(|table| spaces.tables.get(table.0)));
        self.data.extend(summary.data.iter().map(|segment| spaces.data.get(segment.0)));
        for segment in summary.elements.iter().map(|segment| spaces.elements.get(segment.0)) {
            if self.elements.insert(segment) {
                self.segment(segment);
            }
        }
        for table in summary.tables_read.iter().map(|table| spaces.tables.get(table.0)) {
            if self.read.insert(table) {
                self.table(table);
            }
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Start(function) => self.function(function),
            Step::Elements(segment) => {
                self.elements.insert(segment);
                self.segment(segment);
                if let ElementMode::Active { table, .. } = &self.program.elements[segment].mode {
                    self.written.insert(*table);
                }
            }
            Step::Data(segment) => {
                self.data.insert(segment);
            }
            Step::Require(_) | Step::Trap(_) => {}
        }
    }

    /// The contents at start of a table that code reads.
    fn table(&mut self, read: TableIndex) {
        self.program.tables[read].init.iter().flat_map(|init| init.functions()).for_each(|f| self.reference(f));
        for (index, segment) in self.program.elements.iter() {
            if matches!(segment.mode, ElementMode::Active { table, .. } if table == read) {
                self.segment(index);
            }
        }
    }

    fn segment(&mut self, segment: ElemIndex) {
        for item in &self.program.elements[segment].items {
            item.functions().for_each(|function| self.reference(function));
        }
    }
}
