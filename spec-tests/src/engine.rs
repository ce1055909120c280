//! Calls the compiler for the scripts: it compiles single modules, to see whether they are accepted, and whole
//! programs.
//!
//! The compiler runs in this process, because a process for each of thousands of modules would take minutes. A panic of
//! the compiler must not end the suite: it becomes a refusal of its own kind.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use wasmc_compiler::{
    BoundsChecks, Cpu, DebugInfo, Emit, Error, OptLevel, Options, ProgramModule, Target, UnknownImports,
    compile_program,
};

use crate::process::{self, VectorRegisters};

/// A way to compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// Its name, the first part of a trial's name.
    pub name: &'static str,
    /// How accesses out of bounds are caught.
    pub bounds_checks: BoundsChecks,
    /// How much is optimized.
    pub opt_level: OptLevel,
    /// Which debuggers it is made for.
    pub debug_info: DebugInfo,
    /// The machine that it compiles for; `None` is this machine.
    pub target: Option<Target>,
    /// Which instructions may be used, as `--cpu` takes it.
    pub cpu: &'static str,
    /// The vector registers of an emulated RISC-V.
    pub registers: VectorRegisters,
}

/// The default options; explicit bounds checks without optimization; all instructions of this machine, which change the
/// code of vectors; and code for debuggers, with other places for locals and memory. Then the default options for the
/// other CPUs of Linux, natively or under qemu-user. RISC-V is compiled with its vector extension, without which every
/// module with SIMD is refused. The length of its registers differs between processors and must not change any result.
pub const MODES: [Mode; 8] = [
    Mode::here("guard", BoundsChecks::Guard, OptLevel::Speed, "baseline"),
    Mode::here("explicit", BoundsChecks::Explicit, OptLevel::None, "baseline"),
    Mode::here("native", BoundsChecks::Guard, OptLevel::Size, "native"),
    Mode { debug_info: DebugInfo::Both, ..Mode::here("debug", BoundsChecks::Guard, OptLevel::None, "baseline") },
    Mode::elsewhere("aarch64", Target::Aarch64Linux, "baseline", VectorRegisters::Bits128),
    Mode::elsewhere("riscv64", Target::Riscv64Linux, "rv64gcv", VectorRegisters::Bits128),
    Mode::elsewhere("riscv64-vlen256", Target::Riscv64Linux, "rv64gcv", VectorRegisters::Bits256Ones),
    Mode::elsewhere("riscv64-vlen1024", Target::Riscv64Linux, "rv64gcv", VectorRegisters::Bits1024),
];

/// Why the compiler made nothing.
#[derive(Debug)]
pub enum Refusal {
    /// A module is invalid.
    Invalid(String),
    /// A module uses this proposal, which wasmc does not compile.
    Unsupported(String),
    /// Each module is valid, but an import does not match what is provided for it.
    Unlinkable(String),
    /// A module is valid, but needs more than any program can have.
    Limit(String),
    /// The compiler failed: a bug.
    Fault(String),
}

impl Mode {
    const fn here(name: &'static str, bounds_checks: BoundsChecks, opt_level: OptLevel, cpu: &'static str) -> Mode {
        let (debug_info, registers) = (DebugInfo::None, VectorRegisters::Bits128);
        Mode { name, bounds_checks, opt_level, debug_info, target: None, cpu, registers }
    }

    const fn elsewhere(name: &'static str, target: Target, cpu: &'static str, registers: VectorRegisters) -> Mode {
        let (bounds_checks, opt_level) = (BoundsChecks::Guard, OptLevel::Speed);
        Mode { name, bounds_checks, opt_level, debug_info: DebugInfo::None, target: Some(target), cpu, registers }
    }

    /// Whether a script runs in this mode: registers of another length matter only to scripts with vectors.
    pub fn runs(&self, file: &str) -> bool {
        self.registers == VectorRegisters::Bits128 || file.starts_with("simd/") || file.starts_with("relaxed-simd/")
    }

    /// Whether the modules of a script that do not depend on each other should not be in one program: then each memory
    /// comes to be the one that is at its own addresses.
    pub fn splits(&self) -> bool {
        self.debug_info.is_wanted()
    }

    /// Compiles one module, binary or text, which need not be a whole program.
    pub fn accept(&self, bytes: &[u8]) -> Result<(), Refusal> {
        let options = Options { emit: Emit::Object, unknown_imports: UnknownImports::Trap, ..self.options()? };
        compile(&[ProgramModule { bytes, ..ProgramModule::default() }], &options).map(drop)
    }

    /// Compiles a script's program; the last module is its driver.
    pub fn build(&self, modules: &[ProgramModule<'_>]) -> Result<Vec<u8>, Refusal> {
        compile(modules, &Options { script: true, ..self.options()? })
    }

    fn options(&self) -> Result<Options, Refusal> {
        let target = self.target();
        let cpu = Cpu::parse(self.cpu, target).map_err(|error| Refusal::Fault(error.to_string()))?;
        let Mode { bounds_checks, opt_level, debug_info, .. } = *self;
        Ok(Options { target, cpu, bounds_checks, opt_level, debug_info, ..Options::default() })
    }

    fn target(&self) -> Target {
        self.target.unwrap_or_else(Target::host)
    }

    /// The words in front of an executable of this mode.
    pub fn emulator(&self) -> &'static [&'static str] {
        process::emulator(self.target(), self.registers)
    }
}

fn compile(modules: &[ProgramModule<'_>], options: &Options) -> Result<Vec<u8>, Refusal> {
    let result = catch_unwind(AssertUnwindSafe(|| compile_program(modules, options, &())));
    match result {
        Ok(Ok(output)) => Ok(output.bytes),
        Ok(Err(error)) => Err(refusal(&error)),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            Err(Refusal::Fault(format!("the compiler panicked: {}", text.unwrap_or("no message"))))
        }
    }
}

/// The kind of refusal that an error is. Where the module was text, the error of the binary is inside.
fn refusal(error: &Error) -> Refusal {
    match error {
        Error::InText { error, .. } => refusal(error),
        // The options set no limit, so the module needs more than any machine has.
        Error::Limit { .. } | Error::Options { .. } => Refusal::Limit(error.to_string()),
        Error::Invalid { .. } => Refusal::Invalid(error.to_string()),
        Error::Unsupported { proposal, .. } => Refusal::Unsupported(proposal.clone()),
        // The scripts expect these words.
        Error::UnknownImports(_) => Refusal::Unlinkable(format!("unknown import: {error}")),
        Error::Unlinkable { .. } => Refusal::Unlinkable(error.to_string()),
        _ => Refusal::Fault(error.to_string()),
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
