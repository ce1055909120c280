//! Which modules of the scripts are of the proposal gc: those with a type or an instruction of it.
//!
//! wasmc refuses these and no others. wasmparser's flag for gc must not decide: it also stands before things that every
//! module of version 3.0 may use, such as a start value made of a global of the module itself.

use std::cell::Cell;
use std::ops::Range;
use wasmparser::{
    AbstractHeapType, BlockType, CompositeInnerType, ConstExpr, DataKind, ElementItems, ElementKind, HeapType,
    Operator, OperatorsReader, Parser, Payload, RecGroup, RefType, TableInit, TypeRef, ValType,
};

/// Whether a module has a type or an instruction of gc. The module need not be valid: it is read as far as that goes.
pub fn is_used(wasm: &[u8]) -> bool {
    let payloads = Parser::new(0).parse_all(wasm).map_while(Result::ok);
    payloads.map(section).any(|found| found.unwrap_or(false))
}

fn section(payload: Payload<'_>) -> wasmparser::Result<bool> {
    match payload {
        Payload::TypeSection(groups) => {
            let defined = Cell::new(0);
            any(groups, |group| {
                let first = defined.replace(defined.get() + group.types().len() as u32);
                Ok(is_in_group(&group, first))
            })
        }
        Payload::ImportSection(imports) => any(imports.into_imports(), |import| {
            Ok(match import.ty {
                TypeRef::Global(ty) => is_in_value(ty.content_type),
                TypeRef::Table(ty) => is_in_reference(ty.element_type),
                _ => false,
            })
        }),
        Payload::TableSection(tables) => any(tables, |table| {
            let in_start_value = match &table.init {
                TableInit::Expr(expression) => is_in_constant(expression)?,
                TableInit::RefNull => false,
            };
            Ok(in_start_value || is_in_reference(table.ty.element_type))
        }),
        Payload::GlobalSection(globals) => {
            any(globals, |global| Ok(is_in_value(global.ty.content_type) || is_in_constant(&global.init_expr)?))
        }
        Payload::ElementSection(segments) => any(segments, |segment| {
            let in_offset = match &segment.kind {
                ElementKind::Active { offset_expr, .. } => is_in_constant(offset_expr)?,
                _ => false,
            };
            let in_items = match segment.items {
                ElementItems::Expressions(ty, items) => {
                    is_in_reference(ty) || any(items, |item| is_in_constant(&item))?
                }
                ElementItems::Functions(_) => false,
            };
            Ok(in_offset || in_items)
        }),
        Payload::DataSection(segments) => any(segments, |segment| match &segment.kind {
            DataKind::Active { offset_expr, .. } => is_in_constant(offset_expr),
            DataKind::Passive => Ok(false),
        }),
        Payload::CodeSectionEntry(body) => {
            let in_locals = any(body.get_locals_reader()?, |(_, ty)| Ok(is_in_value(ty)))?;
            Ok(in_locals || is_in_code(body.get_operators_reader()?)?)
        }
        _ => Ok(false),
    }
}

/// Whether something holds of any item that can be read.
fn any<T>(
    items: impl IntoIterator<Item = wasmparser::Result<T>>,
    holds: impl Fn(T) -> wasmparser::Result<bool>,
) -> wasmparser::Result<bool> {
    for item in items {
        if holds(item?)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a group of types is of gc; `first` is the index of its first type.
fn is_in_group(group: &RecGroup, first: u32) -> bool {
    let indices = first..first + group.types().len() as u32;
    group.is_explicit_rec_group()
        || group.types().any(|ty| {
            let subtypes = !ty.is_final || !ty.supertype_idxs.is_empty();
            subtypes
                || match &ty.composite_type.inner {
                    CompositeInnerType::Func(ty) => {
                        ty.params().iter().chain(ty.results()).any(|ty| is_in_value(*ty) || is_recursive(*ty, &indices))
                    }
                    CompositeInnerType::Array(_) | CompositeInnerType::Struct(_) => true,
                    CompositeInnerType::Cont(_) => false,
                }
        })
}

/// Whether a type refers to one of the types with these indices, which are those of its group.
fn is_recursive(ty: ValType, group: &Range<u32>) -> bool {
    let ValType::Ref(ty) = ty else { return false };
    ty.type_index().and_then(|index| index.as_module_index()).is_some_and(|index| group.contains(&index))
}

fn is_in_value(ty: ValType) -> bool {
    matches!(ty, ValType::Ref(ty) if is_in_reference(ty))
}

fn is_in_reference(ty: RefType) -> bool {
    is_in_heap(ty.heap_type())
}

fn is_in_heap(ty: HeapType) -> bool {
    use AbstractHeapType::{Cont, Exn, Extern, Func, NoCont, NoExn};
    matches!(ty, HeapType::Abstract { ty, .. } if !matches!(ty, Func | Extern | Exn | NoExn | Cont | NoCont))
}

fn is_in_constant(expression: &ConstExpr<'_>) -> wasmparser::Result<bool> {
    is_in_code(expression.get_operators_reader())
}

fn is_in_code(operators: OperatorsReader<'_>) -> wasmparser::Result<bool> {
    any(operators, |operator| {
        Ok(is_instruction(&operator)
            || match operator {
                Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                    matches!(blockty, BlockType::Type(ty) if is_in_value(ty))
                }
                Operator::TypedSelect { ty } => is_in_value(ty),
                Operator::RefNull { hty } => is_in_heap(hty),
                _ => false,
            })
    })
}

/// Whether wasmparser's table of operators has this one under gc.
fn is_instruction(operator: &Operator<'_>) -> bool {
    macro_rules! table {
        ($( @$proposal:ident $op:ident $({ $($arg:ident: $argty:ty),* })? => $visit:ident ($($ann:tt)*) )*) => {
            match operator {
                $( Operator::$op { .. } => stringify!($proposal) == "gc", )*
                _ => false,
            }
        };
    }
    wasmparser::for_each_operator!(table)
}

#[cfg(test)]
mod tests {
    use super::is_used;
    use crate::module::assemble;

    #[test]
    fn types_and_instructions_decide() {
        let is_used = |fields: &str| is_used(&assemble(&format!("(module {fields})")).expect("a module"));
        for with in [
            "(type (struct))",
            "(rec (type (func)) (type (func)))",
            "(type (sub (func)))",
            "(func (param anyref))",
            "(type $f (func (param (ref $f))))",
            "(global i31ref (ref.null i31))",
            "(func (drop (ref.null none)))",
            "(func (local nullfuncref))",
            "(table 1 eqref)",
            "(func (drop (ref.i31 (i32.const 1))))",
            "(func (param funcref) (drop (ref.test (ref func) (local.get 0))))",
        ] {
            assert!(is_used(with), "{with}");
        }
        for without in [
            "(global $a i32 (i32.const 1)) (global i32 (global.get $a))",
            "(type $f (func)) (func (param (ref $f)) (call_ref $f (local.get 0)))",
            "(func (param exnref externref) (result funcref) (ref.null func))",
        ] {
            assert!(!is_used(without), "{without}");
        }
    }
}
