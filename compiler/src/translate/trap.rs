//! Trap kinds as Cranelift's trap codes, and back.
//!
//! Cranelift has codes of its own for the checks in its instructions. Every kind must survive the way there and back,
//! because the site table is made from the codes.

use cranelift_codegen::ir::TrapCode;
use wasmc_abi::trap::Trap;

/// The code of a trap kind: Cranelift's own if its instructions check for this kind, or else a user code.
pub(crate) fn code(trap: Trap) -> TrapCode {
    match trap {
        Trap::CallStackExhausted => TrapCode::STACK_OVERFLOW,
        Trap::IntegerOverflow => TrapCode::INTEGER_OVERFLOW,
        Trap::MemoryOutOfBounds => TrapCode::HEAP_OUT_OF_BOUNDS,
        Trap::IntegerDivideByZero => TrapCode::INTEGER_DIVISION_BY_ZERO,
        Trap::InvalidConversionToInteger => TrapCode::BAD_CONVERSION_TO_INTEGER,
        other => TrapCode::unwrap_user(other as u8),
    }
}

/// The trap kind of a code that [`code`] made.
pub(crate) fn kind(code: TrapCode) -> Option<Trap> {
    match code {
        TrapCode::STACK_OVERFLOW => Some(Trap::CallStackExhausted),
        TrapCode::INTEGER_OVERFLOW => Some(Trap::IntegerOverflow),
        TrapCode::HEAP_OUT_OF_BOUNDS => Some(Trap::MemoryOutOfBounds),
        TrapCode::INTEGER_DIVISION_BY_ZERO => Some(Trap::IntegerDivideByZero),
        TrapCode::BAD_CONVERSION_TO_INTEGER => Some(Trap::InvalidConversionToInteger),
        user => Trap::from_value(user.as_raw().get()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_survives() {
        for trap in wasmc_abi::trap::TRAPS {
            assert_eq!(kind(code(trap)), Some(trap));
        }
    }
}
