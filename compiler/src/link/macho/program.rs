//! The program as pieces: parts of sections that are included or left out, and placed, as a unit.
//!
//! In an object with the flag `MH_SUBSECTIONS_VIA_SYMBOLS`, sections are cut into pieces at their symbols. In any other
//! object, code may rely on distances within a section, so each section is one piece. Symbols are resolved here, once,
//! to offsets in pieces; later steps must not look up a name.

use std::collections::HashMap;
use std::ops::Range;

use object::macho;

use super::input::{Definition, Input, Section, Symbol};
use super::{Architecture, failed, imports, shown};
use crate::error::Result;

/// The symbol where the program starts. dyld calls it like `main` of C.
pub(super) const ENTRY: &[u8] = b"_main";

/// All inputs, as pieces.
pub(super) struct Program<'a> {
    pub(super) architecture: Architecture,
    pub(super) inputs: Vec<Input<'a>>,
    /// In the order of inputs, sections and offsets.
    pub(super) pieces: Vec<Piece>,
    /// For each input, for each section: its pieces.
    pub(super) ranges: Vec<Vec<Range<usize>>>,
    /// For each input, for each symbol: its definition in the program.
    pub(super) targets: Vec<Vec<Referent>>,
    /// The names that can be imported.
    pub(super) imports: Vec<&'static str>,
    pub(super) entry: PieceOffset,
}

/// A part of a section.
pub(super) struct Piece {
    pub(super) input: usize,
    pub(super) section: usize,
    /// From the start of the section.
    pub(super) start: u64,
    pub(super) bytes: u64,
    /// Whether the program needs it.
    pub(super) is_live: bool,
    /// In memory. The layout sets it.
    pub(super) address: u64,
    /// The number of the executable's section that contains it. The layout sets it.
    pub(super) output: usize,
}

/// An offset in a piece, or its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PieceOffset {
    pub(super) piece: usize,
    pub(super) offset: u64,
}

/// The thing that a reference refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Referent {
    Piece(PieceOffset),
    /// By its number in [`Program::imports`].
    Import(usize),
    /// Defined nowhere. That is an error if a live piece refers to it.
    Undefined {
        input: usize,
        symbol: usize,
    },
}

impl<'a> Program<'a> {
    /// Cuts sections into pieces and resolves symbols.
    pub(super) fn new(inputs: Vec<Input<'a>>, architecture: Architecture) -> Result<Program<'a>> {
        let (mut pieces, mut ranges) = (Vec::new(), Vec::new());
        for (index, input) in inputs.iter().enumerate() {
            ranges.push(cut(index, input, &mut pieces));
        }
        let imports = imports::names(architecture);
        let entry = PieceOffset { piece: 0, offset: 0 };
        let mut program = Program { architecture, inputs, pieces, ranges, targets: Vec::new(), imports, entry };
        program.resolve()?;
        Ok(program)
    }

    /// The section that a piece is part of.
    pub(super) fn section(&self, piece: &Piece) -> &Section<'a> {
        &self.inputs[piece.input].sections[piece.section]
    }

    /// The sections that may be part of the program, with their inputs.
    pub(super) fn loaded_sections(&self) -> impl Iterator<Item = (usize, usize)> {
        let sections = self.inputs.iter().enumerate().flat_map(|(input, object)| {
            object.sections.iter().enumerate().map(move |(index, section)| (input, index, section))
        });
        sections.filter(|(_, _, section)| section.is_loaded()).map(|(input, index, _)| (input, index))
    }

    /// The piece of a section that contains this offset, or that ends there.
    pub(super) fn place(&self, input: usize, section: usize, offset: u64) -> PieceOffset {
        let range = &self.ranges[input][section];
        let pieces = &self.pieces[range.clone()];
        // Each section has a piece that starts at 0.
        let index = pieces.partition_point(|piece| piece.start <= offset).saturating_sub(1);
        PieceOffset { piece: range.start + index, offset: offset - pieces[index].start }
    }

    /// The address in memory, once the layout is known.
    pub(super) fn address(&self, place: PieceOffset) -> u64 {
        self.pieces[place.piece].address + place.offset
    }

    /// Symbols that are defined in live pieces, with their offsets.
    pub(super) fn live_symbols(&self) -> impl Iterator<Item = (&Input<'a>, &Symbol<'a>, PieceOffset)> {
        let symbols = self.inputs.iter().zip(&self.targets).flat_map(|(input, targets)| {
            input.symbols.iter().zip(targets).map(move |(symbol, target)| (input, symbol, *target))
        });
        symbols.filter_map(|(input, symbol, target)| match (symbol.definition, target) {
            (Definition::Defined { .. }, Referent::Piece(place)) if self.pieces[place.piece].is_live => {
                Some((input, symbol, place))
            }
            _ => None,
        })
    }

    fn resolve(&mut self) -> Result<()> {
        let globals = self.globals()?;
        let imports: HashMap<&[u8], usize> =
            self.imports.iter().enumerate().map(|(index, name)| (name.as_bytes(), index)).collect();
        let mut targets = Vec::new();
        for (input, object) in self.inputs.iter().enumerate() {
            let target = |(index, symbol): (usize, &Symbol<'a>)| match (symbol.definition, globals.get(symbol.name)) {
                (Definition::Defined { .. } | Definition::Undefined, Some(&place)) if symbol.is_global => {
                    Referent::Piece(place)
                }
                (Definition::Defined { section, offset }, _) => Referent::Piece(self.place(input, section, offset)),
                _ => match imports.get(symbol.name) {
                    Some(&import) => Referent::Import(import),
                    None => Referent::Undefined { input, symbol: index },
                },
            };
            targets.push(object.symbols.iter().enumerate().map(target).collect());
        }
        let missing = || failed(format!("undefined symbol: {}", shown(ENTRY)));
        self.entry = *globals.get(ENTRY).ok_or_else(missing)?;
        self.targets = targets;
        Ok(())
    }

    /// The definitions of global names. Of several definitions, the strong one counts, or else the first.
    fn globals(&self) -> Result<HashMap<&'a [u8], PieceOffset>> {
        let mut globals: HashMap<&[u8], (PieceOffset, bool)> = HashMap::new();
        for (input, object) in self.inputs.iter().enumerate() {
            for symbol in object.symbols.iter().filter(|symbol| symbol.is_global) {
                let Definition::Defined { section, offset } = symbol.definition else { continue };
                let new = (self.place(input, section, offset), symbol.is_weak);
                match globals.get(symbol.name) {
                    Some((_, false)) if !symbol.is_weak => {
                        return Err(failed(format!("symbol {} is defined twice", shown(symbol.name))));
                    }
                    Some((_, is_weak)) if symbol.is_weak || !is_weak => {}
                    _ => drop(globals.insert(symbol.name, new)),
                }
            }
        }
        Ok(globals.into_iter().map(|(name, (place, _))| (name, place)).collect())
    }
}

/// Appends the pieces of an object and returns the range of each section's pieces.
fn cut(index: usize, input: &Input<'_>, pieces: &mut Vec<Piece>) -> Vec<Range<usize>> {
    let mut starts = vec![vec![0]; input.sections.len()];
    if input.is_divisible {
        for symbol in input.symbols.iter().filter(|symbol| !symbol.is_alternative) {
            if let Definition::Defined { section, offset } = symbol.definition
                && input.sections[section].flags & macho::SECTION_TYPE <= macho::S_ZEROFILL
            {
                starts[section].push(offset);
            }
        }
    }
    let mut ranges = Vec::new();
    for (section, mut starts) in starts.into_iter().enumerate() {
        let first = pieces.len();
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).copied().chain([input.sections[section].bytes]);
        pieces.extend(starts.iter().zip(ends).map(|(&start, end)| Piece {
            input: index,
            section,
            start,
            bytes: end - start,
            is_live: !input.is_divisible && input.sections[section].is_loaded(),
            address: 0,
            output: 0,
        }));
        ranges.push(first..pieces.len());
    }
    ranges
}
