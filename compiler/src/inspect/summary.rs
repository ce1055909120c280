//! The types of a description, which are also its form in JSON and in the section of an executable.
//!
//! They are apart from the code that fills them because tools and older executables depend on them. A field may be
//! added, with a default if an executable records it; its meaning and its name must not change without a new
//! [`super::SCHEMA`].

use serde::{Deserialize, Serialize};

use super::ProposalUse;
use crate::options::{Access, Policy};
use crate::target::Format;

/// The declarations of a module, in the order of its binary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleSummary {
    /// How it is meant to be started.
    pub kind: ModuleKind,
    /// Its imports.
    pub imports: Vec<ImportSummary>,
    /// Its exports.
    pub exports: Vec<ExportSummary>,
    /// Its memories, imported ones first.
    pub memories: Vec<MemorySummary>,
    /// Its tables, imported ones first.
    pub tables: Vec<TableSummary>,
    /// Functions, imported ones included.
    pub functions: u64,
    /// Globals, imported ones included.
    pub globals: u64,
    /// Proposals beyond WebAssembly 1.0 that its bytes use.
    pub proposals: Vec<ProposalUse>,
    /// Size by section, custom sections apart.
    pub sections: Vec<PartSize>,
    /// Size by custom section.
    pub custom_sections: Vec<PartSize>,
    /// Size of the binary.
    pub bytes: u64,
}

/// How a module is meant to be started (WASI application ABI).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModuleKind {
    /// It exports `_start`, which runs the program once.
    Command,
    /// It exports `_initialize`; its other exports may be called after it.
    Reactor,
    /// It exports neither.
    Neither,
}

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSummary {
    /// The module that it is imported from.
    pub module: String,
    /// Its name in that module.
    pub name: String,
    /// The kind of entity.
    pub kind: EntityKind,
    /// Its type, as the text format writes it.
    #[serde(rename = "type")]
    pub ty: String,
    /// Whether the runtime provides it.
    pub provided: bool,
}

/// One export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportSummary {
    /// Its name.
    pub name: String,
    /// The kind of entity.
    pub kind: EntityKind,
    /// Its type, as the text format writes it.
    #[serde(rename = "type")]
    pub ty: String,
}

/// The kinds of entities that modules import and export (core specification, section 2.5.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the variants are the words of the specification")]
pub enum EntityKind {
    Function,
    Table,
    Memory,
    Global,
    Tag,
}

/// One linear memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemorySummary {
    /// Pages at start.
    pub minimum_pages: u64,
    /// Pages beyond which it cannot grow, where it declares that.
    pub maximum_pages: Option<u64>,
    /// Bytes of a page; 65536 without the proposal custom-page-sizes.
    pub page_bytes: u64,
    /// Whether it is imported.
    pub imported: bool,
    /// Whether threads may share it.
    pub shared: bool,
    /// Whether addresses have 64 bits.
    pub memory64: bool,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSummary {
    /// Type of its elements.
    pub element: String,
    /// Elements at start.
    pub minimum: u64,
    /// Elements beyond which it cannot grow, where it declares that.
    pub maximum: Option<u64>,
    /// Whether it is imported.
    pub imported: bool,
}

/// The size of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartSize {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

impl PartSize {
    /// A part of this name and size.
    pub fn new(name: impl Into<String>, bytes: u64) -> PartSize {
        PartSize { name: name.into(), bytes }
    }
}

/// The description that an executable of wasmc contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExecutableSummary {
    /// Whether it can be run; an object (`--emit obj`) cannot.
    pub linked: bool,
    /// The format of the file: `elf` or `mach-o`.
    pub object_format: Format,
    /// How it was compiled.
    pub build: BuildSummary,
    /// The policy that its runtime obeys.
    pub policy: PolicySummary,
    /// Size by purpose; the sum is `bytes`.
    pub parts: Vec<PartSize>,
    /// Size by section of the file.
    pub sections: Vec<PartSize>,
    /// Size of the file.
    pub bytes: u64,
    /// The module that it was made from.
    pub module: ModuleSummary,
}

/// How an executable was compiled, in the words of the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildSummary {
    /// The version of wasmc.
    pub version: String,
    /// The target's name.
    pub target: String,
    /// A specification that [`crate::Cpu::parse`] accepts.
    pub cpu: String,
    /// `0`, `1`, `2` or `s`.
    pub opt_level: String,
    /// `guard` or `explicit`.
    pub bounds_checks: String,
    /// Whether results are the same on every processor.
    #[serde(default)]
    pub deterministic: bool,
    /// `error` or `trap`.
    pub unknown_imports: String,
    /// Bytes of the guest's native stack.
    pub stack_bytes: u64,
    /// The limit on each memory, where one was given.
    pub max_memory_bytes: Option<u64>,
    /// The export that runs instead of the entry point.
    pub invoke: Option<String>,
}

/// [`Policy`] in a form with names for its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicySummary {
    /// Directories, in order.
    pub preopens: Vec<PreopenSummary>,
    /// Environment variables, in order.
    pub environment: Vec<VariableSummary>,
    /// Whether the guest sees all of the host's environment.
    pub inherit_environment: bool,
    /// The guest's `argv[0]`, where it is fixed.
    pub arg0: Option<String>,
    /// Host descriptors handed to the guest.
    pub inherited_descriptors: Vec<u32>,
    /// Whether `WASMC_DIR` and `WASMC_ENV` are ignored.
    pub sealed: bool,
}

/// A directory that the guest may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreopenSummary {
    /// The directory on the host.
    pub host: String,
    /// The name under which the guest sees it.
    pub guest: String,
    /// Whether the guest may change nothing below it.
    pub read_only: bool,
}

/// One variable of the guest's environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VariableSummary {
    /// Its name.
    pub name: String,
    /// Its value, or null where the host's value at start is taken.
    pub value: Option<String>,
}

impl From<Policy> for PolicySummary {
    fn from(policy: Policy) -> PolicySummary {
        let preopens = policy.preopens.into_iter().map(|preopen| PreopenSummary {
            host: preopen.host,
            guest: preopen.guest,
            read_only: preopen.access == Access::ReadOnly,
        });
        let environment = policy
            .environment
            .into_iter()
            .map(|variable| VariableSummary { name: variable.name, value: variable.value });
        PolicySummary {
            preopens: preopens.collect(),
            environment: environment.collect(),
            inherit_environment: policy.inherit_environment,
            arg0: policy.arg0,
            inherited_descriptors: policy.inherited_descriptors,
            sealed: policy.sealed,
        }
    }
}
