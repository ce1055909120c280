//! Prepares the reference's copy of a module: works around a fault of wasmi 2.0.0 with `select`.
//!
//! wasmi drops a comparison with zero before a `select` and then uses an older value as the condition (its
//! `try_fuse_select` removes the comparison of a local, but still reads the register that it would have written). The
//! copy must give the same results as the module. When the test `selects_are_kept` fails, wasmi is right and this file
//! can go.

use wasm_encoder::{CodeSection, Module, RawSection};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

use crate::Failure;

/// `i32.const 0 i32.gt_u`: the condition keeps its meaning, and no comparison with zero stands before the `select`.
const KEEP: [u8; 3] = [0x41, 0x00, 0x4b];

/// A module with the same results, in which no comparison with zero stands before a `select`.
///
/// # Errors
/// For a module that cannot be read.
pub fn guarded(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let failed = |error: wasmparser::BinaryReaderError| format!("a module cannot be read: {error}");
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut bodies = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(failed)?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => bodies = *count,
            Payload::CodeSectionEntry(body) => {
                code.raw(&guarded_body(body, wasm).map_err(failed)?);
                bodies -= 1;
                if bodies == 0 {
                    module.section(&code);
                }
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: &wasm[range.start as usize..range.end as usize] });
                }
            }
        }
    }
    Ok(module.finish())
}

fn guarded_body(body: &FunctionBody<'_>, wasm: &[u8]) -> wasmparser::Result<Vec<u8>> {
    let range = body.range();
    let (mut copied, end) = (range.start as usize, range.end as usize);
    let mut bytes = Vec::with_capacity(end - copied);
    for operator in body.get_operators_reader()?.into_iter_with_offsets() {
        if let (Operator::Select | Operator::TypedSelect { .. }, offset) = operator? {
            bytes.extend(&wasm[copied..offset as usize]);
            bytes.extend(KEEP);
            copied = offset as usize;
        }
    }
    bytes.extend(&wasm[copied..end]);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmi::{Engine, Linker, Store};

    /// The result of a `select` of 1 and 5 by the condition that 5 is zero.
    fn chosen(wasm: &[u8]) -> i32 {
        let engine = Engine::default();
        let module = wasmi::Module::new(&engine, wasm).expect("a valid module");
        let mut store = Store::new(&engine, ());
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).expect("an instance");
        let function = instance.get_typed_func::<i32, i32>(&store, "f").expect("the function");
        function.call(&mut store, 5).expect("a result")
    }

    /// The first assertion fails when wasmi is right; then this file can go.
    #[test]
    fn selects_are_kept() {
        let text = r#"(module (func (export "f") (param i32) (result i32)
            i32.const 1 local.get 0 local.get 0 i32.eqz select))"#;
        let wasm = wat::parse_str(text).expect("a module");
        assert_eq!(chosen(&wasm), 1);
        assert_eq!(chosen(&guarded(&wasm).expect("a module")), 5);
    }
}
