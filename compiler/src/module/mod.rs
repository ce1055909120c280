//! Parse, validate and link: bytes of WebAssembly become [`Module`]s, and the instances of a program one [`Program`].
//!
//! A [`Module`] is what one binary says, with typed indices of its own; a [`Program`] is what the later phases work on,
//! with one index space of each kind for all of its instances. Both are valid under the proposals that were asked for
//! ([`crate::features`]), so later phases rely on every rule of the core specification's validation (chapter 3) and
//! check none of them again. Nothing here may depend on a target, an option of code generation, or Cranelift.

pub(crate) mod const_expr;
pub(crate) mod custom;
pub(crate) mod entities;
mod explain;
pub(crate) mod index;
pub(crate) mod instance;
mod link;
mod matching;
mod parse;
pub(crate) mod program;
mod sections;
pub(crate) mod summary;

pub(crate) use link::{Linkable, link};
pub(crate) use parse::parse;
pub(crate) use program::Program;

use wasmparser::{FuncType, FunctionBody};

use entities::{DataSegment, ElementSegment, Export, Function, Global, Import, Memory, Table, Tag};
use index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, IndexVec, MemoryIndex, TableIndex, TagIndex,
    TypeIndex,
};
use summary::BodySummary;

use crate::features::Proposals;

/// A valid module, as its binary has it. All indices in it are those of the binary.
#[derive(Default)]
pub(crate) struct Module<'a> {
    /// Function types by type index.
    pub(crate) types: IndexVec<TypeIndex, FuncType>,
    /// In order.
    pub(crate) imports: Vec<Import<'a>>,
    /// All functions, imported ones first.
    pub(crate) functions: IndexVec<FuncIndex, Function>,
    /// All tables, imported ones first.
    pub(crate) tables: IndexVec<TableIndex, Table>,
    /// All memories, imported ones first.
    pub(crate) memories: IndexVec<MemoryIndex, Memory>,
    /// All globals, imported ones first.
    pub(crate) globals: IndexVec<GlobalIndex, Global>,
    /// All tags, imported ones first.
    pub(crate) tags: IndexVec<TagIndex, Tag>,
    /// In order.
    pub(crate) exports: Vec<Export<'a>>,
    /// The start function.
    pub(crate) start: Option<FuncIndex>,
    /// Element segments.
    pub(crate) elements: IndexVec<ElemIndex, ElementSegment>,
    /// Data segments.
    pub(crate) data: IndexVec<DataIndex, DataSegment<'a>>,
    /// Where the contents of the code section start, in bytes from the start of the binary.
    pub(crate) code_start: u64,
    /// Bodies of the defined functions.
    pub(crate) bodies: IndexVec<DefinedFuncIndex, FunctionBody<'a>>,
    /// What each body refers to.
    pub(crate) summaries: IndexVec<DefinedFuncIndex, BodySummary>,
    /// From the name section.
    pub(crate) names: custom::Names<'a>,
    /// The sections with debug information, by name. Their contents are not validated.
    pub(crate) debug_sections: Vec<(&'a str, &'a [u8])>,
    /// The place of its source map.
    pub(crate) source_mapping_url: Option<&'a str>,
}

impl Module<'_> {
    /// Whether DWARF describes it.
    pub(crate) fn has_dwarf(&self) -> bool {
        self.debug_sections.iter().any(|(name, _)| *name == ".debug_info")
    }

    /// The proposals whose instructions its code uses.
    pub(crate) fn proposals(&self) -> Proposals {
        self.summaries.iter().fold(Proposals::default(), |all, (_, summary)| all | summary.proposals)
    }
}
