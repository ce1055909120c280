//! WebAssembly to CLIF: every file of `translate/` shows the translation of a group of operators.
//!
//! The expectation is the output of `wasmc build FILE --emit clif`, with the words of the file's `build:` directives
//! added. `tidy.rs` checks that every operator appears in one of these files. Nothing is run here: `spec-tests` does
//! that. The files hold Cranelift's text, so an upgrade of Cranelift may rewrite most of them.

use wasmc_tests::golden;

fn main() {
    // The translator asks the target for little, but for the base of the memory; so that is the same on every host.
    golden::main("translate", ".wat", |golden| golden.listing(&["--target", "x86_64", "--emit", "clif"]));
}
