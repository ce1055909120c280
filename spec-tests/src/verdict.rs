//! Runs what a script asks for and compares.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::driver::{self, Driver, SATISFIED, SATISFIED_ALONE};
use crate::engine::{Ended, Executable, Mode, Refusal};
use crate::script::{End, Program, Script, Source};
use crate::{Failure, Reason};

/// How much was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Modules that were accepted.
    pub modules: usize,
    /// Modules that were rejected.
    pub rejections: usize,
    /// Instances that started, or trapped at the start as they should.
    pub instances: usize,
    /// Calls that returned as expected.
    pub returns: usize,
    /// Calls that trapped as expected.
    pub traps: usize,
    /// Directives that are not run.
    pub skipped: BTreeMap<Reason, usize>,
}

/// What running a file showed.
#[derive(Debug, Default)]
pub struct Verdict {
    /// How much was checked.
    pub tally: Tally,
    /// What is not as the script says, by line.
    pub failures: Vec<(usize, Failure)>,
    /// Lines that are known to fail and did.
    pub known: BTreeSet<usize>,
}

/// Argument `from` when no action of the sequence is to be reported.
const NONE: i32 = i32::MAX;
/// Argument `only` when no isolated action is to be performed.
const ALL: i32 = -1;

/// Checks a whole script. Lines in `known` are expected to fail.
pub fn judge(script: &Script, mode: &Mode, known: &BTreeSet<usize>, folder: &Path) -> Verdict {
    let mut judge = Judge { mode, known, folder, verdict: Verdict::default() };
    judge.verdict.tally.skipped = script.skipped.clone();
    for source in &script.modules {
        judge.accepted(source);
    }
    for source in &script.rejections {
        judge.rejected(source);
    }
    for program in &script.programs {
        if let Err(failure) = judge.program(program) {
            judge.outcome(program.line, Err(failure), |_| {});
        }
    }
    judge.verdict
}

struct Judge<'a> {
    mode: &'a Mode,
    known: &'a BTreeSet<usize>,
    folder: &'a Path,
    verdict: Verdict,
}

impl Judge<'_> {
    fn accepted(&mut self, source: &Source) {
        let outcome = match self.mode.accept(&source.bytes) {
            Ok(()) | Err(Refusal::Unlinkable(_)) => Ok(()),
            Err(Refusal::Invalid(error) | Refusal::Fault(error)) => Err(format!("the module was refused: {error}")),
        };
        self.outcome(source.line, outcome, |tally| tally.modules += 1);
    }

    fn rejected(&mut self, source: &Source) {
        let outcome = match self.mode.accept(&source.bytes) {
            Err(Refusal::Invalid(_)) => Ok(()),
            Ok(()) => Err("the module was accepted".into()),
            Err(Refusal::Unlinkable(error)) => Err(format!("the module was accepted, but: {error}")),
            Err(Refusal::Fault(error)) => Err(error),
        };
        self.outcome(source.line, outcome, |tally| tally.rejections += 1);
    }

    /// An error is a failure of the program as a whole.
    fn program(&mut self, program: &Program) -> Result<(), Failure> {
        let mut isolated: BTreeSet<usize> = (0..program.actions.len())
            .filter(|&index| {
                let action = &program.actions[index];
                matches!(action.end, End::Trap(_)) || self.known.contains(&action.line)
            })
            .collect();
        let mut failed: BTreeSet<usize> = BTreeSet::new();
        // An action that ends the process unexpectedly is isolated too, and the rest tried again without it.
        let executable = loop {
            let driver = driver::instrument(program, &isolated)?;
            let executable = self.executable(&driver)?;
            if let Some(message) = &program.start_trap {
                let ended = executable.run(NONE, ALL)?;
                trapped(&ended, message)?;
                self.verdict.tally.instances += 1;
                return Ok(());
            }
            match self.sequence(program, &driver, &executable, &mut failed)? {
                None => break executable,
                Some((culprit, failure)) => {
                    self.outcome(program.actions[culprit].line, Err(failure), |_| {});
                    if !isolated.insert(culprit) {
                        return Err("an isolated action was performed".into());
                    }
                    failed.insert(culprit);
                }
            }
        };
        self.verdict.tally.instances += 1;
        self.verdict.tally.returns += program.actions.len() - isolated.union(&failed).count();
        for index in isolated.difference(&failed) {
            self.alone(program, &executable, *index)?;
        }
        Ok(())
    }

    /// Performs all actions that are not isolated. Those with wrong results are reported; one that ends the process is
    /// returned.
    fn sequence(
        &mut self,
        program: &Program,
        driver: &Driver,
        executable: &Executable,
        failed: &mut BTreeSet<usize>,
    ) -> Result<Option<(usize, Failure)>, Failure> {
        let mut from = 0;
        loop {
            let ended = executable.run(from, ALL)?;
            match ended.result() {
                Some(SATISFIED) => return Ok(None),
                Some(index) if index >= from && (index as usize) < program.actions.len() => {
                    if failed.insert(index as usize) {
                        let line = program.actions[index as usize].line;
                        self.outcome(line, Err("wrong result".into()), |_| {});
                    }
                    from = index + 1;
                }
                Some(other) => return Err(format!("the driver gave {other}")),
                None => {
                    let check = ended.backtrace().find_map(|function| function.checked_sub(driver.first_check));
                    let culprit = check.map(|index| index as usize).filter(|index| *index < program.actions.len());
                    let culprit = culprit.ok_or_else(|| format!("the program ended with {}", ended.describe()))?;
                    return Ok(Some((culprit, format!("ended with {}", ended.describe()))));
                }
            }
        }
    }

    /// Performs an isolated action after those before it.
    fn alone(&mut self, program: &Program, executable: &Executable, index: usize) -> Result<(), Failure> {
        let action = &program.actions[index];
        let ended = executable.run(NONE, index as i32)?;
        match &action.end {
            End::Trap(message) => self.outcome(action.line, trapped(&ended, message), |tally| tally.traps += 1),
            End::Results(_) => {
                let outcome = match ended.result() {
                    Some(SATISFIED_ALONE) => Ok(()),
                    Some(_) => Err("wrong result".into()),
                    None => Err(format!("ended with {}", ended.describe())),
                };
                self.outcome(action.line, outcome, |tally| tally.returns += 1);
            }
        }
        Ok(())
    }

    fn executable(&self, driver: &Driver) -> Result<Executable, Failure> {
        match self.mode.build(&driver.wasm) {
            Ok(bytes) => Executable::write(self.folder, &bytes, self.mode),
            Err(Refusal::Invalid(error) | Refusal::Unlinkable(error) | Refusal::Fault(error)) => {
                Err(format!("the module with its driver was refused: {error}"))
            }
        }
    }

    /// Counts what is as expected; everything else is a failure, unless it is known.
    fn outcome(&mut self, line: usize, outcome: Result<(), Failure>, count: impl FnOnce(&mut Tally)) {
        match outcome {
            Ok(()) => count(&mut self.verdict.tally),
            Err(_) if self.known.contains(&line) => {
                self.verdict.known.insert(line);
            }
            Err(failure) => self.verdict.failures.push((line, failure)),
        }
    }
}

/// Whether a program ended with this trap. The scripts say more than an implementation has to ("uninitialized element 2")
/// or less ("undefined").
fn trapped(ended: &Ended, expected: &str) -> Result<(), Failure> {
    match ended.trap() {
        Some(message) if message.starts_with(expected) || expected.starts_with(message) => Ok(()),
        Some(message) => Err(format!("trapped with {message:?} in place of {expected:?}")),
        None if ended.status.code() == Some(0) => Err(format!("returned in place of the trap {expected:?}")),
        None => Err(format!("ended in place of the trap {expected:?} with {}", ended.describe())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::MODES;

    /// The verdict on a script whose lines in `wrong`, and no others, do not hold.
    fn check(text: &str, wrong: &[usize]) -> Tally {
        let script = Script::read(text).expect("a script");
        let folder = tempfile::tempdir().expect("a folder");
        let verdict = judge(&script, &MODES[0], &BTreeSet::new(), folder.path());
        let lines: BTreeSet<usize> = verdict.failures.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines.into_iter().collect::<Vec<_>>(), wrong, "{:#?}", verdict.failures);
        let known: BTreeSet<usize> = wrong.iter().copied().collect();
        let tolerant = judge(&script, &MODES[0], &known, folder.path());
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
            (assert_return (get "global") (i32.const 7))
            (assert_return (get "global") (i32.const 8))"#,
            &[10, 11, 12, 15, 16, 18, 20, 22, 24, 26],
        );
        assert_eq!((tally.returns, tally.modules, tally.instances), (8, 1, 1));
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
        assert_eq!((tally.returns, tally.traps, tally.modules, tally.instances), (1, 2, 3, 2));
    }

    #[test]
    fn wrong_verdicts_on_modules_are_found() {
        let tally = check(
            r#"(assert_invalid (module (func (result i32))) "type mismatch")
            (assert_invalid (module (func)) "type mismatch")
            (assert_invalid (module (import "nobody" "f" (func))) "type mismatch")
            (assert_malformed (module quote "(func") "unexpected token")
            (assert_malformed (module quote "(func)") "unexpected token")
            (module binary "\00asm\01\00\00\00\03\02\01\00\0a\04\01\02\00\0b")"#,
            &[2, 3, 5, 6],
        );
        assert_eq!((tally.modules, tally.rejections), (0, 2));
    }

    #[test]
    fn imports_become_definitions_or_are_skipped() {
        let tally = check(
            r#"(module $seven (func (export "seven") (result i32) i32.const 7) (memory (export "memory") 1)
                (func (export "load") (result i32) i32.const 0 i32.load8_u))
            (register "seven" $seven)
            (module
                (import "spectest" "global_i32" (global i32))
                (import "spectest" "print_i32" (func $print (param i32)))
                (import "seven" "seven" (func $seven (result i32)))
                (import "spectest" "memory" (memory 1))
                (global $mine i32 (i32.const 5))
                (global (export "copy") i32 (global.get 0))
                (data (i32.const 3) "\2a")
                (func (export "sum") (result i32)
                    (call $print (i32.const 1))
                    (i32.add (call $seven) (i32.add (global.get $mine) (i32.load8_u (i32.const 3))))))
            (assert_return (invoke "sum") (i32.const 54))
            (assert_return (get "copy") (i32.const 666))
            (assert_return (invoke $seven "load") (i32.const 0))
            (module (import "seven" "memory" (memory 1)) (data (i32.const 0) "x"))
            (assert_return (invoke $seven "load") (i32.const 120))"#,
            &[],
        );
        assert_eq!((tally.returns, tally.skipped.get(&Reason::Instances)), (3, Some(&2)));
    }
}
