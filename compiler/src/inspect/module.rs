//! The description of a module, read from its sections into a [`ModuleSummary`].
//!
//! It must work for modules that do not validate, so no index in one is trusted. Function bodies are read only for the
//! proposals that they use, in parallel, and not at all if the caller knows these already.

use rayon::prelude::*;
use wasmparser::{
    BinaryReaderError, CompositeInnerType, ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FuncType,
    FunctionBody, GlobalType, Imports, MemoryType, Operator, Parser, Payload, RecGroup, SectionLimited, TableInit,
    TableType, TypeRef, ValType,
};

use super::{
    EntityKind, ExportSummary, ImportSummary, MemorySummary, ModuleKind, ModuleSummary, PartSize, TableSummary,
};
use crate::error::{Error, Result};
use crate::features::Proposals;

/// Describes a binary module.
///
/// Reading all code takes about a second for 100 MB. A caller that has read it already passes the proposals that it saw
/// ([`Proposals::of_operator`] of every instruction) as `code`.
///
/// # Errors
/// [`Error::Invalid`] when the bytes cannot be decoded.
pub(crate) fn summarize(wasm: &[u8], code: Option<Proposals>) -> Result<ModuleSummary> {
    let mut reader = Reader { proposals: code.unwrap_or_default(), ..Reader::default() };
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(undecodable)?;
        reader.payload(payload).map_err(undecodable)?;
    }
    if code.is_none() {
        reader.proposals |= scan(&reader.bodies).map_err(undecodable)?;
    }
    Ok(reader.finish(wasm.len() as u64))
}

/// The proposals that a module uses, as far as it can be read.
pub(crate) fn proposals(wasm: &[u8]) -> Proposals {
    let mut reader = Reader::default();
    let payloads = Parser::new(0).parse_all(wasm).map_while(std::result::Result::ok);
    payloads.for_each(|payload| reader.payload(payload).unwrap_or_default());
    reader.declarations();
    let in_code = reader.bodies.par_iter().with_min_len(64).map(|body| scan_body(body).unwrap_or_default());
    reader.proposals | in_code.reduce(Proposals::default, |all, body| all | body)
}

fn undecodable(error: BinaryReaderError) -> Error {
    Error::Invalid { message: error.message().into(), offset: Some(error.offset()), hint: None }
}

/// The proposals that all bodies use. Of several errors, the one with the lowest offset is reported.
fn scan(bodies: &[FunctionBody<'_>]) -> std::result::Result<Proposals, BinaryReaderError> {
    let scanned: Vec<_> = bodies.par_iter().with_min_len(64).map(scan_body).collect();
    scanned.into_iter().try_fold(Proposals::default(), |all, body| Ok(all | body?))
}

fn scan_body(body: &FunctionBody<'_>) -> std::result::Result<Proposals, BinaryReaderError> {
    let mut found = Proposals::default();
    for local in body.get_locals_reader()? {
        found |= Proposals::of_value(local?.1);
    }
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        found |= Proposals::of_operator(&operators.read()?);
    }
    Ok(found)
}

/// The sections read so far.
#[derive(Default)]
struct Reader<'a> {
    proposals: Proposals,
    /// Function types by type index; `None` for types of other kinds.
    types: Vec<Option<FuncType>>,
    /// Type index by function index.
    functions: Vec<u32>,
    globals: Vec<GlobalType>,
    globals_imported: u32,
    memories: Vec<(MemoryType, bool)>,
    tables: Vec<(TableType, bool)>,
    tags: Vec<u32>,
    imports: Vec<ImportSummary>,
    exports: Vec<ExportSummary>,
    sections: Vec<PartSize>,
    custom_sections: Vec<PartSize>,
    bodies: Vec<FunctionBody<'a>>,
}

type Read<T = ()> = std::result::Result<T, BinaryReaderError>;

impl<'a> Reader<'a> {
    fn payload(&mut self, payload: Payload<'a>) -> Read {
        if let Some((id, range)) = payload.as_section()
            && !matches!(payload, Payload::CodeSectionEntry(_))
        {
            self.size(&payload, id, range.end - range.start);
        }
        match payload {
            Payload::TypeSection(types) => types.into_iter().try_for_each(|group| self.rec_group(&group?))?,
            Payload::ImportSection(imports) => self.imports(imports)?,
            Payload::FunctionSection(functions) => {
                self.functions.extend(functions.into_iter().collect::<Read<Vec<_>>>()?)
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    let table = table?;
                    self.tables.push((table.ty, false));
                    if let TableInit::Expr(expression) = table.init {
                        self.proposals |= Proposals::FUNCTION_REFERENCES;
                        self.constant(&expression)?;
                    }
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    self.memories.push((memory?, false));
                }
            }
            Payload::TagSection(tags) => {
                self.proposals |= Proposals::EXCEPTIONS;
                for tag in tags {
                    self.tags.push(tag?.func_type_idx);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    let global = global?;
                    self.globals.push(global.ty);
                    self.constant(&global.init_expr)?;
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    let (kind, ty) = self.exported(export.kind, export.index);
                    self.exports.push(ExportSummary { name: export.name.into(), kind, ty });
                }
            }
            Payload::ElementSection(segments) => {
                for segment in segments {
                    self.element(segment?)?;
                }
            }
            Payload::DataCountSection { .. } => self.proposals |= Proposals::BULK_MEMORY,
            Payload::DataSection(segments) => {
                for segment in segments {
                    match segment?.kind {
                        DataKind::Passive => self.proposals |= Proposals::BULK_MEMORY,
                        DataKind::Active { offset_expr, .. } => self.constant(&offset_expr)?,
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            _ => {}
        }
        Ok(())
    }

    fn size(&mut self, payload: &Payload<'_>, id: u8, bytes: u64) {
        match payload {
            Payload::CustomSection(section) => self.custom_sections.push(PartSize::new(section.name(), bytes)),
            _ => self.sections.push(PartSize::new(section_name(id), bytes)),
        }
    }

    fn rec_group(&mut self, group: &RecGroup) -> Read {
        self.proposals |= Proposals::GC.when(group.is_explicit_rec_group());
        let defined = self.types.len() as u32;
        for ty in group.types() {
            self.proposals |= Proposals::GC.when(!ty.is_final || !ty.supertype_idxs.is_empty());
            self.types.push(match &ty.composite_type.inner {
                CompositeInnerType::Func(function) => {
                    self.proposals |= Proposals::MULTI_VALUE.when(function.results().len() > 1);
                    for value in function.params().iter().chain(function.results()) {
                        self.proposals |= Proposals::of_value(*value);
                        self.proposals |= Proposals::GC.when(is_from(*value, defined));
                    }
                    Some(function.clone())
                }
                CompositeInnerType::Array(_) | CompositeInnerType::Struct(_) => {
                    self.proposals |= Proposals::GC;
                    None
                }
                CompositeInnerType::Cont(_) => {
                    self.proposals |= Proposals::STACK_SWITCHING;
                    None
                }
            });
        }
        Ok(())
    }

    fn imports(&mut self, imports: SectionLimited<'a, Imports<'a>>) -> Read {
        for group in imports.clone() {
            self.proposals |= Proposals::COMPACT_IMPORTS.when(!matches!(group?, Imports::Single(..)));
        }
        for import in imports.into_imports() {
            let import = import?;
            let (kind, ty) = self.imported(import.ty);
            let provided = kind == EntityKind::Function && wasmc_abi::wasi::find(import.module, import.name).is_some();
            let (module, name) = (import.module.into(), import.name.into());
            self.imports.push(ImportSummary { module, name, kind, ty, provided });
        }
        Ok(())
    }

    fn imported(&mut self, ty: TypeRef) -> (EntityKind, String) {
        match ty {
            TypeRef::Func(index) | TypeRef::FuncExact(index) => {
                self.functions.push(index);
                (EntityKind::Function, self.function_text(index))
            }
            TypeRef::Table(ty) => {
                self.tables.push((ty, true));
                (EntityKind::Table, table_text(&ty))
            }
            TypeRef::Memory(ty) => {
                self.memories.push((ty, true));
                (EntityKind::Memory, memory_text(&ty))
            }
            TypeRef::Global(ty) => {
                self.globals.push(ty);
                self.globals_imported += 1;
                self.proposals |= Proposals::MUTABLE_GLOBAL.when(ty.mutable);
                (EntityKind::Global, global_text(&ty))
            }
            TypeRef::Tag(tag) => {
                self.tags.push(tag.func_type_idx);
                self.proposals |= Proposals::EXCEPTIONS;
                (EntityKind::Tag, self.function_text(tag.func_type_idx))
            }
        }
    }

    /// An index that leads nowhere gives a type of `?`: nothing here has validated the module.
    fn exported(&mut self, kind: ExternalKind, index: u32) -> (EntityKind, String) {
        let index = index as usize;
        let missing = || String::from("?");
        match kind {
            ExternalKind::Func | ExternalKind::FuncExact => {
                let ty = self.functions.get(index).copied();
                (EntityKind::Function, ty.map_or_else(missing, |ty| self.function_text(ty)))
            }
            ExternalKind::Table => {
                (EntityKind::Table, self.tables.get(index).map_or_else(missing, |(ty, _)| table_text(ty)))
            }
            ExternalKind::Memory => {
                (EntityKind::Memory, self.memories.get(index).map_or_else(missing, |(ty, _)| memory_text(ty)))
            }
            ExternalKind::Global => {
                let ty = self.globals.get(index).copied();
                self.proposals |= Proposals::MUTABLE_GLOBAL.when(ty.is_some_and(|ty| ty.mutable));
                (EntityKind::Global, ty.map_or_else(missing, |ty| global_text(&ty)))
            }
            ExternalKind::Tag => {
                let ty = self.tags.get(index).copied();
                (EntityKind::Tag, ty.map_or_else(missing, |ty| self.function_text(ty)))
            }
        }
    }

    fn element(&mut self, segment: wasmparser::Element<'a>) -> Read {
        match segment.kind {
            ElementKind::Passive => self.proposals |= Proposals::BULK_MEMORY,
            ElementKind::Declared => self.proposals |= Proposals::REFERENCE_TYPES,
            ElementKind::Active { table_index, offset_expr } => {
                self.proposals |= Proposals::REFERENCE_TYPES.when(table_index.is_some_and(|table| table != 0));
                self.constant(&offset_expr)?;
            }
        }
        if let ElementItems::Expressions(_, expressions) = segment.items {
            for expression in expressions {
                self.constant(&expression?)?;
            }
        }
        Ok(())
    }

    /// A constant expression. Its arithmetic belongs to the proposal extended-const, not to those of its operators.
    fn constant(&mut self, expression: &ConstExpr<'a>) -> Read {
        let imported_globals = self.globals_imported;
        let mut operators = expression.get_operators_reader();
        while !operators.eof() {
            let operator = operators.read()?;
            self.proposals |= match operator {
                Operator::I32Add
                | Operator::I32Sub
                | Operator::I32Mul
                | Operator::I64Add
                | Operator::I64Sub
                | Operator::I64Mul => Proposals::EXTENDED_CONST,
                Operator::GlobalGet { global_index } if global_index >= imported_globals => {
                    Proposals::FUNCTION_REFERENCES
                }
                // The later forms of the binary format write element segments of functions with this.
                Operator::RefFunc { .. } => Proposals::REFERENCE_TYPES,
                other => Proposals::of_operator(&other),
            };
        }
        Ok(())
    }

    fn function_text(&self, ty: u32) -> String {
        match self.types.get(ty as usize) {
            Some(Some(function)) => {
                let group = |word: &str, types: &[wasmparser::ValType]| match types {
                    [] => String::new(),
                    types => format!(" ({word}{})", types.iter().map(|ty| format!(" {ty}")).collect::<String>()),
                };
                format!("(func{}{})", group("param", function.params()), group("result", function.results()))
            }
            _ => format!("(type {ty})"),
        }
    }

    /// Takes what the types of memories, tables and globals show.
    fn declarations(&mut self) {
        for (memory, _) in &self.memories {
            self.proposals |= Proposals::of_memory(memory);
        }
        for (table, _) in &self.tables {
            self.proposals |= Proposals::of_table(table);
        }
        for global in &self.globals {
            self.proposals |= Proposals::of_value(global.content_type);
        }
        self.proposals |= Proposals::MULTI_MEMORY.when(self.memories.len() > 1);
        self.proposals |= Proposals::REFERENCE_TYPES.when(self.tables.len() > 1);
    }

    fn finish(mut self, bytes: u64) -> ModuleSummary {
        self.declarations();
        ModuleSummary {
            kind: kind(&self.exports),
            imports: self.imports,
            exports: self.exports,
            memories: self.memories.iter().map(|(ty, imported)| memory_summary(ty, *imported)).collect(),
            tables: self.tables.iter().map(|(ty, imported)| table_summary(ty, *imported)).collect(),
            functions: self.functions.len() as u64,
            globals: self.globals.len() as u64,
            proposals: self.proposals.list(),
            sections: self.sections,
            custom_sections: self.custom_sections,
            bytes,
        }
    }
}

fn kind(exports: &[ExportSummary]) -> ModuleKind {
    let has = |name| exports.iter().any(|export| export.kind == EntityKind::Function && export.name == name);
    if has("_start") {
        ModuleKind::Command
    } else if has("_initialize") {
        ModuleKind::Reactor
    } else {
        ModuleKind::Neither
    }
}

/// Whether a type refers to a type by an index from `first` on: then the two are recursive.
fn is_from(ty: ValType, first: u32) -> bool {
    let ValType::Ref(ty) = ty else { return false };
    ty.type_index().and_then(|index| index.as_module_index()).is_some_and(|index| index >= first)
}

/// The name of a section id (core specification, section 5.5.2).
fn section_name(id: u8) -> &'static str {
    const NAMES: [&str; 14] = [
        "custom",
        "type",
        "import",
        "function",
        "table",
        "memory",
        "global",
        "export",
        "start",
        "element",
        "code",
        "data",
        "data count",
        "tag",
    ];
    NAMES.get(usize::from(id)).copied().unwrap_or("unknown")
}

const PAGE_BYTES_LOG2: u32 = wasmc_abi::layout::WASM_PAGE_BYTES.ilog2();

fn memory_summary(ty: &MemoryType, imported: bool) -> MemorySummary {
    MemorySummary {
        minimum_pages: ty.initial,
        maximum_pages: ty.maximum,
        page_bytes: 1u64.checked_shl(ty.page_size_log2.unwrap_or(PAGE_BYTES_LOG2)).unwrap_or(0),
        imported,
        shared: ty.shared,
        memory64: ty.memory64,
    }
}

fn table_summary(ty: &TableType, imported: bool) -> TableSummary {
    TableSummary { element: ty.element_type.to_string(), minimum: ty.initial, maximum: ty.maximum, imported }
}

fn limits(initial: u64, maximum: Option<u64>) -> String {
    maximum.map_or_else(|| initial.to_string(), |maximum| format!("{initial} {maximum}"))
}

fn memory_text(ty: &MemoryType) -> String {
    let index = if ty.memory64 { " i64" } else { "" };
    let shared = if ty.shared { " shared" } else { "" };
    format!("(memory{index} {}{shared})", limits(ty.initial, ty.maximum))
}

fn table_text(ty: &TableType) -> String {
    let index = if ty.table64 { " i64" } else { "" };
    format!("(table{index} {} {})", limits(ty.initial, ty.maximum), ty.element_type)
}

fn global_text(ty: &GlobalType) -> String {
    if ty.mutable { format!("(global (mut {}))", ty.content_type) } else { format!("(global {})", ty.content_type) }
}
