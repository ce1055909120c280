//! The map from addresses in WebAssembly to code: which bytes of the text section come from a range of a module's code.
//!
//! DWARF of WebAssembly counts addresses from the start of the contents of the code section (WebAssembly's conventions
//! for DWARF, "Code Addresses"), and code generation counts from the start of the binary. This file is the only one
//! that converts between the two. It knows no DWARF.

use std::ops::Range;

use rayon::prelude::*;

use crate::codegen::CodeRange;
use crate::module::Program;
use crate::module::index::DefinedFuncIndex;
use crate::module::instance::InstanceIndex;
use crate::object::PlacedBody;

/// The map of one instance.
pub(super) struct AddressMap {
    /// In order of their Wasm addresses, which do not overlap.
    functions: Vec<MappedFunction>,
}

/// A function that has code.
pub(super) struct MappedFunction {
    /// Its body.
    pub(super) body: DefinedFuncIndex,
    /// The Wasm addresses of its body, which begin with the declarations of locals.
    pub(super) wasm: Range<u64>,
    /// Its code, in bytes from the start of the text section.
    pub(super) text: Range<u64>,
    /// Its code in order. The pieces cover all of it: a piece from no place belongs to the one before it, or else to
    /// the one behind it.
    pub(super) code: Vec<Piece>,
    /// The same pieces in order of their Wasm addresses.
    by_wasm: Vec<Piece>,
}

/// A piece of code that comes from one operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The Wasm address of the operator. Code that sets up parameters and locals has the address of the body.
    pub(super) wasm: u64,
    /// The start, in bytes from the start of the text section.
    pub(super) start: u64,
    /// The end, exclusive.
    pub(super) end: u64,
}

impl AddressMap {
    /// The map of an instance, from the bodies of a program.
    pub(super) fn new(program: &Program<'_>, instance: InstanceIndex, bodies: &[PlacedBody]) -> AddressMap {
        let instance = &program.instances[instance];
        let code_start = instance.module.code_start;
        let function = |placed: &PlacedBody| {
            let wasm = program.body(placed.body).code.range();
            MappedFunction::new(placed, wasm, code_start)
        };
        let bodies: Vec<_> = bodies.iter().filter(|placed| instance.bodies.contains(&placed.body)).collect();
        AddressMap::of_functions(bodies.into_par_iter().map(function).collect())
    }

    /// The map of these functions.
    pub(super) fn of_functions(mut functions: Vec<MappedFunction>) -> AddressMap {
        functions.sort_unstable_by_key(|function| function.wasm.start);
        AddressMap { functions }
    }

    /// All functions, in order of their Wasm addresses.
    pub(super) fn functions(&self) -> &[MappedFunction] {
        &self.functions
    }

    /// The function whose body contains a Wasm address.
    pub(super) fn function(&self, wasm: u64) -> Option<&MappedFunction> {
        let position = self.functions.partition_point(|function| function.wasm.end <= wasm);
        self.functions.get(position).filter(|function| function.wasm.contains(&wasm))
    }

    /// The functions whose bodies have an address in a range.
    pub(super) fn functions_in(&self, wasm: &Range<u64>) -> &[MappedFunction] {
        let start = self.functions.partition_point(|function| function.wasm.end <= wasm.start);
        let count = self.functions[start..].partition_point(|function| function.wasm.start < wasm.end);
        &self.functions[start..start + count]
    }

    /// The code of a range of Wasm addresses, as ranges of the text section that are sorted and do not touch. Empty for
    /// code that was removed.
    pub(super) fn ranges(&self, wasm: Range<u64>) -> Vec<Range<u64>> {
        let mut ranges: Vec<Range<u64>> = Vec::new();
        for function in self.functions_in(&wasm) {
            function.add_ranges(&wasm, &mut ranges);
        }
        merged(ranges)
    }
}

/// Ranges in order, those that touch as one.
pub(super) fn merged(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.sort_unstable_by_key(|range| range.start);
    ranges.dedup_by(|next, before| {
        let touches = next.start <= before.end;
        if touches {
            before.end = before.end.max(next.end);
        }
        touches
    });
    ranges
}

impl MappedFunction {
    /// The map of one function. `wasm` is where its body is in the binary, `code_start` where the contents of the code
    /// section start.
    pub(super) fn new(placed: &PlacedBody, wasm: Range<u64>, code_start: u64) -> MappedFunction {
        let address = |binary: u64| binary.saturating_sub(code_start);
        let wasm = address(wasm.start)..address(wasm.end);
        let offset = u64::from(placed.offset);
        let text = offset..offset + u64::from(placed.bytes);
        let piece = |range: &CodeRange| Piece {
            wasm: address(u64::from(range.wasm_offset)),
            start: offset + u64::from(range.start),
            end: offset + u64::from(range.end),
        };
        let mut code: Vec<Piece> = placed.map.ranges.iter().map(piece).collect();
        if code.is_empty() {
            code.push(Piece { wasm: wasm.start, start: text.start, end: text.end });
        }
        code[0].start = text.start;
        for position in 1..code.len() {
            code[position - 1].end = code[position].start;
        }
        let last = code.len() - 1;
        code[last].end = text.end;
        code.dedup_by(|next, before| {
            let continues = next.wasm == before.wasm;
            if continues {
                before.end = next.end;
            }
            continues
        });
        let mut by_wasm = code.clone();
        by_wasm.sort_by_key(|piece| piece.wasm);
        MappedFunction { body: placed.body, wasm, text, code, by_wasm }
    }

    /// Whether a range of Wasm addresses has code.
    pub(super) fn has_code(&self, wasm: &Range<u64>) -> bool {
        let start = self.by_wasm.partition_point(|piece| piece.wasm < wasm.start);
        self.by_wasm.get(start).is_some_and(|piece| piece.wasm < wasm.end)
    }

    /// Adds the code of a range of Wasm addresses, in no order.
    fn add_ranges(&self, wasm: &Range<u64>, ranges: &mut Vec<Range<u64>>) {
        if wasm.start <= self.wasm.start && self.wasm.end <= wasm.end {
            ranges.push(self.text.clone());
            return;
        }
        let start = self.by_wasm.partition_point(|piece| piece.wasm < wasm.start);
        let inside = self.by_wasm[start..].iter().take_while(|piece| piece.wasm < wasm.end);
        ranges.extend(inside.map(|piece| piece.start..piece.end));
    }
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "lists of ranges, of which some have one")]
pub(super) mod tests {
    use super::*;
    use crate::codegen::CodeMap;

    /// A function at a place of the text section whose map has these ranges (start, end, binary offset).
    pub(in crate::debuginfo) fn mapped(
        wasm: Range<u64>,
        offset: u32,
        bytes: u32,
        ranges: &[(u32, u32, u32)],
    ) -> MappedFunction {
        let range = |&(start, end, wasm_offset): &(u32, u32, u32)| CodeRange { start, end, wasm_offset };
        let map = CodeMap { ranges: ranges.iter().map(range).collect(), ..CodeMap::default() };
        MappedFunction::new(&PlacedBody { body: DefinedFuncIndex(0), offset, bytes, map }, wasm, 0)
    }

    fn map() -> AddressMap {
        // In the second function, code of address 25 lies behind the rest, and 23 has become two pieces.
        let first = mapped(10..20, 0, 16, &[(4, 8, 10), (8, 12, 12), (13, 16, 14)]);
        let ranges = [(4, 8, 20), (8, 12, 23), (12, 20, 27), (20, 24, 23), (24, 30, 25)];
        AddressMap::of_functions(vec![mapped(20..30, 16, 32, &ranges), first])
    }

    #[test]
    fn an_address_has_the_function_of_its_body() {
        let map = map();
        let text = |wasm| map.function(wasm).map(|function| function.text.clone());
        assert_eq!(
            [9, 10, 19, 20, 29, 30].map(text),
            [None, Some(0..16), Some(0..16), Some(16..48), Some(16..48), None]
        );
    }

    #[test]
    fn code_from_no_place_belongs_to_the_code_around_it() {
        let map = map();
        assert_eq!(map.ranges(10..11), [0..8]);
        assert_eq!(map.ranges(12..13), [8..13]);
        assert_eq!(map.ranges(25..26), [40..48]);
    }

    #[test]
    fn ranges_are_sorted_and_merged() {
        let map = map();
        assert_eq!(map.ranges(23..26), [24..28, 36..48]);
        assert_eq!(map.ranges(0..100), [0..48]);
        assert_eq!(map.ranges(13..21), [13..24]);
    }

    #[test]
    fn removed_code_has_no_range() {
        let map = map();
        assert_eq!(map.ranges(15..19), []);
        assert_eq!(map.ranges(30..90), []);
        assert_eq!(map.ranges(Range { start: 90, end: 30 }), []);
        assert!(AddressMap::of_functions(Vec::new()).ranges(0..9).is_empty());
    }

    #[test]
    fn a_function_without_a_map_is_one_piece() {
        let function = mapped(10..20, 32, 8, &[]);
        assert_eq!(function.code, [Piece { wasm: 10, start: 32, end: 40 }]);
    }
}
