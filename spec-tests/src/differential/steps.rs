//! Generates the code of one step, which performs the step and writes its values into the record.
//!
//! Floats and vectors must be written as their bits, so that no instruction changes a NaN on the way.

use wasm_encoder::{
    BlockType, Function, HeapType, Ieee32, Ieee64, InstructionSink, MemArg, MemArgTarget, MemoryType, RefType, ValType,
};

use super::exports::{Entity, Export};
use super::record::{CURSOR, results};
use super::trace::{Hash, Step, Type, Value};

/// The driver's imports from a case.
#[derive(Debug)]
pub struct Imported<'a> {
    /// The exports of the case.
    pub exports: &'a [Export],
    /// The index of each export among the driver's functions, globals, memories or tables.
    pub indices: Vec<u32>,
    /// The function that instantiates the module.
    pub instantiate: u32,
    /// The global with the fuel.
    pub fuel: Option<u32>,
    /// The value of that global before each step.
    pub fuel_full: u32,
    /// The index of the type `() -> ()`.
    pub step_type: u32,
}

impl Imported<'_> {
    /// `() -> ()`: performs a step and writes its values, unless it traps.
    pub fn step(&self, step: &Step) -> Function {
        match step {
            Step::Instantiate => {
                let mut function = Function::new([]);
                function.instructions().call(self.instantiate).end();
                function
            }
            Step::Call { export, arguments } => {
                let types = results(self.exports, step);
                let mut writer = Writer::new(types.iter().copied().map(value_type));
                let code = &mut writer.function.instructions();
                self.fill(code);
                for argument in arguments {
                    constant(code, *argument);
                }
                code.call(self.indices[*export]);
                for local in (0..types.len() as u32).rev() {
                    code.local_set(local);
                }
                for (local, ty) in (0..).zip(types) {
                    writer.value(ty, |code| {
                        code.local_get(local);
                    });
                }
                writer.finish()
            }
            Step::Element { export, element } => {
                let mut function = Function::new([]);
                let code = &mut function.instructions();
                self.fill(code);
                match &self.exports[*export].entity {
                    Entity::Table { ty, .. } if ty.table64 => code.i64_const(i64::from(*element)),
                    _ => code.i32_const(element.cast_signed()),
                };
                code.call_indirect(self.indices[*export], self.step_type).end();
                function
            }
            Step::State => self.state(),
        }
    }

    /// Fills the fuel.
    fn fill(&self, code: &mut InstructionSink<'_>) {
        if let Some(fuel) = self.fuel {
            code.i32_const(self.fuel_full.cast_signed()).global_set(fuel);
        }
    }

    fn state(&self) -> Function {
        let mut writer = Writer::new([ValType::I64; 4]);
        let exports = || self.exports.iter().zip(&self.indices);
        for (export, index) in exports() {
            if let Entity::Global { ty, .. } = export.entity {
                writer.value(ty, |code| {
                    code.global_get(*index);
                });
            }
        }
        for (export, index) in exports() {
            match &export.entity {
                Entity::Memory(ty) => memory_state(&mut writer, *index, ty),
                Entity::Table { ty, .. } => table_state(&mut writer, *index, ty.table64),
                _ => {}
            }
        }
        writer.finish()
    }
}

/// A local of the function that reads the state: the number of bytes or elements.
const LENGTH: u32 = 0;
/// See [`LENGTH`].
const POSITION: u32 = 1;
/// See [`LENGTH`].
const HASH: u32 = 2;
/// A local: the offset at which words end and single bytes begin.
const WORDS_END: u32 = 3;

/// Writes size and hash of a memory.
fn memory_state(writer: &mut Writer, memory: u32, ty: &MemoryType) {
    let code = &mut writer.function.instructions();
    code.memory_size(memory);
    if !ty.memory64 {
        code.i64_extend_i32_u();
    }
    code.local_tee(LENGTH).i64_const(i64::from(ty.page_size_log2.unwrap_or(16))).i64_shl().local_set(WORDS_END);
    writer.value(Type::I64, |code| {
        code.local_get(LENGTH);
    });
    let code = &mut writer.function.instructions();
    code.local_get(WORDS_END).local_set(LENGTH);
    code.local_get(LENGTH).i64_const(-8).i64_and().local_set(WORDS_END);
    code.i64_const(Hash::EMPTY.0.cast_signed()).local_set(HASH).i64_const(0).local_set(POSITION);
    let at = MemArg { offset: 0, align: 0, target: MemArgTarget::Memory(memory), ordering: None };
    let address = |code: &mut InstructionSink<'_>| {
        code.local_get(POSITION);
        if !ty.memory64 {
            code.i32_wrap_i64();
        }
    };
    hash_loop(code, WORDS_END, 8, |code| {
        address(code);
        code.i64_load(at);
    });
    hash_loop(code, LENGTH, 1, |code| {
        address(code);
        code.i64_load8_u(at);
    });
    writer.value(Type::I64, |code| {
        code.local_get(HASH);
    });
}

/// Writes size of a table and a hash of which elements are null.
fn table_state(writer: &mut Writer, table: u32, table64: bool) {
    let code = &mut writer.function.instructions();
    code.table_size(table);
    if !table64 {
        code.i64_extend_i32_u();
    }
    code.local_set(LENGTH);
    writer.value(Type::I64, |code| {
        code.local_get(LENGTH);
    });
    let code = &mut writer.function.instructions();
    code.i64_const(Hash::EMPTY.0.cast_signed()).local_set(HASH).i64_const(0).local_set(POSITION);
    hash_loop(code, LENGTH, 1, |code| {
        code.local_get(POSITION);
        if !table64 {
            code.i32_wrap_i64();
        }
        code.table_get(table).ref_is_null().i64_extend_i32_u();
    });
    writer.value(Type::I64, |code| {
        code.local_get(HASH);
    });
}

/// Adds words to the hash, as [`Hash::word`] does, until the position reaches the end.
fn hash_loop(code: &mut InstructionSink<'_>, end: u32, step: i64, word: impl Fn(&mut InstructionSink<'_>)) {
    code.block(BlockType::Empty).loop_(BlockType::Empty);
    code.local_get(POSITION).local_get(end).i64_ge_u().br_if(1);
    word(code);
    code.local_get(HASH).i64_xor().i64_const(Hash::FACTOR.cast_signed()).i64_mul();
    code.i64_const(i64::from(Hash::ROTATION)).i64_rotl().local_set(HASH);
    code.local_get(POSITION).i64_const(step).i64_add().local_set(POSITION);
    code.br(0).end().end();
}

/// A function that is being generated and writes values at the cursor.
struct Writer {
    function: Function,
    /// The number of bytes that it writes so far.
    offset: u32,
}

impl Writer {
    fn new(locals: impl IntoIterator<Item = ValType>) -> Writer {
        Writer { function: Function::new_with_locals_types(locals), offset: 0 }
    }

    /// Writes the bits of the value that `push` leaves on the stack; for a reference, whether it is null.
    fn value(&mut self, ty: Type, push: impl FnOnce(&mut InstructionSink<'_>)) {
        let code = &mut self.function.instructions();
        let at =
            |align| MemArg { offset: u64::from(self.offset), align, target: MemArgTarget::Memory(0), ordering: None };
        code.i32_const(0).i32_load(CURSOR);
        push(code);
        match ty {
            Type::I32 => code.i32_store(at(2)),
            Type::I64 => code.i64_store(at(2)),
            Type::F32 => code.i32_reinterpret_f32().i32_store(at(2)),
            Type::F64 => code.i64_reinterpret_f64().i64_store(at(2)),
            Type::V128 => code.v128_store(at(2)),
            Type::FuncRef | Type::ExternRef => code.ref_is_null().i32_store(at(2)),
        };
        self.offset += ty.bytes() as u32;
    }

    /// Moves the cursor past the values.
    fn finish(mut self) -> Function {
        let code = &mut self.function.instructions();
        code.i32_const(0).i32_const(0).i32_load(CURSOR);
        code.i32_const(self.offset.cast_signed()).i32_add().i32_store(CURSOR).end();
        self.function
    }
}

fn constant(code: &mut InstructionSink<'_>, value: Value) {
    match value.ty {
        Type::I32 => code.i32_const((value.bits as u32).cast_signed()),
        Type::I64 => code.i64_const((value.bits as u64).cast_signed()),
        Type::F32 => code.f32_const(Ieee32::new(value.bits as u32)),
        Type::F64 => code.f64_const(Ieee64::new(value.bits as u64)),
        Type::V128 => code.v128_const(value.bits.cast_signed()),
        Type::FuncRef => code.ref_null(HeapType::FUNC),
        Type::ExternRef => code.ref_null(HeapType::EXTERN),
    };
}

/// The encoder's type for a type of values.
pub fn value_type(ty: Type) -> ValType {
    match ty {
        Type::I32 => ValType::I32,
        Type::I64 => ValType::I64,
        Type::F32 => ValType::F32,
        Type::F64 => ValType::F64,
        Type::V128 => ValType::V128,
        Type::FuncRef => ValType::Ref(RefType::FUNCREF),
        Type::ExternRef => ValType::Ref(RefType::EXTERNREF),
    }
}
