//! WebAssembly to machine code: every file of `codegen/TARGET/` shows the code of one thing that has to be fast or
//! safe.
//!
//! The expectation is what `wasmc build FILE --emit asm` prints for that target, with the words of the file's `build:`
//! directives added. These files are few and chosen: most of what they would show is Cranelift's, which has tests of
//! its own.

use wasmc_tests::golden;

fn main() {
    golden::main("codegen", ".wat", |golden| golden.listing(&["--target", &golden.folder(), "--emit", "asm"]));
}
