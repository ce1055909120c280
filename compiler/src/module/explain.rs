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
/// the error, or else what is invalid. `on` are the proposals that the module may use.
pub(super) fn explain(wasm: &[u8], error: BinaryReaderError, on: Proposals) -> Error {
    let place = find_function(wasm, |body| body.range().contains(&error.offset()).then_some(error.offset()));
    let Some(row) = missing(wasm, &error, on) else {
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
/// If two are missing at one place, neither helps alone; then it is the proposal that the validator names.
fn missing(wasm: &[u8], error: &BinaryReaderError, on: Proposals) -> Option<&'static Row> {
    let reach = |features| match validity(wasm, features) {
        Ok(()) => u64::MAX,
        Err(error) => error.offset(),
    };
    let off: Vec<&'static Row> = on.missing().collect();
    let reaches: Vec<u64> = off.par_iter().map(|row| reach(on.with(row).flags())).collect();
    // `max_by_key` returns the last of equal maxima, so the order is reversed to get the first.
    let furthest = reaches.into_iter().zip(&off).rev().max_by_key(|(reach, _)| *reach);
    match furthest {
        Some((reach, row)) if reach > error.offset() => Some(row),
        _ => error.missing_wasm_feature().and_then(|flag| off.into_iter().find(|row| row.flag == flag)),
    }
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
    const MORE_USES: [(&str, &str); 22] = [
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
