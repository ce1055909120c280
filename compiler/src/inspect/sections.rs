//! The reading of a module's sections, one after the other, for its description.
//!
//! It is not the compiler's reader, which takes only what was validated. A module here need not be valid: an index may
//! lead nowhere, and must never be used without a check. Nothing here may read a function's body.

use wasmparser::{
    BinaryReaderError, CompositeInnerType, ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, Export,
    ExternalKind, FuncType, FunctionBody, Global, GlobalType, Imports, MemoryType, Operator, Payload, RecGroup,
    SectionLimited, Table, TableInit, TableType, TypeRef, ValType,
};

use super::{EntityKind, ExportSummary, ImportSummary, PartSize, text};
use crate::features::Proposals;

type Read<T = ()> = std::result::Result<T, BinaryReaderError>;

/// The sections read so far.
#[derive(Default)]
pub(super) struct Reader<'a> {
    pub(super) proposals: Proposals,
    /// Function types by type index; `None` for types of other kinds.
    types: Vec<Option<FuncType>>,
    /// Type index by function index.
    pub(super) functions: Vec<u32>,
    pub(super) globals: Vec<GlobalType>,
    globals_imported: u32,
    pub(super) memories: Vec<(MemoryType, bool)>,
    pub(super) tables: Vec<(TableType, bool)>,
    tags: Vec<u32>,
    pub(super) imports: Vec<ImportSummary>,
    pub(super) exports: Vec<ExportSummary>,
    pub(super) sections: Vec<PartSize>,
    pub(super) custom_sections: Vec<PartSize>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Reader<'a> {
    /// No section yet, of a module that uses these proposals.
    pub(super) fn new(proposals: Proposals) -> Reader<'a> {
        Reader { proposals, ..Reader::default() }
    }

    /// Takes a section, or the body of a function.
    pub(super) fn payload(&mut self, payload: Payload<'a>) -> Read {
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
            Payload::TableSection(tables) => tables.into_iter().try_for_each(|table| self.table(&table?))?,
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
            Payload::GlobalSection(globals) => globals.into_iter().try_for_each(|global| self.global(&global?))?,
            Payload::ExportSection(exports) => {
                for export in exports {
                    self.export(&export?);
                }
            }
            Payload::ElementSection(segments) => segments.into_iter().try_for_each(|segment| self.element(segment?))?,
            Payload::DataCountSection { .. } => self.proposals |= Proposals::BULK_MEMORY,
            Payload::DataSection(segments) => segments.into_iter().try_for_each(|segment| self.data(&segment?))?,
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
                (EntityKind::Table, text::table(&ty))
            }
            TypeRef::Memory(ty) => {
                self.memories.push((ty, true));
                (EntityKind::Memory, text::memory(&ty))
            }
            TypeRef::Global(ty) => {
                self.globals.push(ty);
                self.globals_imported += 1;
                self.proposals |= Proposals::MUTABLE_GLOBAL.when(ty.mutable);
                (EntityKind::Global, text::global(&ty))
            }
            TypeRef::Tag(tag) => {
                self.tags.push(tag.func_type_idx);
                self.proposals |= Proposals::EXCEPTIONS;
                (EntityKind::Tag, self.function_text(tag.func_type_idx))
            }
        }
    }

    fn table(&mut self, table: &Table<'a>) -> Read {
        self.tables.push((table.ty, false));
        if let TableInit::Expr(expression) = &table.init {
            self.proposals |= Proposals::FUNCTION_REFERENCES;
            self.constant(expression)?;
        }
        Ok(())
    }

    fn global(&mut self, global: &Global<'a>) -> Read {
        self.globals.push(global.ty);
        self.constant(&global.init_expr)
    }

    fn export(&mut self, export: &Export<'a>) {
        let (kind, ty) = self.exported(export.kind, export.index);
        self.exports.push(ExportSummary { name: export.name.into(), kind, ty });
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
                (EntityKind::Table, self.tables.get(index).map_or_else(missing, |(ty, _)| text::table(ty)))
            }
            ExternalKind::Memory => {
                (EntityKind::Memory, self.memories.get(index).map_or_else(missing, |(ty, _)| text::memory(ty)))
            }
            ExternalKind::Global => {
                let ty = self.globals.get(index).copied();
                self.proposals |= Proposals::MUTABLE_GLOBAL.when(ty.is_some_and(|ty| ty.mutable));
                (EntityKind::Global, ty.map_or_else(missing, |ty| text::global(&ty)))
            }
            ExternalKind::Tag => {
                let ty = self.tags.get(index).copied();
                (EntityKind::Tag, ty.map_or_else(missing, |ty| self.function_text(ty)))
            }
        }
    }

    fn element(&mut self, segment: Element<'a>) -> Read {
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

    fn data(&mut self, segment: &Data<'a>) -> Read {
        match &segment.kind {
            DataKind::Passive => self.proposals |= Proposals::BULK_MEMORY,
            DataKind::Active { offset_expr, .. } => self.constant(offset_expr)?,
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
            Some(Some(function)) => text::function(function),
            _ => format!("(type {ty})"),
        }
    }

    /// Takes what the types of memories, tables and globals show.
    pub(super) fn declarations(&mut self) {
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
