//! When a trap is the one that a script expects.
//!
//! The interpreter of the specification accepts a trap whose message begins with the expected text (`interpreter/script`,
//! `assert_message`), so that scripts may say less than it does: "undefined" for "undefined element".

use wasmc_abi::trap::Trap;

/// Where the interpreter says more than our traps do, and a script expects that.
const LONGER: [(&str, Trap); 1] = [
    // With the index of the element.
    ("uninitialized element 2", Trap::UninitializedElement),
];

/// Whether a trap is the expected one.
pub fn matches(trap: Trap, expected: &str) -> bool {
    trap.message().starts_with(expected) || LONGER.contains(&(expected, trap))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_may_say_less_but_nothing_else() {
        assert!(matches(Trap::UndefinedElement, "undefined"));
        assert!(matches(Trap::UninitializedElement, "uninitialized element 2"));
        assert!(!matches(Trap::UninitializedElement, "uninitialized element 3"));
        assert!(!matches(Trap::MemoryOutOfBounds, "out of bounds table access"));
    }
}
