//! The record of a program: the module that owns its memory and writes it out, and the code that reads it back.
//!
//! Both sides of the format are in this file, so that they change together.

use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection, MemArg, MemArgTarget,
    MemorySection, MemoryType, Module, TypeSection, ValType,
};
use wasmc_abi::trap::Trap;

use super::exports::{Entity, Export};
use super::generate::{Case, Task};
use super::trace::{Record, Step, Type, Value};

/// The address of the record in the recorder's memory. The arguments of `fd_write` and [`CURSOR`] come before it.
pub const RECORD_START: u32 = 64;
/// The address of the cursor, which is the address of the next byte of the record. It is in the recorder's memory,
/// because the indices of the driver's globals depend on the exports of all cases.
pub const CURSOR: MemArg = MemArg { offset: 16, align: 2, target: MemArgTarget::Memory(0), ordering: None };
/// Bytes of the number before the values of a step.
pub const KIND_BYTES: u32 = 4;

/// Bytes that a step can write.
pub fn bytes(exports: &[Export], step: &Step) -> u32 {
    KIND_BYTES + results(exports, step).iter().map(|ty| ty.bytes() as u32).sum::<u32>()
}

/// The types of the values of a step.
pub fn results(exports: &[Export], step: &Step) -> Vec<Type> {
    match step {
        Step::Instantiate | Step::Element { .. } => Vec::new(),
        Step::Call { export, .. } => match &exports[*export].entity {
            Entity::Function { results, .. } => results.clone(),
            _ => Vec::new(),
        },
        Step::State => {
            let globals = exports.iter().filter_map(|export| match export.entity {
                Entity::Global { ty, .. } => Some(ty),
                _ => None,
            });
            let sized = |export: &&Export| matches!(export.entity, Entity::Memory(_) | Entity::Table { .. });
            globals.chain(std::iter::repeat_n(Type::I64, 2 * exports.iter().filter(sized).count())).collect()
        }
    }
}

/// Reads the record of one case from the start of `bytes` and removes it there. `None` if it is incomplete.
pub fn records(bytes: &mut &[u8], case: &Case, length: usize) -> Option<Vec<Record>> {
    let Task::Run { exports, steps, .. } = &case.task else { return None };
    let mut records = Vec::new();
    for step in &steps[..length] {
        let kind = u32::from_le_bytes(*bytes.split_off(..4)?.as_array()?);
        if kind != 0 {
            records.push(Record::Trapped(Trap::from_value(u8::try_from(kind).ok()?)?));
            if *step == Step::Instantiate {
                break;
            }
            continue;
        }
        let mut values = Vec::new();
        for ty in results(exports, step) {
            let mut bits = [0; 16];
            bits[..ty.bytes()].copy_from_slice(bytes.split_off(..ty.bytes())?);
            values.push(Value { ty, bits: u128::from_le_bytes(bits) });
        }
        records.push(Record::Values(values));
    }
    Some(records)
}

/// The module with the memory. `write (i32)` writes that number of bytes of the record to standard output.
pub fn recorder(bytes: u32) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32; 4], [ValType::I32]);
    types.ty().function([ValType::I32], []);
    let mut imports = ImportSection::new();
    imports.import("wasi_snapshot_preview1", "fd_write", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    functions.function(1);
    let mut memories = MemorySection::new();
    let pages = u64::from(bytes + RECORD_START).div_ceil(0x1_0000);
    memories.memory(memory(pages));
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0).export("write", ExportKind::Func, 1);
    let mut code = CodeSection::new();
    let mut write = Function::new([]);
    let at = |offset| MemArg { offset, align: 2, target: MemArgTarget::Memory(0), ordering: None };
    let sink = &mut write.instructions();
    // An `iovec` at 0, and the number of bytes written at 8.
    sink.i32_const(0).i32_const(RECORD_START as i32).i32_store(at(0));
    sink.i32_const(0).local_get(0).i32_store(at(4));
    sink.i32_const(1).i32_const(0).i32_const(1).i32_const(8).call(0).drop().end();
    code.function(&write);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&memories).section(&exports).section(&code);
    module.finish()
}

/// The type of a memory of this many pages.
pub fn memory(minimum: u64) -> MemoryType {
    MemoryType { minimum, maximum: None, memory64: false, shared: false, page_size_log2: None }
}
