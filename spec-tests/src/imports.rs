//! Turns what a module imports into definitions of its own, so that it is a whole program.
//!
//! Two providers are known: `spectest`, the module that every implementation of the test suite provides
//! (`interpreter/README.md` of the specification), and functions of registered modules that only compute a constant: a
//! copy is as good as the original. Whatever has state or identity needs a program of several instances; such modules are
//! skipped for that reason. Imports come first in every index space, so a definition in front of all others keeps
//! the index of the import it stands for.

use std::collections::HashMap;
use std::rc::Rc;
use wasm_encoder::{ConstExpr, Encode, HeapType, Ieee32, Ieee64};
use wasm_encoder::{GlobalType, MemoryType, RefType, TableType, ValType};
use wasmparser::{ExternalKind, Operator, TypeRef};

use crate::anatomy::Anatomy;
use crate::sections::{Kind, Sections};
use crate::{Failure, Reason};

/// What stands for an import: an entry for a section, and a body for the code section if it is a function.
#[derive(Clone, Debug)]
pub struct Definition {
    kind: Kind,
    entry: Vec<u8>,
    body: Vec<u8>,
    /// The instruction that gives the value of a global.
    constant: Vec<u8>,
}

/// Modules that a script has registered, by name.
pub type Registered = HashMap<String, Rc<Vec<u8>>>;

/// A definition for each import, in order, or why there is none.
pub fn resolve(anatomy: &Anatomy<'_>, registered: &Registered) -> Result<Result<Vec<Definition>, Reason>, Failure> {
    let mut definitions = Vec::new();
    for import in &anatomy.imports {
        let definition = match (import.module, import.ty) {
            ("spectest", ty) => spectest(import.name, ty),
            (module, TypeRef::Func(ty)) => match registered.get(module) {
                Some(exporter) => constant_function(&Anatomy::of(exporter)?, import.name, ty),
                None => None,
            },
            _ => None,
        };
        match definition {
            Some(definition) => definitions.push(definition),
            None => return Ok(Err(Reason::Instances)),
        }
    }
    Ok(Ok(definitions))
}

/// Puts the definitions in the place of the imports.
pub fn define(sections: &mut Sections<'_>, anatomy: &Anatomy<'_>, definitions: &[Definition]) {
    if definitions.is_empty() {
        return;
    }
    sections.remove(Kind::Import);
    for definition in definitions {
        sections.prepend(definition.kind, definition.entry.clone());
        if definition.kind == Kind::Function {
            sections.prepend(Kind::Code, definition.body.clone());
        }
    }
    // A constant expression may read an imported global, but not one that the module defines itself.
    let globals: Vec<_> = definitions.iter().filter(|definition| definition.kind == Kind::Global).collect();
    for (range, global) in &anatomy.constant_reads {
        if let Some(definition) = globals.get(*global as usize) {
            sections.replace(range.clone(), definition.constant.clone());
        }
    }
}

/// What the module `spectest` has.
fn spectest(name: &str, ty: TypeRef) -> Option<Definition> {
    match (name, ty) {
        (
            "print" | "print_i32" | "print_i64" | "print_f32" | "print_f64" | "print_i32_f32" | "print_f64_f64",
            TypeRef::Func(ty),
        ) => {
            let mut body = wasm_encoder::Function::new([]);
            body.instructions().end();
            Some(function(ty, encoded(&body)))
        }
        ("global_i32", TypeRef::Global(_)) => Some(global(ValType::I32, &ConstExpr::i32_const(666))),
        ("global_i64", TypeRef::Global(_)) => Some(global(ValType::I64, &ConstExpr::i64_const(666))),
        ("global_f32", TypeRef::Global(_)) => Some(global(ValType::F32, &ConstExpr::f32_const(Ieee32::from(666.6)))),
        ("global_f64", TypeRef::Global(_)) => Some(global(ValType::F64, &ConstExpr::f64_const(Ieee64::from(666.6)))),
        ("table", TypeRef::Table(_)) => {
            let element_type = RefType { nullable: true, heap_type: HeapType::FUNC };
            let table = TableType { element_type, minimum: 10, maximum: Some(20), table64: false, shared: false };
            Some(entry(Kind::Table, encoded(&table)))
        }
        ("memory", TypeRef::Memory(_)) => {
            let memory =
                MemoryType { minimum: 1, maximum: Some(2), memory64: false, shared: false, page_size_log2: None };
            Some(entry(Kind::Memory, encoded(&memory)))
        }
        _ => None,
    }
}

/// An exported function that does nothing but compute a constant.
fn constant_function(exporter: &Anatomy<'_>, name: &str, ty: u32) -> Option<Definition> {
    let &(ExternalKind::Func, index) = exporter.exports.get(name)? else {
        return None;
    };
    let body = exporter.bodies.get((index as usize).checked_sub(exporter.imported_functions())?)?;
    let mut reader = body.get_operators_reader().ok()?;
    while !reader.eof() {
        match reader.read().ok()? {
            Operator::I32Const { .. } | Operator::I64Const { .. } | Operator::End => {}
            _ => return None,
        }
    }
    let range = body.range();
    Some(function(ty, encoded(&exporter.wasm[range.start as usize..range.end as usize])))
}

fn function(ty: u32, body: Vec<u8>) -> Definition {
    Definition { body, ..entry(Kind::Function, encoded(&ty)) }
}

fn global(val_type: ValType, value: &ConstExpr) -> Definition {
    let value = encoded(value);
    let mut bytes = encoded(&GlobalType { val_type, mutable: false, shared: false });
    bytes.extend(&value);
    // Without its `end`, the expression is the one instruction.
    Definition { constant: value[..value.len() - 1].to_vec(), ..entry(Kind::Global, bytes) }
}

fn entry(kind: Kind, entry: Vec<u8>) -> Definition {
    Definition { kind, entry, body: Vec::new(), constant: Vec::new() }
}

fn encoded<T: Encode + ?Sized>(item: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    item.encode(&mut bytes);
    bytes
}
