//! Scripts in which some lines are wrong: the verdict has to find these and no others.
//!
//! A suite whose checks cannot fail would pass as well, so every kind of check fails here once.

use super::*;
use crate::engine::MODES;

/// The counts of a script in which exactly the lines in `wrong` fail.
fn check(text: &str, wrong: &[usize]) -> Tally {
    let script = Script::read(text).expect("a script");
    let folder = tempfile::tempdir().expect("a folder");
    let verdict = judge("test", &script, &MODES[0], &BTreeSet::new(), folder.path());
    let lines: BTreeSet<usize> = verdict.failures.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines.into_iter().collect::<Vec<_>>(), wrong, "{:#?}", verdict.failures);
    let known: BTreeSet<usize> = wrong.iter().copied().collect();
    let tolerant = judge("test", &script, &MODES[0], &known, folder.path());
    assert!(tolerant.failures.is_empty(), "{:#?}", tolerant.failures);
    assert_eq!(tolerant.known, known);
    verdict.tally
}

#[test]
fn wrong_results_are_found() {
    let tally = check(
        r#"(module
            (func (export "i32") (param i32) (result i32) local.get 0)
            (func (export "f32") (param f32) (result f32) local.get 0)
            (func (export "f64") (param f64) (result f64) local.get 0)
            (func (export "v128") (param v128) (result v128) local.get 0)
            (func (export "two") (result i32 i64) i32.const 1 i64.const 2)
            (func (export "null") (result funcref) ref.null func)
            (func (export "extern") (param externref) (result externref) local.get 0)
            (global (export "global") i32 (i32.const 7)))
        (assert_return (invoke "i32" (i32.const 1)) (i32.const 1))
        (assert_return (invoke "i32" (i32.const 1)) (i32.const 2))
        (assert_return (invoke "f32" (f32.const 0)) (f32.const -0))
        (assert_return (invoke "f32" (f32.const nan:0x200000)) (f32.const nan:canonical))
        (assert_return (invoke "f32" (f32.const -nan)) (f32.const nan:canonical))
        (assert_return (invoke "f32" (f32.const nan:0x600000)) (f32.const nan:arithmetic))
        (assert_return (invoke "f64" (f64.const nan:0xc000000000000)) (f64.const nan:canonical))
        (assert_return (invoke "f64" (f64.const nan:0x4000000000000)) (f64.const nan:arithmetic))
        (assert_return (invoke "v128" (v128.const i32x4 1 2 3 4)) (v128.const i32x4 1 2 3 4))
        (assert_return (invoke "v128" (v128.const i32x4 1 2 3 4)) (v128.const i32x4 1 2 0 4))
        (assert_return (invoke "v128" (v128.const f32x4 1 2 3 nan)) (v128.const f32x4 1 2 3 nan:canonical))
        (assert_return (invoke "v128" (v128.const f32x4 1 2 3 nan)) (v128.const f32x4 1 nan:canonical 3 nan))
        (assert_return (invoke "two") (i32.const 1) (i64.const 2))
        (assert_return (invoke "two") (i32.const 1) (i64.const 3))
        (assert_return (invoke "null") (ref.null func))
        (assert_return (invoke "null") (ref.func))
        (assert_return (invoke "i32" (i32.const 1)) (either (i32.const 0) (i32.const 1)))
        (assert_return (invoke "i32" (i32.const 1)) (either (i32.const 2) (i32.const 3)))
        (assert_return (invoke "extern" (ref.extern 0)) (ref.extern 0))
        (assert_return (invoke "extern" (ref.extern 1)) (ref.extern 2))
        (assert_return (invoke "extern" (ref.null extern)) (ref.extern 0))
        (assert_return (get "global") (i32.const 7))
        (assert_return (get "global") (i32.const 8))"#,
        &[11, 12, 13, 16, 17, 19, 21, 23, 25, 27, 29, 30, 32],
    );
    assert_eq!((tally.returns, tally.modules), (10, 1));
}

#[test]
fn wrong_traps_are_found() {
    let tally = check(
        r#"(module
            (func (export "div") (param i32) (result i32) i32.const 1 local.get 0 i32.div_u)
            (func $deep (export "deep") call $deep))
        (assert_trap (invoke "div" (i32.const 0)) "integer divide by zero")
        (assert_trap (invoke "div" (i32.const 0)) "integer overflow")
        (assert_trap (invoke "div" (i32.const 1)) "integer divide by zero")
        (assert_return (invoke "div" (i32.const 0)) (i32.const 1))
        (assert_return (invoke "div" (i32.const 1)) (i32.const 1))
        (assert_exhaustion (invoke "deep") "call stack exhausted")
        (assert_trap (module (func $start unreachable) (start $start)) "unreachable")
        (assert_trap (module (func $start) (start $start)) "unreachable")"#,
        &[5, 6, 7, 11],
    );
    assert_eq!((tally.returns, tally.traps, tally.modules), (1, 3, 1));
}

#[test]
fn wrong_verdicts_on_modules_are_found() {
    let tally = check(
        r#"(assert_invalid (module (func (result i32))) "type mismatch")
        (assert_invalid (module (func)) "type mismatch")
        (assert_invalid (module (import "nobody" "f" (func))) "type mismatch")
        (assert_malformed (module quote "(func") "unexpected token")
        (assert_malformed (module quote "(func)") "unexpected token")
        (module binary "\00asm\01\00\00\00\03\02\01\00\0a\04\01\02\00\0b")
        (module definition (func))
        (module definition (type (struct)))
        (module $gc (type (struct)) (func (export "f")))
        (assert_return (invoke $gc "f"))"#,
        &[2, 3, 5, 6],
    );
    assert_eq!((tally.modules, tally.rejected, tally.gc), (1, 2, 2));
}

#[test]
fn instances_are_linked_to_each_other() {
    let tally = check(
        r#"(module $seven (memory (export "memory") 1)
            (func (export "seven") (result i32) i32.const 7)
            (func (export "load") (result i32) i32.const 0 i32.load8_u))
        (register "seven" $seven)
        (module
            (import "spectest" "global_i32" (global i32))
            (import "spectest" "print_i32" (func $print (param i32)))
            (import "seven" "seven" (func $seven (result i32)))
            (func (export "sum") (result i32)
                (call $print (i32.const 1)) (i32.add (call $seven) (global.get 0))))
        (assert_return (invoke "sum") (i32.const 673))
        (assert_return (invoke $seven "load") (i32.const 0))
        (module (import "seven" "memory" (memory 1)) (data (i32.const 0) "x"))
        (assert_return (invoke $seven "load") (i32.const 120))
        (assert_trap (module (import "seven" "memory" (memory 1))
            (data (i32.const 0) "y") (data (i32.const 65536) "z")) "out of bounds memory access")
        (assert_return (invoke $seven "load") (i32.const 121))
        (assert_unlinkable (module (import "seven" "eight" (func))) "unknown import")
        (assert_unlinkable (module (import "seven" "seven" (func))) "incompatible import type")
        (assert_unlinkable (module (import "seven" "memory" (memory 2))) "incompatible import type")
        (assert_unlinkable (module (import "seven" "memory" (memory 1))) "incompatible import type")"#,
        &[21],
    );
    assert_eq!((tally.returns, tally.traps, tally.unlinkable), (4, 1, 3));
}

#[test]
fn what_ends_the_process_hides_nothing_else() {
    let script = r#"(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
            (func (export "exit") (call $exit (i32.const 0)))
            (func (export "seven") (result i32) i32.const 7))
        (assert_return (invoke "seven") (i32.const 7))
        (assert_return (invoke "exit"))
        (assert_return (invoke "seven") (i32.const 7))"#;
    assert_eq!(check(script, &[5]).returns, 2);
}
