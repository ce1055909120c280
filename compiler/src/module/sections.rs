//! Sections that the validator has accepted, taken into the [`Module`]: one function for each kind of section.
//!
//! It is apart from the walk in `parse.rs`, which decides what is read and when. Nothing here validates: a function
//! must be given only sections of a module that is valid up to their end. What validation excludes is an internal
//! error here, and never a guess.

use wasmc_abi::layout::WASM_PAGE_BYTES;
use wasmparser::{
    BinaryReaderError, CompositeInnerType, DataKind, DataSectionReader, ElementItems, ElementKind,
    ElementSectionReader, ExportSectionReader, ExternalKind, GlobalSectionReader, ImportSectionReader, Payload,
    TableInit, TableSectionReader, TypeRef, TypeSectionReader,
};

use super::Module;
use super::const_expr::ConstExpr;
use super::custom::Names;
use super::entities::{
    DataMode, DataSegment, ElementMode, ElementSegment, Entity, Export, Function, Global, Import, Memory, Table, Tag,
};
use super::index::{FuncIndex, GlobalIndex, MemoryIndex, TableIndex, TagIndex, TypeIndex};
use super::parse::invalid;
use crate::error::{Error, Result};

/// Takes one section into the module. The validator has accepted it.
pub(super) fn take<'a>(module: &mut Module<'a>, payload: Payload<'a>) -> Result<()> {
    read_section(module, payload).map_err(|error| match error {
        SectionError::Reader(error) => invalid(&error),
        SectionError::Library(error) => error,
    })
}

/// An error while a section is taken in: from the reader, or from this crate. It lets `?` take both kinds.
pub(super) enum SectionError {
    Reader(BinaryReaderError),
    Library(Error),
}

impl From<BinaryReaderError> for SectionError {
    fn from(error: BinaryReaderError) -> Self {
        SectionError::Reader(error)
    }
}

impl From<Error> for SectionError {
    fn from(error: Error) -> Self {
        SectionError::Library(error)
    }
}

/// The result of taking a section, or a part of one.
type Taken<T = ()> = std::result::Result<T, SectionError>;

fn read_section<'a>(module: &mut Module<'a>, payload: Payload<'a>) -> Taken {
    match payload {
        Payload::TypeSection(reader) => types(module, reader)?,
        Payload::ImportSection(reader) => imports(module, reader)?,
        Payload::FunctionSection(reader) => {
            for ty in reader {
                module.functions.push(Function { ty: TypeIndex(ty?) });
            }
        }
        Payload::TableSection(reader) => tables(module, reader)?,
        Payload::MemorySection(reader) => {
            for memory in reader {
                module.memories.push(memory_of(&memory?));
            }
        }
        Payload::TagSection(reader) => {
            for tag in reader {
                module.tags.push(Tag { ty: TypeIndex(tag?.func_type_idx) });
            }
        }
        Payload::GlobalSection(reader) => globals(module, reader)?,
        Payload::ExportSection(reader) => exports(module, reader)?,
        Payload::StartSection { func, .. } => module.start = Some(FuncIndex(func)),
        Payload::ElementSection(reader) => elements(module, reader)?,
        Payload::CodeSectionStart { unchecked_range, .. } => module.code_start = unchecked_range.start,
        Payload::DataSection(reader) => data(module, reader)?,
        Payload::CustomSection(section) if section.name() == "name" => {
            module.names = Names::parse(section.data(), section.data_offset());
        }
        Payload::CustomSection(section) if section.name().starts_with(super::custom::DEBUG_PREFIX) => {
            module.debug_sections.push((section.name(), section.data()));
        }
        Payload::CustomSection(section) if section.name() == super::custom::SOURCE_MAP => {
            module.source_mapping_url = super::custom::source_mapping_url(section.data(), section.data_offset());
        }
        _ => {}
    }
    Ok(())
}

fn types(module: &mut Module<'_>, reader: TypeSectionReader<'_>) -> Taken {
    for group in reader {
        for ty in group?.into_types() {
            match ty.composite_type.inner {
                CompositeInnerType::Func(ty) => module.types.push(ty),
                other => return Err(Error::internal(format!("{other} passed validation")).into()),
            };
        }
    }
    Ok(())
}

fn imports<'a>(module: &mut Module<'a>, reader: ImportSectionReader<'a>) -> Taken {
    for import in reader.into_imports() {
        let import = import?;
        let entity = imported_entity(module, import.ty)?;
        module.imports.push(Import { module: import.module, name: import.name, entity });
    }
    Ok(())
}

fn tables(module: &mut Module<'_>, reader: TableSectionReader<'_>) -> Taken {
    for table in reader {
        let table = table?;
        let init = match &table.init {
            TableInit::RefNull => None,
            TableInit::Expr(init) => Some(ConstExpr::parse(init)?),
        };
        module.tables.push(Table { init, ..table_of(&table.ty) });
    }
    Ok(())
}

fn globals(module: &mut Module<'_>, reader: GlobalSectionReader<'_>) -> Taken {
    for global in reader {
        let global = global?;
        let init = Some(ConstExpr::parse(&global.init_expr)?);
        module.globals.push(Global { ty: global.ty.content_type, mutable: global.ty.mutable, init });
    }
    Ok(())
}

fn exports<'a>(module: &mut Module<'a>, reader: ExportSectionReader<'a>) -> Taken {
    for export in reader {
        let export = export?;
        let entity = match export.kind {
            ExternalKind::Func | ExternalKind::FuncExact => Entity::Function(FuncIndex(export.index)),
            ExternalKind::Table => Entity::Table(TableIndex(export.index)),
            ExternalKind::Memory => Entity::Memory(MemoryIndex(export.index)),
            ExternalKind::Global => Entity::Global(GlobalIndex(export.index)),
            ExternalKind::Tag => Entity::Tag(TagIndex(export.index)),
        };
        module.exports.push(Export { name: export.name, entity });
    }
    Ok(())
}

fn elements(module: &mut Module<'_>, reader: ElementSectionReader<'_>) -> Taken {
    for element in reader {
        let element = element?;
        let mode = match element.kind {
            ElementKind::Passive => ElementMode::Passive,
            ElementKind::Declared => ElementMode::Declared,
            ElementKind::Active { table_index, offset_expr } => ElementMode::Active {
                table: TableIndex(table_index.unwrap_or(0)),
                offset: ConstExpr::parse(&offset_expr)?,
            },
        };
        let items = match element.items {
            ElementItems::Functions(functions) => functions
                .into_iter()
                .map(|function| Ok(ConstExpr::ref_func(FuncIndex(function?))))
                .collect::<Taken<Vec<_>>>()?,
            ElementItems::Expressions(_, expressions) => expressions
                .into_iter()
                .map(|expression| Ok(ConstExpr::parse(&expression?)?))
                .collect::<Taken<Vec<_>>>()?,
        };
        module.elements.push(ElementSegment { mode, items });
    }
    Ok(())
}

fn data<'a>(module: &mut Module<'a>, reader: DataSectionReader<'a>) -> Taken {
    for data in reader {
        let data = data?;
        let mode = match data.kind {
            DataKind::Passive => DataMode::Passive,
            DataKind::Active { memory_index, offset_expr } => {
                DataMode::Active { memory: MemoryIndex(memory_index), offset: ConstExpr::parse(&offset_expr)? }
            }
        };
        module.data.push(DataSegment { mode, bytes: data.data });
    }
    Ok(())
}

/// Adds an import to its index space.
fn imported_entity(module: &mut Module<'_>, ty: TypeRef) -> Result<Entity> {
    Ok(match ty {
        TypeRef::Func(ty) => Entity::Function(module.functions.push(Function { ty: TypeIndex(ty) })),
        TypeRef::Table(ty) => Entity::Table(module.tables.push(table_of(&ty))),
        TypeRef::Memory(ty) => Entity::Memory(module.memories.push(memory_of(&ty))),
        TypeRef::Global(ty) => {
            Entity::Global(module.globals.push(Global { ty: ty.content_type, mutable: ty.mutable, init: None }))
        }
        TypeRef::Tag(ty) => Entity::Tag(module.tags.push(Tag { ty: TypeIndex(ty.func_type_idx) })),
        TypeRef::FuncExact(_) => return Err(Error::internal("an import passed validation")),
    })
}

fn table_of(ty: &wasmparser::TableType) -> Table {
    Table { initial: ty.initial, maximum: ty.maximum, element: ty.element_type, is_64: ty.table64, init: None }
}

fn memory_of(ty: &wasmparser::MemoryType) -> Memory {
    Memory {
        initial_pages: ty.initial,
        maximum_pages: ty.maximum,
        page_bytes: ty.page_size_log2.map_or(WASM_PAGE_BYTES, |log2| 1 << log2),
        is_64: ty.memory64,
        shared: ty.shared,
    }
}
