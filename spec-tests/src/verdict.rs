//! Runs a script and compares its outcome with the expected one.
//!
//! All instances of a script are one program. If the compiler refuses a module, or an action ends the process, that
//! module or action is taken out and the program runs again: one fault must not hide another.

mod programs;

use std::collections::BTreeSet;
use std::path::Path;
use wasmc_abi::trap::Trap;
use wasmc_compiler::ProgramModule;

use crate::driver::{self, Place, Report};
use crate::engine::{Mode, Refusal};
use crate::script::{Act, Action, End, Rejected, Script, Source};
use crate::{Failure, messages, process};

/// How much was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Modules that were accepted, and instances that were made of them.
    pub modules: usize,
    /// Modules that were rejected as invalid or malformed.
    pub rejected: usize,
    /// Modules that were not linked, as the script expects.
    pub unlinkable: usize,
    /// Calls that returned as expected.
    pub returns: usize,
    /// Calls and instantiations that trapped as expected.
    pub traps: usize,
    /// Calls that ended with an exception as expected.
    pub exceptions: usize,
    /// Modules that were refused because they are of the proposal `gc`.
    pub gc: usize,
    /// Modules that are valid but exceed a limit, or import what nothing provides, so that only their errors show it.
    pub not_compiled: usize,
    /// Directives that do not run, because they need such a module.
    pub not_run: usize,
}

impl Tally {
    /// Assertions that hold.
    pub fn assertions(&self) -> usize {
        self.rejected + self.unlinkable + self.returns + self.traps + self.exceptions
    }
}

/// The outcome of a script.
#[derive(Debug, Default)]
pub struct Verdict {
    /// How much was checked.
    pub tally: Tally,
    /// Failures with their lines.
    pub failures: Vec<(usize, Failure)>,
    /// Lines of known failures that failed.
    pub known: BTreeSet<usize>,
}

/// Programs of one script at most. If more fail, the fault is a general one.
const ATTEMPTS_MAX: usize = 20;

/// A driver without actions.
const IDLE: &[u8] = b"(module (func (export \"_start\")))";

/// Runs a whole script. Lines in `known` are expected to fail.
pub fn judge(file: &str, script: &Script, mode: &Mode, known: &BTreeSet<usize>, folder: &Path) -> Verdict {
    let verdict = Verdict { tally: Tally { not_run: script.not_run, ..Tally::default() }, ..Verdict::default() };
    let mut judge = Judge {
        file,
        script,
        mode,
        known,
        folder,
        verdict,
        program: BTreeSet::new(),
        dead: BTreeSet::new(),
        done: script.actions.iter().map(|_| false).collect(),
    };
    for source in &script.accepted {
        judge.accepted(source);
    }
    for source in &script.rejected {
        judge.rejected(source);
    }
    for (source, mistake) in &script.gc {
        judge.needs_gc(source, mistake.as_deref());
    }
    judge.link();
    for program in programs::programs(script, mode) {
        judge.program = program;
        judge.run();
    }
    judge.verdict
}

struct Judge<'a> {
    file: &'a str,
    script: &'a Script,
    mode: &'a Mode,
    known: &'a BTreeSet<usize>,
    folder: &'a Path,
    verdict: Verdict,
    /// The instances of the present program.
    program: BTreeSet<usize>,
    /// Instances that are left out of the program, because their modules were refused or must not link.
    dead: BTreeSet<usize>,
    /// For each action, whether its outcome is recorded.
    done: Vec<bool>,
}

impl<'a> Judge<'a> {
    fn accepted(&mut self, source: &Source) {
        match self.mode.accept(&source.bytes) {
            // These are reported after validation. The table has their number, so that no other module gets among them.
            Err(Refusal::Unlinkable(_) | Refusal::Limit(_)) => self.verdict.tally.not_compiled += 1,
            outcome => {
                let outcome = outcome.map_err(|refusal| format!("the module was refused: {refusal}"));
                self.outcome(source.line, outcome, |tally| tally.modules += 1);
            }
        }
    }

    fn rejected(&mut self, Rejected { source, message }: &Rejected) {
        let outcome = match self.mode.accept(&source.bytes) {
            Err(Refusal::Invalid(error)) if messages::names_the_mistake(&error, message) => Ok(()),
            Err(Refusal::Invalid(error)) => Err(format!("rejected in place of {message:?} for: {error}")),
            Ok(()) => Err("the module was accepted".into()),
            Err(refusal) => Err(format!("refused in place of {message:?}: {refusal}")),
        };
        self.outcome(source.line, outcome, |tally| tally.rejected += 1);
    }

    /// A module of gc is refused for that, or for a mistake that comes before any use of gc.
    fn needs_gc(&mut self, source: &Source, mistake: Option<&str>) {
        let outcome = match self.mode.accept(&source.bytes) {
            Err(Refusal::Unsupported(proposal)) if proposal == "gc" => Ok(()),
            // With this proposal, casts that the specification rejects are valid.
            Err(Refusal::Unsupported(proposal)) if mistake.is_some() && proposal == "custom-descriptors" => Ok(()),
            Err(Refusal::Invalid(error)) if mistake.is_some_and(|of| messages::names_the_mistake(&error, of)) => Ok(()),
            Err(refusal) => Err(format!("the module was not refused for gc, but: {refusal}")),
            Ok(()) => Err("the module was accepted, though it needs gc".into()),
        };
        self.outcome(source.line, outcome, |tally| tally.gc += 1);
    }

    /// Links the modules that must not link. If the linker accepts one, its instantiation must fail, so it stays in the
    /// program.
    fn link(&mut self) {
        for (index, action) in self.script.actions.iter().enumerate() {
            let End::Unlinkable(message) = &action.end else { continue };
            let outcome = match self.link_one(action.instance) {
                Ok(_) => continue,
                Err(Refusal::Unlinkable(error)) if error.contains(message) => Ok(()),
                Err(refusal) => Err(format!("in place of {message:?}: {refusal}")),
            };
            self.dead.insert(action.instance);
            self.done[index] = true;
            self.outcome(action.line, outcome, |tally| tally.unlinkable += 1);
        }
    }

    /// Links an instance with the instances that it needs.
    fn link_one(&self, instance: usize) -> Result<Vec<u8>, Refusal> {
        let mut needed = BTreeSet::from([instance]);
        // The providers of an instance come before it.
        for importer in (0..=instance).rev() {
            if needed.contains(&importer) {
                needed.extend(self.script.instances[importer].providers.values());
            }
        }
        let needed: Vec<usize> = needed.into_iter().collect();
        let mut modules = self.modules(&needed);
        modules.push(ProgramModule { bytes: IDLE, ..ProgramModule::default() });
        self.mode.build(&modules)
    }

    /// These instances as modules of a program, in order.
    fn modules(&self, instances: &[usize]) -> Vec<ProgramModule<'a>> {
        let position = |instance: &usize| instances.binary_search(instance).ok();
        let module = |instance: &usize| {
            let instance = &self.script.instances[*instance];
            let imports =
                instance.providers.iter().filter_map(|(name, provider)| Some((name.as_str(), position(provider)?)));
            ProgramModule { bytes: &instance.module.wasm, imports: imports.collect(), ..ProgramModule::default() }
        };
        instances.iter().map(module).collect()
    }

    /// Runs programs until every action has an outcome.
    fn run(&mut self) {
        for _ in 0..ATTEMPTS_MAX {
            self.bury();
            match self.attempt() {
                Ok(true) => return,
                Ok(false) => {}
                Err(failure) => {
                    self.verdict.failures.push((0, failure));
                    return;
                }
            }
        }
        self.verdict.failures.push((0, format!("the program failed {ATTEMPTS_MAX} times")));
    }

    /// Fails the actions on instances that are left out, and leaves out the instances that need those.
    fn bury(&mut self) {
        for (index, instance) in self.script.instances.iter().enumerate() {
            if instance.providers.values().any(|provider| self.dead.contains(provider)) {
                self.dead.insert(index);
            }
        }
        for (index, action) in self.script.actions.iter().enumerate() {
            if self.dead.contains(&action.instance) && !self.done[index] {
                self.done[index] = true;
                self.outcome(action.line, Err("its instance is not there".into()), |_| {});
            }
        }
    }

    /// Compiles and runs one program. True if it reached its end; an error is a failure of the whole program.
    fn attempt(&mut self) -> Result<bool, Failure> {
        let script = self.script;
        let instances: Vec<usize> = self.program.difference(&self.dead).copied().collect();
        let place = |action: &Action| {
            let position = instances.binary_search(&action.instance).expect("what is not there was given up");
            Place { position, module: &script.instances[action.instance].module }
        };
        // Actions with an outcome from an earlier attempt are left out; all others are performed again.
        let is_left =
            |(index, action): &(usize, &Action)| !self.done[*index] && self.program.contains(&action.instance);
        let left: Vec<usize> = script.actions.iter().enumerate().filter(is_left).map(|(index, _)| index).collect();
        let actions: Vec<(&Action, Place<'_>)> =
            left.iter().map(|index| (&script.actions[*index], place(&script.actions[*index]))).collect();
        let driver = driver::generate(self.file, &actions)?;
        let names: Vec<String> = (0..instances.len()).map(driver::name).collect();
        let mut modules = self.modules(&instances);
        let imports = names.iter().enumerate().map(|(position, name)| (name.as_str(), position)).collect();
        modules.push(ProgramModule { bytes: &driver, imports, ..ProgramModule::default() });
        let bytes = match self.mode.build(&modules) {
            Ok(bytes) => bytes,
            Err(refusal) => return self.find_refused(&instances, &refusal),
        };
        let ended = process::run(&bytes, self.folder, self.mode.emulator())?;
        let reports = driver::reports(&String::from_utf8_lossy(&ended.stdout))?;
        if reports.len() < left.len() {
            let index = left[reports.len()];
            let action = &script.actions[index];
            self.done[index] = true;
            if matches!(action.act, Act::Instantiate) {
                self.dead.insert(action.instance);
            }
            self.outcome(action.line, Err(format!("ended the program with {}", ended.describe())), |_| {});
            return Ok(false);
        }
        if !ended.well() {
            return Err(format!("the program ended with {}", ended.describe()));
        }
        for (index, report) in left.into_iter().zip(&reports) {
            let action = &script.actions[index];
            self.outcome(action.line, compare(action, report), |tally| count(tally, action));
        }
        Ok(true)
    }

    /// Finds the modules for which a program was refused.
    fn find_refused(&mut self, instances: &[usize], refusal: &Refusal) -> Result<bool, Failure> {
        let before = self.dead.len();
        for &index in instances {
            let instance = &self.script.instances[index];
            // First alone, which gives the clearest error; then with the instances that it needs.
            let alone = match self.mode.accept(&instance.module.wasm) {
                Ok(()) | Err(Refusal::Unlinkable(_)) => Ok(()),
                Err(refusal) => Err(refusal),
            };
            let providers_live = instance.providers.values().all(|provider| !self.dead.contains(provider));
            let refusal = match alone {
                Ok(()) if providers_live => self.link_one(index).err(),
                Ok(()) => None,
                Err(refusal) => Some(refusal),
            };
            if let Some(refusal) = refusal {
                self.dead.insert(index);
                let made = |action: &Action| action.instance == index && matches!(action.act, Act::Instantiate);
                if let Some(action) = self.script.actions.iter().position(made) {
                    self.done[action] = true;
                }
                self.outcome(instance.line, Err(format!("the module was refused: {refusal}")), |_| {});
            }
        }
        if self.dead.len() > before { Ok(false) } else { Err(format!("the program was refused: {refusal}")) }
    }

    /// Counts an expected outcome. Any other outcome is a failure, unless it is a known one.
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

fn count(tally: &mut Tally, action: &Action) {
    match (&action.end, &action.act) {
        // `spectest`, which every program has.
        (End::Returns, Act::Instantiate) if action.line == 0 => {}
        (End::Returns, Act::Instantiate) => tally.modules += 1,
        // A call that is no assertion.
        (End::Returns, _) => {}
        (End::Results(_), _) => tally.returns += 1,
        (End::Trap(_), _) => tally.traps += 1,
        (End::Exception, _) => tally.exceptions += 1,
        (End::Unlinkable(_), _) => tally.unlinkable += 1,
    }
}

/// Compares the end of an action with the expected end.
fn compare(action: &Action, report: &Report) -> Result<(), Failure> {
    let trap = match report.kind {
        0 => None,
        kind => Some(Trap::from_value(kind).ok_or_else(|| format!("ended with the unknown kind {kind}"))?),
    };
    let ended = trap.map_or("returned".into(), |trap| format!("ended with {:?}", trap.message()));
    let trapped = |expected: &str| match trap {
        Some(trap) if messages::matches(trap, expected) => Ok(()),
        _ => Err(format!("{ended} in place of {expected:?}")),
    };
    match &action.end {
        End::Returns | End::Results(_) => match (trap, &report.wrong) {
            (None, None) => Ok(()),
            (None, Some(words)) => Err(format!("wrong result: {words} (hexadecimal)")),
            (Some(_), _) => Err(ended),
        },
        End::Trap(message) | End::Unlinkable(message) => trapped(message),
        End::Exception if trap == Some(Trap::UncaughtException) => Ok(()),
        End::Exception => Err(format!("{ended} in place of an exception")),
    }
}

#[cfg(test)]
mod tests;
