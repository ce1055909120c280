//! Imports, exports and definitions of a module, other than code.
//!
//! These are plain values that parsing fills and linking renumbers. They must not hold a decision about how an entity
//! is compiled: those are in [`crate::plan`].

use wasmparser::{RefType, ValType};

use super::const_expr::ConstExpr;
use super::index::{FuncIndex, GlobalIndex, MemoryIndex, TableIndex, TagIndex, TypeIndex};
use super::instance::IndexSpaces;

/// One import, with the index of its entity.
#[derive(Clone, Copy)]
pub(crate) struct Import<'a> {
    /// First name.
    pub(crate) module: &'a str,
    /// Second name.
    pub(crate) name: &'a str,
    /// The entity that it imports, under its index here.
    pub(crate) entity: Entity,
}

/// One export.
#[derive(Clone, Copy)]
pub(crate) struct Export<'a> {
    /// Its name, unique in the module.
    pub(crate) name: &'a str,
    /// The entity that it exports.
    pub(crate) entity: Entity,
}

/// An entity of one of the index spaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Entity {
    /// A function.
    Function(FuncIndex),
    /// A table.
    Table(TableIndex),
    /// A linear memory.
    Memory(MemoryIndex),
    /// A global.
    Global(GlobalIndex),
    /// A tag of exceptions.
    Tag(TagIndex),
}

/// One function.
#[derive(Clone)]
pub(crate) struct Function {
    /// Its type.
    pub(crate) ty: TypeIndex,
}

/// One table.
#[derive(Clone)]
pub(crate) struct Table {
    /// Elements at start.
    pub(crate) initial: u64,
    /// Elements at most.
    pub(crate) maximum: Option<u64>,
    /// The type of its elements. In a linked program, a type index in it is a canonical id.
    pub(crate) element: RefType,
    /// Whether its indices are `i64`, instead of `i32`.
    pub(crate) is_64: bool,
    /// The start value of its elements; `None` for null.
    pub(crate) init: Option<ConstExpr>,
}

/// One tag of exceptions.
#[derive(Clone)]
pub(crate) struct Tag {
    /// A function type. Its parameters are the values that an exception carries.
    pub(crate) ty: TypeIndex,
}

/// One linear memory.
#[derive(Clone)]
pub(crate) struct Memory {
    /// Pages at start.
    pub(crate) initial_pages: u64,
    /// Pages at most.
    pub(crate) maximum_pages: Option<u64>,
    /// Bytes of a page: 65,536, or another power of two with custom page sizes.
    pub(crate) page_bytes: u64,
    /// Whether its indices are `i64`, instead of `i32`.
    pub(crate) is_64: bool,
    /// Whether threads share it.
    pub(crate) shared: bool,
}

/// One global.
#[derive(Clone)]
pub(crate) struct Global {
    /// Its type. In a linked program, a type index in it is a canonical id ([`super::link`]).
    pub(crate) ty: ValType,
    /// Whether `global.set` may change it.
    pub(crate) mutable: bool,
    /// Its start value; `None` for an imported one.
    pub(crate) init: Option<ConstExpr>,
}

/// One element segment.
pub(crate) struct ElementSegment {
    /// When it is copied.
    pub(crate) mode: ElementMode,
    /// Its elements, in order.
    pub(crate) items: Vec<ConstExpr>,
}

impl ElementSegment {
    /// The same segment with the indices of the program.
    pub(super) fn renumbered(&self, spaces: &IndexSpaces) -> ElementSegment {
        let mode = match &self.mode {
            ElementMode::Passive => ElementMode::Passive,
            ElementMode::Active { table, offset } => {
                ElementMode::Active { table: spaces.tables.get(table.0), offset: offset.renumbered(spaces) }
            }
            ElementMode::Declared => ElementMode::Declared,
        };
        ElementSegment { mode, items: self.items.iter().map(|item| item.renumbered(spaces)).collect() }
    }
}

/// When an element segment is copied into a table.
pub(crate) enum ElementMode {
    /// By `table.init` only.
    Passive,
    /// At start.
    Active {
        /// Into which table.
        table: TableIndex,
        /// From which element on.
        offset: ConstExpr,
    },
    /// Never: it only declares functions for `ref.func`.
    Declared,
}

/// One data segment.
pub(crate) struct DataSegment<'a> {
    /// When it is copied.
    pub(crate) mode: DataMode,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
}

impl<'a> DataSegment<'a> {
    /// The same segment with the indices of the program.
    pub(super) fn renumbered(&self, spaces: &IndexSpaces) -> DataSegment<'a> {
        let mode = match &self.mode {
            DataMode::Passive => DataMode::Passive,
            DataMode::Active { memory, offset } => {
                DataMode::Active { memory: spaces.memories.get(memory.0), offset: offset.renumbered(spaces) }
            }
        };
        DataSegment { mode, bytes: self.bytes }
    }
}

/// When a data segment is copied into a memory.
pub(crate) enum DataMode {
    /// By `memory.init` only.
    Passive,
    /// At start.
    Active {
        /// Into which memory.
        memory: MemoryIndex,
        /// From which byte on.
        offset: ConstExpr,
    },
}
