//! The trap kinds: one table of the reasons why a guest can stop.
//!
//! The compiler puts the values into the site table, and the runtime reads them there and prints the messages, so both
//! need the same numbers. A value must not change its meaning: reports of executables that exist depend on it.

/// A trap of the core specification or of wasmc itself, as the site table stores it. Values are part of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Trap {
    /// `unreachable` was executed.
    Unreachable = 1,
    /// A load, store or bulk operation left its linear memory.
    MemoryOutOfBounds = 2,
    /// A table access or bulk operation left its table.
    TableOutOfBounds = 3,
    /// `call_indirect` with an index beyond the table ("undefined element" in the specification's tests).
    UndefinedElement = 4,
    /// `call_indirect` through a null element.
    UninitializedElement = 5,
    /// `call_indirect` found a function of another type.
    IndirectCallTypeMismatch = 6,
    /// Signed division or a conversion overflowed.
    IntegerOverflow = 7,
    /// Division or remainder by zero.
    IntegerDivideByZero = 8,
    /// A float that is NaN was converted to an integer.
    InvalidConversionToInteger = 9,
    /// The guest's native stack is used up.
    CallStackExhausted = 10,
    /// An import that nothing provides was called (`--unknown-imports=trap`).
    UnknownImport = 11,
    /// A null reference was used where a value is needed.
    NullReference = 12,
    /// A null function reference was called.
    NullFunctionReference = 13,
    /// `throw_ref` of a null.
    NullExceptionReference = 14,
    /// An atomic access whose address is no multiple of its width.
    UnalignedAtomic = 15,
    /// An exception that nothing catches.
    UncaughtException = 16,
    /// `memory.atomic.wait` on a memory that is not shared.
    ExpectedSharedMemory = 17,
    /// When an importer is instantiated, an imported memory or table is smaller than the import declares.
    IncompatibleImport = 18,
}

/// Every trap kind, in order of its value, which counts from 1.
pub const TRAPS: [Trap; 18] = [
    Trap::Unreachable,
    Trap::MemoryOutOfBounds,
    Trap::TableOutOfBounds,
    Trap::UndefinedElement,
    Trap::UninitializedElement,
    Trap::IndirectCallTypeMismatch,
    Trap::IntegerOverflow,
    Trap::IntegerDivideByZero,
    Trap::InvalidConversionToInteger,
    Trap::CallStackExhausted,
    Trap::UnknownImport,
    Trap::NullReference,
    Trap::NullFunctionReference,
    Trap::NullExceptionReference,
    Trap::UnalignedAtomic,
    Trap::UncaughtException,
    Trap::ExpectedSharedMemory,
    Trap::IncompatibleImport,
];

impl Trap {
    /// The kind stored under `value`, if there is one.
    pub fn from_value(value: u8) -> Option<Trap> {
        TRAPS.get(usize::from(value).checked_sub(1)?).copied()
    }

    /// Whether only the runtime raises it ([`crate::builtins::RAISE`]), so that no site is of this kind.
    pub const fn is_raised(self) -> bool {
        matches!(self, Trap::UncaughtException | Trap::ExpectedSharedMemory | Trap::IncompatibleImport)
    }

    /// The text after `wasm trap:`, in the words of the specification's own tests if they have a text for it.
    pub fn message(self) -> &'static str {
        match self {
            Trap::Unreachable => "unreachable",
            Trap::MemoryOutOfBounds => "out of bounds memory access",
            Trap::TableOutOfBounds => "out of bounds table access",
            Trap::UndefinedElement => "undefined element",
            Trap::UninitializedElement => "uninitialized element",
            Trap::IndirectCallTypeMismatch => "indirect call type mismatch",
            Trap::IntegerOverflow => "integer overflow",
            Trap::IntegerDivideByZero => "integer divide by zero",
            Trap::InvalidConversionToInteger => "invalid conversion to integer",
            Trap::CallStackExhausted => "call stack exhausted",
            Trap::UnknownImport => "unknown import called",
            Trap::NullReference => "null reference",
            Trap::NullFunctionReference => "null function reference",
            Trap::NullExceptionReference => "null exception reference",
            Trap::UnalignedAtomic => "unaligned atomic",
            Trap::UncaughtException => "uncaught exception",
            Trap::ExpectedSharedMemory => "expected shared memory",
            Trap::IncompatibleImport => "incompatible import type",
        }
    }
}

/// The exit status of a program that a trap ended.
pub const TRAP_EXIT_STATUS: i32 = 134;

/// The exit status of a program that could not start (no address space, no preopened directory, …).
pub const START_FAILURE_EXIT_STATUS: i32 = 125;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_table_agree() {
        for (index, trap) in TRAPS.iter().enumerate() {
            assert_eq!(*trap as usize, index + 1);
            assert_eq!(Trap::from_value(*trap as u8), Some(*trap));
        }
        assert_eq!(Trap::from_value(0), None);
        assert_eq!(Trap::from_value(TRAPS.len() as u8 + 1), None);
    }
}
