//! wasmc as the scripts see it: it accepts or rejects modules, and what it makes of several runs.

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use wasmc_compiler::{
    BoundsChecks, Cpu, Emit, Error, OptLevel, Options, ProgramModule, Target, UnknownImports, compile_program,
};

use crate::Failure;

/// A way to compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// Its name.
    pub name: &'static str,
    /// How accesses out of bounds are caught.
    pub bounds_checks: BoundsChecks,
    /// How much is optimized.
    pub opt_level: OptLevel,
    /// For which machine; for this one if nothing is said.
    pub target: Option<Target>,
    /// Which instructions may be used, as `--cpu` takes it.
    pub cpu: &'static str,
}

/// What everybody runs; the other extreme of what can be chosen; and the instructions of this machine, as vectors have
/// other code with them. Then what everybody runs on the other CPUs of Linux: natively where the machine is one, under
/// qemu-user otherwise. RISC-V has its vectors, without which every module with SIMD is refused.
pub const MODES: [Mode; 5] = [
    Mode::here("guard", BoundsChecks::Guard, OptLevel::Speed, "baseline"),
    Mode::here("explicit", BoundsChecks::Explicit, OptLevel::None, "baseline"),
    Mode::here("native", BoundsChecks::Guard, OptLevel::Size, "native"),
    Mode::elsewhere("aarch64", Target::Aarch64Linux, "baseline"),
    Mode::elsewhere("riscv64", Target::Riscv64Linux, "rv64gcv"),
];

/// Why there is no executable.
#[derive(Debug)]
pub enum Refusal {
    /// A module is invalid.
    Invalid(String),
    /// A module needs this proposal, which is not compiled yet.
    Unsupported(String),
    /// Each module is valid, but imports are not what they should be.
    Unlinkable(String),
    /// A module is valid, but exceeds what any program can have.
    Limit(String),
    /// The compiler failed.
    Fault(String),
}

/// How a program ended.
#[derive(Debug)]
pub struct Ended {
    /// Status or signal; nothing if it ran for too long.
    pub status: Option<ExitStatus>,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// No program of the test suite needs a second; one that is still running then is caught in a loop.
const LIMIT: Duration = Duration::from_secs(30);
/// How much slower an emulated program may be, at worst.
const EMULATED_SLOWNESS: u32 = 20;

impl Mode {
    const fn here(name: &'static str, bounds_checks: BoundsChecks, opt_level: OptLevel, cpu: &'static str) -> Mode {
        Mode { name, bounds_checks, opt_level, target: None, cpu }
    }

    const fn elsewhere(name: &'static str, target: Target, cpu: &'static str) -> Mode {
        let (bounds_checks, opt_level) = (BoundsChecks::Guard, OptLevel::Speed);
        Mode { name, bounds_checks, opt_level, target: Some(target), cpu }
    }

    /// Compiles a module that need not be a whole program. `bytes` is a binary or text.
    pub fn accept(&self, bytes: &[u8]) -> Result<(), Refusal> {
        let options = Options { emit: Emit::Object, unknown_imports: UnknownImports::Trap, ..self.options()? };
        compile(&[ProgramModule { bytes, imports: Vec::new() }], &options).map(drop)
    }

    /// Compiles a script's program; the last module is its driver.
    pub fn build(&self, modules: &[ProgramModule<'_>]) -> Result<Vec<u8>, Refusal> {
        compile(modules, &Options { script: true, ..self.options()? })
    }

    fn options(&self) -> Result<Options, Refusal> {
        let target = self.target();
        let cpu = Cpu::parse(self.cpu, target).map_err(|error| Refusal::Fault(error.to_string()))?;
        Ok(Options { target, cpu, bounds_checks: self.bounds_checks, opt_level: self.opt_level, ..Options::default() })
    }

    fn target(&self) -> Target {
        self.target.unwrap_or_else(Target::host)
    }

    /// The words in front of an executable: qemu-user (Debian's package `qemu-user`), unless this machine can run it.
    fn emulator(&self) -> &'static [&'static str] {
        match self.target {
            Some(target) if target == Target::host() => &[],
            Some(Target::Aarch64Linux) => &["qemu-aarch64"],
            Some(Target::Riscv64Linux) => &["qemu-riscv64", "-cpu", "rv64,v=true,vlen=128,vext_spec=v1.0"],
            _ => &[],
        }
    }
}

fn compile(modules: &[ProgramModule<'_>], options: &Options) -> Result<Vec<u8>, Refusal> {
    let result = catch_unwind(AssertUnwindSafe(|| compile_program(modules, options, &())));
    match result {
        Ok(Ok(output)) => Ok(output.bytes),
        Ok(Err(error)) => Err(match &error {
            // The options limit nothing, so that only what no machine has exceeds them.
            Error::Limit { .. } | Error::Options { .. } => Refusal::Limit(error.to_string()),
            Error::Invalid { .. } => Refusal::Invalid(error.to_string()),
            Error::Unsupported { proposal, .. } => Refusal::Unsupported(proposal.clone()),
            // The words of the scripts.
            Error::UnknownImports(_) => Refusal::Unlinkable(format!("unknown import: {error}")),
            Error::Unlinkable { .. } => Refusal::Unlinkable(error.to_string()),
            _ => Refusal::Fault(error.to_string()),
        }),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            Err(Refusal::Fault(format!("the compiler panicked: {}", text.unwrap_or("no message"))))
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unsupported(proposal) => write!(f, "it needs {proposal}"),
            Refusal::Invalid(error) | Refusal::Unlinkable(error) | Refusal::Limit(error) | Refusal::Fault(error) => {
                f.write_str(error)
            }
        }
    }
}

/// An executable on disk.
#[derive(Debug)]
pub struct Executable {
    path: PathBuf,
    emulator: &'static [&'static str],
}

/// A process that starts while another thread writes an executable inherits that open file for a moment, and the kernel
/// runs no file that is open for writing (`ETXTBSY`). So writing and starting exclude each other.
static FILES: Mutex<()> = Mutex::new(());

impl Executable {
    /// Writes what this mode made into a folder.
    pub fn write(folder: &Path, bytes: &[u8], mode: &Mode) -> Result<Executable, Failure> {
        let path = folder.join("program");
        let _guard = FILES.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let written =
            fs::write(&path, bytes).and_then(|()| fs::set_permissions(&path, fs::Permissions::from_mode(0o755)));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Executable { path, emulator: mode.emulator() })
    }

    /// Runs it to its end.
    pub fn run(&self) -> Result<Ended, Failure> {
        let mut words = self.emulator.iter().map(OsStr::new).chain([self.path.as_os_str()]);
        let mut command = Command::new(words.next().expect("at least the executable"));
        let failed = |error: io::Error| format!("{:?} {}: {error}", self.emulator, self.path.display());
        // Into files, as a pipe would have to be emptied meanwhile.
        let (stdout, stderr) = (self.path.with_extension("out"), self.path.with_extension("err"));
        let mut child = {
            let _guard = FILES.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            command.args(words).env_clear().stdin(Stdio::null());
            command.stdout(File::create(&stdout).map_err(failed)?).stderr(File::create(&stderr).map_err(failed)?);
            command.spawn().map_err(failed)?
        };
        let limit = if self.emulator.is_empty() { LIMIT } else { LIMIT * EMULATED_SLOWNESS };
        let start = Instant::now();
        let mut pause = Duration::from_micros(100);
        let status = loop {
            if let Some(status) = child.try_wait().map_err(failed)? {
                break Some(status);
            }
            if start.elapsed() > limit {
                child.kill().and_then(|()| child.wait()).map_err(failed)?;
                break None;
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(10));
        };
        let text = |path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).map_err(failed);
        Ok(Ended { status, stdout: text(&stdout)?, stderr: text(&stderr)? })
    }
}

impl Ended {
    /// Whether it ended as a program does that has nothing to complain of.
    pub fn well(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }

    /// How it ended, for people.
    pub fn describe(&self) -> String {
        let ending = match self.status.map(|status| (status.code(), status.signal())) {
            Some((Some(code), _)) => format!("status {code}"),
            Some((None, signal)) => format!("signal {}", signal.unwrap_or_default()),
            None => "no end within its time".into(),
        };
        let first = self.stderr.lines().next().unwrap_or("nothing on stderr");
        format!("{ending}, {first}")
    }
}
