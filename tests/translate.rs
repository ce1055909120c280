//! WebAssembly to CLIF: every file of `translate/` shows what the translator makes of a group of operators.
//!
//! The expectation is what `wasmc build FILE --emit clif` prints, with the words of the file's `build:` directives
//! added. `tidy.rs` sees to it that every operator appears in one of these files. Nothing is run here; `spec-tests`
//! does that.

use wasmc_tests::golden;

fn main() {
    // The translator asks the target for little, but for the base of the memory; so that is the same on every host.
    golden::main("translate", ".wat", |golden| golden.listing(&["--target", "x86_64", "--emit", "clif"]));
}
