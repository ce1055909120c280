//! wasmc as a library: bytes of WebAssembly and [`Options`] in; an executable, an object or a typed [`Error`] out.
//!
//! The pipeline, in the order of the folders; `pipeline.rs` calls them on one page:
//!
//! 1. `module`: parse and validate. Bytes become an inert, valid module.
//! 2. `plan`: every decision that functions share. Frozen before any is translated.
//! 3. `translate`: one body becomes one function of Cranelift's intermediate representation.
//! 4. `codegen`: that function becomes machine code. Steps 3 and 4 run on every core.
//! 5. `object`: code, data and tables become one relocatable object.
//! 6. `link`: the object and the runtime library become one executable, in this process.
//!
//! ```
//! use wasmc_compiler::{Options, compile};
//!
//! let error = compile(b"\x7fELF", &Options::default(), &()).unwrap_err();
//! assert_eq!(error.to_string(), "invalid WebAssembly: the file is an ELF file, not a WebAssembly module");
//! ```
#![forbid(unsafe_code)]

mod codegen;
mod input;
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
mod target;

pub use cpu::{Cpu, Features};
pub use error::{Error, Result};
pub use features::Proposals;
pub use header::HEADER_START;
pub use inspect::{
    BuildSummary, EntityKind, ExecutableSummary, ExportSummary, ImportSummary, Inspection, MemorySummary, ModuleKind,
    ModuleSummary, PartSize, PolicySummary, PreopenSummary, ProposalUse, SCHEMA, TableSummary, VariableSummary,
    inspect,
};
pub use link::has_runtime;
pub use observer::Observer;
pub use options::{
    Access, BoundsChecks, DEFAULT_STACK_BYTES, Emit, EnvironmentVariable, OptLevel, Options, Policy, Preopen,
    UnknownImports,
};
pub use pipeline::{Output, ProgramModule, Statistics, compile, compile_each, compile_program};
pub use target::{Format, TARGETS, Target};
