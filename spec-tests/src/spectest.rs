//! The module `spectest`, which scripts import from (`interpreter/README.md` of the specification, "Spectest host
//! module").
//!
//! It is a WebAssembly module, so that it is linked like any other. Its functions print nothing, because no script
//! checks what they print. A program gets only the exports that its script imports: the shared memory would make every
//! program multithreaded.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::Failure;
use crate::module::assemble;

/// The name of each export, and its definition in text, where `{}` is the place of the name.
const EXPORTS: [(&str, &str); 15] = [
    ("global_i32", "global {} i32 (i32.const 666)"),
    ("global_i64", "global {} i64 (i64.const 666)"),
    ("global_f32", "global {} f32 (f32.const 666.6)"),
    ("global_f64", "global {} f64 (f64.const 666.6)"),
    ("table", "table {} 10 20 funcref"),
    ("table64", "table {} i64 10 20 funcref"),
    ("memory", "memory {} 1 2"),
    // An export of the interpreter of the threads proposal.
    ("shared_memory", "memory {} 1 2 shared"),
    ("print", "func {}"),
    ("print_i32", "func {} (param i32)"),
    ("print_i64", "func {} (param i64)"),
    ("print_f32", "func {} (param f32)"),
    ("print_f64", "func {} (param f64)"),
    ("print_i32_f32", "func {} (param i32 f32)"),
    ("print_f64_f64", "func {} (param f64 f64)"),
];

/// The module with the wanted exports. A wanted name that is no export stays missing, as the script expects.
pub fn module(wanted: &BTreeSet<String>) -> Result<Vec<u8>, Failure> {
    let mut text = String::from("(module");
    for (name, entity) in EXPORTS.iter().filter(|(name, _)| wanted.contains(*name)) {
        let entity = entity.replace("{}", &format!("(export \"{name}\")"));
        write!(text, "\n  ({entity})").expect("a string can be written to");
    }
    text.push(')');
    assemble(&text)
}
