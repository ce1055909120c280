//! Trap kinds as Cranelift's trap codes, and back.

use cranelift_codegen::ir::TrapCode;
use wasmc_abi::trap::Trap;

/// Cranelift's own codes for what its instructions check; ours for the rest.
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
