//! The machines on which tests run programs: this one, and the other CPUs of Linux by qemu-user.
//!
//! A suite takes [`Machine::all`] and names its trials with [`Machine::prefix`]; expectations must be the same for
//! each. If this machine has one of those CPUs itself, its programs run natively. A missing emulator is an error that
//! names the package, never a skipped test.

use crate::{Ending, Failure, Outcome, Process, tools};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A machine that programs run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// The name for `--target`, in `qemu-NAME`, and in Rust's `ARCH`.
    name: &'static str,
}

/// How to run an executable: the words of a command line.
#[derive(Clone, Debug)]
pub struct Launcher {
    tool: Vec<OsString>,
    emulator: Vec<OsString>,
    executable: PathBuf,
}

/// Every CPU that there are Linux executables for.
const MACHINES: [Machine; 3] = [Machine { name: "x86_64" }, Machine { name: "aarch64" }, Machine { name: "riscv64" }];

/// The emulated RISC-V processors that run programs with vectors. Their registers differ in length, and in what an
/// instruction leaves behind the elements of a vector, which version 1.0 of the vector extension lets it choose. The
/// first runs all such programs: the length that common processors have, and the choice that shows the most mistakes.
const VECTOR_PROCESSORS: [&str; 3] = [
    "rv64,v=true,vlen=256,rvv_ta_all_1s=true,vext_spec=v1.0",
    "rv64,v=true,vlen=128,vext_spec=v1.0",
    "rv64,v=true,vlen=1024,vext_spec=v1.0",
];

/// How much slower an emulated program may be, at worst.
const EMULATED_SLOWNESS: u32 = 20;

impl Machine {
    /// The machine of this test.
    pub fn host() -> Machine {
        let host = MACHINES.into_iter().find(|machine| machine.name == std::env::consts::ARCH);
        host.unwrap_or_else(|| panic!("wasmc has no target for {}", std::env::consts::ARCH))
    }

    /// All of them, this one first.
    pub fn all() -> Vec<Machine> {
        let others = MACHINES.into_iter().filter(|machine| !machine.is_host());
        std::iter::once(Machine::host()).chain(others).collect()
    }

    /// Whether it is the machine of this test.
    pub fn is_host(self) -> bool {
        self == Machine::host()
    }

    /// Its name, as `--target` takes it.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The prefix of its trials' names: empty for the machine of this test, `NAME/` for the others.
    pub fn prefix(self) -> String {
        if self.is_host() { String::new() } else { format!("{}/", self.name) }
    }

    /// The time limit on that machine for work that has this limit here.
    pub fn patience(self, limit: Duration) -> Duration {
        if self.is_host() { limit } else { limit * EMULATED_SLOWNESS }
    }

    /// Runs a whole `wasmc build … -o EXECUTABLE` for this machine.
    ///
    /// A module with vectors cannot be built for the baseline of riscv64, which has no vectors; the message must name
    /// the level that has them, and it is built and run with that.
    pub fn build(self, build: Process, executable: &Path) -> Result<Launcher, Failure> {
        let build = if self.is_host() { build } else { build.args(["--target", self.name]) };
        let outcome = build.run()?;
        let with_vectors = self.name == "riscv64" && needs_vectors(&outcome);
        if with_vectors {
            build.args(["--cpu", "rv64gcv"]).succeed()?;
        } else if outcome.ending != Ending::Status(0) {
            return Err(format!("{build:?}: {:?}\n{}", outcome.ending, String::from_utf8_lossy(&outcome.stderr)));
        }
        Ok(Launcher { tool: Vec::new(), emulator: self.emulator(with_vectors)?, executable: executable.into() })
    }

    /// The command words that run a program of this machine; empty on that machine itself.
    fn emulator(self, with_vectors: bool) -> Result<Vec<OsString>, Failure> {
        if self.is_host() {
            return Ok(Vec::new());
        }
        let name = format!("qemu-{}", self.name);
        let found = tools::find(&name).ok_or_else(|| tools::missing(&name))?;
        let mut words = vec![found.into()];
        if with_vectors {
            words.extend(["-cpu", VECTOR_PROCESSORS[0]].map(OsString::from));
        }
        Ok(words)
    }
}

/// Whether a build failed because the processor has no vectors.
fn needs_vectors(outcome: &Outcome) -> bool {
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    outcome.ending == Ending::Status(1) && stderr.contains("SIMD") && stderr.contains("--cpu rv64gcv")
}

impl Launcher {
    /// Runs this file as it is.
    pub fn native(executable: impl Into<PathBuf>) -> Launcher {
        Launcher { tool: Vec::new(), emulator: Vec::new(), executable: executable.into() }
    }

    /// How to run the same executable with vector registers of other lengths; nothing unless an emulator has some.
    pub fn with_other_registers(&self) -> Vec<Launcher> {
        let is_first = |word: &OsString| word == VECTOR_PROCESSORS[0];
        if !self.emulator.iter().any(is_first) {
            return Vec::new();
        }
        let with = |processor: &&str| {
            let words =
                self.emulator.iter().map(|word| if is_first(word) { (*processor).into() } else { word.clone() });
            Launcher { emulator: words.collect(), ..self.clone() }
        };
        VECTOR_PROCESSORS[1..].iter().map(with).collect()
    }

    /// How to run the same executable by a tool: these words come first.
    pub fn behind(&self, words: &[&str]) -> Result<Launcher, Failure> {
        let [tool, options @ ..] = words else { return Ok(self.clone()) };
        let tool = tools::find(tool).ok_or_else(|| tools::missing(tool))?;
        let tool = std::iter::once(tool.into()).chain(options.iter().map(OsString::from)).collect();
        Ok(Launcher { tool, ..self.clone() })
    }

    /// The executable itself.
    pub fn executable(&self) -> &Path {
        &self.executable
    }

    /// The words that run it, to which arguments are added.
    pub fn words(&self) -> Vec<OsString> {
        let words = self.tool.iter().chain(&self.emulator).cloned();
        words.chain([self.executable.clone().into()]).collect()
    }

    /// The process that runs it with this `argv[0]`, which a tool does not know.
    pub fn process(&self, arg0: impl AsRef<OsStr>) -> Process {
        if let [tool, ..] = &*self.tool {
            return Process::new(tool).args(&self.words()[1..]);
        }
        match self.emulator.split_first() {
            None => Process::new(&self.executable).arg0(arg0),
            Some((emulator, options)) => {
                Process::new(emulator).args(options).args(["-0".as_ref(), arg0.as_ref()]).args([&self.executable])
            }
        }
    }
}
