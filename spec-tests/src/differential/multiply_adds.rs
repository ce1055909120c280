//! Prepares the reference's copy of a module: replaces relaxed multiply-adds by strict instructions.
//!
//! wasmi 2.0.0 rounds a relaxed multiply-add once, the deterministic profile of the specification twice. In the copy
//! each one is a call of a function that multiplies and adds. These functions come behind those of the module, so that
//! no index in it changes. When the test `multiply_adds_round_twice` fails, wasmi follows the profile and this file can
//! go.

use wasm_encoder::{CodeSection, Encode, Function, FunctionSection, Module, RawSection, TypeSection, ValType};
use wasmparser::{FunctionBody, Operator, Parser, Payload, TypeRef};

use crate::Failure;

/// The same module, with calls in place of relaxed multiply-adds.
///
/// # Errors
/// For a module that cannot be read.
pub fn separated(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    copy(wasm).map_err(|error| format!("a module cannot be read: {error}"))
}

/// The number of the added function that replaces an operator.
fn replacement(operator: &Operator<'_>) -> Option<u32> {
    Some(match operator {
        Operator::F32x4RelaxedMadd => 0,
        Operator::F32x4RelaxedNmadd => 1,
        Operator::F64x2RelaxedMadd => 2,
        Operator::F64x2RelaxedNmadd => 3,
        _ => return None,
    })
}

/// What has to be known of a module before it is copied.
#[derive(Default)]
struct Counts {
    types: u32,
    functions: u32,
    /// Relaxed multiply-adds.
    replaced: u32,
}

fn count(wasm: &[u8]) -> wasmparser::Result<Counts> {
    let mut counts = Counts::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(groups) => {
                for group in groups {
                    counts.types += group?.types().len() as u32;
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    counts.functions += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => counts.functions += section.count(),
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    counts.replaced += u32::from(replacement(&operator?).is_some());
                }
            }
            _ => {}
        }
    }
    Ok(counts)
}

fn copy(wasm: &[u8]) -> wasmparser::Result<Vec<u8>> {
    let counts = count(wasm)?;
    if counts.replaced == 0 {
        return Ok(wasm.to_vec());
    }
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut bodies = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => bodies = *count,
            Payload::CodeSectionEntry(body) => {
                code.raw(&body_of(body, wasm, counts.functions)?);
                bodies -= 1;
                if bodies == 0 {
                    for function in &multiply_adds() {
                        code.function(function);
                    }
                    module.section(&code);
                }
            }
            payload => {
                let Some((id, range)) = payload.as_section() else { continue };
                let data = extended(payload, &wasm[range.start as usize..range.end as usize], counts.types);
                module.section(&RawSection { id, data: &data });
            }
        }
    }
    Ok(module.finish())
}

/// The contents of a section, with the type and the functions that are added.
fn extended(payload: &Payload<'_>, data: &[u8], types: u32) -> Vec<u8> {
    match payload {
        Payload::TypeSection(groups) => {
            let mut more = TypeSection::new();
            more.ty().function([ValType::V128; 3], [ValType::V128]);
            joined(groups.count(), data, &bytes_of(&more), 1)
        }
        Payload::FunctionSection(section) => {
            let mut more = FunctionSection::new();
            for _ in 0..4 {
                more.function(types);
            }
            joined(section.count(), data, &bytes_of(&more), 4)
        }
        _ => data.to_vec(),
    }
}

/// The items of an encoded section, without its size and its count, which take one byte each.
fn bytes_of(section: &impl Encode) -> Vec<u8> {
    let mut bytes = Vec::new();
    section.encode(&mut bytes);
    bytes.split_off(2)
}

/// The contents of a section of `count` items with `added` more items.
fn joined(count: u32, data: &[u8], more: &[u8], added: u32) -> Vec<u8> {
    let count_bytes = data.iter().take_while(|byte| **byte & 0x80 != 0).count() + 1;
    let mut bytes = Vec::new();
    (count + added).encode(&mut bytes);
    bytes.extend(&data[count_bytes..]);
    bytes.extend(more);
    bytes
}

fn body_of(body: &FunctionBody<'_>, wasm: &[u8], functions: u32) -> wasmparser::Result<Vec<u8>> {
    const CALL: u8 = 0x10;
    let range = body.range();
    let (mut copied, end) = (range.start as usize, range.end as usize);
    let mut bytes = Vec::with_capacity(end - copied);
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        let (operator, offset) = operators.read_with_offset()?;
        if let Some(replacement) = replacement(&operator) {
            bytes.extend(&wasm[copied..offset as usize]);
            bytes.push(CALL);
            (functions + replacement).encode(&mut bytes);
            copied = operators.original_position() as usize;
        }
    }
    bytes.extend(&wasm[copied..end]);
    Ok(bytes)
}

/// The four functions, in the order of [`replacement`].
fn multiply_adds() -> [Function; 4] {
    let mut functions = [(); 4].map(|()| Function::new([]));
    for (index, function) in functions.iter_mut().enumerate() {
        let code = &mut function.instructions();
        code.local_get(0).local_get(1);
        match index {
            0 => code.f32x4_mul(),
            1 => code.f32x4_mul().f32x4_neg(),
            2 => code.f64x2_mul(),
            _ => code.f64x2_mul().f64x2_neg(),
        };
        code.local_get(2);
        if index < 2 {
            code.f32x4_add()
        } else {
            code.f64x2_add()
        };
        code.end();
    }
    functions
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmi::{Engine, Linker, Store};

    fn difference(wasm: &[u8]) -> f64 {
        let engine = Engine::default();
        let module = wasmi::Module::new(&engine, wasm).expect("a valid module");
        let mut store = Store::new(&engine, ());
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).expect("an instance");
        let function = instance.get_typed_func::<(), f64>(&store, "f").expect("the function");
        function.call(&mut store, ()).expect("a result")
    }

    /// The first assertion fails when wasmi follows the deterministic profile; then this file can go.
    #[test]
    fn multiply_adds_round_twice() {
        // (1 + e)² - (1 + 2e) is e², of which nothing is left once the product is rounded.
        let text = r#"(module (func $other (param i32)) (func (export "f") (result f64)
            (f64x2.extract_lane 0 (f64x2.relaxed_madd
                (f64x2.splat (f64.const 0x1.0000000000001p0)) (f64x2.splat (f64.const 0x1.0000000000001p0))
                (f64x2.splat (f64.const -0x1.0000000000002p0))))))"#;
        let wasm = wat::parse_str(text).expect("a module");
        assert_eq!(difference(&wasm), f64::EPSILON * f64::EPSILON);
        assert_eq!(difference(&separated(&wasm).expect("a module")), 0.0);
    }
}
