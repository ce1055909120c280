//! WebAssembly to machine code: every file of `codegen/TARGET/` shows the code of one operation that must be fast or
//! safe.
//!
//! The expectation is the output of `wasmc build FILE --emit asm` for that target, with the words of the file's
//! `build:` directives added. Add a file only for code that wasmc decides about: most machine code is Cranelift's,
//! which has its own tests, and each upgrade of Cranelift may change all files.

use wasmc_tests::golden;

fn main() {
    golden::main("codegen", ".wat", |golden| golden.listing(&["--target", &golden.folder(), "--emit", "asm"]));
}
