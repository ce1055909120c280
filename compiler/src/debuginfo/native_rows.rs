//! Rows of code from rows of WebAssembly: for each piece of a function's code the row that is in force at its operator.
//!
//! The order is that of the code. A row of WebAssembly begins once, but its code can be in several places, since traps
//! and rare branches lie behind the rest of their function, and optimization moves instructions. A debugger must not
//! stop at a line that continues, so only the code of a row's first operator is the begin of a statement.
//!
//! Debuggers let a breakpoint at a function stop behind its prologue, where the arguments are in their places. In the
//! compiled program, the prologue ends behind the instructions that store parameters into the slots of locals, all of
//! which have the address of the body in the map of the code. If WebAssembly code has a prologue of its own, which
//! stores parameters into linear memory, its end comes later and counts. gdb before version 15 does not know
//! `prologue_end` and takes the second row instead, so there must be no other row before that one.

use std::ops::Range;

use super::address_map::{AddressMap, MappedFunction};
use super::line_table::{Row, Sequence};

/// The sequences of native code for sequences of WebAssembly, whose addresses are Wasm addresses: one for each
/// function, in order of the text section.
pub(super) fn native(wasm: &[Sequence], map: &AddressMap) -> Vec<Sequence> {
    let mut parts = Vec::new();
    for sequence in wasm {
        let Some(first) = sequence.rows.first() else { continue };
        // Address 0 is the number of functions. Linkers write it for functions that they removed.
        if first.address == 0 {
            continue;
        }
        for function in map.functions_in(&(first.address..sequence.end)) {
            parts.push((function, sequence));
        }
    }
    parts.sort_by_key(|(function, _)| function.text.start);
    let of_functions = parts.chunk_by(|(one, _), (other, _)| std::ptr::eq(*one, *other));
    let native = of_functions.map(|parts| {
        let sequences = parts.iter().map(|(_, sequence)| *sequence);
        let (function, _) = parts[0];
        let mut changes = changes(sequences, &function.wasm);
        carry_statements(function, &mut changes);
        Sequence { rows: rows(function, &changes), end: function.text.end }
    });
    native.filter(|sequence| !sequence.rows.is_empty()).collect()
}

/// A place where the row in force changes; `None` where a sequence ends.
struct Change {
    wasm: u64,
    row: Option<Row>,
}

/// The changes in a function, in order of their addresses, and one for each address.
fn changes<'s>(sequences: impl Iterator<Item = &'s Sequence>, wasm: &Range<u64>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for Sequence { rows, end } in sequences {
        // The last row at or before the start is in force there.
        let start = rows.partition_point(|row| row.address <= wasm.start).saturating_sub(1);
        let inside = rows[start..].iter().take_while(|row| row.address < wasm.end);
        changes.extend(inside.map(|row| Change { wasm: row.address, row: Some(*row) }));
        if *end < wasm.end {
            changes.push(Change { wasm: *end, row: None });
        }
    }
    // Rows of sequences that touch: the end of one is at the address of the first row of the other.
    changes.sort_by_key(|change| (change.wasm, change.row.is_some()));
    changes.dedup_by(|next, before| {
        let replaces = next.wasm == before.wasm;
        if replaces {
            let lost = before.row.unwrap_or_default();
            before.row = next.row.map(|row| Row {
                is_stmt: row.is_stmt || lost.is_stmt && is_same_line(&row, &lost),
                basic_block: row.basic_block || lost.basic_block,
                prologue_end: row.prologue_end || lost.prologue_end,
                epilogue_begin: row.epilogue_begin || lost.epilogue_begin,
                ..row
            });
        }
        replaces
    });
    changes
}

/// Lets a statement begin later in its line where its first operators have no code, as constants.
fn carry_statements(function: &MappedFunction, changes: &mut [Change]) {
    for position in 1..changes.len() {
        let (before, next) = (&changes[position - 1], &changes[position]);
        let (Some(lost), Some(row)) = (before.row, next.row) else { continue };
        if lost.is_stmt && is_same_line(&lost, &row) && !function.has_code(&(before.wasm..next.wasm)) {
            changes[position].row = Some(Row { is_stmt: true, ..row });
        }
    }
}

fn is_same_line(one: &Row, other: &Row) -> bool {
    (one.file, one.line) == (other.file, other.line)
}

/// Code without a gap in which one row is in force.
struct Run {
    /// The position of its change.
    change: usize,
    /// The start of the code.
    start: u64,
    /// The Wasm address of its first piece.
    wasm: u64,
    /// Whether the code of the row's first operator is in it.
    begins: bool,
    prologue_end: bool,
}

/// The rows of a function.
fn rows(function: &MappedFunction, changes: &[Change]) -> Vec<Row> {
    let entry_end = function.code.iter().find(|piece| piece.wasm > function.wasm.start).map(|piece| piece.start);
    let mut runs = runs(function, changes, None);
    if !mark_prologue_ends(&mut runs, changes, entry_end)
        && let Some(entry_end) = entry_end
    {
        runs = self::runs(function, changes, Some(entry_end));
        if let Some(run) = runs.iter_mut().find(|run| run.start == entry_end) {
            run.prologue_end = true;
        }
    }
    let mut rows: Vec<Row> = Vec::with_capacity(runs.len());
    for (position, run) in runs.iter().enumerate() {
        let Some(row) = changes[run.change].row else { continue };
        let row = Row {
            address: run.start,
            is_stmt: row.is_stmt && (run.begins || run.prologue_end || position == 0),
            basic_block: row.basic_block && run.begins,
            epilogue_begin: row.epilogue_begin && run.begins,
            prologue_end: run.prologue_end,
            ..row
        };
        let is_new = rows.last().is_none_or(|before| Row { address: row.address, ..*before } != row);
        if is_new || row.prologue_end || row.epilogue_begin {
            rows.push(row);
        }
    }
    rows
}

/// The runs of a function in order of its code, cut at `cut`. Code in which no row is in force belongs to the run
/// before it.
fn runs(function: &MappedFunction, changes: &[Change], cut: Option<u64>) -> Vec<Run> {
    let Some(first) = changes.iter().position(|change| change.row.is_some()) else { return Vec::new() };
    // The Wasm address at which the code of each change begins.
    let mut begins = vec![u64::MAX; changes.len()];
    let mut current = first;
    let mut pieces = Vec::with_capacity(function.code.len());
    for piece in &function.code {
        let change = changes.partition_point(|change| change.wasm <= piece.wasm).saturating_sub(1);
        if changes[change].row.is_some() {
            current = change;
        }
        begins[current] = begins[current].min(piece.wasm);
        pieces.push((piece, current));
    }
    let mut runs: Vec<Run> = Vec::new();
    for (piece, change) in pieces {
        let is_begin = piece.wasm == begins[change];
        match runs.last_mut() {
            Some(run) if run.change == change && cut != Some(piece.start) => run.begins |= is_begin,
            _ => runs.push(Run { change, start: piece.start, wasm: piece.wasm, begins: is_begin, prologue_end: false }),
        }
    }
    runs
}

/// Marks the ends of prologues that WebAssembly has. Returns whether one lies behind the entry of the function.
fn mark_prologue_ends(runs: &mut [Run], changes: &[Change], entry_end: Option<u64>) -> bool {
    let mut has_marked = false;
    // If WebAssembly's prologue is empty, the row that ends it is the one of the entry, and continues behind it.
    let of_entry = runs.first().map(|run| run.change);
    let is_end = |(position, change): &(usize, &Change)| {
        change.row.is_some_and(|row| row.prologue_end) && of_entry != Some(*position)
    };
    for (_, change) in changes.iter().enumerate().filter(is_end) {
        let is_behind = |run: &&mut Run| entry_end.is_none_or(|end| end <= run.start) && change.wasm <= run.wasm;
        // The row may have no code; then the next row in the order of the code is meant.
        if let Some(run) = runs.iter_mut().find(is_behind) {
            run.prologue_end = true;
            has_marked = true;
        }
    }
    has_marked
}

#[cfg(test)]
mod tests {
    use super::super::address_map::tests::mapped;
    use super::*;

    fn row(address: u64, line: u64) -> Row {
        Row { address, file: 1, line, is_stmt: true, ..Row::default() }
    }

    fn sequence(rows: &[Row], end: u64) -> Sequence {
        Sequence { rows: rows.to_vec(), end }
    }

    /// The native rows: (address, line, is it a statement, is it the end of the prologue).
    fn check(functions: Vec<MappedFunction>, wasm: &[Sequence], expected: &[(u64, u64, bool, bool)]) {
        let map = AddressMap::of_functions(functions);
        let native = native(wasm, &map);
        for sequence in &native {
            let function = map.functions().iter().find(|function| function.text.end == sequence.end);
            assert_eq!(function.expect("the end of a function").text.start, sequence.rows[0].address);
        }
        let rows = native.iter().flat_map(|sequence| &sequence.rows);
        let rows: Vec<_> = rows.map(|row| (row.address, row.line, row.is_stmt, row.prologue_end)).collect();
        assert_eq!(rows, expected);
    }

    /// A function of ten bytes at Wasm address 10 with an entry (10) and four operators, of which the code of the
    /// second one (14) lies at the end.
    fn function() -> MappedFunction {
        mapped(10..20, 0, 64, &[(8, 16, 10), (16, 24, 12), (24, 32, 16), (32, 40, 18), (40, 60, 14)])
    }

    #[test]
    fn code_out_of_order_continues_its_line() {
        let wasm = sequence(&[row(10, 1), row(12, 2), row(16, 3), row(18, 4)], 20);
        let expected = [
            (0, 1, true, false),
            (16, 2, true, true),
            (24, 3, true, false),
            (32, 4, true, false),
            (40, 2, false, false),
        ];
        check(vec![function()], &[wasm], &expected);
    }

    #[test]
    fn a_prologue_of_webassembly_ends_later() {
        let wasm = sequence(&[row(10, 1), Row { prologue_end: true, ..row(16, 2) }], 20);
        check(vec![function()], &[wasm], &[(0, 1, true, false), (24, 2, true, true), (40, 1, false, false)]);
    }

    #[test]
    fn parameters_are_in_their_slots_at_the_end_of_the_prologue() {
        // WebAssembly has its end at the first byte, or no end at all, and one line for everything.
        for prologue_end in [true, false] {
            let wasm = sequence(&[Row { prologue_end, ..row(10, 1) }], 20);
            check(vec![function()], &[wasm], &[(0, 1, true, false), (16, 1, true, true)]);
        }
    }

    #[test]
    fn the_row_of_an_empty_prologue_continues_behind_the_entry() {
        let wasm = sequence(&[Row { prologue_end: true, ..row(10, 1) }, row(16, 2)], 20);
        let expected = [(0, 1, true, false), (16, 1, true, true), (24, 2, true, false), (40, 1, false, false)];
        check(vec![function()], &[wasm], &expected);
    }

    #[test]
    fn a_statement_begins_with_the_first_code_of_its_line() {
        let rest = |address, line| Row { is_stmt: false, ..row(address, line) };
        // The operators at 13 and 15 have no code, the one at 14 has.
        let wasm = sequence(&[row(10, 1), row(13, 2), rest(14, 2), row(15, 3), rest(16, 3), rest(18, 4)], 20);
        let expected = [
            (0, 1, true, false),
            (16, 1, true, true),
            (24, 3, true, false),
            (32, 4, false, false),
            (40, 2, true, false),
        ];
        check(vec![function()], &[wasm], &expected);
    }

    #[test]
    fn rows_of_removed_code_are_gone() {
        let removed_function = sequence(&[row(30, 7), row(34, 8)], 40);
        let removed_by_linker = sequence(&[row(0, 9)], 20);
        let wasm = sequence(&[row(10, 1), row(12, 2), row(15, 3), row(16, 4)], 20);
        let expected = [(0, 1, true, false), (16, 2, true, true), (24, 4, true, false), (40, 2, false, false)];
        check(vec![function()], &[removed_by_linker, removed_function, wasm], &expected);
    }

    #[test]
    fn a_sequence_can_cover_functions_and_functions_sequences() {
        let second = mapped(20..30, 64, 16, &[(0, 4, 20), (4, 16, 25)]);
        let one = sequence(&[row(11, 1), row(14, 2)], 16);
        let other = sequence(&[row(16, 3), row(25, 4)], 30);
        let expected = [
            (0, 1, true, false),
            (16, 1, true, true),
            (24, 3, true, false),
            (40, 2, true, false),
            (64, 3, true, false),
            (68, 4, true, true),
        ];
        check(vec![second, function()], &[one, other], &expected);
    }

    #[test]
    fn code_behind_the_end_of_a_sequence_continues_the_row() {
        let wasm = sequence(&[row(10, 1), row(12, 2)], 13);
        check(vec![function()], &[wasm], &[(0, 1, true, false), (16, 2, true, true)]);
    }
}
