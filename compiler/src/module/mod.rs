//! Phase 1, parse and validate: bytes of Wasm become a [`Module`].
//!
//! Then the modules of a program become one ([`link()`]), which is what the later phases mean by *the module*.
//!
//! A [`Module`] is inert and target-free: what the binary says, validated by wasmparser, with typed indices. After this
//! phase the module is valid under the features that were asked for ([`crate::features`]), so later phases may rely on every rule of the
//! core specification's validation (chapter 3). Nothing here knows how code is generated.

pub(crate) mod const_expr;
pub(crate) mod custom;
pub(crate) mod entities;
pub(crate) mod index;
pub(crate) mod instance;
mod link;
mod parse;
pub(crate) mod summary;

pub(crate) use link::{Linkable, link};
pub(crate) use parse::{find_function, find_operator, parse, validity};

use wasmparser::{FuncType, FunctionBody};

use entities::{DataSegment, ElementSegment, Export, Function, Global, Import, Memory, Table, Tag};
use index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, Index, IndexVec, MemoryIndex, TableIndex, TagIndex,
    TypeIndex,
};
use instance::{Instance, InstanceIndex};
use summary::BodySummary;

use crate::features::Proposals;

/// A valid module, or several that are linked.
#[derive(Default)]
pub(crate) struct Module<'a> {
    /// Function types by type index.
    pub(crate) types: IndexVec<TypeIndex, FuncType>,
    /// Canonical ids of types, made by linking: equal types (core specification, section 3.2) have equal ids.
    pub(crate) type_ids: IndexVec<TypeIndex, u32>,
    /// The instances, made by linking, each after those that it imports from.
    pub(crate) instances: IndexVec<InstanceIndex, Instance<'a>>,
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
    /// The start function; after linking, see [`Instance::start`].
    start: Option<FuncIndex>,
    /// Element segments.
    pub(crate) elements: IndexVec<ElemIndex, ElementSegment>,
    /// Data segments.
    pub(crate) data: IndexVec<DataIndex, DataSegment<'a>>,
    /// Bodies of the defined functions.
    pub(crate) bodies: IndexVec<DefinedFuncIndex, FunctionBody<'a>>,
    /// What each body refers to.
    pub(crate) summaries: IndexVec<DefinedFuncIndex, BodySummary>,
    /// From the name section; after linking, see [`Instance::names`].
    names: custom::Names<'a>,
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
        let instances = || self.instances.iter().map(|(_, instance)| instance);
        // What an instance defines begins at an index, so the last one that begins before the tag has it.
        let named = instances()
            .rev()
            .find(|instance| instance.spaces.tags.defines(tag))
            .and_then(|instance| instance.names.tag(TagIndex(instance.spaces.tags.raw_defined(tag))));
        let is_tag = |entity: entities::Entity| entity == entities::Entity::Tag(tag);
        let exported = || instances().flat_map(|i| &i.exports).find(|export| is_tag(export.entity));
        let imported = || self.imports.iter().find(|import| is_tag(import.entity));
        named.or_else(|| Some(exported()?.name)).or_else(|| Some(imported()?.name))
    }

    /// The instance that a body belongs to.
    pub(crate) fn instance_of(&self, body: DefinedFuncIndex) -> &Instance<'a> {
        let mut instances = self.instances.iter().map(|(_, instance)| instance);
        instances.find(|instance| instance.bodies.contains(&body)).expect("every body is some instance's")
    }

    /// The index of a body's function in the module that it comes from.
    pub(crate) fn index_in_module(&self, body: DefinedFuncIndex) -> u32 {
        self.instance_of(body).spaces.functions.raw_defined(self.function_of(body))
    }

    /// The name of a function with a body, as the producer wrote it.
    pub(crate) fn name(&self, body: DefinedFuncIndex) -> Option<&'a str> {
        self.instance_of(body).names.function(FuncIndex(self.index_in_module(body)))
    }

    /// How messages and backtraces call a function: its name, or its index where it has none.
    pub(crate) fn display_name(&self, body: DefinedFuncIndex) -> String {
        match self.name(body) {
            Some(name) => custom::demangle(name),
            None => format!("function {}", self.index_in_module(body)),
        }
    }
}
