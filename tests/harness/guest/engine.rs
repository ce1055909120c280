//! Builds and runs a guest program with wasmc, or runs it with wasmtime as the reference, and reports how it ended.
//!
//! Both engines run in the root of a [`Case`] with relative host paths, so one build serves many host trees. A shell's
//! redirections hand over descriptors, because this crate must not contain `unsafe`.

use super::compiler::{has_threads, require_tools};
use super::{Case, Program, Run, Stdin};
use crate::{Ending, Failure, Launcher, Machine, Outcome, Process, wasmc};
use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// No program here needs more than a few seconds, even on a busy machine; an emulated one has more.
const TIME_LIMIT: Duration = Duration::from_secs(60);
/// The same for [`Engine::StandIn`].
const EMULATED_TIME_LIMIT: Duration = Duration::from_secs(600);
/// The host descriptor under which a `socket:` is inherited.
const INHERITED: &str = "5";

/// An engine that runs guest programs.
#[derive(Clone, Debug)]
pub enum Engine {
    /// `wasmc build` for a machine, and then the executable on it.
    Wasmc(Machine),
    /// A program in place of wasmc, with its command line: its executables run on this machine, emulated if necessary.
    StandIn(PathBuf),
    /// `wasmtime run`: the reference that the expectations are checked with.
    Wasmtime(PathBuf),
}

/// How to run a program that was built: words of a command line, to which a run adds its arguments.
#[derive(Clone, Debug)]
pub struct Command {
    words: Vec<OsString>,
    limit: Duration,
}

/// A guest that runs, for tests that do something to it or to its host meanwhile.
pub struct Running {
    child: Child,
    input: Input,
    stdout: JoinHandle<Vec<u8>>,
    stderr: JoinHandle<Vec<u8>>,
    limit: Duration,
}

impl Engine {
    /// Builds the program with these further words for `wasmc build`, and gives the command that runs it.
    pub fn build(&self, program: &Program, words: &[String], wasm: &Path, scratch: &Path) -> Result<Command, Failure> {
        require_tools(program)?;
        match self {
            Engine::Wasmc(machine) => {
                let launcher = build_by_wasmc(wasmc()?, *machine, program, words, wasm, scratch)?;
                Ok(Command { words: launcher.words(), limit: machine.patience(TIME_LIMIT) })
            }
            Engine::StandIn(stand_in) => {
                let launcher = build_by_wasmc(stand_in, Machine::host(), program, words, wasm, scratch)?;
                Ok(Command { words: launcher.words(), limit: EMULATED_TIME_LIMIT })
            }
            Engine::Wasmtime(wasmtime) => {
                Ok(Command { words: words_of_wasmtime(wasmtime, program, words, wasm), limit: TIME_LIMIT })
            }
        }
    }
}

fn build_by_wasmc(
    wasmc: &Path,
    machine: Machine,
    program: &Program,
    words: &[String],
    wasm: &Path,
    scratch: &Path,
) -> Result<Launcher, Failure> {
    let executable = scratch.join(&program.name);
    let mut build = Process::new(wasmc).inherit_all().args(["build"]).args([wasm, Path::new("-o"), &executable]);
    build = build.args(words);
    for directory in &program.directories {
        let access = if directory.read_only { ":ro" } else { "" };
        build = build.args(["--dir", &format!("{}::{}{access}", directory.host, directory.guest)]);
    }
    for variable in &program.environment {
        build = build.args(["--env", variable]);
    }
    if program.socket.is_some() {
        build = build.args(["--fd", INHERITED]);
    }
    machine.build(build, &executable)
}

/// Why this wasmtime cannot run a program at all, if so: wasi-threads was removed from it in version 47.
pub(super) fn reference_lacks(wasmtime: &Path, program: &Program) -> Option<&'static str> {
    static HAS_THREADS: OnceLock<bool> = OnceLock::new();
    let supports_threads = || {
        let module = tempfile::Builder::new().suffix(".wat").tempfile().expect("a temporary file can be made");
        let module = module.into_temp_path();
        std::fs::write(&module, "(module)").expect("a temporary file can be written");
        let process = Process::new(wasmtime).inherit_all().args(["run", "-Sthreads"]).args([&*module]);
        process.succeed().is_ok()
    };
    (has_threads(program) && !*HAS_THREADS.get_or_init(supports_threads)).then_some("this wasmtime has no wasi-threads")
}

fn words_of_wasmtime(wasmtime: &Path, program: &Program, build: &[String], wasm: &Path) -> Vec<OsString> {
    let mut words: Vec<OsString> = vec![wasmtime.into(), "run".into()];
    for directory in &program.directories {
        words.extend(["--dir".into(), format!("{}::{}", directory.host, directory.guest).into()]);
    }
    for variable in &program.environment {
        words.extend(["--env".into(), variable.into()]);
    }
    if let Some(at) = build.iter().position(|word| word == "--arg0") {
        words.extend(["--argv0".into(), build[at + 1].clone().into()]);
    }
    if has_threads(program) {
        words.extend(["-Sthreads", "-Wthreads,shared-memory"].map(OsString::from));
    }
    words.push(wasm.into());
    words
}

impl Command {
    /// Starts it.
    pub fn start(&self, program: &Program, run: &Run, case: &Case) -> Result<Running, Failure> {
        let mut command = self.command(program, run, case);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut input = Input::open(program, case, &mut command)?;
        let mut child = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
        // The parent's copies of the guest's end would keep a pipe or a socket open beyond the guest's life.
        drop(command);
        input.feed(&mut child);
        let (stdout, stderr) = (collect(child.stdout.take()), collect(child.stderr.take()));
        Ok(Running { child, input, stdout, stderr, limit: self.limit })
    }

    /// The process to be, with its working directory, an environment that the guest must not see, and no streams yet.
    fn command(&self, program: &Program, run: &Run, case: &Case) -> std::process::Command {
        let mut words: Vec<OsString> = program.under.iter().map(OsString::from).collect();
        words.extend(self.words.iter().cloned());
        words.extend(run.args.iter().map(OsString::from));
        if program.terminal {
            let quoted: Vec<String> = words.iter().map(|word| format!("'{}'", word.to_string_lossy())).collect();
            words = ["script", "-qefc", &quoted.join(" "), "/dev/null"].map(OsString::from).into();
        }
        let input = match program.stdin {
            _ if program.socket.is_some() => format!(" {INHERITED}<&0 </dev/null"),
            Stdin::Closed => " <&-".into(),
            _ => String::new(),
        };
        // Descriptor 9 is one that somebody forgot to close: no guest may find it.
        let limit = if program.limit.is_empty() { String::new() } else { format!("ulimit {} && ", program.limit) };
        let script = format!("{limit}exec \"$@\" 9<.{input} {}", program.redirect);
        let mut command = std::process::Command::new("sh");
        command
            .arg("-c")
            .arg(script)
            .arg("sh")
            .args(words)
            .current_dir(case.root())
            .env("HOST_SECRET", "secret")
            .env_remove("RUST_BACKTRACE");
        command
    }
}

impl Running {
    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_none())
    }

    /// Waits until it has made this file, which is how it says that it has come so far.
    pub fn wait_for(&mut self, path: &Path) -> Result<(), Failure> {
        let start = Instant::now();
        while !path.exists() {
            if !self.is_running() || start.elapsed() > self.limit {
                return Err(format!("the guest never made {}", path.display()));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }

    /// Writes to its standard input, which must be `silent`.
    pub fn say(&mut self, text: &[u8]) -> Result<(), Failure> {
        let pipe = self.input.silent.as_mut().ok_or("its standard input is no silent pipe")?;
        pipe.write_all(text).map_err(|error| error.to_string())
    }

    /// Waits for its end.
    pub fn finish(mut self) -> Result<Outcome, Failure> {
        let status = wait(&mut self.child, self.limit)?;
        drop(self.input);
        let bytes = |thread: JoinHandle<Vec<u8>>| thread.join().expect("a reader does not panic");
        Ok(Outcome { ending: Ending::of(status), stdout: bytes(self.stdout), stderr: bytes(self.stderr) })
    }
}

/// The host's end of the guest's standard input or socket, kept while the guest runs.
struct Input {
    text: Option<Vec<u8>>,
    silent: Option<std::process::ChildStdin>,
    peer: Option<JoinHandle<()>>,
}

impl Input {
    fn open(program: &Program, case: &Case, command: &mut std::process::Command) -> Result<Input, Failure> {
        let mut input = Input { text: None, silent: None, peer: None };
        if let Some(socket) = program.socket {
            let (guest, peer) = socket.open().map_err(|error| format!("no socket: {error}"))?;
            command.stdin(guest);
            input.peer = Some(peer);
            return Ok(input);
        }
        match &program.stdin {
            Stdin::Null | Stdin::Closed => command.stdin(Stdio::null()),
            Stdin::Text(text) => {
                input.text = Some(text.clone());
                command.stdin(Stdio::piped())
            }
            Stdin::Silent => command.stdin(Stdio::piped()),
            Stdin::File(name) => {
                command.stdin(File::open(case.root().join(name)).map_err(|error| format!("{name}: {error}"))?)
            }
        };
        Ok(input)
    }

    fn feed(&mut self, child: &mut Child) {
        let pipe = child.stdin.take();
        match (self.text.take(), pipe) {
            (Some(text), Some(mut pipe)) => {
                // A guest that ends early breaks the pipe, which is its right.
                let _ = pipe.write_all(&text);
            }
            (None, pipe) => self.silent = pipe,
            _ => {}
        }
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        if let Some(peer) = self.peer.take() {
            // The guest reports a failed peer; the peer's own panic message is on stderr already.
            let _ = peer.join();
        }
    }
}

fn collect(stream: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// Waits for the end, but not for ever: a hang is a failure like others.
fn wait(child: &mut Child, limit: Duration) -> Result<ExitStatus, Failure> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(status);
        }
        if start.elapsed() > limit {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("still running after {limit:?}"));
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Checks the end of a run. A trap is recognized by its message, because a guest can exit with 134 by itself.
pub fn expect_ending(outcome: &Outcome, run: &Run) -> Result<(), Failure> {
    let (came, stderr) = (outcome.ending, String::from_utf8_lossy(&outcome.stderr));
    let trapped = match came {
        Ending::Status(134) => stderr.contains("wasm trap"),
        // wasmtime dies by SIGABRT when an instruction traps, and has status 1 when a host call does.
        Ending::Signal(6) => stderr.contains("wasm trap"),
        Ending::Status(1) => stderr.contains("error while executing at wasm backtrace"),
        _ => false,
    };
    if run.endings.contains(&came) || (run.may_trap && trapped) {
        return Ok(());
    }
    let or_trap = if run.may_trap { " or a trap" } else { "" };
    Err(format!("expected {:?}{or_trap}, came {came:?}; stderr:\n{stderr}", run.endings))
}

/// Checks the output of a run to the byte.
pub fn expect_stdout(outcome: &Outcome, expected: &[u8]) -> Result<(), Failure> {
    if outcome.stdout == expected {
        return Ok(());
    }
    let show = |bytes: &[u8]| String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let (want, got) = (expected.len(), outcome.stdout.len());
    Err(format!("stdout: expected {want} bytes {:?}, came {got} bytes {:?}", show(expected), show(&outcome.stdout)))
}
