//! A linked program, which the phases after this one read.
//!
//! It has one index space of each kind for all of its instances. Code, names and summaries of bodies stay in the
//! [`Module`](super::Module), which instances can share; each [`Instance`] refers to its module. Only
//! [`link()`](super::link()) makes a program, and nothing may change it after that.

use wasmparser::{FuncType, FunctionBody, ValType};

use super::custom::demangle;
use super::entities::{DataSegment, ElementSegment, Entity, Export, Function, Global, Import, Memory, Table, Tag};
use super::index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, Index, IndexVec, MemoryIndex, TableIndex, TagIndex,
    TypeIndex,
};
use super::instance::{Instance, InstanceIndex, WasmOffset};
use super::summary::BodySummary;

/// The instances of a program as one. All indices in it are those of the program.
#[derive(Default)]
pub(crate) struct Program<'a> {
    /// Function types. Type indices inside of one are those of its module.
    pub(crate) types: IndexVec<TypeIndex, &'a FuncType>,
    /// Canonical ids of types: equal types (core specification, section 3.2) have equal ids.
    pub(crate) type_ids: IndexVec<TypeIndex, u32>,
    /// The instances, each after those that it imports from.
    pub(crate) instances: IndexVec<InstanceIndex, Instance<'a>>,
    /// Imports that the host provides, in order.
    pub(crate) imports: Vec<Import<'a>>,
    /// All functions, imported ones first.
    pub(crate) functions: IndexVec<FuncIndex, Function>,
    /// How many of `functions` are imported.
    pub(crate) imported_functions: u32,
    /// All tables.
    pub(crate) tables: IndexVec<TableIndex, Table>,
    /// All memories.
    pub(crate) memories: IndexVec<MemoryIndex, Memory>,
    /// All globals.
    pub(crate) globals: IndexVec<GlobalIndex, Global>,
    /// All tags.
    pub(crate) tags: IndexVec<TagIndex, Tag>,
    /// The exports of the last instance, in order.
    pub(crate) exports: Vec<Export<'a>>,
    /// Element segments.
    pub(crate) elements: IndexVec<ElemIndex, ElementSegment>,
    /// Data segments.
    pub(crate) data: IndexVec<DataIndex, DataSegment<'a>>,
}

/// The body of a function, in the indices of its module, and the instance that it runs in.
#[derive(Clone, Copy)]
pub(crate) struct Body<'p, 'a> {
    /// Its instance, whose [`Instance::spaces`] translates the indices.
    pub(crate) instance: &'p Instance<'a>,
    /// Its code.
    pub(crate) code: &'a FunctionBody<'a>,
    /// What the code refers to.
    pub(crate) summary: &'a BodySummary,
}

impl<'a> Program<'a> {
    /// The body index of a function, or `None` for an imported one.
    pub(crate) fn defined(&self, function: FuncIndex) -> Option<DefinedFuncIndex> {
        function.0.checked_sub(self.imported_functions).map(DefinedFuncIndex)
    }

    /// The function index of a body.
    pub(crate) fn function_of(&self, body: DefinedFuncIndex) -> FuncIndex {
        FuncIndex(body.0 + self.imported_functions)
    }

    /// How many functions have a body.
    pub(crate) fn bodies(&self) -> usize {
        self.functions.len() - self.imported_functions as usize
    }

    /// The body of a function.
    pub(crate) fn body(&self, body: DefinedFuncIndex) -> Body<'_, 'a> {
        let instance = self.instance_of(body);
        let in_module = DefinedFuncIndex(body.0 - instance.bodies.start.0);
        Body { instance, code: &instance.module.bodies[in_module], summary: &instance.module.summaries[in_module] }
    }

    /// Where a body is in the binary of its module, and how many bytes it has.
    pub(crate) fn source(&self, body: DefinedFuncIndex) -> (WasmOffset, usize) {
        let instance = InstanceIndex(self.instance_position(body) as u32);
        let range = self.body(body).code.range();
        (WasmOffset { instance, byte: range.start as u32 }, (range.end - range.start) as usize)
    }

    /// The instance that a body runs in.
    pub(crate) fn instance_of(&self, body: DefinedFuncIndex) -> &Instance<'a> {
        &self.instances[InstanceIndex(self.instance_position(body) as u32)]
    }

    fn instance_position(&self, body: DefinedFuncIndex) -> usize {
        // Ranges of bodies follow one another: an empty one ends before the next one starts.
        self.instances.partition_point(|instance| instance.bodies.end <= body)
    }

    /// The type of a function.
    pub(crate) fn function_type(&self, function: FuncIndex) -> &'a FuncType {
        self.types[self.functions[function].ty]
    }

    /// The types of the locals of a body, parameters first.
    pub(crate) fn local_types(&self, body: DefinedFuncIndex) -> Vec<ValType> {
        let mut types = self.function_type(self.function_of(body)).params().to_vec();
        // The body is valid, so nothing stops this early, and it has no more than 50,000 locals.
        if let Ok(locals) = self.body(body).code.get_locals_reader() {
            for (count, ty) in locals.into_iter().map_while(Result::ok) {
                types.resize(types.len() + count as usize, ty);
            }
        }
        types
    }

    /// The exported function of this name.
    pub(crate) fn exported_function(&self, name: &str) -> Option<FuncIndex> {
        self.exports.iter().find_map(|export| match export.entity {
            Entity::Function(function) if export.name == name => Some(function),
            _ => None,
        })
    }

    /// The import that provides this function, if it is imported.
    pub(crate) fn import_of(&self, function: FuncIndex) -> Option<&Import<'a>> {
        let functions = self.imports.iter().filter(|import| matches!(import.entity, Entity::Function(_)));
        if function.0 < self.imported_functions { functions.clone().nth(function.position()) } else { None }
    }

    /// The name of a tag in messages: that of the name section, or else that of its export or import.
    pub(crate) fn tag_name(&self, tag: TagIndex) -> Option<&'a str> {
        let instances = || self.instances.iter().map(|(_, instance)| instance);
        // Definitions of an instance follow one another, so the last instance that starts before the tag defines it.
        let named = instances()
            .rev()
            .find(|instance| instance.spaces.tags.defines(tag))
            .and_then(|instance| instance.module.names.tag(TagIndex(instance.spaces.tags.raw_defined(tag))));
        let is_tag = |entity: Entity| entity == Entity::Tag(tag);
        let exported = || instances().flat_map(|i| &i.exports).find(|export| is_tag(export.entity));
        let imported = || self.imports.iter().find(|import| is_tag(import.entity));
        named.or_else(|| Some(exported()?.name)).or_else(|| Some(imported()?.name))
    }

    /// The index of a body's function in the module that it comes from.
    pub(crate) fn index_in_module(&self, body: DefinedFuncIndex) -> u32 {
        self.instance_of(body).spaces.functions.raw_defined(self.function_of(body))
    }

    /// The name of a function with a body, as the producer wrote it.
    pub(crate) fn name(&self, body: DefinedFuncIndex) -> Option<&'a str> {
        self.instance_of(body).module.names.function(FuncIndex(self.index_in_module(body)))
    }

    /// The name of a function in backtraces; empty if it has no name, since they show its index then. In a program of
    /// several instances it starts with the name of the instance, because an offset or index alone does not tell the
    /// module.
    pub(crate) fn frame_name(&self, body: DefinedFuncIndex) -> String {
        let function = self.name(body).map(demangle);
        match self.instance_label(body) {
            Some(label) => {
                let index = || format!("<wasm function {}>", self.index_in_module(body));
                format!("{label}!{}", function.unwrap_or_else(index))
            }
            None => function.unwrap_or_default(),
        }
    }

    /// The name of the instance of a body, unique in the program. The last instance, which is the one that is run,
    /// needs none.
    pub(crate) fn instance_label(&self, body: DefinedFuncIndex) -> Option<String> {
        let position = self.instance_position(body);
        let is_last = position + 1 == self.instances.len();
        let name = self.instances[InstanceIndex(position as u32)].name;
        match name {
            _ if self.instances.len() == 1 => None,
            None if is_last => None,
            None => Some(format!("module {position}")),
            Some(name) => {
                let of_this_name = self.instances.iter().filter(|(_, instance)| instance.name == Some(name)).count();
                Some(if of_this_name == 1 { name.to_owned() } else { format!("{name}#{position}") })
            }
        }
    }

    /// The name of a function in messages: that of the name section, or else its index.
    pub(crate) fn display_name(&self, body: DefinedFuncIndex) -> String {
        match self.name(body) {
            Some(name) => demangle(name),
            None => format!("function {}", self.index_in_module(body)),
        }
    }
}
