//! One instance of a program: its module, the map from the module's indices to those of the program, and its
//! definitions.
//!
//! Bodies keep the indices of their module so that instances can share them. No other file may compute an index of the
//! program from one of a module.

use std::ops::Range;

use super::Module;
use super::entities::{Entity, Export};
use super::index::{
    DataIndex, DefinedFuncIndex, ElemIndex, FuncIndex, GlobalIndex, Index, MemoryIndex, TableIndex, TagIndex, TypeIndex,
};

pub(crate) use super::index::InstanceIndex;

/// One instance of a program.
pub(crate) struct Instance<'a> {
    /// Its module. Several instances can have the same one.
    pub(crate) module: &'a Module<'a>,
    /// The name under which other instances import from it, or else that of its module.
    pub(crate) name: Option<&'a str>,
    /// From the index spaces of its module to those of the program.
    pub(crate) spaces: IndexSpaces,
    /// Its bodies.
    pub(crate) bodies: Range<DefinedFuncIndex>,
    /// The memories that it defines.
    pub(crate) memories: Range<MemoryIndex>,
    /// Its element segments.
    pub(crate) elements: Range<ElemIndex>,
    /// Its data segments.
    pub(crate) data: Range<DataIndex>,
    /// Its start function.
    pub(crate) start: Option<FuncIndex>,
    /// Its exports, in order.
    pub(crate) exports: Vec<Export<'a>>,
    /// Imported memories and tables that must have grown before this instance is made.
    pub(crate) minimums: Vec<Minimum>,
}

impl Instance<'_> {
    /// Its memories, imported ones first.
    pub(crate) fn memories(&self) -> impl Iterator<Item = MemoryIndex> + '_ {
        self.spaces.memories.iter_imported().chain((self.memories.start.0..self.memories.end.0).map(MemoryIndex))
    }
}

/// A place in the binary of an instance's module. In a program of several modules an offset alone could be in any of
/// them, so no offset is handed from one phase to the next without its instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct WasmOffset {
    /// The instance.
    pub(crate) instance: InstanceIndex,
    /// Bytes from the start of the binary.
    pub(crate) byte: u32,
}

/// An imported memory or table that starts smaller than its importer asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Minimum {
    /// A memory must have this many bytes.
    Memory(MemoryIndex, u64),
    /// A table must have this many elements.
    Table(TableIndex, u64),
}

/// One map for each index space of a module (core specification, section 2.5.1).
#[derive(Default)]
pub(crate) struct IndexSpaces {
    /// Of types.
    pub(crate) types: IndexMap<TypeIndex>,
    /// Of functions.
    pub(crate) functions: IndexMap<FuncIndex>,
    /// Of tables.
    pub(crate) tables: IndexMap<TableIndex>,
    /// Of memories.
    pub(crate) memories: IndexMap<MemoryIndex>,
    /// Of globals.
    pub(crate) globals: IndexMap<GlobalIndex>,
    /// Of tags.
    pub(crate) tags: IndexMap<TagIndex>,
    /// Of element segments.
    pub(crate) elements: IndexMap<ElemIndex>,
    /// Of data segments.
    pub(crate) data: IndexMap<DataIndex>,
}

impl IndexSpaces {
    /// The entity of the program for an entity of the module.
    pub(super) fn renumber(&self, entity: Entity) -> Entity {
        match entity {
            Entity::Function(index) => Entity::Function(self.functions.get(index.0)),
            Entity::Table(index) => Entity::Table(self.tables.get(index.0)),
            Entity::Memory(index) => Entity::Memory(self.memories.get(index.0)),
            Entity::Global(index) => Entity::Global(self.globals.get(index.0)),
            Entity::Tag(index) => Entity::Tag(self.tags.get(index.0)),
        }
    }

    /// The export of the program for an export of the module.
    pub(super) fn export<'a>(&self, export: &Export<'a>) -> Export<'a> {
        Export { entity: self.renumber(export.entity), ..*export }
    }

    /// Adds an import: the next index of its kind in the module stands for this entity of the program.
    pub(super) fn import(&mut self, entity: Entity) {
        match entity {
            Entity::Function(index) => self.functions.imported.push(index),
            Entity::Table(index) => self.tables.imported.push(index),
            Entity::Memory(index) => self.memories.imported.push(index),
            Entity::Global(index) => self.globals.imported.push(index),
            Entity::Tag(index) => self.tags.imported.push(index),
        }
    }
}

/// The index spaces of the program itself, where every index stands for itself.
pub(crate) static PROGRAM_SPACES: IndexSpaces = IndexSpaces {
    types: IndexMap::ITSELF,
    functions: IndexMap::ITSELF,
    tables: IndexMap::ITSELF,
    memories: IndexMap::ITSELF,
    globals: IndexMap::ITSELF,
    tags: IndexMap::ITSELF,
    elements: IndexMap::ITSELF,
    data: IndexMap::ITSELF,
};

/// A map from the indices of a module, imported ones first, to those of the program.
pub(crate) struct IndexMap<I> {
    imported: Vec<I>,
    first_defined: u32,
}

impl<I> IndexMap<I> {
    /// The map that changes no index.
    const ITSELF: IndexMap<I> = IndexMap { imported: Vec::new(), first_defined: 0 };
}

impl<I> Default for IndexMap<I> {
    fn default() -> Self {
        IndexMap::ITSELF
    }
}

impl<I: Index> IndexMap<I> {
    /// The map in which imports have the given indices, and definitions follow one another from `first_defined`.
    pub(super) fn new(imported: Vec<I>, first_defined: u32) -> Self {
        IndexMap { imported, first_defined }
    }

    /// Sets the index of the first definition; the others follow it.
    pub(super) fn define(&mut self, first: u32) {
        self.first_defined = first;
    }

    /// Whether the module defines this entity. An import that the host provides is not a definition.
    pub(crate) fn defines(&self, index: I) -> bool {
        index.position() >= self.first_defined as usize && !self.imported.contains(&index)
    }

    /// The number of imports.
    pub(super) fn imported(&self) -> usize {
        self.imported.len()
    }

    /// The index in the program.
    pub(crate) fn get(&self, raw: u32) -> I {
        match self.imported.get(raw as usize) {
            Some(index) => *index,
            None => I::new(raw - self.imported.len() as u32 + self.first_defined),
        }
    }

    /// The imports, in order.
    pub(crate) fn iter_imported(&self) -> impl Iterator<Item = I> + '_ {
        self.imported.iter().copied()
    }

    /// The index in the module of one of its definitions.
    pub(crate) fn raw_defined(&self, index: I) -> u32 {
        index.position() as u32 - self.first_defined + self.imported.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imported_indices_scatter_and_defined_ones_follow_one_another() {
        let map = IndexMap::new(vec![FuncIndex(7), FuncIndex(0)], 20);
        assert_eq!([0, 1, 2, 5].map(|raw| map.get(raw)), [7, 0, 20, 23].map(FuncIndex));
        assert_eq!([20, 23].map(|index| map.raw_defined(FuncIndex(index))), [2, 5]);
    }
}
