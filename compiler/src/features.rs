//! Proposals for WebAssembly: sets of them ([`Proposals`]), and the list of names that `--wasm-features` takes.
//!
//! `features/table.rs` is the table of proposals, and a set is a set of its rows. Validation, inspection and errors use
//! the same sets, so that they agree on names. No other file may have a list of proposals.

mod table;

use std::fmt;
use std::ops::{BitAnd, BitOr, BitOrAssign};

use wasmparser::WasmFeatures;

use crate::error::{Error, Result};
use crate::nearest::nearest;

pub(crate) use table::Row;
use table::TABLE;

/// A set of proposals for WebAssembly: those that modules may use ([`Options::wasm_features`]), or that one uses.
///
/// The default is the empty set.
///
/// [`Options::wasm_features`]: crate::Options::wasm_features
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Proposals(u32);

const _: () = assert!(TABLE.len() <= u32::BITS as usize, "a set has a bit for each proposal");

impl Proposals {
    /// The names of sets that [`Proposals::parse`] takes, in the order in which they are listed.
    pub const SETS: [&str; 5] = ["all", "mvp", "wasm1", "wasm2", "wasm3"];

    /// All proposals that wasmc compiles.
    pub fn all() -> Proposals {
        Proposals::of_rows(|row| row.compiled)
    }

    /// The set that a list means. It begins as [`Proposals::all`]; `+NAME` and `-NAME` turn a proposal on or off, with
    /// commas between them. Turning a proposal on turns on those that it builds on, and turning it off turns off those
    /// that build on it. The names are those of the repositories; clang's names for them are accepted as well.
    ///
    /// The name of a set replaces everything before it in the list: `all`, `mvp` for no proposal, `wasm1`, `wasm2` or
    /// `wasm3` for the proposals in that version of the specification that wasmc compiles.
    ///
    /// ```
    /// use wasmc_compiler::Proposals;
    ///
    /// assert_eq!(Proposals::parse("mvp,+relaxed-simd")?.names(), ["simd", "relaxed-simd"]);
    /// assert_eq!(Proposals::parse("wasm2,-simd")?, Proposals::parse("wasm2,-simd,-relaxed-simd")?);
    /// # Ok::<(), wasmc_compiler::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Options`] for unknown names, and when a proposal is to be turned on that wasmc does not compile.
    pub fn parse(list: &str) -> Result<Proposals> {
        let mut set = Proposals::all();
        for word in list.split(',').map(str::trim) {
            set = match (word.strip_prefix('+'), word.strip_prefix('-')) {
                (Some(name), _) => set.with(compiled(name)?),
                (_, Some(name)) => set.without(known(name)?),
                _ => Proposals::set_of(word)?,
            };
        }
        Ok(set)
    }

    /// The names of the proposals in it, in the order in which wasmc lists them.
    pub fn names(self) -> Vec<&'static str> {
        self.rows().map(|row| row.name).collect()
    }

    /// The proposals in it.
    pub(crate) fn rows(self) -> impl Iterator<Item = &'static Row> {
        const { &TABLE }.iter().enumerate().filter(move |(place, _)| self.0 & 1 << place != 0).map(|(_, row)| row)
    }

    /// The proposals that are not in it.
    pub(crate) fn missing(self) -> impl Iterator<Item = &'static Row> {
        const { &TABLE }.iter().filter(move |row| !self.intersects(Proposals::of_row(row)))
    }

    /// The set with only the proposal of this key, or the empty set for `mvp`. Any other key that is not in the table
    /// is an error at compile time.
    pub(crate) const fn only(key: &str) -> Proposals {
        match table::same(key.as_bytes(), b"mvp") {
            true => Proposals(0),
            false => Proposals(1 << table::place(key)),
        }
    }

    /// The set with only the proposal of this row.
    pub(crate) fn of_row(row: &Row) -> Proposals {
        Proposals::only(row.key)
    }

    /// Whether any proposal is in both.
    pub(crate) fn intersects(self, other: Proposals) -> bool {
        self.0 & other.0 != 0
    }

    /// This set if the condition holds, else the empty set.
    pub(crate) fn when(self, condition: bool) -> Proposals {
        if condition { self } else { Proposals::default() }
    }

    /// The flags with which a validator accepts these proposals.
    pub(crate) fn flags(self) -> WasmFeatures {
        self.rows().fold(WasmFeatures::MVP, |flags, row| flags | row.flag)
    }

    /// [`flags`](Proposals::flags) for a module that uses these proposals.
    ///
    /// Since version 3.0 a constant expression may read any immutable global before it (core specification, 3.4.12), in
    /// every module. wasmparser has no flag for that but the one for gc, so a module without gc is validated with it.
    /// That flag implies function-references, and so is only set with these.
    pub(crate) fn flags_of_module(self, used: Proposals) -> WasmFeatures {
        match self.intersects(Proposals::only("function_references")) && !used.intersects(Proposals::only("gc")) {
            true => self.flags() | WasmFeatures::GC,
            false => self.flags(),
        }
    }

    fn of_rows(holds: impl Fn(&Row) -> bool) -> Proposals {
        let places = TABLE.iter().enumerate().filter(|(_, row)| holds(row));
        Proposals(places.fold(0, |bits, (place, _)| bits | 1 << place))
    }

    /// The set of this name.
    fn set_of(name: &str) -> Result<Proposals> {
        let version = |last| Proposals::of_rows(|row| row.compiled && row.version.is_some_and(|first| first <= last));
        match name {
            "all" => Ok(Proposals::all()),
            "mvp" => Ok(Proposals::default()),
            "wasm1" => Ok(version(1)),
            "wasm2" => Ok(version(2)),
            "wasm3" => Ok(version(3)),
            _ => Err(unsigned(name)),
        }
    }

    /// This set with a proposal and all proposals that it builds on.
    pub(crate) fn with(self, row: &Row) -> Proposals {
        let itself = self | Proposals::of_row(row);
        row.needs.iter().filter_map(|needed| find(needed)).fold(itself, |set, needed| set.with(needed))
    }

    /// This set without a proposal and all proposals that build on it. One walk is enough, because the table lists a
    /// proposal after those that it builds on.
    pub(crate) fn without(self, row: &Row) -> Proposals {
        let mut remaining = Proposals::default();
        for candidate in self.rows().filter(|candidate| candidate.key != row.key) {
            let mut needs = candidate.needs.iter().filter_map(|needed| find(needed));
            let has_all = needs.all(|needed| remaining.intersects(Proposals::of_row(needed)));
            remaining |= Proposals::of_row(candidate).when(has_all);
        }
        remaining
    }
}

/// The proposal of this name.
pub(crate) fn find(name: &str) -> Option<&'static Row> {
    const { &TABLE }.iter().find(|row| row.name == name || row.aliases.contains(&name))
}

fn known(name: &str) -> Result<&'static Row> {
    find(name).ok_or_else(|| {
        let names = TABLE.iter().filter(|row| row.compiled).map(|row| row.name).collect::<Vec<_>>().join(", ");
        let list = format!("the proposals are {names}");
        let close = nearest(name, TABLE.iter().flat_map(|row| row.aliases.iter().chain([&row.name])).copied());
        Error::Options {
            message: format!("unknown proposal '{name}'"),
            hint: Some(match close {
                Some(close) => format!("did you mean {close}? {list}"),
                None => list,
            }),
        }
    })
}

fn compiled(name: &str) -> Result<&'static Row> {
    let row = known(name)?;
    if row.compiled {
        return Ok(row);
    }
    Err(Error::Options {
        message: format!("wasmc does not compile the proposal {} yet", row.name),
        hint: Some("wasmc's README has a table of the proposals that it compiles".into()),
    })
}

fn unsigned(word: &str) -> Error {
    let sets = Proposals::SETS.join(", ");
    let hint = match (find(word), nearest(word, Proposals::SETS)) {
        (Some(row), _) => format!("write +{} to turn it on, or -{} to turn it off", row.name, row.name),
        (None, Some(close)) => format!("did you mean {close}? the sets are {sets}"),
        (None, None) => format!("the sets are {sets}; a proposal has a sign before its name, as in +{}", TABLE[0].name),
    };
    Error::Options { message: format!("unknown set of proposals '{word}'"), hint: Some(hint) }
}

impl fmt::Debug for Proposals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

impl BitOr for Proposals {
    type Output = Proposals;

    fn bitor(self, other: Proposals) -> Proposals {
        Proposals(self.0 | other.0)
    }
}

impl BitOrAssign for Proposals {
    fn bitor_assign(&mut self, other: Proposals) {
        *self = *self | other;
    }
}

impl BitAnd for Proposals {
    type Output = Proposals;

    fn bitand(self, other: Proposals) -> Proposals {
        Proposals(self.0 & other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &str) -> Vec<&'static str> {
        Proposals::parse(list).unwrap_or_else(|error| panic!("{list}: {error}")).names()
    }

    fn refusal(list: &str) -> (String, String) {
        let error = Proposals::parse(list).expect_err(list);
        (error.to_string(), error.hint().expect("a hint"))
    }

    #[test]
    fn sets_are_those_of_the_versions() {
        assert_eq!(names("mvp"), [""; 0]);
        assert_eq!(names("wasm1"), ["mutable-global"]);
        assert_eq!(names("wasm2").len(), 7);
        assert_eq!(Proposals::parse("wasm2").expect("a set").flags(), WasmFeatures::WASM2);
        // Threads are in wasmparser's set, but not in the specification.
        let flags = Proposals::parse("wasm3,+threads").expect("a set").flags();
        assert_eq!(flags, WasmFeatures::WASM3.difference(WasmFeatures::GC));
        assert_eq!(names("all"), Proposals::all().names());
        assert_eq!(names("-simd,all"), Proposals::all().names());
    }

    #[test]
    fn proposals_come_and_go_with_those_they_build_on() {
        assert_eq!(names("mvp,+legacy-exceptions"), ["reference-types", "exception-handling", "legacy-exceptions"]);
        assert_eq!(names("wasm2,+function-references,-reference-types"), names("wasm2,-reference-types"));
        assert_eq!(names("mvp, +simd128 ,+bulk-memory"), ["bulk-memory-operations", "simd"]);
        let without = names("-reference-types");
        for gone in ["reference-types", "exception-handling", "legacy-exceptions", "function-references"] {
            assert!(!without.contains(&gone), "{gone}");
        }
        assert_eq!(without.len(), Proposals::all().names().len() - 4);
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_what_can() {
        let (message, hint) = refusal("+tail_calls");
        assert_eq!(message, "unknown proposal 'tail_calls'");
        assert!(hint.starts_with("did you mean tail-call? the proposals are mutable-global, "), "{hint}");
        assert!(!hint.contains("gc"), "{hint}");
        assert_eq!(refusal("-").0, "unknown proposal ''");
        assert_eq!(refusal("+gc").0, "wasmc does not compile the proposal gc yet");
        assert_eq!(Proposals::parse("-gc").expect("it is off"), Proposals::all());
        assert_eq!(refusal("simd").1, "write +simd to turn it on, or -simd to turn it off");
        assert_eq!(refusal("wasm4").1, "did you mean wasm1? the sets are all, mvp, wasm1, wasm2, wasm3");
        assert_eq!(refusal("").0, "unknown set of proposals ''");
    }
}
