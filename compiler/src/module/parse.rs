//! The walk over a module's sections: each is validated, then taken into the [`Module`].
//!
//! Sections are read once, in order; bodies are validated in parallel and summarized on the way. Nothing may be taken
//! into the module before the validator has accepted it.

use rayon::prelude::*;
use wasmc_abi::layout::WASM_PAGE_BYTES;
use wasmparser::{
    BinaryReaderError, CompositeInnerType, DataKind, ElementItems, ElementKind, ExternalKind, FuncToValidate,
    FuncValidatorAllocations, FunctionBody, Operator, Parser, Payload, TableInit, TypeRef, ValidPayload, Validator,
    ValidatorResources, WasmFeatures,
};

use super::Module;
use super::const_expr::ConstExpr;
use super::custom::Names;
use super::entities::{
    DataMode, DataSegment, ElementMode, ElementSegment, Entity, Export, Function, Global, Import, Memory, Table, Tag,
};
use super::explain;
use super::index::{FuncIndex, GlobalIndex, IndexVec, MemoryIndex, TableIndex, TagIndex, TypeIndex};
use super::summary::BodySummary;
use crate::error::{Error, Result};
use crate::features::Proposals;
use crate::observer::Observer;

/// Parses and validates a binary module, which may use the proposals that are `on`.
///
/// # Errors
/// [`Error::Invalid`] when the specification rejects the module; [`Error::Unsupported`] when a proposal that wasmc does
/// not compile would make it valid; [`Error::TurnedOff`] when a proposal that is not in `on` would.
pub(crate) fn parse<'a>(wasm: &'a [u8], on: Proposals, observer: &dyn Observer) -> Result<Module<'a>> {
    let mut outcome = parse_with(wasm, on.flags(), observer);
    let used = match &outcome {
        Err(SectionError::Reader(_)) => crate::inspect::proposals(wasm),
        _ => Proposals::default(),
    };
    if let Err(SectionError::Reader(error)) = &outcome
        && error.missing_wasm_feature() == Some(WasmFeatures::GC)
        && on.flags_of_module(used) != on.flags()
    {
        outcome = parse_with(wasm, on.flags_of_module(used), observer);
    }
    outcome.map_err(|error| match error {
        SectionError::Reader(error) => explain::explain(wasm, error, on, used),
        SectionError::Library(error) => error,
    })
}

/// Parses and validates under wasmparser's flags.
fn parse_with<'a>(
    wasm: &'a [u8],
    flags: WasmFeatures,
    observer: &dyn Observer,
) -> std::result::Result<Module<'a>, SectionError> {
    let mut validator = Validator::new_with_features(flags);
    let mut module = Module::default();
    let mut to_validate = Vec::new();
    let mut parser = Parser::new(0);
    parser.set_features(flags);
    for payload in parser.parse_all(wasm) {
        let payload = payload?;
        match validator.payload(&payload)? {
            ValidPayload::Func(function, body) => {
                module.bodies.push(body.clone());
                to_validate.push((function, body));
            }
            ValidPayload::Ok | ValidPayload::End(_) | ValidPayload::Parser(_) => section(&mut module, payload)?,
        }
    }
    observer.phase("validate", Some(wasm.len() as u64));
    module.summaries = validate_bodies(&to_validate, observer)?;
    Ok(module)
}

/// An error of the parser or validator as an error of the library.
pub(super) fn invalid(error: &BinaryReaderError) -> Error {
    Error::Invalid { message: error.message().into(), offset: Some(error.offset()), hint: None }
}

/// Validates all bodies in parallel; of several errors, the first in the file is reported.
fn validate_bodies(
    functions: &[(FuncToValidate<ValidatorResources>, FunctionBody<'_>)],
    observer: &dyn Observer,
) -> std::result::Result<IndexVec<super::index::DefinedFuncIndex, BodySummary>, BinaryReaderError> {
    let validate = |allocations: &mut FuncValidatorAllocations, index: usize| {
        let (function, body) = &functions[index];
        let function = FuncToValidate {
            resources: function.resources.clone(),
            index: function.index,
            ty: function.ty,
            features: function.features,
        };
        let mut validator = function.into_validator(std::mem::take(allocations));
        let mut summary = BodySummary::default();
        let mut reader = body.get_binary_reader();
        reader.set_features(*validator.features());
        validator.read_locals(&mut reader)?;
        let mut operators = wasmparser::OperatorsReader::new(reader);
        while !operators.eof() {
            let (operator, offset) = operators.read_with_offset()?;
            validator.op(offset, &operator)?;
            summary.add(&operator);
        }
        operators.finish()?;
        summary.finish();
        *allocations = validator.into_allocations();
        observer.advance(body.as_bytes().len() as u64);
        Ok(summary)
    };
    let results: Vec<_> =
        (0..functions.len()).into_par_iter().map_init(FuncValidatorAllocations::default, validate).collect();
    results.into_iter().collect()
}

/// Takes one section into the module. The validator has accepted it.
fn section<'a>(module: &mut Module<'a>, payload: Payload<'a>) -> Result<()> {
    read_section(module, payload).map_err(|error| match error {
        SectionError::Reader(error) => invalid(&error),
        SectionError::Library(error) => error,
    })
}

/// An error while a section is taken in: from the reader, or from this crate. It lets `?` take both kinds below.
enum SectionError {
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

fn read_section<'a>(module: &mut Module<'a>, payload: Payload<'a>) -> std::result::Result<(), SectionError> {
    match payload {
        Payload::TypeSection(reader) => {
            for group in reader {
                for ty in group?.into_types() {
                    match ty.composite_type.inner {
                        CompositeInnerType::Func(ty) => module.types.push(ty),
                        other => return Err(Error::internal(format!("{other} passed validation")).into()),
                    };
                }
            }
        }
        Payload::ImportSection(reader) => {
            for import in reader.into_imports() {
                let import = import?;
                let entity = imported_entity(module, import.ty)?;
                module.imports.push(Import { module: import.module, name: import.name, entity });
            }
        }
        Payload::FunctionSection(reader) => {
            for ty in reader {
                module.functions.push(Function { ty: TypeIndex(ty?) });
            }
        }
        Payload::TableSection(reader) => {
            for table in reader {
                let table = table?;
                let init = match &table.init {
                    TableInit::RefNull => None,
                    TableInit::Expr(init) => Some(ConstExpr::parse(init)?),
                };
                module.tables.push(Table { init, ..table_of(&table.ty) });
            }
        }
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
        Payload::GlobalSection(reader) => {
            for global in reader {
                let global = global?;
                let init = Some(ConstExpr::parse(&global.init_expr)?);
                module.globals.push(Global { ty: global.ty.content_type, mutable: global.ty.mutable, init });
            }
        }
        Payload::ExportSection(reader) => {
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
        }
        Payload::StartSection { func, .. } => module.start = Some(FuncIndex(func)),
        Payload::ElementSection(reader) => {
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
                        .collect::<std::result::Result<Vec<_>, SectionError>>()?,
                    ElementItems::Expressions(_, expressions) => expressions
                        .into_iter()
                        .map(|expression| Ok(ConstExpr::parse(&expression?)?))
                        .collect::<std::result::Result<Vec<_>, SectionError>>()?,
                };
                module.elements.push(ElementSegment { mode, items });
            }
        }
        Payload::DataSection(reader) => {
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
        }
        Payload::CustomSection(section) if section.name() == "name" => {
            module.names = Names::parse(section.data(), section.data_offset());
        }
        _ => {}
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

/// Whether these bytes are valid under `features`; the error has the offset up to which they are.
pub(super) fn validity(wasm: &[u8], features: WasmFeatures) -> std::result::Result<(), BinaryReaderError> {
    Validator::new_with_features(features).validate_all(wasm).map(|_| ())
}

/// The first function for whose body `find` returns an offset: its name for messages, and that offset. The module need
/// not be valid.
pub(super) fn find_function(wasm: &[u8], find: impl Fn(&FunctionBody<'_>) -> Option<u64>) -> Option<(String, u64)> {
    let (mut imported, mut defined) = (0, 0);
    let mut found = None;
    let mut names = Names::default();
    for payload in Parser::new(0).parse_all(wasm).map_while(std::result::Result::ok) {
        match payload {
            Payload::ImportSection(reader) => {
                let functions = reader.into_imports().map_while(std::result::Result::ok);
                imported = functions.filter(|import| matches!(import.ty, TypeRef::Func(_))).count() as u32;
            }
            Payload::CodeSectionEntry(body) => {
                if found.is_none() {
                    found = find(&body).map(|offset| (FuncIndex(imported + defined), offset));
                }
                defined += 1;
            }
            Payload::CustomSection(section) if section.name() == "name" => {
                names = Names::parse(section.data(), section.data_offset());
            }
            _ => {}
        }
    }
    let (function, offset) = found?;
    let name = match names.function(function) {
        Some(name) => format!("function {} ({})", function.0, super::custom::demangle(name)),
        None => format!("function {}", function.0),
    };
    Some((name, offset))
}

/// The offset of the first operator of a body for which `holds`.
pub(super) fn find_operator(body: &FunctionBody<'_>, holds: impl Fn(&Operator<'_>) -> bool) -> Option<u64> {
    let mut operators = body.get_operators_reader().ok()?;
    while let Ok((operator, offset)) = operators.read_with_offset() {
        if holds(&operator) {
            return Some(offset);
        }
    }
    None
}
