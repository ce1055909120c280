//! Functions for programs that run the specification's scripts: calls that may trap, and references of the host as
//! numbers.
//!
//! They exist because a script continues after a trap. No other program may contain them: it would survive its traps.
//!
//! # Safety
//! Compiled code passes the reference, and knows the function's type.

use wasmc_abi::trap::Trap;

use crate::program;
use crate::traps::recovery;

/// `wasmc_abi::builtins::SCRIPT_TRY`.
///
/// # Safety
/// The reference is null or that of a function without parameters and results.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub unsafe extern "C" fn wasmc_script_try(reference: u64) -> u32 {
    if reference == 0 {
        return Trap::NullFunctionReference as u32;
    }
    // Its low half is an offset in compiled code (ARCHITECTURE.md, function references).
    let (text, _) = program::text();
    // SAFETY: by the contract of this function; such programs have one thread.
    unsafe { recovery::call(text + reference as u32 as usize) as u32 }
}

/// `wasmc_abi::builtins::SCRIPT_WORD`.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub extern "C" fn wasmc_script_word(word: u64) -> u64 {
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_null_is_not_called() {
        // SAFETY: null is allowed.
        assert_eq!(unsafe { wasmc_script_try(0) }, Trap::NullFunctionReference as u32);
    }
}
