//! Reads the exports of a generated module, with their types, and adds one.
//!
//! Steps are derived from the exports alone, so that a module that somebody made smaller keeps its steps.

use wasm_encoder::{ExportKind, ExportSection, RawSection};
use wasmparser::types::EntityType;
use wasmparser::{ExternalKind, Operator, Parser, Payload, RefType, ValType, Validator, WasmFeatures};

use super::trace::Type;
use crate::Failure;

/// One export.
#[derive(Clone, Debug)]
pub struct Export {
    /// Its name: any text.
    pub name: String,
    /// Its kind and type.
    pub entity: Entity,
}

/// The kinds of exports that a module that runs can have.
#[derive(Clone, Debug)]
pub enum Entity {
    /// A function.
    Function {
        /// Types of its parameters.
        parameters: Vec<Type>,
        /// Types of its results.
        results: Vec<Type>,
    },
    /// A global.
    Global {
        /// Type of its content.
        ty: Type,
        /// Whether it can be written.
        mutable: bool,
    },
    /// A memory.
    Memory(wasm_encoder::MemoryType),
    /// A table.
    Table {
        /// Type of its elements.
        element: Type,
        /// Its whole type.
        ty: wasm_encoder::TableType,
    },
}

/// Validates a module and lists its exports.
pub fn of(wasm: &[u8]) -> Result<Vec<Export>, Failure> {
    let types = Validator::new_with_features(WasmFeatures::all())
        .validate_all(wasm)
        .map_err(|error| format!("wasm-smith made an invalid module: {error}"))?;
    let types = types.as_ref();
    let exports = types.core_exports().ok_or("a component")?;
    exports
        .map(|(name, entity)| {
            let entity = match entity {
                EntityType::Func(id) | EntityType::FuncExact(id) => {
                    let ty = types.get(id).ok_or("a type that is not there")?.unwrap_func();
                    Entity::Function { parameters: value_types(ty.params())?, results: value_types(ty.results())? }
                }
                EntityType::Global(ty) => Entity::Global { ty: value_type(ty.content_type)?, mutable: ty.mutable },
                EntityType::Memory(ty) => Entity::Memory(wasm_encoder::MemoryType {
                    minimum: ty.initial,
                    maximum: ty.maximum,
                    memory64: ty.memory64,
                    shared: ty.shared,
                    page_size_log2: ty.page_size_log2,
                }),
                EntityType::Table(ty) => {
                    let element = value_type(ValType::Ref(ty.element_type))?;
                    let ty = wasm_encoder::TableType {
                        element_type: match element {
                            Type::FuncRef => wasm_encoder::RefType::FUNCREF,
                            _ => wasm_encoder::RefType::EXTERNREF,
                        },
                        table64: ty.table64,
                        minimum: ty.initial,
                        maximum: ty.maximum,
                        shared: ty.shared,
                    };
                    Entity::Table { element, ty }
                }
                EntityType::Tag(_) => return Err("an export of another kind".into()),
            };
            Ok(Export { name: name.into(), entity })
        })
        .collect()
}

fn value_types(types: &[ValType]) -> Result<Vec<Type>, Failure> {
    types.iter().copied().map(value_type).collect()
}

fn value_type(ty: ValType) -> Result<Type, Failure> {
    Ok(match ty {
        ValType::I32 => Type::I32,
        ValType::I64 => Type::I64,
        ValType::F32 => Type::F32,
        ValType::F64 => Type::F64,
        ValType::V128 => Type::V128,
        ValType::Ref(RefType::FUNCREF) => Type::FuncRef,
        ValType::Ref(RefType::EXTERNREF) => Type::ExternRef,
        ValType::Ref(_) => return Err(format!("an export of type {ty}")),
    })
}

/// Whether a module converts between float types: wasm-smith does not make the NaNs canonical that result from that.
pub fn converts_floats(wasm: &[u8]) -> Result<bool, Failure> {
    let failed = |error: wasmparser::BinaryReaderError| format!("wasm-smith made an unreadable module: {error}");
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload.map_err(failed)? else { continue };
        for operator in body.get_operators_reader().map_err(failed)? {
            if let Operator::F32DemoteF64
            | Operator::F64PromoteF32
            | Operator::F32x4DemoteF64x2Zero
            | Operator::F64x2PromoteLowF32x4 = operator.map_err(failed)?
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// A module with one more export, of a global.
pub fn with_global(wasm: &[u8], global: u32, name: &str) -> Result<Vec<u8>, Failure> {
    /// Sections that come after the exports (core specification, section 5.5.2).
    const LATER: [u8; 5] = [8, 9, 10, 11, 12];
    let mut module = wasm_encoder::Module::new();
    let mut exports = Some(ExportSection::new());
    let failed = |error: wasmparser::BinaryReaderError| format!("wasm-smith made an unreadable module: {error}");
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(failed)?;
        if let Payload::ExportSection(reader) = payload {
            let section = exports.as_mut().ok_or("two export sections")?;
            for export in reader {
                let export = export.map_err(failed)?;
                section.export(export.name, kind(export.kind)?, export.index);
            }
            continue;
        }
        let Some((id, range)) = payload.as_section() else { continue };
        if LATER.contains(&id)
            && let Some(mut section) = exports.take()
        {
            section.export(name, ExportKind::Global, global);
            module.section(&section);
        }
        module.section(&RawSection { id, data: &wasm[range.start as usize..range.end as usize] });
    }
    if let Some(mut section) = exports.take() {
        section.export(name, ExportKind::Global, global);
        module.section(&section);
    }
    Ok(module.finish())
}

fn kind(kind: ExternalKind) -> Result<ExportKind, Failure> {
    Ok(match kind {
        ExternalKind::Func => ExportKind::Func,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        ExternalKind::Global => ExportKind::Global,
        ExternalKind::Tag => ExportKind::Tag,
        ExternalKind::FuncExact => return Err("an exact function".into()),
    })
}
