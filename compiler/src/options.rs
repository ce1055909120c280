//! What a caller may wish for: typed, free of command-line strings, and complete, so that equal input and equal
//! [`Options`] give equal bytes.

pub use wasmc_abi::policy::{Access, EnvironmentVariable, Policy, Preopen};

use crate::cpu::Cpu;
use crate::features::Proposals;
use crate::target::Target;

/// How to compile. `Options::default()` is what `wasmc build app.wasm` does on this host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The machine that the output is for.
    pub target: Target,
    /// Which processor features may be used.
    pub cpu: Cpu,
    /// How much to optimize.
    pub opt_level: OptLevel,
    /// How out-of-bounds accesses are caught.
    pub bounds_checks: BoundsChecks,
    /// Whether the program follows the deterministic profile of the specification (appendix A.5), so that instructions
    /// give the same results on every processor: a NaN that an operation generates is canonical and positive, and relaxed
    /// SIMD does what its strict counterparts do, with multiply-adds that round twice. Costs time in code with floats.
    pub deterministic: bool,
    /// Which proposals modules may use.
    pub wasm_features: Proposals,
    /// What to produce.
    pub emit: Emit,
    /// What to do about imports that nothing provides.
    pub unknown_imports: UnknownImports,
    /// Bytes beyond which memories cannot grow, whatever the module declares.
    pub max_memory_bytes: Option<u64>,
    /// Bytes of the guest's native stack.
    pub stack_bytes: u64,
    /// What the program may touch.
    pub policy: Policy,
    /// Let the last module of a program run the specification's test scripts: only it is instantiated at start, and it may
    /// import from `wasmc:script` (`plan/imports.rs`).
    #[doc(hidden)]
    pub script: bool,
    /// Run this export, with arguments from the command line, instead of the entry point.
    pub invoke: Option<String>,
}

/// Bytes of native stack unless asked otherwise: what Linux gives a main thread.
pub const DEFAULT_STACK_BYTES: u64 = 8 << 20;

impl Default for Options {
    fn default() -> Options {
        Options {
            target: Target::host(),
            cpu: Cpu::Baseline,
            opt_level: OptLevel::default(),
            bounds_checks: BoundsChecks::default(),
            deterministic: false,
            wasm_features: Proposals::all(),
            emit: Emit::default(),
            unknown_imports: UnknownImports::default(),
            max_memory_bytes: None,
            stack_bytes: DEFAULT_STACK_BYTES,
            policy: Policy::default(),
            script: false,
            invoke: None,
        }
    }
}

/// How much to optimize.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OptLevel {
    /// Compile as fast as possible (`-O0`).
    None,
    /// The same as [`OptLevel::Speed`] (`-O1`): no optimization takes long enough to be left out here.
    Less,
    /// Optimize for speed (`-O2`).
    #[default]
    Speed,
    /// Optimize for speed and size (`-Os`).
    Size,
}

/// How out-of-bounds accesses are caught.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoundsChecks {
    /// By guard pages behind a fixed reservation of 8 GiB of address space: no code at each access. Only memories with `i32`
    /// indices and pages of 64 KiB can be so; others are compared.
    #[default]
    Guard,
    /// By a comparison at each access: no reservation, any address.
    Explicit,
}

/// What to produce.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emit {
    /// A standalone executable.
    #[default]
    Executable,
    /// A relocatable object that refers to the runtime's symbols.
    Object,
    /// An archive of that object and the runtime, for programs in C and what calls C.
    StaticLibrary,
    /// The intermediate representation of every function, as text, before Cranelift optimizes it.
    Clif,
    /// The machine code of every function, as text.
    Assembly,
}

impl Emit {
    /// Whether others link what comes out, and call the module's exports by the functions that
    /// [`Output::header`](crate::Output::header) declares.
    pub fn has_header(self) -> bool {
        matches!(self, Emit::Object | Emit::StaticLibrary)
    }
}

/// What to do about imports that nothing provides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownImports {
    /// Refuse to compile, naming all of them.
    #[default]
    Error,
    /// Compile; a call of one traps.
    Trap,
}
