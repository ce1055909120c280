//! wasmc as a library: it takes bytes of WebAssembly and [`Options`], and gives an executable, an object or a typed
//! [`Error`]. It reads no file, no environment and no clock that could change an output, and no input makes it panic.
//!
//! The pipeline, in the order of the folders; `pipeline.rs` calls them on one page:
//!
//! - `module`: parse, validate and link. Bytes become valid modules, and the instances of a program become one.
//! - `plan`: every decision that functions share. Frozen before any of them is translated.
//! - `translate`: one body, or one piece of glue, becomes one function of Cranelift's intermediate representation.
//! - `codegen`: that function becomes machine code. This and the step before it run on every core.
//! - `lines`: for the places that a report of a trap can show, the lines of the source, where the options ask for them.
//! - `object`: code, data and tables become one relocatable object.
//! - `link`: the object and the runtime library become one executable, in this process.
//!
//! ```
//! use wasmc_compiler::{Options, compile};
//!
//! let error = compile(b"\x7fELF", &Options::default(), &()).unwrap_err();
//! assert_eq!(error.to_string(), "invalid WebAssembly: the file is an ELF file, not a WebAssembly module");
//! ```
#![forbid(unsafe_code)]

mod codegen;
mod debuginfo;
mod input;
mod lines;
mod link;
mod module;
mod object;
mod plan;
mod translate;

mod cpu;
mod dump;
mod error;
mod features;
mod header;
mod inspect;
mod nearest;
mod observer;
mod options;
mod parallel;
mod pipeline;
mod sources;
mod target;

/// The release of Cranelift that generates the code.
pub const CRANELIFT_VERSION: &str = cranelift_codegen::VERSION;

pub use cpu::{Cpu, Features};
pub use debuginfo::{LLDB_FORMATTERS, TEXT_START, source_map_sources};
pub use error::{Error, Result};
pub use features::Proposals;
pub use header::HEADER_START;
pub use input::{TextPosition, source_map_url};
pub use inspect::{
    BuildSummary, EntityKind, ExecutableSummary, ExportSummary, ImportSummary, Inspection, MemorySummary, ModuleKind,
    ModuleSummary, PartSize, PolicySummary, PreopenSummary, ProposalUse, SCHEMA, TableSummary, VariableSummary,
    inspect,
};
pub use link::has_runtime;
pub use nearest::nearest;
pub use observer::Observer;
pub use options::{
    Access, Backtrace, BoundsChecks, DEFAULT_STACK_BYTES, DebugInfo, Emit, EnvironmentVariable, OptLevel, Options,
    Policy, Preopen, UnknownImports,
};
pub use pipeline::{Output, Statistics, compile, compile_each, compile_program};
pub use sources::{ModuleFiles, ProgramModule};
pub use target::{Format, TARGETS, Target};
