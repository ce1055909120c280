//! Differential cases in CI: one trial for each mode and kind of case, and a trial that shows that a difference would
//! be found.
//!
//! A trial has the same seeds every time, so that a change that breaks something fails at once, and as many seeds that
//! nobody has run, which change every day: a finding says its seed, which gives the same case on every other day.

#![forbid(unsafe_code)]

use libtest_mimic::{Arguments, Failed, Trial};
use std::time::SystemTime;
use wasmc_compiler::Target;
use wasmc_spec_tests::differential::campaign::{self, Campaign, Source};
use wasmc_spec_tests::differential::generate::{self, Task};
use wasmc_spec_tests::differential::mode::{Mode, modes};

/// Cases of a mode whose programs run on this machine, of fixed seeds and again of today's.
const CASES: u64 = 75;
/// Cases of a mode whose programs are emulated.
const CASES_EMULATED: u64 = 50;
/// Cases of vectors. This many have every instruction as the root of an expression, in deterministic cases and in
/// others.
const CASES_OF_VECTORS: u64 = 24;
/// Cases of vectors that once showed a difference: a vector store at the end of a memory that wrote before it trapped.
const FOUND_CASES_OF_VECTORS: [u64; 1] = [911_961];
/// Cases that share a program.
const BATCH: u64 = 25;
/// Distance of the modes' seeds: every mode has its own.
const SEEDS_PER_MODE: u64 = 1 << 20;
/// Distance of the days' seeds.
const SEEDS_PER_DAY: u64 = 1 << 32;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("differences_are_found", differences_are_found)];
    for (number, mode) in (0..).zip(modes()) {
        let cases = if mode.target == Target::host() { CASES } else { CASES_EMULATED };
        let fixed = number * SEEDS_PER_MODE;
        let (first, second) = (mode.clone(), mode.clone());
        trials.push(Trial::test(mode.name(), move || {
            agree(Source::Modules, &first, fixed, cases)?;
            agree(Source::Modules, &first, today() + fixed, cases)
        }));
        trials.push(Trial::test(format!("vectors/{}", mode.name()), move || {
            for seed in FOUND_CASES_OF_VECTORS {
                agree(Source::Vectors, &second, seed, 1)?;
            }
            agree(Source::Vectors, &second, 0, CASES_OF_VECTORS)?;
            agree(Source::Vectors, &second, today() + fixed, CASES_OF_VECTORS)
        }));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// The first seed of this day.
fn today() -> u64 {
    const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    since.as_secs() / SECONDS_PER_DAY * SEEDS_PER_DAY
}

fn agree(source: Source, mode: &Mode, seed: u64, cases: u64) -> Result<(), Failed> {
    let name = mode.name();
    // The harness runs trials in parallel already.
    let tallies =
        Campaign { source, seed, cases, modes: vec![mode.clone()], batch: BATCH, threads: 1 }.run(|_, _| {})?;
    let tally = tallies.get(&name).ok_or("no case was run")?;
    if let Some(finding) = tally.findings.first() {
        let vectors = if source == Source::Vectors { "--vectors " } else { "" };
        let command = "cargo run --release -p wasmc-spec-tests --bin differential -- ";
        let shown = format!("{command}{vectors}--case {} --mode {name}", finding.seed);
        return Err(format!("{}\n{shown}", finding.failure).into());
    }
    let compared = tally.equal + tally.compiled;
    if compared * 20 < cases * 19 {
        return Err(format!("only {compared} of {cases} cases could be compared: {tally}").into());
    }
    Ok(())
}

/// If wasmc gets another module than the reference, something must differ: a result, a trap, a global or a memory.
fn differences_are_found() -> Result<(), Failed> {
    const MODULE: &str = r#"(module
        (memory (export "memory") 1)
        (global $global (export "global") (mut i64) (i64.const 1))
        (table (export "table") 4 funcref)
        (elem $functions func $twice)
        (func $twice (export "twice") (param i32) (result i32) local.get 0 i32.const 1 i32.shl)
        (func (export "divide") (result i32) i32.const 1 i32.const 0 i32.div_u)
        (func (export "write") (global.set $global (i64.const 5)) (i64.store (i32.const 9) (i64.const 7))
            (table.init $functions (i32.const 1) (i32.const 0) (i32.const 1))))"#;
    let changes = [
        ("i32.shl", "i32.sub", "Call"),
        ("i32.div_u", "unreachable", "trap"),
        ("i32.div_u", "drop", "trap"),
        ("i64.const 5", "i64.const 6", "State"),
        ("i64.const 7", "i64.const 8", "State"),
        ("i32.const 9", "i32.const 17", "State"),
        ("table.init $functions (i32.const 1)", "table.init $functions (i32.const 2)", "Element"),
        ("(param i32) (result i32)", "(param i32) (result i32) (local i64)", ""),
    ];
    let mode = modes().remove(0);
    let case = |text: &str| generate::with_module(1, wat::parse_str(text)?).map_err(Failed::from);
    for (from, to, expected) in changes {
        let (mut reference, native) = (case(MODULE)?, case(&MODULE.replace(from, to))?);
        if !matches!(reference.task, Task::Run { .. }) {
            return Err("the case is not run".into());
        }
        let answer = wasmc_spec_tests::differential::reference::answer(&reference)?;
        reference.wasm = native.wasm;
        let tally = campaign::with_answer(&mode, reference, answer)?;
        let found: Vec<_> = tally.findings.iter().map(|finding| finding.failure.as_str()).collect();
        let right =
            if expected.is_empty() { found.is_empty() } else { found.len() == 1 && found[0].contains(expected) };
        if !right {
            return Err(format!("{from} as {to}: found {found:?}").into());
        }
    }
    Ok(())
}
