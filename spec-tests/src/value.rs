//! Arguments and expected results of a script, as bits.
//!
//! The host's floats must not be used here: they may change the payload of a NaN.

use wast::core::{NanPattern, V128Pattern, WastArgCore, WastRetCore};
use wast::{WastArg, WastRet};

use crate::Failure;

/// An argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// `i32.const`.
    I32(i32),
    /// `i64.const`.
    I64(i64),
    /// `f32.const`, its bits.
    F32(u32),
    /// `f64.const`, its bits.
    F64(u64),
    /// `v128.const`, its bytes in memory order.
    V128([u8; 16]),
    /// `ref.null`; the parameter has its type.
    Null,
    /// `ref.extern`, a reference that only a host can make.
    Extern(u32),
}

/// An expected result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This `i32`.
    I32(i32),
    /// This `i64`.
    I64(i64),
    /// An `f32`.
    F32(Float<u32>),
    /// An `f64`.
    F64(Float<u64>),
    /// A vector, by lanes of 32 bits.
    Lanes32([Float<u32>; 4]),
    /// A vector, by lanes of 64 bits.
    Lanes64([Float<u64>; 2]),
    /// A null reference.
    Null,
    /// Any other reference.
    NotNull,
    /// The host's reference for this number.
    Extern(u32),
    /// One of these.
    Either(Vec<Expected>),
}

/// The bits of a number, or a class of NaN (`interpreter/README.md` of the specification, "Scripts").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Float<T> {
    /// Exactly these.
    Bits(T),
    /// A NaN with only the highest bit of the payload set; either sign.
    CanonicalNan,
    /// A NaN with the highest bit of the payload set.
    ArithmeticNan,
}

/// Reads an argument.
pub fn argument(argument: &WastArg<'_>) -> Result<Value, Failure> {
    let WastArg::Core(argument) = argument else {
        return Err("an argument for a component".into());
    };
    Ok(match argument {
        WastArgCore::I32(value) => Value::I32(*value),
        WastArgCore::I64(value) => Value::I64(*value),
        WastArgCore::F32(value) => Value::F32(value.bits),
        WastArgCore::F64(value) => Value::F64(value.bits),
        WastArgCore::V128(value) => Value::V128(value.to_le_bytes()),
        WastArgCore::RefNull(_) => Value::Null,
        WastArgCore::RefExtern(number) => Value::Extern(*number),
        WastArgCore::RefHost(_) => return Err("an argument of type anyref".into()),
    })
}

/// Reads an expected result.
pub fn expected(result: &WastRet<'_>) -> Result<Expected, Failure> {
    match result {
        WastRet::Core(result) => core(result),
        _ => Err("a result of a component".into()),
    }
}

fn core(result: &WastRetCore<'_>) -> Result<Expected, Failure> {
    Ok(match result {
        WastRetCore::I32(value) => Expected::I32(*value),
        WastRetCore::I64(value) => Expected::I64(*value),
        WastRetCore::F32(value) => Expected::F32(float(value, |value| value.bits)),
        WastRetCore::F64(value) => Expected::F64(float(value, |value| value.bits)),
        WastRetCore::V128(value) => vector(value),
        WastRetCore::RefNull(_) => Expected::Null,
        WastRetCore::RefFunc(_) | WastRetCore::RefExtern(None) => Expected::NotNull,
        WastRetCore::RefExtern(Some(number)) => Expected::Extern(*number),
        WastRetCore::Either(choices) => Expected::Either(choices.iter().map(core).collect::<Result<_, _>>()?),
        _ => return Err("a result of a type of the gc proposal".into()),
    })
}

fn float<T, B>(pattern: &NanPattern<T>, bits: impl Fn(&T) -> B) -> Float<B> {
    match pattern {
        NanPattern::Value(value) => Float::Bits(bits(value)),
        NanPattern::CanonicalNan => Float::CanonicalNan,
        NanPattern::ArithmeticNan => Float::ArithmeticNan,
    }
}

fn vector(pattern: &V128Pattern) -> Expected {
    let bytes = match pattern {
        V128Pattern::F32x4(lanes) => return Expected::Lanes32(lanes.map(|lane| float(&lane, |value| value.bits))),
        V128Pattern::F64x2(lanes) => return Expected::Lanes64(lanes.map(|lane| float(&lane, |value| value.bits))),
        V128Pattern::I8x16(lanes) => lanes.map(i8::to_le_bytes).concat(),
        V128Pattern::I16x8(lanes) => lanes.map(i16::to_le_bytes).concat(),
        V128Pattern::I32x4(lanes) => lanes.map(i32::to_le_bytes).concat(),
        V128Pattern::I64x2(lanes) => lanes.map(i64::to_le_bytes).concat(),
    };
    let half = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
    Expected::Lanes64([Float::Bits(half(0)), Float::Bits(half(8))])
}
