//! wasmc's side: it compiles programs of cases in one of its modes, and runs them.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use wasmc_compiler::{
    BoundsChecks, Cpu, Emit, Error, OptLevel, Options, ProgramModule, Target, UnknownImports, compile, compile_program,
};

use super::driver::Program;
use super::generate::{Case, MEMORY_BYTES_MAX};
use crate::Failure;

/// Enough for the deepest recursion for which a case has fuel, with large frames.
const STACK_BYTES: u64 = 512 << 20;
/// No program needs nearly as long; one that is still running then is caught in a loop.
const TIME_MAX: Duration = Duration::from_secs(60);
/// How much slower an emulated program may be.
const EMULATED_SLOWNESS: u32 = 10;

/// A way to compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// The processor.
    pub target: Target,
    /// Which instructions may be used, as `--cpu` takes it.
    pub cpu: &'static str,
    /// How accesses out of bounds are caught.
    pub bounds_checks: BoundsChecks,
    /// How much is optimized.
    pub opt_level: OptLevel,
}

/// Every level of optimization, with both bounds checks, on every processor of Linux; and the instructions of this
/// machine beside those that all have.
pub fn modes() -> Vec<Mode> {
    let mut modes = Vec::new();
    for target in [Target::X86_64Linux, Target::Aarch64Linux, Target::Riscv64Linux] {
        for bounds_checks in [BoundsChecks::Guard, BoundsChecks::Explicit] {
            for opt_level in [OptLevel::Speed, OptLevel::None, OptLevel::Less, OptLevel::Size] {
                // Without its vectors, RISC-V would refuse every module with SIMD.
                let cpu = if target == Target::Riscv64Linux { "rv64gcv" } else { "baseline" };
                modes.push(Mode { target, cpu, bounds_checks, opt_level });
            }
            if target == Target::host() {
                modes.push(Mode { target, cpu: "native", bounds_checks, opt_level: OptLevel::Speed });
            }
        }
    }
    modes
}

/// What came of a program.
#[derive(Debug)]
pub struct Ended {
    /// What it recorded.
    pub record: Vec<u8>,
    /// How it ended, if not well.
    pub failure: Option<Failure>,
}

/// Why there is no program.
#[derive(Debug)]
pub enum Refusal {
    /// The compiler gives a reason.
    Error(Error),
    /// The compiler panicked.
    Panic(Failure),
}

impl Mode {
    /// Its name, as `--mode` takes the start of it.
    pub fn name(&self) -> String {
        let target = match self.target {
            Target::X86_64Linux => "x86_64",
            Target::Aarch64Linux => "aarch64",
            Target::Riscv64Linux => "riscv64",
            _ => "other",
        };
        let bounds_checks = match self.bounds_checks {
            BoundsChecks::Guard => "guard",
            BoundsChecks::Explicit => "explicit",
        };
        let opt_level = match self.opt_level {
            OptLevel::None => "O0",
            OptLevel::Less => "O1",
            OptLevel::Speed => "O2",
            OptLevel::Size => "Os",
        };
        let cpu = if self.cpu == "native" { "/native" } else { "" };
        format!("{target}/{bounds_checks}/{opt_level}{cpu}")
    }

    /// Compiles the program of these cases, which are all deterministic or all not.
    pub fn build(&self, cases: &[&Case], program: &Program) -> Result<Vec<u8>, Refusal> {
        let names: Vec<String> = (0..cases.len()).map(|position| position.to_string()).collect();
        let mut modules: Vec<_> =
            cases.iter().map(|case| ProgramModule { bytes: &case.wasm, imports: Vec::new() }).collect();
        modules.push(ProgramModule { bytes: &program.recorder, imports: Vec::new() });
        let mut imports: Vec<_> = names.iter().map(String::as_str).zip(0..).collect();
        imports.push((super::driver::RECORDER, cases.len()));
        modules.push(ProgramModule { bytes: &program.driver, imports });
        let deterministic = cases.iter().any(|case| case.deterministic);
        let options = Options { script: true, deterministic, ..self.options()? };
        caught(|| compile_program(&modules, &options, &()).map(|output| output.bytes))
    }

    /// Compiles one case's module, which need not be a whole program.
    pub fn accept(&self, case: &Case) -> Result<(), Refusal> {
        let options = Options {
            emit: Emit::Object,
            unknown_imports: UnknownImports::Trap,
            deterministic: case.deterministic,
            max_memory_bytes: None,
            ..self.options()?
        };
        caught(|| compile(&case.wasm, &options, &()).map(drop))
    }

    fn options(&self) -> Result<Options, Refusal> {
        Ok(Options {
            target: self.target,
            cpu: Cpu::parse(self.cpu, self.target).map_err(Refusal::Error)?,
            bounds_checks: self.bounds_checks,
            opt_level: self.opt_level,
            max_memory_bytes: Some(MEMORY_BYTES_MAX),
            stack_bytes: STACK_BYTES,
            ..Options::default()
        })
    }

    /// The words in front of an executable: qemu-user (Debian's package `qemu-user`), unless this machine can run it.
    fn emulator(&self) -> &'static [&'static str] {
        match self.target {
            target if target == Target::host() => &[],
            Target::Aarch64Linux => &["qemu-aarch64"],
            Target::Riscv64Linux => &["qemu-riscv64", "-cpu", "rv64,v=true,vlen=128,vext_spec=v1.0"],
            _ => &["qemu-x86_64"],
        }
    }

    /// Runs an executable in a folder of its own.
    pub fn run(&self, executable: &[u8], folder: &Path) -> Result<Ended, Failure> {
        let path = folder.join("program");
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        let start = Instant::now();
        let mut child = {
            let _guard = FILES.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            fs::write(&path, executable).map_err(failed)?;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).map_err(failed)?;
            let program = path.as_os_str().to_owned();
            let words: Vec<_> = self.emulator().iter().map(Into::into).chain([program]).collect();
            let mut command = Command::new(&words[0]);
            command.args(&words[1..]).env_clear().current_dir(folder).stdin(Stdio::null());
            if let Some(path) = std::env::var_os("PATH") {
                command.env("PATH", path);
            }
            // A file and no pipe, as nobody reads while the program runs.
            command.stdout(File::create(folder.join("record")).map_err(failed)?);
            command.stderr(File::create(folder.join("stderr")).map_err(failed)?);
            command.spawn().map_err(failed)?
        };
        let limit = if self.emulator().is_empty() { TIME_MAX } else { TIME_MAX * EMULATED_SLOWNESS };
        let mut pause = Duration::from_micros(200);
        let status = loop {
            match child.try_wait().map_err(failed)? {
                Some(status) => break Some(status),
                None if start.elapsed() > limit => {
                    child.kill().and_then(|()| child.wait()).map_err(failed)?;
                    break None;
                }
                None => thread::sleep(pause),
            }
            pause = (pause * 2).min(Duration::from_millis(5));
        };
        let record = fs::read(folder.join("record")).map_err(failed)?;
        let stderr = fs::read(folder.join("stderr")).map_err(failed)?;
        Ok(Ended { record, failure: failure(status, &String::from_utf8_lossy(&stderr)) })
    }
}

/// A process that starts while another thread writes an executable inherits that open file for a moment, and the kernel
/// runs no file that is open for writing (`ETXTBSY`). So writing and starting exclude each other.
static FILES: Mutex<()> = Mutex::new(());

fn caught<T>(work: impl FnOnce() -> wasmc_compiler::Result<T>) -> Result<T, Refusal> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Refusal::Error),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            Err(Refusal::Panic(text.unwrap_or("no message").into()))
        }
    }
}

fn failure(status: Option<ExitStatus>, stderr: &str) -> Option<Failure> {
    let ending = match status {
        None => "was still running after the time limit".into(),
        Some(status) if status.success() => return None,
        Some(status) => match (status.code(), status.signal()) {
            (Some(code), _) => format!("ended with status {code}"),
            (None, signal) => format!("ended with signal {}", signal.unwrap_or_default()),
        },
    };
    Some(format!("{ending}: {}", stderr.lines().take(4).collect::<Vec<_>>().join(" | ")))
}
