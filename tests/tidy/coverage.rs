//! Rules about tests: each entry of certain tables has a test case, and each suite is in the table of suites.
//!
//! A case that nobody wrote fails nothing, so its absence has to fail here. The tables are those of the compiler and of
//! the runtime's interface; this file must not contain a copy of one.

use crate::{Text, Tree};
use std::collections::BTreeSet;
use wasmc_abi::trap::TRAPS;
use wasmparser::{FunctionBody, Operator, Parser, Payload};

pub(crate) fn every_folder_of_tests_has_a_suite(tree: &Tree) -> Vec<String> {
    let folders = tree.paths.iter().filter_map(|path| path.strip_prefix("tests/"));
    let folders = folders.filter(|path| !path.contains('/') && tree.root.join("tests").join(path).is_dir());
    let without = folders.filter(|folder| *folder != "harness" && !tree.paths.contains(&format!("tests/{folder}.rs")));
    without.map(|folder| format!("tests/{folder}: there is no tests/{folder}.rs")).collect()
}

/// A suite is a Rust file in `tests`, a target in its manifest and a row in the table of its README. Without a target,
/// cargo never compiles the file.
pub(crate) fn every_suite_is_listed(tree: &Tree) -> Vec<String> {
    const MANIFEST: &str = "tests/Cargo.toml";
    const TABLE: &str = "tests/README.md";
    let names = |path: &str, start: &str, end: &str| -> BTreeSet<String> {
        let lines = tree.files(path, "").flat_map(Text::lines).filter_map(|(_, line)| line.strip_prefix(start));
        lines.filter_map(|line| line.split_once(end)).map(|(name, _)| name.to_owned()).collect()
    };
    let files = tree.paths.iter().filter_map(|path| path.strip_prefix("tests/")?.strip_suffix(".rs"));
    let files: BTreeSet<String> = files.filter(|name| !name.contains('/')).map(str::to_owned).collect();
    let listed = [(MANIFEST, names(MANIFEST, "path = \"", ".rs\"")), (TABLE, names(TABLE, "| `", "` |"))];
    let mut broken = Vec::new();
    for (path, names) in listed {
        let names: BTreeSet<String> = names.into_iter().filter(|name| !name.contains('/')).collect();
        broken.extend(files.difference(&names).map(|name| format!("{path}: lacks the suite tests/{name}.rs")));
        broken.extend(names.difference(&files).map(|name| format!("{path}: there is no tests/{name}.rs")));
    }
    broken
}

/// No compiler checks the operator table for completeness, because wasmparser's enum is open.
pub(crate) fn every_operator(tree: &Tree) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut broken = Vec::new();
    for text in tree.files("tests/translate/", ".wat") {
        let operators = wat::parse_str(&text.content).map_err(|error| error.to_string());
        match operators.and_then(|wasm| operators_of(&wasm).map_err(|error| error.to_string())) {
            Ok(operators) => seen.extend(operators),
            Err(error) => broken.push(format!("{}: {error}", text.path)),
        }
    }
    let missing = supported_operators().into_iter().filter(|operator| !seen.contains(operator));
    broken.extend(missing.map(|operator| format!("tests/translate: no file has {operator}")));
    broken
}

/// The operators of WebAssembly 2.0 and of the proposals that are compiled, by wasmparser's names.
fn supported_operators() -> Vec<&'static str> {
    const PROPOSALS: &[&str] = &[
        "mvp",
        "sign_extension",
        "saturating_float_to_int",
        "bulk_memory",
        "reference_types",
        "multi_value",
        "simd",
        "relaxed_simd",
        "tail_call",
        "function_references",
        "wide_arithmetic",
        "threads",
        "exceptions",
        "legacy_exceptions",
    ];
    macro_rules! table {
        ($( @$proposal:ident $operator:ident $({ $($field:ident: $type:ty),* })? => $visit:ident ($($rest:tt)*) )*) => {
            [$( (stringify!($proposal), stringify!($operator)) ),*]
        };
    }
    let all = wasmparser::for_each_operator!(table);
    all.into_iter().filter(|(proposal, _)| PROPOSALS.contains(proposal)).map(|(_, operator)| operator).collect()
}

fn operators_of(wasm: &[u8]) -> wasmparser::Result<Vec<&'static str>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            names.extend(operators_of_body(&body)?);
        }
    }
    Ok(names)
}

fn operators_of_body(body: &FunctionBody<'_>) -> wasmparser::Result<Vec<&'static str>> {
    let mut operators = body.get_operators_reader()?;
    let mut names = Vec::new();
    while !operators.eof() {
        names.push(name(&operators.read()?));
    }
    Ok(names)
}

fn name(operator: &Operator<'_>) -> &'static str {
    macro_rules! table {
        ($( @$proposal:ident $operator:ident $({ $($field:ident: $type:ty),* })? => $visit:ident ($($rest:tt)*) )*) => {
            match operator {
                $( Operator::$operator { .. } => stringify!($operator), )*
                _ => "an operator that wasmparser's own table lacks",
            }
        };
    }
    wasmparser::for_each_operator!(table)
}

pub(crate) fn every_trap(tree: &Tree) -> Vec<String> {
    let shown = |message: &str| {
        let line = format!(";; wasm trap: {message}");
        let is_shown =
            |shown: &str| shown.strip_prefix(&line).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "));
        let in_programs = tree.files("tests/traps/", ".wat").any(|text| text.lines().any(|(_, shown)| is_shown(shown)));
        // Some can only happen between several modules.
        let in_session = format!("wasm trap: {message}");
        in_programs
            || tree.files("tests/cli/", ".session").any(|text| text.lines().any(|(_, shown)| shown == in_session))
    };
    let missing = TRAPS.iter().filter(|trap| !shown(trap.message()));
    missing.map(|trap| format!("tests/traps and tests/cli: no file shows {trap:?}")).collect()
}

/// The table of proposals belongs to the compiler and is private there, so it is read as text.
pub(crate) fn every_proposal_is_refused(tree: &Tree) -> Vec<String> {
    const TABLE: &str = "compiler/src/features/table.rs";
    let Some(text) = tree.files(TABLE, "").next() else { return vec![format!("{TABLE}: there is no such file")] };
    let rows = text.content.split(" row(\"").skip(1).filter_map(|row| {
        let name = row.split('"').nth(2)?;
        Some((name, row.split("row(").next()?.contains(".not_compiled()")))
    });
    let rows: Vec<_> = rows.collect();
    if ![true, false].iter().all(|kind| rows.iter().any(|(_, not_compiled)| not_compiled == kind)) {
        return vec![format!("{TABLE}: no row of a proposal was found")];
    }
    let shown = |words: &str| tree.files("tests/reject/", ".wat").any(|text| text.content.contains(words));
    let missing = rows.into_iter().filter(|(name, not_compiled)| match not_compiled {
        true => !shown(&format!("unsupported proposal {name}: ")),
        false => !shown(&format!("the proposal {name} is turned off: ")),
    });
    missing.map(|(name, _)| format!("tests/reject: no file shows the rejection of {name}")).collect()
}
