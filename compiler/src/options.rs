//! The options of a compilation, as types. They are complete: equal input and equal [`Options`] give equal bytes, so
//! nothing that shapes an output may come from elsewhere, such as the environment. Strings of the command line do not
//! belong here.

pub use wasmc_abi::policy::{Access, EnvironmentVariable, Policy, Preopen};

use crate::cpu::Cpu;
use crate::features::Proposals;
use crate::target::Target;

/// How to compile. `Options::default()` is what `wasmc build app.wasm` does on this host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The machine that the output is for.
    pub target: Target,
    /// The processor features that the code may use.
    pub cpu: Cpu,
    /// How much to optimize.
    pub opt_level: OptLevel,
    /// The debug information in the output.
    pub debug_info: DebugInfo,
    /// Replacements of beginnings of paths in the debug information: pairs of an old and a new beginning. Of several
    /// pairs that fit a path, the last counts.
    pub debug_prefix_map: Vec<(String, String)>,
    /// The backtraces in the reports of traps.
    pub backtrace: Backtrace,
    /// The way in which out-of-bounds accesses are caught.
    pub bounds_checks: BoundsChecks,
    /// Whether the program follows the deterministic profile of the specification (appendix A.5), so that instructions
    /// give the same results on every processor: a NaN that an operation generates is canonical and positive, and
    /// relaxed SIMD does what its strict counterparts do, with multiply-adds that round twice. Costs time in code with
    /// floats.
    pub deterministic: bool,
    /// The proposals that modules may use.
    pub wasm_features: Proposals,
    /// The kind of output.
    pub emit: Emit,
    /// The treatment of imports that nothing provides.
    pub unknown_imports: UnknownImports,
    /// Bytes beyond which memories cannot grow, whatever the module declares.
    pub max_memory_bytes: Option<u64>,
    /// Bytes of the guest's native stack.
    pub stack_bytes: u64,
    /// The directories, variables and descriptors that the program may use.
    pub policy: Policy,
    /// Let the last module of a program run the specification's test scripts: only it is instantiated at start, and it
    /// may import from `wasmc:script` (`plan/imports.rs`).
    #[doc(hidden)]
    pub script: bool,
    /// Run this export, with arguments from the command line, instead of the entry point.
    pub invoke: Option<String>,
}

/// Bytes of native stack by default: as many as Linux gives a main thread.
pub const DEFAULT_STACK_BYTES: u64 = 8 << 20;

impl Default for Options {
    fn default() -> Options {
        Options {
            target: Target::host(),
            cpu: Cpu::Baseline,
            opt_level: OptLevel::default(),
            debug_info: DebugInfo::default(),
            debug_prefix_map: Vec::new(),
            backtrace: Backtrace::default(),
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

/// The debug information in an output, by the debuggers that read it. Pointers of the guest have 32 bits, which each
/// debugger can follow in a form of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DebugInfo {
    /// None, and code that is not made for debugging.
    #[default]
    None,
    /// For both debuggers (`-g`): where they need different attributes, an entry has the one for gdb first and the one
    /// for lldb after it, and each debugger takes its own.
    Both,
    /// For gdb only (`-ggdb`), as the DWARF standard has it.
    Gdb,
    /// For lldb only (`-glldb`), as the DWARF standard has it.
    Lldb,
}

impl DebugInfo {
    /// Whether there is any.
    pub fn is_wanted(self) -> bool {
        self != DebugInfo::None
    }

    /// Whether it has the form of pointers that gdb needs.
    pub(crate) fn has_gdb_form(self) -> bool {
        matches!(self, DebugInfo::Both | DebugInfo::Gdb)
    }

    /// Whether it has the form of pointers that lldb needs.
    pub(crate) fn has_lldb_form(self) -> bool {
        matches!(self, DebugInfo::Both | DebugInfo::Lldb)
    }
}

/// The backtraces in the reports of traps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Backtrace {
    /// None: a report is its first line, and the executable has no names of functions.
    None,
    /// The functions by name, and the offset of each frame in the binary.
    #[default]
    Names,
    /// Also the lines of the source and the functions that were inlined there, as far as the modules have DWARF. Lines
    /// come from a source map, or from the text of a module, where it has no DWARF.
    Full,
}

/// The ways in which out-of-bounds accesses are caught.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoundsChecks {
    /// By guard pages behind a fixed reservation of 8 GiB of address space, without code at each access. Only for
    /// memories with `i32` indices and pages of 64 KiB; for others, as [`BoundsChecks::Explicit`].
    #[default]
    Guard,
    /// By a comparison at each access. The memory needs no reservation and lies anywhere.
    Explicit,
}

/// The kinds of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emit {
    /// A standalone executable.
    #[default]
    Executable,
    /// A relocatable object that refers to the runtime's symbols.
    Object,
    /// An archive of that object and the runtime, for programs in C and in languages that can call C.
    StaticLibrary,
    /// The intermediate representation of every function, as text, before Cranelift optimizes it.
    Clif,
    /// The machine code of every function, as text.
    Assembly,
}

impl Emit {
    /// Whether the output is for linking into other programs, which call the exports by the functions that
    /// [`Output::header`](crate::Output::header) declares.
    pub fn has_header(self) -> bool {
        matches!(self, Emit::Object | Emit::StaticLibrary)
    }
}

/// The treatments of imports that nothing provides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownImports {
    /// Refuse to compile, naming all of them.
    #[default]
    Error,
    /// Compile; a call of one traps.
    Trap,
}
