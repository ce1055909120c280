//! The code that compares: one function for each action, which answers 1 when the script is satisfied.
//!
//! Floats and vectors are compared as integers, so that a fault in the instructions under test cannot hide itself.

use wasm_encoder::{Function, Ieee32, Ieee64, InstructionSink, ValType};

use crate::value::{Expected, Float, Value};

/// All of a float but its sign.
const MAGNITUDE32: u32 = 0x7fff_ffff;
/// The exponent and the highest bit of the payload: a canonical NaN, and what every arithmetic NaN has set.
const QUIET32: u32 = 0x7fc0_0000;
/// As [`MAGNITUDE32`].
const MAGNITUDE64: u64 = 0x7fff_ffff_ffff_ffff;
/// As [`QUIET32`].
const QUIET64: u64 = 0x7ff8_0000_0000_0000;

/// What is called or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The function of this index.
    Function(u32),
    /// The global of this index.
    Global(u32),
}

/// A function `() -> i32`: 1 if the results are as expected.
pub fn returns(subject: Subject, arguments: &[Value], types: &[ValType], expected: &[Expected]) -> Function {
    let mut function = Function::new_with_locals_types(types.iter().copied());
    let code = &mut function.instructions();
    perform(code, subject, arguments);
    for local in (0..types.len() as u32).rev() {
        code.local_set(local);
    }
    code.i32_const(1);
    for (local, expected) in (0..).zip(expected) {
        compare(code, local, expected);
    }
    code.end();
    function
}

/// A function `() -> i32`: 0 when it returns, because the call should have trapped.
pub fn traps(subject: Subject, arguments: &[Value], results: usize) -> Function {
    let mut function = Function::new([]);
    let code = &mut function.instructions();
    perform(code, subject, arguments);
    for _ in 0..results {
        code.drop();
    }
    code.i32_const(0).end();
    function
}

fn perform(code: &mut InstructionSink<'_>, subject: Subject, arguments: &[Value]) {
    for argument in arguments {
        match *argument {
            Value::I32(value) => code.i32_const(value),
            Value::I64(value) => code.i64_const(value),
            Value::F32(bits) => code.f32_const(Ieee32::new(bits)),
            Value::F64(bits) => code.f64_const(Ieee64::new(bits)),
            Value::V128(value) => code.v128_const(value),
            Value::Null(ty) => code.ref_null(ty),
        };
    }
    match subject {
        Subject::Function(index) => code.call(index),
        Subject::Global(index) => code.global_get(index),
    };
}

/// Takes the verdict so far from the stack and leaves it there, 0 if this local is not as expected.
fn compare(code: &mut InstructionSink<'_>, local: u32, expected: &Expected) {
    match expected {
        Expected::I32(bits) => same32(code.local_get(local), Float::Bits(*bits)),
        Expected::I64(bits) => same64(code.local_get(local), Float::Bits(*bits)),
        Expected::F32(float) => same32(code.local_get(local).i32_reinterpret_f32(), *float),
        Expected::F64(float) => same64(code.local_get(local).i64_reinterpret_f64(), *float),
        Expected::Lanes32(lanes) => {
            for (lane, float) in (0..).zip(lanes) {
                same32(code.local_get(local).i32x4_extract_lane(lane), *float);
            }
        }
        Expected::Lanes64(lanes) => {
            for (lane, float) in (0..).zip(lanes) {
                same64(code.local_get(local).i64x2_extract_lane(lane), *float);
            }
        }
        Expected::Null => {
            code.local_get(local).ref_is_null().i32_and();
        }
        Expected::NotNull => {
            code.local_get(local).ref_is_null().i32_eqz().i32_and();
        }
    }
}

fn same32(code: &mut InstructionSink<'_>, float: Float<u32>) {
    let bits = match float {
        Float::Bits(bits) => bits,
        Float::CanonicalNan => {
            code.i32_const(MAGNITUDE32.cast_signed()).i32_and();
            QUIET32
        }
        Float::ArithmeticNan => {
            code.i32_const(QUIET32.cast_signed()).i32_and();
            QUIET32
        }
    };
    code.i32_const(bits.cast_signed()).i32_eq().i32_and();
}

fn same64(code: &mut InstructionSink<'_>, float: Float<u64>) {
    let bits = match float {
        Float::Bits(bits) => bits,
        Float::CanonicalNan => {
            code.i64_const(MAGNITUDE64.cast_signed()).i64_and();
            QUIET64
        }
        Float::ArithmeticNan => {
            code.i64_const(QUIET64.cast_signed()).i64_and();
            QUIET64
        }
    };
    code.i64_const(bits.cast_signed()).i64_eq().i32_and();
}
