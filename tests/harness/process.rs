//! Runs a process until it ends or exceeds its time limit, and collects its output.
//!
//! The environment starts empty, so that no test depends on the user who runs it; a test passes each variable by name.
//! Only tools of the host may inherit the whole environment.

use crate::{Failure, context, tools};
use std::ffi::{OsStr, OsString};
use std::io::{Error, ErrorKind, Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A process to be.
#[derive(Clone, Debug)]
pub struct Process {
    program: PathBuf,
    arg0: Option<OsString>,
    args: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    directory: Option<PathBuf>,
    stdin: Vec<u8>,
    limit: Duration,
}

/// How a process ended, and its output.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Exit status or signal.
    pub ending: Ending,
    /// All of its standard output.
    pub stdout: Vec<u8>,
    /// All of its standard error.
    pub stderr: Vec<u8>,
}

/// The two ways in which a process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It exited with this status.
    Status(i32),
    /// This signal killed it.
    Signal(i32),
}

impl Process {
    /// A process without arguments, environment or input, in the current directory, and with two minutes to run.
    pub fn new(program: impl Into<PathBuf>) -> Process {
        Process {
            program: program.into(),
            arg0: None,
            args: Vec::new(),
            environment: Vec::new(),
            directory: None,
            stdin: Vec::new(),
            limit: Duration::from_secs(120),
        }
    }

    /// Sets `argv[0]`, if it is not the program's path.
    pub fn arg0(mut self, arg0: impl AsRef<OsStr>) -> Process {
        self.arg0 = Some(arg0.as_ref().into());
        self
    }

    /// Adds arguments.
    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Process {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().into()));
        self
    }

    /// Adds a variable.
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Process {
        self.environment.push((name.as_ref().into(), value.as_ref().into()));
        self
    }

    /// Passes on these variables of the test itself, those that are set.
    pub fn inherit(mut self, names: &[&str]) -> Process {
        let set = names.iter().filter_map(|name| Some((name.into(), std::env::var_os(name)?)));
        self.environment.extend(set);
        self
    }

    /// Passes on the whole environment: for tools of the host, never for a program under test.
    pub fn inherit_all(mut self) -> Process {
        self.environment.extend(std::env::vars_os());
        self
    }

    /// Sets the working directory.
    pub fn directory(mut self, directory: impl Into<PathBuf>) -> Process {
        self.directory = Some(directory.into());
        self
    }

    /// Sets the bytes that come through the pipe on standard input.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Process {
        self.stdin = bytes.into();
        self
    }

    /// Sets the time after which the process is killed and the test fails.
    pub fn limit(mut self, limit: Duration) -> Process {
        self.limit = limit;
        self
    }

    /// Runs it to its end. An error means that it could not be started or took too long.
    pub fn run(&self) -> Result<Outcome, Failure> {
        let mut child = self.command().spawn().map_err(|error| self.cannot_start(&error))?;
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        let input = self.stdin.clone();
        // A process may end without reading all of its input: then the pipe breaks, which is no failure of the test.
        thread::spawn(move || drop(stdin.write_all(&input)));
        let stdout = read_all(child.stdout.take().expect("standard output is a pipe"));
        let stderr = read_all(child.stderr.take().expect("standard error is a pipe"));
        let status = self.wait(&mut child)?;
        // A grandchild may hold the pipes open; it gets a moment, not forever.
        let collect = |bytes: Receiver<Vec<u8>>| {
            bytes.recv_timeout(Duration::from_secs(10)).map_err(|_| format!("{self:?} left its pipes open"))
        };
        Ok(Outcome { ending: Ending::of(status), stdout: collect(stdout)?, stderr: collect(stderr)? })
    }

    /// Runs a tool that has to succeed, and gives its standard output.
    pub fn succeed(&self) -> Result<Vec<u8>, Failure> {
        let outcome = self.run()?;
        if outcome.ending == Ending::Status(0) {
            return Ok(outcome.stdout);
        }
        let args: Vec<_> = self.args.iter().map(|arg| arg.to_string_lossy()).collect();
        let (command, stderr) = (self.program.display(), String::from_utf8_lossy(&outcome.stderr));
        let stdout = String::from_utf8_lossy(&outcome.stdout);
        Err(format!("{command} {} ended with {:?}\n{stdout}{stderr}", args.join(" "), outcome.ending))
    }

    fn cannot_start(&self, error: &Error) -> Failure {
        let name = self.program.to_string_lossy();
        // A script without its interpreter is not found either.
        if error.kind() == ErrorKind::NotFound && tools::find(&name).is_none() {
            return tools::missing(&name);
        }
        format!("{name}: {error}")
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).env_clear().envs(self.environment.iter().cloned());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(arg0) = &self.arg0 {
            command.arg0(arg0);
        }
        if let Some(directory) = &self.directory {
            command.current_dir(directory);
        }
        command
    }

    fn wait(&self, child: &mut Child) -> Result<ExitStatus, Failure> {
        let start = Instant::now();
        let mut pause = Duration::from_micros(200);
        while start.elapsed() < self.limit {
            if let Some(status) = context(child.try_wait(), self.program.display())? {
                return Ok(status);
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(20));
        }
        context(child.kill().and_then(|()| child.wait()), self.program.display())?;
        Err(format!("{} was still running after {:?} and was killed", self.program.display(), self.limit))
    }
}

impl Ending {
    /// How this process ended.
    pub(crate) fn of(status: ExitStatus) -> Ending {
        match (status.code(), status.signal()) {
            (Some(code), _) => Ending::Status(code),
            (None, Some(signal)) => Ending::Signal(signal),
            (None, None) => unreachable!("a process that has ended has a status or a signal"),
        }
    }
}

fn read_all(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // After a read error the test compares the bytes read so far.
        drop(pipe.read_to_end(&mut bytes));
        drop(sender.send(bytes));
    });
    receiver
}
