//! The modes in which wasmc compiles programs of cases: processor, level of optimization, bounds checks.
//!
//! A difference between two modes is as good a finding as one between a mode and the reference, so every mode has to
//! give what the reference gives. Nothing here looks at results.

use std::panic::{AssertUnwindSafe, catch_unwind};
use wasmc_compiler::{
    BoundsChecks, Cpu, DebugInfo, Emit, Error, OptLevel, Options, ProgramModule, Target, UnknownImports, compile,
    compile_program,
};

use super::driver::Program;
use super::generate::{Case, MEMORY_BYTES_MAX};
use crate::Failure;
use crate::process::{self, VectorRegisters};

/// The stack: enough for the deepest recursion that the fuel of a case allows, with large frames.
const STACK_BYTES: u64 = 512 << 20;

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
    /// Which debuggers it is made for.
    pub debug_info: DebugInfo,
    /// The vector registers of an emulated RISC-V.
    pub registers: VectorRegisters,
}

/// Every level of optimization, with both bounds checks, on every processor of Linux, and code for debuggers; the
/// instructions of this machine beside those that all have; and longer vector registers on RISC-V.
pub fn modes() -> Vec<Mode> {
    let mut modes = Vec::new();
    let (registers, debug_info) = (VectorRegisters::Bits128, DebugInfo::None);
    for target in [Target::X86_64Linux, Target::Aarch64Linux, Target::Riscv64Linux] {
        for bounds_checks in [BoundsChecks::Guard, BoundsChecks::Explicit] {
            for opt_level in [OptLevel::Speed, OptLevel::None, OptLevel::Less, OptLevel::Size] {
                // Without its vectors, RISC-V would refuse every module with SIMD.
                let cpu = if target == Target::Riscv64Linux { "rv64gcv" } else { "baseline" };
                modes.push(Mode { target, cpu, bounds_checks, opt_level, debug_info, registers });
                if opt_level == OptLevel::None {
                    let debug_info = DebugInfo::Both;
                    modes.push(Mode { target, cpu, bounds_checks, opt_level, debug_info, registers });
                }
            }
            if target == Target::host() {
                let opt_level = OptLevel::Speed;
                modes.push(Mode { target, cpu: "native", bounds_checks, opt_level, debug_info, registers });
            }
        }
    }
    for registers in [VectorRegisters::Bits256Ones, VectorRegisters::Bits1024] {
        for opt_level in [OptLevel::Speed, OptLevel::None] {
            let (target, bounds_checks) = (Target::Riscv64Linux, BoundsChecks::Guard);
            modes.push(Mode { target, cpu: "rv64gcv", bounds_checks, opt_level, debug_info, registers });
        }
    }
    modes
}

/// Why there is no program.
#[derive(Debug)]
pub enum Refusal {
    /// The compiler reported an error.
    Error(Error),
    /// The compiler panicked.
    Panic(Failure),
}

impl Mode {
    /// Its name; `--mode` takes the start of it.
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
        let debug_info = if self.debug_info.is_wanted() { "/debug" } else { "" };
        let cpu = if self.cpu == "native" { "/native" } else { "" };
        let registers = match self.registers {
            VectorRegisters::Bits128 => String::new(),
            registers => format!("/vlen{}", registers.bits()),
        };
        format!("{target}/{bounds_checks}/{opt_level}{debug_info}{cpu}{registers}")
    }

    /// How many cases may share a program. For debuggers, one memory of a program is at its own addresses: that of a
    /// case only if the case is alone.
    pub fn cases_max(&self) -> usize {
        if self.debug_info.is_wanted() { 1 } else { usize::MAX }
    }

    /// Compiles the program of these cases, either all deterministic or none.
    pub fn build(&self, cases: &[&Case], program: &Program) -> Result<Vec<u8>, Refusal> {
        let names: Vec<String> = (0..cases.len()).map(|position| position.to_string()).collect();
        let mut modules: Vec<_> =
            cases.iter().map(|case| ProgramModule { bytes: &case.wasm, ..ProgramModule::default() }).collect();
        modules.push(ProgramModule { bytes: &program.recorder, ..ProgramModule::default() });
        let mut imports: Vec<_> = names.iter().map(String::as_str).zip(0..).collect();
        imports.push((super::driver::RECORDER, cases.len()));
        modules.push(ProgramModule { bytes: &program.driver, imports, ..ProgramModule::default() });
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
            debug_info: self.debug_info,
            max_memory_bytes: Some(MEMORY_BYTES_MAX),
            stack_bytes: STACK_BYTES,
            ..Options::default()
        })
    }

    /// The words in front of an executable.
    pub fn emulator(&self) -> &'static [&'static str] {
        process::emulator(self.target, self.registers)
    }
}

fn caught<T>(work: impl FnOnce() -> wasmc_compiler::Result<T>) -> Result<T, Refusal> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Refusal::Error),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            Err(Refusal::Panic(text.unwrap_or("no message").into()))
        }
    }
}
