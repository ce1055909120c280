//! Phase 1, parse and validate: bytes of Wasm become a [`Module`].
//!
//! A [`Module`] is inert and target-free: what the binary says, validated by wasmparser, with typed indices. After this
//! phase the module is valid under the features of [`crate::features`], so later phases may rely on every rule of the
//! core specification's validation (chapter 3). Nothing here knows how code is generated.

pub(crate) mod const_expr;
pub(crate) mod custom;
pub(crate) mod entities;
pub(crate) mod index;
mod parse;
pub(crate) mod summary;

pub(crate) use parse::{find_function, find_operator, parse, validity};

use wasmparser::{FuncType, FunctionBody};

use entities::{DataSegment, ElementSegment, Export, Function, Global, Import, Memory, Table, Tag};
use index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, Index, IndexVec, MemoryIndex, TableIndex, TagIndex,
    TypeIndex,
};
use summary::BodySummary;

use crate::inspect::Proposals;

/// A valid module.
pub(crate) struct Module<'a> {
    /// Function types by type index.
    pub(crate) types: IndexVec<TypeIndex, FuncType>,
    /// In order.
    pub(crate) imports: Vec<Import<'a>>,
    /// All functions, imported ones first.
    pub(crate) functions: IndexVec<FuncIndex, Function>,
    /// How many of `functions` are imported.
    pub(crate) imported_functions: u32,
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
    /// Bodies of the defined functions.
    pub(crate) bodies: IndexVec<DefinedFuncIndex, FunctionBody<'a>>,
    /// What each body refers to.
    pub(crate) summaries: IndexVec<DefinedFuncIndex, BodySummary>,
    /// From the name section.
    pub(crate) names: custom::Names<'a>,
}

impl<'a> Module<'a> {
    /// The body index of a function, or `None` for an imported one.
    pub(crate) fn defined(&self, function: FuncIndex) -> Option<DefinedFuncIndex> {
        function.0.checked_sub(self.imported_functions).map(DefinedFuncIndex)
    }

    /// The function index of a body.
    pub(crate) fn function_of(&self, body: DefinedFuncIndex) -> FuncIndex {
        FuncIndex(body.0 + self.imported_functions)
    }

    /// The type of a function.
    pub(crate) fn function_type(&self, function: FuncIndex) -> &FuncType {
        &self.types[self.functions[function].ty]
    }

    /// The exported function of this name.
    pub(crate) fn exported_function(&self, name: &str) -> Option<FuncIndex> {
        self.exports.iter().find_map(|export| match export.entity {
            entities::Entity::Function(function) if export.name == name => Some(function),
            _ => None,
        })
    }

    /// The proposals whose instructions its code uses.
    pub(crate) fn proposals(&self) -> Proposals {
        self.summaries.iter().fold(Proposals::default(), |all, (_, summary)| all | summary.proposals)
    }

    /// The import that provides this function, if it is imported.
    pub(crate) fn import_of(&self, function: FuncIndex) -> Option<&Import<'a>> {
        let functions = self.imports.iter().filter(|import| matches!(import.entity, entities::Entity::Function(_)));
        if function.0 < self.imported_functions { functions.clone().nth(function.position()) } else { None }
    }

    /// How messages call a tag: its name, or else that of its export or import.
    pub(crate) fn tag_name(&self, tag: TagIndex) -> Option<&'a str> {
        let is_tag = |entity: entities::Entity| entity == entities::Entity::Tag(tag);
        let exported = || self.exports.iter().find(|export| is_tag(export.entity)).map(|export| export.name);
        let imported = || self.imports.iter().find(|import| is_tag(import.entity)).map(|import| import.name);
        self.names.tag(tag).or_else(exported).or_else(imported)
    }

    /// How messages and backtraces call a function: its name, or its index where it has none.
    pub(crate) fn display_name(&self, function: FuncIndex) -> String {
        match self.names.function(function) {
            Some(name) => custom::demangle(name),
            None => format!("function {}", function.0),
        }
    }
}
