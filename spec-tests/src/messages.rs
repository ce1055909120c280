//! Compares messages: whether a trap, or the rejection of a module, is the one that a script expects.
//!
//! Scripts have the messages of the specification's interpreter. wasmc has its own for traps, and those of the parsers
//! and the validator that it is built on for modules. Without this comparison a module that is rejected for the wrong
//! reason would pass. A row of a table must name one mistake only, so that no two mistakes get mixed up.

use wasmc_abi::trap::Trap;

/// Traps for which a script expects more than our message says.
const LONGER: [(&str, Trap); 1] = [
    // With the index of the element.
    ("uninitialized element 2", Trap::UninitializedElement),
];

/// Whether a trap is the expected one.
///
/// The interpreter of the specification accepts a trap whose message begins with the expected text
/// (`interpreter/script`, `assert_message`), so that scripts may say less than it does: "undefined" for "undefined
/// element".
pub fn matches(trap: Trap, expected: &str) -> bool {
    trap.message().starts_with(expected) || LONGER.contains(&(expected, trap))
}

/// Mistakes in text: the start of what scripts say, and parts of what the parser of text says.
const IN_TEXT: [(&str, &[&str]); 15] = [
    (
        "unknown operator",
        &[
            "unexpected token",
            "expected a i",
            "expected a float",
            "expected `(`",
            "expected an instruction",
            "expected valid module field",
            "constant out of range",
        ],
    ),
    (
        "unexpected token",
        &[
            "expected a i",
            "expected a u8",
            "expected a float",
            "expected a lane index",
            "expected `(`",
            "expected `)`",
            "extra tokens remaining",
            "found outside `LegacyTry` block",
            "constant out of range",
        ],
    ),
    ("illegal character", &["unexpected character"]),
    (
        "wrong number of lane",
        &["expected a i", "expected a u8", "expected a float", "expected an instruction", "constant out of range"],
    ),
    ("i8 constant out of range", &["malformed lane index", "constant out of range"]),
    ("i32 constant out of range", &["memory size must be at most", "constant out of range"]),
    ("i64 constant out of range", &["constant out of range"]),
    ("empty identifier", &["invalid character in string"]),
    ("empty annotation id", &["invalid character in string"]),
    ("unclosed string", &["unexpected end", "invalid character in string"]),
    ("malformed UTF-8 encoding", &["neither a WebAssembly binary"]),
    (
        "misplaced @",
        &[
            "expected an instruction",
            "unexpected token, expected one of",
            "expected valid module field",
            "expected `)`",
        ],
    ),
    ("@name annotation", &["expected valid module field"]),
    (
        "@custom annotation",
        &[
            "expected a string",
            "expected a valid section name",
            "expected `before` or `after`",
            "malformed UTF-8 encoding",
        ],
    ),
    ("@metadata.code.branch_hint annotation", &["expected valid module field"]),
];

/// Mistakes in binaries. Where a number does not end, the parser may go on and stumble over what follows.
const IN_BINARY: [(&str, &[&str]); 17] = [
    ("unknown binary version", &["the file is a component, not a module"]),
    ("magic header not detected", &["unexpected character", "neither a WebAssembly binary"]),
    (
        "unexpected end",
        &["unexpected character", "the file is empty", "unexpected end-of-file", "control frames remain at end"],
    ),
    ("END opcode expected", &["control frames remain at end"]),
    ("integer representation too long", &["unexpected end-of-file", "malformed section id", "invalid leading byte"]),
    ("integer too large", &["unexpected end-of-file", "malformed section id"]),
    ("length out of bounds", &["unexpected end-of-file", "expected section, got wasm magic number"]),
    ("malformed mutability", &["malformed global flags"]),
    ("malformed memop flags", &["malformed memop: reserved flags bits set"]),
    ("malformed limits flags", &["invalid memory limits flags", "invalid table resizable", "unexpected end-of-file"]),
    ("malformed import kind", &["invalid leading byte"]),
    ("illegal opcode", &["unknown 0x", "illegal opcode: 0x"]),
    (
        "section size mismatch",
        &["unexpected end-of-file", "unexpected data at the end", "control frames remain at end"],
    ),
    (
        "unexpected content after last section",
        &["section out of order", "function and code section have inconsistent lengths"],
    ),
    ("multiple start sections", &["section out of order"]),
    (
        "function and code section have inconsistent lengths",
        &["function section is absent but code section", "function section has non-zero count but code section"],
    ),
    ("data count and data section have inconsistent lengths", &["data count is non-zero but data section is absent"]),
];

/// Modules that are well-formed but not valid.
const IN_VALIDATION: [(&str, &[&str]); 5] = [
    ("type mismatch: instruction requires", &["type mismatch: expected "]),
    ("type mismatch: block requires", &["type mismatch: values remaining on stack"]),
    ("invalid lane index", &["SIMD index out of bounds"]),
    ("immutable global", &["global is immutable"]),
    ("memory size must be at most", &["memory size must be at most"]),
];

/// Whether the error of a module is about the mistake that a script expects.
pub fn names_the_mistake(error: &str, expected: &str) -> bool {
    let rows = IN_TEXT.iter().chain(&IN_BINARY).chain(&IN_VALIDATION);
    let mut others = rows.filter(|(start, _)| expected.starts_with(start)).flat_map(|(_, words)| words.iter());
    error.contains(expected) || others.any(|words| error.contains(words))
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

    #[test]
    fn another_mistake_is_not_the_expected_one() {
        assert!(names_the_mistake("type mismatch: expected i32, found i64 in function 0", "type mismatch"));
        assert!(names_the_mistake("malformed global flags", "malformed mutability"));
        assert!(!names_the_mistake("unknown global 7: global index out of bounds", "type mismatch"));
        assert!(!names_the_mistake("malformed global flags", "malformed section id"));
        assert!(!names_the_mistake("unexpected end-of-file", "magic header not detected"));
    }
}
