//! The steps of a case, and the record of each step.
//!
//! Both sides use these types, so that records are compared by `==`. They must not say anything about how a side works.

use std::fmt;
use wasmc_abi::trap::Trap;

use super::exports::{Entity, Export};

/// The type of a value that passes between a case's module and the driver. Proposals with more types are not generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `v128`.
    V128,
    /// `funcref`.
    FuncRef,
    /// `externref`.
    ExternRef,
}

impl Type {
    /// Bytes of a value in the driver's record.
    pub fn bytes(self) -> usize {
        match self {
            Type::I32 | Type::F32 | Type::FuncRef | Type::ExternRef => 4,
            Type::I64 | Type::F64 => 8,
            Type::V128 => 16,
        }
    }
}

/// A value as bits; for a reference, whether it is null. A reference as an argument is always null.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// Its type.
    pub ty: Type,
    /// Its bits; for a reference, 1 if it is null.
    pub bits: u128,
}

impl Value {
    /// Null of a reference type.
    pub fn null(ty: Type) -> Value {
        Value { ty, bits: 1 }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ty {
            Type::I32 => write!(f, "i32:{:#x}", self.bits),
            Type::I64 => write!(f, "i64:{:#x}", self.bits),
            Type::F32 => write!(f, "f32:{:#010x} ({})", self.bits, f32::from_bits(self.bits as u32)),
            Type::F64 => write!(f, "f64:{:#018x} ({})", self.bits, f64::from_bits(self.bits as u64)),
            Type::V128 => write!(f, "v128:{:#034x}", self.bits),
            Type::FuncRef | Type::ExternRef if self.bits == 1 => write!(f, "null"),
            Type::FuncRef | Type::ExternRef => write!(f, "reference"),
        }
    }
}

/// One step of a case. Steps are performed in order, on the same instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Instantiates the module; if that traps, the case ends.
    Instantiate,
    /// Fills the fuel and calls an exported function.
    Call {
        /// Index of the export.
        export: usize,
        /// An argument for each parameter.
        arguments: Vec<Value>,
    },
    /// Fills the fuel and calls an element of an exported table as a function without parameters and results. The trap
    /// shows whether the element is null, of another type, or beyond the end.
    Element {
        /// Index of the export.
        export: usize,
        /// Index of the element.
        element: u32,
    },
    /// Reads every exported global, and the size and hash of every exported memory and table.
    State,
}

impl Step {
    /// The step in words.
    pub fn describe(&self, exports: &[Export]) -> String {
        match self {
            Step::Instantiate => "instantiate".into(),
            Step::Call { export, arguments } => format!("call {:?} {arguments:?}", exports[*export].name),
            Step::Element { export, element } => format!("call element {element} of {:?}", exports[*export].name),
            Step::State => {
                let read = exports.iter().filter(|export| !matches!(export.entity, Entity::Function { .. }));
                format!("read {:?}", read.map(|export| &export.name).collect::<Vec<_>>())
            }
        }
    }
}

/// The record of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// It ended with these values.
    Values(Vec<Value>),
    /// It ended with a trap.
    Trapped(Trap),
}

impl Record {
    /// Whether two records agree. The reference reports an access beyond a table and a call of a missing element as one
    /// trap.
    fn agrees(&self, native: &Record) -> bool {
        let same_word = (&Record::Trapped(Trap::TableOutOfBounds), &Record::Trapped(Trap::UndefinedElement));
        self == native || (self, native) == same_word
    }
}

/// Describes the first difference between two lists of records; `None` if they are equal.
pub fn difference(steps: &[Step], reference: &[Record], native: &[Record]) -> Option<String> {
    let agree = |index: usize| match (reference.get(index), native.get(index)) {
        (Some(reference), Some(native)) => reference.agrees(native),
        _ => false,
    };
    let index = (0..reference.len().max(native.len())).find(|&index| !agree(index))?;
    let step = steps.get(index).map_or("a step that is not there".into(), |step| format!("step {index}, {step:?}"));
    let detail = match (reference.get(index), native.get(index)) {
        (Some(Record::Values(reference)), Some(Record::Values(native))) => {
            let values =
                reference.iter().zip(native).enumerate().filter(|(_, (reference, native))| reference != native);
            let values: Vec<_> = values.take(4).map(|(at, (a, b))| format!("value {at}: {a:?} != {b:?}")).collect();
            values.join(", ")
        }
        (reference, native) => format!("{} != {}", describe(reference), describe(native)),
    };
    Some(format!("{step}: {detail} (reference first)"))
}

fn describe(record: Option<&Record>) -> String {
    match record {
        None => "nothing".into(),
        Some(Record::Trapped(trap)) => format!("trap {:?}", trap.message()),
        Some(Record::Values(values)) => format!("{values:?}"),
    }
}

/// A hash of memory, word by word and then byte by byte. The driver's code must compute the same hash.
#[derive(Clone, Copy, Debug)]
pub struct Hash(pub u64);

impl Hash {
    /// The hash of no bytes.
    pub const EMPTY: Hash = Hash(0xcbf2_9ce4_8422_2325);
    /// The factor. It is odd, so that multiplication is invertible.
    pub const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    /// The rotation in bits. It moves the high bits down, because multiplication would leave them at the top.
    pub const ROTATION: u32 = 29;

    /// Adds one word.
    pub fn word(self, word: u64) -> Hash {
        Hash((self.0 ^ word).wrapping_mul(Hash::FACTOR).rotate_left(Hash::ROTATION))
    }

    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> u64 {
        let (words, rest) = bytes.as_chunks::<8>();
        let hash = words.iter().fold(Hash::EMPTY, |hash, word| hash.word(u64::from_le_bytes(*word)));
        rest.iter().fold(hash, |hash, byte| hash.word(u64::from(*byte))).0
    }
}
