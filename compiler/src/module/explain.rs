//! The error for a module that is not valid: the proposal that would make it valid, or else what is wrong.
//!
//! Finding the proposal takes further validations, so this belongs to parsing; the table of proposals
//! ([`crate::features`]) must not depend on it.

use rayon::prelude::*;
use wasmparser::{BinaryReaderError, Operator};

use super::parse::{find_function, find_operator, validity};
use crate::error::Error;
use crate::features::{Proposals, Row};

/// Turns a validation error into an error for people: it names the proposal with which the module would be valid beyond
/// the error, or else the mistake. The module may use the proposals `on`, and has encodings of those in `used`.
pub(super) fn explain(wasm: &[u8], error: BinaryReaderError, on: Proposals, used: Proposals) -> Error {
    let place = find_function(wasm, |body| body.range().contains(&error.offset()).then_some(error.offset()));
    let Some(row) = missing(wasm, &error, on, used) else {
        return Error::Invalid {
            message: in_function(error.message(), place.as_ref()),
            offset: Some(error.offset()),
            hint: None,
        };
    };
    let place = place.or_else(|| first_use(wasm, row));
    let proposal = row.name.into();
    let message = in_function(error.message(), place.as_ref());
    let offset = Some(place.map_or(error.offset(), |(_, offset)| offset));
    match row.compiled {
        true => Error::TurnedOff { proposal, message, offset },
        false => Error::Unsupported { proposal, message, offset },
    }
}

/// The missing proposal: the one with which the module is valid up to the largest offset, the first of several.
///
/// With it the module is valid beyond the error, or fails there for another reason. Where two are missing at one place,
/// neither may help alone, and it is the one that the validator asks for. A proposal can also carry the validator past
/// a plain mistake, whose bytes it reads in another way, so a proposal is only named if the module uses it elsewhere
/// too or is valid as a whole with it.
fn missing(wasm: &[u8], error: &BinaryReaderError, on: Proposals, used: Proposals) -> Option<&'static Row> {
    let reach = |row: &&'static Row| match validity(wasm, on.with(row).flags_of_module(used)) {
        Ok(()) => Some(u64::MAX),
        Err(_) if !used.intersects(Proposals::of_row(row)) => None,
        Err(other) if other.offset() == error.offset() && other.message() == error.message() => None,
        Err(other) => (other.offset() >= error.offset()).then(|| other.offset()),
    };
    // Exceptions with results are stack-switching's too, but a mistake in every module without its types.
    let is_candidate = |row: &&Row| row.key != "stack_switching" || used.intersects(Proposals::of_row(row));
    let off: Vec<&'static Row> = on.missing().filter(is_candidate).collect();
    let reaches: Vec<Option<u64>> = off.par_iter().map(reach).collect();
    // The last of the largest, in reverse order.
    let furthest = reaches.into_iter().zip(&off).rev().filter_map(|(reach, row)| Some((reach?, *row)));
    let asked_for = error.missing_wasm_feature();
    furthest
        .max_by_key(|(reach, _)| *reach)
        .map(|(_, row)| row)
        .or_else(|| asked_for.and_then(|flag| off.into_iter().find(|row| row.flag == flag)))
}

fn in_function(message: &str, place: Option<&(String, u64)>) -> String {
    match place {
        Some((function, _)) => format!("{message} in {function}"),
        None => message.into(),
    }
}

/// The first use of a proposal in code. It says more than an error in a section before the code.
fn first_use(wasm: &[u8], row: &Row) -> Option<(String, u64)> {
    let uses = |operator: &Operator<'_>| Proposals::of_operator(operator).intersects(Proposals::of_row(row));
    find_function(wasm, |body| find_operator(body, uses))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features;
    use crate::inspect::summarize;

    /// For each proposal that is compiled, a module that needs it and the proposals that it builds on, and no other.
    const USES: [(&str, &str); 17] = [
        ("mutable-global", r#"(module (import "m" "g" (global (mut i32))))"#),
        ("sign-extension-ops", "(module (func (drop (i32.extend8_s (i32.const 1)))))"),
        ("nontrapping-float-to-int-conversions", "(module (func (drop (i32.trunc_sat_f32_s (f32.const 1)))))"),
        ("multi-value", "(module (func (result i32 i32) (i32.const 1) (i32.const 2)))"),
        ("bulk-memory-operations", r#"(module (memory 1) (data "a"))"#),
        ("reference-types", "(module (func (param externref)))"),
        ("simd", "(module (func (param v128)))"),
        ("extended-const", "(module (global i32 (i32.add (i32.const 1) (i32.const 2))))"),
        (
            "relaxed-simd",
            "(module (func (param v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 0))))",
        ),
        ("threads", "(module (memory 1 1 shared))"),
        ("exception-handling", "(module (tag) (func (throw 0)))"),
        ("legacy-exceptions", "(module (func try catch_all end))"),
        ("tail-call", "(module (func (return_call 0)))"),
        ("function-references", "(module (type $f (func)) (func (param (ref $f)) (call_ref $f (local.get 0))))"),
        ("multi-memory", "(module (memory 1) (memory 1))"),
        ("memory64", "(module (memory i64 1))"),
        ("custom-page-sizes", "(module (memory 1 (pagesize 1)))"),
    ];

    /// Further modules for these proposals, and modules for proposals that are not compiled.
    const MORE_USES: [(&str, &str); 27] = [
        ("function-references", "(module (global $a i32 (i32.const 1)) (global i32 (global.get $a)))"),
        ("wide-arithmetic", "(module (func (result i64 i64) (i64.mul_wide_u (i64.const 1) (i64.const 2))))"),
        ("mutable-global", r#"(module (global (export "g") (mut i32) (i32.const 1)))"#),
        ("memory64", "(module (table i64 1 funcref))"),
        ("exception-handling", "(module (func (param exnref)))"),
        ("function-references", "(module (func (param (ref func))))"),
        ("gc", "(module (type (struct (field i32))))"),
        ("gc", "(module (type (array i8)))"),
        ("gc", "(module (rec (type (func)) (type (func))))"),
        ("gc", "(module (type (sub (func))))"),
        ("gc", "(module (type $f (sub (func))) (type (sub final $f (func))))"),
        ("gc", "(module (func (param anyref)))"),
        ("gc", "(module (func (local eqref)))"),
        ("gc", "(module (table 1 i31ref))"),
        ("gc", "(module (global structref (ref.null struct)))"),
        ("gc", "(module (func (result arrayref) unreachable))"),
        ("gc", "(module (func (param nullref)))"),
        ("gc", "(module (func (param nullfuncref)))"),
        ("gc", "(module (func (block (result nullexternref) unreachable) drop))"),
        ("gc", "(module (func (drop (ref.null none))))"),
        ("gc", "(module (type $f (func (param (ref $f)))))"),
        ("gc", "(module (func (drop (select (result nullfuncref) (unreachable) (unreachable) (unreachable)))))"),
        ("gc", "(module (global $a i32 (i32.const 1)) (global i32 (global.get $a)) (func (drop (ref.null any))))"),
        ("gc", "(module (func (drop (ref.i31 (i32.const 1)))))"),
        ("gc", "(module (func (drop (ref.test anyref (ref.null any)))))"),
        ("gc", "(module (func (param externref) (drop (any.convert_extern (local.get 0)))))"),
        ("gc", "(module (func (param (ref func)) (drop (ref.eq (ref.null eq) (ref.null eq)))))"),
    ];

    fn uses() -> impl Iterator<Item = (&'static Row, Vec<u8>)> {
        USES.into_iter().chain(MORE_USES).map(|(name, text)| {
            (features::find(name).expect("a row"), wat::parse_str(text).unwrap_or_else(|error| panic!("{error}")))
        })
    }

    fn error(wasm: &[u8], on: Proposals) -> Option<Error> {
        super::super::parse(wasm, on, &()).err()
    }

    #[test]
    fn what_is_turned_off_is_refused_by_name() {
        for (row, wasm) in uses().filter(|(row, _)| row.compiled) {
            let found = error(&wasm, Proposals::all());
            assert!(found.is_none(), "{}: {found:?}", row.name);
            match error(&wasm, Proposals::all().without(row)) {
                Some(Error::TurnedOff { proposal, .. }) if proposal == row.name => {}
                other => panic!("{}: {other:?}", row.name),
            }
            // The proposal and those that it builds on must suffice.
            let found = error(&wasm, Proposals::default().with(row) | Proposals::only("multi_value"));
            assert!(found.is_none(), "{}: {found:?}", row.name);
        }
    }

    #[test]
    fn what_is_not_compiled_is_refused_by_name() {
        for (row, wasm) in uses().filter(|(row, _)| !row.compiled) {
            match error(&wasm, Proposals::all()) {
                Some(Error::Unsupported { proposal, .. }) if proposal == row.name => {}
                other => panic!("{}: {other:?}", row.name),
            }
        }
    }

    #[test]
    fn every_proposal_that_is_compiled_has_a_module_that_uses_it() {
        for row in Proposals::all().rows() {
            assert!(uses().any(|(used, _)| used.key == row.key), "{}", row.name);
        }
    }

    #[test]
    fn inspection_sees_what_validation_asks_for() {
        for (row, wasm) in uses() {
            let summary = summarize(&wasm, None).expect("it can be read");
            let found = summary.proposals.iter().find(|found| found.name == row.name);
            assert!(found.is_some_and(|found| found.supported == row.compiled), "{}: {summary:?}", row.name);
        }
    }

    #[test]
    fn a_mistake_is_not_named_after_a_proposal_that_would_read_it_differently() {
        // `i32.load` with an alignment of 2^32, which is an ordering and an alignment in relaxed-atomics.
        let wasm = *b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x05\x03\x01\0\x01\
            \x0a\x0a\x01\x08\0\x41\0\x28\x20\0\x1a\x0b";
        assert!(matches!(error(&wasm, Proposals::all()), Some(Error::Invalid { .. })));
        // An exception with a result, which stack-switching has.
        let wasm = wat::parse_str("(module (tag (result i32)))").expect("text");
        assert!(matches!(error(&wasm, Proposals::all()), Some(Error::Invalid { .. })));
    }

    #[test]
    fn two_that_are_missing_at_one_place_are_named_one_after_the_other() {
        let wasm = wat::parse_str("(module (memory i64 1 1 shared))").expect("text");
        let missing = |on: Proposals| match error(&wasm, on) {
            Some(Error::TurnedOff { proposal, .. }) => proposal,
            other => panic!("{other:?}"),
        };
        assert_eq!(missing(Proposals::default()), "memory64");
        assert_eq!(missing(Proposals::only("memory64")), "threads");
    }
}
