//! The imports, exports and types of a script's module, which the driver needs to use an instance of it.
//!
//! Modules are read with wasmparser and not with the compiler under test, so that a fault of the compiler cannot hide
//! an export.

use std::collections::HashMap;
use std::fmt::Write;
use wasmparser::{
    AbstractHeapType, CompositeInnerType, ExternalKind, FuncType, HeapType, Parser, Payload, RefType, TypeRef, ValType,
};

use crate::Failure;

/// A valid module.
#[derive(Debug, Default)]
pub struct Module {
    /// Its binary.
    pub wasm: Vec<u8>,
    /// Its types by index; `None` for a type that is no function type.
    pub types: Vec<Option<FuncType>>,
    /// Its imports: the name of the module, and the name in it.
    pub imports: Vec<(String, String)>,
    /// Its exported functions and globals.
    pub exports: HashMap<String, Export>,
}

/// An export that a script can use.
#[derive(Clone, Copy, Debug)]
pub enum Export {
    /// A function, by the index of its type.
    Function(u32),
    /// A global.
    Global {
        /// The type of its value.
        content: ValType,
        /// Whether it can be changed.
        mutable: bool,
    },
}

/// Translates text that this crate wrote to a binary.
pub fn assemble(text: &str) -> Result<Vec<u8>, Failure> {
    let buffer = wast::parser::ParseBuffer::new(text).map_err(|error| error.to_string())?;
    let mut module = wast::parser::parse::<wast::Wat<'_>>(&buffer).map_err(|error| error.to_string())?;
    module.encode().map_err(|error| error.to_string())
}

impl Module {
    /// Reads a binary.
    pub fn read(wasm: Vec<u8>) -> Result<Module, Failure> {
        let mut module = Module::default();
        module.sections(&wasm).map_err(|error| format!("the module of the script cannot be read: {error}"))?;
        module.wasm = wasm;
        Ok(module)
    }

    fn sections(&mut self, wasm: &[u8]) -> wasmparser::Result<()> {
        let (mut functions, mut globals) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
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
                        let import = import?;
                        match import.ty {
                            TypeRef::Func(ty) => functions.push(ty),
                            TypeRef::Global(ty) => globals.push(ty),
                            _ => {}
                        }
                        self.imports.push((import.module.into(), import.name.into()));
                    }
                }
                Payload::FunctionSection(reader) => {
                    for ty in reader {
                        functions.push(ty?);
                    }
                }
                Payload::GlobalSection(reader) => {
                    for global in reader {
                        globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(reader) => {
                    for export in reader {
                        let export = export?;
                        let index = export.index as usize;
                        let entity = match export.kind {
                            ExternalKind::Func => functions.get(index).copied().map(Export::Function),
                            ExternalKind::Global => globals
                                .get(index)
                                .map(|ty| Export::Global { content: ty.content_type, mutable: ty.mutable }),
                            _ => None,
                        };
                        self.exports.extend(entity.map(|entity| (export.name.into(), entity)));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The function type of this index.
    pub fn function_type(&self, index: u32) -> Result<&FuncType, Failure> {
        let ty = self.types.get(index as usize).and_then(Option::as_ref);
        ty.ok_or_else(|| format!("type {index} is no function type"))
    }
}

/// `(param …) (result …)`, with the module's own types under names that begin with `prefix`.
pub fn signature(ty: &FuncType, prefix: &str) -> String {
    let mut text = String::new();
    for (word, types) in [("param", ty.params()), ("result", ty.results())] {
        for ty in types {
            write!(text, " ({word} {})", value_type(*ty, prefix)).expect("a string can be written to");
        }
    }
    text
}

/// A type of values as text.
pub fn value_type(ty: ValType, prefix: &str) -> String {
    match ty {
        ValType::Ref(ty) => reference_type(ty, prefix),
        ty => ty.to_string(),
    }
}

fn reference_type(ty: RefType, prefix: &str) -> String {
    let null = if ty.is_nullable() { "null " } else { "" };
    format!("(ref {null}{})", heap_type(ty.heap_type(), prefix))
}

/// A heap type as text.
pub fn heap_type(ty: HeapType, prefix: &str) -> String {
    match ty {
        HeapType::Abstract { ty, .. } => match ty {
            AbstractHeapType::Func => "func",
            AbstractHeapType::Extern => "extern",
            AbstractHeapType::Exn => "exn",
            AbstractHeapType::NoFunc => "nofunc",
            AbstractHeapType::NoExtern => "noextern",
            AbstractHeapType::NoExn => "noexn",
            // The other heap types are of gc, and no program has one.
            _ => "any",
        }
        .into(),
        HeapType::Concrete(index) | HeapType::Exact(index) => {
            format!("${prefix}{}", index.as_module_index().unwrap_or_default())
        }
    }
}

/// Whether a type is defined by an index into the types of its module.
pub fn is_concrete(ty: &ValType) -> bool {
    matches!(ty, ValType::Ref(ty) if matches!(ty.heap_type(), HeapType::Concrete(_) | HeapType::Exact(_)))
}
