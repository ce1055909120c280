//! What has to be known of a valid module in order to add to it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use wasmparser::{
    CompositeInnerType, ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FuncType, Import, Operator,
    Parser, Payload, TypeRef,
};

use crate::Failure;

/// The parts of a module.
#[derive(Debug, Default)]
pub struct Anatomy<'a> {
    /// The module.
    pub wasm: &'a [u8],
    /// Where the contents of each section are, by its identifier; no custom sections.
    pub sections: BTreeMap<u8, Range<usize>>,
    /// All types, by index; `None` where one is no function type.
    pub types: Vec<Option<FuncType>>,
    /// All imports.
    pub imports: Vec<Import<'a>>,
    /// The type of each function, imported ones first.
    pub functions: Vec<u32>,
    /// The type of each global, imported ones first.
    pub globals: Vec<wasmparser::ValType>,
    /// What is exported.
    pub exports: HashMap<&'a str, (ExternalKind, u32)>,
    /// The bodies of the functions that are defined.
    pub bodies: Vec<wasmparser::FunctionBody<'a>>,
    /// Every `global.get` of a constant expression, in ascending order, with the global that it reads.
    pub constant_reads: Vec<(Range<usize>, u32)>,
}

impl<'a> Anatomy<'a> {
    /// Takes a module apart.
    pub fn of(wasm: &'a [u8]) -> Result<Anatomy<'a>, Failure> {
        read(wasm).map_err(|error| format!("the module of the script cannot be read: {error}"))
    }

    /// The type of a function; there is one, as the module is valid.
    pub fn function_type(&self, function: u32) -> Option<&FuncType> {
        self.types.get(*self.functions.get(function as usize)? as usize)?.as_ref()
    }

    /// How many functions are imported.
    pub fn imported_functions(&self) -> usize {
        self.functions.len() - self.bodies.len()
    }
}

fn read(wasm: &[u8]) -> wasmparser::Result<Anatomy<'_>> {
    let mut anatomy = Anatomy { wasm, ..Anatomy::default() };
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((id, range)) = payload.as_section()
            && id != 0
        {
            anatomy.sections.insert(id, range.start as usize..range.end as usize);
        }
        anatomy.section(payload)?;
    }
    Ok(anatomy)
}

impl<'a> Anatomy<'a> {
    fn section(&mut self, payload: Payload<'a>) -> wasmparser::Result<()> {
        match payload {
            Payload::TypeSection(reader) => {
                for group in reader {
                    let types = group?.into_types().map(|ty| match ty.composite_type.inner {
                        CompositeInnerType::Func(ty) => Some(ty),
                        _ => None,
                    });
                    self.types.extend(types);
                }
            }
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    self.import(import?);
                }
            }
            Payload::FunctionSection(reader) => {
                for ty in reader {
                    self.functions.push(ty?);
                }
            }
            Payload::GlobalSection(reader) => {
                for global in reader {
                    let global = global?;
                    self.globals.push(global.ty.content_type);
                    self.constant(&global.init_expr)?;
                }
            }
            Payload::ExportSection(reader) => {
                for export in reader {
                    let export = export?;
                    self.exports.insert(export.name, (export.kind, export.index));
                }
            }
            Payload::ElementSection(reader) => {
                for element in reader {
                    let element = element?;
                    if let ElementKind::Active { offset_expr, .. } = &element.kind {
                        self.constant(offset_expr)?;
                    }
                    if let ElementItems::Expressions(_, items) = element.items {
                        for item in items {
                            self.constant(&item?)?;
                        }
                    }
                }
            }
            Payload::DataSection(reader) => {
                for data in reader {
                    if let DataKind::Active { offset_expr, .. } = data?.kind {
                        self.constant(&offset_expr)?;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            _ => {}
        }
        Ok(())
    }

    fn import(&mut self, import: Import<'a>) {
        match import.ty {
            TypeRef::Func(ty) => self.functions.push(ty),
            TypeRef::Global(ty) => self.globals.push(ty.content_type),
            _ => {}
        }
        self.imports.push(import);
    }

    fn constant(&mut self, expression: &ConstExpr<'a>) -> wasmparser::Result<()> {
        let mut reader = expression.get_operators_reader();
        while !reader.eof() {
            let start = reader.original_position() as usize;
            if let Operator::GlobalGet { global_index } = reader.read()? {
                self.constant_reads.push((start..reader.original_position() as usize, global_index));
            }
        }
        Ok(())
    }
}
