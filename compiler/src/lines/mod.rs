//! The phase that finds source lines: for each place that the report of a trap can show, the file, the line and the
//! functions that were inlined there.
//!
//! It exists so that reports have lines without a reader of debug information in the executable. What the modules say
//! about their source is not validated: damage costs lines, and must never be an error of the compilation. How the
//! table is written is not decided here, but in `wasmc_abi::lines`.

mod dwarf;

use std::borrow::Cow;
use std::collections::HashMap;

use rayon::prelude::*;
use wasmc_abi::sites;

use crate::codegen::CompiledFunction;
use crate::debuginfo::{Positions, PrefixMap, given_positions};
use crate::module::custom::demangle;
use crate::module::index::Index as _;
use crate::module::instance::InstanceIndex;
use crate::module::{Module, Program};
use crate::options::{Backtrace, Options};
use crate::plan::Plan;
use crate::plan::symbols::Definition;
use crate::sources::Sources;
use dwarf::Resolver;

/// The source lines of a program.
#[derive(Default)]
pub(crate) struct SourceLines {
    /// The functions of the plan, in order, in pieces; empty if there are no lines.
    pieces: Vec<Piece>,
}

/// Functions that follow one another.
#[derive(Default)]
struct Piece {
    texts: Texts,
    /// For each function, its places in order.
    functions: Vec<Vec<Place>>,
}

impl Piece {
    fn functions(&self) -> impl Iterator<Item = FunctionLines<'_>> {
        self.functions.iter().map(|places| FunctionLines { texts: &self.texts, places })
    }
}

/// The frames of all sites from one Wasm offset up to that of the next place.
pub(crate) struct Place {
    /// Bytes from the start of the binary.
    pub(crate) wasm_offset: u32,
    frames: Vec<Frame>,
}

/// A place in the source, as numbers of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Frame {
    name: u32,
    file: u32,
    line: u32,
    column: u32,
}

impl SourceLines {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The functions of the plan, in order. For each: its places in order, with a way to their frames, which are the
    /// innermost first, each a name (empty for that of the function), a file, a line and a column.
    pub(crate) fn functions(&self) -> impl Iterator<Item = FunctionLines<'_>> {
        self.pieces.iter().flat_map(Piece::functions)
    }
}

/// The lines of one function.
#[derive(Clone, Copy)]
pub(crate) struct FunctionLines<'s> {
    texts: &'s Texts,
    /// In order.
    pub(crate) places: &'s [Place],
}

impl<'s> FunctionLines<'s> {
    /// The frames of a place, in the form of `wasmc_abi::lines::Encoder::add`.
    pub(crate) fn frames(self, place: &'s Place) -> impl ExactSizeIterator<Item = (&'s str, &'s str, u32, u32)> {
        let text = move |number: u32| self.texts.list[number as usize].as_str();
        place.frames.iter().map(move |frame| (text(frame.name), text(frame.file), frame.line, frame.column))
    }
}

/// The source of the lines of a module.
enum Description<'s> {
    /// Its DWARF.
    Dwarf,
    /// A source map, or the text that it was assembled from.
    Positions(Positions<'s>),
}

/// Finds lines of one module.
enum Finder<'d> {
    Dwarf(Resolver<'d>),
    Positions(&'d Positions<'d>),
    /// There is DWARF, but it is damaged.
    Nothing,
}

/// A place in the source, as a finder gives it.
struct Found<'r> {
    /// The function, as the producer wrote it; empty if it is not known.
    name: Cow<'r, str>,
    /// The file; empty if it is not known.
    file: Cow<'r, str>,
    /// From 1, or 0.
    line: u32,
    /// From 1, or 0.
    column: u32,
}

impl Description<'_> {
    fn finder<'d>(&'d self, module: &'d Module<'d>) -> Finder<'d> {
        match self {
            Description::Dwarf => Resolver::new(module).map_or(Finder::Nothing, Finder::Dwarf),
            Description::Positions(positions) => Finder::Positions(positions),
        }
    }
}

impl Finder<'_> {
    /// The frames at an offset in the binary, in a function that begins at `start`: the innermost inlined function
    /// first, the compiled function last.
    fn frames(&self, start: u32, offset: u32) -> Vec<Found<'_>> {
        match self {
            Finder::Dwarf(resolver) => resolver.frames(offset),
            Finder::Positions(positions) => {
                let found = |(file, line, column)| Found { name: "".into(), file, line, column };
                positions.at(start, offset).into_iter().map(found).collect()
            }
            Finder::Nothing => Vec::new(),
        }
    }
}

/// Finds the lines of all functions, if the options ask for them and the modules have debug information. `functions` is
/// the code of what the plan defines, in its order.
pub(crate) fn find(
    program: &Program<'_>,
    plan: &Plan,
    sources: &Sources<'_>,
    functions: &[CompiledFunction],
    options: &Options,
) -> SourceLines {
    if options.backtrace != Backtrace::Full {
        return SourceLines::default();
    }
    let instances: Vec<InstanceIndex> = program.instances.iter().map(|(index, _)| index).collect();
    let described = instances.into_par_iter().filter_map(|index| {
        let module = program.instances[index].module;
        if dwarf::is_usable(module) {
            return Some((index, Description::Dwarf));
        }
        // The phase of debug information warns of a source map that cannot be used.
        let positions = given_positions(module, &sources.source(index.position()), &mut Default::default());
        positions.map(|positions| (index, Description::Positions(positions)))
    });
    let described: HashMap<InstanceIndex, Description<'_>> = described.collect();
    if described.is_empty() {
        return SourceLines::default();
    }
    // One piece for each worker, because a resolver reads a unit when it needs the unit for the first time.
    let prefixes = PrefixMap::new(&options.debug_prefix_map);
    let piece_functions = functions.len().div_ceil(rayon::current_num_threads()).max(1);
    let pieces = plan.symbols.definitions().par_chunks(piece_functions).zip(functions.par_chunks(piece_functions));
    SourceLines {
        pieces: pieces.map(|(definitions, code)| piece(program, &described, prefixes, definitions, code)).collect(),
    }
}

fn piece(
    program: &Program<'_>,
    described: &HashMap<InstanceIndex, Description<'_>>,
    prefixes: PrefixMap<'_>,
    definitions: &[Definition],
    functions: &[CompiledFunction],
) -> Piece {
    let mut texts = Texts::default();
    let mut finders = HashMap::new();
    let mut lines_of = |(definition, function): (&Definition, &CompiledFunction)| {
        let (Definition::Body(body), Some(start)) = (*definition, function.start) else { return Vec::new() };
        let Some(description) = described.get(&start.instance) else { return Vec::new() };
        let module = program.instances[start.instance].module;
        let finder = finders.entry(start.instance).or_insert_with(|| description.finder(module));
        let (has_name, label) = (program.name(body).is_some(), program.instance_label(body));
        places(function, start.byte, |offset| {
            let frames = finder.frames(start.byte, offset);
            let compiled = frames.len().wrapping_sub(1);
            let number = |(position, frame): (usize, Found<'_>)| Frame {
                name: match frame.name {
                    // The function record has its name.
                    _ if has_name && position == compiled => 0,
                    name if name.is_empty() => 0,
                    name => texts.number(&labelled(name, label.as_deref()), demangle),
                },
                file: texts
                    .number(&frame.file, |path| String::from_utf8_lossy(&prefixes.apply(path.as_bytes())).into_owned()),
                line: frame.line,
                column: frame.column,
            };
            frames.into_iter().enumerate().map(number).collect()
        })
    };
    let functions = definitions.iter().zip(functions).map(&mut lines_of).collect();
    Piece { texts, functions }
}

/// A name as reports show it, in a program of several instances with that of the instance.
fn labelled<'n>(name: Cow<'n, str>, instance: Option<&str>) -> Cow<'n, str> {
    match instance {
        Some(instance) => Cow::Owned(format!("{instance}!{}", demangle(&name))),
        None => name,
    }
}

/// The places of a function: its start, where its stack may be used up, and its sites. `resolve` gives the frames at a
/// Wasm offset.
fn places(function: &CompiledFunction, start: u32, mut resolve: impl FnMut(u32) -> Vec<Frame>) -> Vec<Place> {
    let mut offsets: Vec<u32> = sites::decode(&function.sites, start).map(|site| site.wasm_offset).collect();
    offsets.push(start);
    offsets.sort_unstable();
    offsets.dedup();
    let mut places: Vec<Place> = Vec::new();
    for wasm_offset in offsets.into_iter().filter(|offset| *offset >= start) {
        let frames = resolve(wasm_offset);
        if places.last().is_none_or(|before| before.frames != frames) {
            places.push(Place { wasm_offset, frames });
        }
    }
    places
}

/// Texts by number, each once. The empty text is number 0.
struct Texts {
    list: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Default for Texts {
    fn default() -> Texts {
        Texts { list: vec![String::new()], numbers: HashMap::from([(String::new(), 0)]) }
    }
}

impl Texts {
    /// The number of a text, which is stored as `shown` makes it.
    fn number(&mut self, text: &str, shown: impl FnOnce(&str) -> String) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.list.len() as u32;
        self.numbers.insert(text.to_owned(), number);
        self.list.push(shown(text));
        number
    }
}
